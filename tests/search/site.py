"""A small finished site in English and Welsh: the theme's search page, and pages marked up as the theme promises."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any

import jinja2
from fingerpost.render.policy import policy

from tests.helpers import words

OVERRIDES = Path(__file__).parents[2] / "overrides"
ASSETS = OVERRIDES / "assets"
THEME = """:root { --paper: #fbf8f1; --card: #fffdf8; --ink: #1d1b18; --soft: #4a463f; --line: #d9d2c3;
  --post: #12463f; --sun: #ffd23f; --on-post: #fff } .hidden-label { position: absolute; clip-path: inset(50%) }"""
HOSTILE = '<img src=x onerror="window.struck=1"><script>window.struck=1</script> &lt;b&gt;'
FRAME = """<!doctype html><html lang="{{ lang }}" dir="ltr"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="{% block policy %}{{ policy() }}{% endblock %}">
<link rel="icon" href="{{ base }}assets/mark.svg"><link rel="stylesheet" href="{{ base }}assets/theme.css">
<link rel="stylesheet" href="{{ base }}assets/buttons.css"><link rel="stylesheet" href="{{ base }}assets/search.css">
<title>Fingerpost</title>{% block head %}{{ head|safe }}{% endblock %}</head><body>
<header class="top"><div class="wrap"><a class="name" href="{{ home }}search.html">Fingerpost</a>
<a class="other" href="{{ other.url }}" hreflang="{{ other.code }}">{{ other.name }}</a>
{% block find %}<form class="find" action="{{ home }}search.html" method="get" role="search" aria-label="Site">
<input id="find" type="search" aria-label="Search"><button>Search</button></form>{% endblock %}</div></header>
<main id="fp-main" class="wrap" tabindex="-1">{% block main %}{{ main|safe }}{% endblock %}</main>
{% block scripts %}<script src="{{ base }}assets/find.js" defer></script>{% endblock %}</body></html>"""

LABELS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "guide": "Guides",
        "toolkit": "Toolkits",
        "archive": "Archive",
        "question": "Questions",
        "stories": "Ownership, stories and rights",
        "wellbeing": "Wellbeing",
        "groups": "Running a group",
        "starting": "Starting",
        "going-on": "Going on",
        "en": "English",
    },
    "cy": {
        "guide": "Canllawiau",
        "toolkit": "Pecynnau cymorth",
        "stories": "Perchnogaeth, straeon a hawliau",
        "groups": "Rhedeg grŵp",
        "starting": "Dechrau",
        "going-on": "Parhau",
        "cy": "Cymraeg",
        "en": "Saesneg",
    },
}
ORDER = {
    "kind": ["guide", "toolkit", "archive", "question"],
    "topic": ["stories", "groups", "wellbeing"],
    "stage": ["starting", "going-on"],
    "language": ["en", "cy"],
}
OTHER = {
    "en": {"code": "cy", "direction": "ltr", "title": "In Welsh", "also": "Also search in Welsh"},
    "cy": {"code": "en", "direction": "ltr", "title": "Yn Saesneg", "also": "Chwilio yn Saesneg hefyd"},
}


@dataclass(frozen=True)
class Page:
    """One resource page; `notes`, `original` (the language of title and summary) and `sections` may be missing.

    A section is the id of its heading, the heading, and its words.
    """

    path: str
    title: str
    summary: str
    text: str
    kind: str
    topics: Sequence[str]
    stage: str
    notes: str = ""
    original: str = ""
    also: str = ""
    sections: Sequence[tuple[str, str, str]] = field(default=())


ENGLISH = (
    Page(
        "guides/limits/index.html",
        "Setting limits when you share your story",
        "Ways to decide what to share, with whom, and how to stop.",
        "You do not owe anyone your story. Some people write three lists before the day. Ask what happens to "
        "any recording, and for how long. Gaslighting is easier to see from outside. Bread for everyone.",
        "guide",
        ["stories", "wellbeing"],
        "starting",
        also="being named, anonymity",
    ),
    Page(
        "guides/gaslighting/index.html",
        "When people say it did not happen",
        "Gaslighting, and how groups have answered it.",
        "A long text about memory, doubt and a diary kept together, with bread.",
        "guide",
        ["wellbeing"],
        "going-on",
        notes="Content note: coercion",
        sections=[("quiet-room", "A quiet room", "An umbrella by the door.")],
    ),
    Page(
        "toolkits/first-six/index.html",
        "A peer support group's first six meetings",
        "A session plan for each week, with handouts ready to copy.",
        "The kettle is on, there is bread, and nobody has to speak. Secretword belongs to coercion.",
        "toolkit",
        ["groups"],
        "starting",
        notes="Content note: loss",
    ),
    Page(
        "toolkits/first-six/easy.html",
        "Six meetings: Easy Read",
        "The plan in easy words.",
        "We meet in a room.",
        "toolkit",
        ["groups"],
        "starting",
        sections=[
            ("the-tea", "The tea & cake", "A teapot stands there. The teapot is warm."),
            ("the-end", "The end", "We wash the teapot."),
            ("home", "Going home", "Nothing more."),
        ],
    ),
    Page(
        "guides/spelling/index.html",
        "Going home by tea-time",
        "What was spelt, and by whom.",
        "Mis-spelt words are welcome. What was mis is mended, what was spelt is kept.",
        "archive",
        [],
        "starting",
    ),
    Page(
        "archive/hostile/index.html",
        f"Hostile {HOSTILE}",
        f"Summary {HOSTILE}",
        f"Plain text with trapdoor {HOSTILE} in its middle.",
        "archive",
        [f"Topic {HOSTILE}"],
        "starting",
        sections=[("hostile", f"Heading {HOSTILE}", "A trapdoor again.")],
    ),
)
WELSH = (
    Page(
        "cy/guides/limits/index.html",
        "Gosod terfynau wrth rannu eich stori",
        "Ffyrdd o benderfynu beth i’w rannu, gyda phwy, a sut i stopio.",
        "Mae’r tŷ yn agored, a dŵr a bara i bawb. Nid oes arnoch chi eich stori i neb. Cedwir y gath gerllaw.",
        "guide",
        ["stories"],
        "starting",
    ),
    Page(
        "cy/toolkits/first-six/index.html",
        "A peer support group's first six meetings",
        "A session plan for each week, with handouts ready to copy.",
        "Nid yw hwn wedi’i gyfieithu eto. Bara. The kettle is on.",
        "toolkit",
        ["groups"],
        "starting",
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
            "question",
            [f"Lantern {number % 5}"],
            "going-on",
        )
        for number in range(count)
    )


