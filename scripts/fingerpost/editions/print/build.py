"""The print edition: stage, render, draw each PDF, into its place."""

import hashlib
import shutil
from datetime import UTC, datetime, time
from pathlib import Path

from fingerpost.editions.collection import Collection
from fingerpost.editions.made import Made, Narration
from fingerpost.editions.place import move_in, restore
from fingerpost.editions.print.draw import DRAWER, DrawingProblem, PageProblem, draw
from fingerpost.editions.print.shelf import Sheet, Shelf, offered, read_shelf, write_list
from fingerpost.gate import Edition
from fingerpost.library.kinds import TOOLKIT
from fingerpost.problems import FingerpostProblem
from fingerpost.render import render
from fingerpost.stage import stage_sheets, write_tree


def build_print(collection: Collection, narration: Narration) -> Shelf:
    """Make ``dist/print/``: one tagged A4 PDF a toolkit and language.

    A PDF whose page has not changed is taken from the last build. Where PDFs cannot be drawn at all
    (Pango is missing), the shelf comes back empty with the reason; old PDFs stay, if they still may.
    """
    work = collection.work / "print"
    place = collection.dist / "print"
    restore(place)
    with narration.step("print"):
        write_tree(stage_sheets(collection.library, collection.words, collection.since), work / "docs")
        render(work / "docs", work / "site", collection.project)
        shutil.copytree(collection.project.overrides / "paper", work / "site" / "paper")
        try:
            sheets, used = _draw_all(collection, work)
        except DrawingProblem as problem:
            _take_away_refused(collection, place)
            _tidy(work / "kept", set())
            return Shelf(place, problem=str(problem))
        except PageProblem as problem:
            raise FingerpostProblem(f"A PDF could not be made. {problem}") from None
        write_list(sheets, work / "new")
        move_in(work / "new", place)
        _tidy(work / "kept", used)
    return Shelf(place, sheets)


def made_print(shelf: Shelf) -> Made:
    """Return what the print edition says of itself."""
    pages = sum(sheet.pages for sheet in shelf.sheets)
    first = shelf.folder / shelf.sheets[0].name if shelf.sheets else shelf.folder
    return Made("print", shelf.folder, first, f"{len(shelf.sheets)} PDFs, {pages} pages")


def _draw_all(collection: Collection, work: Path) -> tuple[tuple[Sheet, ...], set[str]]:
    new, kept = work / "new", work / "kept"
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(parents=True)
    kept.mkdir(exist_ok=True)
    day = datetime.combine(collection.library.made.date(), time(), UTC)
    sheets, used = [], set()
    for resource in collection.library.of_kind(TOOLKIT):
        for language in collection.project.site.codes:
            page = work / "site" / collection.project.site.prefix(language) / resource.id / "index.html"
            if not page.is_file():
                continue
            key = _key(page, work / "site")
            used.add(key)
            ready = _kept(kept, key)
            if ready is None:
                half = kept / f"{key}.pdf"
                pages = draw(page, half, allowed=work / "site", address=collection.project.site.url, made=day)
                ready = half.replace(kept / f"{key}-{pages}.pdf")
            name = f"{resource.slug}.{language}.pdf"
            shutil.copyfile(ready, new / name)
            pages = int(ready.stem.rsplit("-", 1)[1])
            sheets.append(Sheet(resource.id, language, name, pages, ready.stat().st_size))
    return tuple(sheets), used


def _key(page: Path, site: Path) -> str:
    """Everything a PDF is made of: its page, what lies beside it, our styles and typeface, and the drawer."""
    digest = hashlib.sha256(DRAWER.encode())
    beside = (file for file in page.parent.rglob("*") if file.is_file())
    for file in sorted([*beside, *(file for file in (site / "paper").rglob("*") if file.is_file())]):
        digest.update(file.relative_to(site).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:32]


def _kept(kept: Path, key: str) -> Path | None:
    """A PDF drawn before from the same page; its name ends in how many pages it has."""
    return next(kept.glob(f"{key}-*.pdf"), None)


def _take_away_refused(collection: Collection, place: Path) -> None:
    """Where nothing new can be drawn, old PDFs stay, but not those that the gate has refused since."""
    shelf = read_shelf(place)
    allowed = offered(collection.library, shelf, Edition.PRINT, ".")
    kept = tuple(sheet for sheet in shelf.sheets if (sheet.resource, sheet.language) in allowed)
    for file in place.glob("*.pdf"):
        if file.name not in {sheet.name for sheet in kept}:
            file.unlink()
    if place.is_dir():
        write_list(kept, place)


def _tidy(kept: Path, used: set[str]) -> None:
    """Forget PDFs that no page leads to any more: what was withdrawn must not lie in a cache."""
    for file in kept.glob("*.pdf"):
        if file.stem.rsplit("-", 1)[0] not in used:
            file.unlink()
