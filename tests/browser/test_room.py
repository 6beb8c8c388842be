"""Small windows, 400 % zoom, wide spacing of text, and targets that fingers hit, on each kind of page."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.looking.pages import Kind, every_page, open_page, show, unfold
from tests.looking.room import (
    NARROW,
    ZOOMED,
    clipped,
    covered,
    in_little_room,
    resize,
    sideways,
    small_targets,
    space_out,
)

SHARDS = 2


@pytest.mark.parametrize("opened", [False, True])
@pytest.mark.parametrize("shard", range(SHARDS))
def test_there_is_room(shard: int, opened: bool, every_kind: tuple[Kind, ...], served: str, browser: Browser) -> None:
    page = open_page(browser)
    found = {}
    for path in (path for kind in every_kind[shard::SHARDS] for path in kind.pages):
        resize(page, (1280, 900))
        show(page, f"{served}/{path}")
        unfold(page, opened)
        if faults := [*small_targets(page), *in_little_room(page)]:
            found[path] = faults
    page.context.close()
    assert found == {}


def test_an_address_alone_in_a_card_is_large_enough_to_press(built: Path, served: str, browser: Browser) -> None:
    page = open_page(browser)
    found = {}
    paths = [path for path in every_page(built / "site") if path.split("/")[-3:-2] in (["archive"], ["directory"])]
    for path in paths:
        resize(page, NARROW)
        show(page, f"{served}/{path}")
        if faults := small_targets(page):
            found[path] = faults
    page.context.close()
    assert len(paths) > 40
    assert found == {}


def test_sideways_scrolling_is_told(faulty: Callable[..., Page]) -> None:
    page = faulty("<p style='width: 400px'>wide</p>")
    resize(page, ZOOMED)
    assert sideways(page) == ['the page is 88 px too wide: p "wide"']


def test_what_only_seems_to_fit_is_told_too(faulty: Callable[..., Page]) -> None:
    page = faulty("<p style='width: 400px'>wide</p>", "html { overflow-x: hidden }")
    resize(page, ZOOMED)
    assert sideways(page) != []


@pytest.mark.parametrize(
    "position", ["position: fixed; bottom: 0; height: 86px", "position: sticky; top: 0; height: 86px"]
)
def test_a_bar_over_the_text_is_told(position: str, faulty: Callable[..., Page]) -> None:
    page = faulty(f"<nav style='{position}; width: 100%'>bar</nav><p style='height: 2000px'>text</p>")
    resize(page, ZOOMED)
    assert covered(page) == ['86 of 256 px are covered by nav "bar"']
    resize(page, NARROW)
    assert covered(page) == []


def test_text_that_is_cut_off_when_spaced_out_is_told(faulty: Callable[..., Page]) -> None:
    page = faulty("<div style='height: 20px; overflow: hidden'>some words</div><button style='width:90px;height:22px;"
                  "white-space:nowrap;padding:0'>some words</button>", "body { font: 16px/1.2 monospace }")  # fmt: skip
    resize(page, NARROW)
    assert clipped(page) == []
    space_out(page)
    assert clipped(page) == ['cut off: div "some words"', 'spills out of its box: button "some words"']


def test_small_targets_are_told_but_for_links_in_text(faulty: Callable[..., Page]) -> None:
    links = "<p>Words and <a href=#>a link</a>.</p><ul><li><a href=#>alone</a> ·</ul>"
    fields = "<button style='width:43px;height:44px'>b</button><label style='display:block;height:44px'>"
    page = faulty(f"{links}{fields}wide enough <input type=checkbox></label>", "a { font: 16px/20px monospace }")
    told = small_targets(page)
    assert len(told) == 2, told
    assert told[0].startswith('a "alone" is ')
    assert told[1] == 'button "b" is 43 × 44 px'
