"""The facts at the top of a file, or a list such as a vocabulary, are not written as YAML.

Why it matters

YAML is the way in which the facts are written: a name, a colon, a space, a value. Where it goes wrong,
nothing below that point can be understood, and the file is left out.

Bad (front matter):

    title: Plants: a guide

Good (front matter):

    title: "Plants: a guide"

Bad (front matter):

    made_by: compiled
    made_by: co-produced

Good (front matter):

    made_by: compiled

How to mend it

Look at the line that is named, and at the one above it. Put a value in quotes if it holds a colon, or
begins with a character such as `@`, `*`, `&`, `%`, `!` or `[`. Close every quote and every bracket. Use
spaces, not tabs, and start each name at the beginning of its line. A space follows each colon. Write each
name once.
"""

from collections.abc import Iterator

from fingerpost.checks.places import faults_of
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.slips import Words, seen_amiss
from fingerpost.checks.wording import shown
from fingerpost.languages.phrases import say
from fingerpost.library import Fault, Library

ID = "FP103"
SEVERITY = Severity.ERROR
FAULTS = (
    "not-yaml",
    "not-a-mapping",
    "repeated-key",
    "anchor-or-alias",
    "too-deep",
    "front-matter-too-large",
    "list-too-large",
    "odd-space",
)

QUOTES = say('Put the whole value in quotes: title: "Plants: a guide"')

# What libyaml says, and what we say: the first whose sign is in the problem holds.
SYNTAX: tuple[tuple[str, Words], ...] = (
    (
        "mapping values",
        (say("There is a second colon in this line, or it is set further in than it should be."), QUOTES),
    ),
    (
        "cannot start any token",
        (
            say("There is a character here that can't begin a line or a value (a tab, or one such as @)."),
            say('Use spaces in place of a tab, or put the whole value in quotes: title: "@home"'),
        ),
    ),
    ("constructor for the tag", (say("A value can't begin with this character."), QUOTES)),
    (
        "unexpected end of stream",
        (
            say("A quotation mark is opened further up and never closed."),
            say("Close it at the end of its value, with the same mark that opens it."),
        ),
    ),
    (
        "expected ',' or ']'",
        (say("A square bracket is opened above or here and never closed."), say("Close it with ].")),
    ),
    (
        "expected ',' or '}'",
        (say("A curly bracket is opened above or here and never closed."), say("Close it with }.")),
    ),
    ("tab character", (say("This line begins with a tab."), say("Use spaces in place of the tab."))),
    (
        "escape c",
        (
            say("A backslash inside double quotes means something else."),
            say("Use single quotes: title: 'a\\b'"),
        ),
    ),
    (
        "expected key",
        (
            say("Something follows here after the value has ended, or the line begins further in than the one above."),
            say("Begin each name at the start of its line, or put the whole value in double quotes."),
        ),
    ),
    (
        "expected ':'",
        (say("Here or on the line above, a name is without its colon."), say("Write it like this: title: Plants")),
    ),
    (
        "block sequence",
        (say("A list can't begin on this line."), say("Write it in square brackets: topics: [wellbeing]")),
    ),
    (
        "expected '-' indicator",
        (
            say("This line does not belong to the list above it."),
            say("Begin it with a hyphen, or begin it further to the left if it is no part of the list."),
        ),
    ),
    ("expected <document", (say("A line of three dots ends the facts too early."), say("Take that line out."))),
    (
        "another document",
        (say("A line of three hyphens (---) begins something new here."), say("Take that line out.")),
    ),
    (
        "has to be a word",
        (
            say("The name before the colon is not a word."),
            say("Write a name such as title there, or put what is only a remark after a hash sign (#)."),
        ),
    ),
    (
        "special characters",
        (say("There is a hidden control character here."), say("Delete the value and write it again.")),
    ),
    (
        "control characters",
        (say("There is a hidden control character here."), say("Delete the value and write it again.")),
    ),
)


def check_collection(library: Library) -> Iterator[Problem]:
    """Yield each place where YAML could not be read."""
    for fault in faults_of(library, FAULTS):
        line, words = fault.line, _words(fault)
        if fault.code in ("not-yaml", "not-a-mapping"):
            seen = seen_amiss(fault)
            line, words = seen or (line, words)
        column = fault.column if line == fault.line else 1
        yield Problem(ID, SEVERITY, fault.path, line, column, *words)


def _words(fault: Fault) -> Words:
    match fault.code:
        case "repeated-key":
            return (
                say("{word} stands here a second time.", word=shown(fault.detail["key"])),
                say("Keep one of the two lines."),
            )
        case "anchor-or-alias":
            return (
                say("A value can't begin with & or *."),
                say('Put the whole value in quotes: title: "& more plants"'),
            )
        case "too-deep":
            return (
                say("Brackets stand inside brackets here, more than {count} deep.", count=fault.detail["most"]),
                say("Write it more simply."),
            )
        case "front-matter-too-large":
            return (
                say("The facts at the top are longer than {count} characters.", count=fault.detail["most"]),
                say("Move what people are to read below the second line of three hyphens (---)."),
            )
        case "list-too-large":
            return (
                say("This list is longer than {count} characters.", count=fault.detail["most"]),
                say("Take out what is no longer needed, or ask whoever looks after Fingerpost."),
            )
        case "odd-space":
            return (
                say("There is a space here that is not an ordinary one, as comes from a web page or from Word."),
                say("Delete it and type a space in its place."),
            )
        case "not-a-mapping":
            return (
                say("This is not written as names and values."),
                say("Write one to a line, each with a colon and a space: title: Looking after the plants"),
            )
    for sign, words in SYNTAX:
        if sign in fault.detail["problem"]:
            return words
    return (
        say("From here on this can't be read."),
        say('Look at this line and the one above it. Put a value with a colon in quotes: title: "Plants: a guide"'),
    )
