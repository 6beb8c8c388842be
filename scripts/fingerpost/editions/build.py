"""Build editions: check first, then each in turn, each into its place when whole."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from fingerpost.editions.collection import Collection, alone
from fingerpost.editions.epub.build import build_epub, made_epub
from fingerpost.editions.epub.shelf import BookShelf
from fingerpost.editions.made import Made, Narration
from fingerpost.editions.print.build import build_print, made_print
from fingerpost.editions.print.choosing import choose
from fingerpost.editions.print.shelf import Shelf
from fingerpost.editions.stick import Choice, build_usb
from fingerpost.editions.stick.choosing import EPUB, PDF, narrowed
from fingerpost.editions.web import build_web
from fingerpost.editions.zim.build import build_zim
from fingerpost.gate import Edition as GateEdition
from fingerpost.gate import Outcome
from fingerpost.problems import Misuse
from fingerpost.stage import see


class Edition(StrEnum):
    """What `fingerpost build --edition` accepts."""

    WEB = "web"
    USB = "usb"
    PRINT = "print"
    EPUB = "epub"
    ZIM = "zim"
    ALL = "all"


# A file for Kiwix is asked for by itself: few groups need one, and it takes as long as the site and the stick together.
ALL = frozenset({Edition.WEB, Edition.USB, Edition.PRINT, Edition.EPUB})


@dataclass(frozen=True, slots=True)
class Result:
    """What was made, and a sentence about what could not be."""

    made: tuple[Made, ...]
    problem: str = ""
    older: tuple[Path, ...] = ()


EVERYTHING = Choice()
WITHOUT_PDFS = Choice(without=(PDF,))


def build(
    collection: Collection,
    edition: Edition | frozenset[Edition],
    narration: Narration,
    only: Sequence[str] = (),
    choice: Choice = EVERYTHING,
) -> Result:
    """Build one edition, several or all. PDFs and e-books come first, because the others offer them.

    With `only`, the print edition is made of what it names (`print/choosing.py`), and nothing else is made. `choice`
    makes sticks smaller, and without PDFs files for Kiwix. Raises Misuse where what they name is not there, or where
    either is asked of another edition.
    """
    wanted = frozenset({edition}) if isinstance(edition, Edition) else edition
    wanted = ALL if Edition.ALL in wanted else wanted
    chosen = choose(collection, only)
    if chosen and wanted != {Edition.PRINT}:
        raise Misuse("--only chooses what is printed: give --edition print with it.")
    _can_be_smaller(wanted, choice)
    narrowed(collection, choice)  # what is not there is said before anything is made
    with alone(collection):
        _forget(collection)
        shelf = Shelf(collection.dist / "print")
        if PDF not in choice.without and wanted != {Edition.EPUB}:  # an e-book offers none
            shelf = build_print(collection, narration, chosen)
        made = [made_print(shelf)] if Edition.PRINT in wanted and not shelf.problem else []
        books = BookShelf(collection.dist / "epub")
        if wanted & {Edition.EPUB, Edition.WEB, Edition.USB} and EPUB not in choice.without:
            books = build_epub(collection, narration)
        if Edition.EPUB in wanted:
            made.append(made_epub(books))
        if Edition.WEB in wanted:
            made.append(build_web(collection, shelf, books, narration))
        if Edition.USB in wanted:
            made.append(build_usb(collection, shelf, books, narration, choice))
        if Edition.ZIM in wanted:
            made.append(build_zim(collection, shelf, narration, pdfs=PDF not in choice.without))
        problem = shelf.problem or _broken(shelf)
        return Result(tuple(made), problem, _older(collection, wanted))


def _can_be_smaller(wanted: frozenset[Edition], choice: Choice) -> None:
    if choice.is_smaller and wanted not in ({Edition.USB}, {Edition.ZIM}):
        raise Misuse(
            "--languages, --topics and --without are for sticks, and --without pdf for files for Kiwix: "
            "give --edition usb or --edition zim with them."
        )
    if wanted == {Edition.ZIM} and choice not in (EVERYTHING, WITHOUT_PDFS):
        raise Misuse("Files for Kiwix are made smaller by --without pdf, and by nothing else.")


def _broken(shelf: Shelf) -> str:
    """Return what is said of resources that could not be printed; empty where all could."""
    if not shelf.broken:
        return ""
    return "\n".join(["Some PDFs could not be made; all the others were.", *(f"  {said}" for said in shelf.broken)])


def _forget(collection: Collection) -> None:
    """Take away what only other commands make anew: it may hold what has been withdrawn since."""
    for old in (collection.work / "plain", collection.dist / "catalogue"):
        shutil.rmtree(old, ignore_errors=True)


def _older(collection: Collection, wanted: frozenset[Edition]) -> tuple[Path, ...]:
    """Editions that stand there from an earlier build and were not made this time."""
    places = {Edition.WEB: collection.site, Edition.USB: collection.dist / "usb", Edition.ZIM: collection.dist / "zim"}
    if not wanted & {Edition.EPUB, Edition.WEB, Edition.USB}:
        places[Edition.EPUB] = collection.dist / "epub"
    return tuple(place for name, place in places.items() if name not in wanted and place.is_dir())


def counts(collection: Collection) -> tuple[int, dict[str, int]]:
    """Return how many resources the web edition shows, and in how many each language has its own text."""
    library = collection.library
    own = dict.fromkeys(collection.project.site.codes, 0)
    shown = 0
    for resource in library.listed:
        views = [see(library, resource, code, GateEdition.WEB) for code in own]
        shown += any(view and view.outcome in (Outcome.FULL, Outcome.RECORD) for view in views)
        for code, view in zip(own, views, strict=True):
            own[code] += bool(view and not view.foreign)
    return shown, own
