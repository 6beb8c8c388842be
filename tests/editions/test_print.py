"""The PDFs: tagged, in their language, every letter drawn as itself, in our typeface, the same bytes each time."""

import io
import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from fingerpost.editions.print.draw import PageProblem, draw
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from tests.conftest import CHECKOUT

PAPER = CHECKOUT / "overrides" / "paper"
ADDRESS, MADE = "https://fingerpost.example/", datetime(2026, 11, 21, tzinfo=UTC)
TOOLKITS = sorted(folder.name for folder in (CHECKOUT / "docs" / "toolkits").iterdir())


def fonts_of(reader: PdfReader) -> dict[str, DictionaryObject]:
    """Return each font dictionary of a PDF by its name."""
    found: dict[str, DictionaryObject] = {}
    for page in reader.pages:
        resources: Any = page["/Resources"]
        for font in resources.get("/Font", {}).values():
            found[font.get_object()["/BaseFont"]] = font.get_object()
    return found


def outline(font: TTFont, glyph: str) -> list[Any]:
    """Return a glyph's drawing, its pieces put together."""
    pen = DecomposingRecordingPen(font.getGlyphSet())
    font.getGlyphSet()[glyph].draw(pen)
    drawn: list[Any] = pen.value
    return drawn


def letters_of(font: DictionaryObject) -> dict[int, str]:
    """Return what each glyph of a font is said to mean, from its ToUnicode table."""
    meaning: dict[int, str] = {}
    table: Any = font["/ToUnicode"]
    pairs = table.get_object().get_data().decode("latin-1").split("beginbfchar", 1)[1]
    for glyph, letter in re.findall(r"^<([0-9a-f]+)> <([0-9a-f]+)>$", pairs, re.MULTILINE):
        meaning[int(glyph, 16)] = bytes.fromhex(letter).decode("utf-16-be")
    return meaning


def wrongly_drawn(pdf: Path, ours: dict[str, Path]) -> list[str]:
    """Return the letters that a PDF draws otherwise than the typeface does, each as it would be copied."""
    wrong = []
    for name, font in fonts_of(PdfReader(pdf)).items():
        weight = "700" if "Bold" in name else "400"
        original = TTFont(ours[weight])
        descendant: Any = font["/DescendantFonts"]
        file = descendant[0].get_object()["/FontDescriptor"]["/FontFile2"].get_object().get_data()
        embedded = TTFont(io.BytesIO(file))
        order, letters = embedded.getGlyphOrder(), original.getBestCmap()
        for glyph, letter in letters_of(font).items():
            if len(letter) != 1 or letter.isspace() or ord(letter) not in letters:
                continue
            # A list's figures are all of one width: `one.tf` is as much a 1 as `one` is.
            name = letters[ord(letter)]
            forms = [form for form in original.getGlyphOrder() if form == name or form.startswith(f"{name}.")]
            if outline(embedded, order[glyph]) not in [outline(original, form) for form in forms]:
                wrong.append(letter)
    return wrong


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("toolkit", TOOLKITS)
def test_a_toolkit_is_one_tagged_pdf_a_language(toolkit: str, language: str, built: Path) -> None:
    reader = PdfReader(built / "dist" / "print" / language / f"toolkit-{toolkit}.a4.pdf")
    catalogue: Any = reader.trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/Lang"] == language
    assert "/StructTreeRoot" in catalogue
    assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title
    assert reader.metadata.author is None
    width, height = (float(side) for side in reader.pages[0].mediabox[2:])
    assert (round(width), round(height)) == (595, 842)
    first = reader.pages[0].extract_text()
    assert {"en": "Edition of 21 November 2026", "cy": "Rhifyn 21 Tachwedd 2026"}[language] in first
    assert f"fingerpost.example/{'cy/' if language == 'cy' else ''}toolkits/{toolkit}/" in first.replace("\n", "")


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("toolkit", TOOLKITS)
def test_every_letter_is_drawn_as_itself_in_our_typeface(toolkit: str, language: str, built: Path) -> None:
    pdf = built / "dist" / "print" / language / f"toolkit-{toolkit}.a4.pdf"
    assert all("Atkinson-Hyperlegible-Next" in name for name in fonts_of(PdfReader(pdf)))
    assert wrongly_drawn(pdf, {weight: PAPER / f"atkinson-{weight}.woff2" for weight in ("400", "700")}) == []
    if language == "cy":
        drawn = {letter for font in fonts_of(PdfReader(pdf)).values() for letter in letters_of(font).values()}
        assert "ŵ" in drawn


def test_the_letter_check_trips_on_two_files_of_one_family(tmp_path: Path) -> None:
    """What WeasyPrint 70 does with a typeface in two files, and why ours is in one."""
    fonts = CHECKOUT / "overrides" / "assets" / "fonts"
    faces = "".join(
        f"@font-face {{font-family: A; src: url({name}); unicode-range: {span}}}"
        for name, span in (("atkinson-400.woff2", "U+0-FF"), ("atkinson-400-ext.woff2", "U+100-2AF"))
    )
    for file in fonts.glob("*.woff2"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    page = tmp_path / "index.html"
    page.write_text(
        f'<!doctype html><html lang="cy"><meta charset="utf-8"><title>x</title><style>{faces} body {{font-family: A}}'
        "</style><p>y grŵp yn y tŷ</p>",
        "utf-8",
    )
    draw(
        page,
        tmp_path / "out.pdf",
        allowed=tmp_path,
        address="https://fingerpost.example/",
        made=datetime(2026, 11, 21, tzinfo=UTC),
    )
    assert "ŵ" in wrongly_drawn(tmp_path / "out.pdf", {"400": PAPER / "atkinson-400.woff2"})


def test_a_picture_that_cannot_be_had_stops_the_pdf(tmp_path: Path) -> None:
    inside = tmp_path / "in"
    inside.mkdir()
    (tmp_path / "secret.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>", "utf-8")
    page = inside / "index.html"
    for source in (
        "missing.png",
        "../secret.svg",
        "%2e%2e/secret.svg",
        (tmp_path / "secret.svg").as_uri(),
        "http://192.0.2.1/x.png",
    ):
        page.write_text(f'<!doctype html><html lang="en"><title>x</title><img alt="x" src="{source}">', "utf-8")
        with pytest.raises(PageProblem):
            draw(
                page,
                inside / "out.pdf",
                allowed=inside,
                address="https://fingerpost.example/",
                made=datetime(2026, 11, 21, tzinfo=UTC),
            )
        assert not (inside / "out.pdf").exists()
        assert not (inside / "out.part").exists()


def test_the_list_of_prints_says_what_is_there(built: Path) -> None:
    folder = built / "dist" / "print"
    rows = json.loads((folder / "prints.json").read_text("utf-8"))["prints"]
    assert {row["name"] for row in rows} == {file.relative_to(folder).as_posix() for file in folder.rglob("*.pdf")}
    for row in rows:
        assert row["pages"] == len(PdfReader(folder / row["name"]).pages)
        assert row["size"] == (folder / row["name"]).stat().st_size
