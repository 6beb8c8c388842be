"""An accent, a backtick or an opening quotation mark stands where an apostrophe should.

Why it matters

`i´r` is read out as "i acute accent r" or not at all, and is not found by searching for `i'r`. Some keyboards
make this slip in passing. So does Word with its own quotation marks, most of all in Welsh, where small words
begin with an apostrophe.

Bad (file docs/guides/example/index.cy.md):

    ---
    title: Gofalu am y planhigion
    summary: Sut i gadw planhigion yn iach, wythnos wrth wythnos.
    translation: {from: en, source: "00000000", status: draft}
    ---

    Rhowch ddŵr i´r planhigion, a dyna ni.

Bad (body):

    Plants don`t mind, and we don`t either.

Good (body):

    Plants don't mind, and we don’t either.

How to mend it

Use the straight apostrophe of the keyboard (') or the curly one that looks like a nine (’). Both are right, and
the site treats them as one. When Word has turned one the wrong way round, press Ctrl and Z. Or type the
apostrophe twice and take the first one out. Code and quotations are not looked at.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fingerpost.checks.places import in_file
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.prose import plain
from fingerpost.checks.wording import shown
from fingerpost.languages.phrases import Phrase, say
from fingerpost.library import Library, Resource, Text

ID = "FP210"
SEVERITY = Severity.WARNING
MARKS = "´`‘"
INSIDE = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,30}(?<![ÂÃÄÅ])[´‘](?![´‘])[^\W\d_]{1,30}")
# Short forms that begin with an apostrophe, and that no quotation begins with.
BEFORE = {
    "cy": re.compile(
        r"(?<![^\s(])[´`‘](?:n|r|u|w|m|ch|th|ng|ma|na|sa|dyw|dydi|dydw|dyn|sdim|sneb|te|di|dach)\b(?![´’`])"
    ),
    "en": re.compile(r"(?<![^\s(])[´`‘](?:tis|twas|em|til|cos|[0-9]0s)\b(?![´’`])"),
}
AFTER = re.compile(r"(?<![´‘\w])[^\W\d_]{1,30}s´(?=[\s.,;:?!)]|$)")
BACKTICK = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,30}`[^\W\d_]{1,30}")


@dataclass(frozen=True, slots=True, order=True)
class Slip:
    """A word with a wrong apostrophe: its line and column, both from 1, and the word."""

    line: int
    column: int
    word: str


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield the first wrong apostrophe of each text, with how many there are."""
    for text in resource.texts:
        for name in ("title", "summary"):
            found = find_slips(getattr(text, name), text.language)
            if found:
                yield _problem(text, text.line_of(name), 1, found)
        found = find_slips(text.body, text.language)
        if found:
            yield _problem(text, in_file(text, found[0].line), found[0].column, found)


def find_slips(body: str, language: str) -> list[Slip]:
    """Return the words of a text that have something else for an apostrophe, in order."""
    if not any(mark in body for mark in MARKS):
        return []
    patterns = [INSIDE, AFTER, *(pattern for code, pattern in BEFORE.items() if code == language)]
    found: list[Slip] = []
    fenced = "```" in body or "~~~" in body
    for number, (raw, words) in enumerate(zip(body.split("\n"), plain(body).split("\n"), strict=True), start=1):
        if any(mark in words for mark in MARKS):
            slips = [match[0] for pattern in patterns for match in pattern.finditer(words)]
            found += [Slip(number, max(raw.find(word), 0) + 1, word) for word in slips]
        if "`" in raw and not (fenced and not words.strip()):
            found += [Slip(number, place + 1, word) for place, word in _backticks(raw)]
    return sorted(found)


def _backticks(line: str) -> Iterator[tuple[int, str]]:
    """Yield the words with a backtick inside. Two in a line look like code: if they do, no word stands around them."""
    found = list(BACKTICK.finditer(line))
    if len(found) == line.count("`"):
        yield from ((match.start(), match[0]) for match in found)


def _problem(text: Text, line: int, column: int, found: list[Slip]) -> Problem:
    word = found[0].word
    right = re.sub(f"[{MARKS}]", "'", word)
    return Problem(ID, SEVERITY, text.path, line, column, _message(word), _advice(right, len(found)))


def _message(word: str) -> Phrase:
    if "´" in word:
        return say("There is an accent in place of an apostrophe: {word}.", word=shown(word))
    if "`" in word:
        return say("There is a backtick in place of an apostrophe: {word}.", word=shown(word))
    return say("There is an opening quotation mark in place of an apostrophe: {word}.", word=shown(word))


def _advice(right: str, times: int) -> Phrase:
    if times == 1:
        return say("Write: {word}", word=right)
    return say("Write: {word} (found {count} times in this text)", word=right, count=times)
