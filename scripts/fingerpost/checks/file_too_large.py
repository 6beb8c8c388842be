"""A file is larger than 50 MB, or becomes enormous when it is opened.

Why it matters

Places that keep collections such as this one warn at 50 MB and refuse 100 MB (GitHub: "About large files"). Once
it is in, a file stays in the history of the collection for good. It also does not fit on a small stick, or through
a slow line.

Bad (size docs/guides/example/film.mp4):

    60 MB

Good (size docs/guides/example/report.pdf):

    2 MB

A small file can become enormous when it is opened. That may be a picture with more than 80 million pixels. It may
be a drawing that repeats itself more than 100,000 times, or a document that unpacks to more than 200 MB. Phones and
old computers stop when they meet one, and some such files are made for that.

Bad (file docs/guides/example/leaf.svg):

    <svg xmlns="http://www.w3.org/2000/svg"><g id="leaf"><path d="M0 0h9"/><use href="#leaf"/></g></svg>

Good (file docs/guides/example/leaf.svg):

    <svg xmlns="http://www.w3.org/2000/svg"><g id="leaf"><path d="M0 0h9"/></g><use href="#leaf"/></svg>

How to mend it

Keep a film or a long recording on a site for films, and link to it there. Or export it smaller: for a
talking person, 480 lines are enough, and for speech alone 64 kbit/s. Cut a long recording into parts. Save a
picture at the size in which it is shown, and a document anew in the program that made it.
"""

from collections.abc import Iterator
from pathlib import Path

from fingerpost.checks.contents import first_bytes, size_of
from fingerpost.checks.places import file_name
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.unfolding import pixels_of, shapes_of, unpacked_size
from fingerpost.checks.wording import shown
from fingerpost.languages.phrases import Phrase, say
from fingerpost.library import Library, Resource

ID = "FP506"
SEVERITY = Severity.ERROR
MEGABYTE = 1_000_000
MOST = 50 * MEGABYTE
# A picture takes four bytes a pixel when it is shown: 320 MB for this many.
MOST_PIXELS, PIXELS_OF = 80 * MEGABYTE, (".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp")
MOST_SHAPES = 100_000
MOST_UNPACKED, ARCHIVES = 200 * MEGABYTE, (".docx", ".epub", ".odt", ".pptx", ".xlsx")


def check(resource: Resource, library: Library) -> Iterator[Problem]:
    """Yield each file beside a text that is larger than 50 MB, or small and enormous once it is opened."""
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
            continue
        words = _unfolds(library.root / path)
        if words:
            yield Problem(ID, SEVERITY, path, 1, 1, *words)


def _unfolds(file: Path) -> tuple[Phrase, Phrase] | None:
    """Return a message and advice where what a file becomes when it is opened is too much, else nothing."""
    name, ending = shown(file.name), file.suffix.lower()
    if ending in PIXELS_OF and pixels_of(file) > MOST_PIXELS:
        return (
            say(
                "{file} has more than {most} million pixels, which many phones and printers can't hold.",
                file=name,
                most=MOST_PIXELS // MEGABYTE,
            ),
            say("Make it smaller: 1600 pixels are wide enough for a screen."),
        )
    if ending == ".svg" and shapes_of(first_bytes(file, MOST) or b"") > MOST_SHAPES:
        return (
            say("{file} unfolds into so many shapes that no program can draw it.", file=name),
            say("Draw it more simply, or save it as PNG."),
        )
    if ending in ARCHIVES and unpacked_size(file) > MOST_UNPACKED:
        return (
            say(
                "{file} unpacks to more than {most} MB, which many computers can't hold.",
                file=name,
                most=MOST_UNPACKED // MEGABYTE,
            ),
            say("Save it anew in the program that made it, with smaller pictures."),
        )
    return None
