"""Where things stand: faults of one sort, the texts of a resource, lines and columns in a body."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Any

from fingerpost.library import Fault, Library, Piece, Resource, Text
from fingerpost.library.front_matter import Place
from fingerpost.library.links import Link, find_links, without_code

# Several checks look at the same body one after the other; a collection is checked resource by resource.
REMEMBERED = 64


def faults_of(library: Library, codes: Collection[str]) -> Iterator[Fault]:
    """Yield the faults of reading whose code is one of `codes`."""
    return (fault for fault in library.faults if fault.code in codes)


def with_answers(resource: Resource) -> tuple[Resource, ...]:
    """Return a resource and its answers, which have makers, rights and consent of their own."""
    return (resource, *resource.answers)


def all_pieces(resource: Resource) -> Iterator[Piece]:
    """Yield every piece of a resource, its answers' too."""
    for entry in with_answers(resource):
        yield from entry.pieces


@lru_cache(maxsize=REMEMBERED)
def strings_of(text: Text) -> tuple[tuple[Place, str], ...]:
    """Return every piece of words in a text's front matter, with its place."""
    return tuple(_strings(text.meta.model_dump(by_alias=True, exclude_none=True), ()))


def id_of(path: str) -> str:
    """Return the id of the resource that a file belongs to.

    >>> id_of("docs/guides/example/index.cy.md"), id_of("docs/pages/about.en.md")
    ('guides/example', 'pages/about')
    """
    steps = path.split("/")[1:]
    return f"{steps[0]}/{steps[1].split('.')[0]}" if len(steps) > 1 else "/".join(steps)


def file_name(path: str) -> str:
    """Return the last part of a path."""
    return path.rsplit("/", 1)[-1]


def in_file(text: Text, line: int) -> int:
    """Return the line in the file of a line (from 1) of the body."""
    return text.body_line + line - 1


def position(body: str, offset: int) -> tuple[int, int]:
    """Return the line and column, both from 1, of an offset in a body."""
    starts = _line_starts(body)
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


@lru_cache(maxsize=REMEMBERED)
def visible(body: str) -> str:
    """Return the body with code and comments blanked out, every place unchanged."""
    return without_code(body)


@lru_cache(maxsize=REMEMBERED)
def links(body: str) -> tuple[Link, ...]:
    """Return the links and images of a body. What looks like one at the start of a footnote is none."""
    return tuple(link for link in find_links(body) if not (link.text or "").startswith("^"))


def _strings(value: Any, place: Place) -> Iterator[tuple[Place, str]]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _strings(inner, (*place, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _strings(inner, (*place, index))


@lru_cache(maxsize=REMEMBERED)
def _line_starts(body: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("\n", body))]
