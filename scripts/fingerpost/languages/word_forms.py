"""Which words of a collection are forms of a word that somebody looks for in Welsh.

Grammar says what could be a form (mutation.py, inflection.py); the words that the collection holds decide what is.
Of several readings that grammar allows, the one with evidence in the collection is believed. The browser does the
same with the same tables: overrides/assets/welsh-forms.js.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum

from fingerpost.languages.inflection import (
    changed,
    dictionary_forms,
    irregular_forms,
    irregular_words,
    regular_forms,
    stems,
)
from fingerpost.languages.mutation import SHORT, forms, mutated, radicals, without_marks
from fingerpost.languages.paradigms import PARADIGMS, Paradigm
from fingerpost.languages.set_words import compared_words, set_words

# No Welsh word begins so before it is mutated. Words like theatr and chwaer keep th and ch off this list.
CLEARLY_MUTATED = re.compile("dd|f(?!f)|ng|mh|nh|ph")
# Longer words have no forms, so that nothing anybody pastes keeps a browser busy. The village has 58 letters.
LONGEST = 60
# A verb-noun, whatever -au is elsewhere: agosáu.
STRESSED = "áu"


class Nearness(IntEnum):
    """How near a form is to the word that was typed; the nearest is the least."""

    SAME = 0
    MARKS = 1  # the same letters with other marks, or none: ty, tŷ
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


def forms_held(word: str, held: Held) -> dict[str, Nearness]:
    """Return the words of a collection that are forms of a word, each with how near it is, the nearest first.

    The word may be typed in any of its forms, with or without its marks.

    >>> held = held_words(["cath", "gath", "cathod", "mae", "bae", "tŷ", "nhŷ", "dai"])
    >>> forms_held("cath", held)
    {'cath': <Nearness.SAME: 0>, 'gath': <Nearness.MUTATION: 2>, 'cathod': <Nearness.INFLECTION: 3>}
    >>> list(forms_held("ty", held)), list(forms_held("gathod", held)), list(forms_held("bae", held))
    (['tŷ', 'nhŷ', 'dai'], ['cathod', 'cath', 'gath'], ['bae'])
    """
    typed = word.lower()
    letters = without_marks(typed)
    closed = frozenset[str]() if typed in set_words() else set_words()
    found = dict(_same_letters(typed, letters, held, closed))
    # Marks stay through mutation: who writes thâl means tâl, not tal.
    marked = {without_marks(one): one for one in radicals(typed)} if typed != letters else {}
    for other, nearness in _dictionary_words(typed, letters, held).items():
        spelling = typed if other == letters else marked.get(other, other)
        for form in _mutated_held(spelling, other, held, closed, nominal=True):
            if form == "h" + spelling and not closed:
                continue  # hun is no form of un
            found[form] = min(found.get(form, Nearness.INFLECTION), nearness)
        for form in _inflected_held(other, held, closed):
            found.setdefault(form, Nearness.INFLECTION)
    return dict(sorted(found.items(), key=lambda one: (one[1], one[0])))


def _same_letters(typed: str, letters: str, held: Held, closed: frozenset[str]) -> Iterator[tuple[str, Nearness]]:
    """Give the typed word, and what differs in its marks: ty finds tŷ; môr finds mor only where no môr is held."""
    written = held.by_letters.get(letters, ())
    for one in written:
        if one == typed:
            yield one, Nearness.SAME
        elif one not in closed and (typed == letters or typed not in written):
            yield one, Nearness.MARKS


def _inflected_held(word: str, held: Held, closed: frozenset[str]) -> Iterator[str]:
    """Give the held forms of a dictionary form (its letters), but for those that only its first letter tells apart."""
    for one in irregular_forms().get(word, ()):
        for form in one.forms:
            yield from _mutated_held(form, word, held, closed, nominal=one.nominal, spelt=True)
    for paradigm in PARADIGMS if closed else ():
        for stem in stems(word, paradigm):
            if _yields(stem, paradigm, held):
                continue
            sure = list(_regular_held(stem, paradigm, word, held, closed))
            yield from sure
            if sure and _takes_weak(stem, word, held):
                yield from _regular_held(stem, paradigm, word, held, closed, weak=True)


def _regular_held(
    stem: str, paradigm: Paradigm, word: str, held: Held, closed: frozenset[str], *, weak: bool = False
) -> Iterator[str]:
    for form in regular_forms(stem, paradigm, weak=weak):
        yield from _mutated_held(form, word, held, closed | compared_words(), nominal=paradigm.nominal)


def _yields(stem: str, paradigm: Paradigm, held: Held) -> bool:
    """Say whether a form is held that shows the stem to be of another paradigm: of the verb that ends in -i, say."""
    return any(
        one + ending not in irregular_words() and _among(mutated(one + ending, nominal=False), held)
        for ending in paradigm.yields_to
        for one in changed(stem, paradigm)
    )


def _takes_weak(stem: str, word: str, held: Held) -> bool:
    """Say whether weak endings are to be believed: cerddi is rather of cerdd than of cerdded, where cerdd is held."""
    return stem == word or stem not in held


def _mutated_held(
    form: str, word: str, held: Held, closed: frozenset[str], *, nominal: bool, spelt: bool = False
) -> Iterator[str]:
    """Give the mutated forms of a form of `word` that are held; `spelt` says that its marks are known."""
    letters = without_marks(form)
    supported = letters in held or word in held
    for one in mutated(form, nominal=nominal, short=len(word) < SHORT):
        bare = without_marks(one)
        if bare not in held or (bare != letters and not supported and _other_radical(bare, letters, held)):
            continue
        written = held.by_letters[bare]
        for surface in written:
            fits = surface == one or (one == bare and not spelt) or (surface == bare and one not in written)
            if fits and surface not in closed:
                yield surface


def _other_radical(mutated_form: str, letters: str, held: Held) -> bool:
    """Say whether a mutated form has another radical that is held: lan is of glan, where no llan is held."""
    return any(one in held for one in radicals(mutated_form) - {mutated_form} - mutated(letters, nominal=True))


def _dictionary_words(typed: str, letters: str, held: Held) -> dict[str, Nearness]:
    """Return the dictionary forms (letters) that the typed word can stand for: itself, its radicals, and theirs."""
    if len(typed) > LONGEST:
        return {}
    itself = {letters: Nearness.MUTATION}
    if typed in set_words():
        return itself | dict.fromkeys(radicals(letters) & set_words() - {letters[1:]}, Nearness.MUTATION)
    if letters in irregular_forms() or typed.endswith(STRESSED):
        return itself
    starts = set[str]() if _own_word(letters, held) else radicals(letters) - {letters}
    sure = {one for one in starts if letters in mutated(one, nominal=True) and _independent(one, held)}
    # What begins with h can be a word with an h of its own: hanes, haf.
    found = dict.fromkeys(sure, Nearness.MUTATION) | (itself if all("h" + one == letters for one in sure) else {})
    for start in (starts - set_words()) | {letters}:
        for word in _led_back(start, letters, held):
            found.setdefault(word, Nearness.INFLECTION)
    return found


def _led_back(start: str, letters: str, held: Held) -> Iterator[str]:
    """Give the dictionary forms of a radical of the typed letters; one that has inflected forms itself is one already.

    The letters must be a mutated form that the radical can have: haf is not from af (mynd), verbs take no h.
    """
    for word, nominal in irregular_words().get(start, ()):
        if letters in mutated(start, nominal=nominal):
            yield word
    if not any(_inflected_held(start, held, set_words())):
        for word in dictionary_forms(start):
            if _independent(word, held) and _gives(word, start, letters, held):
                yield word


def _gives(word: str, form: str, letters: str, held: Held) -> bool:
    """Say whether a form is among those that a dictionary form has in this collection, were the form held."""
    for paradigm in PARADIGMS:
        if not paradigm.leads_back or letters not in mutated(form, nominal=paradigm.nominal):
            continue
        for stem in stems(word, paradigm):
            if _yields(stem, paradigm, held):
                continue
            if form in regular_forms(stem, paradigm):
                return True
            weak = form in regular_forms(stem, paradigm, weak=True) and _takes_weak(stem, word, held)
            if weak and any(_regular_held(stem, paradigm, word, held, set_words())):
                return True
    return False


def _independent(letters: str, held: Held) -> bool:
    """Say whether a word is held that is not merely a mutated form of another one that is held."""
    if any(
        one in held and CLEARLY_MUTATED.match(one) and not _among(radicals(one) - {one, letters}, held)
        for one in mutated(letters, nominal=True)
    ):
        return True
    if letters not in held or all(one in set_words() for one in held.by_letters[letters]):
        return False
    return _own_word(letters, held) or not _among(radicals(letters) - {letters}, held)


def _own_word(letters: str, held: Held) -> bool:
    """Say whether a word has mutated forms of its own in the collection: dal has ddal, gath has none.

    A vowel where g was dropped says nothing (oed is not of goed), nor does m-, n- or h-.
    """
    for one in forms(letters) - {letters}:
        telling = one[:1] in ("w", "l", "r") if one == letters[1:] else one[:1] not in ("m", "n", "h")
        if telling and one in held and not _among(radicals(one) - {one, letters}, held):
            return True
    return False


def _among(words: Iterable[str], held: Held) -> bool:
    return any(one in held for one in words)
