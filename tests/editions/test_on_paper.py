"""Every PDF of the real collection, looked at letter by letter: what a printer's eye would send back."""

import json
import os
import shutil
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from fingerpost.editions.print.draw import LONGEST_WITHOUT_CONTENTS
from fingerpost.library.kinds import KINDS
from fingerpost.stage import BY_NAME

from tests.looking.paper import (
    MILLIMETRE,
    Letter,
    faults_of_file,
    letters_on,
    sizes_of_pages,
    tags_of,
    words_in_source,
    words_in_tags,
)
from tests.looking.print_faults import pages_without_words, smaller_than

PLAIN = [name for name, variant in BY_NAME.items() if not variant.folded]
WELSH = "âêîôûŵŷ"
A4 = (595.28, 841.89)
BLEED = 6 * MILLIMETRE  # office printers leave up to 5 mm of each edge white
HUNDREDTH = 0.01


def sheets(built: Path, *variants: str) -> list[dict[str, Any]]:
    rows = json.loads((built / "dist/print/prints.json").read_text("utf-8"))["prints"]
    return [row for row in rows if not variants or row["variant"] in variants]


@cache
def letters(pdf: Path) -> tuple[Letter, ...]:
    return tuple(letters_on(pdf))


def file_of(built: Path, row: dict[str, Any]) -> Path:
    return built / "dist/print" / str(row["name"])


def test_there_is_one_of_each_kind_language_and_variant(built: Path) -> None:
    found = defaultdict(set)
    for row in sheets(built):
        kind = next(kind.name for kind in KINDS if row["resource"].startswith(f"{kind.folder}/"))
        slug = row["resource"].split("/")[1]
        assert row["name"] == f"{row['language']}/{kind}-{slug}.{row['variant']}.pdf"
        found[kind, row["language"]].add(row["variant"])
    for language in ("en", "cy"):
        for kind in ("guide", "question"):
            assert found[kind, language] == {"a4", "large", "booklet", "tilt-and-turn"}
        assert found["toolkit", language] == set(BY_NAME)
        for kind in ("archive", "directory"):
            assert found[kind, language] == {"a4", "large"}


def test_each_opens_without_complaint_and_has_our_fonts_in_it(built: Path) -> None:
    wrong = {row["name"]: faults for row in sheets(built) if (faults := faults_of_file(file_of(built, row)))}
    assert wrong == {}


def test_no_letter_is_smaller_than_its_variant_promises(built: Path) -> None:
    small = {
        row["name"]: found
        for row in sheets(built)
        if (found := smaller_than(letters(file_of(built, row)), BY_NAME[row["variant"]].points))
    }
    assert small == {}


def test_page_numbers_in_large_print_are_as_large_as_its_words(built: Path) -> None:
    for row in sheets(built, "large"):
        last = [one for one in letters(file_of(built, row)) if one.page == row["pages"]]
        lowest = min(last, key=lambda one: one.bottom)
        assert lowest.points >= 18 - HUNDREDTH


def test_nothing_reaches_over_the_margins(built: Path) -> None:
    over = set()
    for row in sheets(built):
        pages = sizes_of_pages(file_of(built, row))
        for one in letters(file_of(built, row)):
            width, height = pages[one.page - 1]
            inside = one.left > BLEED and one.right < width - BLEED and one.bottom > BLEED and one.top < height - BLEED
            over |= set() if inside else {(row["name"], one.page)}
    assert over == set()


def test_no_page_is_blank_but_the_padding_in_the_middle_of_a_turned_booklet(built: Path) -> None:
    blank: dict[str, set[int]] = {}
    for row in sheets(built):
        missing = pages_without_words(letters(file_of(built, row)), row["pages"])
        if row["variant"] == "tilt-and-turn":
            missing -= {row["pages"]}  # the innermost side, where the languages meet
        blank |= {row["name"]: missing} if missing else {}
    assert blank == {}


def test_each_is_on_a4_and_a_booklet_on_whole_sheets(built: Path) -> None:
    for row in sheets(built):
        wanted = sorted(A4, reverse=BY_NAME[row["variant"]].folded)
        for size in sizes_of_pages(file_of(built, row)):
            assert size == pytest.approx(wanted, abs=1), row["name"]
        if BY_NAME[row["variant"]].folded:
            assert row["pages"] % 2 == 0, row["name"]


def test_each_has_its_title_and_language_and_is_tagged_with_bookmarks(built: Path) -> None:
    for row in sheets(built):
        with pikepdf.open(file_of(built, row)) as pdf:
            assert str(pdf.Root.Lang) == row["language"], row["name"]
            assert str(pdf.docinfo.Title), row["name"]
            assert pdf.Root.ViewerPreferences.DisplayDocTitle, row["name"]
            if row["variant"] in PLAIN:
                assert pdf.Root.MarkInfo.Marked, row["name"]
                assert "/Outlines" in pdf.Root, row["name"]
            else:
                assert pdf.Root.ViewerPreferences.Duplex == "/DuplexFlipShortEdge", row["name"]
                assert "/StructTreeRoot" not in pdf.Root  # said in booklets: a booklet is for paper


