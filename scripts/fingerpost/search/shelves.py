"""The words of the index, put where a search finds them with few bytes.

Words stand on shelves, in the order of their names, and the shelves in small pieces of which a search fetches the ones
that it needs. The name of a shelf follows from a word alone, so that the browser knows where to look:

- In Welsh a word stands under what follows its changing first letters (`shelf_of`), so that *cath*, *gath*, *nghath*
  and *chath* stand on one shelf, each by itself. `languages/word_forms.py` says which of them are forms of a word.
- In other languages words of one stem stand together under what they have in common at their beginning, without
  diacritics: police and policing on ``polic``. The stem is Pagefind's (Snowball's), which puts policy apart from them.

A row of a shelf is a form, its pages, and its stem unless that is the form.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from fingerpost.languages.mutation import tail, without_marks
from fingerpost.search.postings import Postings
from fingerpost.search.written_forms import WELSH, shared_beginning

PIECE = 9_000  # signs of pages and forms in a piece; a host sends about half as many bytes
OFTEN = 2  # stems that an ending has to be seen with, to be taken for one


class Row(NamedTuple):
    """A form on a shelf, with the pages that hold it and the stem that it shares with others of its shelf."""

    form: str
    stem: str
    postings: Postings


Shelves = Mapping[str, list[Row]]


def shelf_of(form: str) -> str:
    """Where a Welsh form stands: its tail without diacritics (``nghŵn`` on ``wn``)."""
    return tail(without_marks(form))


def on_shelves(language: str, words: Mapping[str, Mapping[str, Postings]]) -> Shelves:
    """Return the shelves, in order, from what `gather` found."""
    shelves: defaultdict[str, dict[str, Row]] = defaultdict(dict)
    for filed, forms in words.items():
        if language == WELSH:
            for form, postings in forms.items():
                _add(shelves[shelf_of(form)], Row(form, without_marks(form), postings))
            continue
        stem = without_marks(filed)
        for name in _names(stem, list(forms)):
            for form, postings in forms.items():
                _add(shelves[name], Row(form, stem, postings))
    in_order = sorted(shelves, key=lambda name: name.encode("utf-16-be"))  # as browsers compare
    return {name: [shelves[name][key] for key in sorted(shelves[name])] for name in in_order}


def _add(rows: dict[str, Row], row: Row) -> None:
    """Put a form on its shelf; one that Pagefind has twice, with and without diacritics, is put together again."""
    key = f"{row.form} {row.stem}"
    if key in rows and rows[key].postings is not row.postings:
        together = {page: [held[0], [*held[1]]] for page, held in rows[key].postings.items()}
        for page, (counts, places) in row.postings.items():
            held = together.setdefault(page, [0.0, []])
            held[0] += counts
            held[1] += places
        row = row._replace(postings=together)
    rows[key] = row


def _names(stem: str, forms: list[str]) -> set[str]:
    """Return the shelves for words of one stem: one, unless they have too little in common (*dying* and *died*).

    The browser looks under beginnings of a word from half its letters on.
    """
    bare = [without_marks(form) for form in forms]
    common = shared_beginning(stem, *bare)
    return {common} if all(len(common) >= half(one) for one in bare) else set(bare)


def half(word: str) -> int:
    """How many letters of a word the name of its shelf has at least: half of them, rounded up."""
    return (len(word) + 1) // 2


def endings(shelves: Shelves) -> list[str]:
    """Return what stands behind stems, where two have it or more: so a form that is on no page finds its stem."""
    seen: defaultdict[str, set[str]] = defaultdict(set)
    for row in (row for rows in shelves.values() for row in rows):
        bare = without_marks(row.form)
        if bare != row.stem and bare.startswith(row.stem):
            seen[bare[len(row.stem) :]].add(row.stem)
    return sorted(ending for ending, stems in seen.items() if len(stems) >= OFTEN)


def in_pieces(sizes: Mapping[str, int]) -> Iterator[list[str]]:
    """Share out shelves, by name with the size of each, in pieces of about PIECE signs."""
    piece: list[str] = []
    size = 0
    for name, more in sizes.items():
        if piece and size + more > PIECE:
            yield piece
            piece, size = [], 0
        piece.append(name)
        size += more
    if piece:
        yield piece
