"""Front matter: python-frontmatter reads it, and every value keeps the line it came from."""

import re
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, cast

import frontmatter
import yaml
from frontmatter.default_handlers import YAMLHandler

from fingerpost.library.faults import Fault

Place = tuple[str | int, ...]

MOST_CHARACTERS = 65_536
# A ledger of more than a thousand lines; YAML takes about a second to read as much of the nastiest sort.
MOST_IN_LIST = 200_000
MOST_DEPTH = 12
MOST_SHOWN = 120  # characters of a line that goes with a fault
# Spaces that look like the one that YAML asks for, and are others, where it has to be that one.
ODD_SPACE = re.compile(
    r"(?:(?<=[:,\[{-])|^[ \t]{0,99})[\u00a0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff]", re.MULTILINE
)
# A line that was meant to end the facts: hyphens or dashes, but not three hyphens alone at its beginning.
NEARLY_CLOSED = re.compile(
    r"^[ \t\u00a0]{0,20}(?:[-\u2010-\u2015]{2,20}|[\u2014\u2015]|\.\.\.)[ \t\u00a0]{0,20}$", re.MULTILINE
)
CLOSED = re.compile(r"\A---[ \t]*\n(?P<yaml>.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A file's front matter and the body below it.

    `data` is empty when there is a fault. `lines` gives the line in the file (from 1) of each key,
    by its place: ``("credits", 0, "name")``. `body_line` is the line on which the body begins.
    """

    data: Mapping[str, Any]
    lines: Mapping[Place, int]
    body: str
    body_line: int
    fault: Fault | None = None


class _Loader(yaml.CSafeLoader):
    """YAML's safe loader, in which only what everybody reads as a number, as true or as false is not a word.

    `on`, `off`, `yes`, `no`, octal numbers (`010`), times (`12:30`, which YAML 1.1 takes for 750), `0x1f`, `1_000`,
    `.inf`, `=` and `<<` are words, and so is a number too long for anything here: an ISBN keeps its zero. A date stays
    as it is written, so that one that does not exist is found where it stands.
    """


NOT_AS_WRITTEN = frozenset(
    f"tag:yaml.org,2002:{name}" for name in ("bool", "timestamp", "int", "float", "merge", "value")
)
NUMBER_SIGNS = list("-0123456789")

_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in NOT_AS_WRITTEN]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF")
)
_Loader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^(?:0|-?[1-9][0-9]{0,14})$"), NUMBER_SIGNS)
_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"^-?(?:0|[1-9][0-9]{0,14})\.[0-9]{1,15}$"), NUMBER_SIGNS
)


def _as_written(loader: Any, node: yaml.ScalarNode) -> Decimal | str:
    """Return a number that keeps its form, so that a message can say 1.10 where 1.10 is written."""
    try:
        return Decimal(str(loader.construct_scalar(node)))
    except InvalidOperation:
        return str(node.value)


_Loader.add_constructor("tag:yaml.org,2002:float", _as_written)


class _Refused(Exception):
    def __init__(self, code: str, line: int, column: int = 1, **detail: str) -> None:
        super().__init__(code)
        self.code, self.line, self.column, self.detail = code, line, column, detail


class _LocatedYAML(YAMLHandler):  # type: ignore[misc]
    """YAML between two lines of three hyphens, at the very start of the file, and positions kept."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: dict[Place, int] = {}

    def split(self, text: str) -> tuple[str, str]:
        found = CLOSED.match(text)
        if not found:
            raise ValueError
        return found["yaml"], text[found.end() :]

    def load(self, fm: str, **_kwargs: object) -> Any:
        if len(fm) > MOST_CHARACTERS:
            raise _Refused("front-matter-too-large", 1, size=str(len(fm)), most=str(MOST_CHARACTERS))
        data, self.lines = load_located(fm, first_line=2)
        if not isinstance(data, dict):
            raise _Refused("not-a-mapping", 2)
        return data


def read_front_matter(text: str, path: str) -> FrontMatter:
    """Split `text` (with LF line ends) into front matter and body; never raises.

    A missing, unclosed or unreadable front matter comes back as a fault with its line.
    """
    if not text.startswith("---"):
        return FrontMatter({}, {}, text, 1, Fault("no-front-matter", path, detail=_opening(text)))
    closed = CLOSED.match(text)
    if not closed:
        first, _, rest = text.partition("\n")
        nearly = NEARLY_CLOSED.search(rest)
        line = rest.count("\n", 0, nearly.start()) + 2 if nearly else 1
        detail = {"first": first[:MOST_SHOWN], "nearly": str(line) if nearly else ""}
        return FrontMatter({}, {}, "", 1, Fault("front-matter-not-closed", path, detail=detail))
    body_line = text.count("\n", 0, closed.end()) + 1
    body = text[closed.end() :]
    handler = _LocatedYAML()
    try:
        data, _ = frontmatter.parse(text, handler=handler)
    except _Refused as refused:
        return FrontMatter({}, {}, body, body_line, _fault_of(refused, path, closed["yaml"], 2))
    return FrontMatter(data, handler.lines, body, body_line)


def _opening(text: str) -> dict[str, str]:
    """Return the first line with anything in it, and which one it is."""
    words = text.lstrip()
    before = text[: len(text) - len(words)]
    return {"first": words[:MOST_SHOWN].partition("\n")[0], "line": str(before.count("\n") + 1)}


def load_located(source: str, first_line: int = 1) -> tuple[Any, dict[Place, int]]:
    """Return the data of one YAML document and the line of each place in it.

    Raises an internal refusal, with line and column, for what is not YAML, for anchors, aliases,
    tags, repeated keys, and for nesting deeper than `MOST_DEPTH` (YAML 1.2, section 3.2.2, allows
    anchors; we don't, because a handful of them can grow without bound).
    """
    try:
        _walk_events(source, first_line)
        loader = _Loader(source)
        try:
            node = loader.get_single_node()
            if node is None:
                return {}, {}
            lines: dict[Place, int] = dict(_places(node, (), first_line))
            data = cast("Any", loader).construct_document(node)
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = (mark.line if mark else 0) + first_line
        raise _Refused("not-yaml", line, (mark.column if mark else 0) + 1, problem=error.problem or "") from None
    except yaml.reader.ReaderError as error:
        line = first_line + source[: error.position].count("\n")
        raise _Refused("not-yaml", line, problem="special characters are not allowed") from None
    except (yaml.YAMLError, ValueError, RecursionError, OverflowError) as error:
        raise _Refused("not-yaml", first_line, problem=str(error).splitlines()[0]) from None
    if not isinstance(data, dict | list):
        raise _Refused("not-a-mapping", first_line)
    return data, lines


def read_yaml(text: str, path: str) -> tuple[Any, dict[Place, int], Fault | None]:
    """Read a whole YAML file (a vocabulary, the ledger): its data, the lines, and a fault if any."""
    if len(text) > MOST_IN_LIST:
        return None, {}, Fault("list-too-large", path, detail={"most": str(MOST_IN_LIST)})
    try:
        data, lines = load_located(text)
    except _Refused as refused:
        return None, {}, _fault_of(refused, path, text, 1)
    return data, lines, None


def _fault_of(refused: _Refused, path: str, source: str, first_line: int) -> Fault:
    """Return a refusal as a fault: where an odd space is what broke the facts, at the space."""
    if refused.code in ("not-yaml", "not-a-mapping"):
        odd = ODD_SPACE.search(source)
        line = source.count("\n", 0, odd.start()) + first_line if odd else 0
        if odd and line <= refused.line:
            column = odd.end() - (source.rfind("\n", 0, odd.start()) + 1)
            return Fault("odd-space", path, line, column)
    detail = dict(refused.detail)
    if refused.code in ("not-yaml", "not-a-mapping"):
        detail |= _around(source, refused.line - first_line)
    return Fault(refused.code, path, refused.line, refused.column, detail)


def _around(source: str, index: int) -> dict[str, str]:
    """Return the line with this index (from 0) and the one above it."""
    lines = source.split("\n")[: index + 1]
    text = lines[index] if index < len(lines) else ""
    above = lines[index - 1] if 0 < index <= len(lines) else ""
    return {"text": text[:MOST_SHOWN], "above": above[:MOST_SHOWN]}


def _walk_events(source: str, first_line: int) -> None:
    depth = 0
    for event in yaml.parse(source, Loader=_Loader):
        line, column = (
            (event.start_mark.line + first_line, event.start_mark.column + 1) if event.start_mark else (first_line, 1)
        )
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _Refused("anchor-or-alias", line, column)
        if getattr(event, "tag", None) and not any(_as_pair(getattr(event, "implicit", False))):
            raise _Refused("not-yaml", line, column, problem="could not determine a constructor for the tag")
        if isinstance(event, yaml.ScalarEvent) and "\x00" in event.value:
            raise _Refused("not-yaml", line, column, problem="control characters are not allowed")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MOST_DEPTH:
                raise _Refused("too-deep", line, column, most=str(MOST_DEPTH))
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _as_pair(implicit: object) -> tuple[object, ...]:
    """Whether a tag is implied: one truth value for a collection, two for a scalar."""
    return implicit if isinstance(implicit, tuple) else (implicit,)


def _places(node: yaml.Node, place: Place, first_line: int) -> Iterator[tuple[Place, int]]:
    yield place, node.start_mark.line + first_line
    if isinstance(node, yaml.MappingNode):
        seen: set[Hashable] = set()
        for key, value in node.value:
            line = key.start_mark.line + first_line
            if not isinstance(key, yaml.ScalarNode) or key.tag != "tag:yaml.org,2002:str":
                raise _Refused("not-yaml", line, key.start_mark.column + 1, problem="a key has to be a word")
            if key.value in seen:
                raise _Refused("repeated-key", line, key.start_mark.column + 1, key=str(key.value))
            seen.add(key.value)
            inner = (*place, str(key.value))
            for found, found_line in _places(value, inner, first_line):
                yield found, line if found == inner else found_line
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from _places(value, (*place, index), first_line)
