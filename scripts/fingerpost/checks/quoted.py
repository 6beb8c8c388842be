"""A text without what it quotes: other people's words, titles of works and words that are only spoken of."""

import re
from functools import lru_cache

from fingerpost.checks.places import REMEMBERED, visible
from fingerpost.checks.prose import Block, Sort, blocks

# Each mark stops at the next one of its kind, so that an open one costs no more than the way there.
QUOTED = tuple(
    re.compile(pattern)
    for pattern in (
        r"“[^“”\n]{1,400}(?:\n[^“”\n]{1,400}){0,3}”",
        r"\"[^\"\n]{1,400}(?:\n[^\"\n]{1,400}){0,3}\"",
        r"‘(?:[^‘’\n]|’(?=\w)){1,400}(?:\n(?:[^‘’\n]|’(?=\w)){1,400})?’(?!\w)",
        r"(?<![\w'])'(?=\w)(?:[^'\n]|(?<=\w)'(?=\w)){1,200}'(?!\w)",
        r"(?<![\w*\\])\*(?![\s*])[^*\n]{1,400}(?:\n[^*\n]{1,400})?\*(?![\w*])",
        r"(?<![\w_\\])_(?![\s_])[^_\n]{1,400}(?:\n[^_\n]{1,400})?_(?![\w_])",
        r"<(em|i|cite|q)\b[^<>\n]{0,200}>[^<>]{0,400}</\1>",
    )
)
MARKS = tuple("“\"‘'*_<")


@lru_cache(maxsize=REMEMBERED)
def own_words(body: str) -> tuple[Block, ...]:
    """Return the blocks of a body in its makers' own words: no quotations, no titles of works, no code.

    What stands in quotation marks or in italics is taken out, and every line stays on its line.
    """
    return tuple(block for block in blocks(unquoted(visible(body))) if block.sort is not Sort.QUOTE)


def unquoted(text: str) -> str:
    """Return text with each passage in quotation marks or italics made into a mark of omission."""
    for mark, pattern in zip(MARKS, QUOTED, strict=True):
        if mark in text:
            text = pattern.sub(_left_out, text)
    return text


def _left_out(found: re.Match[str]) -> str:
    return "…" + "\n" * found[0].count("\n")
