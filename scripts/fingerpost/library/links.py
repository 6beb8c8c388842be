"""Links and images in Markdown: where each stands, and what it points at."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

FENCE = re.compile(r"^(?P<mark> {0,3}(?:`{3,}|~{3,})).*?^(?:(?P=mark)[`~]*[ \t]*$|\Z)", re.DOTALL | re.MULTILINE)
CODE = re.compile(r"(?<!`)(`{1,3})(?!`)[^\n]{1,400}?(?<!`)\1(?!`)")
COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
INLINE = re.compile(
    r"(?P<bang>!?)\[(?P<text>(?:[^\[\]\n]|\[[^\[\]\n]{0,200}\](?:\([^()\s]{0,400}\))?){0,600})\]"
    r"\([ ]*<?(?P<target>[^\s<>()]*(?:\([^\s()]*\)[^\s<>()]*)?)>?(?:[ ]+[\"'][^\n]{0,300}?[\"'])?[ ]*\)"
)
DEFINITION = re.compile(r"^ {0,3}\[(?P<text>[^\]\n]{1,200})\]:[ \t]*<?(?P<target>[^\s<>]+)>?", re.MULTILINE)
ATTRIBUTE = re.compile(r"\b(?P<name>href|src)\s*=\s*(?P<quote>[\"'])(?P<target>[^\"'\n]*)(?P=quote)", re.IGNORECASE)
OUTSIDE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//|#|\?)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Link:
    """A link or an image: its target, its text (nothing for raw HTML), and its place in the body.

    `start` and `end` are the target's span; `after` is where an inline link ends, else nothing.
    """

    target: str
    text: str | None
    image: bool
    start: int
    end: int
    after: int | None
    line: int
    column: int

    @property
    def inside(self) -> bool:
        """Whether the target is a relative path into the collection."""
        return bool(self.target) and not OUTSIDE.match(self.target)

    @property
    def path(self) -> str:
        """The target without its query and fragment."""
        return re.split(r"[?#]", self.target, maxsplit=1)[0]

    @property
    def fragment(self) -> str:
        """What follows the hash sign, or an empty string."""
        return self.target.partition("#")[2]


def without_code(body: str) -> str:
    """Return the body with code and comments blanked out: same length, same lines."""
    for pattern in (FENCE, COMMENT, CODE):
        body = pattern.sub(_blank, body)
    return body


def find_links(body: str) -> tuple[Link, ...]:
    """Return every link and image outside code, in the order of the text."""
    visible = without_code(body)
    found: dict[int, Link] = {}
    for pattern in (INLINE, DEFINITION, ATTRIBUTE):
        for match in pattern.finditer(visible):
            _note(found, visible, match)
    # An image inside a link's text is found by looking at the text again.
    for match in INLINE.finditer(visible):
        offset = match.start("text")
        for inner in INLINE.finditer(match["text"]):
            _note(found, visible, inner, offset)
    return tuple(found[start] for start in sorted(found))


def rewrite_links(body: str, change: Callable[[Link], str]) -> str:
    """Return the body with each target replaced by what `change` gives for it."""
    pieces: list[str] = []
    last = 0
    for link in find_links(body):
        pieces += [body[last : link.start], change(link)]
        last = link.end
    return "".join([*pieces, body[last:]])


def resolve(path: str, base: str) -> str | None:
    """Return where a relative path leads, seen from the file `base`; nothing if it leaves the root."""
    parts: list[str] = list(PurePosixPath(base).parent.parts)
    for step in path.split("/"):
        if step in ("", "."):
            continue
        if step == "..":
            if not parts:
                return None
            parts.pop()
        else:
            parts.append(step)
    return "/".join(parts)


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _note(found: dict[int, Link], visible: str, match: re.Match[str], offset: int = 0) -> None:
    groups = match.groupdict()
    start, end = (place + offset for place in match.span("target"))
    begin = match.start() + offset
    line_start = visible.rfind("\n", 0, begin) + 1
    found.setdefault(
        start,
        Link(
            target=groups["target"],
            text=groups.get("text"),
            image=groups.get("bang") == "!" or (groups.get("name") or "").lower() == "src",
            start=start,
            end=end,
            after=match.end() + offset if "bang" in groups else None,
            line=visible.count("\n", 0, begin) + 1,
            column=begin - line_start + 1,
        ),
    )
