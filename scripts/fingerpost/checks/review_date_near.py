"""The day by which a resource is to be read again comes within 60 days.

Why it matters

Reading a text again with the people it was written for takes weeks to arrange. Said early, nobody has to hurry.

Bad (front matter):

    review_by: 2027-01-01

Good (front matter):

    review_by: 2027-11-21

How to mend it

Find somebody to read it, and a day. When it is done, write that day after `reviewed` and a new one after
`review_by`.
"""

from collections.abc import Iterator
from datetime import timedelta

from fingerpost.checks.problem import Problem, Severity
from fingerpost.languages.phrases import say
from fingerpost.library import Library, Resource
from fingerpost.library.schema import Entry

ID = "FP113"
SEVERITY = Severity.WARNING
NEAR = timedelta(days=60)


def check(resource: Resource, library: Library) -> Iterator[Problem]:
    """Yield a resource whose review is due soon, or today."""
    meta = resource.meta
    if not isinstance(meta, Entry) or meta.review_by is None:
        return
    if not library.today <= meta.review_by <= library.today + NEAR:
        return
    text = resource.main.source
    yield Problem(
        ID,
        SEVERITY,
        text.path,
        text.line_of("review_by"),
        1,
        say("This is to be read again by {day}.", day=meta.review_by),
        say("Find somebody to read it with you. When it is done, write the day after reviewed and a new review_by."),
    )
