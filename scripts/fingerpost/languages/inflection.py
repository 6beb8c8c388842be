"""Inflection of Welsh words: from a dictionary form to the forms it can have, and back. The rules are in paradigms.py.

Everything that could be is given, also what no Welsh speaker writes: what a collection holds decides (word_forms.py).
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from fingerpost.languages.mutation import without_marks
from fingerpost.languages.paradigms import COMPARED, FEMININE, IRREGULAR_VERBS, PARADIGMS, PLURALS, VERB, Pairs, Paradigm

LAST_SYLLABLE = re.compile(r"^((?:.*[^aeiouwy])?)([aeiouwy]+)([^aeiouwy]*)$", re.DOTALL)
LEAD = re.compile(r"^(.*?)([^aeiouwy]*)$", re.DOTALL)


@cache
def irregular() -> Mapping[str, tuple[str, ...]]:
    """Return the closed sets as one table: dictionary form to its forms, marks as they are written."""
    table: dict[str, tuple[str, ...]] = {}
    for text in (IRREGULAR_VERBS, COMPARED, FEMININE, PLURALS):
        for line in re.sub(r"\n ", " ", text.strip()).splitlines():
            heads, _, forms = line.partition(":")
            for head in heads.split():
                table[head.lower()] = (*table.get(head.lower(), ()), *_spelt_out(forms.lower().split()))
    return table


def _spelt_out(forms: list[str]) -> Iterator[str]:
    for form in forms:
        if form.endswith("-"):
            yield from (form[:-1] + ending for ending in VERB.split())
        else:
            yield form


@cache
def _irregular_by_bare_form() -> Mapping[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for head in irregular():
        table[without_marks(head)] = (*table.get(without_marks(head), ()), head)
    return table


@cache
def _heads() -> Mapping[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for head, forms in irregular().items():
        for form in forms:
            table[without_marks(form)] = (*table.get(without_marks(form), ()), head)
    return table


def inflected(word: str) -> set[str]:
    """Return the forms that a dictionary form can have. Irregular ones keep their marks, the others have none."""
    bare = without_marks(word)
    found = {form for head in _irregular_by_bare_form().get(bare, ()) for form in irregular()[head]}
    for paradigm in PARADIGMS:
        for ending in paradigm.bare:
            if bare.endswith(ending) and len(bare) - len(ending) >= paradigm.least:
                stem = bare[: len(bare) - len(ending)]
                found |= {one + new for one in _changed(stem, paradigm) for new in paradigm.endings}
    return found


def dictionary_forms(word: str) -> set[str]:
    """Return the words, without marks, that `word` could be a form of."""
    bare = without_marks(word)
    found = {without_marks(head) for head in _heads().get(bare, ())}
    for paradigm in PARADIGMS:
        for ending in paradigm.endings:
            if bare.endswith(ending):
                stem = bare[: len(bare) - len(ending)]
                for one in _unchanged(stem, paradigm):
                    if len(one) >= paradigm.least:
                        found |= {one + old for old in paradigm.bare}
    return found


def _changed(stem: str, paradigm: Paradigm) -> set[str]:
    return _replaced(stem, paradigm.vowels, paradigm.codas, paradigm.leads)


def _unchanged(stem: str, paradigm: Paradigm) -> set[str]:
    turned = (tuple((new, old) for old, new in pairs) for pairs in (paradigm.vowels, paradigm.codas, paradigm.leads))
    return _replaced(stem, *turned)


def _replaced(stem: str, vowels: Pairs, codas: Pairs, leads: Pairs) -> set[str]:
    match = LAST_SYLLABLE.match(stem)
    if not match:
        return {stem}
    head, vowel, coda = match.groups()
    before, lead = LEAD.match(head).groups()  # type: ignore[union-attr]
    middles = {vowel} | {vowel[: len(vowel) - len(old)] + new for old, new in vowels if vowel.endswith(old)}
    ends = {coda} | {new for old, new in codas if coda == old}
    begins = {lead} | {new for old, new in leads if lead == old and before}
    return {before + begin + middle + end for begin in begins for middle in middles for end in ends}
