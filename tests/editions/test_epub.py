"""The e-books: sound by EPUBCheck, readable by axe, true in what they say of themselves, and whole in themselves."""

import io
import posixpath
import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from fingerpost.editions.epub.shelf import offered_books, read_books
from fingerpost.editions.epub.xhtml import NotWholeError, as_name, as_xhtml
from fingerpost.gate import Edition
from fingerpost.metadata import strip
from fingerpost.stage import EVERYTHING
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from playwright.sync_api import Browser

from tests import helpers
from tests.conftest import CHECKOUT, run_fingerpost
from tests.editions.planted import ALL, lay, story
from tests.helpers import read, steady, toolkit
from tests.looking.barriers import violations
from tests.looking.book import complaints

DC = "{http://purl.org/dc/elements/1.1/}"
OPF = "{http://www.idpf.org/2007/opf}"
HTML = "{http://www.w3.org/1999/xhtml}"
EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
TOOLKITS = sorted(folder.name for folder in (CHECKOUT / "docs" / "toolkits").iterdir())
BOOKS = [f"{code}/{name}.epub" for code in ("en", "cy") for name in ("all", *(f"toolkit-{one}" for one in TOOLKITS))]


def pages_of(book: Path) -> dict[str, ET.Element]:
    """Return the pages of a book by their names; each has to be well-formed XML."""
    with zipfile.ZipFile(book) as archive:
        return {name: ET.fromstring(archive.read(name)) for name in archive.namelist() if name.endswith(".xhtml")}


def package_of(book: Path) -> ET.Element:
    with zipfile.ZipFile(book) as archive:
        return ET.fromstring(archive.read("EPUB/package.opf"))


def said_of(book: Path, name: str) -> list[str]:
    """Return the values of one kind of metadata: ``dc:title``, or a property such as ``schema:accessMode``."""
    package = package_of(book)
    if name.startswith("dc:"):
        return [one.text or "" for one in package.iter(DC + name.removeprefix("dc:"))]
    return [one.text or "" for one in package.iter(f"{OPF}meta") if one.get("property") == name]


def links_of(name: str, page: ET.Element) -> Iterator[tuple[str, str]]:
    """Yield each link of a page: the name of the file that it leads to (or its address), and the part of it."""
    for link in page.iter(f"{HTML}a"):
        href = link.get("href", "")
        path, _, fragment = href.partition("#")
        if urlsplit(href).scheme:
            yield href, ""
        else:
            there = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(path))) if path else name
            yield there, fragment


def built_with(root: Path, files: dict[str, str | bytes]) -> Path:
    """Build the books of a small collection; returns their folder."""
    lay(root, files, git=False)
    done = run_fingerpost("build", "--edition", "epub", "--root", str(root))
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "dist" / "epub"


def test_each_language_has_a_book_of_everything_and_one_of_each_toolkit(built: Path, build_said: str) -> None:
    made = [file.relative_to(built / "dist" / "epub").as_posix() for file in (built / "dist" / "epub").rglob("*.epub")]
    assert sorted(made) == sorted(BOOKS)
    assert re.search(r"^  epub   .*dist/epub/  10 e-books, \d+\.\d MB$", build_said, re.MULTILINE)


@pytest.mark.parametrize("name", BOOKS)
def test_epubcheck_finds_nothing(name: str, built: Path) -> None:
    assert complaints(built / "dist" / "epub" / name) == []


