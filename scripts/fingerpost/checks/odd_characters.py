r"""A text holds characters that nobody sees, or a file is saved in a way that some programs stumble over.

Why it matters

A soft hyphen or a space without width inside a word hides the word from a search and breaks it up for a screen
reader. Characters that turn the direction of text can make a line read otherwise than it is (Boucher and
Anderson, Trojan Source, 2021). They come along when text is copied from a web page, a PDF or a word processor.

Bad (bytes docs/pages/plants.en.md):

    ---
    title: Looking after the plants
    ---

    Plants help our well\xc2\xadbeing.

Good (file docs/pages/plants.en.md):

    ---
    title: Looking after the plants
    ---

    Plants help our wellbeing.

Bad (file docs/guides/example/index.en.md):

    ---
    title: Looking after the plants
    summary: “How to keep plants well, week by week.”
    topics: [wellbeing]
    credits: [{name: Example Group, role: compiler, as: group}]
    made_by: compiled
    published: 2026-11-21
    rights: {licence: CC-BY-SA-4.0, holder: Example Group}
    ---

    Plants need light.

How to mend it

Delete the word or the line that is named and type it again: that takes away what can't be seen. Around a value,
use straight quotation marks (`"`) or none: curly ones are shown to readers. A byte-order mark and the line ends
of Windows do no harm here. They are named because other programs show them as odd letters. To be rid of them,
choose "UTF-8" (not "UTF-8 with BOM") and "LF" when you save the file.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from fingerpost.checks.places import file_name, in_file, position
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.unseen import HIDDEN, SIGNS, TURNING, without_hidden
from fingerpost.checks.wording import shown
from fingerpost.languages.phrases import Phrase, say
from fingerpost.library import Library, Text

ID = "FP108"
SEVERITY = Severity.WARNING
FAULTS = ("byte-order-mark", "carriage-returns")
MOST_NAMED = 5  # more files than this have come out of one program, and are named once
TURNS = re.compile(f"[{TURNING}]")
ISOLATES, CLOSES = ("\u2066", "\u2067", "\u2068"), "\u2069"
WORD = re.compile(r"\S{1,60}")
CURLY = re.compile(r"[“„«‟][^“„«‟”»]*[”»“]")


def check_collection(library: Library) -> Iterator[Problem]:
    """Yield oddities of files that were read all the same, and hidden characters in what they say."""
    yield from _files(library)
    for resource in library.resources.values():
        for text in resource.texts:
            yield from _hidden_in(text)
            yield from _curly_in(text)


def _files(library: Library) -> Iterator[Problem]:
    by_code: dict[str, list[str]] = defaultdict(list)
    for notice in library.notices:
        by_code[notice.code].append(notice.path)
    for code, paths in by_code.items():
        for path in paths if len(paths) <= MOST_NAMED else ["docs"]:
            yield Problem(ID, Severity.NOTICE, path, 1, 1, *_of_file(code, path, len(paths)))


def _of_file(code: str, path: str, count: int) -> tuple[Phrase, Phrase]:
    several = path == "docs"
    if code == "byte-order-mark":
        advice = say('It does no harm here. To be rid of it, save as "UTF-8", not as "UTF-8 with BOM".')
        if several:
            return say("{count} files begin with a hidden mark (a byte-order mark).", count=count), advice
        return say("{file} begins with a hidden mark (a byte-order mark).", file=file_name(path)), advice
    advice = say('They do no harm here. To be rid of them, choose "LF" for line ends in your editor and save.')
    if several:
        return say("{count} files have the line ends of Windows or of an old Mac.", count=count), advice
    return say("{file} has the line ends of Windows or of an old Mac.", file=file_name(path)), advice


def _hidden_in(text: Text) -> Iterator[Problem]:
    for key in ("title", "summary"):
        found = HIDDEN.search(getattr(text, key))
        if found:
            words = _of_character(getattr(text, key), found.start(), 1)
            yield Problem(ID, SEVERITY, text.path, text.line_of(key), 1, *words)
    body = text.body
    if body.isascii() or not any(sign in body for sign in SIGNS):
        return
    seen: set[bool] = set()
    places = list(_places(body))
    for place in places:
        turns = bool(TURNS.match(body, place))
        if turns not in seen:
            seen.add(turns)
            alike = sum(bool(TURNS.match(body, other)) is turns for other in places)
            line, column = position(body, place)
            yield Problem(ID, SEVERITY, text.path, in_file(text, line), column, *_of_character(body, place, alike))


def _places(body: str) -> Iterator[int]:
    """Yield where hidden characters stand; not a passage set apart and closed on its line, as Unicode asks (UAX 9)."""
    start = 0
    for line in body.split("\n"):
        if not line.isascii():
            opened = sum(line.count(sign) for sign in ISOLATES)
            paired = opened == line.count(CLOSES)
            for found in HIDDEN.finditer(line):
                if not (paired and found[0] in (*ISOLATES, CLOSES)):
                    yield start + found.start()
        start += len(line) + 1


def _of_character(words: str, place: int, count: int) -> tuple[Phrase, Phrase]:
    start = max(words.rfind(" ", 0, place), words.rfind("\n", 0, place)) + 1
    found = WORD.match(words, max(start, place - 40))
    word = shown(without_hidden(found[0])) if found else shown("")
    if TURNS.match(words, place):
        message = say("A hidden character at {word} turns the direction in which the text is read.", word=word)
    else:
        message = say("A hidden character stands in or beside {word}: a search may not find the word.", word=word)
    if count > 1:
        return message, say(
            "Delete the word and type it again. There are {count} such characters in this text.", count=count
        )
    return message, say("Delete the word and type it again.")


def _curly_in(text: Text) -> Iterator[Problem]:
    for key, severity in (("title", Severity.NOTICE), ("summary", SEVERITY)):
        if CURLY.fullmatch(getattr(text, key)):
            yield Problem(
                ID,
                severity,
                text.path,
                text.line_of(key),
                1,
                say("Curly quotation marks stand around this, so they are shown as part of it."),
                say('Take them out, unless it is a quotation. Straight ones (") only hold the words together.'),
            )
