"""Measure what a search costs: bytes over the wire, and time to the first result, beside Material's own search.

    python -m tests.benchmarks.searching --resources 1000

Three sites of the same made-up collection: ours from a host that compresses with gzip, ours by double-click, and plain
Material from the same host. Bytes are those that the browser received, as the DevTools protocol counts them: the
scripts that search, and the index. Time is from the press of the last key to the first result in the page, on a
processor slowed down four times (Emulation.setCPUThrottlingRate), in the middle of several words typed one by one.
"""

import argparse
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from tests.benchmarks.lighthouse import ours, plain
from tests.benchmarks.make_collection import make_collection
from tests.looking.lighthouse import chromium
from tests.looking.serving import hosted

SLOWER = 4
BETWEEN_KEYS = 120  # milliseconds: people who type well
SEARCHES = {
    "en": ("garden", "trustees", "training network", "lunch", "members", "evenings online"),
    "cy": ("arian", "cyfarfod", "dyddiad", "gorffwys", "cyfarfod cyntaf", "llythyr"),
}
# Notes when a key goes down and when the list of results next has a first one that was not there before.
WATCH = """([list]) => {
  window.pressed = 0;
  window.answered = 0;
  addEventListener("keydown", () => { window.pressed = performance.now(); window.answered = 0; }, true);
  const see = () => { if (!window.answered && document.querySelector(list)) window.answered = performance.now(); };
  new MutationObserver(see).observe(document.body, { childList: true, subtree: true });
}"""


@dataclass(frozen=True)
class Way:
    """A way to search: where its page is, its field and its results, and what belongs to the search."""

    name: str
    address: str
    field: str
    result: str
    search: tuple[str, ...]
    opens: str = ""


@dataclass(frozen=True)
class Cost:
    """What searches cost in bytes (the first, the largest of the others) and in milliseconds (median, largest)."""

    first: int
    further: int
    median: float
    largest: float


def look(browser: Browser, way: Way, words: Sequence[str]) -> Cost:
    """Search for each of the words in turn in a browser that has kept nothing."""
    context = browser.new_context()
    page = context.new_page()
    wire = context.new_cdp_session(page)
    received: dict[str, int] = {}
    names: dict[str, str] = {}
    wire.send("Network.enable")
    wire.on("Network.requestWillBeSent", lambda event: names.update({event["requestId"]: event["request"]["url"]}))
    wire.on("Network.loadingFinished", lambda event: received.update({event["requestId"]: event["encodedDataLength"]}))

    def bytes_so_far() -> int:
        return round(
            sum(size for one, size in received.items() if any(part in names.get(one, "") for part in way.search))
        )

    page.goto(way.address)
    page.wait_for_load_state("networkidle")
    wire.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    if way.opens:
        page.locator(way.opens).first.click()
    page.evaluate(WATCH, [way.result])
    sizes, times = [], []
    for word in words:
        times.append(_time(page, way, word))
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(500)
        sizes.append(bytes_so_far())
    context.close()
    steps = [later - earlier for earlier, later in pairwise(sizes)]
    return Cost(sizes[0], max(steps), median(times), max(times))


def _time(page: Page, way: Way, word: str) -> float:
    field = page.locator(way.field)
    field.fill("")
    page.locator(way.result).first.wait_for(state="detached")
    field.press_sequentially(word, delay=BETWEEN_KEYS)
    page.wait_for_function("() => window.answered > window.pressed", timeout=240_000)
    found: float = page.evaluate("window.answered - window.pressed")
    return found


def ways(sites: Mapping[str, Path], stack: ExitStack, language: str) -> list[Way]:
    """Return the three ways to search, in a language."""
    host = stack.enter_context(hosted(sites["ours"]))
    inner = "" if language == "en" else f"{language}/"
    mine: dict[str, Any] = {
        "field": "#q",
        "result": "#search-results li",
        "search": ("/search-index/", "/assets/search", "/assets/welsh"),
    }
    found = [
        Way("Fingerpost, http", f"{host}/{inner}search.html", **mine),
        Way("Fingerpost, file", f"{sites['ours'].as_uri()}/{inner}search.html", **mine),
    ]
    if "plain" in sites:
        other = stack.enter_context(hosted(sites["plain"]))
        material = Way(
            "Material",
            f"{other}/{inner}",
            ".md-search__input",
            ".md-search-result__item",
            ("/search/", "workers/search"),
        )
        found.append(material)
    return found


def main() -> None:
    """Build the sites unless they are given, search, and print a table in Markdown."""
    parser = argparse.ArgumentParser(description="What a search costs, in bytes and in time, beside Material's.")
    parser.add_argument("--resources", type=int, default=1000, help="how many resources the made-up collection has")
    parser.add_argument("--ours", type=Path, help="our site of it, built before")
    parser.add_argument("--plain", type=Path, help="plain Material's site of it, built before")
    parser.add_argument("--without-plain", action="store_true", help="only ours")
    given = parser.parse_args()
    with TemporaryDirectory() as folder, ExitStack() as stack:
        sites = {name: site for name, site in (("ours", given.ours), ("plain", given.plain)) if site}
        builders = {"ours": ours} | ({} if given.without_plain else {"plain": plain})
        missing = [name for name in builders if name not in sites]
        if missing:
            make_collection(given.resources, Path(folder, "made"))
        for name in missing:
            root = Path(folder, name)
            root.mkdir()
            sites[name] = builders[name](root, Path(folder, "made", "docs"))
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=["--no-sandbox", "--disable-background-networking"]
        )
        print("| Search | first, KB | further, at most, KB | first result, median, ms | at most, ms |")
        print("| --- | --- | --- | --- | --- |", flush=True)
        for language, words in SEARCHES.items():
            for way in ways(sites, stack, language):
                cost = look(browser, way, words)
                size = f"{cost.first / 1000:.0f} | {cost.further / 1000:.0f}"
                print(f"| {way.name}, {language} | {size} | {cost.median:.0f} | {cost.largest:.0f} |", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
