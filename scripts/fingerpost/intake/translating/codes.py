"""The signs of Markdown within a passage: links, pictures, stress, code, tags. Translators move them, and no more."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

SINGLE = re.compile(
    r"<!--.*?-->"
    r"|(?<!`)(?P<ticks>`{1,3})(?!`)[^\n]{1,400}?(?<!`)(?P=ticks)(?!`)"
    r"|</?[a-zA-Z][^<>]*>|<https?://[^\s<>]+>"
    r"|\[\^[^\]\n]{1,60}\]"
    r"|\{:?[ ]?[.#a-z][^{}\n]{0,300}\}"
    r"|https?://[^\s<>()\[\]]+(?<![.,;:!?'\"*_])"
    r"|&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});"
    r"|(?:[ ]{2,}|\\)\n[ \t]*(?:>[ \t]?)*",
    re.DOTALL,
)
LINK = re.compile(
    r"(?P<open>!?\[)(?P<inner>(?:[^\[\]]|!?\[[^\[\]]*\](?:\([^()\s]*\))?){1,600})"
    r"(?P<close>\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\]\[[^\[\]\n]{0,200}\])"
)
STRESS = re.compile(
    r"(?P<open>(?<![\w*\\])\*{1,3}(?![\s*])|(?<![\w\\_])_{1,3}(?![\s_])|(?<!\\)~~(?!\s))"
    r"(?P<inner>.{1,2000}?)(?<![\s\\])(?P<close>(?P=open))(?![\w*_~])",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Code:
    """A sign that stands by itself, such as a line of code or a tag. `id` names it within its passage."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two signs with words between: a link, a picture, stress."""

    id: str
    open: str
    inner: tuple["Part", ...]
    close: str


Part = str | Code | Pair


def parts_of(text: str) -> tuple[Part, ...]:
    """Return a passage as words and codes. Written one after the other they are the passage again."""
    return tuple(_parts(text, iter(range(1, len(text) + 2))))


def codes_in(parts: tuple[Part, ...]) -> Iterator[Code | Pair]:
    """Yield every code, those within others too."""
    for part in parts:
        if not isinstance(part, str):
            yield part
        if isinstance(part, Pair):
            yield from codes_in(part.inner)


def as_written(parts: tuple[Part, ...]) -> str:
    """Return the passage that parts were made from."""
    pieces = []
    for part in parts:
        if isinstance(part, Pair):
            pieces.append(part.open + as_written(part.inner) + part.close)
        else:
            pieces.append(part if isinstance(part, str) else part.text)
    return "".join(pieces)


def _parts(text: str, numbers: Iterator[int]) -> Iterator[Part]:
    last = 0
    while last < len(text):
        found = [match for pattern in (SINGLE, LINK, STRESS) if (match := pattern.search(text, last))]
        if not found:
            break
        first = min(found, key=lambda match: match.start())
        if first.start() > last:
            yield text[last : first.start()]
        id = f"c{next(numbers)}"
        if "open" in first.groupdict():
            yield Pair(id, first["open"], tuple(_parts(first["inner"], numbers)), first["close"])
        else:
            yield Code(id, first[0])
        last = first.end()
    if last < len(text):
        yield text[last:]
