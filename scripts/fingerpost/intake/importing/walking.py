"""Walking through a document in the order of its text, with the heading and the paragraph that one is at."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from fingerpost.metadata.markup import local

HEADING = re.compile(r"heading [1-9]")
MOST_WORDS = 200


@dataclass(frozen=True, slots=True)
class Here:
    """Where one is: the words of the heading above, and of the paragraph."""

    heading: str
    paragraph: str
    is_heading: bool = False


class Trail:
    """Yields each element of a part with where it stands.

    `style_of` gives the name of a paragraph's style, in small letters; headings are those called ``heading 1`` to
    ``heading 9``. OpenDocument's headings are elements of their own (``h``).
    """

    def __init__(self, root: ET.Element, style_of: Callable[[ET.Element], str]) -> None:
        """Take the root of a part, and how to know a heading."""
        self.root = root
        self.style_of = style_of

    def __iter__(self) -> Iterator[tuple[ET.Element, Here]]:
        """Yield each element and where it stands."""
        here = Here("", "")
        for element in self.root.iter():
            name = local(element.tag)
            if name == "h" or (name == "p" and HEADING.fullmatch(self.style_of(element))):
                text = plain(element)
                here = Here(text or here.heading, text, is_heading=True)
            elif name == "p":
                here = Here(here.heading, plain(element))
            yield element, here


def plain(paragraph: ET.Element) -> str:
    """Return the first words of a paragraph, what was taken out by a tracked change and remarks not among them."""
    pieces: list[str] = []
    _gather(paragraph, pieces)
    return " ".join("".join(pieces).split())[:MOST_WORDS]


def _gather(element: ET.Element, pieces: list[str]) -> None:
    name = local(element.tag)
    if name in ("instrText", "delText", "annotation", "txbxContent", "text-box", "note", "posOffset"):
        return
    pieces.append(element.text or "")
    for child in element:
        _gather(child, pieces)
        pieces.append(child.tail or "")
