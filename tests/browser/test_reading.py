"""What readers do: change language, use the keyboard, do without scripts, search on a stick."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

GUIDE = "guides/setting-limits/index.html"


@pytest.mark.parametrize("path", ["index.html", GUIDE, "topics/pay.html", "about.html", "search.html"])
def test_the_other_language_is_one_press_away(path: str, served: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{served}/{path}")
    assert page.locator("html").get_attribute("lang") == "en"
    page.get_by_role("banner").get_by_role("link", name="Cymraeg").click()
    assert page.url == f"{served}/cy/{path}"
    assert page.locator("html").get_attribute("lang") == "cy"
    page.get_by_role("banner").get_by_role("link", name="English").click()
    assert page.url == f"{served}/{path}"
    page.close()


def test_a_resource_also_offers_it_in_words_at_the_top(served: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{served}/{GUIDE}")
    link = page.get_by_role("main").get_by_role("link", name="Darllen yn Gymraeg")
    assert link.get_attribute("lang") == "cy"
    link.click()
    assert page.url == f"{served}/cy/{GUIDE}"
    page.close()


@pytest.mark.parametrize("path", ["index.html", f"cy/{GUIDE}", "search.html"])
def test_the_keyboard_reaches_everything_in_order_and_shows_where(path: str, served: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{served}/{path}")
    wanted = page.evaluate(
        """() => [...document.querySelectorAll('a[href], button, input, summary')]
        .filter((one) => one.checkVisibility()).length"""
    )
    reached = []
    for _ in range(wanted):
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate(
                """() => { const one = document.activeElement, style = getComputedStyle(one);
                const all = [...document.querySelectorAll('a[href], button, input, summary')]
                    .filter((each) => each.checkVisibility());
                return [all.indexOf(one), style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2]; }"""
            )
        )
    page.close()
    assert [place for place, _ in reached] == list(range(wanted))
    assert all(visible for _, visible in reached)


def test_the_skip_link_leads_to_the_page(served: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{served}/{GUIDE}")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "fp-main"
    page.close()


def test_without_scripts_one_can_browse_read_and_change_language(served: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served)
    page.get_by_role("link", name="Run a group").click()
    page.get_by_role("link", name="A peer support group’s first six meetings").or_(
        page.get_by_role("link", name="A peer support group's first six meetings")
    ).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("first six meetings")
    page.get_by_role("banner").get_by_role("link", name="Cymraeg").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("grŵp")
    page.goto(f"{served}/search.html")
    expect(page.get_by_text("Search needs scripts")).to_be_visible()
    context.close()


@pytest.mark.parametrize(
    ("first", "arm", "query", "title"),
    [
        ("START-HERE.html", "Start in English", "burn-out", "Burn-out and rest"),
        ("DECHRAU-YMA.html", "Dechrau yn Gymraeg", "gorffwys", "gorffwys"),
    ],
)
def test_the_stick_opens_and_searches_by_double_click(
    first: str, arm: str, query: str, title: str, built: Path, browser: Browser
) -> None:
    page = browser.new_page()
    trouble: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: trouble.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto((built / "dist" / "usb" / first).as_uri())
    page.get_by_role("link", name=arm).click()
    page.get_by_role("banner").get_by_role("searchbox").fill(query)
    page.get_by_role("banner").get_by_role("button").click()
    result = page.locator("#search-results a", has_text=title).first
    result.wait_for()
    result.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(title)
    page.close()
    assert trouble == []
    assert all(url.startswith(("file:", "data:")) for url in asked)


@pytest.mark.parametrize("scripts", ["off", "late"])
def test_nor_do_they_where_scripts_are_off_or_late(scripts: str, served: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=scripts != "off")
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.route("**/assets/search*.js", lambda _: None)  # never answered
    page.goto(f"{served}/search.html", wait_until="commit")
    field = page.locator("#q")
    if field.is_visible():
        field.fill("gaslighting")
        field.press("Enter")
        page.wait_for_timeout(500)
    context.close()
    assert len(asked) > 1
    assert [url for url in asked if "gaslighting" in url.split("#")[0]] == []


def test_the_words_of_a_search_never_reach_the_host(served: str, browser: Browser) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(served)
    page.get_by_role("banner").get_by_role("searchbox").fill("gaslighting")
    page.keyboard.press("Enter")
    page.locator("#search-results a").first.wait_for()
    page.get_by_role("main").get_by_role("searchbox").fill("tokenism")
    page.get_by_role("main").get_by_role("button", name="Search").click()
    page.locator("#search-status", has_text="tokenism").wait_for()
    page.close()
    assert [url for url in asked if "gaslighting" in url.split("#")[0] or "tokenism" in url.split("#")[0]] == []