def test_epubcheck_trips_on_a_link_that_leads_nowhere(built: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.epub"
    with (
        zipfile.ZipFile(built / "dist/epub/en" / f"toolkit-{TOOLKITS[0]}.epub") as book,
        zipfile.ZipFile(broken, "w") as to,
    ):
        for member in book.infolist():
            to.writestr(member, book.read(member).replace(b'href="index.xhtml"', b'href="nowhere.xhtml"'))
    assert any("RSC-007" in one for one in complaints(broken))


@pytest.mark.parametrize("language", ["en", "cy"])
def test_axe_finds_nothing_on_any_page(language: str, built: Path, browser: Browser, tmp_path: Path) -> None:
    with zipfile.ZipFile(built / "dist" / "epub" / language / "all.epub") as book:
        book.extractall(tmp_path)
    context = browser.new_context(viewport={"width": 600, "height": 800}, bypass_csp=True)
    reader = context.new_page()
    found = []
    for file in sorted(tmp_path.rglob("*.xhtml")):
        reader.goto(file.as_uri())
        # A page of a book stands in no frame of ours: its device is what surrounds it.
        found += [f"{file.name}: {one}" for one in violations(reader, without=("region", "landmark-one-main"))]
    context.close()
    assert found == []


@pytest.mark.parametrize("name", BOOKS)
def test_what_a_book_says_of_itself_is_true(name: str, built: Path) -> None:
    book = built / "dist" / "epub" / name
    language, whole = name[:2], name.endswith("all.epub")
    assert package_of(book).get("version") == "3.0"
    assert said_of(book, "dc:language") == [language]
    assert said_of(book, "dcterms:modified") == ["2026-11-21T00:00:00Z"]
    assert said_of(book, "schema:accessModeSufficient")[-1] == "textual"
    assert {"tableOfContents", "readingOrder", "structuralNavigation"} <= set(
        said_of(book, "schema:accessibilityFeature")
    )
    pictures = [one for page in pages_of(book).values() for one in page.iter(f"{HTML}img")]
    assert all(one.get("alt") for one in pictures)
    told = len([one for one in pictures if not one.get("src", "").endswith("cover.png")]) > 0
    assert ("visual" in said_of(book, "schema:accessMode")) == told
    assert ("alternativeText" in said_of(book, "schema:accessibilityFeature")) == told
    assert said_of(book, "schema:accessibilityHazard") == ["none"]
    assert {"en": "was not tested", "cy": "Ni phrofwyd"}[language] in said_of(book, "schema:accessibilitySummary")[0]
    assert said_of(book, "dcterms:conformsTo") == []  # nobody has tested it, so nothing is claimed
    assert said_of(book, "dc:rights")[0]
    if not whole:
        assert said_of(book, "dc:creator")
        prefix = "" if language == "en" else "cy/"
        slug = name[len("en/toolkit-") : -len(".epub")]
        assert said_of(book, "dc:source") == [f"https://fingerpost.example/{prefix}toolkits/{slug}/"]


def test_every_book_is_known_by_a_name_of_its_own(built: Path) -> None:
    names = [said_of(built / "dist" / "epub" / name, "dc:identifier")[0] for name in BOOKS]
    assert len(set(names)) == len(BOOKS)
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", name) for name in names)


@pytest.mark.parametrize("name", BOOKS)
def test_a_book_is_a_container_as_the_standard_asks_and_holds_no_time_of_day(name: str, built: Path) -> None:
    with zipfile.ZipFile(built / "dist" / "epub" / name) as archive:
        first, *others = archive.infolist()
        assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")
        assert archive.read(first) == b"application/epub+zip"
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert len({one.filename for one in others}) == len(others)
        assert archive.read("EPUB/cover.png").startswith(b"\x89PNG")
        with Image.open(io.BytesIO(archive.read("EPUB/cover.png"))) as cover:
            assert cover.size == (1200, 1600)
            assert cover.convert("L").getextrema() == (0, 255)


@pytest.mark.parametrize("name", BOOKS)
def test_every_page_is_in_the_contents_and_every_link_leads_somewhere(name: str, built: Path) -> None:
    pages = pages_of(built / "dist" / "epub" / name)
    ids = {place: {one.get("id") for one in page.iter() if one.get("id")} for place, page in pages.items()}
    for place, page in pages.items():
        for there, fragment in links_of(place, page):
            if urlsplit(there).scheme:
                assert "/not-here" not in there
            else:
                assert there in pages
                assert not fragment or fragment in ids[there]
    contents = {there for there, _ in links_of("EPUB/contents.xhtml", pages["EPUB/contents.xhtml"])}
    assert contents == set(pages)
    navs = [nav.get(EPUB_TYPE) for nav in pages["EPUB/contents.xhtml"].iter(f"{HTML}nav")]
    assert navs == ["toc", "landmarks"]


def test_in_a_book_of_its_own_a_toolkit_leads_to_the_website_for_everything_else(built: Path) -> None:
    name = f"EPUB/toolkits/{TOOLKITS[0]}/index.xhtml"
    inside = {language: pages_of(built / f"dist/epub/{language}/all.epub") for language in ("en", "cy")}
    for language, prefix in (("en", ""), ("cy", "cy/")):
        alone = pages_of(built / f"dist/epub/{language}/toolkit-{TOOLKITS[0]}.epub")
        there = [link for link, _ in links_of(name, inside[language][name])]
        led = [link for link, _ in links_of(name, alone[name])]
        for before, after in zip(there, led, strict=True):
            if before in inside[language] and before not in alone:
                path = before.removeprefix("EPUB/").removesuffix("index.xhtml")
                assert after == f"https://fingerpost.example/{prefix}{path}"
            else:
                assert after == before
        assert any(before != after for before, after in zip(there, led, strict=True))


@pytest.mark.parametrize("name", BOOKS)
def test_each_page_says_its_language_first_what_to_know_and_last_whose_it_is(name: str, built: Path) -> None:
    language = name[:2]
    for place, page in pages_of(built / "dist" / "epub" / name).items():
        assert page.get("lang") == page.get("{http://www.w3.org/XML/1998/namespace}lang") == language
        assert page.get("dir") == "ltr"
        for one in page.iter():
            assert one.get("lang") == one.get("{http://www.w3.org/XML/1998/namespace}lang")
        if not place.endswith("/index.xhtml") or place.count("/") < 3:
            continue
        text = " ".join("".join(page.itertext()).split())
        edition = {"en": "Edition of 21 November 2026.", "cy": "Rhifyn 21 Tachwedd 2026."}[language]
        assert edition in text
        assert {"en": "What you may do with it:", "cy": "Beth y cewch ei wneud â hwn:"}[language] in text
        assert ("Drafft yw'r cyfieithiad hwn." in text) == (language == "cy")
        warned = text.find({"en": "Before you read:", "cy": "Cyn i chi ddarllen:"}[language])
        words = next((one for one in page.iter(f"{HTML}div") if one.get("class") == "words"), None)
        if warned >= 0 and words is not None:
            assert warned < text.index(" ".join("".join(words.itertext()).split())[:60])


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_site_offers_the_books_that_were_made(language: str, built: Path) -> None:
    top = built / "site" / ("" if language == "en" else "cy")
    toolkit_page = (top / "toolkits" / TOOLKITS[0] / "index.html").read_text("utf-8")
    browse = (top / "browse" / "index.html").read_text("utf-8")
    for html, name in ((toolkit_page, f"toolkit-{TOOLKITS[0]}"), (browse, "all")):
        for code in ("en", "cy"):
            assert f"epub/{code}/{name}.epub" in html
            copy = built / "site" / "epub" / code / f"{name}.epub"
            assert copy.read_bytes() == (built / "dist" / "epub" / code / f"{name}.epub").read_bytes()


def test_a_book_made_elsewhere_on_another_day_has_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for folder, zone in (("here", "UTC"), ("elsewhere/further", "Pacific/Kiritimati")):
        root = tmp_path / folder
        lay(root, story(), git=False)
        done = run_fingerpost("build", "--edition", "epub", "--root", str(root), env={"TZ": zone})
        assert done.returncode == 0, done.stdout + done.stderr
        files = sorted((root / "dist" / "epub").rglob("*.*"))
        made.append({file.relative_to(root).as_posix(): file.read_bytes() for file in files})
    assert made[0] == made[1]
    assert len(made[0]) > 3


def test_a_book_holds_only_what_its_makers_agreed_to_and_the_web_offers_it_only_whole(tmp_path: Path) -> None:
    offline = {**ALL, "scope": ["offline", "translation"]}
    books = built_with(tmp_path, story(offline))
    with zipfile.ZipFile(books / "en" / "all.epub") as archive:
        assert any("toolkits/kit/" in name for name in archive.namelist())
        words = b"".join(archive.read(name) for name in archive.namelist())
    assert b"https://fingerpost.example/toolkits/kit" not in words  # the website has no such page
    library = read(tmp_path, {})
    shelf = read_books(books)
    offered = offered_books(library, shelf, Edition.WEB, "epub")
    assert {id for id, _ in offered} & {EVERYTHING, "toolkits/kit"} == set()
    assert (EVERYTHING, "en") in offered_books(library, shelf, Edition.USB, "epub")
    # Where they agreed to the web alone there is no book of it, and the whole does without.
    again = built_with(tmp_path / "web", story({**ALL, "scope": ["web", "translation"]}))
    with zipfile.ZipFile(again / "en" / "all.epub") as archive:
        assert not any("toolkits/kit/" in name for name in archive.namelist())
    assert not (again / "en" / "toolkit-kit.epub").exists()


def test_what_markdown_and_people_write_becomes_a_sound_book(tmp_path: Path) -> None:
    """Footnotes, figures at the beginning of a heading, raw HTML, abbreviations, tables, and a picture as AVIF."""
    stream = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(stream, "AVIF")
    body = (
        "## 1. Begin\n\nSee [below](#2-go-on) and [the top](#top).[^1]\n\n## 2. Go on\n\n*[WRAP]: A plan\n\n"
        "WRAP & more <small>raw</small><br>line\n\n| a | b |\n|--:|:-:|\n| 1 | 2 |\n\n![A red field](field.avif)\n\n"
        "<details open><summary>More</summary><p>Inside</p></details>\n\n- [ ] Tick\n\n[lines: 2]\n\n"
        '<ol reversed start="3"><li>three</li></ol>\n\n> Quoted\n{: lang=fr }\n\n[^1]: A note with **bold**.\n'
    )
    books = built_with(
        tmp_path,
        {
            "docs/toolkits/signs/index.en.md": toolkit(["activity-a"], body, title="Signs & <things>"),
            "docs/toolkits/signs/activity-a.en.md": helpers.page({"title": "One", "part": "activity"}, "In English.\n"),
            "docs/toolkits/signs/field.avif": strip("field.avif", stream.getvalue()),
        },
    )
    for name in ("cy/all", "en/toolkit-signs"):
        assert complaints(books / f"{name}.epub") == []
    signs = ET.tostring(pages_of(books / "cy/all.epub")["EPUB/toolkits/signs/activity-a.xhtml"], encoding="unicode")
    assert "Nid oes fersiwn Gymraeg" in signs or "Nid oes fersiwn Cymraeg" in signs
    assert re.search(r'<html:div [^>]*lang="en"[^>]*>\s*<html:p>In English', signs)
    assert not (books / "cy" / "toolkit-signs.epub").exists()  # a book of a toolkit is in the language of its words
    with zipfile.ZipFile(books / "en" / "toolkit-signs.epub") as archive:
        assert archive.read("EPUB/toolkits/signs/field.avif.png").startswith(b"\x89PNG")


@pytest.mark.parametrize("html", ["<p>open", "<p>crossed <b>over</p></b>", "closed</i>"])
def test_a_page_that_is_not_whole_is_said(html: str) -> None:
    with pytest.raises(NotWholeError, match=r"<[/a-z]+> (is not closed|closes nothing)"):
        as_xhtml(html, lambda _name, value: value)


def test_a_picture_that_is_not_there_leaves_its_words() -> None:
    html = '<p><img src="gone.png" alt="A leaf & more"> <img alt="None"> <img src="here.png" alt=""></p>'
    whole = as_xhtml(html, lambda _name, value: "" if value == "gone.png" else value)
    assert whole.endswith('<p>A leaf &amp; more None <img src="here.png" alt=""/></p>\n')


@steady
@given(st.text(min_size=1))
def test_every_id_becomes_a_name(id: str) -> None:
    name = as_name(id)
    assert ET.fromstring(f'<p id="{name}"/>').get("id") == name
    assert re.fullmatch(r"[^\W\d][\w.\-]*", name)
