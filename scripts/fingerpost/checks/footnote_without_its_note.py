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

Write the note on a line of its own, in the same file, with the same name between the brackets and a colon
after them: `[^1]: In winter they need less.` Names may be figures or words; readers see figures in the order
of the text.
"""

import re
from collections.abc import Iterator

from fingerpost.checks.places import in_file, position, visible
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import did_you_mean, shown
from fingerpost.languages.phrases import Phrase, say
from fingerpost.library import Library, Resource, Text

ID = "FP415"
SEVERITY = Severity.ERROR
MARK = re.compile(r"(?<!\\)\[\^(?P<name>[^\]\s][^\]\n]{0,60})\]")
NOTE = re.compile(r"^ {0,3}\[\^(?P<name>[^\]\s][^\]\n]{0,60})\]:", re.MULTILINE)


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield each mark without its note, each note without its mark, and each second note of the same name."""
    for text in resource.texts:
        if "[^" in text.body:
            yield from _amiss(text)


def _amiss(text: Text) -> Iterator[Problem]:
    body = visible(text.body)
    notes: dict[str, int] = {}
    for match in NOTE.finditer(body):
        if match["name"] in notes:
            yield _problem(
                text,
                match.start(),
                SEVERITY,
                say("There are two notes with the name {name}, and only the last is shown.", name=shown(match["name"])),
                say("Give one of them another name, and its mark in the text too."),
            )
        notes.setdefault(match["name"], match.start())
    defined = {match.end() - 1 for match in NOTE.finditer(body)}
    marks = [match for match in MARK.finditer(body) if match.end() not in defined]
    missing = {match["name"]: match.start() for match in reversed(marks) if match["name"] not in notes}
    for name, start in missing.items():
        guess = did_you_mean(name, notes) if len(notes) < 100 else say("")
        advice = say("Write it on a line of its own: {example}", example=f"[^{name}]: The note.")
        said = say("There is no note for the mark {mark}.", mark=shown(f"[^{name}]"))
        yield _problem(text, start, SEVERITY, said, guess or advice)
    used = {match["name"] for match in marks}
    for name, start in notes.items():
        if name not in used:
            yield _problem(
                text,
                start,
                Severity.WARNING,
                say("Nothing in the text leads to the note {name}.", name=shown(name)),
                say(
                    "Put its mark where it belongs, {mark}, or make the note a sentence of the text.", mark=f"[^{name}]"
                ),
            )


def _problem(text: Text, start: int, severity: Severity, message: Phrase, advice: Phrase) -> Problem:
    line, column = position(text.body, start)
    return Problem(ID, severity, text.path, in_file(text, line), column, message, advice)
