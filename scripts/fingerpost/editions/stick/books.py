"""The e-books that a copy takes along: whatever stands in dist/epub, of the languages that the copy has."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

FOLDER = "epub"


@dataclass(frozen=True, slots=True)
class Book:
    """An e-book: its path below dist/epub, and its size in bytes."""

    name: str
    size: int


def books_in(folder: Path, codes: Sequence[str], every: Sequence[str]) -> Mapping[str, list[Book]]:
    """Return the e-books in a folder by language, those of each by name.

    A book's language is the code in its path, as a folder or between dots or hyphens; one that names none is offered
    in each. `every` are all languages of the collection: what is in one that the copy does without is left.
    """
    found: dict[str, list[Book]] = {code: [] for code in codes}
    for file in sorted(folder.rglob("*.epub")) if folder.is_dir() else ():
        name = file.relative_to(folder).as_posix()
        steps = set(re.split(r"[/.-]", name))
        named = [code for code in every if code in steps]
        for code in named or codes:
            if code in found and set(named) <= set(codes):
                found[code].append(Book(name, file.stat().st_size))
    return found
