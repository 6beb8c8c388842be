"""Something that has to be said at the top of a file is missing.

Why it matters

Readers choose by title and summary. Credits name the makers, and rights say what may be done with a text. Without
them it can't be published.

Bad (front matter):

    rights: {holder: Example Group}

Good (front matter):

    rights: {licence: CC-BY-SA-4.0, holder: Example Group}

How to mend it

Add a line between the two lines of three hyphens (`---`). The message shows how such a line is written; put
your own words in it.
"""

from collections.abc import Iterator

from fingerpost.checks.forms import example
from fingerpost.checks.places import faults_of
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import named
from fingerpost.languages.phrases import Phrase, say
from fingerpost.library import Library

ID = "FP105"
SEVERITY = Severity.ERROR
FAULTS = ("missing-key",)


def check_collection(library: Library) -> Iterator[Problem]:
    """Yield each key that has to be there and is not."""
    for fault in faults_of(library, FAULTS):
        key = fault.detail["key"]
        message = say("There is no {name}.", name=named(key))
        yield Problem(ID, SEVERITY, fault.path, fault.line, fault.column, message, _advice(key))


def _advice(key: str) -> Phrase:
    if "." in key:
        return say("Add it, written like this: {example}", example=example(key))
    return say("Add a line between the two lines of ---, written like this: {example}", example=example(key))
