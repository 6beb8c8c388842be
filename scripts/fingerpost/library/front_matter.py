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
        return FrontMatter({}, {}, text, 1, Fault("no-front-matter", path))
    closed = CLOSED.match(text)
    if not closed:
        return FrontMatter({}, {}, "", 1, Fault("front-matter-not-closed", path))
    body_line = text.count("\n", 0, closed.end()) + 1
    body = text[closed.end() :]
    handler = _LocatedYAML()
    try:
        data, _ = frontmatter.parse(text, handler=handler)
    except Refused as refused:
        fault = Fault(refused.code, path, refused.line, refused.column, refused.detail)
        return FrontMatter({}, {}, body, body_line, fault)
    return FrontMatter(data, handler.lines, body, body_line)


def read_yaml(text: str, path: str) -> tuple[Any, dict[Place, int], Fault | None]:
    """Read a whole YAML file (a vocabulary, the ledger): its data, the lines, and a fault if any."""
    try:
        data, lines = load_located(text)
    except Refused as refused:
        return None, {}, Fault(refused.code, path, refused.line, refused.column, refused.detail)
    return data, lines, None
