"""The images of a text, in Markdown and in HTML: where each stands, what is said of it, what it shows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fingerpost.checks.places import links, position, visible
from fingerpost.library import Text

BY_REFERENCE = re.compile(r"!\[(?P<text>[^\[\]\n]{0,300})\]\[(?P<name>[^\[\]\n]{0,200})\]")
TAG = re.compile(r"<img\b(?P<inside>(?:\"[^\"]{0,2000}\"|'[^']{0,2000}'|[^\"'<>])*)", re.IGNORECASE)
WORDS = re.compile(
    r"\balt\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'<>]+))",
    re.IGNORECASE,
)
SOURCE = re.compile(r"\bsrc\s*=\s*[\"']?(?P<target>[^\s\"'<>]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Image:
    """An image: its place in the body, its words (nothing where HTML has no `alt`), its target, its form."""

    line: int
    column: int
    words: str | None
    target: str
    is_html: bool = False


def find_images(text: Text) -> Iterator[Image]:
    """Yield the images of a text. What says on purpose that it is decoration (``alt=""``) is left out."""
    if "![" in text.body:
        yield from _in_markdown(text)
    if "<img" in text.body or "<IMG" in text.body:
        yield from _in_html(text)


def _in_markdown(text: Text) -> Iterator[Image]:
    for link in links(text.body):
        if link.image and link.text is not None:
            yield Image(link.line, link.column, link.text, link.target)
    for match in BY_REFERENCE.finditer(visible(text.body)):
        target = match["name"] or match["text"]
        yield Image(*position(text.body, match.start()), match["text"], target)


def _in_html(text: Text) -> Iterator[Image]:
    for match in TAG.finditer(visible(text.body)):
        words, source = WORDS.search(match["inside"]), SOURCE.search(match["inside"])
        said = next((found for found in words.groups() if found is not None), "") if words else None
        if said != "":
            target = source["target"] if source else ""
            yield Image(*position(text.body, match.start()), said, target, is_html=True)
