"""Which pages are looked at: every one, or one of each kind in each language."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

LANGUAGES = ("en", "cy")
# What makes one plain page another kind of thing than the next, for eyes, hands and assistive technology.
STRUCTURE = re.compile(r"<(form|fieldset|select|details|table|dl|figure|video|audio|textarea)\b")
FOLD = "(open) => document.querySelectorAll('details').forEach((one) => { one.open = open; })"
CALM = 400  # milliseconds
SETTLED = f"""() => new Promise((done) => {{
    let timer;
    const ended = () => {{ watch.disconnect(); done(); }};
    const again = () => {{ clearTimeout(timer); timer = setTimeout(ended, {CALM}); }};
    const watch = new MutationObserver(again);
    watch.observe(document, {{subtree: true, childList: true}});
    again(); }})"""
SEARCHES = {"en": "rest", "cy": "gorffwys"}
PACK = "guides/setting-limits,toolkits/asking-for-consent,questions/should-i-use-my-own-name"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of page: its name, and a page of it in each language, as paths relative to the site."""

    name: str
    pages: tuple[str, ...]


def every_page(site: Path) -> tuple[str, ...]:
    """Return every page of a built site, as a path relative to it."""
    return tuple(sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html")))


def kind_of(path: str, html: str) -> str:
    """Name the kind of a page of the first language: by its folder, by the sort of its part, or by what is in it.

    It goes by addresses, which are promised to readers, and by elements; by no class name.
    """
    *folders, name = path.removesuffix(".html").split("/")
    if len(folders) > 1:
        sort = "itself" if name == "index" else name.split("-")[0]
        return f"{folders[0]}, one: {sort}"
    if folders:
        return f"{folders[0]}: {'list' if name == 'index' else 'one'}"
    if name in ("index", "search", "pack", "404"):
        return name
    body = html.partition("<main")[2].partition("</main")[0]
    return f"page: {', '.join(sorted(set(STRUCTURE.findall(body)))) or 'words'}"


def kinds(site: Path, languages: Sequence[str] = LANGUAGES) -> tuple[Kind, ...]:
    """Return each kind of page with its longest page; the first language lies at the top of the site."""
    first, *others = languages
    longest: dict[str, tuple[int, str]] = {}
    for path in every_page(site):
        if path.split("/")[0] in others:
            continue
        html = (site / path).read_text("utf-8")
        kind = kind_of(path, html)
        longest[kind] = max(longest.get(kind, (0, "")), (len(html), path))
    found = []
    for kind, (_, path) in sorted(longest.items()):
        there = [path, *(f"{code}/{path}" for code in others)]
        found.append(Kind(kind, tuple(each for each in there if (site / each).is_file())))
    searched = [
        f"{'' if code == first else code + '/'}search.html#q={word}"
        for code, word in SEARCHES.items()
        if code in languages and (site / ("" if code == first else code) / "search.html").is_file()
    ]
    packed = [
        f"{'' if code == first else code + '/'}pack.html#p={PACK}"
        for code in languages
        if (site / ("" if code == first else code) / "pack.html").is_file()
    ]
    more = (("search with results", searched), ("pack with things in it", packed))
    return (*found, *(Kind(name, tuple(pages)) for name, pages in more if pages))


def show(page: Page, address: str) -> None:
    """Open a page afresh; where words are searched for, or a pack is shown, wait for what comes."""
    page.goto("about:blank")
    page.goto(address)
    if "#q=" in address:
        page.get_by_role("main").get_by_role("listitem").get_by_role("link").first.wait_for()
        settle(page)
    if "#p=" in address:
        page.get_by_role("main").get_by_role("listitem").get_by_role("button").first.wait_for()
        settle(page)


def settle(page: Page) -> None:
    """Wait until nothing has been put into an open page for a while: filters come after the results."""
    page.evaluate(SETTLED)


def unfold(page: Page, opened: bool) -> None:
    """Open or close everything on a page that folds, also what comes only when it is opened."""
    page.evaluate(FOLD, opened)
    if opened and "#q=" in page.url:
        page.locator(".search-group").first.wait_for(state="attached")
        settle(page)
        page.evaluate(FOLD, opened)


def open_page(browser: Browser, width: int = 1280) -> Page:
    """Return an empty page in a window of its own, with nothing kept; close it by closing its context."""
    return browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce").new_page()
