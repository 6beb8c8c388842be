"""The parts of the audit. Each looks at a whole built project and returns what it looked at and the faults it found."""

import os
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Error, sync_playwright

from tests.looking import lighthouse
from tests.looking.barriers import SCHEMES, WIDTHS, in_every_combination, widen
from tests.looking.html import check_html
from tests.looking.keyboard import operate, skip, walk
from tests.looking.links import broken_links, read_pages
from tests.looking.pages import LANGUAGES, every_page, kinds, open_page, show, unfold
from tests.looking.room import in_little_room, small_targets
from tests.looking.senses import lost_in_forced_colours, motion
from tests.looking.serving import hosted
from tests.looking.weight import MOST, first_view

LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
BATCH = 5  # pages for one process at a time


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, on which page."""

    page: str
    what: str


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the audit: its name, what it looked at and how often, in words, and what it found."""

    name: str
    looked_at: str
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Options:
    """How much to look at: every page or one of each kind, with how many processes."""

    kinds_only: bool = False
    processes: int = os.cpu_count() or 1


def start(playwright: object) -> Browser:
    """Start the Chromium that bootstrap found."""
    browser: Browser = playwright.chromium.launch(  # type: ignore[attr-defined]
        executable_path=lighthouse.chromium(), args=["--no-sandbox", "--disable-background-networking"]
    )
    return browser


def look_at_page(browser: Browser, host: str, path: str) -> list[Fault]:
    """Look at one page in every way that a browser can."""
    page = open_page(browser)
    said: list[str] = []
    page.on("request", lambda one: None if one.url.startswith((host, "data:", "about:")) else said.append(one.url))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    address = f"{host}/{path}"

    def everything() -> Iterable[str]:
        show(page, address)
        yield from skip(page)
        yield from walk(page)
        yield from operate(page)
        widen(page, 320)
        unfold(page, opened=True)
        yield from (f"320 px, folds open: {fault}" for fault in walk(page))
        for opened in (False, True):
            widen(page, 1280)
            show(page, address)
            unfold(page, opened)
            yield from [*small_targets(page), *in_little_room(page)]
            yield from [*lost_in_forced_colours(page), *motion(page)]
        show(page, address)
        yield from in_every_combination(page, all_rules=True)

    try:
        found = [*everything(), *(f"asks for or says: {one}" for one in said)]
        if "guides/" in path and not path.endswith("guides/index.html"):
            seen = first_view(browser, address)
            found += [f"its first view weighs {seen.bytes:,} bytes: {seen.sorts}"] if seen.bytes > MOST else []
    except Error as error:  # a page that cannot be looked at is a fault of that page, not the end of the audit
        found = [f"could not be looked at: {str(error).splitlines()[0]}"]
    page.context.close()
    return [Fault(path, one) for one in dict.fromkeys(found)]


def look_at_pages(host: str, paths: tuple[str, ...]) -> list[Fault]:
    """Look at a few pages in a browser of their own; run in a process of its own."""
    with sync_playwright() as playwright:
        browser = start(playwright)
        found = [fault for path in paths for fault in look_at_page(browser, host, path)]
        browser.close()
    return found


def in_browsers(root: Path, options: Options) -> Part:
    """Look at every page of the site in real browsers, side by side."""
    one_of_each = [path for kind in kinds(root / "site") for path in kind.pages]
    searched = [path for path in one_of_each if "#" in path]
    paths = one_of_each if options.kinds_only else [*every_page(root / "site"), *searched]
    batches = [tuple(paths[at : at + BATCH]) for at in range(0, len(paths), BATCH)]
    faults: list[Fault] = []
    with hosted(root / "site") as host, ProcessPoolExecutor(options.processes) as pool:
        for done, found in enumerate(pool.map(look_at_pages, [host] * len(batches), batches), 1):
            faults += found
            print(f"  {min(done * BATCH, len(paths))} of {len(paths)} pages", file=sys.stderr, flush=True)
    ways = f"{len(WIDTHS)} widths × {len(SCHEMES)} colour schemes × folds closed and open"
    what = "axe, keyboard, 400 % zoom, spacing, targets, forced colours, motion, requests, weight of guides"
    return Part("Pages in a browser", f"{len(paths)} pages in {ways}: {what}", tuple(faults))


def html(root: Path, _: Options) -> Part:
    """Check every page of the site and the stick with the Nu HTML checker; its remarks are told, and are no faults."""
    folders = [folder for folder in (root / "site", root / "dist" / "usb") if folder.is_dir()]
    checked = check_html(folders)
    faults = [Fault(*fault.removeprefix(f"{root}/").split(": ", 1)) for fault in checked.faults]
    print(*(f"  remark: {remark.removeprefix(f'{root}/')}" for remark in checked.remarks), sep="\n", file=sys.stderr)
    pages = sum(len(every_page(folder)) for folder in folders)
    return Part("HTML", f"{pages} pages of the site and the stick, {len(checked.remarks)} remarks", tuple(faults))


def links(root: Path, _: Options) -> Part:
    """Follow every link inside the site and the stick, to the heading that it names."""
    faults, count = [], 0
    for edition in ("site", "dist/usb"):
        pages = read_pages(root / edition)
        count += sum(len(page.targets) for page in pages.values())
        # The page of lost addresses links from the top of the address, whatever was asked for.
        broken = [one for one in broken_links(root / edition) if not one.startswith("404.html")]
        faults += [Fault(f"{edition}/{place}", f"leads nowhere: {target}") for place, target in (
            one.split(": ", 1) for one in broken)]  # fmt: skip
        faults += [
            Fault(str(file), "has an id twice") for file, page in pages.items() if len(page.ids) != len(set(page.ids))
        ]
    return Part("Links and anchors", f"{count:,} links of the site and the stick", tuple(faults))


def scores(root: Path, _: Options) -> Part:
    """Run Lighthouse on four pages in each language, alone on the machine; slow runs are run twice more."""
    faults = []
    paths = lighthouse.in_each_language(LANGUAGES)
    with hosted(root / "site") as host:
        for path in paths:
            seen = lighthouse.look(f"{host}/{path}")
            points = dict(seen.points)
            if points["performance"] < LEAST["performance"]:
                more = [lighthouse.look(f"{host}/{path}", ["performance"]).points["performance"] for _ in range(2)]
                points["performance"] = round(median([points["performance"], *more]))
            told = ", ".join(f"{name} {point}" for name, point in points.items())
            print(f"  {path}: {told}, {seen.bytes:,} bytes", file=sys.stderr, flush=True)
            short = [f"{name} {points[name]}, not {least}" for name, least in LEAST.items() if points[name] < least]
            faults += [Fault(path, f"{'; '.join(short)} ({'; '.join(seen.lost) or 'slow'})")] if short else []
    return Part("Lighthouse, mobile", f"{len(paths)} pages", tuple(faults))


PARTS: dict[str, Callable[[Path, Options], Part]] = {
    "html": html,
    "links": links,
    "lighthouse": scores,
    "pages": in_browsers,
}
