"""Reading XML that somebody else wrote: no document type, no entities, nothing fetched, nothing huge."""

import xml.etree.ElementTree as ET

from fingerpost.metadata.trace import Unreadable

MOST_BYTES = 20_000_000


def read_xml(content: bytes) -> ET.Element:
    """Parse one XML document and return its root.

    Raises Unreadable where it is not well-formed, is larger than 20 MB, or declares a document type: entities
    can grow without end or name other files (the "billion laughs" and XXE attacks), and none of the formats
    read with this has any use for them.
    """
    plain = content.replace(b"\0", b"")  # so that UTF-16 hides nothing
    if len(content) > MOST_BYTES or b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise Unreadable
    try:
        return ET.fromstring(content)
    except (ET.ParseError, LookupError, ValueError) as error:
        raise Unreadable from error


def local(tag: object) -> str:
    """Return an element's or attribute's name without its namespace; nothing for comments."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def words(element: ET.Element) -> str:
    """Return the text inside an element, the first 1,000 characters of it, with its ends trimmed."""
    pieces: list[str] = []
    length = 0
    for piece in element.itertext():
        if piece.strip():
            pieces.append(piece.strip()[:1000])
            length += len(pieces[-1])
        if length > 1000:
            break
    return " ".join(pieces)
