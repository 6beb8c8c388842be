"""One document of YAML, with the line on which each value stands, and without what can grow without bound."""

import re
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any, cast

import yaml

Place = tuple[str | int, ...]

MOST_DEPTH = 12


class _Loader(yaml.CSafeLoader):
    """YAML's safe loader, in which only what everybody reads as a number, as true or as false is not a word.

    `on`, `off`, `yes`, `no`, octal numbers (`010`), times (`12:30`, which YAML 1.1 takes for 750), `0x1f`, `1_000`,
    `.inf`, `=` and `<<` are words, and so is a number too long for anything here: an ISBN keeps its zero. A date stays
    as it is written, so that one that does not exist is found where it stands.
    """


TEXT = "tag:yaml.org,2002:str"
SECOND = "but found another document"
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


class Refused(Exception):
    """A document that is not accepted: the sort of fault, its line and column from 1, and what the words need."""

    def __init__(self, code: str, line: int, column: int = 1, **detail: str) -> None:
        """Keep what a Fault is made from."""
        super().__init__(code)
        self.code, self.line, self.column, self.detail = code, line, column, detail


def load_located(source: str, first_line: int = 1) -> tuple[Any, dict[Place, int]]:
    """Return the data of one YAML document and the line of each place in it.

    Raises Refused, with line and column, for what is not YAML, for anchors, aliases,
    tags, repeated keys, and for nesting deeper than `MOST_DEPTH` (YAML 1.2, section 3.2.2, allows
    anchors; we don't, because a handful of them can grow without bound).
    """
    try:
        loader = _Loader(source)
        try:
            building = _build(loader, first_line)
        finally:
            loader.dispose()
        for trouble in (building.not_one, building.not_ours, building.not_built):
            if trouble:
                raise trouble
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = (mark.line if mark else 0) + first_line
        raise Refused("not-yaml", line, (mark.column if mark else 0) + 1, problem=error.problem or "") from None
    except yaml.reader.ReaderError as error:
        line = first_line + source[: error.position].count("\n")
        raise Refused("not-yaml", line, problem="special characters are not allowed") from None
    except (yaml.YAMLError, ValueError, RecursionError, OverflowError) as error:
        raise Refused("not-yaml", first_line, problem=str(error).splitlines()[0]) from None
    if not isinstance(building.data, dict | list):
        raise Refused("not-a-mapping", first_line)
    return building.data, building.lines


@dataclass(slots=True)
class _Open:
    """A mapping or a list that is being read, and where it stands; of a mapping, the key that waits for its value."""

    value: dict[str, Any] | list[Any]
    place: Place
    key: str | None = None
    key_line: int = 0


@dataclass(slots=True)
class _Building:
    """What has been read so far: the data, the line of each place, what is open, and the first trouble of each sort.

    A trouble that is no fault of YAML's is told only where the whole document is YAML.
    """

    data: Any = field(default_factory=dict)
    lines: dict[Place, int] = field(default_factory=dict)
    open: list[_Open] = field(default_factory=list)
    documents: int = 0
    not_one: Exception | None = None
    not_ours: Exception | None = None
    not_built: Exception | None = None


def _build(loader: _Loader, first_line: int) -> _Building:
    """Build data and lines in one walk over the events of YAML, which is where most of the time of reading goes."""
    building = _Building()
    for event in iter(cast("Any", loader).get_event, None):
        kind = type(event)
        if kind is yaml.ScalarEvent:
            _put_scalar(building, loader, event, *_refuse(event, first_line))
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            line, column = _refuse(event, first_line)
            if len(building.open) >= MOST_DEPTH:
                raise Refused("too-deep", line, column, most=str(MOST_DEPTH))
            value: dict[str, Any] | list[Any] = {} if kind is yaml.MappingStartEvent else []
            building.open.append(_Open(value, _put(building, value, line, column)))
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            building.open.pop()
        elif kind is yaml.AliasEvent:
            raise Refused("anchor-or-alias", *_stands(event, first_line))
        elif kind is yaml.DocumentStartEvent:
            building.documents += 1
            if building.documents == 2:
                building.not_one = Refused("not-yaml", *_stands(event, first_line), problem=SECOND)
    return building


def _stands(event: Any, first_line: int) -> tuple[int, int]:
    mark = event.start_mark
    return mark.line + first_line, mark.column + 1


def _refuse(event: Any, first_line: int) -> tuple[int, int]:
    """Return the line and column of a value; refuse anchors, aliases, tags and control characters."""
    mark = event.start_mark
    line, column = mark.line + first_line, mark.column + 1
    if event.anchor:
        raise Refused("anchor-or-alias", line, column)
    # Whether a tag is implied: one truth value for a collection, two for a scalar.
    scalar = type(event) is yaml.ScalarEvent
    if event.tag and not (any(event.implicit) if scalar else event.implicit):
        raise Refused("not-yaml", line, column, problem="could not determine a constructor for the tag")
    if scalar and "\x00" in event.value:
        raise Refused("not-yaml", line, column, problem="control characters are not allowed")
    return line, column


def _put_scalar(building: _Building, loader: _Loader, event: Any, line: int, column: int) -> None:
    value = event.value
    tag = _tag_of(value) if event.implicit[0] else TEXT
    inside = building.open[-1] if building.open else None
    if inside and isinstance(inside.value, dict) and inside.key is None:
        if tag != TEXT:
            _note(building, Refused("not-yaml", line, column, problem="a key has to be a word"))
        elif value in inside.value:
            _note(building, Refused("repeated-key", line, column, key=value))
        inside.key, inside.key_line = value, line
        return
    if tag == TEXT:
        _put(building, value, line, column)
        return
    constructors: dict[str | None, Any] = _Loader.yaml_constructors
    construct = constructors.get(tag, constructors[None])
    try:
        built = construct(loader, yaml.ScalarNode(tag, value, event.start_mark, event.end_mark))
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        building.not_built = building.not_built or error
        built = None
    _put(building, built, line, column)


def _put(building: _Building, value: Any, line: int, column: int) -> Place:
    """Put a value where it belongs, and note its line: its key's, where it has one. Return its place."""
    if not building.open:
        if building.documents == 1:
            building.data, building.lines[()] = value, line
        return ()
    inside = building.open[-1]
    if isinstance(inside.value, list):
        place = _below(inside.place, len(inside.value))
        inside.value.append(value)
    elif inside.key is None:
        _note(building, Refused("not-yaml", line, column, problem="a key has to be a word"))
        inside.key, inside.key_line = "", line
        return inside.place
    else:
        place, line = _below(inside.place, inside.key), inside.key_line
        inside.value[inside.key], inside.key = value, None
    building.lines[place] = line
    return place


@lru_cache(maxsize=4096)
def _below(place: Place, step: str | int) -> Place:
    """Return the place of what is inside `place`: one and the same object in every file, of which there are many."""
    return (*place, step)


def _note(building: _Building, refused: Refused) -> None:
    building.not_ours = building.not_ours or refused


def _tag_of(word: str) -> str:
    """Return what a word without quotation marks is: text, a number, true or false, nothing at all."""
    for tag, pattern in _Loader.yaml_implicit_resolvers.get(word[:1], ()):
        if pattern.match(word):
            return str(tag)
    return TEXT
