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

from collections.abc import Iterator

from fingerpost.checks.places import faults_of
from fingerpost.checks.problem import Problem, Severity
from fingerpost.library import Library

ID = "FP102"
SEVERITY = Severity.ERROR
WORDS = {
    "no-front-matter": (
        "The facts at the top of this file (its title and so on) are missing.",
        "Make the very first line three hyphens (---), then write lines such as "
        "'title: Looking after the plants', then another line of three hyphens.",
    ),
    "front-matter-not-closed": (
        "The facts at the top of this file begin, but no second line of three hyphens (---) ends them.",
        "Put a line of three hyphens, and nothing else, between the facts and the text.",
    ),
}
FAULTS = tuple(WORDS)


def check_collection(library: Library) -> Iterator[Problem]:
    """Yield each file without front matter, or with front matter that is not closed."""
    for fault in faults_of(library, FAULTS):
        yield Problem(ID, SEVERITY, fault.path, fault.line, fault.column, *WORDS[fault.code])
