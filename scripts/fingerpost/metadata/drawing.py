"""SVG: what drawing programs keep for themselves. Everything else stays as it was, byte for byte."""

import base64
import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from fingerpost.metadata.pictures import by_first_bytes
from fingerpost.metadata.trace import Sort, Trace, Unreadable, found

SVG = "http://www.w3.org/2000/svg"
# How an address of a namespace begins, and whose it is.
EDITORS = {
    "http://www.inkscape.org/": "Inkscape", "http://sodipodi.": "Inkscape", "http://inkscape.": "Inkscape",
    "http://ns.adobe.com/": "Adobe", "http://www.w3.org/1999/02/22-rdf-syntax-ns": "RDF", "adobe:ns:": "Adobe",
    "http://web.resource.org/cc/": "RDF", "http://creativecommons.org/ns": "RDF", "http://purl.org/dc/": "RDF",
    "http://www.bohemiancoding.com/": "Sketch", "http://www.figma.com/": "Figma", "https://www.figma.com/": "Figma",
    "http://www.serif.com/": "Affinity", "http://krita.org/": "Krita", "http://www.corel.com/": "CorelDRAW",
    "http://vectornator.io": "Vectornator", "https://boxy-svg.com": "Boxy SVG", "http://svgjs.": "SVG.js",
    "http://schemas.microsoft.com/visio/": "Visio", "http://www.openoffice.org/": "LibreOffice",
    "http://xmlns.libreoffice": "LibreOffice",
}  # fmt: skip
# Only used inside a tag that is known to be well-formed.
ATTRIBUTE = re.compile(rb"(?<=\s)([^\s=<>\"'/]+)\s*=\s*(\"[^\"]*\"|'[^']*')")
PICTURE = re.compile(rb"data:image/(png|jpeg|jpg|gif|webp);base64,((?:[A-Za-z0-9+/=\s]+|&#(?:10|13|x[AaDd]);)+)")
LINE_END = re.compile(rb"&#\w{2};")
PATH = re.compile(r"(?:file:|[A-Za-z]:)?[\\/]")
DRAWIO = b"&lt;mxfile"


@dataclass(slots=True)
class _Reading:
    """What was met while reading: traces, and the spans of bytes that can be cut out."""

    content: bytes
    traces: list[Trace] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    meanings: dict[bytes, list[str]] = field(default_factory=dict)  # whose a prefix is, the innermost last
    declared: list[tuple[bytes, ...]] = field(default_factory=list)  # by each element that is open
    inside: int = 0  # how many elements deep we are in one that goes
    began: int = 0

    def whose(self, prefix: bytes) -> str:
        """Return the editor that a prefix belongs to; nothing for any other."""
        meanings = self.meanings.get(prefix)
        return meanings[-1] if meanings else ""


def look(content: bytes) -> Iterator[Trace]:
    """Yield what an SVG drawing carries; raises Unreadable."""
    yield from _read(content).traces
    for data in _pictures(content):
        yield from _look_at_picture(data)


def strip(content: bytes) -> bytes:
    """Return the same drawing without editors' elements, attributes, `<metadata>` and comments; raises Unreadable."""
    kept: list[bytes] = []
    place = 0
    for start, end in _read(content).spans:
        kept.append(content[place:start])
        place = end
    kept.append(content[place:])
    return PICTURE.sub(_stripped_picture, b"".join(kept))


def _pictures(content: bytes) -> Iterator[bytes]:
    for match in PICTURE.finditer(content):
        try:
            yield base64.b64decode(LINE_END.sub(b"", match[2]))
        except binascii.Error:
            continue


def _look_at_picture(data: bytes) -> list[Trace]:
    family = by_first_bytes(data)
    try:
        return list(family.look(data)) if family else []
    except (ValueError, LookupError):
        return []


def _stripped_picture(match: re.Match[bytes]) -> bytes:
    for data in _pictures(match[0]):
        family = by_first_bytes(data)
        if family and any(trace.strippable for trace in _look_at_picture(data)):
            return match[0][: match.start(2) - match.start()] + base64.b64encode(family.strip(data))
    return match[0]


