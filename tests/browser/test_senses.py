"""Colours and motion as readers ask their machines for them, on each kind of page in both languages."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.looking.pages import Kind, show, unfold
from tests.looking.senses import lost_in_forced_colours, motion


def test_all_controls_stay_in_forced_colours_and_nothing_moves(
    every_kind: tuple[Kind, ...], served: str, window: Page
) -> None:
    found = {}
    for path in (path for kind in every_kind for path in kind.pages):
        show(window, f"{served}/{path}")
        unfold(window, opened=True)
        if faults := [*lost_in_forced_colours(window), *motion(window)]:
            found[path] = faults
    assert found == {}


@pytest.mark.parametrize(
    ("body", "style", "told"),
    [
        ("<input aria-label=x>", "input { border: 0 }", "cannot be seen: input"),
        ("<button aria-label=go></button>", "button { background: url(x.svg); border: 0 }", "cannot be seen: button"),
        ("<a href=#>x</a>", "a { forced-color-adjust: none; color: #fff; background: #fff }", "cannot be seen: a"),
        (
            "<input type=checkbox>",
            "input { appearance: none; border: 2px solid } :checked { background: green }",
            "looks the same on and off",
        ),
    ],
)
def test_a_control_that_is_lost_is_told(body: str, style: str, told: str, faulty: Callable[..., Page]) -> None:
    assert told in " ".join(lost_in_forced_colours(faulty(body, style)))


def test_controls_with_a_border_or_words_are_not_lost(faulty: Callable[..., Page]) -> None:
    body = "<input><input type=radio><button>Go</button><a href=#>on</a><details><summary>more</summary></details>"
    assert lost_in_forced_colours(faulty(body)) == []


@pytest.mark.parametrize(
    ("style", "told"),
    [
        ("p { animation: turn 3s infinite } @keyframes turn { to { opacity: 0 } }", "moves by itself: p"),
        ("p { transition: color 0.2s }", "would move, in 0.2s: p"),
        ("p::before { content: '.'; transition: all 200ms }", "would move, in 0.2s: p"),
        ("p:hover { color: red } html { scroll-behavior: smooth }", "scrolls smoothly: html"),
    ],
)
def test_what_moves_is_told(style: str, told: str, faulty: Callable[..., Page]) -> None:
    assert told in " ".join(motion(faulty("<p>text</p>", style)))


def test_what_keeps_still_for_those_who_ask_is_passed(faulty: Callable[..., Page]) -> None:
    style = "p { transition: color 0.2s } @media (prefers-reduced-motion: reduce) { p { transition: none } }"
    assert motion(faulty("<p>text</p>", style)) == []
