"""Links and images in Markdown: where each stands, and what it points at."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

FENCE = re.compile(r"[ \t]*(`{3,}(?=[^`]*$)|~{3,})")  # in a list item a fence stands further in
CODE = re.compile(r"(?<!`)(`{1,3})(?!`)[^\n]{1,400}?(?<!`)\1(?!`)")
COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
INLINE = re.compile(
    r"(?P<opening>!\[|\[)(?P<text>(?:[^\[\]\n]|\n(?![ \t]*\n)|\[[^\[\]\n]{0,200}\]){0,600})\]"
    r"\([ ]{0,9}<?(?P<target>[^\s<>()]*+(?:\([^\s()]*+\)[^\s<>()]*+)?)>?(?:[ ]{1,9}[\"'][^\n]{0,300}?[\"'])?[ ]{0,9}\)"
)
DEFINITION = re.compile(r"^ {0,3}\[(?P<text>[^\]^\n][^\]\n]{0,199})\]:[ \t]*<?(?P<target>[^\s<>]+)>?", re.MULTILINE)
ATTRIBUTE = re.compile(r"\b(?P<name>href|src)\s*=\s*(?P<quote>[\"'])(?P<target>[^\"'\n]*)(?P=quote)", re.IGNORECASE)
OUTSIDE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//|#|\?)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Link:
    """A link or an image: its target, its text (nothing for raw HTML), and its place in the body.

    `start` and `end` are the target's span; `before` and `after` are where an inline link begins and ends,
    nothing for any other.
    """

    target: str
    text: str | None
    image: bool
    start: int
    end: int
    before: int | None
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
    body = without_fences(body)
    for sign, pattern in (("<!--", COMMENT), ("`", CODE)):
        if sign in body:
            body = pattern.sub(_blank, body)
    return body


def without_fences(body: str) -> str:
    """Blank out fenced code line by line: a fence ends at one as long, of the same sign, or at the end."""
    if "```" not in body and "~~~" not in body:
        return body
    lines = body.split("\n")
    fence = ""
    for index, line in enumerate(lines):
        mark = FENCE.match(line)
        if fence:
            closes = mark and mark[1].startswith(fence) and not line[mark.end() :].strip()
            lines[index] = " " * len(line)
            fence = "" if closes else fence
        elif mark:
            fence = mark[1]
            lines[index] = " " * len(line)
    return "\n".join(lines)


def find_links(body: str) -> tuple[Link, ...]:
    """Return every link and image outside code, in the order of the text."""
    visible = without_code(body)
    # Each pattern is slow where it finds nothing, and a sign that it cannot do without is quick to look for.
    inline, definitions, attributes = (
        list(pattern.finditer(visible)) if sign in visible else []
        for sign, pattern in (("](", INLINE), ("]:", DEFINITION), ("=", ATTRIBUTE))
    )
    if not (inline or definitions or attributes):
        return ()
    starts = [0, *(match.end() for match in re.finditer("\n", visible))]
    found: dict[int, Link] = {}
    for match in (*inline, *definitions, *attributes):
        _note(found, starts, match)
    # An image inside a link's text is found by looking at the text again.
    for match in inline:
        if "[" in match["text"]:
            for inner in INLINE.finditer(match["text"]):
                _note(found, starts, inner, match.start("text"))
    return tuple(_apart(found))


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


def _apart(found: dict[int, Link]) -> Iterator[Link]:
    """Yield the links in order, without those that stand in another's target."""
    last = 0
    for start in sorted(found):
        if start >= last:
            yield found[start]
            last = found[start].end


def _note(found: dict[int, Link], starts: list[int], match: re.Match[str], offset: int = 0) -> None:
    groups = match.groupdict()
    start, end = (place + offset for place in match.span("target"))
    begin = match.start() + offset
    line = bisect_right(starts, begin)
    found.setdefault(
        start,
        Link(
            target=groups["target"],
            text=groups.get("text"),
            image=groups.get("opening") == "![" or (groups.get("name") or "").lower() == "src",
            start=start,
            end=end,
            before=begin if "opening" in groups else None,
            after=match.end() + offset if "opening" in groups else None,
            line=line,
            column=begin - starts[line - 1] + 1,
        ),
    )
