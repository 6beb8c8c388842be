"""How a reader wants pages to look: seen before the first paint, kept on the device alone, and gone when they say so."""

import json
import re
import time
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.looks import KEY, SCHEMES, look, reader, stored
from tests.browser.test_every_page import AXE, violations
from tests.conftest import CHECKOUT

GUIDE = "guides/setting-limits/index.html"
EVERYTHING = {
    "size": "150",
    "spacing": "wider",
    "typeface": "serif",
    "scheme": "dark",
    "contrast": "more",
    "column": "narrow",
    "motion": "none",
}
AT_BODY = """new MutationObserver(() => {
    if (document.body && !window.atBody) window.atBody = {...document.documentElement.dataset};
}).observe(document, {childList: true, subtree: true});"""


def style(page: Page, name: str, where: str = "main .words p") -> str:
    found: str = page.evaluate(
        "([where, name]) => getComputedStyle(document.querySelector(where))[name]", [where, name]
    )
    return found


def pixels(page: Page, name: str, where: str = "main .words p") -> float:
    return float(style(page, name, where).removesuffix("px"))


def test_choices_stand_on_the_page_before_its_body_begins(served: str, browser: Browser) -> None:
    with reader(browser, served, EVERYTHING) as page:
        page.add_init_script(AT_BODY)
        for path in (GUIDE, f"cy/{GUIDE}", "search.html", "404.html"):
            page.goto(f"{served}/{path}")
            assert page.evaluate("window.atBody") == EVERYTHING, path


def test_nothing_is_drawn_before_the_styles_of_the_choices_are_there(served: str, browser: Browser) -> None:
    with reader(browser, served, EVERYTHING) as page:
        page.route("**/reading.css", lambda route: (time.sleep(0.7), route.continue_()))
        page.goto(f"{served}/{GUIDE}")
        first = """() => new Promise((done) => new PerformanceObserver((list) => done(list.getEntries()[0].startTime))
            .observe({type: 'paint', buffered: true}))"""
        arrived = """() => performance.getEntriesByType('resource').find((one) => one.name.endsWith('reading.css')).responseEnd"""
        assert page.evaluate(first) >= page.evaluate(arrived) > 700


@pytest.mark.parametrize("edition", ["site", "dist/usb"])
def test_on_every_page_the_choices_come_before_the_styles(edition: str, built: Path) -> None:
    pages = list((built / edition).rglob("*.html"))
    for file in pages:
        html = file.read_text("utf-8")
        before = html.split('rel="stylesheet"')[0]
        assert re.search(r'<script src="[^"]*assets/early\.js"></script>', before), file
        assert re.search(r'rel="stylesheet" href="[^"]*assets/reading\.css"', html), file
    assert len(pages) > 50


def test_the_script_that_everything_waits_for_is_small() -> None:
    assert len((CHECKOUT / "overrides/assets/early.js").read_bytes()) < 1536


