"""Which words of a collection are forms of a word that somebody looks for in Welsh."""
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from fingerpost.languages.inflection import dictionary_forms, inflected, irregular
from fingerpost.languages.mutation import forms, radicals, without_marks
from fingerpost.languages.paradigms import FUNCTION_WORDS


class Nearness(IntEnum):
    """How near a form is to the word that was typed; the nearest is the least."""

    SAME = 0
    MARKS = 1
    MUTATION = 2
    INFLECTION = 3


@dataclass(frozen=True)
class Held:
    """The words that a collection holds, by their letters without marks."""

    by_letters: Mapping[str, tuple[str, ...]]


def held_words(words: Iterable[str]) -> Held:
    """Return the words of a collection, in small letters with their marks, ready for `forms_held`."""
    table: dict[str, tuple[str, ...]] = {}
    for word in words:
        table[without_marks(word)] = (*table.get(without_marks(word), ()), word)
    return Held(table)


@cache
def function_words() -> frozenset[str]:
    return frozenset((*FUNCTION_WORDS.split(), *irregular()["bod"]))


def forms_held(word: str, held: Held) -> dict[str, Nearness]:
    low = word.lower()
    found: dict[str, Nearness] = {}
    for one in held.by_letters.get(without_marks(low), ()):
        found[one] = Nearness.SAME if one == low else Nearness.MARKS
    _add(found, low, held, Nearness.MUTATION, low)
    for form in inflected(low):
        _add(found, form, held, Nearness.INFLECTION, low)
    return found


def _add(found, form, held, nearness, typed):
    for one in forms(form):
        for surface in held.by_letters.get(without_marks(one), ()):
            if surface in found: continue
            bare = without_marks(surface)
            if surface != bare and without_marks(one) != one and surface != one: continue
            if surface in function_words() and typed not in function_words() : continue
            found[surface] = nearness
