"""Every built page in a real browser: axe finds nothing, nothing overflows, nothing is fetched from elsewhere."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import CHECKOUT

AXE = CHECKOUT / "tests" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SHARDS = 6
FOUND = """async (rules) => (await axe.run({runOnly: {type: 'tag', values: rules}})).violations.map(
    (one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).slice(0, 3).join(', ')}`)"""


def violations(page: Page) -> list[str]:
    """Run axe-core on the page as it is and return what it finds."""
    page.evaluate(AXE.read_text("utf-8"))  # as a developer's tools would: the pages' policy lets no script be added
    found: list[str] = page.evaluate(FOUND, RULES)
    return found


@pytest.mark.parametrize("shard", range(SHARDS))
def test_axe_overflow_and_requests(shard: int, pages: tuple[str, ...], served: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    asked: list[str] = []
    broken: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: broken.append(str(error)))
    page.on("console", lambda message: broken.append(message.text) if message.type == "error" else None)
    found: dict[str, Any] = {}
    for path in pages[shard::SHARDS]:
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(f"{served}/{path}")
        page.set_viewport_size({"width": 320, "height": 640})
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > 320:
            found[f"{path} is wide"] = wide
        page.set_viewport_size({"width": 1280, "height": 900})
        if trouble := violations(page):
            found[path] = trouble
    context.close()
    assert found == {}
    assert broken == []
    assert [url for url in asked if not url.startswith(served)] == []
    assert len(asked) > len(pages[shard::SHARDS])


KINDS = (
    "index.html",
    "cy/index.html",
    "guides/index.html",
    "guides/burn-out-and-rest/index.html",
    "cy/archive/from-little-acorns/index.html",
    "cy/questions/should-i-use-my-own-name/index.html",
    "toolkits/first-six-meetings/index.html",
    "cy/search.html",
    "404.html",
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 768])
def test_axe_in_each_scheme_and_width(scheme: Any, width: int, served: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    found = {}
    for path in KINDS:
        page.goto(f"{served}/{path}")
        if trouble := violations(page):
            found[path] = trouble
    context.close()
    assert found == {}


def test_axe_is_awake(browser: Browser, tmp_path: Path) -> None:
    """The guard trips: a page with faults is not passed."""
    bad = tmp_path / "bad.html"
    faults = "<img src='x.png'><p style='color:#ccc'>faint</p>"
    bad.write_text(f"<!doctype html><html><title>x</title><body>{faults}", "utf-8")
    page = browser.new_page()
    page.goto(bad.as_uri())
    said = " ".join(violations(page))
    page.close()
    assert "image-alt" in said
    assert "color-contrast" in said
    assert "html-has-lang" in said
