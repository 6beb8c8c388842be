"""Sorting as each language sorts: in Welsh ch, dd, ff, ng, ll, ph, rh and th are letters, in Polish ą comes after a.

The Welsh order is that of Geiriadur Prifysgol Cymru; the others are those of Unicode CLDR. There is no library for
this that is both kept up and free of a compiler (PyICU has to be built, pyuca has had no release since 2017), and
titles need no more of the Unicode Collation Algorithm than the order of the letters. A language that has no row in
ALPHABETS is sorted by Unicode's order of characters, marks left aside.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache

# ruff: noqa: SIM905
ALPHABETS: Mapping[str, tuple[str, ...]] = {
    "ar": tuple("ء ا ب ت ث ج ح خ د ذ ر ز س ش ص ض ط ظ ع غ ف ق ك ل م ن ه و ي".split()),
    # k, q, v, x and z are no letters of Welsh, but names begin with them.
    "cy": tuple("a b c ch d dd e f ff g ng h i j k l ll m n o p ph q r rh s t th u v w x y z".split()),
    "en": tuple("abcdefghijklmnopqrstuvwxyz"),
    "fa": tuple("ء ا ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن و ه ی".split()),
    "he": tuple("אבגדהוזחטיכלמנסעפצקרשת"),
    "pl": tuple("a ą b c ć d e ę f g h i j k l ł m n ń o ó p q r s ś t u v w x y z ź ż".split()),
}
# Shapes of a letter that stand at the end of a word, or that another language writes.
SHAPES: Mapping[str, Mapping[str, str]] = {
    "ar": {"ة": "ت", "ى": "ي"},
    "fa": {"ك": "ک", "ي": "ی", "ى": "ی", "ة": "ه"},
    "he": {"ך": "כ", "ם": "מ", "ן": "נ", "ף": "פ", "ץ": "צ"},
}
# In these stems n and g are two letters, so they sort under n.
N_THEN_G = re.compile(r"\b(bangor|llangollen|llangefni|dangos|mangre|llongyfarch|ungnwd|(?:an)?uniong(?:red|yrch))")
APART = "\x00"
FIGURES = "#"
SPACE, LETTERS, OTHER_LETTERS = 0, 0x120000, 0x130000  # between the first two stands what is no letter, by its code

SortKey = tuple[tuple[int, ...], str]


def collation_key(language: str) -> Callable[[str], SortKey]:
    """Return a key for `sorted` that orders titles as readers of `language` expect.

    Spaces and figures come before letters, letters of other alphabets after. Case, marks that make no letter of
    their own, and punctuation make no difference until everything else is equal.
    """
    places = {letter: LETTERS + place for place, letter in enumerate(_alphabet(language))}

    def key(text: str) -> SortKey:
        return tuple(places[one] if one in places else _place(one) for one in _letters(text, language)), text

    return key


def alphabet(language: str) -> tuple[str, ...]:
    """Return a language's letters in its order, as headings of a list (``Ch``); none where we don't know them."""
    return tuple(_as_heading(letter) for letter in _alphabet(language))


def initial(text: str, language: str) -> str:
    """Return the letter under which a text stands in an A to Z of `language`: ``Ll`` for *Llyfr*, ``#`` for figures.

    Texts sorted by `collation_key` come in groups of one initial. A letter that the language lacks stands for itself.

    >>> initial("Chwarae teg", "cy"), initial("Chwarae teg", "en"), initial("“Ŵyn”", "cy"), initial("10 ways", "en")
    ('Ch', 'C', 'W', '#')
    """
    first = next(iter(_letters(text, language)), "")
    return _as_heading(first) if first.isalpha() else FIGURES


def _alphabet(language: str) -> tuple[str, ...]:
    return ALPHABETS.get(language.split("-")[0], ())


def _place(letter: str) -> int:
    if letter == " ":
        return SPACE
    return (OTHER_LETTERS if letter.isalpha() else 1) + ord(letter)


def _as_heading(letter: str) -> str:
    upper = letter[:1].upper() + letter[1:]
    return upper if upper.casefold() == letter else letter


@cache
def _splitter(language: str) -> re.Pattern[str]:
    """What finds the letters of a language, those that are written with two signs before those with one."""
    letters = sorted(_alphabet(language), key=lambda letter: (-len(letter), letter))
    return re.compile("|".join([*map(re.escape, letters), rf"[^{APART}]"]), re.DOTALL)


def _letters(text: str, language: str) -> list[str]:
    folded = _folded(text, frozenset(_alphabet(language)), SHAPES.get(language.split("-")[0], {}))
    if language.split("-")[0] == "cy":
        folded = N_THEN_G.sub(lambda match: match[0].replace("ng", f"n{APART}g"), folded)
    return _splitter(language).findall(folded)


def _folded(text: str, letters: frozenset[str], shapes: Mapping[str, str]) -> str:
    """Return a text without case, punctuation and marks, but for the marks that make a letter of the alphabet."""
    whole = unicodedata.normalize("NFC", unicodedata.normalize("NFKD", text.casefold()))
    kept = (one if one in letters else shapes.get(one) or _bare(one) for one in whole)
    return " ".join(re.sub(r"[^\w\s]|[_\x00]", "", "".join(kept)).split())


def _bare(letter: str) -> str:
    number = unicodedata.decimal(letter, None)
    if number is not None:
        return str(number)
    return "".join(mark for mark in unicodedata.normalize("NFD", letter) if not unicodedata.combining(mark))
