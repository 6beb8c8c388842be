"""A body split into passages: what is translated, and what stands between and stays as it is.

Nothing is lost: the passages one after the other are the body again, to the last letter. Lines are looked at as the
checks do (checks.prose), so that a heading, an item or a cell is the same to both.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from fingerpost.checks.places import visible
from fingerpost.checks.prose import DEFINITION, ITEM, QUOTE, RULE, TABLE

HEADING = re.compile(r"(?P<before>#{1,6}[ \t]*)(?P<words>.*?)(?P<after>[ \t]*#*[ \t]*(?:\{:?[^{}\n]*\})?[ \t]*)")
SHORT_FORM = re.compile(r" {0,3}\*\[[^\]\n]{1,100}\]:[ \t]*")
NOTE = re.compile(r" {0,3}\[\^[^\]\n]{1,60}\]:[ \t]*")
MEANING = re.compile(r" {0,3}:[ \t]+")
OURS = re.compile(r"[ \t]*\[[a-z]+(?:: *[0-9]+)?\][ \t]*")  # [contact], [lines: 4]
TAGS = re.compile(r"[ \t]*(?:</?[a-zA-Z][^<>\n]*>[ \t]*)+")
RULER = re.compile(r"[ \t|:+-]+")
IN_CODE = re.compile(r"    |\t")
BAR = re.compile(r"(?<!\\)\|")


class Sort(StrEnum):
    """What a passage is, for whoever translates it."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    CELL = "cell"
    QUOTE = "quote"
    NOTE = "note"
    SHORT_FORM = "short form"
    KEPT = "kept"


class Passage(NamedTuple):
    """Some text of a body as it stands there, and what it is; `KEPT` is not translated."""

    text: str
    sort: Sort


@dataclass
class _Open:
    """The passage that lines are still being added to, and whether items of a list stand above."""

    sort: Sort = Sort.KEPT
    lines: list[str] = field(default_factory=list)
    in_list: bool = False


def passages(body: str) -> tuple[Passage, ...]:
    """Return the passages of a body, in order. Joined, they are the body."""
    return tuple(_joined(_passages(body)))


def rebuilt(parts: tuple[Passage, ...], words: Callable[[int, Passage], str]) -> str:
    """Return a body in which `words` gives the text of each passage that is translated, by its number from 0."""
    number, pieces = 0, []
    for passage in parts:
        if passage.sort is Sort.KEPT:
            pieces.append(passage.text)
        else:
            pieces.append(words(number, passage))
            number += 1
    return "".join(pieces)


def _passages(body: str) -> Iterator[Passage]:
    now = _Open()
    lines, seen = body.split("\n"), visible(body).split("\n")
    for number, (line, shown) in enumerate(zip(lines, seen, strict=True)):
        end = "\n" if number + 1 < len(lines) else ""
        ended = not shown.strip() or not _goes_on(line, shown, now)
        if ended:
            yield from _closed(now)
            yield from _begun(line, shown, now)
        else:
            now.lines.append(line)
        if end:
            if now.lines:
                now.lines[-1] += end
            else:
                yield Passage(end, Sort.KEPT)
    yield from _closed(now)


def _goes_on(line: str, shown: str, now: _Open) -> bool:
    """Whether a line is more of the passage that is open."""
    if not now.lines or now.sort not in (Sort.PARAGRAPH, Sort.ITEM, Sort.QUOTE, Sort.NOTE):
        return False
    if now.sort is Sort.QUOTE:
        return bool(QUOTE.match(line)) and bool(QUOTE.sub("", shown, count=1).strip())
    if line.startswith("#") or RULE.match(line) or TABLE.match(line) or QUOTE.match(line) or TAGS.fullmatch(shown):
        return False
    if any(pattern.match(line) for pattern in (DEFINITION, NOTE, MEANING)) or OURS.fullmatch(line):
        return False
    item = ITEM.match(line)
    return not (item and (now.sort is not Sort.PARAGRAPH or not item["indent"]))