def test_each_choice_changes_what_it_says(served: str, browser: Browser) -> None:
    with reader(browser, served, {}) as page:
        page.goto(f"{served}/{GUIDE}")
        usual = {name: pixels(page, name) for name in ("fontSize", "lineHeight", "width")}
        face = style(page, "fontFamily")
    for size, factor in (("90", 0.9), ("125", 1.25), ("150", 1.5), ("200", 2)):
        with reader(browser, served, {"size": size}) as page:
            page.goto(f"{served}/{GUIDE}")
            assert pixels(page, "fontSize") == pytest.approx(usual["fontSize"] * factor, rel=0.01)
    with reader(browser, served, {"spacing": "wider"}) as page:
        page.goto(f"{served}/{GUIDE}")
        letter = usual["fontSize"]
        # WCAG 2.2, 1.4.12: what pages have to bear; here a reader gets at least that.
        assert pixels(page, "lineHeight") >= 1.5 * letter
        assert pixels(page, "lineHeight") > usual["lineHeight"]
        assert pixels(page, "letterSpacing") >= 0.12 * letter
        assert pixels(page, "wordSpacing") >= 0.16 * letter
        assert pixels(page, "marginBottom") >= 2 * letter
    for typeface in ("device", "serif"):
        with reader(browser, served, {"typeface": typeface}) as page:
            page.goto(f"{served}/{GUIDE}")
            assert "Atkinson" in face
            assert "Atkinson" not in style(page, "fontFamily")
            assert not page.evaluate(
                "performance.getEntriesByType('resource').some((one) => one.name.includes('woff'))"
            )
    with reader(browser, served, {"column": "narrow"}) as page:
        page.goto(f"{served}/{GUIDE}")
        assert pixels(page, "width") < 0.75 * usual["width"]
    with reader(browser, served, {"motion": "none"}) as page:
        page.goto(f"{served}/{GUIDE}")
        page.evaluate("document.querySelector('h1').style.transition = 'color 1s'")
        assert float(style(page, "transitionDuration", "h1").removesuffix("s")) == 0


@pytest.mark.parametrize(
    ("scheme", "paper", "ink"),
    [
        ("light", "rgb(251, 248, 241)", "rgb(29, 27, 24)"),
        ("dark", "rgb(23, 22, 20)", "rgb(243, 238, 228)"),
        ("black on white", "rgb(255, 255, 255)", "rgb(0, 0, 0)"),
        ("white on black", "rgb(0, 0, 0)", "rgb(255, 255, 255)"),
    ],
)
@pytest.mark.parametrize("device", ["light", "dark"])
def test_a_scheme_that_was_chosen_wins_over_the_device(
    scheme: str, paper: str, ink: str, device: Any, served: str, browser: Browser
) -> None:
    with reader(browser, served, SCHEMES[scheme], color_scheme=device, contrast="more") as page:
        page.goto(f"{served}/{GUIDE}")
        assert (style(page, "backgroundColor", "body"), style(page, "color", "body")) == (paper, ink)


@pytest.mark.parametrize(
    ("device", "contrast", "paper"),
    [
        ("light", "no-preference", "rgb(251, 248, 241)"),
        ("dark", "no-preference", "rgb(23, 22, 20)"),
        ("light", "more", "rgb(255, 255, 255)"),
        ("dark", "more", "rgb(0, 0, 0)"),
    ],
)
def test_without_a_choice_and_without_scripts_pages_follow_the_device(
    device: Any, contrast: Any, paper: str, served: str, browser: Browser
) -> None:
    with reader(browser, served, None, color_scheme=device, contrast=contrast) as page:
        page.goto(f"{served}/{GUIDE}")
        assert style(page, "backgroundColor", "body") == paper
    context = browser.new_context(color_scheme=device, contrast=contrast, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}/{GUIDE}")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == paper
    context.close()


def test_a_printed_page_has_the_size_spacing_and_typeface_but_no_colours(served: str, browser: Browser) -> None:
    with reader(browser, served, EVERYTHING) as page:
        page.goto(f"{served}/{GUIDE}")
        page.emulate_media(media="print")
        assert pixels(page, "fontSize", "body") == pytest.approx(1.5 * 16)  # 18 pt instead of 12
        assert pixels(page, "letterSpacing") > 2
        assert "Atkinson" not in style(page, "fontFamily")
        assert style(page, "color") == "rgb(0, 0, 0)"
        assert style(page, "color", "main .words a") == "rgb(0, 0, 0)"
        assert style(page, "backgroundColor", "body") == "rgb(255, 255, 255)"
        grounds = page.evaluate(
            """() => [...document.querySelectorAll('body, body *')].filter((one) => one.checkVisibility())
            .map((one) => getComputedStyle(one).backgroundColor)"""
        )
        assert set(grounds) <= {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}


