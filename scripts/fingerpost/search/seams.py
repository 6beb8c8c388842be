"""Where Pagefind makes one word of two around an apostrophe: *mae'n* as ``maen``, *rhannu'r* as ``rhannur``.

It also keeps the two by themselves, so nothing is lost without the joined one; with it, who looks for *maen* (a stone)
would get every *mae'n* (it is). Positions are those of Pagefind: the number of a piece of text between spaces.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

BODY = -1  # where a field has its number
APOSTROPHES = re.compile("['’ʼ`]")
OTHERWISE = re.compile(r"[\W_]+")
Place = tuple[int, int, int]  # the page's number, the field's or BODY, the position


def seams_of(pages: Iterable[Mapping[str, Any]], fields: Sequence[str]) -> Mapping[str, frozenset[Place]]:
    """Return each joined word, in small letters, with the places where it is none, from the pages' fragments."""
    found: defaultdict[str, set[Place]] = defaultdict(set)
    for number, page in enumerate(pages):
        texts = [(BODY, page["content"]), *((fields.index(name), text) for name, text in page["meta"].items())]
        for field, text in texts:
            for position, piece in enumerate(text.split()):
                joined = APOSTROPHES.sub("", piece)
                if joined != piece:
                    small = unicodedata.normalize("NFC", OTHERWISE.sub("", joined).lower())
                    found[small].add((number, field, position))
    return {word: frozenset(places) for word, places in found.items()}


def without_seams(postings: Sequence[Any], seams: frozenset[Place]) -> list[Any]:
    """Return the postings of a word (`[[step, places, in fields]]`) without the places where it is two words."""
    kept: list[Any] = []
    page = last = 0
    for step, places, in_fields in postings:
        page += step
        body = _kept(places, page, seams, in_body=True)
        meta = _kept(in_fields, page, seams, in_body=False)
        if body or meta:
            kept.append([page - last, body, meta])
            last = page
    return kept


def _kept(places: Sequence[int], page: int, seams: frozenset[Place], *, in_body: bool) -> list[int]:
    """Return the places of a page that are not among `seams`.

    A number below zero is a marker, of a weight (in the body) or a field, for the places after it; these are steps,
    from 0 after a marker. A marker that nothing follows goes as well.
    """
    runs: list[tuple[int, list[int]]] = [(0, [])]
    at = 0
    for place in places:
        if place < 0:
            runs.append((place, []))
            at = 0
        else:
            at += place
            if (page, BODY if in_body else -runs[-1][0] - 1, at) not in seams:
                runs[-1][1].append(at)
    coded: list[int] = []
    for marker, stayed in runs:
        if stayed:
            steps = [later - earlier for earlier, later in pairwise([0, *stayed])]
            coded += [*([marker] if marker else []), *steps]
    return coded
