"""Sorting as each language sorts: Welsh has its own alphabet, in which ch, dd, ff, ng, ll, ph, rh and th are letters.

The order is that of the Welsh alphabet in Geiriadur Prifysgol Cymru; Unicode CLDR gives the same tailoring.
"""

import re
import unicodedata
from collections.abc import Callable

WELSH = tuple("a b c ch d dd e f ff g ng h i j k l ll m n o p ph q r rh s t th u v w x y z".split())  # noqa: SIM905
WELSH_ORDER = {letter: position for position, letter in enumerate(WELSH)}
WELSH_LETTER = re.compile("|".join(sorted(WELSH, key=len, reverse=True)))
# In these stems n and g are two letters, so they sort under n.
N_THEN_G = re.compile(r"\b(bangor|llangollen|llangefni|dangos|mangre|llongyfarch|ungnwd)")

SortKey = tuple[tuple[int, ...], str]


def collation_key(language: str) -> Callable[[str], SortKey]:
    """Return a key for `sorted` that orders titles as readers of `language` expect.

    Case, circumflexes and leading punctuation make no difference until everything else is equal.
    """
    return _welsh_key if language == "cy" else _plain_key


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return re.sub(r"[^\w\s]", "", "".join(mark for mark in decomposed if not unicodedata.combining(mark))).strip()


def _plain_key(text: str) -> SortKey:
    return tuple(ord(letter) for letter in _folded(text)), text


def _welsh_key(text: str) -> SortKey:
    folded = N_THEN_G.sub(lambda match: match[0].replace("ng", "n\x00g"), _folded(text))
    positions: list[int] = []
    for token in re.findall(WELSH_LETTER.pattern + r"|[^\x00]", folded):
        known = WELSH_ORDER.get(token)
        # Spaces and figures come before letters, other scripts after.
        positions.append(known + 1000 if known is not None else ord(token) if ord(token) < 128 else ord(token) + 2000)
    return tuple(positions), text
