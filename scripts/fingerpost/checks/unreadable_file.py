r"""A file can't be read as text.

Why it matters

UTF-8 is the way of storing letters that all computers share. Saved in another way, a text loses letters such as ŵ
and ŷ, or can't be read at all. A file that can't be read is left out of everything that is made.

Bad (bytes docs/guides/example/index.en.md):

    ---
    title: Tea in the caf\xe9
    ---

Good (file docs/guides/example/picture-notes.txt):

    Tea in the café

How to mend it

Open the file in a text editor and save it again as plain text with the encoding UTF-8. In Windows Notepad that is
a choice in the "Save as" window. Then look at the letters with accents, and write again what was lost. A file
over 1 megabyte (MB) is more than anyone reads in one go: put pictures and documents beside it as files of their
own.
"""

from collections.abc import Iterator

from fingerpost.checks.places import faults_of
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import printable, shown
from fingerpost.languages.phrases import Phrase, say
from fingerpost.library import Fault, Library

ID = "FP101"
SEVERITY = Severity.ERROR
FAULTS = ("not-utf-8", "utf-16", "not-text", "file-too-large", "cannot-be-read")


def check_collection(library: Library) -> Iterator[Problem]:
    """Yield each file that could not be read as text."""
    for fault in faults_of(library, FAULTS):
        yield Problem(ID, SEVERITY, fault.path, fault.line, fault.column, *_words(fault))


def _words(fault: Fault) -> tuple[Phrase, Phrase]:
    match fault.code:
        case "not-utf-8":
            return _not_utf_8(fault.detail.get("word", ""))
        case "utf-16":
            return (
                say("This file is saved as UTF-16 (Windows calls it Unicode), and has to be UTF-8."),
                say('In Notepad choose File, "Save as", and under Encoding "UTF-8". Then save it under the same name.'),
            )
        case "not-text":
            return (
                say("There is something in this line that is not text (a NUL character)."),
                say("Delete the line and write it again, then save the file as plain text with the encoding UTF-8."),
            )
        case "file-too-large":
            return (
                say("This file is larger than {count} MB.", count=int(fault.detail["most"]) // 1_000_000),
                say("Split the text into several, and put pictures beside it as files of their own."),
            )
    return (
        say("This file can't be opened: {why}.", why=printable(fault.detail["why"]).lower()),
        say("Check that it is a file, and that you may read it."),
    )


def _not_utf_8(word: str) -> tuple[Phrase, Phrase]:
    advice = say("Open it in a text editor and save it again as plain text with the encoding UTF-8.")
    if word:
        return say("This file is not saved as UTF-8, so {word} can't be read.", word=shown(word)), advice
    return say("This file is not saved as UTF-8, so letters such as é and ŵ can't be read."), advice
