"""Every built page in a real browser: axe finds nothing, nothing overflows, nothing is fetched from elsewhere."""

from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.looking.barriers import violations, widen
from tests.looking.pages import open_page
from tests.looking.room import sideways

SHARDS = 6


@pytest.mark.parametrize("shard", range(SHARDS))
def test_axe_overflow_and_requests(shard: int, pages: tuple[str, ...], served: str, browser: Browser) -> None:
    page = open_page(browser)
    asked: list[str] = []
    broken: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: broken.append(str(error)))
    page.on("console", lambda message: broken.append(message.text) if message.type == "error" else None)
    found: dict[str, Any] = {}
    for path in pages[shard::SHARDS]:
        page.goto(f"{served}/{path}")
        trouble = violations(page)
        widen(page, 320)
        trouble += sideways(page)
        widen(page, 1280)
        if trouble:
            found[path] = trouble
    page.context.close()
    assert found == {}
    assert broken == []
    assert [url for url in asked if not url.startswith(served)] == []
    assert len(asked) > len(pages[shard::SHARDS])
