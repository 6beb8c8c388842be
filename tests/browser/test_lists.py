"""Lists: narrowed with boxes and without scripts, by letter; what is copied; Easy Read and the full version."""

import time

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.looks import reader
from tests.helpers import words

ARCHIVE = "archive/index.html"
SHIFT = """window.shifted = 0; new PerformanceObserver((list) => list.getEntries().forEach((one) => {
    window.shifted += one.value; })).observe({type: 'layout-shift', buffered: true})"""


def late(route: Route) -> None:
    """Let a file arrive after three tenths of a second."""
    time.sleep(0.3)
    route.continue_()


def rows(page: Page) -> int:
    return page.locator(".listing .list > li:visible").count()


@pytest.mark.parametrize(
    ("path", "language", "box"),
    [(ARCHIVE, "en", "Power and tokenism"), (f"cy/{ARCHIVE}", "cy", "Grym a thocenistiaeth")],
)
def test_a_list_is_narrowed_and_says_how_many_are_left(
    path: str, language: str, box: str, served: str, browser: Browser
) -> None:
    say = words()[language]
    page = browser.new_page()
    page.goto(f"{served}/{path}")
    every = rows(page)
    page.locator("#fp-narrow summary", has_text=say("narrow")).click()
    choice = page.locator("#fp-narrow label", has_text=box)
    count = int(choice.locator(".count").inner_text().strip("()"))
    choice.click()
    assert rows(page) == count < every
    expect(page.locator("#fp-narrow [role=status]")).to_have_text(say("narrow-shown", shown=count, all=every))
    narrowed = page.url
    assert "#topic=" in narrowed
    page.locator("#fp-narrow button").click()
    expect(page.locator(".listing .list > li:visible")).to_have_count(every)
    other = browser.new_page()  # somebody to whom the address was passed on
    other.goto(narrowed)
    assert rows(other) == count
    page.close()
    other.close()


def test_every_box_shows_as_many_as_it_says(served: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{served}/browse/all.html")
    page.locator("#fp-narrow summary").click()
    boxes = page.locator("#fp-narrow input").all()
    assert len(boxes) > 20
    for box in boxes:  # every one is there: nothing is ticked yet, and each term has a row
        said = int(box.locator("xpath=..").locator(".count").inner_text().strip("()"))
        box.check()
        assert rows(page) == said
        assert page.locator(".letters li:visible").count() == page.locator(".listing > section:visible").count()
        box.uncheck()
    page.close()


def test_what_no_row_has_together_is_said_plainly(served: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{served}/{ARCHIVE}#topic=no-such-topic")
    assert rows(page) > 5  # a box that is not there is not ticked
    page.goto(f"{served}/browse/all.html#kind=directory&format=easy-read")
    page.reload()
    assert rows(page) == 0
    expect(page.locator("#fp-narrow [role=status]")).to_have_text(words()["en"]("narrow-none"))
    page.close()


def test_what_a_reader_leaves_out_is_not_counted_as_shown(served: str, browser: Browser) -> None:
    with reader(browser, served, {"leave": ["suicide"]}) as page:
        page.goto(f"{served}/browse/all.html#kind=guide")
        shown = int((page.locator("#fp-narrow [role=status]").inner_text().split() or ["", "0"])[1])
        assert shown == rows(page)
        assert page.locator("li[data-left-out]").count() > 0


def test_without_scripts_links_lead_to_narrower_lists(served: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}/cy/{ARCHIVE}")
    expect(page.locator("#fp-narrow")).to_be_hidden()
    every = rows(page)
    page.get_by_role("navigation", name="Pwnc").get_by_role("link").first.click()
    assert "archive/topic-" in page.url
    assert 0 < rows(page) < every
    context.close()


@pytest.mark.parametrize("path", [ARCHIVE, "cy/index.html", "guides/online-abuse/index.html", "cy/browse/all.html"])
@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_moves_while_a_page_arrives(path: str, width: int, served: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.add_init_script(SHIFT)
    page.route("**/*.woff2", late)
    page.goto(f"{served}/{path}")
    page.wait_for_function("document.fonts.status === 'loaded'")
    assert page.evaluate("window.shifted") < 0.02  # a tenth would be felt (web.dev, Cumulative Layout Shift)
    context.close()


def test_the_guard_of_what_moves_is_awake(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content("<p style='height: 300px'></p><p style='font-size: 80px'>Some words</p>")
    page.evaluate(f"() => {{ {SHIFT} }}")
    page.wait_for_timeout(600)  # a shift right after a press would not count
    page.evaluate("() => { document.querySelector('p').style.height = '0'; }")
    page.wait_for_function("window.shifted > 0.02", timeout=3000)
    page.close()


def test_letters_lead_to_their_titles_in_the_alphabet_of_the_language(served: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{served}/cy/browse/all.html")
    letters = page.locator(".letters a").all_inner_texts()
    assert letters.index("C") + 1 == letters.index("Ch") < letters.index("D")
    page.locator(".letters a", has_text="Ch").first.click()
    first = page.locator("#fp-ch .title").first
    assert first.inner_text().casefold().startswith("ch")
    page.close()


@pytest.mark.parametrize(("path", "button", "done"), [("", "Copy", "Copied."), ("cy/", "Copïo", "Wedi'i gopïo.")])
def test_a_citation_is_copied(path: str, button: str, done: str, served: str, browser: Browser) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{served}/{path}guides/setting-limits/index.html")
    cite = page.locator("details", has=page.locator("#fp-cite"))
    cite.locator("summary").click()
    cite.get_by_role("button", name=button).click()
    expect(cite.get_by_role("status")).to_have_text(done)
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("#fp-cite").inner_text()
    context.close()


def test_where_copying_is_refused_the_line_is_marked_and_that_is_said(served: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{served}/guides/setting-limits/index.html")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
    cite = page.locator("details", has=page.locator("#fp-cite"))
    cite.locator("summary").click()
    cite.get_by_role("button").click()
    expect(cite.get_by_role("status")).to_have_text(words()["en"]("copy-failed"))
    assert page.evaluate("getSelection().toString()").strip() == page.locator("#fp-cite").inner_text()
    page.close()


@pytest.mark.parametrize(
    ("path", "easy", "full"),
    [("", "Read this in Easy Read", "Read the full version"), ("cy/", "Hawdd ei Ddeall", "fersiwn llawn")],
)
def test_easy_read_and_the_full_version_lead_to_each_other(
    path: str, easy: str, full: str, served: str, browser: Browser
) -> None:
    page = browser.new_page()
    start = f"{served}/{path}toolkits/asking-for-consent/index.html"
    page.goto(start)
    page.locator(".easy-way a", has_text=easy).click()
    assert page.url.endswith("/easy.html")
    picture, words = page.locator(".idea img").first.bounding_box(), page.locator(".idea p:has(+ *), .idea p").nth(1)
    beside = words.bounding_box()
    assert picture
    assert beside
    assert picture["x"] + picture["width"] <= beside["x"]  # picture left, words right
    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('.idea')).fontSize)") >= 14 / 0.75
    page.locator(".easy-way a", has_text=full).click()
    assert page.url == start
    page.close()
