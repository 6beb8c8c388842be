"""A web page made ready for the converter: what runs, loads, asks or leads around goes, and is said."""

import base64
import binascii
import re
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import nh3

from fingerpost.intake.importing.document import Left, Picture, Prepared, near, under
from fingerpost.intake.importing.guarding import Refused, Source
from fingerpost.languages.phrases import Phrase, say

# Elements that go with all that is in them.
GONE = frozenset({
    "script", "style", "iframe", "object", "embed", "video", "audio", "form", "button", "select", "textarea", "nav",
    "noscript", "template", "svg", "math", "canvas", "map", "head", "title",
})  # fmt: skip
EMPTY = frozenset({"embed", "head", "title"})  # not to be counted: without an end of their own, or of no weight
SAID: Mapping[str, Phrase] = {
    "iframe": say("Another page inside this one"),
    "object": say("An embedded file"),
    "embed": say("An embedded file"),
    "video": say("A film"),
    "audio": say("A recording"),
    "form": say("A form"),
    "svg": say("A drawing"),
    "math": say("An equation"),
    "canvas": say("A drawing"),
    "script": say("A script"),
    "nav": say("A list of links to other pages"),
}
KEPT = {
    "h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead",
    "tbody", "tfoot", "tr", "th", "td", "caption", "a", "img", "em", "i", "strong", "b", "del", "s", "strike",
    "sub", "sup", "code", "pre", "blockquote", "figure", "figcaption", "q", "div", "span", "mark", "kbd", "samp",
    "main", "section", "article", "aside", "header", "footer", "details", "summary", "address", "cite", "small", "u",
    "abbr", "center", "tt",
}  # fmt: skip
ATTRIBUTES = {
    "a": {"href"}, "img": {"src", "alt"}, "ol": {"start"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"},
    "*": {"id"},
}  # fmt: skip
CHARSET = re.compile(rb"<meta[^<>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
COLOUR = re.compile(
    r"(?:^|[;\s])(?:color|background(?:-color)?)\s*:\s*(?!inherit|black|#000|#fff|white|transparent)\S", re.I
)
DATA = re.compile(r"data:image/[a-z+.-]{1,20};base64,(?P<data>.*)", re.DOTALL | re.IGNORECASE)
HEADINGS = re.compile(r"<tbody>\s*(<tr>(?:\s*<th\b[^<>]*>(?:(?!</?t[rhd]\b).)*</th>)+\s*</tr>)", re.DOTALL)
SECTION = re.compile(r"<!\[[^>]{0,200}>?")  # what Word writes for itself: <![if !supportLists]>
MOST_PICTURE = 50_000_000


class _Look(HTMLParser):
    """Notes what will go, where colour was used, which pictures there are, and what the page calls itself."""

    def __init__(self) -> None:
        super().__init__()
        self.left: list[Left] = []
        self.sources: list[str] = []
        self.title = ""
        self.heading = ""
        self.in_gone = 0
        self._collecting = ""
        self._words = ""
        self._coloured = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: text or "" for name, text in attrs}
        if tag in SAID and not self.in_gone:
            self.left.append(Left(SAID[tag], under(self.heading)))
        if tag in GONE and tag not in EMPTY:
            self.in_gone += 1
        if tag == "img" and not self.in_gone:
            self.sources.append(given.get("src", ""))
        self._coloured = bool(COLOUR.search(given.get("style", ""))) or tag == "mark" or "color" in given
        if tag in ("h1", "h2", "h3", "h4", "h5", "h6") or (tag == "title" and not self.in_gone):
            self._collecting, self._words = tag, ""
        if tag == "p" and given.get("class", "").lower() == "msotitle":
            self._collecting, self._words = "title", ""

    def handle_endtag(self, tag: str) -> None:
        if tag in GONE and tag not in EMPTY:
            self.in_gone = max(0, self.in_gone - 1)
        if self._collecting and (tag == self._collecting or tag == "p"):
            words = " ".join(self._words.split())
            if self._collecting == "title":
                self.title = words
            else:
                self.heading = words or self.heading
            self._collecting = ""

    def handle_data(self, data: str) -> None:
        if self._collecting:
            self._words += data
        if self._coloured and data.strip() and not self.in_gone:
            self.left.append(Left(say("Colour, which may have meant something"), near(self.heading, data)))
        self._coloured = False


def prepare_page(source: Source) -> Prepared:
    """Return a web page ready for the converter."""
    return prepare_html(decoded(source.raw), source.file.parent)


def prepare_html(text: str, folder: Path | None) -> Prepared:
    """Return HTML ready for the converter; pictures beside it are taken from `folder`, and from nowhere else."""
    text = SECTION.sub("", text)
    look = _Look()
    try:
        look.feed(text)
        look.close()
    except AssertionError:  # html.parser's word for a declaration that it does not know
        advice = say("It can't be read. Open it in the program that it was made with, and save it anew.")
        raise Refused(advice) from None
    text = re.sub(r"<p\b([^<>]*\bMsoTitle\b[^<>]*)>(.*?)</p>", r"<h1>\2</h1>", text, flags=re.DOTALL | re.IGNORECASE)
    kept = nh3.clean(
        text, tags=KEPT, clean_content_tags=set(GONE) - {"embed"}, attributes=ATTRIBUTES, link_rel=None,
        url_schemes={"http", "https", "mailto", "tel", "sms", "data", "file", "javascript"},  # the links are said later
    )  # fmt: skip
    kept = HEADINGS.sub(r"<thead>\1</thead><tbody>", kept)
    pictures: dict[str, Picture] = {}
    for address in dict.fromkeys(look.sources):
        content = _picture(address, folder)
        if content is not None:
            pictures[address] = Picture(content)
    return Prepared(kept.encode(), "html", look.title, pictures, left=look.left)


def _picture(address: str, folder: Path | None) -> bytes | None:
    data = DATA.fullmatch(address.strip())
    if data:
        try:
            return base64.b64decode(unquote(data["data"]))
        except (binascii.Error, ValueError):
            return None
    parts = urlsplit(address) if "://" not in address and not address.startswith(("//", "\\")) else None
    if folder is None or parts is None or parts.scheme or not parts.path:
        return None
    try:
        home = folder.resolve()
        file = (home / unquote(parts.path)).resolve()
        if not file.is_relative_to(home) or not file.is_file() or file.stat().st_size > MOST_PICTURE:
            return None
        return file.read_bytes()
    except (OSError, ValueError):
        return None


def decoded(raw: bytes) -> str:
    """Return the text of a page: by its mark, its own word, as UTF-8, or else as Windows-1252 (WHATWG Encoding)."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", "replace")
    said = CHARSET.search(raw[:4096])
    for name in (said[1].decode("ascii") if said else "utf-8", "utf-8"):
        try:
            return raw.decode("windows-1252" if name.lower() in ("iso-8859-1", "latin1") else name)
        except (LookupError, UnicodeDecodeError):
            continue
    return raw.decode("windows-1252", "replace")
