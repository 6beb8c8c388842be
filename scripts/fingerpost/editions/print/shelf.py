"""The shelf of PDFs that were made, and which of them an edition may offer."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from fingerpost.gate import Edition, Outcome, decide
from fingerpost.library import Library
from fingerpost.stage import PrintFile

LIST = "prints.json"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One PDF: whose, in which language, its file name, its pages, and its size in bytes."""

    resource: str
    language: str
    name: str
    pages: int
    size: int


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder of PDFs and what each one is. `problem` says why there are none, if there should be."""

    folder: Path
    sheets: tuple[Sheet, ...] = ()
    problem: str = ""


def offered(library: Library, shelf: Shelf, edition: Edition, folder: str) -> Mapping[tuple[str, str], PrintFile]:
    """Return the PDFs that an edition may offer, by resource and language.

    Both gates have to be open: the one for print, and the edition's own. `folder` is where the PDFs
    lie, seen from the top of the edition's pages.
    """
    found = {}
    for sheet in shelf.sheets:
        resource = library.resources.get(sheet.resource)
        if resource and all(
            decide(resource, sheet.language, gate, today=library.today).outcome is Outcome.FULL
            for gate in (Edition.PRINT, edition)
        ):
            found[sheet.resource, sheet.language] = PrintFile(f"{folder}/{sheet.name}", sheet.pages, sheet.size)
    return found


def read_shelf(folder: Path) -> Shelf:
    """Return the shelf as the last print build left it, empty if there was none."""
    try:
        rows = json.loads((folder / LIST).read_text("utf-8"))["prints"]
        return Shelf(folder, tuple(Sheet(**row) for row in rows if (folder / row["name"]).is_file()))
    except (OSError, ValueError, KeyError, TypeError):
        return Shelf(folder)


def write_list(sheets: tuple[Sheet, ...], folder: Path) -> None:
    """Write the shelf's list beside its PDFs."""
    rows = [asdict(sheet) for sheet in sheets]
    (folder / LIST).write_text(json.dumps({"prints": rows}, indent=2) + "\n", "utf-8")