def test_choices_are_made_by_keyboard_and_kept_across_pages_and_languages(served: str, browser: Browser) -> None:
    with reader(browser, served) as page:
        page.goto(served)
        page.get_by_role("contentinfo").get_by_role("link", name="Change how this looks").click()
        page.get_by_role("radio", name="As usual").first.focus()
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
    site = (built / "dist" / "usb" / "site").as_uri()
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


SMALL = (
    "index.html",
    "cy/index.html",
    "cy/reading.html",
    "guides/online-abuse/index.html",
    "cy/guides/when-you-are-not-believed/index.html",
    "toolkits/asking-for-consent/easy.html",
    "toolkits/first-six-meetings/index.html",
    "archive/from-little-acorns/index.html",
    "questions/should-i-use-my-own-name/index.html",
    "cy/topics/index.html",
    "cy/search.html",
    "404.html",
)


@pytest.mark.parametrize("spacing", ["", "wider"])
def test_the_largest_text_on_the_smallest_screen_needs_no_sideways_scrolling(
    spacing: str, served: str, browser: Browser
) -> None:
    with reader(browser, served, {"size": "200", "spacing": spacing}, viewport={"width": 320, "height": 640}) as page:
        wide = {}
        for path in SMALL:
            page.goto(f"{served}/{path}")
            wide[path] = page.evaluate("document.documentElement.scrollWidth")
        assert {path: width for path, width in wide.items() if width > 320} == {}


def test_from_right_to_left_letters_stay_joined_and_nothing_overflows(served: str, browser: Browser) -> None:
    wanted = {"size": "200", "spacing": "wider", "column": "narrow"}
    with reader(browser, served, wanted, viewport={"width": 320, "height": 640}) as page:
        for path in ("reading.html", GUIDE):
            page.route(
                f"**/{path}",
                lambda route: route.fulfill(
                    response=(got := route.fetch()),
                    body=got.text().replace('dir="ltr"', 'dir="rtl"', 1).replace('lang="en"', 'lang="ar"', 1),
                ),
            )
            page.goto(f"{served}/{path}")
            assert page.evaluate("document.documentElement.dir") == "rtl"
            assert style(page, "letterSpacing", "main p") == "normal"
            assert pixels(page, "wordSpacing", "main p") > 0
            assert page.evaluate("document.documentElement.scrollWidth") <= 320


ENHANCED = """async () => (await axe.run({runOnly: {type: 'rule', values: ['color-contrast-enhanced']}})).violations
    .flatMap((one) => one.nodes.map((node) => node.target.join(' ')))"""


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_in_every_scheme_that_can_be_chosen(scheme: str, served: str, browser: Browser) -> None:
    kept = {**SCHEMES[scheme], "warn": ["suicide"], "leave": ["racism"]}
    with reader(browser, served, kept, viewport={"width": 1280, "height": 900}) as page:
        found = {}
        for path in (
            "reading.html",
            "cy/reading.html",
            "index.html",
            "guides/burn-out-and-rest/index.html",
            "search.html",
        ):
            page.goto(f"{served}/{path}")
            found[path] = violations(page)
            page.evaluate(AXE.read_text("utf-8"))
            found[path] += [f"less than 7:1: {one}" for one in page.evaluate(ENHANCED)]
        page.set_viewport_size({"width": 320, "height": 640})
        page.goto(f"{served}/reading.html")
        found["narrow"] = violations(page)
        assert {path: trouble for path, trouble in found.items() if trouble} == {}


def test_every_target_on_the_page_is_large_enough(served: str, browser: Browser) -> None:
    with reader(browser, served, viewport={"width": 320, "height": 640}) as page:
        page.goto(f"{served}/reading.html")
        small = page.evaluate(
            """() => [...document.querySelectorAll('main label, main button')].filter((one) => one.checkVisibility())
            .map((one) => [one.textContent.trim(), one.getBoundingClientRect().height]).filter(([, high]) => high < 44)"""
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
