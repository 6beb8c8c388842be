"""Marks in a text for what a person has still to say: comments that `new`, `translate` and others leave behind."""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from fingerpost.library.links import without_fences


class ToDo(StrEnum):
    """What is to be done in the place of a mark."""

    WRITE = "write"
    TRANSLATE = "translate"


# How a mark begins in each language that the program speaks; in others it begins in English.
OPENINGS = {
    "en": {ToDo.WRITE: "To write", ToDo.TRANSLATE: "To translate"},
    "cy": {ToDo.WRITE: "I'w ysgrifennu", ToDo.TRANSLATE: "I'w gyfieithu"},
}
BY_OPENING = {opening: to_do for openings in OPENINGS.values() for to_do, opening in openings.items()}
MARK = re.compile(
    rf"<!--[ \t]*(?P<opening>{'|'.join(map(re.escape, BY_OPENING))}):[ \t]*(?P<words>.*?)[ \t]*-->", re.DOTALL
)


class Mark(NamedTuple):
    """A mark: what is to be done, its words, and its line in the body from 1."""

    to_do: ToDo
    words: str
    line: int


def mark(to_do: ToDo, words: str, language: str) -> str:
    """Return a mark as it stands in a text. What would end the comment early is written otherwise."""
    opening = OPENINGS.get(language, OPENINGS["en"])[to_do]
    return f"<!-- {opening}: {words.replace('-->', '--&gt;').replace('--!>', '--!&gt;')} -->"


def find_marks(body: str) -> Iterator[Mark]:
    """Yield the marks in a body, outside fenced code."""
    if "<!--" not in body:
        return
    for found in MARK.finditer(without_fences(body)):
        yield Mark(BY_OPENING[found["opening"]], found["words"], body.count("\n", 0, found.start()) + 1)


def has_marks(body: str) -> bool:
    """Whether anything in a body is still to be written or translated."""
    return next(find_marks(body), None) is not None
