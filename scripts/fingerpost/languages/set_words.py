"""Welsh words that are not taken for forms of other words, and those that a query can do without."""

from functools import cache

from fingerpost.languages.closed_sets import FUNCTION_WORDS, STANDING_WORDS
from fingerpost.languages.inflection import irregular_forms, irregular_words
from fingerpost.languages.mutation import mutated


@cache
def function_words() -> frozenset[str]:
    """Return the words that do the work of grammar, with all forms of bod, small and as they are written."""
    of_bod = ["bod", *(form for one in irregular_forms()["bod"] for form in one.forms)]
    softened = (one for form in of_bod if form.startswith("b") for one in mutated(form, nominal=False))
    return frozenset((*FUNCTION_WORDS.split(), *of_bod, *softened))


@cache
def set_words() -> frozenset[str]:
    """Return the words that are never taken for forms of other words: function words, some adverbs, numerals."""
    return function_words() | frozenset(STANDING_WORDS.split())


@cache
def compared_words() -> frozenset[str]:
    """Return the forms that lead to no dictionary form (gwell, gorau, mwy) with their mutations, small, without marks.

    They are not taken for regular forms of other words: orau is of gorau, not of awr or côr.
    """
    return frozenset(
        one for form, words in irregular_words().items() if not words for one in mutated(form, nominal=False)
    )
