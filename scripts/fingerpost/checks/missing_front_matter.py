"""The facts at the top of a file are missing, or nothing marks where they end.

Why it matters

Without a title a page can't be listed or found, and without credits and rights nobody knows whose it is.

Bad (file docs/guides/example/index.en.md):

    # Looking after the plants

    Water them once a week.

Good (file docs/pages/plants.en.md):

    ---
    title: Looking after the plants
    ---

    Water them once a week.

How to mend it

Make the very first line of the file three hyphens: `---`. Write the facts below it, one to a line, such as
`title: Looking after the plants`. Close them with another line of three hyphens. The text comes after that.
The easiest way is to copy the top of a file that works and change what it says.
"""

import re
from collections.abc import Iterator

from fingerpost.checks.places import faults_of
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import shown
from fingerpost.languages.phrases import Phrase, say
from fingerpost.library import Fault, Library

ID = "FP102"
SEVERITY = Severity.ERROR
FAULTS = ("no-front-matter", "front-matter-not-closed")
# Hyphens, and the dashes that a word processor makes of them.
LIKE_HYPHENS = re.compile(r"\W?[-\u2010-\u2015]{1,39}\s*")


def check_collection(library: Library) -> Iterator[Problem]:
    """Yield each file without front matter, or with front matter that is not closed."""
    for fault in faults_of(library, FAULTS):
        line, *words = _not_closed(fault) if fault.code == "front-matter-not-closed" else _not_begun(fault)
        yield Problem(ID, SEVERITY, fault.path, line, 1, *words)


def _not_begun(fault: Fault) -> tuple[int, Phrase, Phrase]:
    first, line = fault.detail["first"].rstrip(), int(fault.detail["line"])
    if first == "---":
        return (
            line,
            say("Something stands before the first line of three hyphens (---), perhaps an empty line or a space."),
            say("Make the three hyphens the very first line of the file."),
        )
    if LIKE_HYPHENS.fullmatch(first):
        return _not_hyphens(line, first)
    return (
        1,
        say("The facts at the top of this file (its title and so on) are missing."),
        say(
            "Make the very first line three hyphens (---), then write lines such as "
            "'title: Looking after the plants', then another line of three hyphens."
        ),
    )


def _not_closed(fault: Fault) -> tuple[int, Phrase, Phrase]:
    first, nearly = fault.detail["first"].rstrip(), fault.detail["nearly"]
    if first != "---":
        return _not_hyphens(1, first)
    if nearly:
        return (
            int(nearly),
            say("This line looks as if it were to end the facts, but it is not three hyphens and nothing else."),
            say("Write three hyphens (---) at the very beginning of the line: no dashes, no dots, no space before."),
        )
    return (
        1,
        say("The facts at the top of this file begin, but no second line of three hyphens (---) ends them."),
        say("Put a line of three hyphens, and nothing else, between the facts and the text."),
    )


def _not_hyphens(line: int, found: str) -> tuple[int, Phrase, Phrase]:
    return (
        line,
        say("The first line has to be three hyphens and nothing else, and is {line}.", line=shown(found)),
        say(
            "Write three hyphens (---) yourself: word processors make dashes of them. Begin the facts on the next line."
        ),
    )
