"""A small finished site in English and Welsh, with the markup that the theme promises to the search."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from fingerpost.render.policy import policy

ASSETS = Path(__file__).parents[2] / "overrides" / "assets"
THEME = """:root { --paper: #fbf8f1; --card: #fffdf8; --ink: #1d1b18; --soft: #4a463f; --line: #d9d2c3;
  --post: #12463f; --sun: #ffd23f }"""
HOSTILE = '<img src=x onerror="window.struck=1"><script>window.struck=1</script> &lt;b&gt;'

WORDS = {
    "en": {
        "searching": "Searching…",
        "none": "Nothing found for “{query}”. Try another word.",
        "found": {"one": "{count} result for “{query}”", "other": "{count} results for “{query}”"},
        "more": "Show more",
        "failed": "Search could not start. You can still browse.",
        "filters": {"kind": "Kind", "topic": "Topic", "stage": "Stage"},
        "clear": "Clear filters",
        "narrow": "Narrow the results",
    },
    "cy": {
        "searching": "Yn chwilio…",
        "none": "Dim byd ar gyfer “{query}”. Rhowch gynnig ar air arall.",
        "found": {
            "one": "{count} canlyniad ar gyfer “{query}”",
            "two": "{count} ganlyniad ar gyfer “{query}”",
            "few": "{count} chanlyniad ar gyfer “{query}”",
            "many": "{count} chanlyniad ar gyfer “{query}”",
            "other": "{count} canlyniad ar gyfer “{query}”",
        },
        "more": "Dangos mwy",
        "failed": "Ni ellid dechrau chwilio. Gallwch bori o hyd.",
        "filters": {"kind": "Math", "topic": "Pwnc", "stage": "Cam"},
        "clear": "Clirio’r hidlwyr",
        "narrow": "Culhau’r canlyniadau",
    },
}
ORDER = {"en": {"stage": ["Starting", "Going on"]}, "cy": {"stage": ["Dechrau", "Parhau"]}}


@dataclass(frozen=True)
class Page:
    """One resource page; `notes` and `original` (the language of title and summary) may be missing."""

    path: str
    title: str
    summary: str
    text: str
    kind: str
    topics: Sequence[str]
    stage: str
    notes: str = ""
    original: str = ""


ENGLISH = (
    Page(
        "guides/limits/index.html",
        "Setting limits when you share your story",
        "Ways to decide what to share, with whom, and how to stop.",
        "You do not owe anyone your story. Some people write three lists before the day. Ask what happens to "
        "any recording, and for how long. Gaslighting is easier to see from outside. Bread for everyone.",
        "Guide",
        ["Ownership, stories and rights", "Wellbeing"],
        "Starting",
    ),
    Page(
        "guides/gaslighting/index.html",
        "When people say it did not happen",
        "Gaslighting, and how groups have answered it.",
        "A long text about memory, doubt and a diary kept together, with bread.",
        "Guide",
        ["Wellbeing"],
        "Going on",
        notes="Content note: coercion",
    ),
    Page(
        "toolkits/first-six/index.html",
        "A peer support group's first six meetings",
        "A session plan for each week, with handouts ready to copy.",
        "The kettle is on, there is bread, and nobody has to speak. Secretword belongs to coercion.",
        "Toolkit",
        ["Running a group"],
        "Starting",
        notes="Content note: loss",
    ),
    Page(
        "archive/hostile/index.html",
        f"Hostile {HOSTILE}",
        f"Summary {HOSTILE}",
        f"Plain text with trapdoor {HOSTILE} in its middle.",
        "Archive record",
        [f"Topic {HOSTILE}"],
        "Starting",
    ),
)
WELSH = (
    Page(
        "cy/guides/limits/index.html",
        "Gosod terfynau wrth rannu eich stori",
        "Ffyrdd o benderfynu beth i’w rannu, gyda phwy, a sut i stopio.",
        "Mae’r tŷ yn agored, a dŵr a bara i bawb. Nid oes arnoch chi eich stori i neb.",
        "Canllaw",
        ["Perchnogaeth, straeon a hawliau"],
        "Dechrau",
    ),
    Page(
        "cy/toolkits/first-six/index.html",
        "A peer support group's first six meetings",
        "A session plan for each week, with handouts ready to copy.",
        "Nid yw hwn wedi’i gyfieithu eto. Bara. The kettle is on.",
        "Pecyn cymorth",
        ["Rhedeg grŵp"],
        "Dechrau",
        original="en",
    ),
)


def many_pages(count: int) -> tuple[Page, ...]:
    """`count` English pages that all hold the word "lantern"."""
    return tuple(
        Page(
            f"questions/lantern-{number:02}/index.html",
            f"Question {number:02}",
            "Who carries the lantern?",
            "The lantern goes round.",
            "Question",
            [f"Lantern {number % 5}"],
            "Going on",
        )
        for number in range(count)
    )


def write_site(site: Path) -> None:
    """Write the whole site, not indexed yet, into the folder `site`."""
    for page in ENGLISH + many_pages(23):
        write(site / page.path, resource_page(page, "en", "../../"))
    for page in WELSH:
        write(site / page.path, resource_page(page, "cy", "../../../"))
    write(site / "search.html", search_page("en", "./"))
    write(site / "cy/search.html", search_page("cy", "../"))
    write(site / "about.html", document("en", "./", "<h1>About</h1><p>Unmarked gaslighting.</p>"))
    write(site / "assets/theme.css", THEME)
    for name in ("mark.svg", "find.js", "search.js", "search-filters.js", "search.css", "buttons.css"):
        shutil.copy(ASSETS / name, site / "assets" / name)


def write(file: Path, text: str) -> None:
    """Write `text` to `file`, with the folders that it needs."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def document(language: str, base: str, main: str, head: str = "") -> str:
    """A whole page with the header form that every page has; `base` leads to the root of the site."""
    home = base if language == "en" else f"{base}cy/"
    return f"""<!doctype html><html lang="{language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="{policy(search=True)}">
<link rel="icon" href="{base}assets/mark.svg"><link rel="stylesheet" href="{base}assets/theme.css">
<link rel="stylesheet" href="{base}assets/buttons.css"><link rel="stylesheet" href="{base}assets/search.css">
<title>Fingerpost</title>{head}</head><body>
<header class="top"><div class="wrap"><a class="name" href="{home}search.html">Fingerpost</a>
<form class="find" action="{home}search.html" method="get" role="search" aria-label="Site">
<input id="find" type="search" aria-label="Search"><button>Search</button></form></div></header>
<main id="main" class="wrap">{main}</main><script src="{base}assets/find.js" defer></script></body></html>"""


def resource_page(page: Page, language: str, base: str) -> str:
    """A page of the collection, marked up for Pagefind."""
    facts = f"{page.kind} · 6 minutes"
    meta = {"summary": page.summary, "facts": facts, "notes": page.notes, "lang": page.original}
    filters = [("kind", page.kind), ("stage", page.stage), *(("topic", topic) for topic in page.topics)]
    head = "".join(
        f'<meta data-pagefind-{sort}="{name}[content]" content="{escape(value)}">'
        for sort, pairs in (("meta", meta.items()), ("filter", filters))
        for name, value in pairs
        if value
    )
    body = (
        f'<article data-pagefind-body><h1 data-pagefind-meta="title">{escape(page.title)}</h1>'
        f"<p>{escape(page.summary)}</p><div data-pagefind-ignore><p>{facts}</p><p>{page.notes}</p></div>"
        f"<p>{escape(page.text)}</p></article>"
    )
    return document(language, base, body, head)


def search_page(language: str, base: str) -> str:
    """The search page as the theme makes it."""
    words = WORDS[language]
    settings = {"bundle": f"{base}pagefind/".removeprefix("./"), "base": base, "order": ORDER[language]}
    return document(
        language,
        base,
        f"""<h1>Search</h1>
<form class="search-form" action="search.html" method="get" role="search"><label for="q">Search for</label>
<input id="q" name="q" type="search" autocomplete="off"><button>Search</button></form>
<div id="search-filters"></div><p id="search-status" role="status" aria-live="polite"></p>
<ol id="search-results" class="list"></ol>
<p><button id="search-more" type="button" hidden>{words["more"]}</button></p>
<noscript>Search needs scripts. You can still browse.</noscript>
<script id="search-words" type="application/json">{json.dumps(words)}</script>
<script id="search-settings" type="application/json">{json.dumps(settings)}</script>
<script src="{base}assets/search-filters.js" defer></script>
<script src="{base}assets/search.js" defer></script>""",
    )
