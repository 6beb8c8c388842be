"""Imposition: where each page of a booklet goes on the sheets, so that it is read in order once they are folded.

Sheets lie on their long side, two pages on each side of the paper. They are printed on both sides and turned over on
the short edge, laid on one another with the cover outermost, folded together down the middle and stapled in the fold
(saddle stitching).
"""

from collections.abc import Sequence
from dataclasses import dataclass

PAGES_A_SHEET = 4


@dataclass(frozen=True, slots=True)
class Placed:
    """A page in its place: its number from 1 in its own document, which document, and whether it is upside down."""

    number: int
    document: int = 0
    turned: bool = False


# Half a side of a sheet holds a page, or nothing.
Half = Placed | None


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a sheet as it is printed: what is on its left and on its right half."""

    left: Half
    right: Half


def booklet(pages: int) -> tuple[Side, ...]:
    """Return the sides in the order in which they are printed, front and back by turns, for `pages` pages of one text.

    Blank pages stand at the end, so that the number is a multiple of four. Raises ValueError for fewer than one page.
    """
    if pages < 1:
        raise ValueError(pages)
    return impose([Placed(number) for number in range(1, pages + 1)] + [None] * (-pages % PAGES_A_SHEET))


def tilt_and_turn(first: int, second: int) -> tuple[Side, ...]:
    """Return the sides for two texts in one booklet, each with its own front cover, of `first` and `second` pages.

    The second begins at the back cover and is upside down there: whoever turns the booklet over and upside down reads
    it from its first page on. Blank pages stand in the middle, where the two texts meet.
    """
    if min(first, second) < 1:
        raise ValueError(first, second)
    one: list[Half] = [Placed(number) for number in range(1, first + 1)]
    other: list[Half] = [Placed(number, 1, turned=True) for number in range(second, 0, -1)]
    return impose([*one, *[None] * (-(first + second) % PAGES_A_SHEET), *other])


def impose(order: Sequence[Half]) -> tuple[Side, ...]:
    """Return the sides for pages in reading order; there must be a multiple of four.

    The outermost sheet holds the first two pages and the last two: on its front the last and the first, on its back
    the second and the last but one.
    """
    count = len(order)
    if count % PAGES_A_SHEET or not count:
        raise ValueError(count)
    sides = []
    for at in range(0, count // 2, 2):
        sides.append(Side(order[count - 1 - at], order[at]))
        sides.append(Side(order[at + 1], order[count - 2 - at]))
    return tuple(sides)
