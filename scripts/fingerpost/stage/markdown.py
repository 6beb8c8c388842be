"""Small pieces of Markdown: text made safe to put into it, headings moved, room to write."""

import html
import re
from collections.abc import Callable

from fingerpost.library.links import find_links, without_code

SPECIAL = re.compile(r"[!-/:-@\[-`{-~]")  # every sign of ASCII that Markdown or an extension could read
# One space and no more: code that follows is blanked out while this is looked for.
BOX = re.compile(r"^([ \t]*[-*+][ \t]+)\[[ xX]\][ \t]", re.MULTILINE)
LINES = re.compile(r"^\[lines:\s*(\d{1,2})\][ \t]*$", re.MULTILINE)
REFERENCE = re.compile(r"(?<!!)\[([^\[\]\n]{1,300})\]\[([^\[\]\n]{0,200})\]")
BLOCK = re.compile(
    r"<(?P<end>/?)(?P<name>div|section|details|figure|blockquote|article|aside|table)\b(?:[^<>]*[^<>/])?>",
    re.IGNORECASE,
)
FOOTNOTE = re.compile(r"\[\^([^\]\s]{1,80})\]")
DEFINED = re.compile(r"^ {0,3}\[([^\]^\n][^\]\n]{0,199})\]:", re.MULTILINE)
UNDERLINED = re.compile(r"^(?![ \t]*[-*+>|#])([^\n]*\S[^\n]*)\n(=+|-+)[ \t]*$", re.MULTILINE)
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

    def ruled(match: re.Match[str]) -> str:
        return '<div class="write">' + '<span class="rule"></span>' * min(int(match[1]), 30) + "</div>"

    return _outside_code(_outside_code(body, LINES, ruled), BOX, lambda match: f'{match[1]}<span class="box"></span> ')


def with_numbered_links(body: str, addresses: list[str]) -> str:
    """Return the body with a number after each link that leaves the page, and its address added to `addresses`.

    On paper an address can only be read if it is spelt out; the same address keeps its number.
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
        pieces += [body[last:end], f'{{ .noted }}<sup class="ref">{number}</sup>']
        last = end
    return "".join([*pieces, body[last:]])


def lower_headings(body: str, by: int) -> str:
    """Return the body with each heading `by` levels further down, code left alone."""

    def marked(match: re.Match[str]) -> str:
        # What matched has its code blanked out, so the words are taken from the body.
        return f"{'#' if match[2][0] == '=' else '##'} {body[match.start(1) : match.end(1)].strip()}"

    return _outside_code(
        _outside_code(body, UNDERLINED, marked), HEADING, lambda match: "#" * min(len(match[1]) + by, 6)
    )


def balanced(body: str) -> str:
    """Return the body with each block of raw HTML closed that it opens, and none closed that it did not open.

    A text stands in a box of ours (an answer, another language), and must neither leave it nor swallow what follows.
    """
    opened: list[str] = []

    def closed(match: re.Match[str]) -> str:
        name = match["name"].lower()
        if not match["end"]:
            opened.append(name)
            return body[slice(*match.span())]
        if name not in opened:
            return ""
        inner: list[str] = []
        while opened[-1] != name:
            inner.append(f"</{opened.pop()}>")
        opened.pop()
        return "".join([*inner, match[0]])

    return _outside_code(body, BLOCK, closed) + "".join(f"\n\n</{name}>" for name in reversed(opened))


def scoped(body: str, scope: str) -> str:
    """Return the body with its footnotes and link definitions named after `scope`.

    Texts of several people can then stand on one page without one's footnote standing in another's.
    """
    labels = {match[1] for match in DEFINED.finditer(without_code(body))}
    body = _outside_code(body, FOOTNOTE, lambda match: f"[^{scope}-{match[1]}]")
    if not labels:
        return body

    def named(match: re.Match[str]) -> str:
        label = match[2] or match[1]
        if label not in labels:
            return body[match.start() : match.end()]
        return f"[{body[match.start(1) : match.end(1)]}][{label} {scope}]"

    body = _outside_code(body, REFERENCE, named)
    return _outside_code(body, DEFINED, lambda match: f"[{match[1]} {scope}]:")


def _outside_code(body: str, pattern: re.Pattern[str], change: Callable[[re.Match[str]], str]) -> str:
    """Replace each match of a pattern that does not stand in code or a comment."""
    pieces: list[str] = []
    last = 0
    for match in pattern.finditer(without_code(body)):
        pieces += [body[last : match.start()], change(match)]
        last = match.end()
    return "".join([*pieces, body[last:]])
