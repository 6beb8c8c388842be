"""A collection with Welsh first: Welsh at the root, English below it, and nothing that takes English for granted."""

import json
import re
from pathlib import Path

import pytest
from fingerpost.languages import collation_key
from fingerpost.search import handed_over

from tests.editions.in_words import faults_in, faults_on, said_on
from tests.editions.other_languages import welsh_first
from tests.helpers import fingerpost, words

ADDRESS = "https://fingerpost.example"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The collection, built."""
    root = welsh_first(tmp_path_factory.mktemp("welsh-first"))
    done = fingerpost("build", "--root", str(root))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "in Cymraeg, 8 in English" in done.stdout
    return root


def page(root: Path, path: str) -> str:
    return (root / "site" / path).read_text("utf-8")


def head(html: str) -> dict[str, list[str]]:
    """Return canonical address, and alternates as ``language address``."""
    return {
        "canonical": re.findall(r'<link rel="canonical" href="([^"]+)"', html),
        "alternate": [
            " ".join(pair) for pair in re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"', html)
        ],
    }


BOTH = ("404.html", "measures.html")  # in both languages at once


def test_welsh_stands_at_the_root_and_english_below(root: Path) -> None:
    site = root / "site"
    pages = sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html") if file.name not in BOTH)
    for path in pages:
        language = "en" if path.startswith("en/") else "cy"
        assert f'<html lang="{language}" dir="ltr">' in page(root, path), path
    ours = [path for path in pages if not path.startswith("en/")]
    assert [f"en/{path}" for path in ours] == [path for path in pages if path.startswith("en/")]
    assert not (site / "cy").exists()


def test_every_page_keeps_to_its_language(root: Path) -> None:
    known = {"cy": words()["cy"], "en": words()["en"]}
    for folder in ("site", "dist/usb", "build/print/site"):
        assert faults_in(root / folder, known) == {}


@pytest.mark.parametrize(
    ("path", "canonical", "alternates"),
    [
        ("index.html", "/", ["cy /", "en /en/", "x-default /"]),
        ("en/index.html", "/en/", ["cy /", "en /en/", "x-default /"]),
        ("guides/gardd/index.html", "/guides/gardd/", ["cy /guides/gardd/", "en /en/guides/gardd/"]),
        ("en/guides/gardd/index.html", "/en/guides/gardd/", ["cy /guides/gardd/", "en /en/guides/gardd/"]),
        ("guides/chwyn/index.html", "/guides/chwyn/", []),
        ("en/guides/chwyn/index.html", "/guides/chwyn/", []),
        ("guides/watering/index.html", "/en/guides/watering/", []),
        ("guides/index.html", "/guides/", ["cy /guides/", "en /en/guides/"]),
    ],
)
def test_canonical_and_alternates_are_true(path: str, canonical: str, alternates: list[str], root: Path) -> None:
    found = head(page(root, path))
    assert found["canonical"] == [ADDRESS + canonical]
    assert found["alternate"] == [f"{one.split()[0]} {ADDRESS}{one.split()[1]}" for one in alternates]


@pytest.mark.parametrize("path", ["index.html", "guides/gardd/index.html", "search.html", "topics/index.html"])
def test_each_page_leads_to_itself_in_the_other_language(path: str, root: Path) -> None:
    for here, there, name in ((path, f"en/{path}", "English"), (f"en/{path}", path, "Cymraeg")):
        found = re.search(rf'<a class="other" href="([^"]+)"[^>]*>{name}</a>', page(root, here))
        assert found
        assert (root / "site" / here).parent.joinpath(found[1]).resolve() == (root / "site" / there).resolve()


def test_a_welsh_original_without_a_translation_says_so_in_english(root: Path) -> None:
    html = page(root, "en/guides/chwyn/index.html")
    assert words()["en"]("state-not-translated", here="English", there="Welsh") in html
    assert re.search(r'<h1[^>]* lang="cy" dir="ltr">Y chwyn</h1>', html)
    assert re.search(r'<p class="lead" lang="cy" dir="ltr">', html)
    assert '<div class="words" lang="cy" dir="ltr">' in html
    welsh = page(root, "guides/chwyn/index.html")
    assert words()["cy"]("status") not in welsh
    assert not re.search(r'lang="cy"[^>]*>Y chwyn', welsh.split("fp-main")[1])
    part = page(root, "en/toolkits/gardd/activity-dwr.html")
    assert words()["en"]("state-not-translated", here="English", there="Welsh") in part
    assert re.search(r'<h1[^>]* lang="cy" dir="ltr">Dyfrhau</h1>', part)


def test_an_english_original_is_treated_the_same_the_other_way(root: Path) -> None:
    html = page(root, "guides/watering/index.html")
    assert "Nid oes fersiwn Cymraeg o&#39;r dudalen hon eto." in html
    assert re.search(r'<h1[^>]* lang="en" dir="ltr">', html)
    assert words()["en"]("status") not in page(root, "en/guides/watering/index.html")


def test_footnotes_of_an_original_stand_inside_its_language(root: Path) -> None:
    text = (root / "docs/guides/gardd/index.cy.md").read_text("utf-8")
    assert "[^1]" in text
    (root / "docs/guides/gardd/index.en.md").rename(root / "kept.md")
    try:
        done = fingerpost("build", "--edition", "web", "--root", str(root))
        assert done.returncode == 0, done.stderr
        pieces, _ = said_on(page(root, "en/guides/gardd/index.html"))
    finally:
        (root / "kept.md").rename(root / "docs/guides/gardd/index.en.md")
        assert fingerpost("build", "--root", str(root)).returncode == 0
    notes = [one for one in pieces if "Ond nid yn y gaeaf" in one.text or "↩" in one.text]
    assert len(notes) == 3  # the note, and the way back with its title
    assert {one.language for one in notes} == {"cy"}


def test_an_english_translation_of_a_welsh_original_names_its_language(root: Path) -> None:
    html = page(root, "en/guides/gardd/index.html")
    assert "translated from Welsh" in html
    assert "The plants grow here." in html


def test_the_page_for_lost_addresses_has_welsh_first(root: Path) -> None:
    html = page(root, "404.html")
    assert '<html lang="cy" dir="ltr">' in html
    assert re.findall(r'<section lang="(\w+)"', html) == ["cy", "en"]
    assert re.search(r'<section lang="cy"[^>]*>\s*<h1>', html)
    assert re.findall(r'<a href="([^"]+index\.html)">', html) == [
        "/index.html",
        "/browse/index.html",
        "/en/index.html",
        "/en/browse/index.html",
    ]
    assert faults_on(re.sub(r"<title>.*?</title>", "", html), words()) == []


def test_a_stick_has_a_first_page_in_each_language_and_welsh_at_its_root(root: Path) -> None:
    stick = root / "dist" / "usb"
    first = (stick / "DECHRAU-YMA.html").read_text("utf-8")
    second = (stick / "START-HERE.html").read_text("utf-8")
    assert '<html lang="cy"' in first
    assert '<html lang="en"' in second
    assert re.findall(r'<a href="(data/site/[^"]+)"><strong>', first) == [
        "data/site/index.html",
        "data/site/en/index.html",
    ]
    assert re.findall(r'<a href="(data/site/[^"]+)"><strong>', second) == [
        "data/site/en/index.html",
        "data/site/index.html",
    ]


def test_pdfs_are_offered_in_both_languages_the_reader_s_first(root: Path) -> None:
    variants = ["a4", "large", "booklet", "tilt-and-turn"]
    for path, up, codes in (("toolkits", "../..", ("cy", "en")), ("en/toolkits", "../../..", ("en", "cy"))):
        path = f"{path}/gardd/index.html"
        expected = [f"{up}/print/{code}/toolkit-gardd.{variant}.pdf" for code in codes for variant in variants]
        found = re.findall(r'href="([^"]*\.pdf)"', page(root, path))
        assert [one for one in found if ".handouts." not in one] == expected
        assert all((root / "site" / path).parent.joinpath(one).is_file() for one in expected)


def test_the_sitemap_and_the_catalogue_have_the_same_addresses(root: Path) -> None:
    sitemap = (root / "site/sitemap.xml").read_text("utf-8")
    assert f"<loc>{ADDRESS}/</loc>" in sitemap
    assert f"<loc>{ADDRESS}/en/</loc>" in sitemap
    assert f"{ADDRESS}/cy/" not in sitemap
    rows = {row["id"]: row for row in json.loads((root / "site/catalogue.json").read_text("utf-8"))["resources"]}
    assert rows["guides/gardd"]["original"] == "cy"
    assert rows["guides/gardd"]["languages"]["cy"]["url"] == f"{ADDRESS}/guides/gardd/"
    assert rows["guides/gardd"]["languages"]["en"]["url"] == f"{ADDRESS}/en/guides/gardd/"
    assert set(rows["guides/chwyn"]["languages"]) == {"cy"}


def test_lists_at_the_root_are_in_the_order_of_the_welsh_alphabet(root: Path) -> None:
    titles = re.findall(r'<a class="title"[^>]*>([^<]+)</a>', page(root, "guides/index.html"))
    assert len(titles) == 4
    assert titles == sorted(titles, key=collation_key("cy"))


def test_searching_is_in_welsh_at_the_root(root: Path) -> None:
    html = page(root, "search.html")
    told = json.loads(re.search(r'id="search-words"[^>]*>(.*?)</script>', html)[1])  # type: ignore[index]
    assert told["more"] == words()["cy"]("search-more")
    languages = handed_over((root / "site/search-index/languages.js").read_text("utf-8"))
    assert set(languages) == {"cy", "en"}
