"""What a reader would rather not meet: left out of lists or covered, never without saying so and a way to see it."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.looks import KEY, look, reader, stored
from tests.looking.barriers import violations

NOTES = {"burn-out-and-rest": "suicide", "online-abuse": "abuse discrimination self-harm"}
LISTING = "guides/index.html"
ABUSE = "guides/online-abuse/index.html"
BURN_OUT = "guides/burn-out-and-rest/index.html"


def with_notes(page: Page) -> None:
    """Give the items of a listing the ids of their content notes, whether or not the page has them already."""

    def answer(route: Route) -> None:
        got = route.fetch()
        html = got.text()
        for name, notes in NOTES.items():
            item = rf'<li[^>]*>(\s*(?:<[^a][^>]*>\s*)*<a class="title" href="{name}/)'
            html, found = re.subn(item, rf'<li data-notes="{notes}">\1', html)
            assert found == 1
        route.fulfill(response=got, body=html)

    page.route(re.compile(r"/guides/index\.html$"), answer)


def visible(page: Page) -> list[str]:
    """Return the titles of a listing that can be seen."""
    return [one.inner_text() for one in page.locator("main .title").all() if one.is_visible()]


def test_a_listing_leaves_out_what_was_chosen_says_so_and_shows_it_when_asked(served: str, browser: Browser) -> None:
    with reader(browser, served) as page:
        page.goto(f"{served}/{LISTING}")
        every = visible(page)
    with reader(browser, served, {"leave": ["suicide", "abuse"]}) as page:
        with_notes(page)
        page.goto(f"{served}/{LISTING}")
        assert [title for title in every if title not in visible(page)] == [
            "Burn-out and rest",
            "Online abuse: before, during and after",
        ]
        said = page.get_by_text("2 texts are left out here because of your choices.")
        expect(said).to_be_visible()
        assert violations(page) == []
        page.get_by_role("button", name="Show what is left out").click()
        assert visible(page) == every
        expect(said).to_have_count(0)
        assert page.evaluate("document.activeElement.textContent") == "Burn-out and rest"
        expect(page.get_by_text("You asked to be warned")).to_have_count(2)
        page.reload()
        expect(said).to_be_visible()  # shown once


def test_it_counts_in_the_plural_forms_of_the_language(served: str, browser: Browser) -> None:
    with reader(browser, served, {"leave": ["abuse", "suicide"]}) as page:
        with_notes(page)
        page.goto(f"{served}/cy/{LISTING}")
        expect(page.get_by_text("Mae 2 destun wedi'u gadael allan yma")).to_be_visible()
        expect(page.get_by_role("button", name="Dangos yr hyn a adawyd allan")).to_be_visible()


def test_a_listing_marks_what_a_reader_asked_to_be_warned_about(served: str, browser: Browser) -> None:
    with reader(browser, served, {"warn": ["self-harm"]}) as page:
        with_notes(page)
        page.goto(f"{served}/{LISTING}")
        marked = page.locator("li", has_text="You asked to be warned")
        expect(marked).to_have_count(1)
        expect(marked).to_contain_text("Online abuse")
        assert page.locator(".left-out").count() == 0


@pytest.mark.parametrize("kept", [{"warn": ["discrimination"]}, {"leave": ["discrimination"]}])
def test_a_text_is_covered_before_anything_of_it_is_seen(kept: dict[str, Any], served: str, browser: Browser) -> None:
    with reader(browser, served, kept) as page:
        held: list[Route] = []
        page.route(re.compile(r"/assets/notes\.js$"), lambda route: held.append(route))
        page.goto(f"{served}/{ABUSE}", wait_until="commit")
        page.locator("footer").wait_for()
        expect(page.locator("main article")).to_be_hidden()  # nobody knows yet what to show of it
        held[0].continue_()
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        expect(page.get_by_text("You asked to be warned of this first")).to_be_visible()
        expect(page.locator("main .note summary")).to_be_visible()
        expect(page.locator("main article .words")).to_be_hidden()
        assert violations(page) == []
        button = page.get_by_role("button", name="Show the text")
        button.focus()
        page.keyboard.press("Enter")
        expect(page.locator("main article .words")).to_be_visible()
        expect(button).to_have_count(0)
        assert page.evaluate("document.activeElement.className") == "note"


def test_a_link_to_a_heading_leads_there_once_the_text_is_shown(served: str, browser: Browser) -> None:
    with reader(browser, served, {"warn": ["abuse"]}, viewport={"width": 800, "height": 400}) as page:
        page.goto(f"{served}/{ABUSE}")
        last = page.evaluate("[...document.querySelectorAll('.words h2[id]')].at(-1).id")
        page.goto("about:blank")
        page.goto(f"{served}/{ABUSE}#{last}")
        page.get_by_role("button", name="Show the text").click()
        expect(page.locator(f"#{last}")).to_be_in_viewport()


@pytest.mark.parametrize("path", [f"cy/{ABUSE}", BURN_OUT, "questions/should-i-use-my-own-name/index.html"])
def test_other_choices_leave_a_text_as_it_is(path: str, served: str, browser: Browser) -> None:
    with reader(browser, served, {"warn": ["bereavement"], "leave": ["eating-distress"]}) as page:
        page.goto(f"{served}/{path}")
        expect(page.locator("main article .words").first).to_be_visible()
        assert page.locator(".cover").count() == 0


def test_nothing_stays_hidden_when_the_script_does_not_arrive_or_scripts_are_off(served: str, browser: Browser) -> None:
    with reader(browser, served, {"warn": ["abuse"], "leave": ["suicide"]}) as page:
        page.route("**/notes.js", lambda route: route.abort())
        for path in (ABUSE, BURN_OUT):
            page.goto(f"{served}/{path}")
            expect(page.locator("main article .words")).to_be_visible()
            expect(page.locator("main .note")).to_be_visible()
    with reader(browser, served, {"warn": ["abuse"]}, java_script_enabled=False) as page:
        page.goto(f"{served}/{ABUSE}")
        expect(page.locator("main article .words")).to_be_visible()


def test_a_page_that_stands_open_in_another_tab_follows(served: str, browser: Browser) -> None:
    with reader(browser, served, {"size": "125"}) as page:
        page.goto(f"{served}/{BURN_OUT}")
        expect(page.locator(".cover")).to_have_count(0)
        other = page.context.new_page()
        other.goto(f"{served}/reading.html")
        other.evaluate("""([key, kept]) => localStorage.setItem(key, kept)""", [KEY, '{"v":1,"warn":["suicide"]}'])
        expect(page.locator(".cover")).to_have_count(1)


def test_a_text_is_covered_where_the_styles_did_not_arrive(served: str, browser: Browser) -> None:
    with reader(browser, served, {"leave": ["suicide"]}) as page:
        page.route("**/site.css", lambda route: route.abort())
        page.goto(f"{served}/{BURN_OUT}")
        expect(page.locator("article .words")).to_be_hidden()
        page.get_by_role("button", name="Show the text").click()
        expect(page.locator("article .words")).to_be_visible()


def test_what_a_text_draws_on_is_left_out_like_any_list(served: str, browser: Browser) -> None:
    drawn = "guides/setting-limits/index.html"
    with reader(browser, served, {"leave": ["suicide"]}) as page:
        page.goto(f"{served}/{drawn}")
        noted = page.locator(".from li[data-notes~=suicide]")
        assert noted.count() > 0
        for one in noted.all():
            expect(one).to_be_hidden()
        expect(page.locator(".from .left-out")).to_be_visible()


def test_search_results_leave_out_and_mark_and_say_how_many(served: str, browser: Browser) -> None:
    with reader(browser, served) as page:
        page.goto(f"{served}/search.html#q=rest")
        page.locator("#search-results a").first.wait_for()
        every = page.locator("#search-status").inner_text()
    with reader(browser, served, {"leave": ["suicide"], "warn": ["discrimination"]}) as page:
        page.goto(f"{served}/search.html#q=rest")
        status = page.locator("#search-status")
        expect(status).to_contain_text("left out here because of your choices.")
        shown, out = (int(number) for number in re.findall(r"\d+(?= result| text)", status.inner_text()))
        assert shown + out == int(every.split()[0])
        assert out > 0
        expect(page.locator("#search-results")).not_to_contain_text("Burn-out and rest")
        assert violations(page) == []
        page.locator(".search-left-out button").click()
        expect(status).to_have_text(every)
        marked = page.locator("#search-results li", has_text="Burn-out and rest").first
        expect(marked).to_contain_text("You asked to be warned")
        page.locator("#q").fill("gaslighting")
        expect(page.locator("#search-results li", has_text="You asked to be warned").first).to_contain_text(
            "Discrimination"
        )
        page.locator("#q").fill("")
        expect(status).to_have_text("")
        page.locator("#q").fill("suicide burn-out")
        expect(status).to_contain_text("left out here")


def test_results_in_the_other_language_leave_out_the_same_and_say_so(served: str, browser: Browser) -> None:
    address = f"{served}/search.html#q=gorffwys&also=cy"
    with reader(browser, served) as page:
        page.goto(address)
        section = page.get_by_role("region", name="In Welsh")
        expect(section).to_contain_text("Gorflino a gorffwys")
        every = section.get_by_role("status").inner_text()
    with reader(browser, served, {"leave": ["suicide"]}) as page:
        page.goto(address)
        section = page.get_by_role("region", name="In Welsh")
        said = section.get_by_role("status")
        expect(said).to_contain_text("left out here because of your choices.")
        expect(section).not_to_contain_text("Gorflino a gorffwys")
        assert violations(page) == []
        section.get_by_role("button", name="Show what is left out").click()
        expect(said).to_have_text(every)
        marked = section.locator("ol > li", has_text="Gorflino a gorffwys").first.locator(".warned")
        expect(marked).to_have_attribute("lang", "en")


def test_what_is_left_out_is_not_counted_among_what_can_be_chosen(served: str, browser: Browser) -> None:
    with reader(browser, served, {"leave": ["suicide"]}) as page:
        page.goto(f"{served}/search.html#q=rest")
        expect(page.locator("#search-status")).to_contain_text("left out here")
        page.locator(".search-narrow > summary").click()
        page.locator(".search-group > summary", has_text="Content notes").click()
        group = page.get_by_role("group", name="Content notes")
        expect(group.get_by_label("Discrimination")).to_be_visible()
        expect(group.get_by_label("Suicide")).to_be_hidden()


def test_choices_are_made_on_the_same_page_and_kept_with_the_others(served: str, browser: Browser) -> None:
    with reader(browser, served, {"size": "125"}) as page:
        page.goto(f"{served}/cy/reading.html")
        group = page.get_by_role("group", name="Hunanladdiad")
        group.get_by_role("radio", name="Fy rhybuddio'n gyntaf").check()
        page.get_by_role("group", name="Hiliaeth").get_by_role("radio", name="Gadael allan o restrau").check()
        assert json.loads(stored(page)[KEY]) == {"v": 1, "size": "125", "warn": ["suicide"], "leave": ["racism"]}
        page.goto(f"{served}/{BURN_OUT}")
        page.get_by_role("link", name="Change what is covered").click()
        expect(page.get_by_role("heading", name="What you would rather avoid")).to_be_in_viewport()
        expect(page.get_by_role("group", name="Suicide").get_by_role("radio", name="Warn me first")).to_be_checked()
        page.get_by_role("group", name="Suicide").get_by_role("radio", name="Note above the text").check()
        assert look(page) == {"size": "125", "leave": "racism"}
        page.go_back()
        expect(page.locator("main article .words")).to_be_visible()
        assert page.locator(".cover").count() == 0


def test_every_content_note_of_the_vocabulary_can_be_chosen(served: str, browser: Browser, built: Any) -> None:
    ids = re.findall(r"^- id: (.+)$", (built / "docs/_vocabulary/content-notes.yml").read_text("utf-8"), re.MULTILINE)
    with reader(browser, served) as page:
        page.goto(f"{served}/reading.html")
        names = page.evaluate("[...document.querySelectorAll('input[name^=note-]')].map((one) => one.name.slice(5))")
        assert list(dict.fromkeys(names)) == ids


def test_a_covered_text_is_not_printed_until_it_is_shown(served: str, browser: Browser) -> None:
    with reader(browser, served, {"warn": ["abuse"]}) as page:
        page.goto(f"{served}/{ABUSE}")
        page.emulate_media(media="print")
        expect(page.locator("main article .words")).to_be_hidden()
        expect(page.get_by_text("You asked to be warned of this first")).to_be_visible()
