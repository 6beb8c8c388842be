"""A name before a colon at the top of a file is not one that Fingerpost knows; often it is misspelt.

Why it matters

What stands under an unknown name would be lost without a word: a content note that nobody sees, a credit
that nobody gets.

Bad (front matter):

    content_note: [bereavement]

Good (front matter):

    content_notes: [bereavement]

Bad (front matter):

    rights: {licence: CC-BY-SA-4.0, holder: Plants, water and light}

Good (front matter):

    rights: {licence: CC-BY-SA-4.0, holder: "Plants, water and light"}

How to mend it

Change the name to the one that is meant. The message lists those that can stand in this place. Inside curly
brackets a comma ends a value, so put a value with a comma in it into quotes. What is only a remark to other
editors can go into a comment: a line that begins with `#`.
"""

from collections.abc import Iterator

from fingerpost.checks.places import faults_of
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import closest, listed, shown
from fingerpost.languages.phrases import Phrase, say
from fingerpost.library import Library

ID = "FP104"
SEVERITY = Severity.ERROR
FAULTS = ("unknown-key",)


def check_collection(library: Library) -> Iterator[Problem]:
    """Yield each name in front matter that its place does not know."""
    for fault in faults_of(library, FAULTS):
        if fault.detail["cut"] and " " in fault.detail["key"]:
            words = cut_short(fault.detail["key"])
        else:
            words = _words(fault.detail["key"], fault.detail["known"].split(", "))
        yield Problem(ID, SEVERITY, fault.path, fault.line, fault.column, *words)


def cut_short(rest: str) -> tuple[Phrase, Phrase]:
    """Return what to say of a value that a comma has cut in two: inside curly brackets it ends a value."""
    return (
        say("The comma before {words} ends the value that stands there.", words=shown(rest)),
        say('Inside curly brackets, put a value with a comma in it into quotes: {name: "Plants, water, light"}'),
    )


def _words(key: str, known: list[str]) -> tuple[Phrase, Phrase]:
    name, colon, value = (part.strip() for part in key.partition(":"))
    if colon and name in known:
        return (
            say("{word} is read as one name, because no space follows the colon.", word=shown(key)),
            say("Put a space after the colon: {line}", line=f"{name}: {value}"),
        )
    message = say("{word} is not a name known here.", word=shown(key))
    guess = closest(key, known)
    if guess:
        return message, say("Did you mean '{word}'? (what can stand here: {known})", word=guess, known=listed(known))
    return message, say("Take it out, or use one of these: {known}.", known=listed(known))
