"""The cover of a book: a page of ours in our typeface, drawn as a picture that is clear on black and white screens."""

import hashlib
import io
import shutil
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from pathlib import Path

from fingerpost.editions.collection import Collection
from fingerpost.editions.epub.book import Book
from fingerpost.editions.print.draw import DrawingProblem, PageProblem, draw
from fingerpost.render import render_template

WIDE, HIGH = 1200, 1600  # pixels; the page is three by four: enough for any reader's shelf
COLOURS = 16  # of grey: what an e-ink screen shows
# What the page of a cover is made of, besides its words: files of the theme.
PARTS = ("epub/cover.css", "paper/atkinson-400.woff2", "paper/atkinson-700.woff2", "assets/mark.svg")


@dataclass(slots=True)
class Covers:
    """Draws covers, and keeps them in the folder `work` by what they say, so that each is drawn once."""

    collection: Collection
    work: Path
    used: set[str] = field(default_factory=set)

    def cover_of(self, book: Book) -> bytes:
        """Return a book's cover as a PNG; nothing where nothing can be drawn on this computer.

        A book without a picture is whole all the same: its first page says in words what it is.
        """
        html = render_template(self.collection.project, "epub/cover.html", _said(self.collection, book))
        mark = hashlib.sha256(html.encode())
        for name in PARTS:
            mark.update((self.collection.project.overrides / name).read_bytes())
        kept = self.work / "kept" / f"{mark.hexdigest()}.png"
        self.used.add(kept.name)
        if not kept.is_file():
            picture = _drawn(self.collection, html, self.work / "cover")
            if not picture:
                return b""
            kept.parent.mkdir(exist_ok=True)
            kept.write_bytes(picture)
        return kept.read_bytes()

    def tidy(self) -> None:
        """Forget the covers that no book has any more."""
        shutil.rmtree(self.work / "cover", ignore_errors=True)
        for file in (self.work / "kept").glob("*.png"):
            if file.name not in self.used:
                file.unlink()


def _said(collection: Collection, book: Book) -> dict[str, object]:
    words, site = collection.words[book.language], collection.project.site
    language = site.language(book.language)
    return {
        "lang": book.language,
        "direction": language.direction,
        "site_name": language.site_name,
        "kind": words("book-all" if book.whole else "kind-toolkit"),
        "title": book.title,
        "about": book.about,
        "edition": words("print-edition", day=words.day(collection.library.made.date())),
    }


def _drawn(collection: Collection, html: str, folder: Path) -> bytes:
    """Draw the cover's page in a folder and return its picture, or nothing where it cannot be drawn here."""
    for name in PARTS:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((collection.project.overrides / name).read_bytes())
    page, pdf = folder / "epub" / "cover.html", folder / "cover.pdf"
    page.write_text(html, "utf-8")
    day = datetime.combine(collection.library.made.date(), time(), UTC)
    try:
        draw(page, pdf, allowed=folder, address=collection.project.site.url, made=day)
    except (DrawingProblem, PageProblem):  # Pango is missing, or a letter is in no typeface
        return b""
    return _picture(pdf)


def _picture(pdf: Path) -> bytes:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        first = document[0]
        drawn = first.render(scale=WIDE / first.get_width(), grayscale=True).to_pil().convert("L")
        drawn = drawn.crop((0, 0, WIDE, HIGH))
    finally:
        document.close()
    stream = io.BytesIO()
    drawn.quantize(COLOURS).save(stream, "PNG", optimize=True)
    return stream.getvalue()
