"""XLIFF: what is to be translated, as agencies' tools read it (OASIS, XLIFF Version 2.0, 5 August 2014, core).

One file a resource; in it one `file` for each of its texts, one `unit` for its title, its summary and each passage.
Markdown's signs are codes (`ph`, `pc`), so that nobody has to know them and none is lost by chance.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Literal
from xml.sax.saxutils import escape, quoteattr

from fingerpost.intake.translating.codes import Code, Pair, Part, codes_in, parts_of
from fingerpost.intake.translating.laying_out import body_for
from fingerpost.intake.translating.passages import Sort, passages
from fingerpost.languages.phrases import Phrase, say
from fingerpost.library import Library, Piece, Text

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production 2
SOFT_BREAK = re.compile(r"[ \t]*\n[ \t]*(?:>[ \t]?)*")
ABOUT: Mapping[str, Phrase] = {
    "title": say("The title of the page."),
    "summary": say("What readers see in lists and in search, and choose by. At most 200 letters."),
    Sort.PARAGRAPH: say("A paragraph."),
    Sort.HEADING: say("A heading."),
    Sort.ITEM: say("An item of a list."),
    Sort.CELL: say("A cell of a table."),
    Sort.QUOTE: say("A quotation."),
    Sort.NOTE: say("A footnote."),
    Sort.SHORT_FORM: say("What a short form stands for."),
}
What = Literal["title", "summary"] | Sort
Unit = tuple[str, What, tuple[Part, ...]]


def units_of(library: Library, text: Text, language: str, beside: Collection[str] = ()) -> Iterator[Unit]:
    """Yield what there is to translate in a text: an id, what it is, its words and codes."""
    if text.title:
        yield "title", "title", (text.title,)
    if text.summary:
        yield "summary", "summary", (text.summary,)
    parts = (part for part in passages(body_for(library, text, language, beside)) if part.sort is not Sort.KEPT)
    for number, passage in enumerate(parts):
        yield f"p{number}", passage.sort, parts_of(passage.text)


def as_xliff(
    library: Library,
    pieces: tuple[Piece, ...],
    language: str,
    words: Callable[[Phrase], str],
    beside: Collection[str] = (),
) -> str:
    """Return an XLIFF document with every unit of the pieces' originals, without translations yet.

    `words` says to translators, in their language, what a unit is.
    """
    origin = pieces[0].original
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<xliff xmlns="{NAMESPACE}" version="2.0" srcLang={quoteattr(origin)} trgLang={quoteattr(language)}>',
    ]
    for number, piece in enumerate(pieces, start=1):
        source = piece.source
        lines += [f'  <file id="f{number}" original={quoteattr(source.path)}>']
        for id, what, parts in units_of(library, source, language, beside):
            lines += _unit(id, words(ABOUT[what]), parts)
        lines += ["  </file>"]
    return "\n".join([*lines, "</xliff>", ""])


def flat(parts: tuple[Part, ...]) -> str:
    """Return words with a sign in the place of each code: what is compared when a file comes back."""
    pieces = []
    for part in parts:
        if isinstance(part, Pair):
            pieces.append(f"\ufffc{flat(part.inner)}\ufffc")
        else:
            pieces.append(SOFT_BREAK.sub(" ", part) if isinstance(part, str) else "\ufffc")
    return " ".join("".join(pieces).split())


def _unit(id: str, about: str, parts: tuple[Part, ...]) -> Iterator[str]:
    yield f'    <unit id="{id}">'
    yield f'      <notes><note category="context">{escape(about)}</note></notes>'
    codes = list(codes_in(parts))
    if codes:
        yield "      <originalData>"
        for code in codes:
            for name, text in _data(code):
                yield f'        <data id="{name}" xml:space="preserve">{_chars(text)}</data>'
        yield "      </originalData>"
    yield f'      <segment id="s1"><source xml:space="preserve">{_inline(parts)}</source></segment>'
    yield "    </unit>"


def _data(code: Code | Pair) -> tuple[tuple[str, str], ...]:
    if isinstance(code, Pair):
        return (f"{code.id}-open", code.open), (f"{code.id}-close", code.close)
    return ((f"{code.id}-is", code.text),)


def _inline(parts: tuple[Part, ...]) -> str:
    pieces = []
    for part in parts:
        if isinstance(part, str):
            pieces.append(_chars(SOFT_BREAK.sub(" ", part)))
        elif isinstance(part, Pair):
            start, end = f"{part.id}-open", f"{part.id}-close"
            inner = _inline(part.inner)
            pieces.append(f'<pc id="{part.id}" dataRefStart="{start}" dataRefEnd="{end}">{inner}</pc>')
        else:
            pieces.append(f'<ph id="{part.id}" dataRef="{part.id}-is"/>')
    return "".join(pieces)


def _chars(text: str) -> str:
    """Return text as it stands in XML; letters that XML can't hold are written as their numbers (`cp`)."""
    return NOT_IN_XML.sub(lambda found: f'<cp hex="{ord(found[0]):04X}"/>', escape(text))
