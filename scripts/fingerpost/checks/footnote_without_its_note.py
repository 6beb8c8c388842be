"""The mark of a footnote leads to no note, or a note has no mark that leads to it.

Why it matters

A mark without its note stands in the page as it was typed, `[^1]`. A note without a mark comes at the end, and
nobody knows what it belongs to. Of two notes with the same name only the last one is shown.

Bad (body):

    Plants need water.[^1]

Good (body):

    Plants need water.[^1]

    [^1]: In winter they need less.

Bad (body):

    Plants need water.

    [^1]: In winter they need less.

How to mend it

Write the note on a line of its own, in the same file. Begin with the same name between the brackets, and a colon
after them: `[^1]: In winter they need less.` Names may be figures or words. Readers see figures in the order of
the text.
"""

import re
from collections.abc import Iterator

from fingerpost.checks.marks import has_marks
from fingerpost.checks.places import in_file, position, visible
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import did_you_mean, printable, shown
from fingerpost.languages.phrases import NOTHING, Phrase, say
from fingerpost.library import Library, Resource, Text

ID = "FP415"
SEVERITY = Severity.ERROR
MOST_COMPARED = 20  # comparing with every name of hundreds took seconds
MARK = re.compile(r"(?<!\\)\[\^(?P<name>[^\]\s][^\]\n]{0,60})\]")
NOTE = re.compile(r"^ {0,3}\[\^(?P<name>[^\]\s][^\]\n]{0,60})\]:", re.MULTILINE)


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield each mark without its note, each note without its mark, and each second note of the same name."""
    for text in resource.texts:
        if "[^" in text.body and not has_marks(text.body):  # a mark may stand in what is still to be translated
            body = visible(text.body)
            notes = list(NOTE.finditer(body))
            begin_notes = {match.end() - 1 for match in notes}
            marks = [match for match in MARK.finditer(body) if match.end() not in begin_notes]
            yield from _marks_without_notes(text, marks, {note["name"] for note in notes})
            yield from _notes_amiss(text, notes, {mark["name"] for mark in marks})


def _marks_without_notes(text: Text, marks: list[re.Match[str]], notes: set[str]) -> Iterator[Problem]:
    missing = {mark["name"]: mark.start() for mark in reversed(marks) if mark["name"] not in notes}
    known = sorted(notes)[:MOST_COMPARED]
    for number, (name, start) in enumerate(missing.items()):
        guess = did_you_mean(name, known) if number < MOST_COMPARED else NOTHING
        advice = say("Write it on a line of its own: {example}", example=f"{_mark(name)}: The note.")
        message = say("There is no note for the mark {mark}.", mark=shown(_mark(name)))
        yield _problem(text, start, message, guess or advice)


def _notes_amiss(text: Text, notes: list[re.Match[str]], marks: set[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for note in notes:
        name = note["name"]
        if name in seen:
            message = say("There are two notes with the name {name}, and only the last is shown.", name=shown(name))
            advice = say("Give one of them another name, and its mark in the text too.")
            yield _problem(text, note.start(), message, advice)
        elif name not in marks:
            message = say("Nothing in the text leads to the note {name}.", name=shown(name))
            advice = say("Put its mark where it belongs, {mark}, or make it a sentence of the text.", mark=_mark(name))
            yield _problem(text, note.start(), message, advice)
        seen.add(name)


def _mark(name: str) -> str:
    return f"[^{printable(name)}]"


def _problem(text: Text, start: int, message: Phrase, advice: Phrase) -> Problem:
    line, column = position(text.body, start)
    return Problem(ID, SEVERITY, text.path, in_file(text, line), column, message, advice)
