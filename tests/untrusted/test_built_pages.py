"""The attacks, past every check, on built pages in a real browser that has no policy to help: nothing runs."""

import csv
import io
import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from fingerpost.editions.collection import Collection
from playwright.sync_api import Browser, Page

from tests.untrusted.collection import WORD
from tests.untrusted.corpus import CODE, DRAWINGS, PAYLOADS, drawing
from tests.untrusted.watching import FOUND, Watch, amiss

SHARDS = 4


def chosen(site: Path) -> list[str]:
    """Return every page on which an attack stands by itself or with many, and some of those that repeat a few."""
    pages = sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html"))
    alone = {f"guides/{name}/index.html" for name in PAYLOADS}
    together = [path for path in pages if path not in alone and path.startswith(("page-", "toolkits/", "questions/"))]
    return [*sorted(alone), *together, *[path for path in pages if path not in alone and path not in together][::10]]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page without the policy: what is tried here is what stands behind it."""
    context = browser.new_context(bypass_csp=True)
    yield context.new_page()
    context.close()


def looked_at(page: Page, home: str, paths: list[str]) -> dict[str, list[str]]:
    """Return what is amiss with each page."""
    watch = Watch(home)
    watch.over(page)
    return {path: found for path in paths if (found := amiss(page, f"{home}/{path}", watch))}


@pytest.mark.parametrize("shard", range(SHARDS))
def test_nothing_runs_on_any_page(shard: int, attacked: Collection, hosted_attack: str, page: Page) -> None:
    paths = chosen(attacked.site)[shard::SHARDS]
    assert len(paths) > 50
    assert looked_at(page, hosted_attack, paths) == {}


def test_nor_by_double_click(attacked: Collection, page: Page) -> None:
    paths = [path for path in chosen(attacked.site) if path != "404.html"][::12]
    assert looked_at(page, attacked.site.as_uri(), paths) == {}


@pytest.mark.parametrize("path", ["search.html", "cy/search.html"])
@pytest.mark.parametrize("by", ["http", "file"])
def test_nor_among_the_results_of_a_search(
    path: str, by: str, attacked: Collection, hosted_attack: str, page: Page
) -> None:
    home = hosted_attack if by == "http" else attacked.site.as_uri()
    watch = Watch(home)
    watch.over(page)
    page.goto(f"{home}/{path}#q={WORD}")
    page.locator("#search-results a").first.wait_for()
    page.locator(".search-narrow > summary").click()
    page.locator(".search-group").first.wait_for()
    for count in (20, 30, 40, 50):
        page.locator("#search-more").click()
        page.locator("#search-results > li").nth(count - 1).wait_for()
    assert page.evaluate(FOUND) == []
    assert page.evaluate("window.__fp_xss") is None
    assert watch.done == []


def test_that_a_drawing_draws_and_nothing_else_where_a_page_shows_it(hosted_attack: str, page: Page) -> None:
    assert looked_at(page, hosted_attack, ["guides/drawings/index.html"]) == {}


def test_a_drawing_opened_by_itself_is_held_by_the_host_s_policy(hosted_attack: str, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    reached: list[str] = []
    page.on("response", lambda response: reached.append(response.url))
    for name in DRAWINGS:
        page.goto(f"{hosted_attack}/guides/drawings/{name}.svg")
        page.evaluate("document.querySelectorAll('*').forEach((one) => one.dispatchEvent(new MouseEvent('click')))")
        assert page.evaluate("window.__fp_xss") is None
    context.close()
    assert len(reached) >= len(DRAWINGS)
    assert [address for address in reached if not address.startswith(hosted_attack)] == []


def test_the_catalogue_is_data_and_nothing_else(attacked: Collection) -> None:
    site = attacked.site
    rows = json.loads((site / "catalogue.json").read_text("utf-8"))["resources"]
    assert {f"guides/{name}" for name in PAYLOADS} <= {row["id"] for row in rows}
    cells = [cell for row in csv.reader(io.StringIO((site / "catalogue.csv").read_text("utf-8"))) for cell in row]
    assert any(CODE in cell for cell in cells)
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in cells)
    tree = ET.fromstring((site / "sitemap.xml").read_text("utf-8"))
    assert CODE not in "".join(tree.itertext())


def test_the_watch_is_awake(browser: Browser, tmp_path: Path) -> None:
    """The guard trips: most attacks are seen where nothing stands in their way, in an ordinary page."""
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.route("https://**", lambda route: route.abort())
    watch = Watch(tmp_path.as_uri())
    watch.over(page)
    written = {name: text for name, text in PAYLOADS.items() if text.startswith("<")}
    seen = set()
    for name, attack in written.items():
        file = tmp_path / f"{name}.html"
        file.write_text(f"<!doctype html><meta charset=utf-8><body>{attack}", "utf-8")
        if amiss(page, file.as_uri(), watch):
            seen.add(name)
    marked = tmp_path / "drawing.svg"
    marked.write_text(drawing(DRAWINGS["script"]), "utf-8")
    fresh = context.new_page()  # the page before may still be on its way to where an attack sent it
    fresh.goto(marked.as_uri())
    assert fresh.evaluate("window.__fp_xss") == 1
    context.close()
    assert len(written) > 100
    assert len(seen) > 0.85 * len(written), sorted(set(written) - seen)
