"""What came back in XLIFF put into passages: each translation with the codes of our original, and what is missing."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from fingerpost.checks.wording import shown
from fingerpost.intake.creating.naming import cleaned
from fingerpost.intake.translating.codes import Code, Pair, Part, codes_in
from fingerpost.intake.translating.laying_out import Translated
from fingerpost.intake.translating.passages import BAR, Sort
from fingerpost.intake.translating.reading import Came, Node
from fingerpost.intake.translating.xliff import What, flat, units_of
from fingerpost.languages.phrases import Phrase, say
from fingerpost.library import Library, Text

CODES = ("ph", "pc", "sc", "ec")
# What would begin a tag, a comment, or another block at the start of a line, where the original has words.
TAG_BEGINS = re.compile(r"<(?=[A-Za-z/!?])")
BLOCK_BEGINS = re.compile(r"(?=(?:#{1,6}|[-+*]|>|\||~~~|```)(?:\s|$)|={3,}|-{3,})")
NUMBERED = re.compile(r"(?P<number>[0-9]{1,9})(?P<sign>[.)])(?=\s)")
BEGINS_A_LINE = frozenset({Sort.PARAGRAPH, Sort.ITEM, Sort.QUOTE, Sort.NOTE})
MOST_NUMBER = 0x10FFFF


@dataclass(frozen=True, slots=True)
class Fault:
    """Something about a unit that a person should know: the line in the file that came back, and a sentence."""

    line: int
    says: Phrase


def taken_in(
    library: Library, text: Text, language: str, came: Sequence[Came], beside: Collection[str] = ()
) -> tuple[Translated, list[Fault]]:
    """Return what is known of a text's translation from the units that came back, and what is amiss with them.

    A unit counts where its source is what our original says today; where it stands in the file does not matter.
    """
    by_words: dict[str, list[Came]] = {}
    for unit in came:
        by_words.setdefault(_flat_came(unit.source), []).append(unit)
    found: dict[str, str] = {}
    faults: list[Fault] = []
    for id, what, parts in units_of(library, text, language, beside):
        words = flat(parts)
        same = by_words.get(words, [])
        back = next((one for one in same if one.id == id), same[0] if same else None)
        plain = shown(words.replace("\ufffc", ""))
        if back is None:
            faults.append(Fault(0, say("nothing came back for {words}.", words=plain)))
        elif not back.translated:
            faults.append(Fault(back.line, say("there is no translation of {words}.", words=plain)))
        else:
            said, more = _said(back, what, parts)
            faults += more
            found[id] = said
    return _translated(found), faults


def _translated(found: Mapping[str, str]) -> Translated:
    passages = {int(id[1:]): words for id, words in found.items() if id[1:].isdecimal()}
    title, summary = (cleaned(found.get(key, "")) or None for key in ("title", "summary"))
    return Translated(title, summary, passages)


def _said(unit: Came, what: What, parts: tuple[Part, ...]) -> tuple[str, list[Fault]]:
    """Return a translation as Markdown, and a fault for each code that it lost or that is none of ours."""
    writing = _Writing({code.id: code for code in codes_in(parts)}, in_cell=what is Sort.CELL)
    words = writing.written(unit.target).strip()
    for id, code in writing.ours.items():
        if id not in writing.used:
            lost = code.text if isinstance(code, Code) else f"{code.open}…{code.close}"
            writing.faults.append(Fault(unit.line, say("the translation lost {sign}.", sign=shown(lost))))
    if what in BEGINS_A_LINE:
        begins = parts[0] if isinstance(parts[0], str) else ""
        words = words if BLOCK_BEGINS.match(begins) or NUMBERED.match(begins) else _without_signs(words)
    return words, writing.faults


def _without_signs(words: str) -> str:
    """Return words that begin with what would make them a heading or a list, so that they do not."""
    if BLOCK_BEGINS.match(words):
        return f"\\{words}"
    return NUMBERED.sub(r"\g<number>\\\g<sign>", words, count=1) if NUMBERED.match(words) else words


@dataclass
class _Writing:
    """A translation being written as Markdown: our codes by id, those that were used, and what was amiss."""

    ours: Mapping[str, Code | Pair]
    in_cell: bool = False
    used: set[str] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)

    def written(self, nodes: Sequence[Node | str]) -> str:
        pieces = []
        for node in nodes:
            if isinstance(node, str):
                words = TAG_BEGINS.sub("&lt;", re.sub(r"\s+", " ", node))
                pieces.append(BAR.sub(r"\\|", words) if self.in_cell else words)
            elif node.name == "cp":
                pieces.append(_letter(node.attributes.get("hex", "")))
            elif node.name in CODES:
                pieces.append(self._code(node))
            else:  # mrk, sm, em: a tool's own remarks around words
                pieces.append(self.written(node.inner))
        return "".join(pieces)

    def _code(self, node: Node) -> str:
        inner = self.written(node.inner)
        id = node.attributes.get("id", "")
        if node.name == "ec":
            id = node.attributes.get("startRef", id)
        code = self.ours.get(id)
        if code is None:
            said = say("{sign} stands for nothing in the original, and is left out.", sign=shown(id))
            self.faults.append(Fault(node.line, said))
            return inner
        self.used.add(id)
        if isinstance(code, Code):
            return code.text + inner
        if node.name in ("sc", "ec"):
            return code.open if node.name == "sc" else code.close
        return code.open + inner + code.close


def _letter(number: str) -> str:
    try:
        value = int(number, 16)
    except ValueError:
        return ""
    return chr(value) if 0 < value <= MOST_NUMBER and not 0xD800 <= value <= 0xDFFF else ""


def _flat_came(nodes: Sequence[Node | str]) -> str:
    def pieces(inner: Sequence[Node | str]) -> str:
        said = []
        for node in inner:
            if isinstance(node, str):
                said.append(node)
            elif node.name == "cp":
                said.append(_letter(node.attributes.get("hex", "")))
            elif node.name == "pc":
                said.append(f"\ufffc{pieces(node.inner)}\ufffc")
            elif node.name in CODES:
                said.append("\ufffc")
            else:
                said.append(pieces(node.inner))
        return "".join(said)

    return " ".join(pieces(nodes).split())
