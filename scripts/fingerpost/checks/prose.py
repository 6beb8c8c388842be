"""A body as people read it: blocks of plain words, their sentences, and the line of each.

Markdown is looked at line by line, not parsed: a parser took longer for 1,000 resources than all checks
together may. What this takes for a paragraph is a paragraph to the site's engine in all but odd nesting.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from fingerpost.checks.places import REMEMBERED, visible

IMAGE = re.compile(r"!\[[^\[\]\n]{0,600}\](?:\([^()\n]{0,600}\)|\[[^\[\]\n]{0,200}\])?")
FOOTNOTE = re.compile(r"\[\^[^\]\n]{1,60}\]:?")
LINK = re.compile(r"\[([^\[\]\n]{0,600}(?:\n[^\[\]\n]{1,600})?)\](?:\([^()\n]{0,600}\)|\[[^\[\]\n]{0,200}\])")
TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,600}>")
ATTRIBUTES = re.compile(r"\{:?[ ]?[.#a-z][^{}\n]{0,300}\}")
ADDRESS = re.compile(r"<?https?://[^\s<>]{1,600}>?")
# Each way begins with its sign, by which Python's re finds it fast: what stands before is looked at after that.
EMPHASIS = re.compile(r"\*(?<!\\\*)\*{0,2}|_(?:(?<![\w\\]_)_{0,2}|(?<!\\_)_{0,2}(?!\w))|~~|==")
ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
# What is not read out, each with a sign that quickly tells whether it is there at all; in this order.
MARKUP = (
    ("![", IMAGE, ""),
    ("[^", FOOTNOTE, ""),
    ("[", LINK, r"\1"),
    ("://", ADDRESS, ""),
    ("<", TAG, ""),
    ("{", ATTRIBUTES, ""),
    ("", EMPHASIS, ""),
    ("\\", ESCAPE, r"\1"),
)
# Lines to write on (`[lines: 4]`) hold no words either.
DEFINITION = re.compile(r" {0,3}(?:\[[^\]\n]{1,200}\]:|\*\[[^\]\n]{1,100}\]:|\[lines:\s*\d{1,2}\][ \t]*$)")
ITEM = re.compile(r"(?P<indent>[ ]{0,40})(?:[-*+]|[0-9]{1,9}[.)])[ \t]+(?:\[[ xX]\][ ]+)?")
QUOTE = re.compile(r" {0,3}>[ ]?(?:> ?)*")
TABLE = re.compile(r"[ ]{0,3}\|")
RULE = re.compile(r" {0,3}(?:[-*_][ \t]?){3,200}$|[ ]{0,3}[=-]{1,200}[ ]*$")
# A line that begins otherwise is running text; most are, and are asked no more.
MARKS = frozenset("#|>-*+_=[0123456789")
WORD = re.compile(r"[^\W\d_]+(?:['’‑-][^\W\d_]+)*|\d+(?:[.,:]\d+)*")
# A sentence ends at . ? ! or … with what closes after it, before a space and a capital, a figure or an opening sign.
SENTENCE_END = re.compile(r"[.?!…]{1,5}[\"'”’)\]]{0,3}(?=\s{1,20}[\"'“‘(\[]{0,2}[A-ZÀ-ÖØ-ÞŴŶ0-9])")
# After these a full stop does not end a sentence.
SHORT_FORMS = re.compile(r"\b(?:Dr|Mr|Mrs|Ms|Prof|St|No|vol|pp?|ed|eds|e\.g|i\.e|etc|cf|vs|approx|h\.y|e\.e|[A-Z])\.$")


class Sort(StrEnum):
    """What a block is."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    HEADING = "heading"
    QUOTE = "quote"
    TABLE = "table"


RUNNING = (Sort.PARAGRAPH, Sort.ITEM, Sort.QUOTE)


