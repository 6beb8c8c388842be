"""A heading, or five words and more, are written in capitals.

Why it matters

Words in capitals all have the same outline, so they are slow to read. They are hardest for people with dyslexia or
little sight (UK Association for Accessible Formats, G003). Some screen readers spell them out. To many people they
are shouting.

Bad (body):

    PLEASE DO NOT WATER THE CACTUS in winter.

Good (body):

    Please **do not water the cactus** in winter.

Bad (body):

    ## WHAT YOU NEED

Good (body):

    ## What NHS staff need

How to mend it

Write the words in small letters, with a capital only where a sentence or a name begins. Two asterisks on
each side (`**like this**`) make words stand out. Short forms such as NHS stay as they are.
"""

import re
from collections.abc import Iterator

from fingerpost.checks.headings import find_headings
from fingerpost.checks.places import in_file
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.prose import Sort, blocks, plain
from fingerpost.checks.wording import shown
from fingerpost.languages.phrases import say
from fingerpost.library import Library, Resource, Text

ID = "FP406"
SEVERITY = Severity.WARNING
MOST_LETTERS = 7  # short forms as long as this are words of their own: STOPSIM, UNESCO
UPPER = "A-ZÀ-ÖØ-ÞŴŶ"
WORD = rf"[{UPPER}]{{1,40}}(?:['’][{UPPER}]{{1,40}}){{0,3}}"
IN_A_ROW = re.compile(rf"(?<![\w'’]){WORD}(?:[\s,;:.!?&–—]{{1,4}}{WORD}){{4,200}}(?![\w'’])")
# A pattern that begins with letters is looked for far faster than one that looks behind.
TWO_IN_A_ROW = re.compile(rf"[{UPPER}]{{2,40}}[\s,;:.!?&–—]{{1,4}}[{UPPER}]")
LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# A row of short forms (NHS, BSL, PALS) holds none of these.
SMALL_WORDS_OF = {
    "en": "THE AND OF TO NOT YOU YOUR IS ARE IN FOR WE OUR WITH THIS THAT DO HOW WHAT WHO WHEN AT ON",
    "cy": "YR YN AC AM AR EICH CHI EIN NI NID DDIM MAE SYDD SUT BETH PWY PRYD GYDA HYN AT PEIDIWCH NEU WRTH",
}
SMALL_WORDS = frozenset(word for words in SMALL_WORDS_OF.values() for word in words.split())


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield each title and heading in capitals, and each row of five words in capitals."""
    for text in resource.texts:
        if _is_in_capitals(text.title):
            yield _problem(text, text.line_of("title"), text.title)
        for heading in find_headings(text.body):
            if _is_in_capitals(heading.text):
                yield _problem(text, in_file(text, heading.line), heading.text)
        if TWO_IN_A_ROW.search(plain(text.body)):
            for line, words in _in_a_row(text.body):
                yield _problem(text, in_file(text, line), words)


def _in_a_row(body: str) -> Iterator[tuple[int, str]]:
    """Yield the line and the words of the first row in capitals of each block that is not a heading."""
    for block in blocks(body):
        if block.sort is not Sort.HEADING:
            words = "\n".join(block.lines)
            rows = (match for match in IN_A_ROW.finditer(words) if _are_words(match[0]))
            first = next(rows, None)
            if first:
                yield block.line + words.count("\n", 0, first.start()), first[0]


def _is_in_capitals(heading: str) -> bool:
    if not heading.isupper():
        return False
    return _are_words(heading) or (len(LETTERS.findall(heading)) == 1 and len(heading) > MOST_LETTERS)


def _are_words(capitals: str) -> bool:
    """Whether these are words of a language, not a row of short forms."""
    found = LETTERS.findall(capitals)
    long = sum(len(word) > MOST_LETTERS - 1 for word in found)
    return len(found) > 1 and (long > 1 or any(word in SMALL_WORDS for word in found))


def _problem(text: Text, line: int, words: str) -> Problem:
    return Problem(
        ID,
        SEVERITY,
        text.path,
        line,
        1,
        say("{words} is in capitals.", words=shown(words)),
        say("Use small letters, and capitals only where a sentence or a name begins. **Bold** makes words stand out."),
    )
