"""What the styles of an OpenDocument text say: which hide words, which colour them, which are the title's."""

import xml.etree.ElementTree as ET
from dataclasses import dataclass, field

from fingerpost.intake.importing.xml import first, inside, value
from fingerpost.metadata.markup import local

KNOWN = ("title", "author", "date")
LONGEST_CHAIN = 20
PLAIN_COLOURS = frozenset({"", "#000000", "#ffffff", "transparent"})


@dataclass(slots=True)
class Styles:
    """The styles of a document: what each inherits from, and those that hide or colour their words."""

    parents: dict[str, str] = field(default_factory=dict)
    hiding: set[str] = field(default_factory=set)
    coloured: set[str] = field(default_factory=set)
    underlined: set[str] = field(default_factory=set)
    properties: list[ET.Element] = field(default_factory=list)

    def name_of(self, paragraph: ET.Element) -> str:
        """Return the name of a paragraph's style in small letters, or of the one it comes from that matters here."""
        chain = self._chain(value(paragraph, "style-name"))
        return next((name for name in chain if name in KNOWN), chain[0])

    def _chain(self, name: str) -> list[str]:
        chain = [name.lower()]
        while self.parents.get(name) and len(chain) < LONGEST_CHAIN:
            name = self.parents[name]
            chain.append(name.lower())
        return chain

    def plainly(self) -> None:
        """Take out what the converter takes for something else: underlining for stress, indents for quotations."""
        for element in self.properties:
            for key in [key for key in element.attrib if local(key) in ("margin-left", "margin-right", "margin")]:
                del element.attrib[key]
            for key in [key for key in element.attrib if local(key).startswith("text-underline")]:
                del element.attrib[key]


def styles_of(*roots: ET.Element) -> Styles:
    """Return what the styles in these parts say."""
    styles = Styles()
    for root in roots:
        for style in inside(root, "style"):
            name = value(style, "name")
            styles.parents[name] = value(style, "parent-style-name")
            indented = first(style, "paragraph-properties")
            if indented is not None and not any("quot" in one for one in styles._chain(name)):
                styles.properties.append(indented)
            about = first(style, "text-properties")
            if about is None:
                continue
            styles.properties.append(about)
            if value(about, "display") == "none":
                styles.hiding.add(name)
            if value(style, "family") == "text" and value(about, "text-underline-style") not in ("", "none"):
                styles.underlined.add(name)
            colours = {value(about, "color").lower(), value(about, "background-color").lower()}
            if colours - PLAIN_COLOURS and value(style, "family") == "text":
                styles.coloured.add(name)
    return styles
