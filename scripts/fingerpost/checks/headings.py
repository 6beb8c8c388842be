"""Headings in Markdown and the anchors they make, as Python-Markdown and its `toc` extension see them."""

import html
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from fingerpost.checks.places import REMEMBERED, visible

MOST_LEVELS = 6
MOST_SLUG = 500
UNDERLINE = re.compile(r"(?P<mark>=+|-+)[ ]*")
TAG = re.compile(r"<h(?P<level>[1-6])(?:\s[^<>]*)?>(?P<text>[^<>]*)", re.IGNORECASE)
INDENTED = re.compile(r" {4}|\t")
ATTRIBUTES = re.compile(r"\{:?(?P<inside>[^{}\n]*)\}[ \t]*$", re.MULTILINE)
NAMED = re.compile(r"(?:^|\s)#(?P<id>[^\s#}]+)")
CODE_OR_COMMENT = re.compile(r"(?P<code>(?P<sign>`+).*?(?P=sign))|<!--.*?(?:-->|\Z)", re.DOTALL)
RAW_ID = re.compile(r"<[a-z][^<>]*?\s(?:id|name)\s*=\s*[\"']?(?P<id>[^\s\"'<>]+)", re.IGNORECASE)
COUNTED = re.compile(r"(?P<name>.*)_(?P<count>[0-9]+)")


class Heading(NamedTuple):  # a megabyte can hold half a million, made in a third of a dataclass's time
    """A heading: its level from 1 to 6, its text in Markdown, its line in the body.

    `raw` says that it is HTML, `tight` that there is no space after its hash signs.
    """

    level: int
    text: str
    line: int
    raw: bool = False
    tight: bool = False


@lru_cache(maxsize=REMEMBERED)
def find_headings(body: str) -> tuple[Heading, ...]:
    """Return the headings outside code, in the order of the text.

    ``#Heading`` without a space is one too, and so is a line underlined with ``===`` or ``---`` at the start
    of a block: that is how the site's engine reads them.
    """
    return tuple(_headings(visible(body).split("\n"), body.split("\n")))


def _headings(lines: list[str], words: list[str]) -> Iterator[Heading]:
    block_starts = True
    for number, line in enumerate(lines):
        if line.startswith("#"):
            level = min(len(line) - len(line.lstrip("#")), MOST_LEVELS)
            text = words[number][level:].strip().rstrip("#").strip()
            yield Heading(level, text, number + 1, tight=bool(line[level:]) and not line[level].isspace())
            block_starts = True
            continue
        for tag in TAG.finditer(line):
            yield Heading(int(tag["level"]), tag["text"].strip(), number + 1, raw=True)
        below = UNDERLINE.fullmatch(lines[number + 1]) if number + 1 < len(lines) else None
        if block_starts and below and line.strip() and not INDENTED.match(line):
            yield Heading(1 if below["mark"][0] == "=" else 2, words[number].strip(), number + 1)
        block_starts = not line.strip()


@lru_cache(maxsize=REMEMBERED)
def anchors(body: str) -> frozenset[str]:
    """Return everything in a body that a link can lead to: its headings' slugs and ids given by hand."""
    return _ids_by_hand(body) | set(anchors_of_headings(body))


@lru_cache(maxsize=REMEMBERED)
def anchors_of_headings(body: str) -> tuple[str, ...]:
    """Return the anchor of each heading in Markdown, in the order of the text."""
    found: list[str] = []
    used = set(_ids_by_hand(body))
    last: dict[str, str] = {}  # where counting stands for each name: 1 MB of equal headings took minutes
    for heading in find_headings(body):
        if not heading.raw:
            name = _own_id(heading.text)
            if not name:
                slug = slug_of(heading.text)
                name = last[slug] = _unused(last.get(slug, slug), used)
            found.append(name)
            used.add(name)
    return tuple(found)


@lru_cache(maxsize=REMEMBERED)
def _ids_by_hand(body: str) -> frozenset[str]:
    shown = visible(body)
    found = {match["id"] for match in RAW_ID.finditer(shown)}
    found |= {name["id"] for match in ATTRIBUTES.finditer(shown) for name in NAMED.finditer(match["inside"])}
    return frozenset(found)


def slug_of(text: str) -> str:
    """Return the slug of a heading's text, as ``markdown.extensions.toc.slugify`` makes it."""
    decomposed = unicodedata.normalize("NFKD", without_markup(text[:MOST_SLUG]))
    plain = decomposed.encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


def without_markup(text: str) -> str:
    """Return a heading's text without comments, attributes, links, notes, tags and underscores of emphasis."""
    text = CODE_OR_COMMENT.sub(lambda found: found["code"] or "", text)
    text = ATTRIBUTES.sub("", text)
    text = re.sub(r"!\[[^\]]*\]\([^)]*\)|\[\^[^\]]*\]", "", text)
    text = re.sub(r"\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])", r"\1", text)
    text = re.sub(r"</?[a-zA-Z][^<>]*>", "", text)
    text = re.sub(r"(?<![\w\\])(_{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)", r"\2", text)
    return html.unescape(text)


def _own_id(text: str) -> str:
    found = ATTRIBUTES.search(text)
    name = NAMED.search(found["inside"]) if found else None
    return name["id"] if name else ""


def _unused(name: str, used: set[str]) -> str:
    while name in used or not name:
        counted = COUNTED.fullmatch(name)
        name = f"{counted['name']}_{int(counted['count']) + 1}" if counted else f"{name}_1"
    return name
