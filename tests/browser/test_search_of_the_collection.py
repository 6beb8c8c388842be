"""Searching the real collection: what is indexed of its pages, and that results lead to the right place in them."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from fingerpost.search import handed_over
from playwright.sync_api import Browser, expect

from tests.looking.barriers import violations

FACETS = {"audience", "format", "kind", "language", "made", "note", "stage", "topic"}
# Words of the interface that stand within a resource's article on its page.
OURS = {
    "en": (
        "All of these count the same",
        "Answer by",
        "Read the full version",
        "Facts last confirmed",
        "Before you read",
    ),
    "cy": ("Hafan", "Atebwyd gan", "Darllen y fersiwn lawn"),
}


@pytest.fixture(scope="session")
def fragments(built: Path) -> Mapping[str, Mapping[str, Any]]:
    """Each page of the index, by its address from the top of the site."""
    found = (part(file) for file in sorted((built / "site/search-index").glob("*/page-*.js")))
    return {page["url"].lstrip("/"): page for page in found}


def part(file: Path) -> Any:
    return handed_over(file.read_text("utf-8"))


def test_every_place_that_a_result_can_lead_to_is_in_its_page(built: Path, fragments: Mapping[str, Any]) -> None:
    places = [(url, anchor[0]) for url, page in fragments.items() for anchor in page.get("anchors", ())]
    assert len(places) > 200
    html = {url: (built / "site" / url).read_text("utf-8") for url in fragments}
    assert [(url, place) for url, place in places if f'id="{place}"' not in html[url]] == []


def test_no_words_of_the_interface_are_indexed(fragments: Mapping[str, Any]) -> None:
    for url, page in fragments.items():
        language = "cy" if url.startswith("cy/") else "en"
        assert [words for words in OURS[language] if words in page.get("text", "")] == [], url


def test_every_page_of_the_index_can_be_narrowed_to_by_ids_that_are_the_same_in_both_languages(built: Path) -> None:
    facets = {code: part(built / f"site/search-index/{code}/facets.js") for code in ("en", "cy")}
    for found in facets.values():
        assert set(found["filters"]) == FACETS
        assert all(re.fullmatch(r"[a-z-]+", value) for values in found["filters"].values() for value in values)
    ids = {code: {name: set(values) for name, values in found["filters"].items()} for code, found in facets.items()}
    assert {**ids["en"], "language": 0} == {**ids["cy"], "language": 0}
    sizes = {
        code: {name: {k: len(v) for k, v in values.items()} for name, values in found["filters"].items()}
        for code, found in facets.items()
    }
    assert {**sizes["en"], "language": 0} == {**sizes["cy"], "language": 0}


def test_labels_are_in_the_language_of_the_index(built: Path) -> None:
    labels = part(built / "site/search-index/cy/facets.js")["labels"]
    assert labels["kind"]["guide"] == "Canllawiau"
    assert labels["format"]["easy-read"] == "Hawdd ei Ddeall"


@pytest.mark.parametrize("way", ["http", "file"])
def test_an_answer_leads_to_its_place_and_easy_read_says_that_it_is(
    way: str, built: Path, served: str, browser: Browser
) -> None:
    root = served if way == "http" else (built / "site").as_uri()
    page = browser.new_page()
    page.goto(f"{root}/search.html#q=funders+independent+rent&kind=question")
    result = page.locator("#search-results > li", has_text="How does a small group stay independent")
    link = result.locator(".search-places a").first
    name = link.inner_text()
    link.click()
    assert "#answer-" in page.url
    place = page.url.split("#")[1]
    expect(page.locator(f'[id="{place}"]')).to_have_text(name)
    page.goto(f"{root}/search.html#q=consent&format=easy-read")
    expect(page.locator("#search-results .facts").first).to_contain_text("Easy Read")
    expect(page.locator("#search-results > li > a").first).to_have_attribute("href", re.compile(r"/easy\.html$"))
    page.close()


STATES = {
    "folded": "#q=rest",
    "chosen": "#q=rest&kind=guide&topic=wellbeing",
    "near": "#q=gaslihgting",
    "narrowed to nothing": "#q=rest&format=easy-read&kind=archive",
    "both languages": "#q=rest&also=cy&also=en",
    "signs": "#q=%3F%3F",
    "not asked": "",
}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("place", ["search.html", "cy/search.html"])
@pytest.mark.parametrize("width", [1280, 320])
def test_every_state_of_the_search_page_is_open_to_everybody(
    state: str, place: str, width: int, served: str, browser: Browser
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{served}/{place}{STATES[state]}")
    if STATES[state]:
        expect(page.locator("#search-status")).not_to_be_empty()
        page.wait_for_timeout(800)
    if page.locator(".search-narrow > summary").is_visible():
        page.locator(".search-narrow > summary").click()
        expect(page.locator(".search-group").first).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for target in page.locator("main button:visible, main summary:visible, main label:has(input):visible, #q").all():
        box = target.bounding_box()
        assert box
        assert box["height"] >= 44, target.inner_text()
    context.close()
