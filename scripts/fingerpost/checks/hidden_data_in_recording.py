"""A sound or a film tells more than can be heard or seen: where it was made, by whom, or with which device.

Why it matters

A telephone writes the place into a film as it does into a photograph. Recordings of voices are often made at
home.

Bad (bytes docs/guides/example/voice.mp3):

    ID3\\3\\0\\0\\0\\0\\0\\x17TPE1\\0\\0\\0\\x0d\\0\\0\\0Example Name\\xff\\xfb\\x90\\0

Good (bytes docs/guides/example/notes.txt):

    Nothing is recorded here.

How to mend it

Run `fingerpost check --fix`. It takes such data out and leaves the recording itself as it is. Where the message
says that it has to be done by hand, open the recording in the program that made it. Save it again there, without
"metadata" or "tags".
"""

from collections.abc import Iterator

from fingerpost.checks.hidden import hidden_in
from fingerpost.checks.problem import Problem, Severity
from fingerpost.library import Library, Resource

ID = "FP318"
SEVERITY = Severity.ERROR
ENDINGS = frozenset({".mp3", ".mp4", ".ogg", ".webm"})


def check(resource: Resource, library: Library) -> Iterator[Problem]:
    """Yield each recording that tells more than can be heard or seen."""
    return hidden_in(resource, library, ENDINGS, ID, SEVERITY)
