"""Drawings: each is one page of HTML in one layout, drawn once, and kept until something that it is made of changes."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.metadata import version
from pathlib import Path

from fingerpost.editions.print.draw import Layout

# What a PDF depends on beside its page and the styles. Pango comes with the system and is left out: where it is
# renewed, and lines break elsewhere, nothing is wrong with what was drawn before.
MADE_WITH = ("weasyprint", "pydyf", "pikepdf", "pillow")
WAY = "pdf/ua-1, tags tidied (2), tables with scopes or as lists, at its address, pictures of 300 dots an inch"


@cache
def drawer() -> str:
    """Return what draws: the releases of the libraries, and our way with them."""
    return ", ".join([WAY, *(f"{name} {version(name)}" for name in MADE_WITH)])


@dataclass(frozen=True, slots=True)
class Drawing:
    """A page to be drawn: its file below the folder of pages, how, and what it is called where something is wrong."""

    page: Path
    layout: Layout
    name: str


@dataclass(frozen=True, slots=True)
class Kept:
    """The folder of what was drawn before, from the pages in `site`, by what `made_with` names.

    A file's name is its key and how many pages it has.
    """

    folder: Path
    site: Path
    made_with: str = field(default_factory=drawer)

    def key(self, drawing: Drawing) -> str:
        """Everything a PDF is made of: its page, the pictures beside it, our styles and typeface, and the drawer."""
        digest = hashlib.sha256(f"{self.made_with}\0{drawing.layout}\0{_paper(self.site)}\0".encode())
        digest.update(_named(drawing.page, self.site))
        for file in sorted(_beside(drawing.page, drawing.page.parent)):
            digest.update(_named(file, self.site))
        return digest.hexdigest()[:32]

    def find(self, key: str) -> Path | None:
        """Return a PDF that was drawn before with this key."""
        return _standing(self.folder, self.folder.stat().st_mtime_ns).get(key)

    def place(self, key: str, pages: int) -> Path:
        """Return where a PDF with this key and as many pages is kept."""
        return self.folder / f"{key}-{pages}.pdf"

    def tidy(self, used: Iterable[str]) -> None:
        """Forget PDFs that no page leads to any more: what was withdrawn must not lie in a cache."""
        wanted = set(used)
        for file in self.folder.glob("*"):
            if file.suffix != ".pdf" or file.stem.rsplit("-", 1)[0] not in wanted:
                file.unlink()


def pages_of(kept: Path) -> int:
    """Return how many pages a kept PDF has, from its name."""
    return int(kept.stem.rsplit("-", 1)[1])


@cache
def _paper(site: Path) -> str:
    """Return a mark of the styles, drawings and typefaces."""
    digest = hashlib.sha256()
    for file in sorted(file for file in (site / "paper").rglob("*") if file.is_file()):
        digest.update(_named(file, site))
    return digest.hexdigest()


@lru_cache(maxsize=1)
def _standing(folder: Path, _changed: int) -> dict[str, Path]:
    """Return what stands in a folder by key. To look for each of 600 by its pattern took a third of a second."""
    return {file.stem.rsplit("-", 1)[0]: file for file in folder.glob("*.pdf")}


def _beside(page: Path, folder: Path) -> Iterable[Path]:
    return (file for file in folder.rglob("*") if file.is_file() and file.suffix != ".html" and file != page)


def _named(file: Path, site: Path) -> bytes:
    return file.relative_to(site).as_posix().encode() + b"\0" + file.read_bytes() + b"\0"
