"""Which words of a collection are forms of a word that somebody looks for in Welsh.

Grammar says what could be a form (mutation.py, inflection.py); the words that the collection holds decide what is.
Among readings that both allow, the one with more evidence in the collection is believed.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from fingerpost.languages.inflection import (
    closed_forms,
    closed_sets,
    dictionary_forms,
    regular_forms,
    stems,
)
from fingerpost.languages.mutation import NASAL, VOWELS, forms, radicals, without_marks
from fingerpost.languages.paradigms import FUNCTION_WORDS, PARADIGMS, Paradigm

# No Welsh word begins so before it is mutated: f is not ff, th and ch are left out for theatr and chwaer.
CLEARLY_MUTATED = re.compile("dd|f(?!f)|ng|mh|nh|ph")
SHORT = 5  # under so many letters, m- and n- are not taken for a nasal b- and d-: ban, man; dod, nod


class Nearness(IntEnum):
    """How near a form is to the word that was typed; the nearest is the least."""

    SAME = 0
    MARKS = 1
    MUTATION = 2
    INFLECTION = 3


@dataclass(frozen=True)
class Held:
    """The words that a collection holds, in small letters as they are written, by their letters without marks."""

    by_letters: Mapping[str, tuple[str, ...]]

    def __contains__(self, letters: str) -> bool:
        """Say whether the collection holds a word of these letters, whatever its marks."""
        return letters in self.by_letters


def held_words(words: Iterable[str]) -> Held:
    """Return the words of a collection, ready for `forms_held`."""
    table: dict[str, tuple[str, ...]] = {}
    for word in sorted({word.lower() for word in words}):
        table[without_marks(word)] = (*table.get(without_marks(word), ()), word)
    return Held(table)


@cache
def function_words() -> frozenset[str]:
    """Return the words that do the work of grammar, with all forms of bod, small and as they are written."""
    of_bod = ["bod", *(form for one in closed_sets()["bod"] for form in one.forms)]
    return frozenset((*FUNCTION_WORDS.split(), *(one for form in of_bod for one in mutated(form, nominal=False))))


def forms_held(word: str, held: Held) -> dict[str, Nearness]:
    """Return the words of a collection that are forms of a word, each with how near it is.

    The word may be typed in any of its forms, with or without its marks.

    >>> held = held_words(["cath", "gath", "cathod", "mae", "bae", "tŷ", "nhŷ", "dai"])
    >>> sorted(forms_held("cath", held).items(), key=lambda one: (one[1], one[0]))
    [('cath', <Nearness.SAME: 0>), ('gath', <Nearness.MUTATION: 2>), ('cathod', <Nearness.INFLECTION: 3>)]
    >>> sorted(forms_held("ty", held)), sorted(forms_held("gathod", held)), sorted(forms_held("bae", held))
    (['dai', 'nhŷ', 'tŷ'], ['cath', 'cathod', 'gath'], ['bae'])
    """
    typed = word.lower()
    letters = without_marks(typed)
    closed = frozenset[str]() if typed in function_words() else function_words()
    found = dict(_same_letters(typed, held, closed))
    for other, nearness in _dictionary_words(typed, letters, held).items():
        spelling = typed if other == letters else other
        for form in _mutated_held(spelling, other, held, closed, nominal=True):
            found[form] = min(found.get(form, Nearness.INFLECTION), max(nearness, Nearness.MUTATION))
        for form in _inflected_held(other, held, closed):
            found.setdefault(form, Nearness.INFLECTION)
    return found


def _same_letters(typed: str, held: Held, closed: frozenset[str]) -> Iterator[tuple[str, Nearness]]:
    """Give the typed word, and what differs in its marks: ty finds tŷ; môr finds mor only where no môr is held."""
    written = held.by_letters.get(without_marks(typed), ())
    for one in written:
        if one == typed:
            yield one, Nearness.SAME
        elif one not in closed and (typed.isascii() or typed not in written):
            yield one, Nearness.MARKS


def _inflected_held(word: str, held: Held, closed: frozenset[str]) -> Iterator[str]:
    for one in closed_sets().get(word, ()):
        for form in one.forms:
            yield from _mutated_held(form, word, held, closed, nominal=one.nominal, spelt=True)
    for paradigm in PARADIGMS:
        for stem in stems(word, paradigm):
            if _yields(stem, paradigm, held):
                continue
            found = {
                one
                for form in regular_forms(stem, paradigm)
                for one in _mutated_held(form, word, held, closed, nominal=paradigm.nominal)
            }
            yield from found
            if found and (stem == word or stem not in held):
                for form in regular_forms(stem, paradigm, weak=True):
                    yield from _mutated_held(form, word, held, closed, nominal=paradigm.nominal)


def _mutated_held(
    form: str, word: str, held: Held, closed: frozenset[str], *, nominal: bool, spelt: bool = False
) -> Iterator[str]:
    """Give the mutated forms of a form of `word` that are held; `spelt` says that its marks are known."""
    letters = without_marks(form)
    supported = letters in held or without_marks(word) in held
    for one in mutated(form, nominal=nominal):
        bare = without_marks(one)
        if bare not in held or (bare != letters and not supported and _other_radical(bare, letters, held)):
            continue
        written = held.by_letters[bare]
        for surface in written:
            if surface in closed:
                continue
            if surface == one or (one == bare and not spelt) or (surface == bare and one not in written):
                yield surface


def _yields(stem: str, paradigm: Paradigm, held: Held) -> bool:
    return any(one in held for ending in paradigm.yields_to for one in mutated(stem + ending, nominal=False))


def _other_radical(mutated_form: str, letters: str, held: Held) -> bool:
    own = mutated(letters, nominal=True)
    return any(one in held and one not in own for one in radicals(mutated_form) - {mutated_form})


def mutated(form: str, *, nominal: bool) -> frozenset[str]:
    """Return a form with its mutations.

    Nouns, adjectives and verb-nouns take all; finite verbs and compared adjectives neither the nasal nor h-. A short
    word takes no nasal that only changes b to m or d to n.
    """
    found = forms(form)
    first = form[:1]
    if nominal and not (len(form) < SHORT and first in ("b", "d")):
        return found
    out = {NASAL[first] + form[1:]} if first in NASAL else set()
    if first in VOWELS and not nominal:
        out.add("h" + form)
    return found - out


def _dictionary_words(typed: str, letters: str, held: Held) -> dict[str, Nearness]:
    """Return the dictionary forms that the typed word can stand for: itself, its radicals, and theirs."""
    if letters in closed_sets() or typed in function_words():
        return {letters: Nearness.SAME}
    starts = [letters]
    if not _own_word(letters, held):
        starts += sorted(one for one in radicals(letters) if letters in mutated(one, nominal=True) and one != letters)
    found = {one: Nearness.MUTATION for one in starts[1:] if _independent(one, held)} or {letters: Nearness.SAME}
    for start in starts:
        for word in closed_forms().get(start, ()):
            if word not in ("bod", *COMP):
                found.setdefault(word, Nearness.INFLECTION)
        if any(_inflected_held(start, held, function_words())):
            continue
        for word in sorted(dictionary_forms(start)):
            if _independent(word, held) and _gives(word, start, held):
                found.setdefault(word, Nearness.INFLECTION)
    return found

COMP="da drwg mawr llai hen ifanc hawdd anodd uchel isel agos cynnar hir llydan gwell mwy gwaeth".split()

def _independent(letters: str, held: Held) -> bool:
    """Say whether a word is held that is not merely a mutated form of another one that is held."""
    if any(
        one in held and CLEARLY_MUTATED.match(one) and not (radicals(one) - {one, letters}) & held.by_letters.keys()
        for one in mutated(letters, nominal=True)
    ):
        return True
    if letters not in held or all(one in function_words() for one in held.by_letters[letters]):
        return False
    return _own_word(letters, held) or not any(one in held for one in radicals(letters) - {letters})


def _own_word(letters: str, held: Held) -> bool:
    """Say whether a word has mutated forms of its own in the collection: dal has ddal, gath has none."""
    for one in forms(letters) - {letters}:
        dropped = one == letters[1:]
        if one in held and (not dropped or one[:1] in ("w", "l", "r")) and one[:1] not in ("m", "n", "h"):
            if not any(other in held for other in radicals(one) - {one, letters}):
                return True
    return False


def _gives(word: str, form: str, held: Held) -> bool:
    for paradigm in PARADIGMS:
        for stem in stems(word, paradigm):
            if _yields(stem, paradigm, held):
                continue
            if form in regular_forms(stem, paradigm):
                return True
            if form in regular_forms(stem, paradigm, weak=True) and (stem == word or stem not in held):
                if any(m for f in regular_forms(stem, paradigm) for m in _mutated_held(f, word, held, function_words(), nominal=paradigm.nominal)):
                    return True
    return False
