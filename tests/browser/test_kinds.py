"""Each kind of page in every width, colour scheme and folding; which kinds there are is found, not listed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.looking.barriers import SCHEMES, in_every_combination, violations
from tests.looking.pages import Kind, kinds, open_page, show

SHARDS = 4
MUST_BE_THERE = {
    "index",
    "404",
    "search",
    "search with results",
    "pack",
    "pack with things in it",
    "guides: list",
    "topics: one",
    *(f"{folder}, one: itself" for folder in ("guides", "toolkits", "archive", "questions", "directory")),
    *(f"toolkits, one: {part}" for part in ("activity", "handout", "easy")),
}


def test_every_kind_is_found_in_both_languages(every_kind: tuple[Kind, ...]) -> None:
    assert {kind.name for kind in every_kind} >= MUST_BE_THERE
    assert [kind.name for kind in every_kind if len(kind.pages) != 2] == ["404"]


def test_a_new_folder_and_a_page_with_a_form_are_kinds_of_their_own(tmp_path: Path) -> None:
    for path in (
        "index",
        "about",
        "settings",
        "cy/index",
        "cy/about",
        "cy/settings",
        "stages/early",
        "cy/stages/early",
    ):
        file = tmp_path / f"{path}.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("<main><form></form></main>" if "settings" in path else "<main></main>", "utf-8")
    found = {kind.name: kind.pages for kind in kinds(tmp_path)}
    assert found["page: form"] == ("settings.html", "cy/settings.html")
    assert found["page: words"] == ("about.html", "cy/about.html")
    assert found["stages: one"] == ("stages/early.html", "cy/stages/early.html")


@pytest.mark.parametrize("shard", range(SHARDS))
def test_axe_in_every_combination(shard: int, every_kind: tuple[Kind, ...], served: str, browser: Browser) -> None:
    """English and Welsh by turns: every page of both is looked at in test_every_page.py."""
    page = open_page(browser)
    found = {}
    for turn, kind in enumerate(every_kind[shard::SHARDS]):
        path = kind.pages[(turn + shard) % len(kind.pages)]
        show(page, f"{served}/{path}")
        if faults := in_every_combination(page):
            found[path] = faults
    page.context.close()
    assert found == {}


def test_axe_is_awake(faulty: Callable[..., Page]) -> None:
    """The guard trips: a page with faults is not passed."""
    said = " ".join(violations(faulty("<img src='x.png'><p style='color:#ccc'>faint</p><a href='#'>x</a>")))
    assert "image-alt" in said
    assert "color-contrast" in said
    assert "region" in said  # one of the best practices


def test_axe_sees_small_targets(faulty: Callable[..., Page]) -> None:
    small = "<main><button style='all:unset;width:9px;height:9px' aria-label=a></button>" * 2
    assert "target-size" in " ".join(violations(faulty(small)))


@pytest.mark.parametrize(
    ("style", "told"),
    [
        ("@media (prefers-color-scheme: dark) { p { color: #eee } }", "dark"),
        ("@media (prefers-contrast: more) { p { color: #eee } }", "high contrast"),
        ("[data-contrast=more] p { color: #eee }", "high contrast chosen on the site"),
        ("@media (max-width: 400px) { p { color: #eee } }", "320 px, light"),
        ("details p { color: #eee }", "folds open"),
    ],
)
def test_each_combination_is_awake(style: str, told: str, faulty: Callable[..., Page]) -> None:
    faults = in_every_combination(
        faulty("<main><h1>x</h1><details><summary>more</summary><p>some words</p></details>", style)
    )
    assert any(told in fault for fault in faults), faults
    assert all(fault.split(": ")[1] == "color-contrast" for fault in faults), faults
    assert not any(f", {scheme.name}," in fault for scheme in SCHEMES if scheme.forced == "active" for fault in faults)
