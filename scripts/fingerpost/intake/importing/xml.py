"""Small helps for the trees of Office and OpenDocument files."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator, Mapping

from fingerpost.intake.importing.guarding import TOO_DEEP, Refused, Unreadable
from fingerpost.languages.phrases import say
from fingerpost.metadata.markup import local, read_xml

DEEPEST = 150  # a word in a list in a cell of a table in a text box is some 40 deep
Parents = dict[ET.Element, ET.Element]


def parsed(content: bytes) -> ET.Element:
    """Parse a part. Raises Refused where it is damaged, huge, or declares entities."""
    try:
        root = read_xml(content)
    except Unreadable:
        advice = say("It can't be read. Open it in the program that it was made with, and save it anew.")
        raise Refused(advice) from None
    level, depth = [root], 0
    while level:
        level, depth = [child for element in level for child in element], depth + 1
        if depth > DEEPEST:
            raise Refused(TOO_DEEP)
    return root


def value(element: ET.Element | None, name: str) -> str:
    """Return an attribute by its name without namespace; empty where there is none."""
    if element is None:
        return ""
    return next((text for key, text in element.attrib.items() if local(key) == name), "")


def inside(element: ET.Element, *names: str) -> Iterator[ET.Element]:
    """Yield all descendants with one of these names."""
    return (found for found in element.iter() if found is not element and local(found.tag) in names)


def first(element: ET.Element, *path: str) -> ET.Element | None:
    """Return the first child of the first child … by names, or nothing."""
    for name in path:
        found = next((child for child in element if local(child.tag) == name), None)
        if found is None:
            return None
        element = found
    return element


def parents_of(root: ET.Element) -> Parents:
    """Return each element's parent."""
    return {child: parent for parent in root.iter() for child in parent}


def take_out(element: ET.Element, parents: Parents) -> None:
    """Remove an element; the text after it stays."""
    parent = parents.get(element)
    if parent is None or element not in list(parent):
        return
    place = list(parent).index(element)
    if element.tail:
        if place:
            parent[place - 1].tail = (parent[place - 1].tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def above(element: ET.Element, parents: Parents, fits: Callable[[str], bool]) -> ET.Element | None:
    """Return the nearest element above whose name fits, or nothing."""
    found = parents.get(element)
    while found is not None and not fits(local(found.tag)):
        found = parents.get(found)
    return found


def written(root: ET.Element, namespaces: Mapping[str, str]) -> bytes:
    """Return a tree as bytes, with every one of these prefixes declared: the converter reads them off one part."""
    raw: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    begin = raw.index(b"<", raw.index(b"?>"))
    end = re.compile(rb"[\s/>]").search(raw, begin)
    opening = raw[begin : raw.index(b">", begin)]
    missing = "".join(
        f' xmlns:{prefix}="{address}"'
        for prefix, address in namespaces.items()
        if f"xmlns:{prefix}=".encode() not in opening
    )
    place = end.start() if end else len(raw)
    return raw[:place] + missing.encode() + raw[place:]
