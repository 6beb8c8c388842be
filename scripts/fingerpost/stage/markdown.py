"""Small pieces of Markdown: text made safe to put into it, room to write, numbered links."""

import re
from collections.abc import Callable

from fingerpost.library.links import find_links, without_code

SPECIAL = re.compile(r"[!-/:-@\[-`{-~]")  # every sign of ASCII that Markdown or an extension could read
# One space and no more: code that follows is blanked out while this is looked for.
BOX = re.compile(r"^([ \t]*[-*+][ \t]+)\[[ xX]\][ \t]", re.MULTILINE)
LINES = re.compile(r"^\[lines:\s*(\d{1,2})\][ \t]*$", re.MULTILINE)
REFERENCE = re.compile(r"(?<!!)\[([^\[\]\n]{1,300})\]\[([^\[\]\n]{0,200})\]")


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


def with_room_to_write(body: str) -> str:
    """Replace ``[lines: 4]`` on a line of its own by four ruled lines, and ``- [ ]`` by a box to tick."""

    def ruled(match: re.Match[str]) -> str:
        return '<div class="write">' + '<span class="rule"></span>' * min(int(match[1]), 30) + "</div>"

    return _outside_code(_outside_code(body, LINES, ruled), BOX, lambda match: f'{match[1]}<span class="box"></span> ')


def with_block(body: str, place: re.Pattern[str], block: str) -> str:
    """Return the body with `block` where a line matches `place`, code left alone."""
    return _outside_code(body, place, lambda _: block)


def with_numbered_links(body: str, addresses: list[str], used: list[int] | None = None) -> str:
    """Return the body with a number after each link that leaves the page, and its address added to `addresses`.

    On paper an address can only be read if it is spelt out; the same address keeps its number. The numbers that stand
    in this body are added to `used`, each once.
    """
    links = find_links(body)
    defined = {link.text.casefold(): link.target for link in links if link.text and link.after is None}
    ends = {link.after: link.target for link in links if not link.image and link.after is not None}
    for match in REFERENCE.finditer(without_code(body)):
        ends[match.end()] = defined.get((match[2] or match[1]).casefold(), "")
    pieces: list[str] = []
    last = 0
    for end in sorted(ends):
        if not ends[end].startswith(("http://", "https://")):
            continue
        if ends[end] not in addresses:
            addresses.append(ends[end])
        number = addresses.index(ends[end]) + 1
        if used is not None and number not in used:
            used.append(number)
        pieces += [body[last:end], f'{{ .noted }}<sup class="ref">{number}</sup>']
        last = end
    return "".join([*pieces, body[last:]])


def _outside_code(body: str, pattern: re.Pattern[str], change: Callable[[re.Match[str]], str]) -> str:
    """Replace each match of a pattern that does not stand in code or a comment."""
    pieces: list[str] = []
    last = 0
    for match in pattern.finditer(without_code(body)):
        pieces += [body[last : match.start()], change(match)]
        last = match.end()
    return "".join([*pieces, body[last:]])
