"""Putting what was read into docs/: beside it first, and moved in when all of it is whole."""

import os
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from fingerpost.checks.wording import slug
from fingerpost.intake.importing.document import Document
from fingerpost.intake.undoing import link_above
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

    Raises FingerpostProblem, with docs/ as it was, where a place is taken or was withdrawn, or the system refuses.
    """
    ids = _ids(library, wanted)
    beside = library.root / "build"
    beside.mkdir(exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix="intake-", dir=beside))
    moved: list[Path] = []
    try:
        for one, id in zip(wanted, ids, strict=True):
            _write(work / id.replace("/", "--"), one.document, library)
        for id in ids:
            target = library.root / DOCS / id
            target.parent.mkdir(parents=True, exist_ok=True)
            _move(work / id.replace("/", "--"), target, id)
            moved.append(target)
    except BaseException:  # Ctrl-C too
        for target in moved:
            shutil.rmtree(target, ignore_errors=True)
        raise
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return tuple(
        Placed(one.document, id, f"{DOCS}/{id}/index.{one.document.language}.md")
        for one, id in zip(wanted, ids, strict=True)
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
        link = link_above(library.root, f"{DOCS}/{id}")
        if link:
            raise FingerpostProblem(
                say(
                    "{path} is a link to another place, so nothing was written. Put the folder itself there.", path=link
                )
            )
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


def _write(folder: Path, document: Document, library: Library) -> None:
    folder.mkdir()
    facts = {"title": document.title, "published": library.today}
    head = yaml.safe_dump(facts, allow_unicode=True, sort_keys=False, width=100_000)
    text = f"---\n{head}---\n\n{document.body}"
    (folder / f"index.{document.language}.md").write_bytes(text.encode("utf-8", "replace"))
    for name, content in document.pictures.items():
        (folder / name).write_bytes(content)


def _move(new: Path, target: Path, id: str) -> None:
    try:
        if os.path.lexists(target):
            raise FileExistsError
        new.rename(target)  # an error where somebody else has put something there meanwhile
    except OSError:
        raise FingerpostProblem(
            say("{id} is there already, and nothing is overwritten. Give this one another name: --id NAME", id=id)
        ) from None
