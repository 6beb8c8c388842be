"""What Pagefind wrote, read back: the texts of the pages, and which words stand where in them.

Pagefind 1.5.2 keeps its files as CBOR (RFC 8949) or, for a page's text, as JSON, behind a signature, compressed with
gzip. A word comes as ``[word, places, [[spelling with diacritics, places], …]]``, where word is the stem in languages
for which Pagefind has one.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cbor2

from fingerpost.search.problem import SearchProblem

ENTRY = "pagefind-entry.json"
SIGNATURE = b"pagefind_dcd"
PAGES, PIECES, FILTERS, FIELDS = 1, 2, 3, 5  # where they stand in a language's list of everything


@dataclass(frozen=True)
class PageText:
    """One page: its address from the top of the site, its fields by name, its words, how many these are, and places.

    An anchor is something with an id that a result can lead to: `id`, its words as `text`, and as `location` the
    number of the piece of text, between spaces, that it stands before.
    """

    url: str
    fields: Mapping[str, str]
    content: str
    words: int
    anchors: Sequence[Mapping[str, Any]]

    def pieces(self) -> list[str]:
        """The text in the pieces that Pagefind counts: between spaces, or in scripts without them between its marks."""
        return pieces_of(self.content)


@dataclass(frozen=True)
class ReadIndex:
    """The index of one language; `filters` are, by name, pairs of a value and the numbers of the pages with it."""

    language: str
    pages: tuple[PageText, ...]
    fields: tuple[str, ...]
    filters: Mapping[str, Sequence[tuple[str, Sequence[int]]]]
    files: tuple[Path, ...]

    def words(self) -> Iterator[tuple[str, list[Any]]]:
        """Yield each word as Pagefind files it with its places; a spelling with diacritics comes by itself."""
        for file in self.files:
            for word, places, spellings in _cbor(file)[0]:
                yield word, places
                yield from spellings


def pieces_of(text: str) -> list[str]:
    """Return the pieces of a text that Pagefind numbers."""
    return text.split("\u200b") if "\u200b" in text else text.split()


def languages_of(bundle: Path) -> Mapping[str, int]:
    """How many pages the bundle holds, by language code, in the order of the codes.

    Raises SearchProblem if a page does not say what language it is in: nobody would ever find it.
    """
    languages = _entry(bundle)
    if "unknown" in languages:
        raise SearchProblem('A page that is marked for the search does not say its language (<html lang="…">).')
    return {code: int(languages[code]["page_count"]) for code in sorted(languages)}


def read_index(bundle: Path, language: str) -> ReadIndex:
    """Read what Pagefind wrote of one language; raises SearchProblem if it is not as the pinned version writes it."""
    try:
        everything = _cbor(bundle / f"pagefind.{_entry(bundle)[language]['hash']}.pf_meta")
        found = [_json(bundle / "fragment" / f"{name}.pf_fragment") for name, _ in everything[PAGES]]
        pages = tuple(
            PageText(page["url"], page["meta"], page["content"], page["word_count"], page["anchors"]) for page in found
        )
        filters = [_cbor(bundle / "filter" / f"{mark}.pf_filter") for _, mark in everything[FILTERS]]
        return ReadIndex(
            language,
            pages,
            tuple(everything[FIELDS]),
            dict(filters),
            tuple(bundle / "index" / f"{name}.pf_index" for _, _, name in everything[PIECES]),
        )
    except (IndexError, KeyError, TypeError, ValueError) as error:
        raise unknown_layout() from error


def unknown_layout() -> SearchProblem:
    """The problem of a Pagefind that writes other files than the pinned one."""
    return SearchProblem("The search index is not laid out as expected: Pagefind is a version we do not know.")


def _entry(bundle: Path) -> Mapping[str, Any]:
    try:
        languages = json.loads((bundle / ENTRY).read_text(encoding="utf-8"))["languages"]
        if all({"hash", "page_count"} <= set(facts) for facts in languages.values()):
            return dict(languages)
    except (OSError, ValueError, LookupError, AttributeError, TypeError) as error:
        raise unknown_layout() from error
    raise unknown_layout()


def _unpacked(file: Path) -> bytes:
    try:
        content = gzip.decompress(file.read_bytes())
    except (OSError, EOFError) as error:
        raise unknown_layout() from error
    if not content.startswith(SIGNATURE):
        raise unknown_layout()
    return content[len(SIGNATURE) :]


def _cbor(file: Path) -> Any:
    try:
        return cbor2.loads(_unpacked(file))
    except cbor2.CBORError as error:
        raise unknown_layout() from error


def _json(file: Path) -> Any:
    try:
        return json.loads(_unpacked(file))
    except ValueError as error:
        raise unknown_layout() from error
