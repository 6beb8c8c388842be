"""Imposition: the sheets are printed, turned, laid together and folded here, and then read page by page."""

from dataclasses import dataclass

import pytest
from fingerpost.editions.print.imposition import Half, Placed, Side, booklet, impose, tilt_and_turn
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers import steady


@dataclass(frozen=True)
class Leaf:
    """Half a sheet: what is on the side that is met first, and on the one behind it."""

    front: Half
    back: Half


def folded(sides: tuple[Side, ...]) -> list[Half]:
    """Return what is met, page by page, in the folded booklet.

    Sides come out of the printer front, back, front, back. Turned over on the short edge of a sheet that lies on its
    long one, the left half of the back is behind the right half of the front. The first sheet out is the outermost.
    """
    assert len(sides) % 2 == 0
    right_leaves, left_leaves = [], []
    for front, back in zip(sides[::2], sides[1::2], strict=True):
        right_leaves.append(Leaf(front.right, back.left))  # met going in, from the cover to the middle
        left_leaves.append(Leaf(back.right, front.left))  # met going out again
    leaves = [*right_leaves, *reversed(left_leaves)]
    return [half for leaf in leaves for half in (leaf.front, leaf.back)]


def turned_over(met: list[Half]) -> list[Half]:
    """Return what is met by somebody who turns the booklet over and upside down."""
    return [Placed(one.number, one.document, not one.turned) if one else None for one in reversed(met)]


@steady
@given(st.integers(1, 400))
def test_a_booklet_is_read_in_order(pages: int) -> None:
    met = folded(booklet(pages))
    assert met[:pages] == [Placed(number) for number in range(1, pages + 1)]
    assert set(met[pages:]) <= {None}
    assert len(met) % 4 == 0
    assert len(met) - pages < 4


@steady
@given(st.integers(1, 200), st.integers(1, 200))
def test_each_language_is_read_from_its_own_cover(first: int, second: int) -> None:
    met = folded(tilt_and_turn(first, second))
    assert met[:first] == [Placed(number) for number in range(1, first + 1)]
    other = turned_over(met)
    assert other[:second] == [Placed(number, 1) for number in range(1, second + 1)]
    assert set(met[first : len(met) - second]) <= {None}
    assert len(met) - first - second < 4
    # Two front covers, no back: what is outermost on both sides is a first page.
    assert met[0] == Placed(1)
    assert other[0] == Placed(1, 1)


@steady
@given(st.integers(1, 200), st.integers(1, 200))
def test_each_page_stands_once(first: int, second: int) -> None:
    for sides, pages in ((booklet(first), first), (tilt_and_turn(first, second), first + second)):
        placed = [half for side in sides for half in (side.left, side.right) if half]
        assert len(placed) == len(set(placed)) == pages
        assert len(sides) % 2 == 0


def test_eight_pages_as_any_printer_knows_them() -> None:
    numbers = [(side.left.number, side.right.number) for side in booklet(8) if side.left and side.right]
    assert numbers == [(8, 1), (2, 7), (6, 3), (4, 5)]


def test_the_simulation_trips_on_sheets_turned_on_the_long_edge() -> None:
    wrong = tuple(Side(side.right, side.left) if number % 2 else side for number, side in enumerate(booklet(8)))
    assert folded(wrong) != [Placed(number) for number in range(1, 9)]


@pytest.mark.parametrize("call", [lambda: booklet(0), lambda: tilt_and_turn(0, 4), lambda: impose([Placed(1)])])
def test_what_is_no_booklet_is_refused(call: object) -> None:
    assert callable(call)
    with pytest.raises(ValueError, match=r".*"):
        call()
