"""Build editions: check first, then each in turn, each into its place when whole."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from fingerpost.editions.collection import Collection
from fingerpost.editions.made import Made, Narration
from fingerpost.editions.print.build import build_print, made_print
from fingerpost.editions.print.shelf import Shelf
from fingerpost.editions.usb import build_usb
from fingerpost.editions.web import build_web
from fingerpost.gate import Edition as GateEdition
from fingerpost.gate import Outcome
from fingerpost.stage.view import see


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


PAGES: tuple[tuple[Edition, Callable[[Collection, Shelf, Narration], Made]], ...] = (
    (Edition.WEB, build_web),
    (Edition.USB, build_usb),
)


def build(collection: Collection, edition: Edition, narration: Narration) -> Result:
    """Build one edition or all. The PDFs come first, because the others offer them."""
    shelf = build_print(collection, narration)
    made = [] if shelf.problem or edition not in (Edition.PRINT, Edition.ALL) else [made_print(shelf)]
    for name, make in PAGES:
        if edition in (name, Edition.ALL):
            made.append(make(collection, shelf, narration))
    return Result(tuple(made), shelf.problem)


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
