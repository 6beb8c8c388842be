"""A small site, and the two ways of opening it in a real browser: from a server and by double-click."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from fingerpost.search import index_site
from playwright.sync_api import Browser, Page

from .site import write_site

Opener = Callable[[str], Page]


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files without writing about it."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The indexed site, for tests that only read it; its folder has a name that needs care in addresses."""
    site = tmp_path_factory.mktemp("a b") / "tŷ #1 100%"
    write_site(site)
    index_site(site)
    return site


@pytest.fixture
def serve() -> Iterator[Callable[[Path], str]]:
    """A function that serves a folder on this computer and returns its address, without a last slash."""
    servers = []

    def start(folder: Path) -> str:
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(folder)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(params=["http", "file"])
def address_of(request: pytest.FixtureRequest, serve: Callable[[Path], str]) -> Callable[[Path], str]:
    """A function from a site's folder to the address where a reader opens it, once for each of two ways."""
    return serve if request.param == "http" else Path.as_uri


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[[str], Opener]]:
    """A function from a site's address to a function that opens a page of it, on a narrow screen.

    After the test, nothing may have been complained about in the console and nothing asked for elsewhere.
    """
    complaints: list[str] = []
    strangers: list[str] = []
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))

    def at(address: str) -> Opener:
        page.on(
            "request",
            lambda request: strangers.append(request.url) if not request.url.startswith((address, "data:")) else None,
        )

        def open_page(path: str) -> Page:
            page.goto(f"{address}/{path}")
            return page

        return open_page

    yield at
    context.close()
    assert not complaints
    assert not strangers


@pytest.fixture
def reader(site: Path, address_of: Callable[[Path], str], visit: Callable[[str], Opener]) -> Opener:
    """A reader of the indexed site: give it a path, get the page."""
    return visit(address_of(site))
