"""Where nothing is yet: how many resources each topic has for each stage, in each format."""

from collections import Counter
from collections.abc import Collection, Iterable

from fingerpost.library import Library
from fingerpost.library.board import Cell
from fingerpost.library.schema import Entry
from fingerpost.status.subjects import Subject

FORMATS = ("web", "print", "easy-read")
NO_STAGE = ""


def cells_of(library: Library, subjects: Iterable[Subject], printed: Collection[str]) -> tuple[Cell, ...]:
    """Return a cell for each topic, stage and format that there could be, in the order of the vocabularies.

    A resource counts for each of its topics and stages. Where some name no stage there are cells for these too.
    """
    found: Counter[tuple[str, str, str]] = Counter()
    for subject in subjects:
        meta = subject.resource.meta
        if isinstance(meta, Entry):
            formats = _formats(subject, printed)
            named = {*meta.stages} or {NO_STAGE}
            found.update((topic, stage, form) for topic in {*meta.topics} for stage in named for form in formats)
    without = [NO_STAGE] if any(stage == NO_STAGE for _, stage, _ in found) else []
    topics, stages = _terms(library, "topics"), [*_terms(library, "stages"), *without]
    every = ((topic, stage, form) for form in FORMATS for topic in topics for stage in stages)
    return tuple(Cell(*place, found[place]) for place in every)


def _formats(subject: Subject, printed: Collection[str]) -> list[str]:
    easy = subject.resource.easy
    there = {"web": True, "print": subject.resource.id in printed, "easy-read": bool(easy and easy in subject.pieces)}
    return [form for form in FORMATS if there[form]]


def _terms(library: Library, name: str) -> list[str]:
    vocabulary = library.vocabularies.get(name)
    return list(vocabulary.terms) if vocabulary else []
