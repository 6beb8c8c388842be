"""Inflection of Welsh words: from a dictionary form to the forms it can have, and back. The rules are in paradigms.py.

Everything that could be is given, also what no Welsh speaker writes: what a collection holds decides (word_forms.py).
Letters come in and go out small and without marks (`without_marks`), but for the forms of the closed sets, whose
spelling is known.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from fingerpost.languages.closed_sets import CLOSED_SETS
from fingerpost.languages.mutation import without_marks
from fingerpost.languages.paradigms import PARADIGMS, STEM_ALSO, VERB, Pairs, Paradigm

LAST_SYLLABLE = re.compile(r"^((?:.*[^aeiouwy])?)([aeiouwy]+)([^aeiouwy]*)$", re.DOTALL)
LEAD = re.compile(r"^(.*?)([^aeiouwy]*)$", re.DOTALL)


@dataclass(frozen=True)
class IrregularForms:
    """The forms of a word that follows no rule, as they are written; see `ClosedSet` for the rest."""

    forms: tuple[str, ...]
    nominal: bool
    leads_back: bool


@cache
def irregular_forms() -> Mapping[str, tuple[IrregularForms, ...]]:
    """Return the words that follow no rule: letters of the dictionary form to its forms."""
    table: dict[str, tuple[IrregularForms, ...]] = {}
    for one in CLOSED_SETS:
        for line in one.each_line():
            words, _, forms = line.partition(":")
            irregular = IrregularForms(tuple(_spelt_out(forms)), one.nominal, one.leads_back)
            for word in map(without_marks, words.split()):
                table[word] = (*table.get(word, ()), irregular)
    return table


@cache
def irregular_words() -> Mapping[str, tuple[tuple[str, bool], ...]]:
    """Return the same the other way round: letters of a form to its dictionary forms, and whether it is nominal.

    There are none where the form doesn't lead back.

    >>> irregular_words()["aeth"], irregular_words()["mwyaf"]
    ((('mynd', False),), ())
    """
    table: dict[str, tuple[tuple[str, bool], ...]] = {}
    for word, entries in irregular_forms().items():
        for entry in entries:
            for form in map(without_marks, entry.forms):
                before = table.get(form, ())
                table[form] = (*before, (word, entry.nominal)) if entry.leads_back else before
    return table


def _spelt_out(forms: str) -> Iterator[str]:
    for form in forms.split():
        if form.endswith("-"):
            yield from (_joined(form[:-1], ending) for ending in (*VERB, *STEM_ALSO))
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
    return {_joined(one, ending) for one in changed(stem, paradigm) for ending in endings} - irregular_words().keys()


def changed(stem: str, paradigm: Paradigm) -> set[str]:
    """Return a stem and what it becomes before the endings of a paradigm: gair, geir-."""
    return _replaced(stem, paradigm.vowels, paradigm.codas, paradigm.leads)


def dictionary_forms(word: str) -> set[str]:
    """Return the dictionary forms that a word could be a form of by the paradigms.

    >>> "cath" in dictionary_forms("cathod"), "gair" in dictionary_forms("geiriau")
    (True, True)
    """
    found = set[str]()
    for paradigm, turned in _turned_paradigms():
        if not paradigm.leads_back:
            continue
        for ending in (*paradigm.endings, *paradigm.weak):
            for stem in _parted(word, ending):
                kept = [one for one in _replaced(stem, *turned) if _can_be_stem(one, paradigm)]
                found |= {one + bare for one in kept for bare in paradigm.bare}
    return found - {word}


@cache
def _turned_paradigms() -> tuple[tuple[Paradigm, tuple[Pairs, Pairs, Pairs]], ...]:
    """Return each paradigm with its changes of the stem the other way round."""
    return tuple((one, (_turned(one.vowels), _turned(one.codas), _turned(one.leads))) for one in PARADIGMS)


def _turned(pairs: Pairs) -> Pairs:
    return tuple((new, old) for old, new in pairs)


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
