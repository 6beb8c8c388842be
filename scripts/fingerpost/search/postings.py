"""Which pages hold a word, how much it says of each, and where it stands there; as text that a browser reads fast.

How much is the frequency of BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009): each time
that the word stands on the page counts by where that is, and the sum counts less on a long page. What remains to be
done when somebody asks, how rare the word is and that ten times is not ten times as good, search-engine.js does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import log
from typing import Any

from fingerpost.search.reading import ReadIndex, pieces_of
from fingerpost.search.written_forms import form_at

BODY = -1
WHOLE = 24  # Pagefind's weight of a word in a paragraph; of a part of a word with hyphens it is less, of headings more
FIELDS = {"title": 5.0, "summary": 2.0, "also": 2.0}  # whose words find a page, and how much they count
LENGTH = 0.3  # how far the length of a page counts, b of BM25: a whole guide should not lose to a leaf of a toolkit
HEADING = 1.5  # how far Pagefind's weights of headings (7 for the first level, 6 for the second) are taken down
# A number below 32 is one of these signs; a greater one begins with signs of the second half, lowest five bits first.
SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
LEAST, STEP = 1 / 16, 1.12  # a frequency is written as the number of steps from the least: 64 of them reach to 79

Held = list[Any]  # of one form on one page: how much it counts, and its places in the body
Postings = dict[int, Held]  # by the page's number


def gather(index: ReadIndex) -> dict[str, dict[str, Postings]]:
    """Return, for each word as Pagefind files it, the forms in which it is written and the pages of each."""
    language = index.language
    bodies = [page.pieces() for page in index.pages]
    fields = [(FIELDS.get(name, 0.0), name) for name in index.fields]
    texts: dict[tuple[int, int], list[str]] = {}
    found: dict[str, dict[str, Postings]] = {}
    for filed, postings in index.words():
        forms = found.setdefault(filed, {})
        page = 0
        for step, places, in_fields in postings:
            page += step
            for weight, place in _placed(places):
                form = form_at(filed, bodies[page][place], language)
                if form:
                    held = forms.setdefault(form, {}).setdefault(page, [0.0, []])
                    held[0] += _counted(weight)
                    held[1].append(place)
            for field, place in _placed(in_fields):
                counts, name = fields[field]
                if not counts:
                    continue
                if (page, field) not in texts:
                    texts[page, field] = pieces_of(index.pages[page].fields[name])
                form = form_at(filed, texts[page, field][place], language)
                if form:
                    forms.setdefault(form, {}).setdefault(page, [0.0, []])[0] += counts
    return {filed: forms for filed, forms in found.items() if forms}


def _placed(places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield each place after the marker that holds for it: Pagefind writes markers below zero, and steps between."""
    marker, at = WHOLE, 0
    for place in places:
        if place < 0:
            marker, at = -place - 1, 0
        else:
            at += place
            yield marker, at


def _counted(weight: int) -> float:
    """How much a place in the body counts: one in a paragraph, more in a heading."""
    return weight / WHOLE / (HEADING if weight > WHOLE else 1)


def frequencies(postings: Postings, lengths: list[float]) -> Mapping[int, float]:
    """Return each page's frequency; `lengths` are those of all pages, in average pages."""
    return {page: held[0] / (1 - LENGTH + LENGTH * lengths[page]) for page, held in sorted(postings.items())}


def in_signs(frequency: Mapping[int, float]) -> str:
    """Write pages with their frequency: for each, how many pages lie before it, and the steps."""
    text, last = [], -1
    for page, value in sorted(frequency.items()):
        text += [_number(page - last - 1), SIGNS[max(0, min(63, round(log(value / LEAST, STEP))))]]
        last = page
    return "".join(text)


def places_in_signs(postings: Postings) -> str:
    """Write the places in the body: for each page how many pages lie before it, how many places, the way to each."""
    text, last = [], -1
    for page, (_, places) in sorted(postings.items()):
        if places:
            steps = [now - before for before, now in zip([0, *sorted(places)], sorted(places), strict=False)]
            text += [_number(page - last - 1), _number(len(places)), *map(_number, steps)]
            last = page
    return "".join(text)


def pages_in_signs(pages: Iterable[int]) -> str:
    """Write the numbers of pages alone: for each, how many lie between it and the one before."""
    text, last = [], -1
    for page in sorted(set(pages)):
        text.append(_number(page - last - 1))
        last = page
    return "".join(text)


def _number(number: int) -> str:
    signs = []
    while number >= 32:
        signs.append(SIGNS[32 + number % 32])
        number //= 32
    return "".join([*signs, SIGNS[number]])
