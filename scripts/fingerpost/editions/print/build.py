"""The print edition: stage, render, draw each PDF, into its place."""

import shutil
from collections.abc import Iterable
from datetime import UTC, datetime, time
from pathlib import Path

from fingerpost.editions.collection import Collection
from fingerpost.editions.made import Made, Narration
from fingerpost.editions.place import move_in, restore
from fingerpost.editions.print.booklets import fold_all
from fingerpost.editions.print.bound import bound_pages
from fingerpost.editions.print.choosing import Chosen
from fingerpost.editions.print.draw import DrawingProblem, PageProblem
from fingerpost.editions.print.drawings import Kept, pages_of
from fingerpost.editions.print.pages import make_pages
from fingerpost.editions.print.shelf import Sheet, Shelf, may_offer, read_shelf, write_list
from fingerpost.editions.print.together import Studio
from fingerpost.editions.print.wanted import Wanted, wanted_of
from fingerpost.gate import Edition
from fingerpost.problems import FingerpostProblem


def build_print(collection: Collection, narration: Narration, chosen: Chosen | None = None) -> Shelf:
    """Make ``dist/print/``: for each resource and language one PDF a variant, or with `chosen` only what was asked for.

    A PDF whose page has not changed is taken from the last build. Where PDFs cannot be drawn at all
    (Pango is missing), the shelf comes back empty with the reason; old PDFs stay, if they still may. Where single
    pages cannot be drawn, the others are made, and the shelf says which are missing and what to do.
    """
    work = collection.work / "print"
    place = collection.dist / "print"
    restore(place)
    with narration.step("print"):
        make_pages(collection, work)
        studio = _studio(collection, work, narration)
        try:
            sheets, broken = _draw(collection, studio, work, chosen)
        except DrawingProblem as problem:
            _take_away_refused(collection, place)
            studio.kept.tidy(())
            return Shelf(place, problem=str(problem))
        write_list(sheets, work / "new")
        move_in(work / "new", place)
    return Shelf(place, sheets, broken=broken)


def made_print(shelf: Shelf) -> Made:
    """Return what the print edition says of itself."""
    pages = sum(sheet.pages for sheet in shelf.sheets)
    first = shelf.folder / shelf.sheets[0].name if shelf.sheets else shelf.folder
    return Made("print", shelf.folder, first, f"{len(shelf.sheets)} PDFs, {pages} pages")


def _studio(collection: Collection, work: Path, narration: Narration) -> Studio:
    kept = Kept(work / "kept", work / "site")
    kept.folder.mkdir(exist_ok=True)
    day = datetime.combine(collection.library.made.date(), time(), UTC)
    return Studio(kept, collection.project.site.url, day, lambda done, of: narration.count("print", done, of))


def _draw(
    collection: Collection, studio: Studio, work: Path, chosen: Chosen | None
) -> tuple[tuple[Sheet, ...], tuple[str, ...]]:
    """Draw what is wanted, lay it into a new folder, and forget what no page leads to any more."""
    library, site = collection.library, studio.kept.site
    every = wanted_of(library, site, library.listed)
    wanted = every
    if chosen:
        bound = bound_pages(collection, site, chosen)
        wanted = bound or tuple(one for one in every if one.resource in chosen.ids)
        if not wanted:
            raise FingerpostProblem(f"Nothing of '{chosen.said}' can be printed.")
    drawn = studio.draw_all(drawing for one in wanted for drawing in one.drawings)
    made = {one: drawn[one.drawings[0]] for one in wanted if not one.variant.folded}
    made |= fold_all(collection, studio, [one for one in wanted if one.variant.folded], drawn)
    sheets = _lay_out(((one, made[one]) for one in wanted), work / "new")
    # Booklets that were not asked for this time are forgotten: from pages that are kept they are soon made again.
    studio.kept.tidy({*studio.used, *(studio.kept.key(drawing) for one in every for drawing in one.drawings)})
    broken = dict.fromkeys(str(one) for one in made.values() if isinstance(one, PageProblem))
    return sheets, tuple(broken)


def _lay_out(made: Iterable[tuple[Wanted, Path | PageProblem]], new: Path) -> tuple[Sheet, ...]:
    """Copy what was drawn into the folder `new`, under the names that people see."""
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(parents=True)
    sheets = []
    for wanted, file in made:
        if isinstance(file, PageProblem):
            continue
        target = new / wanted.name
        target.parent.mkdir(exist_ok=True)
        shutil.copyfile(file, target)
        size = target.stat().st_size
        sheets.append(
            Sheet(
                wanted.resource,
                wanted.language,
                wanted.variant.name,
                wanted.name,
                pages_of(file),
                size,
                wanted.holds,
            )
        )
    return tuple(sheets)


def _take_away_refused(collection: Collection, place: Path) -> None:
    """Where nothing new can be drawn, old PDFs stay, but not those that the gate has refused since."""
    library, shelf = collection.library, read_shelf(place)
    kept = tuple(
        sheet
        for sheet in shelf.sheets
        if (resource := library.resources.get(sheet.resource))
        and all(may_offer(library, resource, code, Edition.PRINT) for code in sheet.holds)
    )
    for file in place.rglob("*.pdf"):
        if file.relative_to(place).as_posix() not in {sheet.name for sheet in kept}:
            file.unlink()
    if place.is_dir():
        write_list(kept, place)
