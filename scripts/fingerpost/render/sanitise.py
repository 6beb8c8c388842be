"""Rendered HTML made safe: an allow-list, so that nothing in a contribution can run in a reader's browser."""

import re

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


def sanitise(html: str) -> str:
    """Return `html` with only allowed elements, attributes and addresses left (OWASP: HTML sanitisation).

    Scripts, styles, frames and drawings are removed with what is in them, event handlers, `javascript:`
    addresses and pictures from elsewhere by themselves; other elements lose their tags and keep their text.
    """
    clean = nh3.clean(
        html,
        tags=set(TAGS),
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
        attribute_filter=_kept,
    )
    # The policy of our pages allows no styles inside them (render/policy.py): content.css does what this names.
    return STYLED.sub(r'\1 data-align="\2"', clean)
