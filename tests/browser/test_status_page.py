"""The editors' board in a real browser: found by nobody, read by everybody, on paper and in every scheme."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.looking.barriers import violations
from tests.looking.pages import unfold
from tests.looking.room import NARROW, resize, sideways

PAGES = ("status/index.html", "cy/status/index.html")


@pytest.mark.parametrize("path", PAGES)
def test_nothing_that_readers_find_with_leads_to_it(path: str, built: Path) -> None:
    site = built / "site"
    html = (site / path).read_text("utf-8")
    assert '<meta name="robots" content="noindex">' in html
    assert "data-pagefind-body" not in html
    prefix = path.partition("status/")[0]
    leading = [
        file.relative_to(site).as_posix()
        for file in site.rglob("*.html")
        if re.search(r'href="[^"]*status/(?:index\.html)?"', file.read_text("utf-8")) and "/status/" not in f"/{file}"
    ]
    assert sorted(leading) == ["cy/editors.html", "editors.html"]
    assert f"{prefix}editors.html" in leading
    for file in site.rglob("*"):
        if file.suffix in (".xml", ".json", ".csv", ".txt", ".bib", ".ris") and file.is_file():
            assert "status/" not in file.read_text("utf-8"), file
    assert not (built / "dist" / "usb" / "site" / path).exists()


@pytest.mark.parametrize("path", PAGES)
def test_unfolded_and_in_the_largest_letters_it_has_no_barrier_and_fits(path: str, served: str, window: Page) -> None:
    window.goto(f"{served}/{path}")
    unfold(window, True)
    assert violations(window) == []
    window.evaluate("() => document.documentElement.setAttribute('data-size', '200')")
    resize(window, NARROW)
    assert sideways(window) == []


@pytest.mark.parametrize("path", PAGES)
def test_every_number_stands_in_a_table_with_heads(path: str, served: str, window: Page) -> None:
    window.goto(f"{served}/{path}")
    unfold(window, True)
    for table in window.locator("main table").all():
        assert table.get_attribute("aria-labelledby")
        columns = table.locator("thead th[scope=col]").count()
        for row in table.locator("tbody tr").all():
            assert row.locator("th[scope=row]").count() == 1
            assert row.locator("td").count() == columns - 1
            assert all(re.match(r"\d+", text) for text in row.locator("td").all_inner_texts())
    drawing = window.get_by_role("img").filter(has=window.locator("rect"))
    assert drawing.count() == 1  # the bars beside numbers are hidden from screen readers: they say nothing more


@pytest.mark.parametrize("scheme", ["light", "dark", "forced"])
def test_where_nothing_is_shows_without_colour(scheme: str, served: str, browser: Browser) -> None:
    colours = {"forced_colors": "active"} if scheme == "forced" else {"color_scheme": scheme}
    context = browser.new_context(**colours)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{served}/status/index.html")
    for media in ("screen", "print"):
        page.emulate_media(media=media)
        styles = page.evaluate(
            """() => [...document.querySelectorAll('table.heat td')].map((cell) => {
                const style = getComputedStyle(cell);
                return [cell.textContent === '0', style.borderTopStyle, style.borderTopWidth]; })"""
        )
        empty = {json.dumps(style) for nothing, *style in styles if nothing}
        full = {json.dumps(style) for nothing, *style in styles if not nothing}
        assert empty
        assert full
        assert not empty & full
    context.close()


def test_what_is_folded_is_on_paper(served: str, window: Page) -> None:
    window.goto(f"{served}/status/index.html")
    window.emulate_media(media="print")
    last = window.locator("table.heat").last
    assert last.bounding_box()
    assert (last.bounding_box() or {"height": 0})["height"] > 100
