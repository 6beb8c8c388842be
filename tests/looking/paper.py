"""Looking at a PDF as a printer and a screen reader would: sizes of letters, margins, fonts, tags, order of words."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

LETTERS = re.compile(r"[\W\d_]+")
MILLIMETRE = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter on a page: which, how large in points, its box in points from the lower left corner."""

    text: str
    page: int
    points: float
    left: float
    bottom: float
    right: float
    top: float


def letters_on(pdf: Path) -> Iterator[Letter]:
    """Yield every letter that can be seen, as PDFium finds it."""
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document, start=1):
            text = page.get_textpage()
            for at in range(text.count_chars()):
                letter = chr(pdfium.FPDFText_GetUnicode(text.raw, at))
                if not letter.strip():
                    continue
                matrix = pdfium.FS_MATRIX()
                pdfium.FPDFText_GetMatrix(text.raw, at, matrix)
                size = pdfium.FPDFText_GetFontSize(text.raw, at) * (matrix.a**2 + matrix.b**2) ** 0.5
                yield Letter(letter, number, size, *text.get_charbox(at))


def sizes_of_pages(pdf: Path) -> list[tuple[float, float]]:
    """Return the width and height of each page in points."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_size() for page in document]


def faults_of_file(pdf: Path) -> list[str]:
    """Return what qpdf would complain of, and fonts that are not embedded or not ours."""
    with pikepdf.open(pdf) as document:
        faults = [str(one) for one in document.check_pdf_syntax()]
        for thing in document.objects:
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor":
                name = str(thing.get("/FontName"))
                if not any(key in thing for key in ("/FontFile", "/FontFile2", "/FontFile3")):
                    faults.append(f"{name} is not embedded")
                if "Atkinson-Hyperlegible-Next" not in name:
                    faults.append(f"{name} is not ours")
    return faults


@dataclass(frozen=True, slots=True)
class Tag:
    """A structure element: its type, its alternative text, and its attributes as they are written."""

    name: str
    alt: str
    attributes: str


def tags_of(pdf: Path) -> list[Tag]:
    """Return the structure elements of a tagged PDF in reading order (ISO 32000-2, 14.7)."""
    found: list[Tag] = []

    def walk(thing: Any) -> None:
        if isinstance(thing, pikepdf.Array):
            for one in thing:
                walk(one)
        elif isinstance(thing, pikepdf.Dictionary):
            if "/S" in thing:
                attributes = thing["/A"].unparse(resolved=True).decode("latin-1") if "/A" in thing else ""
                found.append(Tag(str(thing["/S"]).removeprefix("/"), str(thing.get("/Alt", "")), attributes))
            if "/K" in thing:
                walk(thing["/K"])

    with pikepdf.open(pdf) as document:
        walk(document.Root.StructTreeRoot)
    return found


def words_in_tags(pdf: Path, pdfinfo: str) -> str:
    """Return the letters of a PDF's words in the order of its tags, as `pdfinfo -struct-text` (Poppler) reads them."""
    said = subprocess.run([pdfinfo, "-struct-text", str(pdf)], capture_output=True, text=True, check=True).stdout
    lines = (line.strip() for line in said.splitlines())
    return only_letters("".join(line[1:-1] for line in lines if line.startswith('"')))


def words_in_source(page: Path, contents: bool = False, columns: int = 99) -> str:
    """Return the letters of the words that a page of HTML shows, in its order.

    With `contents` the list that long ones begin with is among them; of a table with more than so many columns each
    cell stands behind the heading of its column.
    """
    reader = _Reader(("folio",) if contents else ("folio", "when-long"), columns)
    reader.feed(page.read_text("utf-8"))
    return only_letters("".join(reader.words))


def only_letters(text: str) -> str:
    """Return a text without spaces, figures and signs: paper adds page numbers and brackets of its own."""
    return LETTERS.sub("", text)


class _Reader(HTMLParser):
    def __init__(self, hidden: tuple[str, ...], columns: int) -> None:
        super().__init__()
        self.hidden, self.columns = hidden, columns
        self.words: list[str] = []
        self.left_out = 0
        self.open: list[tuple[str, bool]] = []
        self.rows: list[list[list[str]]] = []  # of the table that is being read: its cells, each with its words
        self.in_table = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("meta", "img", "br", "hr", "input", "col", "wbr"):
            return
        css = dict(attrs).get("class") or ""
        out = tag == "head" or any(name in css.split() for name in self.hidden)
        self.open.append((tag, out))
        self.left_out += out
        if tag == "table":
            self.in_table, self.rows = True, []
        elif tag == "tr":
            self.rows.append([])
        elif tag in ("th", "td"):
            self.rows[-1].append([])

    def handle_endtag(self, tag: str) -> None:
        if tag == "table":
            self.in_table = False
            self.words += self._of_table()
        while self.open:
            name, out = self.open.pop()
            self.left_out -= out
            if name == tag:
                return

    def handle_data(self, data: str) -> None:
        if self.in_table and self.rows and self.rows[-1]:
            self.rows[-1][-1].append(data)
        elif not self.left_out:
            self.words.append(data)

    def _of_table(self) -> list[str]:
        head, *rows = [["".join(cell) for cell in row] for row in self.rows]
        if len(head) <= self.columns:
            return [cell for row in (head, *rows) for cell in row]
        return [word for row in rows for pair in zip(head, row, strict=True) for word in pair]
