"""Blocks: pandoc's as Markdown that the site's engine reads as they were."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from fingerpost.intake.importing.escaping import at_start
from fingerpost.intake.importing.inlines import BREAK, inlines, words
from fingerpost.intake.importing.state import Blocks, State
from fingerpost.intake.importing.tables import table
from fingerpost.languages.phrases import say

DEEPEST = 6
TOP = 2  # the title is the first
BETWEEN = "<!-- -->"  # or the engine would make one list of two
BOXES = {"☐": "[ ]", "☒": "[x]"}
HASH = "\\#"
LISTS = ("BulletList", "OrderedList")


def blocks(found: Blocks, state: State) -> str:
    """Return blocks as Markdown, with an empty line between them."""
    pieces: list[str] = []
    before = ""
    for block in found:
        kind = block["t"]
        text = _one(block, state)
        if not text.strip():
            continue
        if kind in LISTS and before in LISTS and not kind == before == "BulletList":
            pieces.append(BETWEEN)
        if kind in LISTS and kind == before == "BulletList":
            pieces[-1] = f"{pieces[-1]}\n{text}"
        else:
            pieces.append(text)
        before = kind
    return "\n\n".join(pieces)


def _one(block: dict[str, Any], state: State) -> str:
    written = WRITTEN.get(block["t"])
    return written(block.get("c"), state) if written else ""


def _quotation(inside: Blocks, state: State) -> str:
    text = blocks(inside, state)
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n")) if text else ""


def paragraph(text: str) -> str:
    """Return a paragraph none of whose lines is taken for the start of something else."""
    lines = [at_start(line.strip()) for line in text.strip().split("\n")]
    return BREAK.join(line for line in lines if line)


def _heading(inside: Any, state: State) -> str:
    level, _, content = inside
    state.in_heading = True
    text = " ".join(inlines(content, state).split())
    state.in_heading = False
    if not text:
        return ""
    state.heading = " ".join(words(content).split())
    fits = max(TOP, min(level, state.level + 1, DEEPEST))
    if fits != level:
        state.leave(say("A heading that left out a level, and is now one below the last"), "")
    state.level = fits
    return f"{'#' * fits} {re.sub(r'^#+|#+$', lambda found: found[0].replace('#', HASH), text)}"


def _numbered(inside: Any, state: State) -> str:
    (start, style, _), items = inside
    if style["t"] in ("LowerAlpha", "UpperAlpha", "LowerRoman", "UpperRoman"):
        state.leave(say("A list counted by letters or Roman numerals, which now has numbers"), words(items[0][:1]))
    if start != 1:  # Python-Markdown, as MkDocs calls it, counts every list from 1 (its option `lazy_ol`)
        what = say("A list that begins at {number}: on the site it begins at 1", number=start)
        state.leave(what, words(items[0][:1]))
    return _list([(f"{start + number}.", item) for number, item in enumerate(items)], state)


def _list(items: Sequence[tuple[str, Blocks]], state: State) -> str:
    """Return a list; what belongs to an item stands four spaces in, as the engine asks."""
    written: list[str] = []
    loose = False
    for mark, item in items:
        texts = [(part["t"], _one(part, state)) for part in item]
        texts = [(kind, text) for kind, text in texts if text.strip()]
        if not texts:
            continue
        if texts[0][0] in LISTS:  # an item that only holds another list
            written += [text for _, text in texts]
            continue
        head = re.sub(r"^[☐☒](?=\s)", lambda found: BOXES[found[0]], texts[0][1])
        lines = [f"{mark} {_indented(head)}"]
        for kind, text in texts[1:]:
            close = kind in LISTS and len(lines) == 1 and texts[0][0] in ("Plain", "Para")
            loose = loose or not close
            lines.append(("" if close else "\n") + " " * 4 + _indented(text))
        written.append("\n".join(lines))
    return ("\n\n" if loose else "\n").join(written)


def _indented(text: str) -> str:
    return "\n".join(
        [line if not number or not line else " " * 4 + line for number, line in enumerate(text.split("\n"))]
    )


def _meaning(term: Any, meanings: Any, state: State) -> str:
    said = [f":   {_indented(blocks(meaning, state))}" for meaning in meanings]
    return "\n".join([paragraph(inlines(term, state).replace(BREAK, " ")), *said])


def _code(inside: Any) -> str:
    (_, classes, _), text = inside
    fence = "`" * max(3, *(len(run) + 1 for run in re.findall(r"`+", text)), 3)
    name = classes[0] if classes and re.fullmatch(r"[\w+-]{1,20}", classes[0]) else ""
    return f"{fence}{name}\n{text}\n{fence}"


def _figure(inside: Any, state: State) -> str:
    _, caption, content = inside
    return "\n\n".join(part for part in (blocks(content, state), blocks(caption[1], state)) if part)


WRITTEN: Mapping[str, Callable[[Any, State], str]] = {
    "Para": lambda inside, state: paragraph(inlines(inside, state)),
    "Plain": lambda inside, state: paragraph(inlines(inside, state)),
    "Header": _heading,
    "BulletList": lambda inside, state: _list([("-", item) for item in inside], state),
    "OrderedList": _numbered,
    "DefinitionList": lambda inside, state: "\n\n".join(_meaning(term, said, state) for term, said in inside),
    "BlockQuote": _quotation,
    "CodeBlock": lambda inside, _: _code(inside),
    "HorizontalRule": lambda _inside, _: "* * *",
    "Table": table,
    "LineBlock": lambda inside, state: paragraph(BREAK.join(inlines(line, state) for line in inside)),
    "Figure": _figure,
    "Div": lambda inside, state: blocks(inside[1], state),
}
