"""An Easy Read version holds signs or short forms that are hard to read.

Why it matters

Semicolons, brackets, percentages and short forms such as "e.g." are hard for people who read slowly. So are
numbers written as words, and words cut in two at the end of a line (Inclusion Europe: "Information for all.
European standards for making information easy to read and understand").

Bad (file docs/guides/example/easy.en.md):

    ---
    title: Plants
    ---

    ![A glass of water](leaf.svg)

    Plants (e.g. mint) need water five times a month; 50% of it is for the roots.

Good (file docs/guides/example/easy.en.md):

    ---
    title: Plants
    ---

    ![A glass of water](leaf.svg)

    Plants need water 5 times a month. Half of it is for the roots.

How to mend it

Make two sentences instead of using a semicolon or brackets. Write "for example" ("er enghraifft") and "and".
Say "half" or "1 in 4" for a percentage. Write numbers in figures: 3, not three. The check knows the numbers
from three to twelve in English and from three to nine in Welsh.
"""

import re
from collections.abc import Iterator, Mapping

from fingerpost.checks.places import in_file
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.prose import Block, prose
from fingerpost.checks.wording import shown
from fingerpost.languages.phrases import Phrase, say
from fingerpost.library import Library, Resource, Text

ID = "FP417"
SEVERITY = Severity.WARNING
SIGN = re.compile(r";|[(\[]|(?<![\d.,])\d{1,9}(?:[.,]\d{1,9})?[ ]?%|\s&\s")
# In Welsh `ie` is a word: yes.
SHORT_FORMS: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r"(?<![\w.])(?:e\.g|i\.e|etc|eg|ie|nb|vs)\b\.?", re.IGNORECASE),
    "cy": re.compile(r"(?<![\w.])(?:(?:h\.y|e\.e|ayyb|ayb|e\.g|i\.e|etc)\b\.?|gw\.)", re.IGNORECASE),
}
NUMBERS: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b", re.IGNORECASE),
    # `chwe` and `pum` before a noun; `dri`, `thri`, `bump`, `phump` … after a word that mutates.
    "cy": re.compile(
        r"\b(?:th?ri|dri|th?air|dair|[pb]edwar|phedwar|[pb]edair|phedair|[pb]ump?|phump?|chwech?|saith|wyth|naw)\b",
        re.IGNORECASE,
    ),
}
CUT = re.compile(r"[^\W\d_]-$")


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield the first of each sort of hard sign on each line of an Easy Read version."""
    for text in resource.easy.texts.values() if resource.easy else ():
        for block in prose(text.body):
            yield from _in_block(text, block)


def _in_block(text: Text, block: Block) -> Iterator[Problem]:
    language = text.language.split("-")[0]
    short_forms, numbers = SHORT_FORMS.get(language), NUMBERS.get(language)
    for number, line in enumerate(block.lines, start=block.line):
        found: list[tuple[str, Phrase]] = []
        if sign := SIGN.search(line):
            found.append((sign[0].strip(), _instead_of(sign[0].strip())))
        if short_forms and (short := short_forms.search(line)):
            found.append((short[0], say("Write it in whole words, or leave it out.")))
        if numbers and (count := numbers.search(line)):
            found.append((count[0], say("Write numbers in figures.")))
        if CUT.search(line) and number < block.line + len(block.lines) - 1:
            found.append((line.split()[-1], say("Keep each word whole on one line.")))
        for words, advice in found:
            message = say("{sign} is hard for people who use Easy Read.", sign=shown(words))
            yield Problem(ID, SEVERITY, text.path, in_file(text, number), 1, message, advice)


def _instead_of(sign: str) -> Phrase:
    match sign[-1]:
        case ";":
            return say("Begin a new sentence instead.")
        case "%":
            return say("Say it in words that people use, such as half, or 1 in 4.")
        case "&":
            return say("Write the word for it.")
        case _:
            return say("Take the brackets out, or make a sentence of what is in them.")
