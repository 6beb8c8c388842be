"""Leaving at once, in a real browser: with scripts and without, by press and by key, online and from a stick."""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.browser.test_policy import hosted  # noqa: F401  (a host that sends its headers, as a real one would)
from tests.looking.barriers import violations

GUIDE = "guides/online-abuse/index.html"
WITHOUT = "guides/starting-a-group/index.html"  # has no way to leave as shipped
LINK = {"": "Leave this site", "cy/": "Gadael y wefan"}
AWAY = {"": "https://www.bbc.co.uk/weather", "cy/": "https://www.bbc.co.uk/cymrufyw"}
OUTSIDE = re.compile(r"^https:")
COVERED = "document.documentElement.classList.contains('left')"
SHIFTS = """for (let press = 0; press < 3; press += 1)
    for (const name of ['keydown', 'keyup'])
        document.body.dispatchEvent(new KeyboardEvent(name, {key: 'Shift', bubbles: true}))"""
SEEN = """({
    covered: document.documentElement.classList.contains('left'),
    boxes: document.body.getClientRects().length,
    title: document.title,
    address: location.href,
    icon: document.querySelector('link[rel=icon]').href,
    words: getComputedStyle(document.documentElement, '::before').content,
})"""
LATER = """setInterval(() => { if (document.documentElement.classList.contains('left'))
    sessionStorage.setItem('said', getComputedStyle(document.documentElement, '::before').content); }, 250)"""
