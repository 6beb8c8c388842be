"""The words of the index, put where a search finds them with few bytes.

Pagefind files words by the alphabet, in pieces of about 28 KB, and takes every word that begins like the one
asked for. That suits neither Welsh, where *cath* is also written *gath*, *nghath* and *chath*, so that one question
would fetch four pieces, nor slow connections. So each language's words are put on shelves of their own:

- Every name of a shelf ends with END. Asked for with END, Pagefind takes that shelf and no longer word; without,
  all that begin alike. And a long word can no longer find the short one it begins with.
- In Welsh a word stands under what follows its changing first letters (`shelf_of`), each written form apart, so
  that the forms of one word lie side by side and can be asked for one by one.
- The pieces are small, and what a search never asks for (the words of facts and content notes) is left out.

Pagefind numbers pages by the difference to the page before; a place below zero changes weight or field for the
places that follow it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

import cbor2

from fingerpost.languages.mutation import tail, without_marks
from fingerpost.search.seams import APOSTROPHES, Place, without_seams

END = "|"
PIECE = 16_000  # bytes before compression; about a third of that after
SEARCHED = frozenset({"title", "summary", "also"})  # the fields whose words find a page
WELSH = "cy"
WORD = re.compile(r"[^\W_]+")
Postings = list[Any]


def shelf_of(form: str) -> str:
    """Where a Welsh form stands: its tail without diacritics (``nghŵn`` on ``wn``)."""
    return tail(without_marks(form))


def words_of(texts: Iterable[str]) -> set[str]:
    """Every word of `texts` in lower case, in NFC: parts at apostrophes and hyphens, and hyphened words joined."""
    found: set[str] = set()
    for text in texts:
        for chunk in APOSTROPHES.sub(" ", unicodedata.normalize("NFC", text).lower()).split():
            parts = WORD.findall(chunk)
            found.update(parts)
            if len(parts) > 1:
                found.add("".join(parts))
    return found


def on_shelves(
    language: str,
    words: Iterable[Postings],
    fields: Sequence[str],
    held: Collection[str],
    seams: Mapping[str, frozenset[Place]],
) -> list[Postings]:
    """Pagefind's words (`[word, pages, [[form, pages]]]`) as shelves, in the order of their names.

    `fields` are the names of the index's fields. Of Welsh, only forms in `held` are kept, and these without the places
    in `seams`: what is left out is what Pagefind makes of two words around an apostrophe.
    """
    left_out = frozenset(place for place, name in enumerate(fields) if name not in SEARCHED)
    shelves: defaultdict[str, Postings] = defaultdict(list)
    for word, pages, variants in words:
        for form, places in ((word, pages), *variants):
            kept = _searched(places, left_out)
            if not kept:
                continue
            if language != WELSH:
                shelves[word + END].append([form, kept])
            elif form in held and (apart := without_seams(kept, seams[form]) if form in seams else kept):
                shelves[shelf_of(form) + END].append([form + END, apart])
    return [_shelf(name, shelves[name]) for name in sorted(shelves, key=str.encode)]


def _shelf(name: str, forms: Postings) -> Postings:
    """One entry as Pagefind reads it: the form that bears the shelf's name first, the others as its variants."""
    forms.sort()
    own: Postings = next((pages for form, pages in forms if form + END == name), [])
    return [name, own, [[form, pages] for form, pages in forms if form + END != name]]


def in_pieces(shelves: Iterable[Postings]) -> Iterator[tuple[str, str, bytes]]:
    """The shelves as pieces of about PIECE bytes: the first name, the last name, the piece as CBOR."""
    piece: list[bytes] = []
    names: list[str] = []
    size = 0
    for shelf in shelves:
        content = cbor2.dumps(shelf)
        if piece and size + len(content) > PIECE:
            yield names[0], names[-1], _piece(piece)
            piece, names, size = [], [], 0
        piece.append(content)
        names.append(shelf[0])
        size += len(content)
    if piece:
        yield names[0], names[-1], _piece(piece)


def _piece(shelves: Sequence[bytes]) -> bytes:
    """One piece: a list of one list of shelves (RFC 8949, 3.2.1: the head of an array is its length)."""
    head = cbor2.dumps([None] * len(shelves))[: -len(shelves)]
    return cbor2.dumps([None])[:1] + head + b"".join(shelves)


def _searched(pages: Postings, left_out: Collection[int]) -> Postings:
    """`pages` without the places in fields that no search asks for; a page may go, and the next one's number grow."""
    kept: Postings = []
    carried = 0
    for step, places, in_fields in pages:
        carried += step
        fields = _fields(in_fields, left_out) if in_fields else in_fields
        if places or fields:
            kept.append([carried, places, fields])
            carried = 0
    return kept


def _fields(places: Sequence[int], left_out: Collection[int]) -> list[int]:
    kept: list[int] = []
    keep = True
    for place in places:
        if place < 0:
            keep = -place - 1 not in left_out
        if keep:
            kept.append(place)
    return kept
