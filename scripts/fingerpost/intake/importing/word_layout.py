"""How a Word document is laid out, set right where the converter takes it for something else."""

import xml.etree.ElementTree as ET

from fingerpost.intake.importing.document import Left
from fingerpost.intake.importing.xml import first, inside, parsed, value
from fingerpost.languages.phrases import say
from fingerpost.metadata.markup import local

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def columns_counted(main: ET.Element) -> None:
    """Give each table without a list of its columns one: the converter takes it for one column wide."""
    for table in inside(main, "tbl"):
        grid = first(table, "tblGrid")
        if grid is not None and len(grid):
            continue
        rows = [row for row in table if local(row.tag) == "tr"]
        wide = max((sum(_width(cell) for cell in row if local(cell.tag) == "tc") for row in rows), default=0)
        if grid is None:
            grid = ET.Element(f"{W}tblGrid")
            table.insert(1 if first(table, "tblPr") is not None else 0, grid)
        grid.extend(ET.Element(f"{W}gridCol", {f"{W}w": "1000"}) for _ in range(min(wide, 60)))


def _width(cell: ET.Element) -> int:
    said = value(first(cell, "tcPr", "gridSpan"), "val")
    return int(said) if said.isdigit() else 1


def upright(root: ET.Element) -> None:
    """Take indents away: the converter takes an indented paragraph for a quotation."""
    for about in inside(root, "pPr"):
        indent = first(about, "ind")
        if indent is not None and first(about, "numPr") is None:
            about.remove(indent)


def lists_in_notes(notes: dict[str, ET.Element], left: list[Left]) -> None:
    """Say that lists in notes lose their marks: the converter does not see them there."""
    for root in notes.values():
        if next(inside(root, "numPr"), None) is not None:
            left.append(Left(say("A list in a footnote: its items stand as paragraphs"), say("in the notes")))


def unnumbered(main: ET.Element, numbering: bytes | None) -> None:
    """Take the number from paragraphs that go on with the item before: their number is there, and shows nothing."""
    if not numbering:
        return
    root = parsed(numbering)
    blank = {
        (value(abstract, "abstractNumId"), value(level, "ilvl"))
        for abstract in inside(root, "abstractNum")
        for level in inside(abstract, "lvl")
        if not value(first(level, "lvlText"), "val").strip() and value(first(level, "numFmt"), "val") != "none"
    }
    silent = {
        (value(number, "numId"), level)
        for number in inside(root, "num")
        for abstract, level in blank
        if value(first(number, "abstractNumId"), "val") == abstract
    }
    for paragraph in inside(main, "p"):
        about, own = first(paragraph, "pPr"), first(paragraph, "pPr", "numPr")
        key = (
            value(first(paragraph, "pPr", "numPr", "numId"), "val"),
            value(first(own, "ilvl") if own is not None else None, "val"),
        )
        if about is not None and own is not None and key in silent:
            about.remove(own)
