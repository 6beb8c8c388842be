"""The shelf of PDFs that were made, and which of them an edition may offer."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from fingerpost.gate import Edition, Outcome
from fingerpost.library import Library, Resource
from fingerpost.stage import BY_NAME, PrintFile, Prints, see, texts_shown

LIST = "prints.json"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One PDF: whose, in which language, which variant, its file below the shelf, its pages, and its size in bytes.

    `holds` are the languages of the words in it: more than its own for a booklet that is turned.
    """

    resource: str
    language: str
    variant: str
    name: str
    pages: int
    size: int
    holds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder of PDFs and what each one is.

    `problem` says why there are none, if there should be; `broken` says of single resources why theirs are missing,
    and what to do.
    """

    folder: Path
    sheets: tuple[Sheet, ...] = ()
    problem: str = ""
    broken: tuple[str, ...] = ()


def offered(library: Library, shelf: Shelf, edition: Edition, folder: str) -> Prints:
    """Return the PDFs that an edition may offer, by resource and language, in the order of the variants.

    `folder` is where the PDFs lie, seen from the top of the edition's pages.
    """
    order = list(BY_NAME)
    found: dict[tuple[str, str], tuple[PrintFile, ...]] = {}
    allowed: dict[tuple[str, str], bool] = {}
    for sheet in sorted(shelf.sheets, key=lambda one: order.index(one.variant)):
        resource = library.resources.get(sheet.resource)
        if resource is None:
            continue
        for code in sheet.holds:
            if (resource.id, code) not in allowed:
                allowed[resource.id, code] = may_offer(library, resource, code, edition)
        if all(allowed[resource.id, code] for code in sheet.holds):
            made = PrintFile(f"{folder}/{sheet.name}", sheet.pages, sheet.size, sheet.variant)
            found[sheet.resource, sheet.language] = (*found.get((sheet.resource, sheet.language), ()), made)
    return found


def may_offer(library: Library, resource: Resource, language: str, edition: Edition) -> bool:
    """Whether an edition may offer what the print edition makes of a resource in a language.

    Both gates have to be open: the one for print, and the edition's own. They are asked about every text in the PDF,
    because an answer to a question has a consent of its own.
    """
    printed, there = (see(library, resource, language, gate) for gate in (Edition.PRINT, edition))
    shown = (Outcome.FULL, Outcome.RECORD)
    if not printed or not there or printed.outcome not in shown or there.outcome not in shown:
        return False
    if printed.foreign or (printed.outcome is Outcome.FULL and there.outcome is not Outcome.FULL):
        return False
    texts = set(texts_shown(library, printed, Edition.PRINT))
    return texts <= set(texts_shown(library, there, edition))


def read_shelf(folder: Path) -> Shelf:
    """Return the shelf as the last print build left it, empty if there was none."""
    try:
        rows = json.loads((folder / LIST).read_text("utf-8"))["prints"]
        sheets = (Sheet(**{**row, "holds": tuple(row["holds"])}) for row in rows)
        return Shelf(folder, tuple(sheet for sheet in sheets if (folder / sheet.name).is_file()))
    except (OSError, ValueError, KeyError, TypeError):
        return Shelf(folder)


def write_list(sheets: tuple[Sheet, ...], folder: Path) -> None:
    """Write the shelf's list beside its PDFs."""
    rows = [asdict(sheet) for sheet in sheets]
    (folder / LIST).write_text(json.dumps({"prints": rows}, ensure_ascii=False, indent=2) + "\n", "utf-8")
