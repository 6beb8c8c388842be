"""Small pieces of Markdown: text made safe to put into it, headings moved, room to write."""

import html
import re

from fingerpost.library.links import find_links, without_code

SPECIAL = re.compile(r"([\\`*_{}\[\]()#+!|~^=:<>&-])")
BOX = re.compile(r"^([ \t]*[-*+][ \t]+)\[[ xX]\][ \t]+", re.MULTILINE)
LINES = re.compile(r"^\[lines:\s*(\d{1,2})\][ \t]*$", re.MULTILINE)
HEADING = re.compile(r"^(#{1,5})(?=[ \t])", re.MULTILINE)


def escape(text: str) -> str:
    """Return text that Markdown shows as it is: no emphasis, no link, no HTML."""
    flat = " ".join(text.split())
    return SPECIAL.sub(lambda match: f"&#{ord(match[0])};", flat)


def attributes(css_class: str = "", language: str = "") -> str:
    """Return an attribute list (``{ .facts lang=cy }``), or nothing where there is nothing to say."""
    inside = " ".join(
        part for part in (f".{css_class}" if css_class else "", f"lang={language}" if language else "") if part
    )
    return f"{{ {inside} }}" if inside else ""


def in_language(body: str, language: str, direction: str) -> str:
    """Return a body inside an element that says which language it is in (WCAG 2.2, 3.1.2)."""
    return (
        f'<div lang="{html.escape(language)}" dir="{html.escape(direction)}" markdown="1">\n\n{body.strip()}\n\n</div>'
    )


def with_room_to_write(body: str) -> str:
    """Replace ``[lines: 4]`` on a line of its own by four ruled lines, and ``- [ ]`` by a box to tick."""
    ruled = LINES.sub(
        lambda match: '<div class="write">' + '<span class="rule"></span>' * min(int(match[1]), 30) + "</div>",
        body,
    )
    return BOX.sub(r'\1<span class="box"></span> ', ruled)


def with_numbered_links(body: str, addresses: list[str]) -> str:
    """Return the body with a number after each link that leaves the page, and its address added to `addresses`.

    On paper an address can only be read if it is spelt out; the same address keeps its number.
    """
    pieces: list[str] = []
    last = 0
    for link in find_links(body):
        if link.image or link.after is None or not link.target.startswith(("http://", "https://")):
            continue
        if link.target not in addresses:
            addresses.append(link.target)
        number = addresses.index(link.target) + 1
        pieces += [body[last : link.after], f'{{ .noted }}<sup class="ref">{number}</sup>']
        last = link.after
    return "".join([*pieces, body[last:]])


def lower_headings(body: str, by: int) -> str:
    """Return the body with each heading `by` levels further down, code left alone."""
    visible = without_code(body)
    pieces: list[str] = []
    last = 0
    for match in HEADING.finditer(visible):
        pieces += [body[last : match.start()], "#" * min(len(match[1]) + by, 6)]
        last = match.end()
    return "".join([*pieces, body[last:]])
