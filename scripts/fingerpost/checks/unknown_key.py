"""A name at the top of a file is not one that Fingerpost knows; often it is misspelt.

Why it matters

What stands under an unknown name would be lost without a word: a content note that nobody sees, a credit
that nobody gets.

Bad (front matter):

    content_note: [bereavement]

Good (front matter):

    content_notes: [bereavement]

How to mend it

Change the name to the one that is meant; the message lists those that can stand in this place. What is only
a remark to other editors can go into a comment, a line that begins with `#`.
"""

from collections.abc import Iterator

from fingerpost.checks.places import faults_of
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import did_you_mean, shown
from fingerpost.library import Library

ID = "FP104"
SEVERITY = Severity.ERROR
FAULTS = ("unknown-key",)


def check_collection(library: Library) -> Iterator[Problem]:
    """Yield each name in front matter that its place does not know."""
    for fault in faults_of(library, FAULTS):
        key, known = fault.detail["key"], fault.detail["known"]
        guess = did_you_mean(key, known.split(", "))
        otherwise = f"Take it out, or use one of these: {known}."
        advice = f"{guess} (what can stand here: {known})" if guess else otherwise
        yield Problem(
            ID,
            SEVERITY,
            fault.path,
            fault.line,
            fault.column,
            f"{shown(key)} is not a name known here.",
            advice,
        )
