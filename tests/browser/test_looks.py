"""What a reader's choices do to a page: before the first paint, in every scheme, at every size, and on paper."""

import re
import time
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Route

from tests.browser.looks import EVERYTHING, GUIDE, SCHEMES, pixels, reader, style
from tests.conftest import CHECKOUT
from tests.looking.barriers import AXE, violations

AT_BODY = """new MutationObserver(() => {
    if (document.body && !window.atBody) window.atBody = {...document.documentElement.dataset};
}).observe(document, {childList: true, subtree: true});"""


def test_choices_stand_on_the_page_before_its_body_begins(served: str, browser: Browser) -> None:
    with reader(browser, served, EVERYTHING) as page:
        page.add_init_script(AT_BODY)
        for path in (GUIDE, f"cy/{GUIDE}", "search.html", "404.html"):
            page.goto(f"{served}/{path}")
            assert page.evaluate("window.atBody") == {**EVERYTHING, "scripts": "on"}, path


def late(route: Route) -> None:
    """Let a file arrive after seven tenths of a second."""
    time.sleep(0.7)
    route.continue_()


def test_nothing_is_drawn_before_the_styles_of_the_choices_are_there(served: str, browser: Browser) -> None:
    with reader(browser, served, EVERYTHING) as page:
        page.route("**/site.css", late)
        page.goto(f"{served}/{GUIDE}")
        first = """() => new Promise((done) => new PerformanceObserver((list) => done(list.getEntries()[0].startTime))
            .observe({type: 'paint', buffered: true}))"""
        arrived = """() => performance.getEntriesByType('resource')
            .find((one) => one.name.endsWith('site.css')).responseEnd"""
        assert page.evaluate(first) >= page.evaluate(arrived) > 700


@pytest.mark.parametrize("edition", ["site", "dist/usb"])
def test_on_every_page_the_choices_come_before_the_styles(edition: str, built: Path) -> None:
    # What the way to leave leads to looks like nothing of ours.
    pages = [file for file in (built / edition).rglob("*.html") if file.name != "measures.html"]
    for file in pages:
        html = file.read_text("utf-8")
        before = html.split('rel="stylesheet"')[0]
        assert re.search(r'<script src="[^"]*assets/early\.js"></script>', before), file
        assert re.search(r'rel="stylesheet" href="[^"]*assets/site\.css"', html), file
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