def _closed(now: _Open) -> Iterator[Passage]:
    """Yield the open passage; the space and the line end after its words stay as they are."""
    text = "".join(now.lines)
    words = text.rstrip()
    if words:
        yield Passage(words, now.sort)
    if len(words) < len(text):
        yield Passage(text[len(words) :], Sort.KEPT)
    now.lines = []


def _begun(line: str, shown: str, now: _Open) -> Iterator[Passage]:
    """Yield what of a line is a passage by itself, and open one with what may go on."""
    if not shown.strip():
        yield Passage(line, Sort.KEPT)
        return
    heading = HEADING.fullmatch(line) if line.startswith("#") else None
    if heading:
        now.in_list = False
        yield from _kept_around(heading["before"], heading["words"], heading["after"], Sort.HEADING)
        return
    short = SHORT_FORM.match(line)
    if short:
        yield from _kept_around(short[0], line[short.end() :], "", Sort.SHORT_FORM)
        return
    note = NOTE.match(line)
    if note:
        yield from _opened(line, note.end(), Sort.NOTE, now)
    elif DEFINITION.match(line) or RULE.match(line) or OURS.fullmatch(line) or TAGS.fullmatch(shown):
        yield Passage(line, Sort.KEPT)
    elif TABLE.match(line) or (RULER.fullmatch(line) and "|" in line):
        yield from _cells(line, shown)
    else:
        yield from _running(line, now)


def _running(line: str, now: _Open) -> Iterator[Passage]:
    item, quote, meaning = ITEM.match(line), QUOTE.match(line), MEANING.match(line)
    if item:
        now.in_list = True
        yield from _opened(line, item.end(), Sort.ITEM, now)
    elif quote:
        yield from _opened(line, quote.end(), Sort.QUOTE, now)
    elif meaning:
        now.in_list = True
        yield from _opened(line, meaning.end(), Sort.PARAGRAPH, now)
    elif IN_CODE.match(line) and not now.in_list:
        yield Passage(line, Sort.KEPT)
    else:
        begins = len(line) - len(line.lstrip())
        now.in_list = now.in_list and begins > 0
        yield from _opened(line, begins, Sort.PARAGRAPH, now)


def _opened(line: str, begins: int, sort: Sort, now: _Open) -> Iterator[Passage]:
    if begins:
        yield Passage(line[:begins], Sort.KEPT)
    now.sort = sort
    now.lines = [line[begins:]] if line[begins:] else []


def _cells(line: str, shown: str) -> Iterator[Passage]:
    """Yield the cells of a row of a table and the bars between them; a bar in code is none."""
    if RULER.fullmatch(line):
        yield Passage(line, Sort.KEPT)
        return
    last = 0
    for bar in (*(found.start() for found in BAR.finditer(shown)), len(line)):
        cell = line[last:bar]
        words = cell.strip()
        begins = len(cell) - len(cell.lstrip())
        yield from _kept_around(cell[:begins], words, cell[begins + len(words) :], Sort.CELL)
        if bar < len(line):
            yield Passage(line[bar], Sort.KEPT)
        last = bar + 1


def _kept_around(before: str, words: str, after: str, sort: Sort) -> Iterator[Passage]:
    for text, what in ((before, Sort.KEPT), (words, sort), (after, Sort.KEPT)):
        if text:
            yield Passage(text, what)


def _joined(parts: Iterator[Passage]) -> Iterator[Passage]:
    """Yield the passages with neighbours that are kept put together. What holds no letter is kept."""
    kept = ""
    for part in parts:
        if part.sort is Sort.KEPT or not any(letter.isalnum() for letter in part.text):
            kept += part.text
            continue
        if kept:
            yield Passage(kept, Sort.KEPT)
            kept = ""
        yield part
    if kept:
        yield Passage(kept, Sort.KEPT)
