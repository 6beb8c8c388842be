"""One language's index as our search asks for it, made of what Pagefind wrote."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from fingerpost.languages.form_tables import form_tables
from fingerpost.languages.small_words import SMALL
from fingerpost.search.postings import (
    frequencies,
    gather,
    in_signs,
    pages_in_signs,
    places_in_signs,
)
from fingerpost.search.reading import PageText, ReadIndex, read_index, unknown_layout
from fingerpost.search.shelves import Row, Shelves, endings, in_pieces, on_shelves
from fingerpost.search.writing import front_coded, write_files
from fingerpost.search.written_forms import WELSH

SHOWN = ("title", "summary", "facts", "notes", "noteids", "lang")  # the fields that a result shows


def lay_out(bundle: Path, language: str, target: Path) -> tuple[int, str]:
    """Write the index of `language` into the folder `target`; return how many words it holds, and its version.

    `entry`: what every search needs; `shelves-N`: the words, and `places-N` where they stand in the text, for words
    that have to stand together; `page-N`: what a result shows of a page; `facets`: which pages have which value of
    which filter; `titles`: the address, title and language of each page; `words`: every word that the pages hold.
    Raises SearchProblem if Pagefind wrote something else than expected.
    """
    index = read_index(bundle, language)
    try:
        shelves = on_shelves(language, gather(index))
        contents: dict[str, Any] = {"facets": _facets(index), "titles": [_title(page) for page in index.pages]}
        contents |= {f"page-{number}": _page(page) for number, page in enumerate(index.pages)}
        held = sorted({row.form for rows in shelves.values() for row in rows})
        contents["words"] = front_coded(held)
        contents |= _pieces(index, shelves)
    except (IndexError, KeyError, TypeError, ValueError) as error:
        raise unknown_layout() from error
    return len(held), write_files(target, language, contents)


def _pieces(index: ReadIndex, shelves: Shelves) -> Mapping[str, Any]:
    average = sum(page.words for page in index.pages) / len(index.pages) or 1
    lengths = [page.words / average for page in index.pages]
    rows = {name: [_row(row, lengths) for row in those] for name, those in shelves.items()}
    sizes = {name: sum(len(part) for row in those for part in row) + len(name) for name, those in rows.items()}
    contents: dict[str, Any] = {}
    firsts = []
    for number, names in enumerate(in_pieces(sizes)):
        firsts.append(names[0])
        contents[f"shelves-{number}"] = {name: rows[name] for name in names}
        contents[f"places-{number}"] = {
            name: [places_in_signs(row.postings) for row in shelves[name]] for name in names
        }
    welsh = index.language == WELSH
    contents["entry"] = {
        "pages": len(index.pages),
        "pieces": firsts,
        "small": SMALL.get(index.language, ()),
        **({"tables": form_tables()} if welsh else {"endings": endings(shelves)}),
    }
    return contents


def _row(row: Row, lengths: list[float]) -> list[str]:
    written = [row.form, in_signs(frequencies(row.postings, lengths))]
    return written if row.stem == row.form else [*written, row.stem]


def _title(page: PageText) -> list[str]:
    return [page.url, page.fields.get("title", ""), page.fields.get("lang", "")]


def _page(page: PageText) -> Mapping[str, Any]:
    """What a result shows of a page; of one with a content note nothing is quoted, and nobody is led past the note."""
    shown = {"url": page.url, "meta": {name: page.fields[name] for name in SHOWN if page.fields.get(name)}}
    if page.fields.get("notes"):
        return shown
    anchors = [[one["id"], one["text"], one["location"]] for one in page.anchors]
    return {**shown, "text": page.content, "anchors": anchors}


def _facets(index: ReadIndex) -> Mapping[str, Any]:
    """`filters`, name → value → pages; `labels`, name → value → words. A page gives a value as ``value|label``."""
    pages: dict[str, dict[str, set[int]]] = {}
    labels: dict[str, dict[str, str]] = {}
    for name, values in index.filters.items():
        for given, numbers in values:
            value, _, label = given.partition("|")
            pages.setdefault(name, {}).setdefault(value, set()).update(numbers)
            labels.setdefault(name, {})[value] = label or value
    filters = {
        name: {value: pages_in_signs(those) for value, those in values.items()} for name, values in pages.items()
    }
    return {"filters": filters, "labels": labels}
