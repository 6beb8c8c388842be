"""A picture tells more than it shows: where it was taken, whose camera or telephone it was, or how it looked before.

Why it matters

A telephone writes the place into a photograph, to within a few steps, and often a name or the number of the
device. Whoever downloads the picture can read it. Some programs keep a small copy of the picture as it was
before a face was covered.

Bad (bytes docs/guides/example/dot.gif):

    GIF89a\\1\\0\\1\\0\\0\\0\\0!\\xfe\\x0fby Example Name\\0,\\0\\0\\0\\0\\1\\0\\1\\0\\0\\2\\2D\\1\\0;

Good (bytes docs/guides/example/dot.gif):

    GIF89a\\1\\0\\1\\0\\0\\0\\0,\\0\\0\\0\\0\\1\\0\\1\\0\\0\\2\\2D\\1\\0;

How to mend it

Run `fingerpost check --fix`. It takes such data out of the files and touches nothing else: the picture itself
stays the same, dot for dot. What stood in earlier versions of the file is still in the history of the repository.
If it could harm somebody, ask an editor to take it out there too.
"""

from collections.abc import Iterator

from fingerpost.checks.hidden import hidden_in
from fingerpost.checks.problem import Problem, Severity
from fingerpost.library import Library, Resource

ID = "FP314"
SEVERITY = Severity.ERROR
ENDINGS = frozenset({".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp"})


def check(resource: Resource, library: Library) -> Iterator[Problem]:
    """Yield each picture that tells more than it shows."""
    return hidden_in(resource, library, ENDINGS, ID, SEVERITY)
