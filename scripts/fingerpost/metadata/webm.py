"""WebM (RFC 8794, RFC 9559): tags stand in an element of their own, which is turned into `Void` of the same size."""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from fingerpost.metadata.tags import look_at_tag
from fingerpost.metadata.trace import Sort, Trace, Unreadable, found

EBML, SEGMENT, CLUSTER, INFO, TAGS = 0x1A45DFA3, 0x18538067, 0x1F43B675, 0x1549A966, 0x1254C367
ATTACHMENTS, FILE_NAME = 0x1941A469, 0x466E
TAG, SIMPLE_TAG, TAG_NAME, TAG_STRING = 0x7373, 0x67C8, 0x45A3, 0x4487
SEGMENT_FILE, PREVIOUS_FILE, NEXT_FILE = 0x7384, 0x3C83AB, 0x3E83BB
VOID = 0xEC
MOST_TAGS = 50_000
OPENED = frozenset({TAG, SIMPLE_TAG, 0x61A7})


class Element(NamedTuple):  # not a dataclass: a film has a great many, and this takes a third of the time
    """An element by its places in the file."""

    kind: int
    start: int
    body: int
    end: int


def look(content: bytes) -> Iterator[Trace]:
    """Yield what a WebM file carries; raises Unreadable."""
    for element in _about(content):
        if element.kind == TAGS:
            yield from _look_at_tags(content, element)
        elif element.kind == ATTACHMENTS:
            inner = _deep(content, element)
            names = [content[leaf.body : leaf.end] for leaf in inner if leaf.kind == FILE_NAME]
            yield from (found(Sort.ATTACHMENT, name) for name in names or [b""])
        elif element.end > element.body:
            yield found(Sort.CUSTOM, content[element.body : element.end])


def strip(content: bytes) -> bytes:
    """Return the same film with its tags blanked: no byte moves; raises Unreadable."""
    written = bytearray(content)
    for element in _about(content):
        if element.kind != ATTACHMENTS:
            size = element.end - element.start
            short = size - 2 < 0x7F
            header = bytes((VOID, 0x80 | size - 2)) if short else bytes((VOID, 1)) + (size - 9).to_bytes(7)
            written[element.start : element.end] = header.ljust(size, b"\0")
    return bytes(written)


def _about(content: bytes) -> Iterator[Element]:
    """Yield tags, attachments, and the names that the file had."""
    top = list(_elements(content, 0, len(content)))
    if not top or top[0].kind != EBML:
        raise Unreadable
    for element in top:
        if element.kind in (TAGS, ATTACHMENTS):
            yield element
        elif element.kind == INFO:
            inner = _elements(content, element.body, element.end)
            yield from (leaf for leaf in inner if leaf.kind in (SEGMENT_FILE, PREVIOUS_FILE, NEXT_FILE))


def _elements(content: bytes, place: int, end: int) -> Iterator[Element]:
    """Yield the elements in a row; a segment's are in the same row, and so are those of a cluster without a size."""
    while place < end:
        start = place
        kind, place = _number(content, place, end, whole=True)
        size, body = _number(content, place, end, whole=False)
        unknown = size == (1 << 7 * (body - place)) - 1
        if kind == SEGMENT or (kind == CLUSTER and unknown):
            place = body
            continue
        if unknown:
            raise Unreadable
        if body + size > end:
            return  # a recording that was cut short
        yield Element(kind, start, body, body + size)
        place = body + size


def _number(content: bytes, place: int, end: int, *, whole: bool) -> tuple[int, int]:
    """Return a number of variable length and where it ends; `whole` keeps the bit that says how long it is."""
    first = content[place] if place < end else 0
    length = 9 - first.bit_length()
    if first == 0 or place + length > end:
        raise Unreadable
    value = int.from_bytes(content[place : place + length])
    return value if whole else value & ((1 << 7 * length) - 1), place + length


def _deep(content: bytes, element: Element) -> Iterator[Element]:
    """Yield what stands inside an element at any depth, in order."""
    waiting, count = [element], 0
    while waiting:
        outer = waiting.pop()
        inner = list(islice(_elements(content, outer.body, outer.end), MOST_TAGS))
        count += len(inner)
        if count >= MOST_TAGS:
            raise Unreadable
        yield from inner
        waiting += [leaf for leaf in inner if leaf.kind in OPENED]


def _look_at_tags(content: bytes, tags: Element) -> Iterator[Trace]:
    for element in [tags, *_deep(content, tags)]:
        if element.kind != SIMPLE_TAG:
            continue
        inner = {leaf.kind: content[leaf.body : leaf.end] for leaf in _elements(content, element.body, element.end)}
        yield from look_at_tag(inner.get(TAG_NAME, b"").decode("utf-8", "replace"), inner.get(TAG_STRING, b"")[:1000])
