"""Words of one stem find each other, in languages that have stems; words that only begin alike do not."""

from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest
from fingerpost.search import index_site
from playwright.sync_api import Page

from .conftest import Opener
from .site import ASSETS, document, write

TEXTS = {
    "police": "The police came.",
    "policing": "Policing in our street.",
    "policy": "A policy of ours.",
    "policies": "Policies change.",
    "mental": "Mental distress.",
    "not": "It did not happen.",
    "pay": "They pay us on time.",
    "played": "We played and were staying. Worked too.",
    "cafe": "A café and a résumé.",
    "selfharm": "About self-harm.",
    "self": "By yourself or self.",
    "harm": "No harm done.",
    "dont": "We don’t mind.",
    "happy": "Happiness comes.",
    "gardens": "Gardens and a gardener.",
}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of a page for each text."""
    site = tmp_path_factory.mktemp("stems") / "site"
    for name, text in TEXTS.items():
        write(site / f"{name}.html", document("en", "./", f"<p data-pagefind-body>{escape(text)}</p>"))
    names = ("search-index.js", "search-engine.js", "search-find.js")
    for name in names:
        write(site / "assets" / name, (ASSETS / name).read_text("utf-8"))
    scripts = "".join(f'<script src="assets/{name}"></script>' for name in names)
    head = '<meta charset="utf-8"><link rel="icon" href="data:,"><title>Ask</title>'
    write(site / "ask.html", f'<!doctype html><html lang="en">{head}{scripts}</html>')
    index_site(site)
    return site


@pytest.fixture
def page(found: Path, address_of: Callable[[Path], str], visit: Callable[[str], Opener]) -> Page:
    return visit(address_of(found))("ask.html")


def test_words_find_what_is_of_their_stem(page: Page) -> None:
    asked = {
        "police": ["police", "policing"],
        "policing": ["policing", "police"],  # as it was typed comes first
        "policed": ["police", "policing"],  # which is on no page
        "policy": ["policy", "policies"],
        "men": [],  # not mental
        "note": [],  # not not
        "paying": ["pay"],
        "paid": [],
        "play": ["played"],
        "cafe": ["cafe"],
        "résumé": ["cafe"],
        "self-harm": ["selfharm"],
        "selfharm": ["selfharm"],
        "harm": ["harm", "selfharm"],
        "dont": ["dont"],
        "don't": ["dont"],
        "happy": ["happy"],
        "happier": [],
        "garde": ["gardens"],  # not finished
        "ga": [],
        '"no harm"': ["harm"],
        '"harm no"': [],
        "constructor __proto__ toString": [],
    }
    answers = page.evaluate(
        "async (asked) => { const all = []; for (const one of asked)"
        " all.push((await window.fingerpost.search(one)).results.map(({ url }) => url.replace('.html', '')));"
        " return all; }",
        list(asked),
    )
    got = dict(zip(asked, answers, strict=True))
    assert {word: sorted(pages) for word, pages in got.items()} == {
        word: sorted(pages) for word, pages in asked.items()
    }
    assert got["policing"][0] == "policing"
    assert got["harm"][0] == "harm"
