"""The editors' board as data: how far every text is, what is due, where nothing is yet, how the collection grew.

`fingerpost.status` finds it out, and the terminal and a page of the site say it. Of consents, `Open` can hold no more
than how many there are in a month: what may be told to everybody has no place for a name.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class State(StrEnum):
    """How far a text is in one language. A stale draft is stale: what it says of the original is out of date."""

    ORIGINAL = "original"
    REVIEWED = "reviewed"
    DRAFT = "draft"
    STALE = "stale"
    MISSING = "missing"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Standing:
    """One text in one language: the id of its resource or answer, its file's stem, how far it is.

    `stem` is empty for the text that a resource or an answer begins with. `path` is the file, from the root of the
    collection; where there is none, the one that there would be.
    """

    id: str
    stem: str
    language: str
    state: State
    path: str

    @property
    def name(self) -> str:
        """What commands know the text by: ``toolkits/kit``, ``toolkits/kit/activity-a``."""
        return f"{self.id}/{self.stem}" if self.stem else self.id


@dataclass(frozen=True, slots=True)
class Due:
    """Something that is to be done with a resource or an answer by a day."""

    day: date
    id: str
    path: str


@dataclass(frozen=True, slots=True)
class SetAside:
    """A check that one file sets aside, and the reason that stands there."""

    check: str
    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Cell:
    """How many resources of one topic are for one stage and come in one format; `stage` is empty for no stage named."""

    topic: str
    stage: str
    format: str
    count: int


@dataclass(frozen=True, slots=True)
class Period:
    """How much there was at the end of a month, or of a year: resources, and texts of resources by language.

    `day` is its first day.
    """

    day: date
    yearly: bool
    resources: int
    languages: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Shared:
    """What the board tells editors and everybody alike, each of what they may see."""

    standings: tuple[Standing, ...]
    reviews: tuple[Due, ...]
    facts: tuple[Due, ...]
    cells: tuple[Cell, ...]
    growth: tuple[Period, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """The whole board, for the editor's own computer.

    `unread` are files and folders of which nothing could be read.
    """

    today: date
    shared: Shared
    consents: tuple[Due, ...]
    aside: tuple[SetAside, ...]
    unread: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Open:
    """The board for everybody: made of what the website shows, as if there were nothing else.

    `consents` counts, by the first day of each month, those that run out in it; nothing where there are none, or so
    few that the month would say whose. `aside` counts the files in which a check is set aside; `names` are what checks
    are called, by language.
    """

    today: date
    shared: Shared
    consents: Mapping[date, int] | None
    aside: Mapping[str, int]
    names: Mapping[str, Mapping[str, str]]
