"""Passages in another language: each that says its language also says which way it is written."""

import re
from html import escape

from fingerpost.languages import direction

# A whole tag, so that what stands in an attribute or between tags is never taken for one.
TAG = re.compile(r'<[a-z][a-z0-9]*(?:\s+[a-z-]+(?:="[^"]*")?)*\s*/?>')
LANGUAGE = re.compile(r'\slang="(?P<code>[A-Za-z][A-Za-z0-9-]*)"')
HAS_DIRECTION = re.compile(r"\sdir=")


def with_language(text: str, passages: list[dict[str, str]]) -> str:
    """Return a line of text as HTML in which each passage (its `text` and `lang`) is marked as in its language.

    A title may be a short word, which is none inside a longer one.
    """
    names = {passage["text"]: passage["lang"] for passage in passages}
    pattern = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    pieces = re.split(rf"(?<!\w)({pattern})(?!\w)", text) if names else [text]
    return "".join(
        f'<span lang="{names[piece]}">{escape(piece)}</span>' if place % 2 else escape(piece)
        for place, piece in enumerate(pieces)
    )


def with_directions(html: str, languages: list[str]) -> str:
    """Return a page in which every element with `lang` has `dir` too (W3C, Structural markup and right-to-left text).

    Where the page's `languages` and the element's are all written from left to right nothing needs to be said.
    """
    mixed = any(direction(code) == "rtl" for code in languages)

    def told(tag: re.Match[str]) -> str:
        found = LANGUAGE.search(tag[0])
        if not found or HAS_DIRECTION.search(tag[0]):
            return tag[0]
        way = direction(found["code"])
        if way == "ltr" and not mixed:
            return tag[0]
        return f'{tag[0][: found.end()]} dir="{way}"{tag[0][found.end() :]}'

    return TAG.sub(told, html)
