"""The small words of messages: values quoted safely, lists in a sentence, did you mean, plain reasons."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from datetime import date
from difflib import get_close_matches

from fingerpost.languages.phrases import NOTHING, Phrase, say

MOST_SHOWN = 60
# E-mail addresses; 9 to 13 figures in a row or in groups, which are no date and no ISBN; National Insurance numbers.
# Each with how many letters or figures of it are shown.
PERSONAL = (
    (re.compile(r"\b\w[\w.+-]{0,64}(?=@[\w-]{1,63}\.\w)"), 1),
    (re.compile(r"(?<![\w-])(?!97[89]|(?:19|20)\d\d-\d\d)\+?\d{3}(?:[ -]?\d){6,10}(?![\w-])"), 3),
    (re.compile(r"\b[A-Z]{2} ?\d\d ?\d\d ?\d\d ?[A-D]\b"), 2),
)
LETTER = re.compile(r"[^\W_]")
FILENAME = re.compile(r"[^a-z0-9]+")


def printable(text: str) -> str:
    """Return text on one line, with every character that a terminal could act on replaced."""
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text)


def hidden(datum: str, kept: int) -> str:
    """Return something personal with all but the first letters and figures covered.

    What a check says is kept in public logs long after it is mended.

    >>> hidden("07700 900123", 3)
    '077•• ••••••'
    """
    seen = 0

    def cover(letter: re.Match[str]) -> str:
        nonlocal seen
        seen += 1
        return letter[0] if seen <= kept else "•"

    return " ".join(LETTER.sub(cover, datum).split())


def covered(text: str) -> str:
    """Return text in which nobody's e-mail address or number can be read whole.

    Any message may repeat words of a text, and what a check says is kept in public logs long after it is mended.
    """
    for pattern, kept in PERSONAL:
        text = pattern.sub(lambda found, kept=kept: hidden(found[0], kept), text)  # type: ignore[misc]
    return text


def shown(value: str) -> str:
    """Return a value in quotes as a message can hold it: on one line, printable, not too long."""
    flat = printable(" ".join(value.split()))
    return f"'{flat}'" if len(flat) <= MOST_SHOWN else f"'{flat[: MOST_SHOWN - 1]}…'"


def listed(words: Iterable[str]) -> str:
    """Return words as a list in a sentence: ``a, b``."""
    return ", ".join(words)


def any_of(words: Iterable[str]) -> Phrase:
    """Return words as a choice in a sentence: ``a, b or c``."""
    *first, last = words
    return say("{others} or {last}", others=listed(first), last=last) if first else as_it_stands(last)


def as_it_stands(text: str) -> Phrase:
    """Return text that is the same in every language, such as a path or an example, as a phrase."""
    return say("{text}", text=text)


def slug(text: str) -> str:
    """Return text as an id could be written: small letters, digits and hyphens; perhaps empty."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return FILENAME.sub("-", plain).strip("-")


def closest(word: str, known: Iterable[str]) -> str:
    """Return the one known word that is most like `word`, or an empty string."""
    by_form = {_form(candidate): candidate for candidate in known}
    found = get_close_matches(_form(word[:MOST_SHOWN]), by_form, n=1)
    return by_form[found[0]] if found else ""


def did_you_mean(word: str, known: Iterable[str]) -> Phrase:
    """Return ``Did you mean 'x'?`` for the closest known word, or an empty phrase."""
    found = closest(word, known)
    return say("Did you mean '{word}'?", word=found) if found else NOTHING


def named(key: str) -> Phrase:
    """Return a place in the front matter in words.

    >>> named("credits.0.as")
    "'as' in entry 1 of 'credits'"
    """
    *around, last = key.split(".")
    if last.isdigit():
        number = int(last) + 1
        return (
            say("entry {number} of {list}", number=number, list=named(around[-1]))
            if around
            else say("entry {number}", number=number)
        )
    if not around:
        return as_it_stands(f"'{last}'")
    if around[-1].isdigit():
        return say("'{name}' in {entry}", name=last, entry=named(".".join(around)))
    return say("'{name}' under '{around}'", name=last, around=around[-1])


def as_date(text: str) -> str:
    """Return a date that people wrote in figures as ``2026-11-21``, or an empty string.

    The day is taken to come before the month where the year comes last, as in Britain.
    """
    found = re.fullmatch(r"\s*(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})(?:[ T]\d{1,2}:.*)?\s*", text)
    if not found:
        return ""
    year, month, day = (int(number) for number in found.groups())
    if day > 31:
        year, day = day, year
    try:
        return date(year, month, day).isoformat() if year > 999 else ""
    except ValueError:
        return ""


# What pydantic says of an entry in a vocabulary or the ledger, and what we say.
REASONS: tuple[tuple[str, Callable[[Phrase], Phrase]], ...] = (
    ("Field required", lambda name: say("{name} is missing", name=name)),
    ("Extra inputs", lambda name: say("{name} is not known here", name=name)),
    ("valid dictionary or instance", lambda _name: say("it is not written as names and values")),
    ("valid dictionary", lambda name: say("{name} needs names and values in curly brackets", name=name)),
    ("valid string", lambda name: say("{name} has to be words in quotes", name=name)),
    ("match pattern", lambda name: say("{name} has to be small letters, digits and hyphens", name=name)),
    ("valid list", lambda name: say("{name} has to be a list in square brackets", name=name)),
    ("date", lambda name: say("{name} has to be a date such as 2026-11-21", name=name)),
)


def reason(key: str, why: str) -> Phrase:
    """Return in plain words why the entry of a list file could not be read, from a fault's detail."""
    name = named(key)
    for sign, words in REASONS:
        if sign in why:
            return words(name)
    return say("{name} is not written as it has to be", name=name)


def _form(word: str) -> str:
    return word.casefold().replace("_", "-").replace(" ", "-")
