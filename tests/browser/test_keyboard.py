"""By keyboard alone, on each kind of page in both languages: reach everything in order, see where one is, press it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page

from tests.looking.barriers import widen
from tests.looking.keyboard import operate, skip, walk
from tests.looking.pages import Kind, open_page, show, unfold

SHARDS = 4


@pytest.mark.parametrize("shard", range(SHARDS))
def test_a_walk_by_keyboard(shard: int, every_kind: tuple[Kind, ...], served: str, browser: Browser) -> None:
    found = {}
    for kind in every_kind[shard::SHARDS]:
        for turn, path in enumerate(kind.pages):
            page = open_page(browser)
            show(page, f"{served}/{path}")
            faults = [*skip(page), *walk(page), *(operate(page) if turn == shard % len(kind.pages) else ())]
            show(page, f"{served}/{path}")  # without what was typed
            widen(page, 320)
            unfold(page, opened=True)
            faults += [f"320 px, folds open: {fault}" for fault in walk(page)]
            page.context.close()
            if faults:
                found[path] = faults
    assert found == {}


def test_focus_is_seen_in_forced_colours(served: str, window: Page) -> None:
    window.emulate_media(forced_colors="active")
    show(window, f"{served}/guides/index.html")
    assert walk(window) == []


TWO = "<header><a href=#x>Skip</a></header><main id=x tabindex=-1><a href=#a>one</a> <button>two</button></main>"
VISIBLE = ":focus-visible { outline: 3px solid blue } main:focus { outline: 0 }"


def test_a_sound_page_is_passed(faulty: Callable[..., Page]) -> None:
    page = faulty(
        f"{TWO}<details><summary>x</summary><input aria-label=x></details><select><option>1</select>", VISIBLE
    )
    assert [*skip(page), *walk(page), *operate(page)] == []


@pytest.mark.parametrize(
    ("body", "style", "told"),
    [
        (TWO, ":focus { outline: 0 }", 'focus is not seen on a "one"'),
        (TWO, ":focus { outline: 1px solid }", 'focus is not seen on a "one"'),
        (f"{TWO}<a href=#b tabindex=1>first</a>", VISIBLE, "not to stop 4 of 4"),
        (f"{TWO}<i style='position:fixed;inset:0;background:red'></i>", VISIBLE, 'covers a "one"'),
        (f"{TWO}<textarea id=t></textarea><a href=#>after</a>", VISIBLE, "leads to textarea"),
    ],
)
def test_the_walk_is_awake(body: str, style: str, told: str, faulty: Callable[..., Page]) -> None:
    page = faulty(body, style)
    trap = "addEventListener('keydown', (event) => event.key === 'Tab' && event.preventDefault())"
    page.evaluate(f"document.querySelector('#t')?.{trap}")
    assert told in " ".join(walk(page))


def test_what_does_nothing_when_pressed_is_told(faulty: Callable[..., Page]) -> None:
    page = faulty(f"{TWO}<details><summary>fold</summary>x</details><input aria-label=field>", VISIBLE)
    page.evaluate("document.addEventListener('keydown', (event) => event.key !== 'Tab' && event.preventDefault())")
    assert operate(page) == [
        'Enter does nothing on a "Skip"',
        'Enter does nothing on a "one"',
        'Enter does nothing on button "two"',
        'Space does nothing on button "two"',
        'Enter does nothing on summary "fold"',
        'Space does nothing on summary "fold"',
        'nothing can be typed into input "field"',
    ]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("<header><a href=x>Home</a></header><main id=x><a href=#a>one</a></main>", "is not a link past the header"),
        (TWO.replace("id=x", ""), "does not lead past it"),
    ],
)
def test_a_link_past_the_header_that_leads_nowhere_is_told(body: str, told: str, faulty: Callable[..., Page]) -> None:
    page = faulty(body.replace("</header>", "<a href=y>Cymraeg</a></header>"))
    assert told in " ".join(skip(page))
