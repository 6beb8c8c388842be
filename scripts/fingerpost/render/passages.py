"""Passages in another language: each that says its language also says which way it is written."""

import re

from fingerpost.languages import direction

# A whole tag, so that what stands in an attribute or between tags is never taken for one.
TAG = re.compile(r'<[a-z][a-z0-9]*(?:\s+[a-z-]+(?:="[^"]*")?)*\s*/?>')
LANGUAGE = re.compile(r'\slang="(?P<code>[A-Za-z][A-Za-z0-9-]*)"')
HAS_DIRECTION = re.compile(r"\sdir=")


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
