"""What would be sent back to a printer, or not be heard by who listens to a PDF: each as a list of sentences."""

import re
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from tests.looking.paper import MILLIMETRE, Letter, letters_on, sizes_of_pages

HUNDREDTH = 0.01  # of a point
TOLERANCE = 1.5  # millimetres: a letter leans out of its line, and PDFium adds a whole stroke around the QR code
# Every letter of Welsh with a mark on it: circumflex, acute, grave, diaeresis.
MARKED = "âêîôûŵŷáéíóúẃýàèìòùẁỳäëïöüẅÿ"
WELSH = MARKED + MARKED.upper()
DRAWN = (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING, pdfium.FPDF_PAGEOBJ_FORM)
SHOWS_TEXT = ("Tj", "TJ", "'", '"')


@dataclass(frozen=True, slots=True)
class Margins:
    """The margins of a page in millimetres; page numbers may stand in the one at the foot."""

    top: float
    side: float
    foot: float


def margins_of(style: Path) -> Margins:
    """Return the margins that a file of styles promises for every page (CSS Paged Media 3)."""
    found = re.search(r"@page \{[^}]*?margin: ([^;]+);", style.read_text("utf-8"))
    assert found, style
    top, side, foot = ([float(one.removesuffix("mm")) for one in found[1].split()] * 2)[:3]
    return Margins(top, side, foot)


def complaints_of_qpdf(files: Iterable[Path], qpdf: str) -> dict[str, str]:
    """Return what `qpdf --check` complains of: it ends with 2 for errors and with 3 for warnings."""
    wrong = {}
    for file in files:
        done = subprocess.run([qpdf, "--check", file], capture_output=True, text=True, check=False, errors="replace")
        if done.returncode:
            wrong[file.name] = (done.stdout + done.stderr).splitlines()[-1]
    return wrong


def smaller_than(letters: Iterable[Letter], points: float) -> list[str]:
    """Return the letters of a PDF that are smaller than so many points, page by page."""
    small = (one for one in letters if one.points < points - HUNDREDTH)
    return sorted({f"page {one.page}: {one.text} of {one.points:.1f} points" for one in small})


def pages_without_words(letters: Iterable[Letter], pages: int) -> set[int]:
    """Return the numbers of those of so many pages on which there is no letter at all."""
    return set(range(1, pages + 1)) - {one.page for one in letters}


def faults_of_catalogue(pdf: Path, language: str) -> list[str]:
    """Return what a PDF does not say of itself: its language, its title, that the title is shown (ISO 14289-1, 7.1)."""
    with pikepdf.open(pdf) as document:
        with document.open_metadata() as about:
            titles = {str(document.docinfo.get("/Title", "")).strip(), str(about.get("dc:title", "")).strip()}
        faults = {
            "its language is not said": str(document.Root.get("/Lang", "")) == language,
            "its title is not said, or twice and not alike": len(titles) == 1 and "" not in titles,
            "its file name is shown and not its title": "/DisplayDocTitle"
            in document.Root.get("/ViewerPreferences", pikepdf.Dictionary()),
        }
    return [words for words, sound in faults.items() if not sound]


def over_the_margins(pdf: Path, margins: Margins) -> list[str]:
    """Return what stands, on the pages of a PDF that is not folded, outside its margins: letters, lines, pictures."""
    sizes, over = sizes_of_pages(pdf), set()
    for one in letters_on(pdf):
        # What is at the foot of a page may be its number; an office printer leaves 5 mm of the edge white.
        if _over((one.left, one.bottom, one.right, one.top), sizes[one.page - 1], margins, foot=6):
            over.add(f"page {one.page}: {one.text}")
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document, start=1):
            for thing in page.get_objects(filter=DRAWN, max_depth=1):
                if _over(thing.get_bounds(), page.get_size(), margins, foot=margins.foot):
                    over.add(f"page {number}: a line or a picture")
    return sorted(over)


def _over(box: Sequence[float], size: tuple[float, float], margins: Margins, foot: float) -> bool:
    left, bottom, right, top = (side / MILLIMETRE for side in box)
    width, height = (side / MILLIMETRE for side in size)
    inner = margins.side - TOLERANCE
    return left < inner or right > width - inner or top > height - margins.top + TOLERANCE or bottom < foot - TOLERANCE


def faults_of_tags(pdf: Path) -> list[str]:
    """Return what is wrong with the tags of a PDF: headings, pictures, tables, and what no tag leads to.

    Of ISO 14289-1 (PDF/UA-1): 7.1 (all content is tagged or an artifact), 7.3 (pictures), 7.4 (headings), 7.5 (tables).
    """
    with pikepdf.open(pdf) as document:
        if "/StructTreeRoot" not in document.Root or "/MarkInfo" not in document.Root:
            return ["it is not tagged"]
        elements = list(_elements(document.Root.StructTreeRoot.K))
        return [*_in_the_tree(elements), *_on_the_pages(document, elements)]


def _elements(thing: Any) -> Iterator[Any]:
    if isinstance(thing, pikepdf.Array):
        for one in thing:
            yield from _elements(one)
    elif isinstance(thing, pikepdf.Dictionary) and "/S" in thing:
        yield thing
        yield from _elements(thing.get("/K", pikepdf.Array()))


def _in_the_tree(elements: list[Any]) -> Iterator[str]:
    level = 0
    headings = {str(one["/ID"]) for one in elements if one.S == "/TH" and "/ID" in one}
    for one in elements:
        name = str(one.S).removeprefix("/")
        if re.fullmatch(r"H[1-6]", name):
            if int(name[1]) > level + 1:
                yield f"a heading {name} after one of level {level}"
            level = int(name[1])
        if name in ("H1", "H2", "H3", "H4", "H5", "H6", "Link", "TH") and not _holds_content(one):
            yield f"{name} holds nothing"
        if name == "Figure" and not str(one.get("/Alt", "")).strip():
            yield "a picture without words"
        if name == "TD":
            attributes = one.get("/A", pikepdf.Dictionary())
            named = [str(key) for key in attributes.get("/Headers", pikepdf.Array())]
            if not named or not set(named) <= headings:
                yield "a cell that no heading of its table belongs to"


def _holds_content(element: Any) -> bool:
    kids = element.get("/K", pikepdf.Array())
    kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    return any(not isinstance(kid, pikepdf.Dictionary) or ("/S" in kid and _holds_content(kid)) for kid in kids)


def _on_the_pages(document: pikepdf.Pdf, elements: list[Any]) -> Iterator[str]:
    """Yield what is drawn and neither tagged nor an artifact, and tags on a page that the tree does not have."""
    known = {one.objgen for one in elements}
    numbers = document.Root.StructTreeRoot.ParentTree.Nums
    lists = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
    for number, page in enumerate(document.pages, start=1):
        of_page, open_marks = lists[int(page.obj.StructParents)], []
        for instruction in pikepdf.parse_content_stream(page):
            operands: list[Any] = list(instruction.operands)
            what = str(instruction.operator)
            if what in ("BDC", "BMC"):
                mark = operands[1].get("/MCID") if what == "BDC" else None
                open_marks.append(mark)
                if mark is not None and getattr(of_page[int(mark)], "objgen", None) not in known:
                    yield f"page {number}: a tag that the tree does not have"
                elif mark is None and operands[0] != "/Artifact":
                    yield f"page {number}: marked as {operands[0]}, with no tag"
            elif what == "EMC":
                open_marks.pop()
            elif not open_marks and what in (*SHOWS_TEXT, "Do"):
                yield f"page {number}: {'a picture' if what == 'Do' else 'words'} neither tagged nor an artifact"