def write_site(site: Path) -> None:
    """Write the whole site, not indexed yet, into the folder `site`."""
    for page in ENGLISH + many_pages(23):
        write(site / page.path, resource_page(page, "en", "../../"))
    for page in WELSH:
        write(site / page.path, resource_page(page, "cy", "../../../"))
    write(site / "search.html", search_page("en", ""))
    write(site / "cy/search.html", search_page("cy", "../"))
    write(site / "about.html", document("en", "./", "<h1>About</h1><p>Unmarked gaslighting.</p>"))
    for place in ("", "cy/"):
        write(site / place / "topics/groups.html", document("en", "../", "<h1>Running a group</h1>"))
    write(site / "assets/theme.css", THEME)
    scripts = [file.name for file in ASSETS.glob("*.js") if file.name.startswith(("search", "welsh"))]
    for name in ("mark.svg", "find.js", "search.css", "buttons.css", *scripts):
        shutil.copy(ASSETS / name, site / "assets" / name)


def write(file: Path, text: str) -> None:
    """Write `text` to `file`, with the folders that it needs."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def rendered(template: str, language: str, base: str, **more: Any) -> str:
    """A template of the theme, or "layout.html", in a frame of our own; `base` leads to the root of the site."""
    loader = jinja2.ChoiceLoader([jinja2.DictLoader({"layout.html": FRAME}), jinja2.FileSystemLoader(OVERRIDES)])
    environment = jinja2.Environment(loader=loader, autoescape=True)
    environment.globals["policy"] = policy
    other = {"en": ("cy", "Cymraeg", "cy/search.html"), "cy": ("en", "English", "search.html")}[language]
    context = {
        "lang": language,
        "base": base,
        "home": base if language == "en" else f"{base}cy/",
        "other": {"code": other[0], "name": other[1], "url": base + other[2]},
        "words": words()[language],
        "preview": False,
        **more,
    }
    return environment.get_template(template).render(context)


def document(language: str, base: str, main: str, head: str = "") -> str:
    """A whole page with the header form that every page has."""
    return rendered("layout.html", language, base, main=main, head=head)


def resource_page(page: Page, language: str, base: str) -> str:
    """A page of the collection, marked up for Pagefind."""
    facts = f"{page.kind} · 6 minutes"
    meta = {"summary": page.summary, "facts": facts, "notes": page.notes, "lang": page.original, "also": page.also}
    labels = LABELS[language]
    filters = [("kind", page.kind), ("stage", page.stage), *(("topic", topic) for topic in page.topics)]
    filters.append(("language", page.original or language))
    given = [(name, f"{value}|{labels.get(value, value)}") for name, value in filters]
    head = "".join(
        f'<meta data-pagefind-{sort}="{name}[content]" content="{escape(value)}">'
        for sort, pairs in (("meta", meta.items()), ("filter", given))
        for name, value in pairs
        if value
    )
    sections = "".join(
        f'<h2 id="{place}">{escape(title)}</h2><p>{escape(text)}</p>' for place, title, text in page.sections
    )
    body = (
        f'<article data-pagefind-body><h1 data-pagefind-meta="title">{escape(page.title)}</h1>'
        f"<p>{escape(page.summary)}</p><div data-pagefind-ignore><p>{facts}</p><p>{page.notes}</p></div>"
        f"<p>{escape(page.text)}</p>{sections}</article>"
    )
    return document(language, base, body, head)


def search_page(language: str, base: str) -> str:
    """The search page of the theme, as staging fills it."""
    fp = {
        "order": ORDER,
        "languages": [OTHER[language]],
        "topics": [{"title": LABELS[language]["groups"], "url": "topics/groups.html"}],
        "ask": {"title": "Taking part", "url": "taking-part.html", "lang": ""},
    }
    return rendered("search.html", language, base, page={"meta": {"title": "Search"}}, fp=fp, direction_of={})
