"""AVIF (ISO/IEC 23008-12, AV1 Image File Format): EXIF and XMP are items beside the picture.

They are overwritten where they stand, with an empty block of the same length: no byte of the picture moves.
Which way up the picture is shown stands in the picture's own properties, so EXIF has no say in it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from fingerpost.metadata.boxes import Box, blank, boxes
from fingerpost.metadata.exif import look_at_exif
from fingerpost.metadata.trace import Sort, Trace, Unreadable, found
from fingerpost.metadata.xmp import look_at_xmp

BRANDS = (b"avif", b"avis", b"mif1", b"miaf")
EMPTY_EXIF = bytes(4) + b"MM\0*" + (8).to_bytes(4) + bytes(6)
MOST_ITEMS = 10_000

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Item:
    """One item: `Exif`, `XMP` or nothing (a picture or part of one), and where its bytes lie."""

    sort: str
    spans: tuple[Span, ...]


def look(content: bytes) -> Iterator[Trace]:
    """Yield what an AVIF carries; raises Unreadable."""
    top = _top(content)
    for item in _items(content, top):
        data = b"".join(content[start:end] for start, end in item.spans)
        if item.sort == "Exif":
            yield from look_at_exif(data[4 + int.from_bytes(data[:4]) :])
        elif item.sort == "XMP":
            yield from look_at_xmp(data)
    for box in top:
        if box.kind == b"uuid" and content[box.body : box.end].strip(b"\0"):
            yield found(Sort.EDITOR_DATA, "uuid")


def strip(content: bytes) -> bytes:
    """Return the same picture with its EXIF and XMP emptied; raises Unreadable."""
    written = bytearray(content)
    top = _top(content)
    items = _items(content, top)
    pictures = sorted(span for item in items if not item.sort for span in item.spans)
    for item in items:
        if not item.sort:
            continue
        if any(start < span[1] and span[0] < end for start, end in item.spans for span in pictures):
            raise Unreadable
        length = sum(end - start for start, end in item.spans)
        empty = EMPTY_EXIF.ljust(length, b"\0")[:length] if item.sort == "Exif" else b" " * length
        for start, end in item.spans:
            written[start:end], empty = empty[: end - start], empty[end - start :]
    for box in top:
        if box.kind in (b"uuid", b"free", b"skip"):
            blank(written, box)
    return bytes(written)


def _top(content: bytes) -> list[Box]:
    top = list(boxes(content, 0, len(content)))
    if not top or top[0].kind != b"ftyp" or not any(brand in content[: top[0].end] for brand in BRANDS):
        raise Unreadable
    return top


def _items(content: bytes, top: list[Box]) -> list[Item]:
    meta = next((box for box in top if box.kind == b"meta"), None)
    if meta is None:
        raise Unreadable
    inner = {box.kind: box for box in boxes(content, meta.body + 4, meta.end)}
    if b"iinf" not in inner or b"iloc" not in inner:
        raise Unreadable
    sorts = _sorts(content, inner[b"iinf"])
    inside = inner[b"idat"].body if b"idat" in inner else 0
    places = _places(content, inner[b"iloc"], inside)
    return [Item(sorts.get(number, ""), spans) for number, spans in places.items()]


def _sorts(content: bytes, box: Box) -> dict[int, str]:
    """Return which items are EXIF or XMP, by their numbers."""
    sorts: dict[int, str] = {}
    first = box.body + (6 if content[box.body] == 0 else 8)
    for entry in boxes(content, first, box.end):
        wide = content[entry.body] == 3
        kind_at = entry.body + (10 if wide else 8)
        number = int.from_bytes(content[entry.body + 4 : kind_at - 2])
        kind = content[kind_at : kind_at + 4]
        if kind == b"Exif":
            sorts[number] = "Exif"
        elif kind == b"mime" and b"application/rdf+xml" in content[kind_at + 4 : entry.end]:
            sorts[number] = "XMP"
    return sorts


def _places(content: bytes, box: Box, inside: int) -> dict[int, tuple[Span, ...]]:
    """Return where each item's bytes lie (`iloc`)."""
    place = box.body

    def take(size: int) -> int:
        nonlocal place
        if place + size > box.end:
            raise Unreadable
        place += size
        return int.from_bytes(content[place - size : place])

    version = take(1)
    take(3)
    sizes = take(2)
    of_offset, of_length, of_base, of_index = sizes >> 12, sizes >> 8 & 15, sizes >> 4 & 15, sizes & 15
    wide = 4 if version == 2 else 2
    found_places: dict[int, tuple[Span, ...]] = {}
    count = take(wide)
    if count > MOST_ITEMS:
        raise Unreadable
    for _ in range(count):
        number = take(wide)
        method = take(2) & 15 if version else 0
        take(2)
        base = take(of_base) + (inside if method == 1 else 0)
        spans: list[Span] = []
        for _ in range(take(2)):
            if version and of_index:
                take(of_index)
            start = base + take(of_offset)
            spans.append((start, start + take(of_length)))
            if spans[-1][1] > len(content) or method > 1:
                raise Unreadable
        found_places[number] = tuple(spans)
    return found_places
