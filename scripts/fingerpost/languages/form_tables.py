"""The tables of Welsh word forms as the browser gets them; overrides/assets/welsh-forms.js applies them."""

from dataclasses import fields
from typing import Any

from fingerpost.languages.closed_sets import CLOSED_SETS, FUNCTION_WORDS, STANDING_WORDS
from fingerpost.languages.mutation import MUTATIONS, NASAL, SHORT, VOWELS
from fingerpost.languages.paradigms import PARADIGMS, STEM_ALSO, VERB, Paradigm
from fingerpost.languages.word_forms import CLEARLY_MUTATED, LONGEST, STRESSED


def form_tables() -> dict[str, Any]:
    """Return the rules of mutation.py, paradigms.py and word_forms.py, of JSON's types and sorted, under 12 KB.

    Lists of words are one text with spaces, in which ``-`` stands for nothing and ``w>y`` for a change; in a paradigm,
    what is as usual is left out.
    """
    return {
        "mutations": {letters: list(changed) for letters, changed in MUTATIONS.items()},
        "nasal": dict(NASAL),
        "vowels": "".join(sorted(VOWELS)),
        "clearlyMutated": CLEARLY_MUTATED.pattern,
        "short": SHORT,
        "stressed": STRESSED,
        "longest": LONGEST,
        "verb": _text((*VERB, *STEM_ALSO)),
        "functionWords": _text(FUNCTION_WORDS.split()),
        "standingWords": _text(STANDING_WORDS.split()),
        "closedSets": [
            {
                "lines": one.lines.lower().strip().replace("\n ", " "),
                "nominal": one.nominal,
                "leadsBack": one.leads_back,
            }
            for one in CLOSED_SETS
        ],
        "paradigms": [_paradigm(one) for one in PARADIGMS],
    }


def _paradigm(paradigm: Paradigm) -> dict[str, Any]:
    values = ((field.name, getattr(paradigm, field.name), field.default) for field in fields(paradigm))
    return {
        _camel(name): _text(value) if isinstance(value, tuple) else value
        for name, value, usual in values
        if value != usual
    }


def _text(words: Any) -> str:
    return " ".join(">".join(word) if isinstance(word, tuple) else word or "-" for word in words)


def _camel(name: str) -> str:
    first, *more = name.split("_")
    return first + "".join(part.title() for part in more)
