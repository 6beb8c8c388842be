"""Marked sections of SGML (`<![…`) in Markdown: written so that they are words."""

import re

from fingerpost.library.links import without_code

MARKED = re.compile(r"<!\[")


def without_marked_sections(markdown: str) -> str:
    """Return Markdown in which `<![` is words: Python's parser, with which MkDocs looks for ids, stops at it."""
    marked = [match.start() for match in MARKED.finditer(without_code(markdown))]
    for start in reversed(marked):
        markdown = f"{markdown[:start]}&lt;{markdown[start + 1 :]}"
    return markdown
