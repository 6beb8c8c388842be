"""A file is larger than 50 MB.

Why it matters

Places that keep collections such as this one warn at 50 MB and refuse 100 MB (GitHub: "About large files"). Once
it is in, a file stays in the history of the collection for good. It also does not fit on a small stick, or through
a slow line.

Bad (size docs/guides/example/film.mp4):

    60 MB

Good (size docs/guides/example/report.pdf):

    2 MB

How to mend it

Keep a film or a long recording on a site for films, and link to it there. Or export it smaller: for a
talking person, 480 lines are enough, and for speech alone 64 kbit/s. Cut a long recording into parts.
"""

from collections.abc import Iterator

from fingerpost.checks.contents import size_of
from fingerpost.checks.places import file_name
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import shown
from fingerpost.languages.phrases import say
from fingerpost.library import Library, Resource

ID = "FP506"
SEVERITY = Severity.ERROR
MEGABYTE = 1_000_000
MOST = 50 * MEGABYTE


def check(resource: Resource, library: Library) -> Iterator[Problem]:
    """Yield each file beside a text that is larger than 50 MB."""
    for path in resource.files:
        size = size_of(library.root / path)
        if size > MOST:
            message = say(
                "{file} is {size} MB large, and {most} MB are the most that can be kept here.",
                file=shown(file_name(path)),
                size=-(-size // MEGABYTE),
                most=MOST // MEGABYTE,
            )
            advice = say("Export it smaller, or keep it on another site and link to it there.")
            yield Problem(ID, SEVERITY, path, 1, 1, message, advice)
