"""What the search page is asked: in its address, in words that can be taken away, in several languages, and badly."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from .conftest import Opener
from .test_search_page import asked, chosen, narrow, nothing, offers, status, titles

LONG = "burnout " * 1250  # 10,000 characters


def other(page: Page) -> str:
    return page.locator("a.other").get_attribute("href") or ""


def test_what_is_chosen_stands_above_the_results_in_words_and_is_taken_away_one_by_one(reader: Opener) -> None:
    page = reader("search.html#q=bread&kind=guide&topic=wellbeing")
    expect(chosen(page)).to_have_text(
        ["× Take away: Kind: Guides", "× Take away: Topic: Wellbeing", "Show everything again"]
    )
    expect(titles(page)).to_have_count(2)
    page.get_by_role("button", name="Take away: Kind: Guides").focus()
    page.keyboard.press("Enter")
    expect(chosen(page)).to_have_count(2)
    expect(page.get_by_role("button", name="Take away: Topic: Wellbeing")).to_be_focused()
    assert asked(page) == {"q": ["bread"], "topic": ["wellbeing"]}
    page.keyboard.press("Enter")
    expect(chosen(page)).to_have_count(0)
    expect(page.locator(".search-narrow > summary")).to_be_focused()
    expect(titles(page)).to_have_count(3)
    assert asked(page) == {"q": ["bread"]}


def test_a_box_and_the_word_for_it_say_the_same(reader: Opener) -> None:
    page = reader("search.html#q=bread")
    expect(titles(page)).to_have_count(3)
    narrow(page)
    page.get_by_label("Guides (2)").check()
    page.get_by_role("button", name="Take away: Kind: Guides").click()
    expect(page.get_by_label("Guides (2)")).not_to_be_checked()
    expect(titles(page)).to_have_count(3)


def test_the_same_stands_chosen_in_another_language(reader: Opener) -> None:
    page = reader("search.html#q=bara&kind=guide&also=cy")
    expect(chosen(page)).to_have_count(2)
    page.locator("a.other").click()
    expect(chosen(page)).to_have_text(["× Tynnu i ffwrdd: Math: Canllawiau", "Dangos popeth eto"])
    expect(titles(page)).to_have_text(["Gosod terfynau wrth rannu eich stori"])
    assert asked(page) == {"q": ["bara"], "kind": ["guide"], "also": ["en"]}
    expect(page.get_by_label("Chwilio yn Saesneg hefyd")).to_be_checked()


def test_where_nothing_fits_the_choice_it_says_so_and_how_many_there_are_without(reader: Opener) -> None:
    page = reader("search.html#q=recording&kind=toolkit")
    expect(status(page)).to_have_text(
        "Nothing for “recording” fits what you chose. Without your choices there is 1 result."
    )
    page.get_by_role("button", name="Show everything again").click()
    expect(titles(page)).to_have_count(1)


def test_words_before_the_hash_are_taken_behind_it_at_once(reader: Opener) -> None:
    page = reader("search.html?q=bread&kind=guide#topic=wellbeing")
    expect(titles(page)).to_have_count(2)
    assert urlsplit(page.url).query == ""
    assert asked(page) == {"q": ["bread"], "kind": ["guide"], "topic": ["wellbeing"]}


def test_another_address_is_followed_and_going_back_too(reader: Opener) -> None:
    page = reader("search.html#q=recording")
    expect(titles(page)).to_have_count(1)
    page.evaluate("location.hash = '#q=bread&kind=guide'")
    expect(titles(page)).to_have_count(2)
    expect(page.locator("#q")).to_have_value("bread")
    page.go_back()
    expect(page.locator("#q")).to_have_value("recording")
    expect(titles(page)).to_have_count(1)
    expect(chosen(page)).to_have_count(0)


def test_the_way_past_the_header_leaves_what_is_asked(reader: Opener) -> None:
    page = reader("search.html#q=bread&kind=guide")
    expect(titles(page)).to_have_count(2)
    page.evaluate("location.hash = '#fp-main'")
    page.wait_for_function("location.hash.includes('q=bread')")
    assert asked(page) == {"q": ["bread"], "kind": ["guide"]}
    expect(titles(page)).to_have_count(2)


def test_one_letter_is_no_question(reader: Opener) -> None:
    page = reader("search.html#q=bread")
    expect(titles(page)).to_have_count(3)
    page.locator("#q").fill("b")
    expect(titles(page)).to_have_count(0)
    expect(status(page)).to_be_empty()
    page.locator("#q").fill("br")
    expect(status(page)).not_to_be_empty()


def test_the_other_language_is_searched_on_wish_and_stands_apart(reader: Opener) -> None:
    page = reader("cy/search.html#q=bread")
    expect(titles(page)).to_have_count(0)
    box = page.get_by_label("Chwilio yn Saesneg hefyd")
    expect(box).not_to_be_checked()
    box.check()
    section = page.get_by_role("region", name="Yn Saesneg")
    expect(section.get_by_role("heading")).to_have_text("Yn Saesneg")
    expect(section.get_by_role("status")).to_have_text("3 chanlyniad ar gyfer “bread”")
    expect(section.locator("ol")).to_have_attribute("lang", "en")
    expect(section.locator("ol")).to_have_attribute("dir", "ltr")
    assert asked(page) == {"q": ["bread"], "also": ["en"]}
    page.reload()
    expect(section.locator("ol > li")).to_have_count(3)
    box.uncheck()
    expect(section).to_be_hidden()
    assert asked(page) == {"q": ["bread"]}


def test_other_results_lead_to_their_pages_and_can_be_continued(reader: Opener) -> None:
    page = reader("cy/search.html#q=lantern&also=en")
    rows = page.get_by_role("region", name="Yn Saesneg").locator("ol > li")
    expect(rows).to_have_count(10)
    page.get_by_role("region", name="Yn Saesneg").get_by_role("button", name="Dangos mwy").click()
    expect(rows).to_have_count(20)
    expect(rows.nth(10).locator("a")).to_be_focused()
    rows.nth(0).locator("a").click()
    expect(page.locator("h1")).to_contain_text("Question")


def test_a_page_without_a_translation_does_not_stand_there_twice(reader: Opener) -> None:
    page = reader("search.html#q=kettle&also=cy")
    expect(titles(page)).to_have_text(["A peer support group's first six meetings"])
    section = page.get_by_role("region", name="In Welsh")
    expect(section.get_by_role("status")).to_have_text(nothing("kettle"))
    expect(section.locator("li")).to_have_count(0)


def test_where_nothing_is_found_what_the_other_language_has_is_offered(reader: Opener) -> None:
    page = reader("search.html#q=terfynau")
    expect(offers(page)).to_contain_text("In Welsh: 1 result for “terfynau”")
    page.get_by_role("button", name="Also search in Welsh").click()
    section = page.get_by_role("region", name="In Welsh")
    expect(section.locator("ol > li > a")).to_have_text(["Gosod terfynau wrth rannu eich stori"])
    expect(page.locator("#q")).to_be_focused()
    assert asked(page) == {"q": ["terfynau"], "also": ["cy"]}


def test_where_nothing_is_found_a_near_word_is_offered_and_searched(reader: Opener) -> None:
    page = reader("search.html#q=recroding&kind=guide")
    expect(offers(page)).to_contain_text("Did you mean:")
    link = offers(page).get_by_role("link", name="recording")
    box = link.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    link.click()
    expect(titles(page)).to_have_text(["Setting limits when you share your story"])
    expect(offers(page)).to_be_empty()
    assert asked(page) == {"q": ["recording"], "kind": ["guide"]}
    page.go_back()
    expect(page.locator("#q")).to_have_value("recroding")


def test_the_word_that_is_wrong_is_replaced_and_the_others_stay(reader: Opener) -> None:
    page = reader(f"search.html#q={quote('Bread, Recroding')}")
    expect(status(page)).to_contain_text("Not on any page: recroding")
    expect(offers(page).get_by_role("link")).to_have_text(["bread, recording"])


def test_a_near_word_that_would_find_nothing_is_not_offered(reader: Opener) -> None:
    page = reader("search.html#q=recroding&kind=toolkit")
    expect(status(page)).to_have_text(nothing("recroding"))
    page.wait_for_timeout(500)
    expect(offers(page)).to_be_empty()


def test_of_two_words_that_stand_on_no_page_together_each_is_offered(reader: Opener) -> None:
    page = reader("search.html#q=lantern+recording")
    expect(status(page)).to_contain_text("Nothing was found")
    expect(status(page)).not_to_contain_text("Not on any page")
    expect(offers(page)).to_contain_text("Look for one of the words:")
    expect(offers(page).get_by_role("link")).to_have_text(["lantern", "recording"])


def test_where_nothing_is_found_the_topics_and_a_way_to_ask_are_there(reader: Opener) -> None:
    page = reader("search.html#q=bread")
    elsewhere = page.locator("#search-elsewhere")
    expect(titles(page)).to_have_count(3)
    expect(elsewhere).to_be_hidden()
    page.locator("#q").fill("xylophone")
    expect(elsewhere.get_by_role("link", name="Taking part")).to_be_visible()
    expect(elsewhere.get_by_role("heading")).to_have_text("Look through the topics")
    elsewhere.get_by_role("link", name="Running a group").click()
    expect(page.locator("h1")).to_have_text("Running a group")


def test_pages_with_most_of_the_words_are_given_and_it_is_said(reader: Opener) -> None:
    page = reader(f"search.html#q={quote('bread recording kettle zzyzx')}")
    expect(status(page)).to_contain_text("No page has all of these words. What is listed here has most of them.")
    expect(status(page)).to_contain_text("Not on any page: zzyzx")
    expect(titles(page)).to_have_count(2)
    assert set(titles(page).all_inner_texts()) == {
        "Setting limits when you share your story",
        "A peer support group's first six meetings",
    }
    expect(offers(page)).to_be_empty()
    page.locator("#q").fill("bread recording kettel")
    expect(offers(page).get_by_role("link")).to_have_text(["bread recording kettle"])
    expect(titles(page)).to_have_count(1)
    page.locator("#q").fill("bread gaslighting diary")
    expect(status(page)).to_contain_text("1 page has all of these words. The others have most of them.")
    expect(titles(page)).to_have_text(["When people say it did not happen", "Setting limits when you share your story"])
    page.locator("#q").fill("bread recording")
    expect(titles(page)).to_have_count(1)
    expect(status(page)).to_have_text("1 result for “bread recording”")


def test_a_result_leads_to_the_places_in_its_page(reader: Opener) -> None:
    page = reader("search.html#q=teapot")
    expect(titles(page)).to_have_text(["Six meetings: Easy Read"])
    places = page.locator("#search-results .search-places")
    expect(places).to_contain_text("In this page:")
    expect(places.get_by_role("link")).to_have_text(["The tea & cake", "The end"])
    places.get_by_role("link", name="The end").click()
    assert urlsplit(page.url).fragment == "the-end"
    expect(page.locator("#the-end")).to_have_text("The end")


def test_nobody_is_led_past_a_content_note(reader: Opener) -> None:
    page = reader("search.html#q=umbrella")
    expect(titles(page)).to_have_text(["When people say it did not happen"])
    expect(page.locator("#search-results .search-places")).to_have_count(0)


def test_other_words_for_the_topics_find_the_page_and_are_not_shown(reader: Opener) -> None:
    page = reader("search.html#q=anonymity")
    expect(titles(page)).to_have_text(["Setting limits when you share your story"])
    expect(page.locator("#search-results")).not_to_contain_text("anonymity")


def test_the_forms_found_are_the_ones_marked(reader: Opener) -> None:
    page = reader("cy/search.html#q=cath")
    expect(titles(page)).to_have_text(["Gosod terfynau wrth rannu eich stori"])
    expect(page.locator("#search-results mark")).to_have_text(["gath"])
    page = reader("cy/search.html#q=stori")
    expect(page.locator("#search-results .title mark")).to_have_text(["stori"])


def test_of_a_word_with_a_hyphen_the_whole_is_marked_and_no_part_elsewhere(reader: Opener) -> None:
    page = reader("search.html#q=mis-spelt")
    expect(titles(page)).to_have_text(["Going home by tea-time"])
    expect(page.locator("#search-results mark")).to_have_text(["Mis-spelt"])


BAD = {
    "ten thousand letters": "a" * 10_000,
    "ten thousand characters": LONG,
    "control characters": "\x00\x01 bread \x7f\x1b[31m",
    "only small words": "the and of",
    "html": "<img src=x onerror='window.struck=1'><script>window.struck=1</script>",
    "marks from right to left": "\u202ebread\u202c \u200f\u2067",
    "emoji": "🙂🙂🏽‍♀️",
    "only signs": "!?… --- ()",
    "half a pair": "bread \ud83d",
    "both quotation marks": '"bread" “ «',
    "a pattern": "(bread)+ [a-z]* $& \\d {query} {count}",
    "words of programs": "__proto__ constructor hasOwnProperty toString",
    "numbers": "1234567890123456789012345678901234567890",
}


@pytest.mark.parametrize("query", BAD.values(), ids=BAD)
@pytest.mark.parametrize("place", ["search.html", "cy/search.html"])
def test_anything_typed_gets_an_answer_or_a_sentence_and_leaves_the_device_in_no_request(
    query: str, place: str, reader: Opener
) -> None:
    page = reader(place)
    requests: list[str] = []
    page.on("request", lambda request: requests.append(f"{request.url} {request.post_data or ''}"))
    page.evaluate(
        "(query) => { const field = document.getElementById('q'); field.value = query;"
        " field.dispatchEvent(new Event('input', { bubbles: true })); }",
        query,
    )
    expect(status(page)).not_to_be_empty()
    expect(status(page)).not_to_have_text(re.compile("Searching|Wrthi|could not|oedd modd"))
    assert page.evaluate("window.struck") is None
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    secret = re.compile("bread|burnout|aaaa|onerror|__proto__|123456", re.IGNORECASE)
    assert not [url for url in requests if secret.search(url)]
    page.reload()
    expect(status(page)).not_to_be_empty()


@pytest.mark.parametrize(
    "fragment", ["#q=%", "#q=%E0%A4%A", "#q=%ff%fe", "#%%%=%", "#=&=&&&", "#q=bread&q=more&kind=&also=xx"]
)
def test_a_broken_address_is_read_as_far_as_it_goes(fragment: str, reader: Opener) -> None:
    page = reader(f"search.html{fragment}")
    page.locator("#q").fill("recording")
    expect(titles(page)).to_have_count(1)


def test_the_small_words_are_looked_for_where_there_are_no_others(reader: Opener) -> None:
    page = reader("search.html#q=what+is+the+recording")
    expect(titles(page)).to_have_count(1)
    page = reader("search.html#q=who")
    expect(titles(page).first).to_be_visible()


def test_signs_alone_get_a_sentence(reader: Opener) -> None:
    page = reader(f"search.html#q={quote('🙂 !!')}")
    expect(status(page)).to_have_text("There is no word to look for in “🙂 !!”. Please write a word.")
    expect(page.locator("#search-elsewhere")).to_be_visible()


def test_a_long_question_is_not_repeated_in_full(reader: Opener) -> None:
    page = reader(f"search.html#q={'x' * 300}")
    expect(status(page)).to_contain_text(f"“{'x' * 80}…”")


def test_half_a_pair_from_the_header_reaches_the_search(reader: Opener) -> None:
    page = reader("guides/limits/index.html")
    page.evaluate("document.getElementById('find').value = 'kettle \\ud83d'")
    page.locator("#find").focus()
    page.keyboard.press("Enter")
    expect(titles(page)).to_have_count(1)


def test_waiting_is_said_in_words(browser: Browser, site: Path, serve: Callable[[Path], str]) -> None:
    page = browser.new_page()
    page.clock.install()
    held: list[Route] = []
    page.route("**/search-index/en/shelves-*", lambda route: held.append(route))
    with page.expect_request("**/search-index/en/shelves-*"):
        page.goto(f"{serve(site)}/search.html#q=recording", wait_until="domcontentloaded")
    page.clock.run_for(1000)
    expect(status(page)).to_have_text("Searching…")
    page.clock.run_for(6000)
    expect(status(page)).to_have_text("Still searching. The connection seems to be slow.")
    assert held
    for route in held:
        route.continue_()
    expect(status(page)).to_have_text("1 result for “recording”")
    page.close()


def test_after_a_failure_it_can_be_tried_again(browser: Browser, site: Path, serve: Callable[[Path], str]) -> None:
    page = browser.new_page()
    page.route("**/search-index/en/shelves-*", lambda route: route.abort())
    page.goto(f"{serve(site)}/search.html#q=recording", wait_until="domcontentloaded")
    expect(status(page)).to_have_text("Search could not start. You can still browse by kind or topic.")
    expect(page.locator("#search-elsewhere")).to_be_visible()
    page.unroute("**/search-index/en/shelves-*")
    page.get_by_role("button", name="Try again").click()
    expect(titles(page)).to_have_count(1)
    page.close()


def test_boxes_that_cannot_be_had_are_owned_up_to(browser: Browser, site: Path, serve: Callable[[Path], str]) -> None:
    page = browser.new_page()
    page.route("**/en/facets.js*", lambda route: route.abort())
    page.goto(f"{serve(site)}/search.html#q=bread")
    expect(titles(page)).to_have_count(3)
    page.locator(".search-narrow > summary").click()
    expect(status(page)).to_have_text("Search could not start. You can still browse by kind or topic.")
    page.unroute("**/en/facets.js*")
    page.get_by_role("button", name="Try again").click()
    expect(page.get_by_label("Guides (2)")).to_be_visible()
    expect(titles(page)).to_have_count(3)
    page.close()


def test_what_is_not_found_is_not_there_while_the_search_goes_on(
    browser: Browser, site: Path, serve: Callable[[Path], str]
) -> None:
    page = browser.new_page()
    held: list[Route] = []
    page.route("**/search-index/en/shelves-*", lambda route: held.append(route))
    with page.expect_request("**/search-index/en/shelves-*"):
        page.goto(f"{serve(site)}/search.html#q=recording", wait_until="domcontentloaded")
    expect(status(page)).to_have_text("Searching…")
    expect(page.locator("#search-elsewhere")).to_be_hidden()
    assert held
    page.unroute("**/search-index/en/shelves-*")  # lets go of those that are held
    expect(titles(page)).to_have_count(1)
    page.close()


def test_without_scripts_the_lists_are_there_and_nothing_that_needs_scripts(
    browser: Browser, site: Path, address_of: Callable[[Path], str]
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address_of(site)}/search.html")
    expect(page.get_by_text("Search needs scripts, which are switched off here.")).to_be_visible()
    for name in ("Running a group", "Topics", "Everything here", "A to Z"):
        expect(page.get_by_role("link", name=name, exact=True)).to_be_visible()
    expect(page.get_by_label("Also search in Welsh")).to_be_hidden()
    expect(page.get_by_role("button", name="Show more")).to_be_hidden()
    context.close()
