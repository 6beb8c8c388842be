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
spaces, not tabs, and start each name at the beginning of its line. Write each name once.
"""

from collections.abc import Iterator

from fingerpost.checks.places import faults_of
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import shown
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
)
QUOTES = 'Put the whole value in quotes: title: "Plants: a guide"'
DOUBLE_QUOTES = 'Put the whole value in double quotes: title: "The group\'s plants"'

# What PyYAML and libyaml say, and what we say: the first whose sign is in the problem holds.
SYNTAX = (
    (
        "mapping values",
        "There is a second colon in this line, or it is set further in than it should be.",
        QUOTES,
    ),
    (
        "cannot start any token",
        "There is a character here that can't begin a line or a value (a tab, or one such as @).",
        'Use spaces in place of a tab, or put the whole value in quotes: title: "@home"',
    ),
    ("constructor for the tag", "A value can't begin with this character.", QUOTES),
    ("unexpected end of stream", "A quotation mark is opened further up and never closed.", "Close it."),
    ("expected ',' or ']'", "A square bracket is opened above or here and never closed.", "Close it with ]."),
    ("expected ',' or '}'", "A curly bracket is opened above or here and never closed.", "Close it with }."),
    ("tab character", "This line begins with a tab.", "Use spaces in place of the tab."),
    (
        "escape c",
        "A backslash inside double quotes means something else.",
        "Use single quotes: title: 'a\\b'",
    ),
    ("expected key", "Something follows here after the value has ended.", DOUBLE_QUOTES),
    (
        "expected ':'",
        "Here or on the line above, a name is without its colon.",
        "Write it like this: title: Plants",
    ),
    (
        "block sequence",
        "A list can't begin on this line.",
        "Write it in square brackets: topics: [wellbeing]",
    ),
    ("expected <document", "A line of three dots ends the facts too early.", "Take that line out."),
    (
        "special characters",
        "There is a hidden control character here.",
        "Delete the value and write it again.",
    ),
    (
        "control characters",
        "There is a hidden control character here.",
        "Delete the value and write it again.",
    ),
)


def check_collection(library: Library) -> Iterator[Problem]:
    """Yield each place where YAML could not be read."""
    for fault in faults_of(library, FAULTS):
        message, advice = _words(fault)
        yield Problem(ID, SEVERITY, fault.path, fault.line, fault.column, message, advice)


def _words(fault: Fault) -> tuple[str, str]:
    detail = fault.detail
    if fault.code == "repeated-key":
        return f"{shown(detail['key'])} stands here a second time.", "Keep one of the two lines."
    if fault.code == "anchor-or-alias":
        return "A value can't begin with & or *.", QUOTES.replace("Plants: a guide", "& more plants")
    if fault.code == "too-deep":
        return (
            f"Brackets stand inside brackets here, more than {detail['most']} deep.",
            "Write it more simply.",
        )
    if fault.code == "front-matter-too-large":
        return (
            f"The facts at the top are longer than {detail['most']} characters.",
            "Move what people are to read below the second line of three hyphens (---).",
        )
    if fault.code == "not-a-mapping":
        return (
            "This is not written as names and values.",
            "Write one to a line, each with a colon and a space: title: Looking after the plants",
        )
    for sign, message, advice in SYNTAX:
        if sign in detail["problem"]:
            return message, advice
    return "From here on this can't be read.", f"Look at this line and the one above it. {QUOTES}"
