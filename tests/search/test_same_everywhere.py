"""The same searches give the same pages: from a host and from a copied stick, in Chromium and in Firefox."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.conftest import CHECKOUT

DRIVER = CHECKOUT / "tests" / "search" / "firefox.mjs"
FIREFOX = os.environ.get("FINGERPOST_FIREFOX") or shutil.which("firefox-esr") or shutil.which("firefox")
QUERIES = {
    "en": [
        "meetings",
        "paid fairly",
        '"lived experience"',
        "co-production",
        "gaslihgting",
        "what is it",
        "<b>rest</b>",
    ],
    "cy": ["cyfarfod", "ngrŵp", "grwp", "talu yn deg", "ngwaith", '"profiad bywyd"', "cam-drin", "zzzz"],
}
ASK = """async (queries) => {
  const answers = [];
  for (const one of queries) answers.push((await window.fingerpost.search(one)).results.map(({ url }) => url));
  return answers;
}"""


@pytest.fixture(scope="module")
def stick(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The stick's folder, copied elsewhere under a name with a space."""
    return Path(shutil.copytree(built / "dist" / "usb", tmp_path_factory.mktemp("copied") / "my stick"))


def page_of(language: str) -> str:
    return f"{'' if language == 'en' else language + '/'}search.html"


def in_chromium(browser: Browser, address: str, language: str, **how: Any) -> list[list[str]]:
    """What Chromium finds; over file:// with the network off."""
    context = browser.new_context(offline=address.startswith("file:"), **how)
    page = context.new_page()
    page.goto(address)
    found: list[list[str]] = page.evaluate(ASK, QUERIES[language])
    context.close()
    return found


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_copied_stick_without_a_network_finds_what_the_website_finds(
    language: str, stick: Path, served: str, browser: Browser
) -> None:
    online = in_chromium(browser, f"{served}/{page_of(language)}", language)
    offline = in_chromium(browser, f"{(stick / 'data' / 'site').as_uri()}/{page_of(language)}", language)
    assert offline == online
    assert [bool(one) for one in online].count(True) >= len(online) - 1  # the guard: something was found


@pytest.mark.skipif(not FIREFOX, reason="no Firefox on this machine")
@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("way", ["http", "file"])
def test_firefox_finds_the_same(way: str, language: str, stick: Path, served: str, browser: Browser) -> None:
    site = served if way == "http" else (stick / "data" / "site").as_uri()
    address = f"{site}/{page_of(language)}"
    queries = json.dumps(QUERIES[language])
    node = shutil.which("node") or "node"
    done = subprocess.run(
        [node, str(DRIVER), str(FIREFOX), address, queries], capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["found"] == in_chromium(browser, f"{served}/{page_of(language)}", language)
    assert [one for one in told["asked"] if not one.startswith((site, "data:"))] == []
