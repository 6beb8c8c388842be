"""Build editions: check first, then each in turn, each into its place when whole."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from fingerpost.editions.collection import Collection, alone
from fingerpost.editions.made import Made, Narration
from fingerpost.editions.print.build import build_print, made_print
from fingerpost.editions.print.choosing import choose
from fingerpost.editions.print.shelf import Shelf
from fingerpost.editions.stick import Choice, build_usb
from fingerpost.editions.stick.choosing import PDF, narrowed
from fingerpost.editions.web import build_web
from fingerpost.gate import Edition as GateEdition
from fingerpost.gate import Outcome
from fingerpost.problems import Misuse
from fingerpost.stage import see


class Edition(StrEnum):
    """What `fingerpost build --edition` accepts."""

    WEB = "web"
    USB = "usb"
    PRINT = "print"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Result:
    """What was made, and a sentence about what could not be."""

    made: tuple[Made, ...]
    problem: str = ""
    older: tuple[Path, ...] = ()


EVERYTHING = Choice()


def build(
    collection: Collection,
    edition: Edition,
    narration: Narration,
    only: Sequence[str] = (),
    choice: Choice = EVERYTHING,
) -> Result:
    """Build one edition or all. The PDFs come first, because the others offer them.

    With `only`, the print edition is made of what it names (`print/choosing.py`), and nothing else is made.
    `choice` makes the usb edition smaller.
    Raises Misuse where that is not there, or where another edition is to be made of a part.
    """
    chosen = choose(collection, only)
    if chosen and edition is not Edition.PRINT:
        raise Misuse("--only chooses what is printed: give --edition print with it.")
    if choice.is_smaller and edition is not Edition.USB:
        raise Misuse("--languages, --topics and --without are for sticks: give --edition usb with them.")
    narrowed(collection, choice)  # what is not there is said before anything is made
    with alone(collection):
        _forget(collection)
        without = edition is Edition.USB and PDF in choice.without
        shelf = Shelf(collection.dist / "print") if without else build_print(collection, narration, chosen)
        made = [] if shelf.problem or edition not in (Edition.PRINT, Edition.ALL) else [made_print(shelf)]
        if edition in (Edition.WEB, Edition.ALL):
            made.append(build_web(collection, shelf, narration))
        if edition in (Edition.USB, Edition.ALL):
            made.append(build_usb(collection, shelf, narration, choice))
        problem = shelf.problem or _broken(shelf)
        return Result(tuple(made), problem, _older(collection, edition))


def _broken(shelf: Shelf) -> str:
    """Return what is said of resources that could not be printed; empty where all could."""
    if not shelf.broken:
        return ""
    return "\n".join(["Some PDFs could not be made; all the others were.", *(f"  {said}" for said in shelf.broken)])


def _forget(collection: Collection) -> None:
    """Take away what only other commands make anew: it may hold what has been withdrawn since."""
    for old in (collection.work / "plain", collection.dist / "catalogue"):
        shutil.rmtree(old, ignore_errors=True)


def _older(collection: Collection, edition: Edition) -> tuple[Path, ...]:
    """Editions that stand there from an earlier build and were not made this time."""
    if edition is Edition.ALL:
        return ()
    places = {Edition.WEB: collection.site, Edition.USB: collection.dist / "usb"}
    return tuple(place for name, place in places.items() if name is not edition and place.is_dir())


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
