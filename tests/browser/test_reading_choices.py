"""How readers choose: by keyboard, kept on the device alone and across pages, and gone when they say so."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.looks import EVERYTHING, GUIDE, KEY, look, reader, stored


def test_choices_are_made_by_keyboard_and_kept_across_pages_and_languages(served: str, browser: Browser) -> None:
    with reader(browser, served) as page:
        page.goto(served)
        page.get_by_role("contentinfo").get_by_role("link", name="Change how this looks").click()
        page.get_by_role("radio", name="Usual").first.focus()
        page.keyboard.press("ArrowDown")
        assert look(page) == {"size": "125"}
        page.keyboard.press("Tab")
        page.keyboard.press("ArrowDown")
        page.get_by_role("radio", name="White on black").check()
        wanted = {"size": "125", "spacing": "wide", "scheme": "dark", "contrast": "more"}
        assert look(page) == wanted
        assert list(stored(page)) == [KEY]
        assert json.loads(stored(page)[KEY]) == {"v": 1, **wanted}
        page.get_by_role("banner").get_by_role("link", name="Cymraeg").click()
        assert look(page) == wanted
        expect(page.get_by_role("radio", name="Gwyn ar ddu")).to_be_checked()
        page.goto(f"{served}/{GUIDE}")
        assert look(page) == wanted


def test_a_page_that_one_goes_back_to_and_one_in_another_tab_follow(served: str, browser: Browser) -> None:
    with reader(browser, served) as page:
        page.goto(f"{served}/{GUIDE}")
        other = page.context.new_page()
        other.goto(f"{served}/index.html")
        page.goto(f"{served}/reading.html")
        page.get_by_role("radio", name="Dark", exact=True).check()
        page.go_back()
        assert look(page) == {"scheme": "dark"}
        other.wait_for_function("document.documentElement.dataset.scheme === 'dark'")


def test_putting_back_and_forgetting_leave_nothing(served: str, browser: Browser) -> None:
    with reader(browser, served, {**EVERYTHING, "warn": ["suicide"]}) as page:
        page.goto(f"{served}/reading.html")
        page.get_by_role("button", name="Put it back as it was").click()
        expect(page.locator("#fp-back-said")).to_have_text("Everything looks as it did at first.")
        assert look(page) == {"warn": "suicide"}
        page.get_by_role("radio", name="Twice as large").check()
        page.get_by_role("button", name="Forget everything").click()
        expect(page.locator("#fp-forget-said")).to_contain_text("Nothing is kept on this device now.")
        assert look(page) == {}
        assert stored(page) == {}
        page.reload()
        assert stored(page) == {}  # looking at the page keeps nothing either
        assert page.get_by_role("radio", checked=True).count() == page.locator("fieldset").count()


RUBBISH = [
    "",
    "{",
    "null",
    "[]",
    '"dark"',
    "7",
    '{"v":2,"size":"200"}',
    '{"v":1,"size":"9999","scheme":{"a":1},"contrast":true,"warn":"suicide","leave":[1,null,"a b","<b>",["x"],"A"]}',
    '{"v":1,"size":{"toString":1},"column":{"match":1},"leave":"suicide"}',
    '{"v":1,"size":null,"column":"narrow wide","typeface":["comic"]}',
    "x" * 100_000,
]


@pytest.mark.parametrize("kept", RUBBISH, ids=range(len(RUBBISH)))
def test_rubbish_in_the_storage_is_harmless(kept: str, served: str, browser: Browser) -> None:
    with reader(browser, served, kept) as page:
        trouble: list[str] = []
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.goto(f"{served}/reading.html")
        assert look(page) == {}
        page.get_by_role("radio", name="Larger (125%)").check()
        assert json.loads(stored(page)[KEY])["size"] == "125"
        assert trouble == []


def test_one_thing_that_is_no_choice_does_not_undo_the_others(served: str, browser: Browser) -> None:
    with reader(browser, served, {"size": {"toString": 1}, "leave": ["suicide"]}) as page:
        page.goto(f"{served}/reading.html")
        assert look(page) == {"leave": "suicide"}
        expect(page.get_by_role("button", name="Forget everything")).to_be_visible()


def test_what_to_be_warned_of_elsewhere_is_kept_until_everything_is_forgotten(served: str, browser: Browser) -> None:
    """Two collections at one host keep the same entry, and a list of notes can change."""
    with reader(browser, served, {"warn": ["of-another-site"], "leave": ["suicide", "older-note"]}) as page:
        page.goto(f"{served}/reading.html")
        page.get_by_role("radio", name="Larger (125%)").check()
        kept = json.loads(stored(page)[KEY])
        assert kept == {"v": 1, "size": "125", "warn": ["of-another-site"], "leave": ["suicide", "older-note"]}
        page.reload()
        page.get_by_role("button", name="Forget everything").click()
        assert stored(page) == {}


def test_where_nothing_may_be_kept_it_says_so_and_works_until_one_leaves(served: str, browser: Browser) -> None:
    page = browser.new_page()
    trouble: list[str] = []
    page.on("pageerror", lambda error: trouble.append(str(error)))
    # A frame like this has no storage: asking for it raises a SecurityError, as in a browser that keeps nothing.
    page.set_content(f'<iframe sandbox="allow-scripts" width="900" height="600" src="{served}/reading.html"></iframe>')
    frame = page.frame_locator("iframe")
    expect(frame.get_by_text("This browser does not let this page keep anything.")).to_be_visible()
    frame.get_by_role("radio", name="Dark", exact=True).check()
    expect(frame.locator("html")).to_have_attribute("data-scheme", "dark")
    frame.get_by_role("button", name="Forget everything").click()
    assert frame.locator("html").get_attribute("data-scheme") is None
    assert trouble == []
    page.close()


def test_by_double_click_it_works_too_and_says_what_to_expect(built: Path, browser: Browser) -> None:
    site = (built / "dist" / "usb" / "data" / "site").as_uri()
    with reader(browser, site) as page:
        page.goto(f"{site}/cy/reading.html")
        expect(page.get_by_text("Agorwyd y copi hwn o ffolder")).to_be_visible()
        page.get_by_role("radio", name="Tywyll", exact=True).check()
        page.goto(f"{site}/{GUIDE}")
        assert look(page) == {"scheme": "dark"}  # Chromium keeps it for all files; Firefox for each apart
        page.goto((built / "dist/usb/START-HERE.html").as_uri())
        assert look(page) == {"scheme": "dark"}


def test_without_scripts_the_page_says_what_the_browser_can_do(served: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}/reading.html")
    expect(page.get_by_text("Choosing here needs scripts")).to_be_visible()
    expect(page.locator("#fp-choices")).to_be_hidden()
    context.close()


def test_every_target_on_the_page_is_large_enough(served: str, browser: Browser) -> None:
    with reader(browser, served, viewport={"width": 320, "height": 640}) as page:
        page.goto(f"{served}/reading.html")
        small = page.evaluate(
            """() => [...document.querySelectorAll('main label, main button')].filter((one) => one.checkVisibility())
            .map((one) => [one.textContent.trim(), one.getBoundingClientRect().height])
            .filter(([, high]) => high < 44)"""
        )
        assert small == []


def test_nothing_is_asked_for_elsewhere_or_sent(served: str, browser: Browser) -> None:
    asked: list[tuple[str, str]] = []
    with reader(browser, served) as page:
        page.on("request", lambda request: asked.append((request.method, request.url)))
        page.goto(f"{served}/reading.html")
        for radio in page.get_by_role("radio").all():
            radio.check()
        page.keyboard.press("Enter")
        page.get_by_role("button", name="Forget everything").click()
        assert page.url == f"{served}/reading.html"
    assert all(method == "GET" and url.startswith(f"{served}/") and "?" not in url for method, url in asked)
    assert len(asked) > 3