def test_headings_go_down_by_one_pictures_have_words_and_tables_have_headings(built: Path) -> None:
    for row in sheets(built, *PLAIN):
        level = 0
        tags = tags_of(file_of(built, row))
        for tag in tags:
            if len(tag.name) == 2 and tag.name[0] == "H":
                assert int(tag.name[1]) <= level + 1, row["name"]
                level = int(tag.name[1])
            if tag.name == "Figure":
                assert tag.alt, row["name"]
            if tag.name == "TD":
                assert "/Headers" in tag.attributes, row["name"]  # the ids of its column's heading and its row's
        names = {tag.name for tag in tags}
        assert ("TD" in names) <= ("TH" in names), row["name"]


@pytest.mark.skipif(not shutil.which("pdfinfo"), reason="poppler-utils is not installed")
@pytest.mark.parametrize("variant", PLAIN)
def test_tags_are_read_in_the_order_of_the_source(variant: str, built: Path) -> None:
    for row in sheets(built, variant):
        prefix = "" if row["language"] == "en" else "cy/"
        source = built / "build/print/site" / f"{prefix}{row['resource']}" / f"{BY_NAME[variant].page}.html"
        contents = row["pages"] > LONGEST_WITHOUT_CONTENTS
        wanted = words_in_source(source, contents, BY_NAME[variant].columns)
        assert words_in_tags(file_of(built, row), shutil.which("pdfinfo") or "") == wanted, row["name"]


def test_every_welsh_letter_can_be_copied(built: Path) -> None:
    for variant in ("a4", "large", "booklet"):
        kinds = [kind for kind in KINDS if kind.listed and BY_NAME[variant].fits(kind)]
        texts = (file for kind in kinds for file in (built / "docs" / kind.folder).rglob("*.cy.md"))
        written = {letter for file in texts if file.stem != "easy.cy" for letter in file.read_text("utf-8")}
        found = {
            one.text
            for row in sheets(built, variant)
            if row["language"] == "cy"
            for one in letters(file_of(built, row))
        }
        assert found >= set(WELSH) & written, variant


def text_of(built: Path, row: dict[str, Any], code: str) -> str:
    """Return the words of a PDF without spaces, the paper held as the language `code` is read.

    Of a booklet that is turned, the second language stands upside down; from the wrong way up, PDFium puts the pieces
    of a line into the wrong order.
    """
    with pypdfium2.PdfDocument(file_of(built, row)) as pdf:
        words = []
        for page in pdf:
            page.set_rotation(0 if code == row["language"] else 180)
            words.append(page.get_textpage().get_text_range())
    # PDFium gives a hyphen at the end of a line as U+FFFE.
    return "".join("".join(words).replace("\ufffe", "-").split())


def test_every_copy_says_whose_it_is_how_old_and_where_a_newer_one_is(built: Path) -> None:
    said = {
        "en": ("Editionof21November2026", "Lookforaneweredition", "Madeby:", "Whatyoumaydowithit:"),
        "cy": ("Rhifyn21Tachwedd2026", "Chwiliwchamrifynmwynewydd", "Gwnaedgan:", "Bethycewcheiwneudâhwn:"),
    }
    for row in sheets(built):
        for code in row["holds"]:
            text = text_of(built, row, code)
            for words in said[code]:
                assert words in text, (row["name"], words)
            folder = "" if code == "en" else "cy/"
            assert f"fingerpost.example/{folder}{row['resource']}/" in text, (row["name"], code)


def test_the_second_language_of_a_turned_booklet_is_upside_down(built: Path) -> None:
    """What says so is its first words: they are the right way up only for somebody who has turned the booklet."""
    for row in sheets(built, "tilt-and-turn"):
        other = next(code for code in row["holds"] if code != row["language"])
        said = {"en": "Editionof21November2026.Lookfor", "cy": "Rhifyn21Tachwedd2026.Chwiliwch"}[other]
        assert said in text_of(built, row, other), row["name"]
        assert said not in text_of(built, row, row["language"]), row["name"]


def test_a_draft_translation_says_so_on_its_first_page(built: Path) -> None:
    for row in sheets(built, "a4", "large", "easy"):
        first = "".join(one.text for one in letters(file_of(built, row)) if one.page == 1)
        draft = "status: draft" in (built / "docs" / row["resource"] / f"index.{row['language']}.md").read_text("utf-8")
        assert ("Drafftyw'rcyfieithiadhwn" in first) is draft, row["name"]


def test_what_is_offered_on_a_page_is_there(built: Path) -> None:
    for site in (built / "site", built / "dist/usb/data/site"):
        up = "../../" if site.name == "site" and site.parent == built else "../../../"
        html = (site / "guides/setting-limits/index.html").read_text("utf-8")
        for variant in ("a4", "large", "booklet", "tilt-and-turn"):
            for code in ("en", "cy"):
                place = f"{up}print/{code}/guide-setting-limits.{variant}.pdf"
                assert f'href="{place}"' in html
                assert Path(os.path.normpath(site / "guides/setting-limits" / place)).is_file()