def _read(content: bytes) -> _Reading:
    """Walk through the drawing once; raises Unreadable where it is not well-formed or declares entities."""
    if b"\0" in content or b"<!ENTITY" in content:
        raise Unreadable
    reading = _Reading(content)
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda name, _: _start(reading, name, parser.CurrentByteIndex)
    parser.EndElementHandler = lambda _: _end(reading, parser.CurrentByteIndex)
    parser.CommentHandler = lambda words: _comment(reading, words, parser.CurrentByteIndex)
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise Unreadable from error
    reading.spans.sort()
    return reading


def _start(reading: _Reading, name: str, start: int) -> None:
    if reading.inside:
        reading.inside += 1
        return
    tag = reading.content[start : _end_of_tag(reading.content, start)]
    attributes = [(match, match[1], match[2][1:-1]) for match in ATTRIBUTE.finditer(tag)]
    declared = {key[6:]: _editor(value) for _, key, value in attributes if key.startswith(b"xmlns:")}
    for prefix, editor in declared.items():
        reading.meanings.setdefault(prefix, []).append(editor)
    reading.declared.append(tuple(declared))
    prefix, _, short = name.encode().rpartition(b":")
    whose = reading.whose(prefix)
    default = next((_editor(value) for _, key, value in attributes if key == b"xmlns"), "")
    if whose or default or (short == b"metadata"):
        reading.inside, reading.began = 1, start
        reading.traces.append(found(Sort.EDITOR_DATA, whose or default or "metadata"))
        return
    for match, key, value in attributes:
        prefix, colon, short = key.rpartition(b":")
        if (prefix == b"xmlns" and declared.get(short)) or (colon and reading.whose(prefix)):
            reading.spans.append(_span(tag, match, start))
            if prefix != b"xmlns":
                _note_attribute(reading, reading.whose(prefix), short, value)
        elif key == b"content" and value.startswith(DRAWIO):
            reading.spans.append(_span(tag, match, start))
            reading.traces.append(found(Sort.EDITOR_DATA, "draw.io"))


def _span(tag: bytes, match: re.Match[bytes], start: int) -> tuple[int, int]:
    """Return where an attribute stands, with the space before it."""
    before = len(tag[: match.start()].rstrip())
    return start + before, start + match.end()


def _note_attribute(reading: _Reading, whose: str, short: bytes, value: bytes) -> None:
    """An editor's attribute; a path on somebody's computer often holds their name."""
    path = value.decode("utf-8", "replace")
    if short in (b"export-filename", b"absref", b"docbase") and PATH.match(path):
        reading.traces.append(found(Sort.OWNER, path))
    else:
        reading.traces.append(found(Sort.EDITOR_DATA, whose))


def _end(reading: _Reading, place: int) -> None:
    if reading.inside > 1:
        reading.inside -= 1
        return
    for prefix in reading.declared.pop():
        reading.meanings[prefix].pop()
    if reading.inside == 1:
        reading.inside = 0
        first = _end_of_tag(reading.content, reading.began)
        empty = reading.content[first - 2 : first] == b"/>"
        end = first if empty else reading.content.index(b">", place) + 1
        reading.spans.append((reading.began, end))


def _comment(reading: _Reading, words: str, start: int) -> None:
    if not reading.inside:
        reading.spans.append((start, reading.content.index(b"-->", start) + 3))
        if words.strip():
            reading.traces.append(found(Sort.COMMENT, words))


def _editor(address: bytes) -> str:
    """Return whose namespace it is; nothing for SVG's own and for ones that nobody knows."""
    text = address.decode("utf-8", "replace")
    return next((whose for beginning, whose in EDITORS.items() if text.startswith(beginning)), "")


def _end_of_tag(content: bytes, start: int) -> int:
    """Return where a start tag has ended: at the first `>` that stands outside quotation marks."""
    place = start
    while True:
        end = content.index(b">", place)
        quotes = [at for at in (content.find(b'"', place, end), content.find(b"'", place, end)) if at >= 0]
        if not quotes:
            return end + 1
        opened = min(quotes)
        place = content.index(content[opened : opened + 1], opened + 1) + 1
