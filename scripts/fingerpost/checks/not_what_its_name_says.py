"""A file holds something else than the ending of its name says, or nothing at all.

Why it matters

A picture that is really a web page shows as a broken frame, and a document that is really something else
does not open. A program under a harmless name is dangerous on a stick that passes from hand to hand.

Bad (file docs/guides/example/plants.png):

    <!doctype html><title>Sign in to see this picture</title>

Good (size docs/guides/example/plants.png):

    600 pixels

Bad (file docs/guides/example/captions.vtt):

    00:01.000 --> 00:04.000
    Water them once a week.

Good (file docs/guides/example/captions.vtt):

    WEBVTT

    00:01.000 --> 00:04.000
    Water them once a week.

How to mend it

Open the file in the program that it was made with, and save or export it anew in the form that the ending
names. Changing only the ending does not change what is in the file. If a picture came from a website, save
the picture itself, not the page around it.
"""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from fingerpost.checks.contents import first_bytes, is_drawing, sort_of, sort_of_archive
from fingerpost.checks.places import file_name
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import shown
from fingerpost.languages.phrases import Phrase, say
from fingerpost.library import Library, Resource

ID = "FP508"
SEVERITY = Severity.ERROR
SORTS = {".jpg": "jpeg", ".csv": "text", ".srt": "text", ".txt": "text", ".vtt": "text"}
# What is really there can have a name that fits: its ending.
ENDINGS = {"jpeg": ".jpg"}
ENDINGS |= {sort: f".{sort}" for sort in ("png", "gif", "webp", "avif", "pdf", "mp3", "mp4", "ogg", "webm", "svg")}
ENDINGS |= {sort: f".{sort}" for sort in ("docx", "xlsx", "pptx", "odt", "epub")}


def check(resource: Resource, library: Library) -> Iterator[Problem]:
    """Yield each file beside a text whose first bytes are not those of its ending."""
    for path in resource.files:
        words = amiss(library.root / path)
        if words:
            yield Problem(ID, SEVERITY, path, 1, 1, *words)


def amiss(file: Path) -> tuple[Phrase, Phrase] | None:
    """Return a message and advice where a file's first bytes are not those of its ending, else nothing."""
    head = first_bytes(file)
    if head is None:
        return None
    ending = file.suffix.lower()
    expected = SORTS.get(ending, ending[1:])
    found = sort_of(head)
    if found == "zip":
        found = sort_of_archive(file)
    elif found == "text" and (expected == "svg" or b"<svg" in head) and is_drawing(file):
        found = "svg"
    if (
        found == "text" == expected
        and ending == ".vtt"
        and not head.removeprefix(b"\xef\xbb\xbf").startswith(b"WEBVTT")
    ):
        return (
            say("{file} does not begin with the word WEBVTT, so no player takes it for captions.", file=_shown(file)),
            say("Write WEBVTT on the first line, and leave the second line empty."),
        )
    # A text may begin with a sign of something else, such as "MZ"; an SVG with what HTML begins with.
    fits = found == expected or (expected == "text" and found in ("svg", "rtf") and ending != ".vtt")
    return None if fits else _words(file, found, ending)


def _words(file: Path, found: str, ending: str) -> tuple[Phrase, Phrase]:
    name = _shown(file)
    match found:
        case "empty":
            return say("{file} is empty.", file=name), say("Save it anew from where it was made, or take it out.")
        case "html":
            return (
                say("{file} is really a web page.", file=name),
                say("Most often a page was saved in place of the file. Save the file itself, and put it here."),
            )
        case "program":
            return say("{file} is really a program, which could do harm.", file=name), say("Take it out.")
        case "pointer":
            return (
                say("{file} only says where the real file is kept (Git LFS). The file itself is not here.", file=name),
                say("Put the file itself here, or have `git lfs pull` fetch it."),
            )
        case "heic":
            return (
                say("{file} is a HEIC picture from a phone, which browsers do not show.", file=name),
                say("Open it, and export it as JPEG or PNG."),
            )
        case "old-office":
            return (
                say("{file} is in the old form of Word, Excel and PowerPoint, or locked with a password.", file=name),
                say("Open it, and save it without a password as {ending}.", ending=ending),
            )
    if found in ENDINGS:
        better = PurePosixPath(file_name(file.name)).with_suffix(ENDINGS[found]).name
        return (
            say("{file} holds what belongs in a file ending in {ending}.", file=name, ending=ENDINGS[found]),
            say("Name it {name} and mend the links to it, or save it anew as {ending}.", name=better, ending=ending),
        )
    return (
        say("{file} does not hold what its ending promises.", file=name),
        say("Open it in the program that it was made with, and save it anew as {ending}.", ending=ending),
    )


def _shown(file: Path) -> str:
    return shown(file.name)
