"""Front matter: python-frontmatter reads it, and every value keeps the line it came from."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import frontmatter
from frontmatter.default_handlers import YAMLHandler

from fingerpost.library.faults import Fault
from fingerpost.library.located_yaml import MOST_DEPTH, Place, Refused, load_located

__all__ = ["MOST_CHARACTERS", "MOST_DEPTH", "FrontMatter", "Place", "read_front_matter", "read_yaml"]

MOST_CHARACTERS = 65_536
# A ledger of more than a thousand lines; YAML takes about a second to read as much of the nastiest sort.
MOST_IN_LIST = 200_000
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
            raise Refused("front-matter-too-large", 1, size=str(len(fm)), most=str(MOST_CHARACTERS))
        data, self.lines = load_located(fm, first_line=2)
        if not isinstance(data, dict):
            raise Refused("not-a-mapping", 2)
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
    except Refused as refused:
        return FrontMatter({}, {}, body, body_line, _fault_of(refused, path, closed["yaml"], 2))
    return FrontMatter(data, handler.lines, body, body_line)


def _opening(text: str) -> dict[str, str]:
    """Return the first line with anything in it, and which one it is."""
    words = text.lstrip()
    before = text[: len(text) - len(words)]
    return {"first": words[:MOST_SHOWN].partition("\n")[0], "line": str(before.count("\n") + 1)}


def read_yaml(text: str, path: str) -> tuple[Any, dict[Place, int], Fault | None]:
    """Read a whole YAML file (a vocabulary, the ledger): its data, the lines, and a fault if any."""
    if len(text) > MOST_IN_LIST:
        return None, {}, Fault("list-too-large", path, detail={"most": str(MOST_IN_LIST)})
    try:
        data, lines = load_located(text)
    except Refused as refused:
        return None, {}, _fault_of(refused, path, text, 1)
    return data, lines, None


def _fault_of(refused: Refused, path: str, source: str, first_line: int) -> Fault:
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
