"""The facts at the top of a file, or a list such as a vocabulary, are not written as YAML.

Why it matters

YAML is the way in which the facts are written: a name, a colon, a space, a value. Where it goes wrong,
nothing below that point can be understood, and the file is left out.

Bad (front matter):

    title: Plants: a guide

Good (front matter):

    title: "Plants: a guide"

Bad (front matter):

    made_by: compiled
    made_by: co-produced

Good (front matter):

    made_by: compiled

How to mend it

Look at the line that is named, and at the one above it. Put a value in quotes if it holds a colon, or
begins with a character such as `@`, `*`, `&`, `%`, `!` or `[`. Close every quote and every bracket. Use
spaces, not tabs, and start each name at the beginning of its line. A space follows each colon. Write each
name once.
"""

import re
from collections.abc import Iterator

from fingerpost.checks.places import faults_of
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import shown
from fingerpost.languages.phrases import Phrase, say
from fingerpost.library import Fault, Library
from fingerpost.library.kinds import KINDS

ID = "FP103"
SEVERITY = Severity.ERROR
FAULTS = (
    "not-yaml",
    "not-a-mapping",
    "repeated-key",
    "anchor-or-alias",
    "too-deep",
    "front-matter-too-large",
    "list-too-large",
    "odd-space",
)

Words = tuple[Phrase, Phrase]

NO_SPACE = re.compile(r"[ ]*(?:- )?(?P<name>[a-z_]{2,20}):(?P<value>[^\s/].{0,80}|)")
NO_COLON = re.compile(r"(?P<name>[a-z_]{2,20})[ ]{1,9}(?P<value>[^:]{1,80})")
NAME = re.compile(r"[ ]*[a-z_]{2,20}:(?: |$)")
# A line whose value is there, and which no value opens: nothing may stand further in below it.
COMPLETE = re.compile(r"[ ]*[a-z_]{2,20}: +[^\s\[{|>\"'#&]")
QUOTED = re.compile(r"[ ]*(?:- )?(?P<name>[a-z_]{2,20}): *(?P<quote>[\"'])(?P<value>[^#]{1,100})")
TAB = re.compile(r"[ ]*\t")
CURLY = re.compile(r"[ ]*(?:- )?[a-z_]{2,20}: *[“”„‘’«].*[:#]")
# Names that a line at the top begins with; other words at the beginning of a line may be part of a longer value.
FIRST_NAMES = frozenset(name for kind in KINDS for name in kind.schema.model_fields)
QUOTES = say('Put the whole value in quotes: title: "Plants: a guide"')

# What libyaml says, and what we say: the first whose sign is in the problem holds.
SYNTAX: tuple[tuple[str, Words], ...] = (
    (
        "mapping values",
        (say("There is a second colon in this line, or it is set further in than it should be."), QUOTES),
    ),
    (
        "cannot start any token",
        (
            say("There is a character here that can't begin a line or a value (a tab, or one such as @)."),
            say('Use spaces in place of a tab, or put the whole value in quotes: title: "@home"'),
        ),
    ),
    ("constructor for the tag", (say("A value can't begin with this character."), QUOTES)),
    (
        "unexpected end of stream",
        (
            say("A quotation mark is opened further up and never closed."),
            say("Close it at the end of its value, with the same mark that opens it."),
        ),
    ),
    (
        "expected ',' or ']'",
        (say("A square bracket is opened above or here and never closed."), say("Close it with ].")),
    ),
    (
        "expected ',' or '}'",
        (say("A curly bracket is opened above or here and never closed."), say("Close it with }.")),
    ),
    ("tab character", (say("This line begins with a tab."), say("Use spaces in place of the tab."))),
    (
        "escape c",
        (
            say("A backslash inside double quotes means something else."),
            say("Use single quotes: title: 'a\\b'"),
        ),
    ),
    (
        "expected key",
        (
            say("Something follows here after the value has ended, or the line begins further in than the one above."),
            say("Begin each name at the start of its line, or put the whole value in double quotes."),
        ),
    ),
    (
        "expected ':'",
        (say("Here or on the line above, a name is without its colon."), say("Write it like this: title: Plants")),
    ),
    (
        "block sequence",
        (say("A list can't begin on this line."), say("Write it in square brackets: topics: [wellbeing]")),
    ),
    (
        "expected '-' indicator",
        (
            say("This line does not belong to the list above it."),
            say("Begin it with a hyphen, or begin it further to the left if it is no part of the list."),
        ),
    ),
    ("expected <document", (say("A line of three dots ends the facts too early."), say("Take that line out."))),
    (
        "another document",
        (say("A line of three hyphens (---) begins something new here."), say("Take that line out.")),
    ),
    (
        "has to be a word",
        (
            say("The name before the colon is not a word."),
            say("Write a name such as title there, or put what is only a remark after a hash sign (#)."),
        ),
    ),
    (
        "special characters",
        (say("There is a hidden control character here."), say("Delete the value and write it again.")),
    ),
    (
        "control characters",
        (say("There is a hidden control character here."), say("Delete the value and write it again.")),
    ),
)


