"""The stick in the hands of a reader: copied elsewhere, opened by double-click, with the network off, all of it."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from fingerpost.editions.collection import open_collection
from fingerpost.editions.epub.shelf import read_books
from fingerpost.editions.stick.books import books_for
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

NOT_LOADED = "[...document.images].filter((one) => !one.complete || !one.naturalWidth).map((one) => one.src)"
LEADS = "[...document.querySelectorAll('[href], [src]')].map((one) => one.href || one.src)"


@pytest.fixture(scope="module")
def stick(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The copy, in a folder whose name has a space and a letter that is written otherwise in addresses."""
    return Path(shutil.copytree(built / "dist" / "usb", tmp_path_factory.mktemp("copied") / "fy nghof bâch"))


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(offline=True)
    yield opened
    opened.close()


class Watched:
    """A page, what it asked for that does not lie in the copy, and what its console said."""

    def __init__(self, context: BrowserContext, folder: Path) -> None:
        self.page = context.new_page()
        self.outside: list[str] = []
        self.said: list[str] = []
        self.page.on("request", lambda request: self._asked(request.url, folder))
        self.page.on("requestfailed", self._failed)
        self.page.on("console", lambda message: self._said(message.type, message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))

    def _asked(self, address: str, folder: Path) -> None:
        if not address.startswith((folder.as_uri(), "data:")):
            self.outside.append(address)

    def _failed(self, request: Request) -> None:
        # The little picture of a page may still be on its way when the page is left; that it is there, lost() sees.
        if request.failure != "net::ERR_ABORTED":
            self.said.append(f"failed: {request.url}")

    def _said(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.said.append(text)


def lost(page: Page) -> list[str]:
    """Return where a page leads inside the copy, and nothing is there."""
    found = []
    for address in page.evaluate(LEADS):
        parts = urlsplit(address)
        if parts.scheme == "file" and not Path(unquote(parts.path)).is_file():
            found.append(address)
    return found


def test_every_page_opens_with_all_that_is_on_it(stick: Path, context: BrowserContext) -> None:
    watched = Watched(context, stick)
    amiss: dict[str, Any] = {}
    pages = sorted(stick.rglob("*.html"))
    for file in pages:
        watched.page.goto(file.as_uri(), wait_until="load")
        found = lost(watched.page) + watched.page.evaluate(NOT_LOADED) + watched.said
        if found:
            amiss[str(file.relative_to(stick))] = found
        watched.said.clear()
    assert amiss == {}
    assert watched.outside == []
    assert len(pages) > 250
    watched.page.close()


def test_a_page_that_asks_for_something_elsewhere_would_be_noticed(
    stick: Path, context: BrowserContext, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    page.write_text('<img src="https://example.org/x.png"><a href="lost.html">x</a>', "utf-8")
    watched = Watched(context, stick)
    watched.page.goto(page.as_uri())
    watched.page.wait_for_load_state()
    assert "https://example.org/x.png" in watched.outside
    assert watched.page.evaluate(NOT_LOADED) == ["https://example.org/x.png"]
    assert lost(watched.page) == [(tmp_path / "lost.html").as_uri()]
    watched.page.close()


def test_a_reader_s_way_through_it(stick: Path, context: BrowserContext) -> None:
    """Start, a guide, the other language, search, how it looks, a PDF, and away: all of it inside the folder."""
    watched = Watched(context, stick)
    page = watched.page
    page.goto((stick / "DECHRAU-YMA.html").as_uri())
    page.get_by_role("link", name="Start in English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.goto((stick / "data/site/guides/setting-limits/index.html").as_uri())
    page.locator("header").get_by_role("link", name="Cymraeg").click()
    expect(page).to_have_url((stick / "data/site/cy/guides/setting-limits/index.html").as_uri())
    page.locator("#fp-find").fill("gorffwys")
    page.get_by_role("button", name="Chwilio").click()
    page.locator("#search-results a").first.click()
    expect(page.locator("html")).to_have_attribute("lang", "cy")
    assert page.url.startswith((stick / "data/site/cy").as_uri())
    page.goto((stick / "data/site/reading.html").as_uri())
    page.get_by_label("Dark").check()
    page.goto((stick / "data/site/about.html").as_uri())
    expect(page.locator("html")).to_have_attribute("data-scheme", "dark")
    page.goto((stick / "data/site/guides/online-abuse/index.html").as_uri())
    prints = page.evaluate("[...document.querySelectorAll('a[href$=\".pdf\"]')].map((one) => one.href)")
    assert len(prints) >= 4
    assert all(Path(unquote(urlsplit(one).path)).read_bytes().startswith(b"%PDF-") for one in prints)
    page.locator(".leave-now").click()
    page.wait_for_url("**/measures.html")
    assert watched.outside == []
    assert watched.said == []
    page.close()


def test_every_pdf_can_be_reached(stick: Path) -> None:
    start = "".join((stick / name).read_text("utf-8") for name in ("START-HERE.html", "DECHRAU-YMA.html"))
    made = [file.relative_to(stick).as_posix() for file in (stick / "data/print").rglob("*.pdf")]
    assert [path for path in made if f'href="{path}"' not in start] == []
    assert len(made) > 50


def test_every_e_book_can_be_reached_and_is_the_one_that_was_made(stick: Path, built: Path) -> None:
    start = (stick / "START-HERE.html").read_text("utf-8")
    made = sorted((stick / "data/epub").rglob("*.epub"))
    assert len(made) == 10
    for book in made:
        name = book.relative_to(stick / "data/epub").as_posix()
        assert f'href="data/epub/{name}"' in start
        assert book.read_bytes() == (built / "dist/epub" / name).read_bytes()
    toolkit = (stick / "data/site/toolkits/first-six-meetings/index.html").read_text("utf-8")
    assert 'href="../../../epub/en/toolkit-first-six-meetings.epub"' in toolkit


def test_a_copy_offers_no_e_book_of_a_language_that_it_does_without_nor_one_that_is_kept_back(built: Path) -> None:
    library = open_collection(built).library
    shelf = read_books(built / "dist/epub")
    assert {code for _, code in books_for(library, shelf, ["en", "cy"])} == {"en", "cy"}
    assert {code for _, code in books_for(library, shelf, ["cy"])} == {"cy"}
    out = replace(library, left_out=frozenset({"toolkits/first-six-meetings"}))
    offered = {resource for resource, _ in books_for(out, shelf, ["en", "cy"])}
    assert not {"", "toolkits/first-six-meetings"} & offered  # that of everything holds it too
    assert "toolkits/before-you-say-yes" in offered
