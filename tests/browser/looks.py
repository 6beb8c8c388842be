"""A reader who has made choices: a page of the built site with something kept on the device."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page

KEY = "fingerpost"
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
SCHEMES: dict[str, dict[str, str]] = {
    "light": {"scheme": "light"},
    "dark": {"scheme": "dark"},
    "black on white": {"scheme": "light", "contrast": "more"},
    "white on black": {"scheme": "dark", "contrast": "more"},
}


@contextmanager
def reader(browser: Browser, site: str, kept: dict[str, Any] | str | None = None, **how: Any) -> Iterator[Page]:
    """Give a page of a browser that keeps `kept` for `site`, as choices or as the very text; `how` is Playwright's."""
    text = kept if kept is None or isinstance(kept, str) else json.dumps({"v": 1, **kept})
    if text is not None and site.startswith("http"):
        entry = {"origin": site, "localStorage": [{"name": KEY, "value": text}]}
        how["storage_state"] = {"cookies": [], "origins": [entry]}
    context = browser.new_context(**how)
    page = context.new_page()
    if text is not None and not site.startswith("http"):
        page.goto(f"{site}/not-here.html")
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
    yield page
    context.close()


def stored(page: Page) -> dict[str, str]:
    """Return everything that is kept on the device for this site, session and cookies too."""
    found: dict[str, str] = page.evaluate(
        "() => ({...localStorage, ...sessionStorage, ...(document.cookie ? {cookie: document.cookie} : {})})"
    )
    return found


def look(page: Page) -> dict[str, str]:
    """Return what stands on <html>."""
    found: dict[str, str] = page.evaluate("() => ({...document.documentElement.dataset})")
    for always in ("looked", "scripts"):
        found.pop(always, None)
    return found


def style(page: Page, name: str, where: str = "main .words p") -> str:
    """Return a computed style of the first element that matches."""
    script = "([where, name]) => getComputedStyle(document.querySelector(where))[name]"
    found: str = page.evaluate(script, [where, name])
    return found


def pixels(page: Page, name: str, where: str = "main .words p") -> float:
    """Return a computed length in CSS pixels."""
    return float(style(page, name, where).removesuffix("px"))