class Block(NamedTuple):
    """Some lines that belong together: `line` is the first one's in the body, `lines` their plain words."""

    sort: Sort
    line: int
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The plain words on one line."""
        return " ".join(line.strip() for line in self.lines).strip() if len(self.lines) != 1 else self.lines[0].strip()


class Sentence(NamedTuple):  # made 138,000 times for 1,000 resources, in a third of a dataclass's time
    """A sentence in plain words, the line of the body it begins on, and how many words it has."""

    text: str
    line: int
    words: int


@lru_cache(maxsize=REMEMBERED)
def plain(body: str) -> str:
    """Return the body without code, comments and marks of Markdown and HTML; every line stays on its line."""
    text = visible(body)
    for sign, pattern, instead in MARKUP:
        if sign in text:
            text = pattern.sub(instead, text)
    return text


@lru_cache(maxsize=REMEMBERED)
def blocks(body: str) -> tuple[Block, ...]:
    """Return the blocks of a body in order. Link definitions, lines to write on, rules and code are none."""
    return tuple(_blocks(visible(body).split("\n"), plain(body).split("\n")))


@lru_cache(maxsize=REMEMBERED)
def prose(body: str) -> tuple[Block, ...]:
    """Return the blocks that are running text: paragraphs, list items and quotations."""
    return tuple(block for block in blocks(body) if block.sort in RUNNING)


@lru_cache(maxsize=REMEMBERED * 40)
def sentences(block: Block) -> tuple[Sentence, ...]:
    """Return the sentences of a block."""
    return tuple(_sentences(block))


def words(text: str) -> list[str]:
    """Return the words and figures of plain text."""
    return WORD.findall(text)


def _blocks(raw: list[str], shown: list[str]) -> Iterator[Block]:
    sort, first, lines = Sort.PARAGRAPH, 0, list[str]()
    for number, (line, text) in enumerate(zip(raw, shown, strict=True), start=1):
        around = sort if lines else None
        if around in RUNNING and line[:1].isalpha():
            lines.append(text)  # most lines are in the middle of a paragraph, or stand alone
            continue
        new, begins, text = _line(line, text, around)
        if lines and (new is None or begins or new is not sort):
            yield Block(sort, first, tuple(lines))
            lines = []
        if new is not None:
            first = first if lines else number
            sort = new
            lines.append(text)
    if lines:
        yield Block(sort, first, tuple(lines))


def _line(line: str, text: str, around: Sort | None) -> tuple[Sort | None, bool, str]:
    """Return what a line is, whether it begins a block, and its words; `around` is the block it stands in."""
    mark = line.lstrip(" \t")[:1]
    if not mark or (mark in MARKS and (DEFINITION.match(line) or RULE.match(line))):
        return None, False, ""
    if line.startswith("#"):
        return Sort.HEADING, True, text.strip("# ")
    if mark not in MARKS and around is not Sort.TABLE:
        return (around if around in RUNNING else Sort.PARAGRAPH), False, text
    if TABLE.match(line) or (around is Sort.TABLE and "|" in line):
        return Sort.TABLE, False, text
    item = ITEM.match(line)
    if item and (around is not Sort.PARAGRAPH or not item["indent"]):
        return Sort.ITEM, True, ITEM.sub("", text, count=1) if ITEM.match(text) else text.strip()
    quote = QUOTE.match(line)
    if quote:
        return Sort.QUOTE, False, QUOTE.sub("", text, count=1)
    return (around if around in RUNNING else Sort.PARAGRAPH), False, text


def _sentences(block: Block) -> Iterator[Sentence]:
    text = "\n".join(block.lines)
    begin, line = 0, block.line
    for end in (*_ends(text), len(text)):
        piece = text[begin:end]
        if piece.strip():
            blank = len(piece) - len(piece.lstrip())
            pieces = piece.split()
            yield Sentence(" ".join(pieces), line + piece.count("\n", 0, blank), len(pieces))
        line += piece.count("\n")  # not from the start each time: a paragraph of 1 MB took 25 s
        begin = end


def _ends(text: str) -> Iterator[int]:
    for match in SENTENCE_END.finditer(text):
        stop = match.start()
        if text[stop] != "." or not SHORT_FORMS.search(text[max(0, stop - 12) : stop + 1]):
            yield match.end()
