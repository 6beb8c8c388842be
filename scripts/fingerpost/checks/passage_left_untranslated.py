"""A passage in a Welsh text is in English, or one in an English text is in Welsh.

Why it matters

What was left for later is easily forgotten, and readers of one language are told less than those of the
other. A screen reader says the passage with the sounds of the wrong language (WCAG 2.2, 3.1.2).

Bad (file docs/guides/example/index.cy.md):

    ---
    title: Gofalu am y planhigion
    summary: Sut i gadw planhigion yn iach, wythnos wrth wythnos.
    translation: {from: en, source: "00000000", status: draft}
    ---

    Mae angen dŵr, golau ac amser ar blanhigion, ac mae rhai ohonyn nhw'n hoffi'r cysgod.

    In summer they need to be watered twice a week, and more often when it is hot.

Good (file docs/guides/example/index.cy.md):

    ---
    title: Gofalu am y planhigion
    summary: Sut i gadw planhigion yn iach, wythnos wrth wythnos.
    translation: {from: en, source: "00000000", status: draft}
    ---

    Mae angen dŵr, golau ac amser ar blanhigion, ac mae rhai ohonyn nhw'n hoffi'r cysgod.

    Yn yr haf mae angen rhoi dŵr iddyn nhw ddwywaith yr wythnos, ac yn amlach pan fydd hi'n boeth.

Good (file docs/guides/example/index.cy.md):

    ---
    title: Gofalu am y planhigion
    summary: Sut i gadw planhigion yn iach, wythnos wrth wythnos.
    translation: {from: en, source: "00000000", status: draft}
    ---

    Mae angen dŵr, golau ac amser ar blanhigion, ac mae rhai ohonyn nhw'n hoffi'r cysgod.

    <p lang="en">In summer they need to be watered twice a week, and more often when it is hot.</p>

How to mend it

Translate the passage. If it is meant to be in the other language, say so. Put it into quotation marks or a block
quotation (lines that begin with `>`), or mark its language in HTML: `<p lang="en">…</p>`.

The check looks at each paragraph, list item, heading and row of a table by itself, and at the title and the
summary. Names, addresses, links, titles of works in italics and quotations are left out. Only English and Welsh
are told apart, and only where it is certain. A short passage is found where it is the original's, word for word.
"""

from bisect import bisect_left
from collections.abc import Iterator

from fingerpost.checks.places import all_pieces, in_file
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.prose import Block, Sort, blocks
from fingerpost.checks.spoken import (
    may_hold,
    other_languages,
    own_words,
    whole_language,
    without_marked,
)
from fingerpost.checks.wording import shown
from fingerpost.languages.phrases import Phrase, say
from fingerpost.languages.recognition import TIMES_THE_OTHER, language_of, signs_of
from fingerpost.library import Library, Piece, Resource, Text
from fingerpost.library.kinds import ARCHIVE

ID = "FP208"
SEVERITY = Severity.WARNING
FEWEST_OTHER_WORDS = 2


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield each passage in another language than its text, unless the whole text is."""
    for piece in all_pieces(resource):
        for text in piece.texts.values():
            for other in other_languages(text.language):
                found = [
                    *_in_front_matter(text, other, titled=resource.kind is not ARCHIVE),
                    *_in_body(text, piece, other),
                ]
                if found and whole_language(text) != other:
                    yield from found


def _in_front_matter(text: Text, other: str, *, titled: bool) -> Iterator[Problem]:
    for name in ("title", "summary") if titled else ("summary",):
        words = getattr(text, name)
        if may_hold(f" {words} ", other) and language_of(own_words(words), (other,)):
            yield _problem(text, text.line_of(name), words, other)


def _in_body(text: Text, piece: Piece, other: str) -> Iterator[Problem]:
    if not may_hold(text.body, other):
        return
    body = without_marked(text.body) if "lang" in text.body else text.body
    lines = body.split("\n")
    marked = [number for number, line in enumerate(lines, start=1) if may_hold(f" {line} ", other)] + [len(lines) + 1]
    originals: frozenset[str] = frozenset()
    if piece.original == other:
        originals = frozenset(unit.text for unit in _units(piece.source.body))
    for unit in _units(body):
        if not marked[bisect_left(marked, unit.line)] < unit.line + len(unit.lines):
            continue
        if not unit.text.strip():
            continue  # a comment alone: what is still to be translated stands in one
        raw = lines[unit.line - 1 : unit.line + len(unit.lines)]
        if any("lang=" in line and "{" in line for line in raw):
            continue
        if _is_in(other, "\n".join(raw[: len(unit.lines)]), the_same=unit.text in originals):
            yield _problem(text, in_file(text, unit.line), unit.text, other)


def _units(body: str) -> Iterator[Block]:
    """Yield what is looked at by itself: each block that is not a quotation, and each row of a table."""
    for block in blocks(body):
        if block.sort is Sort.TABLE:
            for number, line in enumerate(block.lines):
                yield Block(Sort.TABLE, block.line + number, (line.replace("|", " "),))
        elif block.sort is not Sort.QUOTE:
            yield block


def _is_in(other: str, raw: str, *, the_same: bool) -> bool:
    words = own_words(raw)
    signs = signs_of(words)
    # Long names have small words too ("Centre for the Study of …"), and nothing else that is not a name.
    if signs.words - signs.small[other] < FEWEST_OTHER_WORDS:
        return False
    if language_of(words, (other,)):
        return True
    rivals = max(signs.weight(language) for language in other_languages(other))
    return the_same and signs.small[other] > 0 and signs.weight(other) >= TIMES_THE_OTHER * rivals


def _problem(text: Text, line: int, words: str, other: str) -> Problem:
    return Problem(ID, SEVERITY, text.path, line, 1, _message(words, other), _advice(other))


def _message(words: str, other: str) -> Phrase:
    if other == "en":
        return say("This Welsh text has a passage in English: {words}.", words=shown(words))
    return say("This English text has a passage in Welsh: {words}.", words=shown(words))


def _advice(other: str) -> Phrase:
    example = f'<p lang="{other}">…</p>'
    return say("Translate it. If it is meant to stay, put it into quotation marks or write: {example}", example=example)