ELSEWHERE = "<!doctype html><title>Elsewhere</title><p>Elsewhere"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A window in which every other website is a page of ours, so that nothing is asked of anybody."""
    opened = browser.new_context()
    opened.route(OUTSIDE, lambda route: route.fulfill(body=ELSEWHERE, content_type="text/html"))
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture(params=["http", "file", "usb"])
def way(request: pytest.FixtureRequest, built: Path, hosted: str) -> tuple[str, Callable[[str], str]]:  # noqa: F811
    """A way to open the built pages: at a host, by double-click, on a stick; and where its pages are."""
    ways = {
        "http": hosted,
        "file": (built / "site").as_uri(),
        "usb": (built / "dist" / "usb" / "data" / "site").as_uri(),
    }
    return request.param, lambda path: f"{ways[request.param]}/{path}"


def press_shift(page: Page, times: int) -> None:
    for _ in range(times):
        page.keyboard.press("Shift")


def back(page: Page) -> None:
    page.evaluate("setTimeout(() => history.back(), 0)")


@pytest.mark.parametrize("language", ["", "cy/"])
@pytest.mark.parametrize("how", ["link", "Shift", "keyboard"])
def test_it_leads_away_and_back_shows_nothing(language: str, how: str, way: Any, page: Page) -> None:
    name, address = way
    away = AWAY[language] if name == "http" else address("measures.html")
    page.goto(address(f"{language}guides/index.html"))  # has no link itself, and must not be shown again either
    page.goto(address(f"{language}{GUIDE}"))
    before = page.evaluate("history.length")
    if how == "link":
        page.get_by_role("link", name=LINK[language]).click()
    elif how == "Shift":
        press_shift(page, 3)
    else:
        for key in ("Tab", "Tab", "Enter"):
            page.keyboard.press(key)
    page.wait_for_url(away)
    assert page.evaluate("history.length") == before  # its entry was taken over, none was added
    if how == "link":
        back(page)
        page.wait_for_timeout(700)
        page.wait_for_url(away)
        assert page.title() in ("Elsewhere", "Weights and measures · Pwysau a mesurau")


def test_that_back_would_show_the_page_before_without_leaving(served: str, page: Page) -> None:
    """The guard trips: what Back leads to is really looked at."""
    page.goto(f"{served}/guides/index.html")
    page.goto(f"{served}/{GUIDE}")
    page.goto("https://www.bbc.co.uk/weather")
    back(page)
    page.wait_for_url(f"{served}/{GUIDE}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_who_opens_the_address_again_can_read_on(served: str, page: Page) -> None:
    page.goto(f"{served}/{GUIDE}")
    press_shift(page, 3)
    page.wait_for_url(OUTSIDE)
    page.goto(f"{served}/{GUIDE}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.goto(f"{served}/{WITHOUT}")
    back(page)
    page.wait_for_url(f"{served}/{GUIDE}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_a_page_that_the_browser_kept_whole_is_not_shown_either(served: str, browser: Browser) -> None:
    kept = browser.browser_type.launch(
        executable_path=browser_path(),
        args=["--no-sandbox"],
        ignore_default_args=["--disable-back-forward-cache"],
    )
    page = kept.new_page()
    page.route(OUTSIDE, lambda route: route.fulfill(body=ELSEWHERE, content_type="text/html"))
    page.add_init_script("addEventListener('pageshow', (event) => { window.kept = event.persisted; })")
    page.goto(f"{served}/guides/index.html")
    page.goto(f"{served}/{GUIDE}")
    back(page)
    page.wait_for_function("window.kept === true")  # this browser does keep pages
    page.goto(f"{served}/{GUIDE}")
    page.get_by_role("link", name=LINK[""]).click()
    page.wait_for_url(OUTSIDE)
    back(page)
    page.wait_for_timeout(1000)
    assert page.url == AWAY[""]
    kept.close()


@pytest.mark.parametrize("first", ["404.html", "stick"])
def test_back_shows_no_page_that_stands_by_itself_either(first: str, built: Path, served: str, page: Page) -> None:
    """The page of a lost address, and the first page of a stick, are not made from the same frame as the others."""
    stick = (built / "dist" / "usb").as_uri()
    start = next((built / "dist" / "usb").glob("START*.html")).name
    page.goto(f"{served}/404.html" if first == "404.html" else f"{stick}/{start}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.goto(f"{served}/{GUIDE}" if first == "404.html" else f"{stick}/data/site/{GUIDE}")
    away = AWAY[""] if first == "404.html" else f"{stick}/data/site/measures.html"
    page.get_by_role("link", name=LINK[""]).click()
    page.wait_for_url(away)
    back(page)
    page.wait_for_timeout(700)
    page.wait_for_url(away)


def test_a_place_on_the_page_does_not_come_back_while_the_next_page_is_awaited(
    served: str, context: BrowserContext
) -> None:
    context.unroute(OUTSIDE)
    context.route(OUTSIDE, lambda _: None)  # a network that hangs
    page = context.new_page()
    page.goto(f"{served}/{GUIDE}")
    # While another page is awaited, nothing can be asked of this one: it notes by itself what it sees.
    page.evaluate("location.hash = 'fp-main'")
    page.evaluate(f"""() => {{
        addEventListener('popstate', () => setTimeout(() => sessionStorage.setItem(
            'seen', JSON.stringify([location.href, {COVERED}])), 300));
        document.querySelector('.leave-now').click();
        setTimeout(() => history.back(), 0);
    }}""")
    expect(page.get_by_role("heading", level=1)).to_have_text("Weights and measures", timeout=30_000)
    assert page.evaluate("JSON.parse(sessionStorage.getItem('seen'))") == [f"{served}/measures.html", True]


def test_the_middle_button_leaves_too(served: str, page: Page) -> None:
    page.goto(f"{served}/{GUIDE}")
    page.get_by_role("link", name=LINK[""]).click(button="middle")
    page.wait_for_url(AWAY[""])
    assert len(page.context.pages) == 1


def test_the_page_is_covered_where_the_styles_did_not_arrive(served: str, context: BrowserContext) -> None:
    context.unroute(OUTSIDE)
    context.route(OUTSIDE, lambda _: None)
    context.route("**/site.css", lambda route: route.abort())
    page = context.new_page()
    page.goto(f"{served}/{GUIDE}")
    assert page.evaluate(f"() => ({SEEN})")["boxes"] == 1
    seen = page.evaluate(f"() => {{ document.querySelector('.leave-now').click(); return {SEEN}; }}")
    assert seen["boxes"] == 0


def browser_path() -> str | None:
    return os.environ.get("FINGERPOST_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")


@pytest.mark.parametrize("how", ["link", "Shift"])
def test_the_page_is_covered_before_anything_comes(how: str, served: str, context: BrowserContext) -> None:
    held: list[Route] = []
    context.unroute(OUTSIDE)
    context.route(OUTSIDE, lambda route: held.append(route))  # a network that hangs
    page = context.new_page()
    page.add_init_script(LATER)
    page.goto(f"{served}/cy/{GUIDE}")
    # In one go: while another page is awaited, nothing can be asked of this one.
    press = "document.querySelector('.leave-now').click()" if how == "link" else SHIFTS
    seen = page.evaluate(f"() => {{ {press}; return {SEEN}; }}")
    assert seen == {
        "covered": True,
        "boxes": 0,
        "title": "Wrthi'n llwytho…",
        "address": f"{served}/measures.html",  # what is shown above, and what loading again would open
        "icon": f"{served}/assets/blank.svg",
        "words": '""',
    }
    expect(page.get_by_role("heading", level=1)).to_have_text("Weights and measures", timeout=30_000)
    assert len(held) == 1
    assert page.evaluate("sessionStorage.getItem('said')") == '"Wrthi\'n llwytho…"'


@pytest.mark.parametrize(
    "keys",
    [
        ["Shift", "Shift"],
        ["Shift", "Shift", "a", "Shift"],
        ["Shift+A", "Shift+B", "Shift+C", "Shift+D"],
        ["Shift", "Shift", "Tab", "Shift", "Shift"],
        ["Alt+Shift", "Alt+Shift", "Alt+Shift"],
        ["Control+Shift", "Control+Shift", "Control+Shift"],
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("place", ["page", "search"])
def test_other_keys_do_not_leave(keys: list[str], place: str, served: str, page: Page) -> None:
    page.goto(f"{served}/{GUIDE}")
    if place == "search":
        page.locator("#fp-find").focus()
    for key in keys:
        page.keyboard.press(key)
    page.wait_for_timeout(150)
    assert page.url == f"{served}/{GUIDE}"
    assert not page.evaluate(COVERED)


def test_presses_that_are_too_slow_or_between_clicks_do_not_leave(served: str, page: Page) -> None:
    page.clock.install()
    page.goto(f"{served}/{GUIDE}")
    press_shift(page, 2)
    page.clock.fast_forward(5100)
    press_shift(page, 2)
    page.mouse.click(5, 500)
    press_shift(page, 2)
    assert not page.evaluate(COVERED)
    press_shift(page, 1)
    page.wait_for_url(OUTSIDE)


def test_both_shift_keys_count(served: str, page: Page) -> None:
    page.goto(f"{served}/{GUIDE}")
    for key in ("ShiftLeft", "ShiftRight", "ShiftLeft"):
        page.keyboard.press(key)
    page.wait_for_url(OUTSIDE)


def test_a_keyboard_on_the_screen_does_not_leave_while_typing(served: str, browser: Browser) -> None:
    phone = browser.new_context(has_touch=True, is_mobile=True, viewport={"width": 360, "height": 740})
    page = phone.new_page()
    page.goto(f"{served}/{GUIDE}")
    page.locator("#fp-find").focus()
    press_shift(page, 4)
    assert not page.evaluate(COVERED)
    phone.close()


def test_a_page_without_the_link_is_not_left_by_keys(served: str, page: Page) -> None:
    page.goto(f"{served}/{WITHOUT}")
    press_shift(page, 3)
    page.wait_for_timeout(150)
    assert page.url == f"{served}/{WITHOUT}"
    assert page.locator(".leave").count() == 0


@pytest.mark.parametrize(
    ("language", "twice", "once"),
    [
        ("", "Press Shift 2 more times to leave this site.", "Press Shift once more to leave this site."),
        ("cy/", "Pwyswch Shift ddwywaith eto i adael y wefan.", "Pwyswch Shift unwaith eto i adael y wefan."),
    ],
)
def test_screen_readers_hear_how_many_presses_remain(
    language: str, twice: str, once: str, served: str, page: Page
) -> None:
    page.clock.install()
    page.goto(f"{served}/{language}{GUIDE}")
    status = page.locator(".leave").get_by_role("status")
    expect(status).to_have_text("")
    press_shift(page, 1)
    expect(status).to_have_text(twice)
    press_shift(page, 1)
    expect(status).to_have_text(once)
    page.clock.fast_forward(5100)
    expect(status).to_have_text("")


@pytest.mark.parametrize("language", ["", "cy/"])
def test_without_scripts_the_link_leads_away(language: str, way: Any, browser: Browser) -> None:
    name, address = way
    plain = browser.new_context(java_script_enabled=False)
    plain.route(OUTSIDE, lambda route: route.fulfill(body=ELSEWHERE, content_type="text/html"))
    page = plain.new_page()
    page.goto(address(f"{language}{GUIDE}"))
    link = page.get_by_role("link", name=LINK[language])
    assert link.get_attribute("rel") == "nofollow noreferrer"
    expect(page.get_by_text("Shift")).to_be_hidden()  # nothing is promised that does not work
    link.click()
    page.wait_for_url(address("measures.html") if name == "usb" else AWAY[language])
    plain.close()


@pytest.mark.parametrize("edition", ["site", "dist/usb/data/site"])
def test_the_neutral_page_says_nothing_of_where_it_is(edition: str, built: Path) -> None:
    html = (built / edition / "measures.html").read_text("utf-8")
    assert re.findall(r'(?:href|src)="([^"]*)"', html) == ["assets/blank.svg", "assets/measures.css"]
    assert not re.search(r"fingerpost|mynegbost|mark\.svg|<script", html, re.IGNORECASE)
    assert '<meta name="robots" content="noindex">' in html
    assert "url(" not in (built / edition / "assets" / "measures.css").read_text("utf-8")
    for file in (built / edition).rglob("*.xml"):
        assert "measures" not in file.read_text("utf-8")


@pytest.mark.parametrize("language", ["", "cy/"])
def test_beside_it_stands_what_it_does_not_hide(language: str, served: str, page: Page) -> None:
    page.goto(f"{served}/{language}{GUIDE}")
    page.locator(".leave-why").click()
    page.wait_for_url(f"{served}/{language}leaving.html")
    expect(page.locator(".leave-now")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


SIZES = [(1280, 800), (768, 1000), (320, 640), (320, 256)]


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("language", ["", "cy/"])
def test_it_stays_in_view_where_there_is_room(
    language: str, width: int, height: int, served: str, browser: Browser
) -> None:
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto(f"{served}/{language}{GUIDE}")
    link = page.get_by_role("link", name=LINK[language])
    expect(link).to_be_in_viewport(ratio=1)
    page.evaluate("scrollTo(0, 1500)")
    if height > 480:
        expect(link).to_be_in_viewport(ratio=1)
        box = page.locator(".leave").bounding_box()
        assert box is not None
        assert box["height"] <= height * 0.12
    else:
        expect(link).not_to_be_in_viewport()
    for name in (".leave-now", ".leave-why"):
        size = page.locator(name).bounding_box()
        assert size is not None
        assert size["height"] >= 44
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    free = "() => [document.querySelector('.foot').getBoundingClientRect().bottom, innerHeight, \
        document.querySelector('.leave').getBoundingClientRect()]"
    bottom, tall, row = page.evaluate(free)
    assert bottom <= (row["top"] if row["top"] > tall / 2 else tall) + 1  # the last line lies above the row
    page.close()


def walked(page: Page, key: str) -> list[str]:
    """Go through everything with the keyboard; return, for each thing, itself where the row lies over it."""
    count = page.evaluate(
        """[...document.querySelectorAll('a[href], button, input, summary')]
        .filter((one) => one.checkVisibility()).length"""
    )
    found = []
    for _ in range(count):
        page.keyboard.press(key)
        found.append(
            page.evaluate(
                """() => { const one = document.activeElement, row = document.querySelector('.leave');
                if (row.contains(one) || one === document.body || one.className === 'skip') return '';
                const a = one.getBoundingClientRect(), b = row.getBoundingClientRect();
                return a.bottom > b.top + 1 && a.top < b.bottom - 1 ? one.outerHTML : ''; }"""
            )
        )
    return found


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_the_row_never_lies_over_what_has_the_focus(
    width: int, height: int, key: str, served: str, browser: Browser
) -> None:
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto(f"{served}/{GUIDE}")
    found = walked(page, key)
    page.close()
    assert [one for one in found if one] == []
    assert len(found) > 20


def test_that_it_would_without_our_styles(served: str, browser: Browser) -> None:
    """The guard trips: where nothing keeps room for the row, it does lie over something."""
    page = browser.new_page(viewport={"width": 320, "height": 640})
    page.goto(f"{served}/{GUIDE}")
    page.evaluate("document.styleSheets[0].insertRule('* { scroll-margin: 0 !important; }')")
    assert any(walked(page, "Tab"))
    page.close()


@pytest.mark.parametrize("width", [1280, 320])
def test_nothing_moves_while_the_page_loads(width: int, served: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": width, "height": 640})
    page.add_init_script(
        """window.moved = [];
        new PerformanceObserver((list) => window.moved.push(...list.getEntries().flatMap((entry) =>
            entry.sources.map((source) => source.node && source.node.nodeType === 1 && source.node.closest('.leave')
                ? source.node.className : '').filter(Boolean))))
            .observe({type: 'layout-shift', buffered: true});"""
    )
    page.goto(f"{served}/{GUIDE}")
    page.wait_for_timeout(300)
    assert page.evaluate("window.moved") == []
    page.close()


def test_it_is_not_on_paper(served: str, page: Page) -> None:
    page.goto(f"{served}/{GUIDE}")
    page.emulate_media(media="print")
    expect(page.locator(".leave")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 768, 1280])
def test_axe_finds_nothing(scheme: Any, width: int, served: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    found = {}
    for path in (GUIDE, f"cy/{GUIDE}", "leaving.html", "cy/leaving.html", "measures.html"):
        page.goto(f"{served}/{path}")
        if path.endswith("leaving.html"):
            press_shift(page, 1)  # with the count shown
        if trouble := violations(page):
            found[path] = trouble
    page.close()
    assert found == {}
