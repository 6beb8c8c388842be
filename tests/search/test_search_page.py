"""What a reader meets on the search page, from a server and by double-click."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from fingerpost.search import index_site
from playwright.sync_api import Browser, Locator, Page, expect

from .conftest import Opener
from .site import HOSTILE


def titles(page: Page) -> Locator:
    return page.locator("#search-results > li > a")


def status(page: Page) -> Locator:
    return page.locator("#search-status")


def asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).fragment)


def nothing(query: str) -> str:
    return f"Nothing was found for “{query}”. Try another word, or fewer words."


def offers(page: Page) -> Locator:
    return page.locator("#search-offers")


def chosen(page: Page) -> Locator:
    return page.locator(".search-chosen button")


def narrow(page: Page) -> Locator:
    page.locator(".search-narrow > summary").click()
    expect(page.locator(".search-group").first).to_be_visible()
    return page.locator(".search-groups")


def test_a_word_finds_the_page_of_its_language_and_the_link_leads_there(reader: Opener) -> None:
    page = reader("search.html#q=recording")
    expect(titles(page)).to_have_text(["Setting limits when you share your story"])
    expect(status(page)).to_have_text("1 result for “recording”")
    assert titles(page).get_attribute("href") == "./guides/limits/index.html"
    titles(page).click()
    expect(page.locator("h1")).to_have_text("Setting limits when you share your story")


def test_a_welsh_word_finds_the_welsh_page_with_or_without_circumflex(reader: Opener) -> None:
    page = reader(f"cy/search.html#q={quote('tŷ')}")
    expect(page.locator("#q")).to_have_value("tŷ")
    for word in ["tŷ", "dŵr", "DŴR", "dw\u0302r", "dwr", "terfynau"]:
        page.locator("#q").fill(word)
        expect(status(page)).to_have_text(f"1 canlyniad ar gyfer “{word}”")
        expect(titles(page)).to_have_text(["Gosod terfynau wrth rannu eich stori"])
    titles(page).click()
    expect(page.locator("h1")).to_have_text("Gosod terfynau wrth rannu eich stori")


def test_the_languages_are_searched_apart(reader: Opener) -> None:
    page = reader("search.html#q=terfynau")
    expect(status(page)).to_have_text(nothing("terfynau"))
    expect(titles(page)).to_have_count(0)
    page = reader("cy/search.html#q=recording")
    expect(status(page)).to_have_text(
        "Ni chafwyd hyd i ddim ar gyfer “recording”. Rhowch gynnig ar air arall, neu lai o eiriau."
    )


def test_counts_are_said_in_the_plural_forms_of_the_language(reader: Opener) -> None:
    page = reader("cy/search.html#q=bara")
    expect(status(page)).to_have_text("2 ganlyniad ar gyfer “bara”")
    page = reader("search.html#q=bread")
    expect(status(page)).to_have_text("3 results for “bread”")


def test_a_title_that_is_not_translated_is_marked_with_its_language(reader: Opener) -> None:
    page = reader("cy/search.html#q=kettle")
    expect(titles(page)).to_have_attribute("lang", "en")
    assert page.locator("#search-results .facts").get_attribute("lang") is None


def test_the_form_in_every_header_leads_to_the_results(reader: Opener) -> None:
    page = reader("guides/limits/index.html")
    page.locator("#find").fill("kettle")
    page.keyboard.press("Enter")
    expect(titles(page)).to_have_text(["A peer support group's first six meetings"])
    expect(page.locator("#q")).to_have_value("kettle")


def test_it_searches_while_people_type_and_leaves_the_focus_alone(reader: Opener) -> None:
    page = reader("search.html")
    expect(status(page)).to_be_empty()
    page.locator("#q").press_sequentially("record", delay=30)
    expect(titles(page)).to_have_count(1)
    expect(page.locator("#q")).to_be_focused()
    expect(page).to_have_url(re.compile("q=record$"))
    page.locator("#q").fill("")
    expect(titles(page)).to_have_count(0)
    expect(status(page)).to_be_empty()
    assert asked(page) == {}


def test_several_words_narrow_and_quotes_keep_words_together(reader: Opener) -> None:
    page = reader(f"search.html#q={quote('bread recording')}")
    expect(titles(page)).to_have_text(["Setting limits when you share your story"])
    page = reader(f"search.html#q={quote(chr(34) + 'the day' + chr(34))}")
    expect(titles(page)).to_have_text(["Setting limits when you share your story"])


def test_the_words_found_are_marked_where_the_summary_does_not_hold_them(reader: Opener) -> None:
    page = reader("search.html#q=gaslighting")
    expect(titles(page)).to_have_count(2)
    first, second = page.locator("#search-results li").all()
    expect(first.locator(".summary")).to_have_text("Gaslighting, and how groups have answered it.")
    expect(first.locator(".excerpt")).to_have_count(0)
    expect(second.locator(".excerpt mark")).to_have_text("Gaslighting")


def test_a_text_with_a_content_note_shows_the_note_and_is_not_quoted(reader: Opener) -> None:
    page = reader("search.html#q=secretword")
    expect(page.locator("#search-results .facts")).to_have_text("toolkit · 6 minutes Content note: loss")
    expect(page.locator("#search-results .tag")).to_have_text("Content note: loss")
    expect(page.locator("#search-results .excerpt")).to_have_count(0)


def test_facts_and_notes_alone_find_nothing(reader: Opener) -> None:
    page = reader("search.html")
    for word in ["minutes", "content", "note"]:
        page.locator("#q").fill(word)
        expect(status(page)).to_have_text(nothing(word))


def test_ten_at_a_time_and_the_focus_goes_to_the_first_new_one(reader: Opener) -> None:
    page = reader("search.html#q=lantern")
    expect(status(page)).to_have_text("23 results for “lantern”")
    expect(titles(page)).to_have_count(10)
    page.locator("#search-more").click()
    expect(titles(page)).to_have_count(20)
    expect(titles(page).nth(10)).to_be_focused()
    page.locator("#search-more").click()
    expect(titles(page)).to_have_count(23)
    expect(titles(page).nth(20)).to_be_focused()
    expect(page.locator("#search-more")).to_be_hidden()


def test_opening_the_filters_leaves_the_list_as_it_is(reader: Opener) -> None:
    page = reader("search.html#q=lantern")
    page.locator("#search-more").click()
    expect(titles(page)).to_have_count(20)
    expect(narrow(page).get_by_label("Questions (23)")).to_be_visible()
    expect(titles(page)).to_have_count(20)


def test_filters_narrow_count_and_stay_in_the_address(reader: Opener) -> None:
    page = reader("search.html#q=bread")
    expect(titles(page)).to_have_count(3)
    groups = narrow(page)
    expect(groups.locator("summary")).to_have_text(["Kind", "Topic", "Stage", "Language"])
    short = ["Guides (2)", "Toolkits (1)", "Starting (2)", "Going on (1)"]
    expect(groups.locator("label:visible")).to_have_text(short)
    groups.locator("summary", has_text="Topic").click()
    long = ["Ownership, stories and rights (1)", "Running a group (1)", "Wellbeing (2)"]
    expect(groups.locator("label:visible")).to_have_text(short[:2] + long + short[2:])
    page.get_by_label("Guides (2)").check()
    expect(titles(page)).to_have_count(2)
    expect(status(page)).to_have_text("2 results for “bread”")
    expect(page.get_by_label("Toolkits (1)")).to_be_visible()
    page.get_by_label("Going on (1)").check()
    expect(titles(page)).to_have_text(["When people say it did not happen"])
    assert asked(page) == {"q": ["bread"], "kind": ["guide"], "stage": ["going-on"]}
    page.reload()
    expect(titles(page)).to_have_text(["When people say it did not happen"])
    expect(page.locator(".search-narrow > summary")).to_have_text("Narrow the results (2)")


def test_two_values_of_one_filter_widen_and_clearing_brings_all_back(reader: Opener) -> None:
    page = reader("search.html#q=bread&kind=guide")
    expect(titles(page)).to_have_count(2)
    narrow(page)
    page.get_by_label("Toolkits (1)").check()
    expect(titles(page)).to_have_count(3)
    page.get_by_role("button", name="Show everything again").click()
    expect(page.locator(".search-narrow > summary")).to_be_focused()
    expect(page.locator("input:checked")).to_have_count(0)
    assert asked(page) == {"q": ["bread"]}


def test_filters_work_by_keyboard_and_are_large_enough_to_hit(reader: Opener) -> None:
    page = reader("search.html#q=bread")
    expect(titles(page)).to_have_count(3)
    page.locator(".search-narrow > summary").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Guides (2)")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(titles(page)).to_have_count(2)
    expect(page.get_by_label("Guides (2)")).to_be_focused()
    for target in page.locator("summary, .search-groups label:visible, main button:visible, #q").all():
        box = target.bounding_box()
        assert box is not None
        assert box["height"] >= 44


def test_a_filter_that_no_page_has_is_dropped(reader: Opener) -> None:
    page = reader("search.html#q=bread&kind=song")
    expect(titles(page)).to_have_count(3)
    expect(page.locator(".search-narrow > summary")).to_have_text("Narrow the results")


def test_markup_in_titles_summaries_texts_and_filters_is_shown_as_text(reader: Opener) -> None:
    page = reader("search.html#q=trapdoor")
    expect(titles(page)).to_have_text([f"Hostile {HOSTILE}"])
    expect(page.locator("#search-results .summary")).to_have_text(f"Summary {HOSTILE}")
    expect(page.locator("#search-results .excerpt")).to_contain_text(f"trapdoor {HOSTILE[:20]}")
    page.reload()
    narrow(page).locator("summary", has_text="Topic").click()
    page.get_by_label('Topic <img src=x onerror="window.struck=1">').check()
    expect(titles(page)).to_have_count(1)
    assert page.locator("main img, main ol script").count() == 0
    assert page.evaluate("window.struck") is None
    page = reader(f"search.html#q={quote(HOSTILE)}&kind={quote(HOSTILE)}")
    expect(page.locator("#q")).to_have_value(HOSTILE)
    expect(status(page)).to_contain_text(HOSTILE)
    assert page.locator("main img").count() == 0
    assert page.evaluate("window.struck") is None


def test_the_words_of_a_query_are_not_read_as_a_pattern(reader: Opener) -> None:
    page = reader(f"search.html#q={quote('zz $& {count}')}")
    expect(status(page)).to_contain_text("Nothing was found for “zz $& {count}”.")


def test_the_results_stand_without_the_filters(
    site: Path, serve: Callable[[Path], str], visit: Callable[[str], Opener]
) -> None:
    reader = visit(serve(site))
    reader("about.html").route("**/search-filters.js", lambda route: route.fulfill(body=""))
    page = reader("search.html#q=recording")
    expect(titles(page)).to_have_count(1)


@pytest.mark.parametrize("lost", ["languages.js", "en/entry.js", "en/shelves-*.js", "en/page-*.js"])
def test_a_broken_index_is_owned_up_to(
    browser: Browser, site: Path, tmp_path: Path, address_of: Callable[[Path], str], lost: str
) -> None:
    copy = shutil.copytree(site, tmp_path / "site")
    parts = list((copy / "search-index").glob(lost))
    assert parts
    for part in parts:
        part.unlink()
    page = browser.new_page()
    page.goto(f"{address_of(copy)}/search.html#q=recording")
    expect(status(page)).to_have_text("Search could not start. You can still browse by kind or topic.")
    page.close()


def test_a_lost_connection_is_not_taken_for_an_empty_answer(
    browser: Browser, site: Path, serve: Callable[[Path], str]
) -> None:
    page = browser.new_page()
    page.goto(f"{serve(site)}/search.html#q=xylophone")
    expect(status(page)).to_contain_text("Nothing was found")
    page.context.set_offline(True)
    page.locator("#q").fill("recording")
    expect(status(page)).to_have_text("You seem to be offline. Search goes on when you are connected again.")
    expect(page.get_by_role("button", name="Try again")).to_be_visible()
    page.context.set_offline(False)
    expect(titles(page)).to_have_count(1)
    expect(page.get_by_role("button", name="Try again")).to_have_count(0)
    page.close()


def test_a_site_that_is_put_up_anew_meanwhile_is_searched_as_it_is_now(
    browser: Browser, site: Path, tmp_path: Path, serve: Callable[[Path], str]
) -> None:
    copy = shutil.copytree(site, tmp_path / "site")
    page = browser.new_page()
    page.goto(f"{serve(copy)}/search.html")
    with page.expect_response("**/en/entry.js*"):
        page.locator("#q").focus()
    changed = copy / "toolkits/first-six/index.html"
    changed.write_text(changed.read_text("utf-8").replace("The kettle is on", "The accordion is on"), "utf-8")
    index_site(copy)
    page.locator("#q").fill("accordion")
    expect(titles(page)).to_have_text(["A peer support group's first six meetings"])
    page.locator("#q").fill("kettle")
    expect(status(page)).to_have_text(nothing("kettle"))
    page.close()


@pytest.mark.parametrize(
    ("language", "needed"), [("en", {"entry.js"}), ("cy", {"entry.js", "words.js", "welsh-forms.js"})]
)
def test_what_every_search_needs_comes_as_soon_as_someone_goes_to_the_field(
    browser: Browser, site: Path, serve: Callable[[Path], str], language: str, needed: set[str]
) -> None:
    page = browser.new_page()
    asked: set[str] = set()
    page.on("requestfinished", lambda request: asked.add(request.url.split("?")[0].rsplit("/", 1)[1]))
    page.goto(f"{serve(site)}/{'' if language == 'en' else 'cy/'}search.html")
    page.wait_for_load_state("networkidle")
    assert not asked & needed
    page.locator("#q").focus()
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(300)
    assert needed <= asked
    assert not any(name.startswith(("shelves-", "page-")) for name in asked)
    page.close()
