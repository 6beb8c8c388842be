"""The day by which a resource was to be read again has passed.

Why it matters

Benefits change, groups close, words that were right then hurt now. Readers are told on the page that it was to
be looked at again, and trust it less.

Bad (front matter):

    published: 2025-11-20
    review_by: 2026-11-20

Good (front matter):

    published: 2025-11-20
    reviewed: 2026-11-20
    review_by: 2027-11-20

How to mend it

Read it as if for the first time, best with somebody it was written for. Mend what no longer holds. Then write
today's date after `reviewed` and a new day after `review_by`. If it can't be kept up any longer, take it back
with `fingerpost withdraw` and its id.
"""

from collections.abc import Iterator

from fingerpost.checks.problem import Problem, Severity
from fingerpost.languages.phrases import say
from fingerpost.library import Library, Resource
from fingerpost.library.schema import Entry

ID = "FP111"
SEVERITY = Severity.ERROR


def check(resource: Resource, library: Library) -> Iterator[Problem]:
    """Yield a resource whose review is overdue. It is still built: see `registry.BY_TIME_ALONE`."""
    meta = resource.meta
    if not isinstance(meta, Entry) or meta.review_by is None or meta.review_by >= library.today:
        return
    text = resource.main.source
    yield Problem(
        ID,
        SEVERITY,
        text.path,
        text.line_of("review_by"),
        1,
        say("This was to be read again by {day}.", day=meta.review_by),
        say(
            "Read it and mend what no longer holds. Then write reviewed: {today}, and a new day after review_by.",
            today=library.today,
        ),
    )
