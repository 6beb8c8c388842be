"""Reading a document from beginning to end: let in, prepared, converted, written as Markdown."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from fingerpost.checks.headings import anchors_of_headings
from fingerpost.intake.importing.blocks import blocks
from fingerpost.intake.importing.converter import tree_of
from fingerpost.intake.importing.document import Choices, Document, Left, Prepared, under
from fingerpost.intake.importing.guarding import TOO_DEEP, Refused, let_in
from fingerpost.intake.importing.inlines import words
from fingerpost.intake.importing.opendocument import prepare_opendocument
from fingerpost.intake.importing.pictures import Pictures
from fingerpost.intake.importing.plain_markdown import prepare_markdown
from fingerpost.intake.importing.state import Blocks, State
from fingerpost.intake.importing.web import prepare_html, prepare_page
from fingerpost.intake.importing.word import prepare_word
from fingerpost.languages.phrases import say
from fingerpost.languages.recognition import language_of
from fingerpost.library.decoding import MOST_BYTES
from fingerpost.library.front_matter import MOST_CHARACTERS

PLACE = re.compile(r"\(#fp-heading-(?P<number>[0-9]+)\)")
LONGEST_TITLE = 300
LARGEST_BODY = MOST_BYTES - MOST_CHARACTERS  # of a file of the collection, and what its facts may take of it
UNSEEN = "\u00ad\u200b\u2060\ufeff"  # a soft hyphen, spaces without width
NESTED = 60


def read_document(
    file: Path, choices: Choices, languages: tuple[str, ...], language: str, word: Callable[[str], str]
) -> Document:
    """Read a document.

    `languages` are the collection's, `language` the one that was stated, if any; `word` gives what a picture is
    called in a language. Raises Refused, with a sentence, where the document can't be taken as it is.
    """
    source = let_in(file)
    match source.kind:
        case "docx":
            prepared = prepare_word(source, choices)
        case "odt":
            prepared = prepare_opendocument(source, choices)
        case "html":
            prepared = prepare_page(source)
        case _:
            prepared = prepare_markdown(source)
    tree = tree_of(prepared.content, prepared.reads, choices)
    found: Blocks = tree["blocks"]
    _refuse_too_deep(found)
    if source.kind == "md":
        found = _with_html_read(found, prepared, choices)
    title, titled_by, found, headings_gone = _title(prepared, found, file)
    spoken = language or recognised(words(found), languages)
    state = State(prepared, Pictures(word(spoken)), blocks)
    _number_headings(found, state, headings_gone)
    body = _written(_shallowest(found), state)
    if not body.strip():
        raise Refused(say("There are no words in it that can be taken over."))
    if len(body.encode("utf-8", "replace")) > LARGEST_BODY:
        raise Refused(say("Its text is too long for one page. Split it into shorter documents."))
    left = (*prepared.left, *state.left)
    return Document(file.name, title, titled_by, spoken, body, dict(state.pictures.named), left)


def recognised(text: str, languages: tuple[str, ...]) -> str:
    """Return the language of a text, one of the collection's. Raises Refused where that is not certain."""
    if len(languages) == 1:
        return languages[0]
    found = language_of(text, languages)
    if not found:
        raise Refused(
            say(
                "Which language it is in is not certain. Add --language with one of: {codes}",
                codes=", ".join(languages),
            )
        )
    return found


def _refuse_too_deep(found: Any, depth: int = 0) -> None:
    """Raise Refused for a tree that is nested so deeply that no person wrote it."""
    if depth > NESTED * 4:
        raise Refused(TOO_DEEP)
    for part in found if isinstance(found, list) else [found.get("c")] if isinstance(found, dict) else []:
        if isinstance(part, list | dict):
            _refuse_too_deep(part, depth + 1)


def _with_html_read(found: Blocks, prepared: Prepared, choices: Choices) -> Blocks:
    """Return blocks in which HTML that stands in Markdown was read as a page is."""
    read: Blocks = []
    for block in found:
        if block["t"] != "RawBlock":
            read.append(block)
            continue
        page = prepare_html(str(block["c"][1]), None)
        prepared.left += page.left
        read += tree_of(page.content, "html", choices)["blocks"]
    return read


def _title(prepared: Prepared, found: Blocks, file: Path) -> tuple[str, str, Blocks, int]:
    """Return the title, where it was found, the blocks without it, and how many headings went with it."""
    first = next((number for number, block in enumerate(found) if _is_title(block, number, found)), None)
    named = _flat(prepared.title)
    if prepared.reads == "html" and first is not None:
        named = ""  # what a page calls itself in the window's bar often has the site's name in it
    if named and prepared.reads in ("html", "md") and first is not None:
        same = " ".join(words(found[first]["c"][2]).split()) == named
        return named, "page", found[:first] + found[first + 1 :] if same else found, int(same)
    if named:
        return named, "page" if prepared.reads in ("html", "md") else "style", found, 0
    if first is not None:
        title = _flat(words(found[first]["c"][2]))
        return title, "heading", found[:first] + found[first + 1 :], 1
    return " ".join(re.sub(r"[_-]+", " ", file.stem).split())[:LONGEST_TITLE] or file.name, "file", found, 0


def _flat(title: str) -> str:
    """Return a title on one line, not too long, without characters that nobody sees."""
    shown = "".join(letter if letter.isprintable() else " " for letter in title if letter not in UNSEEN)
    return " ".join(shown.split())[:LONGEST_TITLE].rstrip()


def _is_title(block: dict[str, Any], number: int, found: Blocks) -> bool:
    """Whether a block is the document's first heading, with none above it that matters more."""
    if block["t"] != "Header" or not words(block["c"][2]).strip():
        return False
    levels = [other["c"][0] for other in found if other["t"] == "Header" and words(other["c"][2]).strip()]
    earlier = any(other["t"] == "Header" and words(other["c"][2]).strip() for other in found[:number])
    return not earlier and (levels.count(block["c"][0]) == 1 or number == 0) and block["c"][0] == min(levels)


def _number_headings(found: Blocks, state: State, gone: int) -> None:
    """Give each heading that will be written its number, by the converter's id and by its place in the document."""
    number = 0
    for place, block in enumerate(block for block in found if block["t"] == "Header"):
        if words(block["c"][2]).strip():
            state.ids[block["c"][1][0]] = number
            state.numbers[place + gone] = number
            number += 1


def _shallowest(found: Blocks) -> Blocks:
    """Return blocks whose highest heading is of the second level."""
    levels = [block["c"][0] for block in found if block["t"] == "Header" and words(block["c"][2]).strip()]
    by = 2 - min(levels, default=2)
    return [
        {"t": "Header", "c": [block["c"][0] + by, *block["c"][1:]]} if block["t"] == "Header" else block
        for block in found
    ]


def _written(found: Blocks, state: State) -> str:
    body = blocks(found, state)
    notes = [f"[^{number}]: {_under_note(text)}" for number, text in enumerate(state.notes, start=1)]
    anchors = anchors_of_headings(body)

    def place(match: re.Match[str]) -> str:
        number = int(match["number"])
        return f"(#{anchors[number]})" if number < len(anchors) else "(#)"

    body = "\n\n".join([body, *notes]) if notes else body
    return PLACE.sub(place, body) + "\n"


def _under_note(text: str) -> str:
    return "\n".join(line if not number or not line else f"    {line}" for number, line in enumerate(text.split("\n")))


__all__ = ["Left", "Refused", "read_document", "recognised", "under"]
