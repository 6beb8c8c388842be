"""The page of a check, made from its docstring: for `fingerpost explain` and for the reference."""

import inspect
import re
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import ModuleType
from typing import cast

from fingerpost.checks.catalogues import catalogue_for, known_languages
from fingerpost.checks.problem import Severity
from fingerpost.checks.registry import BY_TIME_ALONE, CHECKS, Check
from fingerpost.checks.wording import closest
from fingerpost.languages.phrases import Phrase, in_words_of, say
from fingerpost.problems import Misuse

HEADINGS = {"Why it matters": say("Why it matters"), "How to mend it": say("How to mend it")}
EXAMPLE = re.compile(
    r"(?P<word>Bad|Good) "
    r"\((?P<how>front matter|body|(?:file|bytes|size|without) (?P<path>\S+))\):"
)
SORTS = {"Bad": say("Bad"), "Good": say("Good")}
ID = re.compile(r"FP[0-9]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A piece of a docstring: words to be read (as a phrase), or an example with how it is applied."""

    words: Phrase
    heading: bool = False
    example: str | None = None


def is_check(subject: str) -> bool:
    """Whether this is written like a check's id: ``FP402`` or ``fp402``."""
    return bool(ID.fullmatch(subject.strip()))


def reference_page(id: str, catalogue: Mapping[str, str] | None = None) -> str:
    """Return the page of a check in Markdown, by its id in capitals or small letters, in a catalogue's words.

    Raises Misuse, with a sentence for the person who asked, if there is no such check.
    """
    by_id = {check.ID: check for check in CHECKS}
    wanted = id.strip().upper()
    if wanted not in by_id:
        guess = closest(wanted, by_id)
        raise Misuse(f"There is no check {wanted}." + (f" Did you mean {guess}?" if guess else ""))
    return section(by_id[wanted], catalogue or {})


def section(check: Check, catalogue: Mapping[str, str], level: int = 1) -> str:
    """Return what there is to say of a check in Markdown, under a heading of this level."""
    title = in_words_of(title_of(check), catalogue)
    first, *rest = paragraphs(check)
    parts = [
        f"{'#' * level} {check.ID}: {title}",
        in_words_of(first.words, catalogue),
        in_words_of(weight(check), catalogue),
    ]
    for paragraph in rest:
        words = in_words_of(paragraph.words, catalogue)
        parts.append(f"{'#' * (level + 1)} {words}" if paragraph.heading else words)
        if paragraph.example is not None:
            parts[-1] = f"**{words}**"
            parts += [textwrap.indent(paragraph.example, "    ")] if paragraph.example else []
    return "\n\n".join(parts)


def weight(check: Check) -> Phrase:
    """Return what it means that a check found something."""
    if check.ID in BY_TIME_ALONE:
        return say(
            "This is an error that comes with time. Building goes on, and what may no longer be shown is left out."
        )
    match check.SEVERITY:
        case Severity.ERROR:
            return say("This is an error: it has to be mended before anything is published.")
        case Severity.WARNING:
            return say("This is a warning: it is worth a look, and nothing is held back because of it.")
        case Severity.NOTICE:
            return say("This is only good to know.")


def title_of(check: Check) -> Phrase:
    """Return a check's name in words: ``missing alt text``."""
    return _phrase(cast("ModuleType", check).__name__.rsplit(".", 1)[-1].replace("_", " "))


def names_of(id: str) -> Mapping[str, str]:
    """Return what a check is called in each language that the checks speak; nothing where there is no such check."""
    named = [check for check in CHECKS if id == check.ID]
    return {code: in_words_of(title_of(check), catalogue_for(code)) for check in named for code in known_languages()}


def paragraphs(check: Check) -> Iterator[Paragraph]:
    """Yield the paragraphs of a check's docstring in order, each example with the heading above it."""
    lines = [*docstring(check).split("\n"), ""]
    while lines:
        here: list[str] = []
        while lines and lines[0].strip():
            here.append(lines.pop(0))
        del lines[:1]
        if not here:
            continue
        example = EXAMPLE.fullmatch(here[0])
        if example:
            yield Paragraph(_above(example), example=_code(lines))
        elif here[0] in HEADINGS:
            yield Paragraph(HEADINGS[here[0]], heading=True)
        else:
            yield Paragraph(_phrase(" ".join(line.strip() for line in here)))


def docstring(check: Check) -> str:
    """Return a check's docstring without its indentation."""
    return inspect.getdoc(check) or ""


def _code(lines: list[str]) -> str:
    taken: list[str] = []
    while lines and (not lines[0].strip() or lines[0].startswith("    ")):
        taken.append(lines.pop(0)[4:].rstrip())
    return "\n".join(taken).strip("\n")


def _above(example: re.Match[str]) -> Phrase:
    sort, path = SORTS[example["word"]], example["path"]
    match example["how"].split(" ")[0]:
        case "front":
            return say("{sort}, in the facts at the top of the file:", sort=sort)
        case "body":
            return say("{sort}, in the text:", sort=sort)
        case "without":
            return say("{sort}, without {path}.", sort=sort, path=path)
        case "size":
            return say("{sort}, where {path} is this large:", sort=sort, path=path)
        case _:
            return say("{sort}, in {path}:", sort=sort, path=path)


def _phrase(words: str) -> Phrase:
    """Return words of a docstring as a phrase; they hold no values, so brackets stand for themselves."""
    return say(words)
