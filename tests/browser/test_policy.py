"""The policy of pages in a real browser: everything of ours works under it, and nothing that is put in runs."""

import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from fingerpost.render.policy import headers_file
from playwright.sync_api import Browser, Page

LISTEN = """window.refused = [];
document.addEventListener('securitypolicyviolation',
    (event) => window.refused.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`));"""
PUT_IN = """() => {
    document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.struck = 1'}));
    const button = document.createElement('button');
    button.setAttribute('onclick', 'window.struck = 2');
    document.body.append(button);
    button.click();
    const link = Object.assign(document.createElement('a'), {href: 'javascript:window.struck=3'});
    document.body.append(link);
    link.click();
    document.body.append(Object.assign(document.createElement('style'), {textContent: 'body { color: red }'}));
    document.body.append(Object.assign(document.createElement('img'), {src: 'https://example.org/x.png'}));
    document.body.append(Object.assign(document.createElement('iframe'), {src: 'about.html'}));
}"""
KINDS = (
    "index.html",
    "cy/index.html",
    "about.html",
    "guides/index.html",
    "guides/setting-limits/index.html",
    "toolkits/first-six-meetings/index.html",
    "topics/pay.html",
    "cy/archive/from-little-acorns/index.html",
    "cy/questions/should-i-use-my-own-name/index.html",
    "directory/index.html",
    "search.html#q=rest",
    "cy/search.html#q=gorffwys",
)
SENT = [row.strip().split(": ", 1) for row in headers_file().splitlines()[1:]]


class Host(SimpleHTTPRequestHandler):
    """A host that sends what `_headers` says."""

    def end_headers(self) -> None:
        for name, value in SENT:
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: Any) -> None:
        return


@pytest.fixture(scope="module")
def hosted(built: Path) -> Iterator[str]:
    """The address of the built site at a host that sends its headers."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=str(built / "site")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(params=["http", "file", "usb"])
def opened(request: pytest.FixtureRequest, built: Path, hosted: str) -> Callable[[str], str]:
    """A function from a page's path to its address: at a host, by double-click, and on a stick."""
    ways = {
        "http": hosted,
        "file": (built / "site").as_uri(),
        "usb": (built / "dist" / "usb" / "data" / "site").as_uri(),
    }
    return lambda path: f"{ways[request.param]}/{path}"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that remembers what was refused."""
    context = browser.new_context()
    context.add_init_script(LISTEN)
    yield context.new_page()
    context.close()


def complaints(page: Page) -> list[str]:
    """Return a list that fills with what the page's console says and what goes wrong in it."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    return said


def test_no_kind_of_page_meets_its_own_policy(opened: Callable[[str], str], page: Page) -> None:
    said = complaints(page)
    refused = {}
    for path in KINDS:
        page.goto("about:blank")
        page.goto(opened(path))
        if "#q=" in path:
            page.locator("#search-results a").first.wait_for()
            page.locator(".search-narrow > summary").click()
            page.locator(".search-group").first.wait_for()
        assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith('"Atkinson')
        if found := page.evaluate("window.refused"):
            refused[path] = found
    assert refused == {}
    assert said == []


@pytest.mark.parametrize(
    "name",
    [
        "START-HERE.html",
        "DECHRAU-YMA.html",
        "CHECK-THIS-COPY.html",
        "GWIRIO-Y-COPI-HWN.html",
        "data/site/not-here.html",
    ],
)
def test_the_first_pages_of_a_stick_do_not_either(name: str, built: Path, page: Page) -> None:
    said = complaints(page)
    page.goto((built / "dist" / "usb" / name).as_uri())
    assert page.evaluate("window.refused") == []
    assert said == []


def test_the_page_of_lost_addresses_does_not_either(hosted: str, page: Page) -> None:
    said = complaints(page)
    page.goto(f"{hosted}/404.html")
    assert page.evaluate("window.refused") == []
    assert said == []


@pytest.mark.parametrize("path", ["guides/setting-limits/index.html", "search.html"])
def test_what_is_put_into_a_page_is_refused(path: str, opened: Callable[[str], str], page: Page) -> None:
    asked: list[str] = []
    page.goto(opened(path))
    page.on("response", lambda response: asked.append(response.url))
    page.evaluate(PUT_IN)
    page.wait_for_function("window.refused.length >= 6")
    kinds = {said.split()[0] for said in page.evaluate("window.refused")}
    assert kinds == {"script-src-elem", "script-src-attr", "style-src-elem", "img-src", "frame-src"}
    assert page.evaluate("window.struck") is None
    assert [url for url in asked if "example.org" in url or url.endswith("about.html")] == []


def test_that_would_run_without_the_policy(hosted: str, browser: Browser) -> None:
    """The guard trips: the same scripts do run where the policy is switched off."""
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.goto(f"{hosted}/index.html")
    page.evaluate(PUT_IN)
    page.wait_for_function("window.struck === 3")
    context.close()


@pytest.mark.parametrize("edition", ["site", "dist/usb"])
def test_each_page_has_one_policy_before_anything_is_loaded(edition: str, built: Path) -> None:
    pages = list((built / edition).rglob("*.html"))
    for file in pages:
        html = file.read_text("utf-8")
        assert html.count("Content-Security-Policy") == 1, file
        before, _ = html.split("Content-Security-Policy")
        assert not any(loaded in before for loaded in ("<link", "<script", "<style", "<img")), file
        assert "unsafe-inline" not in html, file
        assert "unsafe-eval" not in html, file
    assert len(pages) > 50


def test_what_hosts_send_lies_at_the_top_of_the_site(built: Path) -> None:
    assert (built / "site" / "_headers").read_text("utf-8") == headers_file()
