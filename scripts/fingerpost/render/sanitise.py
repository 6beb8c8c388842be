"""Rendered HTML made safe: an allow-list, so that nothing in a contribution can run in a reader's browser."""

import re
from collections.abc import Callable

import nh3

COMMON = {"class", "id", "lang", "dir", "title", "role"}
TEXT = {"a", "abbr", "b", "br", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "rp", "rt"}
MORE_TEXT = {"ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"}
BLOCKS = {"blockquote", "div", "dl", "dt", "dd", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "ul"}
GROUPS = {"details", "figcaption", "figure", "img", "section", "summary"}
TABLES = {"caption", "col", "colgroup", "table", "tbody", "td", "tfoot", "th", "thead", "tr"}
TAGS = frozenset(TEXT | MORE_TEXT | BLOCKS | GROUPS | TABLES)
ATTRIBUTES: dict[str, set[str]] = {
    "*": COMMON,
    "a": {"href", "hreflang", "rel", "aria-label"},
    "img": {"src", "alt", "width", "height", "loading"},
    "ol": {"start", "reversed", "type"},
    "li": {"value"},
    "th": {"data-align", "style", "scope", "colspan", "rowspan", "headers", "abbr"},
    "td": {"data-align", "style", "colspan", "rowspan", "headers"},
    "col": {"span"},
    "colgroup": {"span"},
    "time": {"datetime"},
    "details": {"open"},
    "del": {"datetime"},
    "ins": {"datetime"},
}
ELSEWHERE = re.compile(r"[\s\x00-\x1f]*(?:[a-z][a-z0-9+.-]*:|[/\\])", re.IGNORECASE)
SIDE = re.compile(r"text-align: (?:left|right|center);")  # all that the tables extension writes
SIDES = {"left", "right", "center"}
# In what nh3 writes, no value holds a quotation mark and no text a "<": this is a cell's tag and nothing else.
STYLED = re.compile(r'(<t[dh](?: [a-z-]+="[^"]*")*?) style="text-align: ([a-z]+);"')
OURS = "fp-"  # ids of the templates: a heading must not take their place
# What needs no id to lead to: the top of the page (HTML Living Standard, 7.4.6.4) and text fragments.
EVERYWHERE = re.compile(r"#(?:top|:~:.*)?", re.IGNORECASE)
# Footnotes as Python-Markdown's extension writes them.
NOTES = '<div class="footnote">\n<hr />\n<ol>'
END_OF_NOTES = "</ol>\n</div>"
SCHEMES = {"http", "https", "mailto", "tel", "sms"}


def _kept(tag: str, name: str, value: str) -> str | None:
    """Keep a picture only where it lies beside the page: one from elsewhere would tell on every reader."""
    if tag == "img" and name == "src" and ELSEWHERE.match(value):
        return None
    if name == "id":
        return None if value.startswith(OURS) else value
    if name == "style":
        return value if SIDE.fullmatch(value) else None
    if name == "data-align":
        return value if value in SIDES else None
    return value


def _renamed(tag: str, name: str, value: str, within: Callable[[str], str]) -> str:
    """Give an id, and what refers to it, the name that it has beside other texts."""
    if name == "id":
        return within(value)
    if name == "headers":
        return " ".join(within(one) for one in value.split())
    if tag == "a" and name == "href" and value.startswith("#") and not EVERYWHERE.fullmatch(value):
        return f"#{within(value[1:])}"
    return value


def sanitise(html: str, *, within: Callable[[str], str] | None = None, taken: set[str] | None = None) -> str:
    """Return `html` with only allowed elements, attributes and addresses left (OWASP: HTML sanitisation).

    Scripts, styles, frames and drawings are removed with what is in them, event handlers, `javascript:`
    addresses and pictures from elsewhere by themselves; other elements lose their tags and keep their text.
    What is opened is closed, and nothing else is. An id that is in `taken` is left out, any other is added to it.
    Of a text that stands with others on a page, `within` gives its ids, and its links to them, their names there;
    its main headings stay, because they are no longer the page's.
    """
    used = set() if taken is None else taken

    def kept(tag: str, name: str, value: str) -> str | None:
        passed = _kept(tag, name, value)
        if passed is None:
            return None
        if within is not None:
            passed = _renamed(tag, name, passed, within)
        if name == "id":
            if passed in used:
                return None
            used.add(passed)
        return passed

    tags = set(TAGS) if within is None else {*TAGS, "h1"}
    return "".join(_clean(part, tags, kept) for part in _with_notes_apart(html))


def _with_notes_apart(html: str) -> tuple[str, ...]:
    """Return what stands before the footnotes, and them: what a text leaves open must not swallow its notes."""
    text, mark, notes = html.rpartition(NOTES)
    return (text, mark + notes) if mark and notes.endswith(END_OF_NOTES) else (html,)


def _clean(html: str, tags: set[str], kept: Callable[[str, str, str], str | None]) -> str:
    clean = nh3.clean(
        html,
        tags=tags,
        clean_content_tags={
            "script",
            "style",
            "iframe",
            "object",
            "embed",
            "template",
            "noscript",
            "svg",
            "math",
        },
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel=None,
        strip_comments=True,
        attribute_filter=kept,
    )
    # The policy of our pages allows no styles inside them (render/policy.py): content.css does what this names.
    return STYLED.sub(r'\1 data-align="\2"', clean)
