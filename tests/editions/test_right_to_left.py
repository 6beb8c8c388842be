"""A collection with a third language that is written from right to left."""

import json
import re
from pathlib import Path

import pytest
from fingerpost.languages import direction, read_words
from fingerpost.search import handed_over
from playwright.sync_api import Browser

from tests.editions.in_words import said_on
from tests.editions.other_languages import spelt_in_arabic, with_arabic
from tests.helpers import fingerpost

LATIN = re.compile(r"[A-Za-zÀ-ž]{2,}")
# What no language changes: names, addresses, licences, kinds of file.
NAMES = re.compile(
    r"https?://\S+|fingerpost\.example\S*|Example (?:Group|Publisher|Press)|CC BY[-A-Z]*|CC0|PDF|DOI|ISBN|USB|A4|v\d"
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The collection, built."""
    root = with_arabic(tmp_path_factory.mktemp("right-to-left"))
    done = fingerpost("build", "--root", str(root))
    assert done.returncode == 0, done.stdout + done.stderr
    return root


def page(root: Path, path: str) -> str:
    return (root / "site" / path).read_text("utf-8")


def pages(root: Path) -> list[str]:
    site = root / "site"
    return sorted(file.relative_to(site).as_posix() for file in (site / "ar").rglob("*.html"))


def test_there_is_every_page_in_each_language(root: Path) -> None:
    def below(folder: str) -> list[str]:
        return sorted(file.relative_to(root / folder).as_posix() for file in (root / folder).rglob("*.html"))

    assert below("site/ar") == below("site/cy")
    assert len(below("site/ar")) > 20


def test_the_page_and_every_passage_in_another_language_say_which_way_they_are_written(root: Path) -> None:
    for path in pages(root):
        html = page(root, path)
        assert '<html lang="ar" dir="rtl">' in html
        pieces, _ = said_on(html)
        wrong = [one for one in pieces if one.direction != direction(one.language)]
        assert wrong == [], path


def test_what_stands_in_latin_letters_says_that_it_is_in_another_language(root: Path) -> None:
    """Every phrase of ours and every translated text is in Arabic letters here: what is not is in another language."""
    slips = {}
    for path in pages(root):
        pieces, _ = said_on(page(root, path))
        ours = [one for one in pieces if one.language == "ar" and one.where not in ("script", "title", "b")]
        read = [one.text for one in ours if not one.where.startswith("meta")]  # b: an e-mail address, piece by piece
        found = [text for text in read if LATIN.search(NAMES.sub("", text))]
        if found:
            slips[path] = found
    assert slips == {}


def test_the_switch_lists_two_languages_by_their_own_names(root: Path) -> None:
    html = page(root, "ar/guides/example/index.html")
    switch = re.findall(r'<a class="other" href="([^"]+)" lang="(\w+)" hreflang="(\w+)" dir="(\w+)">([^<]+)<', html)
    assert switch == [
        ("../../../guides/example/index.html", "en", "en", "ltr", "English"),
        ("../../../cy/guides/example/index.html", "cy", "cy", "ltr", "Cymraeg"),
    ]
    english = page(root, "guides/example/index.html")
    assert re.search(r'<a class="other" [^>]*lang="ar" hreflang="ar" dir="rtl">العربية</a>', english)
    assert re.findall(r'rel="alternate" hreflang="(\w+)"', english) == ["en", "cy", "ar"]
    assert re.findall(r'rel="alternate" hreflang="(\w+)"', page(root, "ar/guides/watering/index.html")) == []


def test_titles_and_summaries_in_a_list_have_language_and_direction(root: Path) -> None:
    html = page(root, "ar/guides/index.html")
    assert re.search(r'<a class="title" href="[^"]+" lang="en" dir="ltr">Cans for watering</a>', html)
    assert re.search(r'<p lang="en" dir="ltr">Which can suits which plant', html)
    assert '<span lang="cy" dir="ltr">Cymraeg</span>' in html
    near = page(root, "ar/guides/stale/index.html").split('id="fp-near"')[1]
    assert re.search(r'<a [^>]*href="[^"]+" lang="en" dir="ltr">Cans for watering</a>', near)


def test_an_answer_in_another_language_stands_in_its_own_direction(root: Path) -> None:
    html = page(root, "ar/questions/example/index.html")
    assert '<h3 id="answer-2" lang="cy" dir="ltr">Coffi</h3>' in html
    assert html.count('<div lang="en" dir="ltr">') == 2


def test_crumbs_parts_and_the_way_back_have_language_and_direction(root: Path) -> None:
    part = page(root, "ar/toolkits/example/activity-watering.html")
    assert re.search(r'<h1[^>]* lang="en" dir="ltr">Watering together</h1>', part)
    kit = page(root, "ar/toolkits/example/index.html")
    assert re.search(r'<a class="title" href="activity-watering.html" lang="en" dir="ltr">', kit)
    record = page(root, "ar/archive/example/index.html")
    assert '<span lang="en" dir="ltr">A book about plants</span>' in record
    assert '<dd lang="en" dir="ltr">' in record


def test_lists_are_in_the_order_of_their_alphabet(root: Path) -> None:
    titles = re.findall(r'<a class="title"[^>]*>([^<]+)</a>', page(root, "ar/guides/index.html"))
    assert [title for title in titles if title in ("باب", "ةابع", "ثالث")] == ["باب", "ةابع", "ثالث"]
    assert titles.index("Cans for watering") == len(titles) - 1


def test_dates_and_counts_are_those_of_the_language(root: Path) -> None:
    words = read_words(root / "overrides" / "words", ("en", "ar"))["ar"]
    assert "21 نوفمبر 2026" in page(root, "ar/guides/example/index.html")
    assert words("answers", count=3) in page(root, "ar/questions/example/index.html")
    assert set(words.phrases["answers"]) == {"zero", "one", "two", "few", "many", "other"}


def test_a_stale_translation_without_history_says_so(root: Path) -> None:
    html = page(root, "ar/guides/stale/index.html")
    assert spelt_in_arabic("The original has changed since this translation was made.") in html
    assert '<a href="../../../guides/stale/index.html" hreflang="en">' in html


def test_a_description_that_a_list_lacks_in_this_language_is_left_out(root: Path) -> None:
    html = page(root, "ar/topics/index.html")
    assert spelt_in_arabic("Topics") in html
    pieces, _ = said_on(html)
    assert [one.text for one in pieces if one.language == "ar" and one.where == "p" and LATIN.search(one.text)] == []


def test_a_sheet_for_paper_is_turned_too(root: Path) -> None:
    sheet = (root / "build/print/site/ar/toolkits/example/index.html").read_text("utf-8")
    assert '<html lang="ar" dir="rtl">' in sheet
    assert '<h2 id="activity-watering" lang="en" dir="ltr">' in sheet
    assert '<div lang="en" dir="ltr">' in sheet
    assert (root / "dist/print/ar/toolkit-example.a4.pdf").read_bytes().startswith(b"%PDF")


def test_a_stick_and_the_page_for_lost_addresses_have_all_three(root: Path) -> None:
    first = (root / "dist/usb/ابدأ-هنا.html").read_text("utf-8")
    assert '<html lang="ar" dir="rtl">' in first
    assert re.findall(r'<li lang="(\w+)" dir="(\w+)">', first) == [("ar", "rtl"), ("en", "ltr"), ("cy", "ltr")]
    lost = page(root, "404.html")
    assert re.findall(r'<section lang="(\w+)" dir="(\w+)">', lost) == [("en", "ltr"), ("cy", "ltr"), ("ar", "rtl")]


def test_searching_is_in_the_language(root: Path) -> None:
    told = re.search(r'id="search-words"[^>]*>(.*?)</script>', page(root, "ar/search.html"))
    assert told
    assert json.loads(told[1])["more"] == spelt_in_arabic("Show more")
    for path, there in (
        ("search.html", ["cy", "ar"]),
        ("cy/search.html", ["en", "ar"]),
        ("ar/search.html", ["en", "cy"]),
    ):
        assert re.findall(r'<input type="checkbox" name="also" value="(\w+)"', page(root, path)) == there
    settings = re.search(r'id="search-settings"[^>]*>(.*?)</script>', page(root, "search.html"))
    assert settings
    arabic = json.loads(settings[1])["languages"][1]
    assert (arabic["code"], arabic["direction"]) == ("ar", "rtl")
    assert arabic["also"] == "Also search: العربية"
    languages = handed_over((root / "site/search-index/languages.js").read_text("utf-8"))
    assert set(languages) == {"en", "cy", "ar"}


def place(page_: object, selector: str) -> dict[str, float]:
    """Return left, right and width of an element, in CSS pixels."""
    found: dict[str, float] = page_.eval_on_selector(  # type: ignore[attr-defined]
        selector, "one => { const {left, right, width} = one.getBoundingClientRect(); return {left, right, width}; }"
    )
    return found


@pytest.mark.parametrize("width", [320, 1280])
def test_in_a_browser_the_page_is_mirrored_and_nothing_overflows(width: int, root: Path, browser: Browser) -> None:
    page_ = browser.new_page(viewport={"width": width, "height": 900})
    wide = {}
    for path in pages(root):
        page_.goto((root / "site" / path).as_uri())
        if page_.evaluate("document.documentElement.scrollWidth") > width:
            wide[path] = page_.evaluate("document.documentElement.scrollWidth")
    assert wide == {}
    page_.goto((root / "site/ar/index.html").as_uri())
    name = place(page_, ".name")
    assert width - name["right"] < name["left"]  # the name stands at the right
    arm = page_.eval_on_selector(".arms li:first-child a", "one => getComputedStyle(one).clipPath")
    points_left = not arm.startswith("polygon(0px 0px")
    assert points_left == (width == 320)  # wide: the first arm stands at the right and points outwards
    page_.goto((root / "site/ar/guides/index.html").as_uri())
    assert page_.eval_on_selector(".listing p[lang=en]", "one => getComputedStyle(one).textAlign") == "right"
    page_.goto((root / "site/ar/guides/watering/index.html").as_uri())
    assert page_.eval_on_selector(".words", "one => getComputedStyle(one).direction") == "ltr"
    if width == 1280:
        assert place(page_, ".side")["right"] < place(page_, "article")["left"]
    page_.close()


def test_letters_that_our_typeface_lacks_come_from_the_system(root: Path, browser: Browser) -> None:
    page_ = browser.new_page()
    page_.goto((root / "site/ar/index.html").as_uri())
    family = page_.eval_on_selector("body", "one => getComputedStyle(one).fontFamily")
    assert family.split(", ")[-1] == "sans-serif"
    assert "system-ui" in family
    page_.close()
