"""Inflection of Welsh words: from a dictionary form to the forms it can have, and back. The rules are in paradigms.py.

Everything that could be is given, also what no Welsh speaker writes: what a collection holds decides (word_forms.py).
Letters come in and go out small and without marks (`without_marks`), but for the forms of the closed sets, whose
spelling is known.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from fingerpost.languages.mutation import without_marks
from fingerpost.languages.paradigms import CLOSED_SETS, PARADIGMS, SPOKEN, VERB, Pairs, Paradigm

LAST_SYLLABLE = re.compile(r"^((?:.*[^aeiouwy])?)([aeiouwy]+)([^aeiouwy]*)$", re.DOTALL)
LEAD = re.compile(r"^(.*?)([^aeiouwy]*)$", re.DOTALL)


@dataclass(frozen=True)
class ClosedSet:
    """The forms of a word that follows no rule, as they are written, and whether they take every mutation."""

    forms: tuple[str, ...]
    nominal: bool


@cache
def closed_sets() -> Mapping[str, tuple[ClosedSet, ...]]:
    """Return the words that follow no rule: letters of the dictionary form to its forms."""
    table: dict[str, tuple[ClosedSet, ...]] = {}
    for text, nominal in CLOSED_SETS:
        for line in text.strip().replace("\n ", " ").splitlines():
            words, _, forms = line.partition(":")
            for word in map(without_marks, words.split()):
                table[word] = (*table.get(word, ()), ClosedSet(tuple(_spelt_out(forms.lower())), nominal))
    return table


@cache
def closed_forms() -> Mapping[str, tuple[str, ...]]:
    """Return the same the other way round: letters of a form to letters of its dictionary forms."""
    table: dict[str, tuple[str, ...]] = {}
    for word, sets in closed_sets().items():
        for form in {without_marks(form) for one in sets for form in one.forms}:
            table[form] = (*table.get(form, ()), word)
    return table


def _spelt_out(forms: str) -> Iterator[str]:
    for form in forms.split():
        if form.endswith("-"):
            yield from (_joined(form[:-1], ending) for ending in (*VERB, *SPOKEN))
        else:
            yield form


def stems(word: str, paradigm: Paradigm) -> Iterator[str]:
    """Give the stems that a dictionary form has in a paradigm, before they change; mostly none or one.

    >>> from fingerpost.languages.paradigms import PARADIGMS
    >>> sorted({stem for paradigm in PARADIGMS for stem in stems("cerdded", paradigm)})
    ['cerdd', 'cerdded']
    """
    for ending in paradigm.bare:
        stem = word[: len(word) - len(ending)]
        if word.endswith(ending) and _can_be_stem(stem, paradigm):
            yield stem


def regular_forms(stem: str, paradigm: Paradigm, *, weak: bool = False) -> set[str]:
    """Return a stem with the endings of a paradigm, or with its weak endings. Forms of closed sets are not among them.

    A form that a closed set gives to one word (cyntaf to cynnar) is not a regular form of another (cynt).
    """
    endings = paradigm.weak if weak else paradigm.endings
    changed = _replaced(stem, paradigm.vowels, paradigm.codas, paradigm.leads) if endings else set()
    return {_joined(one, ending) for one in changed for ending in endings} - closed_forms().keys()


def dictionary_forms(word: str) -> set[str]:
    """Return the dictionary forms that a word could be a form of, from the closed sets and by the paradigms.

    >>> {"cath", "cathu"} <= dictionary_forms("cathod"), sorted(closed_forms()["aeth"])
    (False, ['mynd'])
    """
    found = set(closed_forms().get(word, ()))
    for paradigm in PARADIGMS:
        turned = [tuple((new, old) for old, new in pairs) for pairs in (paradigm.vowels, paradigm.codas, paradigm.leads)]
        for ending in (*paradigm.endings, *paradigm.weak):
            for stem in _parted(word, ending):
                kept = (one for one in _replaced(stem, *turned) if _can_be_stem(one, paradigm))
                found |= {one + bare for one in kept for bare in paradigm.bare}
    return found - {word}


def _can_be_stem(stem: str, paradigm: Paradigm) -> bool:
    return len(stem) >= paradigm.least and not (stem and stem[-1] in paradigm.not_after)


def _joined(stem: str, ending: str) -> str:
    """Join; of two w one is written: galw, galwn."""
    return stem + ending[1:] if stem.endswith("w") and ending.startswith("w") else stem + ending


def _parted(word: str, ending: str) -> tuple[str, ...]:
    if not word.endswith(ending):
        return ()
    stem = word[: len(word) - len(ending)]
    return (stem, stem + "w") if ending.startswith("w") else (stem,)


def _replaced(stem: str, vowels: Pairs, codas: Pairs, leads: Pairs) -> set[str]:
    """Return a stem and what it becomes by any of the changes in its last syllable."""
    syllable = LAST_SYLLABLE.match(stem)
    if not syllable:
        return {stem}
    head, vowel, coda = syllable.groups()
    before, lead = LEAD.match(head).groups()  # type: ignore[union-attr]
    middles = {vowel} | {vowel[: len(vowel) - len(old)] + new for old, new in vowels if vowel.endswith(old)}
    ends = {coda} | {new for old, new in codas if coda == old}
    begins = {lead} | {new for old, new in leads if lead == old and before}
    return {before + begin + middle + end for begin in begins for middle in middles for end in ends}
