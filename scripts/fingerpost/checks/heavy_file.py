"""A file takes long to load on an old phone, and costs people who pay for each megabyte.

Why it matters

Many people read this on an old phone with a paid connection. A picture of 3 MB can use up what somebody has
for the day, and show nothing for a minute.

Bad (size docs/guides/example/handout.pdf):

    8 MB

Good (size docs/guides/example/handout.pdf):

    1 MB

How to mend it

Save a photograph as JPEG, no wider than 1600 pixels, with a quality of about 75. Most picture programs call
this "resize" and "export". When you save a PDF from Word or LibreOffice, choose the smaller size. Export
speech at 64 kbit/s in mono, and films at 480 lines. Pictures may have 500 KB, documents 5 MB, recordings
20 MB. If it can't be smaller, say beside the link how large it is.
"""

from collections.abc import Iterator

from fingerpost.checks.contents import size_of
from fingerpost.checks.file_too_large import MEGABYTE, MOST
from fingerpost.checks.places import file_name
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import shown
from fingerpost.languages.phrases import Phrase, say
from fingerpost.library import Library, Resource

ID = "FP507"
SEVERITY = Severity.WARNING
PICTURES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")
RECORDINGS = (".mp3", ".mp4", ".ogg", ".webm")
MOST_PICTURE, MOST_DOCUMENT, MOST_RECORDING = 500_000, 5 * MEGABYTE, 20 * MEGABYTE


def check(resource: Resource, library: Library) -> Iterator[Problem]:
    """Yield each picture, document and recording beside a text that is heavy."""
    for path in resource.files:
        size = size_of(library.root / path)
        if size > MOST_PICTURE:
            words = _words(file_name(path), size)
            if words:
                yield Problem(ID, SEVERITY, path, 1, 1, *words)


def _words(name: str, size: int) -> tuple[Phrase, Phrase] | None:
    if size > MOST:
        return None  # said by FP506
    file, megabytes = shown(name), f"{size / MEGABYTE:.1f}"
    if name.lower().endswith(PICTURES):
        return (
            say("{file} is a picture of {size} MB, which is slow and dear on a phone.", file=file, size=megabytes),
            say("Make it smaller: as JPEG, no wider than 1600 pixels. 0.5 MB is a good limit."),
        )
    if name.lower().endswith(RECORDINGS):
        if size <= MOST_RECORDING:
            return None
        return (
            say("{file} is a recording of {size} MB, which is slow and dear on a phone.", file=file, size=megabytes),
            say("Export it smaller (speech: 64 kbit/s), cut it into parts, or say its size beside the link."),
        )
    if size <= MOST_DOCUMENT:
        return None
    return (
        say("{file} is a document of {size} MB, which is slow and dear on a phone.", file=file, size=megabytes),
        say("Make the pictures in it smaller, and save it anew. 5 MB is a good limit."),
    )
