"""What people read, or hear, of each link in a text, in whichever way the link is written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from fingerpost.checks.places import REMEMBERED, links, position, visible
from fingerpost.library.links import DEFINITION

BY_REFERENCE = re.compile(r"(?<![!\\\]])\[(?P<text>[^\[\]\n]{1,300})\]\[(?P<name>[^\[\]\n]{0,200})\]")
HTML = re.compile(r"<a\s(?P<inside>[^<>]{0,1200})>(?P<text>(?:[^<]|<(?!/a\b)){0,400})</a>", re.IGNORECASE)
HREF = re.compile(r"\bhref\s{0,9}=\s{0,9}[\"']?(?P<target>[^\s\"'<>]{1,600})", re.IGNORECASE)
ADDRESS = re.compile(r"https?://[^\s<>()\[\]\"']{1,600}")
# After one of these an address is the target of a link, or part of another address.
BEFORE_A_TARGET = frozenset("([\"'=/:_-")
IMAGE = re.compile(r"!\[([^\[\]\n]{0,600})\](?:\([^()\n]{0,600}\)|\[[^\[\]\n]{0,200}\])?")
MARKS = re.compile(r"[*_~`]|</?[a-zA-Z][^<>\n]{0,300}>")


@dataclass(frozen=True, slots=True)
class LinkText:
    """A link's words without marks of Markdown, its target, its place in the body, and whether a picture is in it."""

    words: str
    target: str
    line: int
    column: int
    pictured: bool = False


@lru_cache(maxsize=REMEMBERED)
def link_texts(body: str) -> tuple[LinkText, ...]:
    """Return the links of a body that people read: written out, by reference, in HTML, and bare addresses."""
    shown = visible(body)
    found: list[LinkText] = []
    if "](" in shown:
        found += _written_out(body)
    if "][" in shown:
        found += _by_reference(body, shown)
    if "</a" in shown or "</A" in shown:
        found += _in_html(body, shown)
    if "://" in shown:
        found += _bare(body, shown)
    return tuple(sorted(found, key=lambda link: (link.line, link.column)))


def _written_out(body: str) -> Iterator[LinkText]:
    for link in links(body):
        if link.image or link.text is None or link.before is None or link.after is None:
            continue
        # The text as written: in that of `links`, code is blanked out.
        end = body.rfind("](", link.before, link.start)
        written = body[link.before + 1 : end] if end > 0 else link.text
        yield LinkText(_plain(written), link.target, link.line, link.column, pictured=_has_picture(written))


def _by_reference(body: str, shown: str) -> Iterator[LinkText]:
    # Names as written: where they are code, they are blanked out in `shown`.
    named = {_name(body[slice(*match.span("text"))]): match["target"] for match in DEFINITION.finditer(shown)}
    for match in BY_REFERENCE.finditer(shown):
        text, name = body[slice(*match.span("text"))], body[slice(*match.span("name"))]
        target = named.get(_name(name or text))
        if target:
            yield _made(body, match.start(), text, target)


def _in_html(body: str, shown: str) -> Iterator[LinkText]:
    for match in HTML.finditer(shown):
        target = HREF.search(match["inside"])
        if target:
            yield _made(body, match.start(), body[slice(*match.span("text"))], target["target"])


def _bare(body: str, shown: str) -> Iterator[LinkText]:
    # A definition, `[name]: https://…`, is not shown to anybody.
    defined = {link.start for link in links(body) if link.before is None}
    for match in ADDRESS.finditer(shown):
        begin = match.start()
        before = shown[begin - 1] if begin else " "
        # `](<https://…>)` and `]: <https://…>` are targets too.
        if before in BEFORE_A_TARGET or before.isalnum() or shown.endswith(("(<", "](<"), 0, begin):
            continue
        if begin not in defined:
            address = match[0].rstrip(".,:;!?*_")
            yield LinkText(address, address, *position(body, begin))


def _made(body: str, start: int, text: str, target: str) -> LinkText:
    return LinkText(_plain(text), target, *position(body, start), pictured=_has_picture(text))


def _name(text: str) -> str:
    return " ".join(text.casefold().split())


def _has_picture(text: str) -> bool:
    return "![" in text or "<img" in text.lower()


def _plain(text: str) -> str:
    return " ".join(MARKS.sub("", IMAGE.sub(r"\1", text)).split())
