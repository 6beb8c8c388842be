"""The shelf of e-books that were made, and which of them an edition may offer."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from fingerpost.gate import Edition, Outcome
from fingerpost.library import Library, Resource
from fingerpost.stage import BookFile, Books, see, texts_shown

LIST = "books.json"
SHOWN = (Outcome.FULL, Outcome.RECORD)


@dataclass(frozen=True, slots=True)
class Copy:
    """One e-book that was made: of which resource (or everything), its language, its file, its size in bytes.

    `holds` are the ids of what is in it.
    """

    resource: str
    language: str
    name: str
    size: int
    holds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BookShelf:
    """A folder of e-books and what each one is."""

    folder: Path
    copies: tuple[Copy, ...] = ()


def offered_books(library: Library, shelf: BookShelf, edition: Edition, folder: str) -> Books:
    """Return the e-books that an edition may offer, by resource (or everything) and language.

    `folder` is where they lie, seen from the top of the edition's pages. A book is offered where all of it may be
    shown there: of everything it holds, so one text that may only be offline keeps the whole from the web.
    """
    found = {}
    for copy in shelf.copies:
        inside = [library.resources.get(id) for id in copy.holds]
        if all(resource and may_offer(library, resource, copy.language, edition) for resource in inside):
            found[copy.resource, copy.language] = BookFile(f"{folder}/{copy.name}", copy.size)
    return found


def may_offer(library: Library, resource: Resource, language: str, edition: Edition) -> bool:
    """Whether an edition may offer what a book holds of a resource in a language; both gates have to be open."""
    inside, there = (see(library, resource, language, gate) for gate in (Edition.EPUB, edition))
    if not inside or not there or inside.outcome not in SHOWN or there.outcome not in SHOWN:
        return False
    if inside.outcome is Outcome.FULL and there.outcome is not Outcome.FULL:
        return False
    return set(texts_shown(library, inside, Edition.EPUB)) <= set(texts_shown(library, there, edition))


def read_books(folder: Path) -> BookShelf:
    """Return the shelf as the last build left it, empty if there was none."""
    try:
        rows = json.loads((folder / LIST).read_text("utf-8"))["books"]
        copies = (Copy(**{**row, "holds": tuple(row["holds"])}) for row in rows)
        return BookShelf(folder, tuple(copy for copy in copies if (folder / copy.name).is_file()))
    except (OSError, ValueError, KeyError, TypeError):
        return BookShelf(folder)


def write_books(copies: tuple[Copy, ...], folder: Path) -> None:
    """Write the shelf's list beside its books."""
    rows = [asdict(copy) for copy in copies]
    (folder / LIST).write_text(json.dumps({"books": rows}, ensure_ascii=False, indent=2) + "\n", "utf-8")
