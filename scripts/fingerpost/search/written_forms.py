"""Which word stands at a place: Pagefind files stems, and joins what an apostrophe or a hyphen parts.

At one place, between two spaces, it can keep several words: *self-harm* as ``self``, ``harm`` and ``selfharm``. And of
*mae'n* it makes ``maen`` besides ``mae``, so that who looks for *maen* (a stone) would get every *mae'n* (it is). So
the word is read off the text itself, in the spelling in which it is written.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from fingerpost.languages.mutation import without_marks

WELSH = "cy"
APOSTROPHES = re.compile("['’ʼ`]")
PART = re.compile(r"[^\W_]+")


def parts_of(piece: str, language: str) -> tuple[str, ...]:
    """Return the words of a piece of text between spaces, in small letters and NFC; of one with hyphens the whole last.

    In English an apostrophe parts nothing (*don't* is ``dont``); in Welsh what stands behind one is a word of its own.
    """
    small = unicodedata.normalize("NFC", piece).lower()
    found: list[str] = []
    for chunk in APOSTROPHES.sub(" " if language == WELSH else "", small).split():
        parts = PART.findall(chunk)
        found += [*parts, "".join(parts)] if len(parts) > 1 else parts
    return tuple(found)


def shared_beginning(first: str, *others: str) -> str:
    """Return the letters with which all the words begin."""
    length = next(
        (at for at, letter in enumerate(first) if any(one[at : at + 1] != letter for one in others)), len(first)
    )
    return first[:length]


@cache
def form_at(filed: str, piece: str, language: str) -> str | None:
    """Return which word of `piece` it is that Pagefind filed as `filed`; nothing where the text holds no such word."""
    parts = parts_of(piece, language)
    stem = without_marks(filed)
    if language == WELSH:  # has no stemmer
        return next((one for one in parts if without_marks(one) == stem), None)
    if len(parts) < 2:
        return parts[0] if parts else None
    shared = {one: len(shared_beginning(without_marks(one), stem)) for one in parts}
    best = max(parts, key=lambda one: (shared[one], -abs(len(one) - len(stem))))
    return best if shared[best] else None
