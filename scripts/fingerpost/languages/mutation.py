"""Initial mutation: the first letter of a Welsh word changes with what stands before it (cath: gath, nghath, chath).

The rules are those of Gareth King, Modern Welsh: A Comprehensive Grammar, on soft, nasal and aspirate mutation
and on the h- before vowels. Which words resist (gêm, names of people) is not known here: a form that nobody
writes does no harm where forms are looked for.
"""

import re
import unicodedata
from collections.abc import Mapping

SOFT: Mapping[str, str] = {
    "p": "b", "t": "d", "c": "g", "b": "f", "d": "dd", "g": "", "m": "f", "ll": "l", "rh": "r",
}  # fmt: skip
NASAL: Mapping[str, str] = {"p": "mh", "t": "nh", "c": "ngh", "b": "m", "d": "n", "g": "ng"}
ASPIRATE: Mapping[str, str] = {"p": "ph", "t": "th", "c": "ch"}
# Two letters that are one letter of the Welsh alphabet come first, so that `ch` is not taken for `c`.
UNCHANGED = ("ch", "dd", "ph", "th", "ts")
MUTATIONS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(UNCHANGED, ()),
    **{one: tuple(kind[one] for kind in (SOFT, NASAL, ASPIRATE) if one in kind) for one in sorted(SOFT)},
}
# Under so many letters, m- and n- are not taken for a nasal b- and d-: man is not a form of ban, nod not of dod.
SHORT = 5
# All that can stand first in a form: the letters of the rules, then an l, r or n that was behind them.
CHANGING = re.compile("^(?:ngh|ng|mh|nh|ph|th|ch|dd|[ptcbdgmfhn])?(?:ll|rh|[lrn])?")
VOWELS = frozenset("aeiouwyâêîôûŵŷáéíóúẃýàèìòùäëïöü")


def forms(word: str) -> frozenset[str]:
    """Return a word and the forms that its first letter can take; of a phrase, only the first word changes.

    Capitals stay: ``Caerdydd`` gives ``Gaerdydd``. Any text may come in, and comes out among its forms.
    """
    begin = next((letters for letters in (word[:2].lower(), word[:1].lower()) if letters in MUTATIONS), "")
    changed = {new + word[len(begin) :] for new in MUTATIONS[begin]} if begin else set[str]()
    if word[:1].lower() in VOWELS:
        changed = {"h" + word[:1].lower() + word[1:]}
    return frozenset({word, *(_cased_like(word, form) for form in changed if form)})


def mutated(form: str, *, nominal: bool, short: bool = False) -> frozenset[str]:
    """Return a form with its mutations.

    Nouns, adjectives and verb-nouns take all; finite verbs and compared adjectives neither the nasal nor h-. A short
    word, and a form of a short word, takes no nasal that only changes b to m or d to n.
    """
    first = form[:1]
    if nominal and not ((short or len(form) < SHORT) and first in ("b", "d")):
        return forms(form)
    left_out = {NASAL[first] + form[1:]} if first in NASAL else set[str]()
    return forms(form) - (left_out | ({"h" + form} if first in VOWELS and not nominal else set[str]()))


def radicals(word: str) -> frozenset[str]:
    """Return the words that `word` could be a mutated form of, itself among them: ``fam`` gives bam, mam and fam.

    A letter that mutates stands before a vowel, l, r or n (plant, gwlad, cnoi), so that gath is not from ggath.

    >>> sorted(radicals("ardd")), sorted(radicals("hafal"))
    (['ardd', 'gardd'], ['afal', 'hafal'])
    """
    low = word.lower()
    starts = (
        (radical, low[len(new) :]) for radical, changed in MUTATIONS.items() for new in changed if low.startswith(new)
    )
    found = {radical + rest for radical, rest in starts if not rest or rest[0] in VOWELS or rest[0] in "lrn"}
    if low[:1] == "h" and low[1:2] in VOWELS:
        found.add(low[1:])
    kept = {one for one in found if low in {form.lower() for form in forms(one)}}
    return frozenset({word, *(_cased_like(word, one) for one in kept)})


def without_marks(word: str) -> str:
    """Return a word in small letters without circumflexes and other marks: ``Tŷ`` gives ``ty``."""
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFD", word.lower())
    return unicodedata.normalize("NFC", "".join(one for one in apart if not unicodedata.category(one).startswith("M")))


def _cased_like(word: str, form: str) -> str:
    if len(word) > 1 and word.isupper():
        return form.upper()
    return form[:1].upper() + form[1:] if word[:1].isupper() else form


def tail(form: str) -> str:
    """Return what follows the letters that can change: ``cath``, ``gath``, ``nghath`` and ``chath`` give ``ath``.

    The forms of one word nearly always share it, whatever else does; a form of these letters alone is its own tail.
    overrides/assets/search-engine.js has the same rule.
    """
    return CHANGING.sub("", form, count=1) or form
