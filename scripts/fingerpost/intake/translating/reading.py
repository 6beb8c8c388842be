"""Reading XLIFF that came back: whatever a tool added, no document type, no entities, and each thing with its line."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from fingerpost.intake.translating.xliff import NAMESPACE
from fingerpost.languages.phrases import Phrase, say
from fingerpost.problems import FingerpostProblem

MOST_BYTES = 20_000_000
MOST_DEPTH = 100
SOURCE_ONLY = frozenset({"ignorable"})  # what stands between segments need not have a translation


@dataclass(slots=True)
class Node:
    """An element of XLIFF's core: its name, its attributes, its line in the file, what stands in it."""

    name: str
    attributes: dict[str, str]
    line: int
    inner: list["Node | str"] = field(default_factory=list)

    def children(self, name: str) -> Iterator["Node"]:
        """Yield the elements directly in it that have a name."""
        return (one for one in self.inner if isinstance(one, Node) and one.name == name)

    def below(self, name: str) -> Iterator["Node"]:
        """Yield the elements anywhere in it that have a name."""
        for one in self.inner:
            if isinstance(one, Node):
                if one.name == name:
                    yield one
                yield from one.below(name)


@dataclass(frozen=True, slots=True)
class Came:
    """A unit that came back: its line, and what stands in its sources and in its targets, one segment after another."""

    id: str
    line: int
    source: tuple[Node | str, ...]
    target: tuple[Node | str, ...]
    translated: bool


@dataclass(frozen=True, slots=True)
class Exchange:
    """A file that came back: its languages, and the units of each text by the text's path."""

    source: str
    target: str
    units: dict[str, list[Came]]


def read_xliff(file: Path) -> Exchange:
    """Read an XLIFF document. Raises FingerpostProblem, with the line, for what is none or can't be used."""
    name = file.name
    if file.stat().st_size > MOST_BYTES:
        raise FingerpostProblem(say("{file} is larger than 20 MB, and is not read.", file=name))
    root = _parsed(file.read_bytes(), name)
    version = root.attributes.get("version", "")
    if root.name != "xliff" or not version.startswith("2."):
        raise FingerpostProblem(
            say("{file}:{line} is not XLIFF 2.0. Ask for a file of that version back.", file=name, line=root.line)
        )
    target = root.attributes.get("trgLang", "")
    if not target:
        raise FingerpostProblem(
            say('{file}:{line} does not say into which language it is. Add: trgLang="cy"', file=name, line=root.line)
        )
    units: dict[str, list[Came]] = {}
    for one in root.children("file"):
        units.setdefault(one.attributes.get("original", ""), []).extend(_came(unit) for unit in one.below("unit"))
    return Exchange(root.attributes.get("srcLang", ""), target, units)


def _came(unit: Node) -> Came:
    source: list[Node | str] = []
    target: list[Node | str] = []
    whole = False
    segments = [one for one in unit.inner if isinstance(one, Node) and one.name in ("segment", "ignorable")]
    for segment in _in_order(segments):
        own = [part for one in segment.children("source") for part in one.inner]
        translated = [part for one in segment.children("target") for part in one.inner]
        source += own
        said = bool("".join(text_in(translated)).strip()) or any(isinstance(part, Node) for part in translated)
        whole = whole or (said and segment.name == "segment")
        target += translated if said or segment.name not in SOURCE_ONLY else own
    missing = any(
        not list(segment.children("target")) and segment.name == "segment" and list(segment.children("source"))
        for segment in segments
    )
    return Came(unit.attributes.get("id", ""), unit.line, tuple(source), tuple(target), whole and not missing)


def _in_order(segments: list[Node]) -> list[Node]:
    """Return segments in the order of the translation, which a target may give (XLIFF 2.0, 4.3.1.24 order)."""

    def place(numbered: tuple[int, Node]) -> int:
        order = next((one.attributes.get("order", "") for one in numbered[1].children("target")), "")
        return int(order) if order.isdecimal() and len(order) < 6 else numbered[0]

    return [segment for _, segment in sorted(enumerate(segments, start=1), key=place)]


def text_in(parts: list[Node | str]) -> Iterator[str]:
    """Yield the text in parts, codes and remarks left out."""
    for part in parts:
        if isinstance(part, str):
            yield part
        else:
            yield from text_in(part.inner)


def _parsed(content: bytes, name: str) -> Node:
    parser = expat.ParserCreate(namespace_separator=" ")
    top = Node("", {}, 1)
    stack = [top]

    def refuse(*_: object) -> None:
        raise _refusal(name, parser.CurrentLineNumber, say("it declares a document type, which can do harm"))

    def start(tag: str, attributes: dict[str, str]) -> None:
        namespace, _, local = tag.rpartition(" ")
        # What is not of the core is passed over, with what stands in it: modules and tools' own remarks.
        own = namespace.startswith(NAMESPACE.rpartition(":")[0])
        node = Node(local if own else "", attributes, parser.CurrentLineNumber)
        if len(stack) > MOST_DEPTH:
            raise _refusal(name, node.line, say("too much stands within each other"))
        stack[-1].inner.append(node)
        stack.append(node)

    def text(words: str) -> None:
        stack[-1].inner.append(words)

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _tag: stack.pop()
    parser.CharacterDataHandler = text
    parser.buffer_text = True
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise _refusal(name, error.lineno, say("it is not whole, or not XML")) from None
    except (LookupError, ValueError):
        raise _refusal(name, 1, say("it is not whole, or not XML")) from None
    return next(one for one in top.inner if isinstance(one, Node))


def _refusal(name: str, line: int, why: Phrase) -> FingerpostProblem:
    return FingerpostProblem(say("{file}:{line} can't be read: {why}.", file=name, line=line, why=why))
