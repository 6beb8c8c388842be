"""A rendered page as XHTML: the same words, in the form that e-books ask for (EPUB 3.3, 6.1)."""

import re
from collections.abc import Callable
from html import escape
from html.parser import HTMLParser

XMLNS = 'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
# In HTML an id may hold whatever is no space; in a book it is a name of XML without a colon.
ALLOWED = re.compile(r"[A-Za-z0-9.\-]")
BEGINS = re.compile(r"[^\W\d]")
LATIN_1 = 0xC0  # from here on XML's names take every letter; below it there are some that they do not
# What XML 1.0 does not allow at all.
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
SCREEN_ONLY = frozenset({"loading"})  # attributes that mean nothing in a book
TOP = "top"  # where a link leads to that leads to the top of its page, or to words in it


class NotWholeError(Exception):
    """A page in which something is opened and not closed, or closed and not opened; the message says what."""


def as_xhtml(html: str, led: Callable[[str, str], str]) -> str:
    """Return a rendered page as an XHTML document.

    `led` is given the name and the value of each `href` and `src`, and returns where it leads in the book. A picture
    that leads nowhere leaves its words.
    Raises NotWholeError.
    """
    writer = _Writer(led)
    writer.feed(html)
    writer.close()
    if writer.open:
        raise NotWholeError(f"<{writer.open[-1]}> is not closed")
    return f"{HEAD}{''.join(writer.pieces).strip()}\n"


def as_name(id: str) -> str:
    """Return an id as a name of XML (Namespaces in XML 1.0, NCName): other signs are written as their numbers.

    >>> as_name("fn:1"), as_name("2-listening"), as_name("grŵp")
    ('fn_3a_1', 'n-2-listening', 'grŵp')
    """

    def written(sign: str) -> str:
        letter = ALLOWED.fullmatch(sign) or (sign.isalpha() and ord(sign) >= LATIN_1)
        return sign if letter else f"_{ord(sign):x}_"

    name = "".join(written(sign) for sign in id)
    return name if BEGINS.match(name) else f"n-{name}"


def anchored(fragment: str) -> str:
    """Return the part of a link behind the # as it is in a book."""
    return TOP if not fragment or fragment.startswith(":~:") else as_name(fragment)


class _Writer(HTMLParser):
    """Writes what it reads as XML, and holds that each element is closed where it ends."""

    def __init__(self, led: Callable[[str, str], str]) -> None:
        super().__init__(convert_charrefs=True)
        self.led = led
        self.open: list[str] = []
        self.pieces: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = self._told(tag, attrs)
        if tag == "img" and not dict(told).get("src"):
            self.handle_data(dict(told).get("alt", ""))
            return
        written = "".join(f' {name}="{_escaped(value)}"' for name, value in told)
        if tag == "html":
            written = f" {XMLNS}{written}"
        self.pieces.append(f"<{tag}{written}{'/' if tag in VOID else ''}>")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self.open or self.open[-1] != tag:
            raise NotWholeError(f"</{tag}> closes nothing")
        self.open.pop()
        self.pieces.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.pieces.append(_escaped(data, quote=False))

    def _told(self, tag: str, attrs: list[tuple[str, str | None]]) -> list[tuple[str, str]]:
        """Return the attributes as a book has them: names as ids, links within it, each language said twice."""
        told = []
        for name, given in attrs:
            value = given if given is not None else name
            if name in SCREEN_ONLY:
                continue
            if name == "id":
                value = as_name(value)
            elif name == "headers":
                value = " ".join(as_name(one) for one in value.split())
            elif (tag, name) in (("a", "href"), ("img", "src"), ("link", "href")):
                value = self.led(name, value)
            told.append((name, value))
            if name == "lang":
                told.append(("xml:lang", value))  # readers of EPUB 2 know only this one
        return told


def _escaped(text: str, *, quote: bool = True) -> str:
    return escape(CONTROLS.sub("", text), quote=quote)
