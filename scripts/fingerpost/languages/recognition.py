"""Which language a text is in, by the small words in it."""

import re
from collections.abc import Collection

SMALL_WORDS = {
    "en": "the and of to is that it was for with are this have not you",
    "cy": "y yr yn ac mae yw oedd sydd ddim fod eich wedi gan hyn i",
}
WORD = re.compile(r"[^\W\d_]+")
FEWEST, TIMES = 3, 3


def language_of(text: str, among: Collection[str]) -> str | None:
    """Return the language of `among` that a text is in, or nothing where that is not certain."""
    words = [word.lower() for word in WORD.findall(text)]
    counts = {code: sum(word in SMALL_WORDS[code].split() for word in words) for code in among if code in SMALL_WORDS}
    first, second = sorted([*counts.values(), 0, 0], reverse=True)[:2]
    if first < FEWEST or first < TIMES * second:
        return None
    return next(code for code, count in counts.items() if count == first)
