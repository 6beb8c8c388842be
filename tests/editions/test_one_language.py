"""No page says anything of ours in another language than it says it does: texts, labels, hidden ones too."""

from pathlib import Path

import pytest
from fingerpost.library import read_library
from fingerpost.library.kinds import ARCHIVE
from fingerpost.library.schema import Archive

from tests.editions.in_words import faults_in, faults_on, said_on
from tests.helpers import MADE, SITE, words


def names_of_works(root: Path) -> frozenset[str]:
    """Return what the works of an archive, and those who published them, are called."""
    works = [one.meta.work for one in read_library(root, SITE, MADE).of_kind(ARCHIVE) if isinstance(one.meta, Archive)]
    return frozenset(name for work in works for name in (work.title, work.title.split(":")[0], work.publisher) if name)


@pytest.mark.parametrize("folder", ["site", "dist/usb", "build/print/site"])
def test_every_page_keeps_to_its_language(folder: str, built: Path) -> None:
    assert faults_in(built / folder, words(), names_of_works(built)) == {}


WELSH = "Mae'r dudalen hon yn dweud wrthych sut y gallwch ddod o hyd i'r hyn sydd ei angen arnoch."
ENGLISH = "This page tells you how you can find what you need, and where to go when you have found it."


@pytest.mark.parametrize(
    "slip",
    [
        "<p>New and changed</p>",
        "<nav aria-label='Where you are'></nav>",
        "<input placeholder='Guides, toolkits, archive'>",
        "<img alt='A square code that a phone camera can read. It leads to x'>",
        "<p>10 · reviewed 21 November 2026</p>",
        "<p>3 resources</p>",
        "<a href='x' title='Skip to what this page says'>x</a>",
        "<meta name='fp-kind' content='Toolkits'>",
        '<script type=\'application/json\'>{"a": ["Show more"]}</script>',
        f"<p>{ENGLISH}</p>",
        f"<p>This page <b>tells</b> {ENGLISH[16:]}</p>",
        "<section lang='cy'><p>Before you read: Hunanladdiad</p></section>",
    ],
)
def test_a_word_of_the_other_language_is_found(slip: str) -> None:
    page = f"<html lang='cy'><body><h1>Croeso</h1>{slip}<p>{WELSH}</p></body></html>"
    assert len(faults_on(page, words())) >= 1
    assert faults_on(page.replace(slip, ""), words()) == []
    assert faults_on(page.replace(slip, f"<div lang='en'>{slip.replace('cy', 'en')}</div>"), words()) == []


def test_welsh_on_an_english_page_is_found_too() -> None:
    page = f"<html lang='en'><body><p>Newydd ac wedi newid</p><p>{WELSH}</p></body></html>"
    assert len(faults_on(page, words())) == 2


def test_language_and_direction_are_those_of_the_nearest_element_that_says() -> None:
    page = "<html lang='ar' dir='rtl'><p>A <span lang='en' dir='ltr'>B <i>C</i></span> D<br>E</p><p lang='cy'>F"
    pieces, blocks = said_on(page)
    assert [(one.text, one.language, one.direction) for one in pieces] == [
        ("A", "ar", "rtl"),
        ("B", "en", "ltr"),
        ("C", "en", "ltr"),
        ("D", "ar", "rtl"),
        ("E", "ar", "rtl"),
        ("F", "cy", "rtl"),
    ]
    assert {(one.language, one.text) for one in blocks} >= {("ar", "A D E"), ("en", "B C")}
