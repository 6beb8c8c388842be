"""How large a copy will be, said before it is written."""

from dataclasses import dataclass
from pathlib import Path

from fingerpost.stage import Books, Prints

# Measured on the starter content: what a page of HTML has around its words, what the search index takes for each byte
# of staged words, and what every copy has (styles, scripts, typeface, icons, first pages).
AROUND_A_PAGE = 5_500
MARKDOWN_TO_PAGE = 1.35
MARKDOWN_TO_SEARCH = 0.65
IN_EVERY_COPY = 450_000


@dataclass(frozen=True, slots=True)
class Estimate:
    """Bytes by what they are for: pages with their search, files beside them, PDFs, e-books."""

    pages: int
    files: int
    prints: int
    books: int

    @property
    def whole(self) -> int:
        """Bytes of all of it."""
        return self.pages + self.files + self.prints + self.books


def estimate(staged: Path, prints: Prints, books: Books) -> Estimate:
    """Return how large a copy of a staged tree will be with these PDFs and e-books: those exactly, pages about."""
    pages = beside = 0
    for file in staged.rglob("*"):
        if file.suffix == ".md":
            size = file.stat().st_size
            pages += AROUND_A_PAGE + int(size * (MARKDOWN_TO_PAGE + MARKDOWN_TO_SEARCH))
        elif file.is_file():
            beside += file.stat().st_size
    sheets = {one.place: one.size for files in prints.values() for one in files}
    carried = sum(book.size for book in books.values())
    return Estimate(pages + IN_EVERY_COPY, beside, sum(sheets.values()), carried)