def check_collection(library: Library) -> Iterator[Problem]:
    """Yield each place where YAML could not be read."""
    for fault in faults_of(library, FAULTS):
        line, words = fault.line, _words(fault)
        if fault.code in ("not-yaml", "not-a-mapping"):
            seen = _seen(fault)
            line, words = seen or (line, words)
        column = fault.column if line == fault.line else 1
        yield Problem(ID, SEVERITY, fault.path, line, column, *words)


def _words(fault: Fault) -> Words:
    match fault.code:
        case "repeated-key":
            return (
                say("{word} stands here a second time.", word=shown(fault.detail["key"])),
                say("Keep one of the two lines."),
            )
        case "anchor-or-alias":
            return (
                say("A value can't begin with & or *."),
                say('Put the whole value in quotes: title: "& more plants"'),
            )
        case "too-deep":
            return (
                say("Brackets stand inside brackets here, more than {count} deep.", count=fault.detail["most"]),
                say("Write it more simply."),
            )
        case "front-matter-too-large":
            return (
                say("The facts at the top are longer than {count} characters.", count=fault.detail["most"]),
                say("Move what people are to read below the second line of three hyphens (---)."),
            )
        case "list-too-large":
            return (
                say("This list is longer than {count} characters.", count=fault.detail["most"]),
                say("Take out what is no longer needed, or ask whoever looks after Fingerpost."),
            )
        case "odd-space":
            return (
                say("There is a space here that is not an ordinary one, as comes from a web page or from Word."),
                say("Delete it and type a space in its place."),
            )
        case "not-a-mapping":
            return (
                say("This is not written as names and values."),
                say("Write one to a line, each with a colon and a space: title: Looking after the plants"),
            )
    for sign, words in SYNTAX:
        if sign in fault.detail["problem"]:
            return words
    return (
        say("From here on this can't be read."),
        say('Look at this line and the one above it. Put a value with a colon in quotes: title: "Plants: a guide"'),
    )


def _seen(fault: Fault) -> tuple[int, Words] | None:
    """Return what the line that YAML stopped at, or the one above it, shows to be amiss, and its line."""
    above, text = fault.detail.get("above", ""), fault.detail.get("text", "")
    indented = _indented(above, text)
    if indented:
        return fault.line, indented
    for line, written in ((fault.line - 1, above), (fault.line, text)):
        words = _amiss(written)
        if words:
            return line, words
    return None


def _indented(above: str, text: str) -> Words | None:
    """Return what to say of a line that begins further in, or less far in, than the one above lets it."""
    here, before = (len(line) - len(line.lstrip(" ")) for line in (text, above))
    if text.startswith(" ") and text.lstrip().startswith("- ") and above.lstrip().startswith("- ") and here != before:
        return (
            say("The hyphens of this list do not stand exactly one below the other."),
            say("Begin each entry with as many spaces as the first one."),
        )
    if here > before and COMPLETE.match(above) and NAME.match(text):
        return (
            say("This line begins further in than the one above it."),
            say("Take the spaces at its beginning away, so that it begins where the others do."),
        )
    return None


def _amiss(text: str) -> Words | None:
    if TAB.match(text):
        return say("This line begins with a tab."), say("Use spaces in place of the tab.")
    if CURLY.match(text):
        return (
            say("The quotation marks in this line are curly ones, which do not hold a value together."),
            say('Use straight ones, as on the keyboard: title: "Plants: a guide"'),
        )
    quoted = QUOTED.fullmatch(text)
    if quoted and quoted["quote"] in quoted["value"].replace(f"\\{quoted['quote']}", "").rstrip()[:-1]:
        return _quote_within(quoted["name"], quoted["quote"], quoted["value"].strip())
    unspaced = NO_SPACE.fullmatch(text)
    if unspaced and unspaced["value"]:
        return (
            say("No space follows the colon in this line."),
            say("Write it like this: {line}", line=shown(f"{unspaced['name']}: {unspaced['value']}")),
        )
    colonless = NO_COLON.fullmatch(text)
    if colonless and colonless["name"] in FIRST_NAMES:
        return (
            say("A name is without its colon in this line."),
            say("Write it like this: {line}", line=shown(f"{colonless['name']}: {colonless['value']}")),
        )
    return None


def _quote_within(name: str, quote: str, value: str) -> Words:
    other = "'" if quote == '"' else '"'
    inner = value.removesuffix(quote)
    message = say("The value ends at the second quotation mark in this line, and something follows it.")
    if other in inner:
        return message, say("Write curly marks inside the value, as in “plants” or it’s, and straight ones around it.")
    return message, say(
        "Put the other sort of quotation marks around it: {line}", line=f"{name}: {other}{inner}{other}"
    )
