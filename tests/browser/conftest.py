"""What the browser tests share: one page of each kind, and pages with faults that trip the guards."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.looking.pages import Kind, kinds, open_page


@pytest.fixture(scope="session")
def every_kind(built: Path) -> tuple[Kind, ...]:
    """Each kind of page of the built site, in each language."""
    return kinds(built / "site")


@pytest.fixture
def window(browser: Browser) -> Iterator[Page]:
    """An empty page, 1280 pixels wide, of a reader who asked for less motion."""
    page = open_page(browser)
    yield page
    page.context.close()


@pytest.fixture
def faulty(window: Page, tmp_path: Path) -> Callable[[str], Page]:
    """A function that opens a page made of this style and this body."""

    def opened(body: str, style: str = "") -> Page:
        file = tmp_path / "faulty.html"
        head = f"<meta charset=utf-8><meta name=viewport content='width=device-width'><title>x</title><style>{style}"
        file.write_text(f"<!doctype html><html lang=en>{head}</style><body>{body}", "utf-8")
        window.goto(file.as_uri())
        return window

    return opened
