"""What a document becomes on its way in: prepared for the converter, then read, with what was left on the way."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from fingerpost.checks.wording import shown
from fingerpost.languages.phrases import Phrase, say


@dataclass(frozen=True, slots=True)
class Left:
    """Something that could not be carried over, or not as it was: what it is, and where it stood."""

    what: Phrase
    where: Phrase


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person said is to be done with tracked changes and comments; nothing said is "ask"."""

    changes: Literal["", "accept", "reject"] = ""
    comments: Literal["", "drop"] = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture inside a document: its bytes, and its words where the converter does not pass them on."""

    content: bytes
    alt: str | None = None


@dataclass(slots=True)
class Prepared:
    """A document made ready for the converter.

    `reads` is the converter's name of the format. `pictures` are known by the address that the converter gives
    back. `anchors` leads from a target of links inside the document to the number of the heading (from 0) it means.
    """

    content: bytes
    reads: str
    title: str = ""
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    anchors: Mapping[str, int] = field(default_factory=dict)
    left: list[Left] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Document:
    """A document that was read: its title, its body as Markdown, its pictures by name, and what was left.

    `titled_by` says where the title was found: style, heading, page or file.
    """

    name: str
    title: str
    titled_by: str
    language: str
    body: str
    pictures: Mapping[str, bytes]
    left: tuple[Left, ...]


def under(heading: str) -> Phrase:
    """Return where something stood: under a heading, or before the first."""
    return say("under {heading}", heading=shown(heading)) if heading else say("before the first heading")


def near(heading: str, words: str) -> Phrase:
    """Return where something stood: by the words around it, and the heading above."""
    flat = " ".join(words.split())
    return say("at {words}, {where}", words=shown(flat), where=under(heading)) if flat else under(heading)
