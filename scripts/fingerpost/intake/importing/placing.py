"""What a document becomes in docs/: its folder, the file with its text, its pictures."""

import os
from collections.abc import Sequence
from dataclasses import dataclass

import yaml

from fingerpost.checks.wording import slug
from fingerpost.intake.importing.document import Document
from fingerpost.intake.placing import place_folders
from fingerpost.languages.phrases import say
from fingerpost.library import Library
from fingerpost.library.kinds import Kind
from fingerpost.library.reading import DOCS
from fingerpost.problems import FingerpostProblem

LONGEST_ID = 60


@dataclass(frozen=True, slots=True)
class Wanted:
    """A document and where it is to go: its kind, and its id if a person gave one."""

    document: Document
    kind: Kind
    id: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A resource that was made: its id, and its text by its path from the root."""

    document: Document
    id: str
    path: str


def place(library: Library, wanted: Sequence[Wanted]) -> tuple[Placed, ...]:
    """Write documents as resources, all of them or none. Nothing that is there is ever changed.

    Raises FingerpostProblem, with docs/ as it was, where a place is taken or was withdrawn, and OSError where the
    system refuses.
    """
    ids = _ids(library, wanted)
    place_folders(library.root, {id: _files(one.document, library) for id, one in zip(ids, wanted, strict=True)})
    return tuple(
        Placed(one.document, id, f"{DOCS}/{id}/{_name(one.document)}") for one, id in zip(wanted, ids, strict=True)
    )


def _ids(library: Library, wanted: Sequence[Wanted]) -> list[str]:
    """Return the id of each. Raises FingerpostProblem where one is taken, withdrawn, or can't be made."""
    ids: list[str] = []
    withdrawn = {row.id for row in library.ledger}
    for one in wanted:
        name = one.id or slug(one.document.title)[:LONGEST_ID].strip("-")
        file = one.document.name
        if not name or name != slug(name) or len(name) > LONGEST_ID:
            raise FingerpostProblem(
                say("{file}: say what its folder is to be called, in small letters, digits and hyphens: --id NAME",
                    file=file)
            )  # fmt: skip
        id = f"{one.kind.folder}/{name}"
        if os.path.lexists(library.root / DOCS / id) or id in ids:
            raise FingerpostProblem(
                say("{file}: {id} is there already, and nothing is overwritten. Give this one another name: --id NAME",
                    file=file, id=id)
            )  # fmt: skip
        if id in withdrawn:
            raise FingerpostProblem(
                say("{file}: {id} was withdrawn, and may not come back. If this is something else: --id NAME",
                    file=file, id=id)
            )  # fmt: skip
        ids.append(id)
    return ids


def _files(document: Document, library: Library) -> dict[str, bytes]:
    facts = {"title": document.title, "published": library.today}
    head = yaml.safe_dump(facts, allow_unicode=True, sort_keys=False, width=100_000)
    text = f"---\n{head}---\n\n{document.body}"
    return {_name(document): text.encode("utf-8", "replace"), **document.pictures}


def _name(document: Document) -> str:
    return f"index.{document.language}.md"
