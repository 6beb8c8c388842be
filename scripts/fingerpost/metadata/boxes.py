"""The boxes of which MP4 films and AVIF pictures are made (ISO/IEC 14496-12)."""

from collections.abc import Iterator
from dataclasses import dataclass

from fingerpost.metadata.trace import Unreadable


@dataclass(frozen=True, slots=True)
class Box:
    """A box by its places in the file: where it starts, where what it holds starts, where it ends."""

    kind: bytes
    start: int
    body: int
    end: int


def boxes(content: bytes | bytearray, start: int, end: int) -> Iterator[Box]:
    """Yield the boxes that stand in a row between two places; raises Unreadable where a size can't be.

    A size of 1 means that 64 bits of size follow; 0 means "up to the end". Fewer than 8 bytes at the end are
    let be: QuickTime ends some rows with a zero.
    """
    while start + 8 <= end:
        size, body = int.from_bytes(content[start : start + 4]), start + 8
        kind = bytes(content[start + 4 : body])
        if size == 1:
            size, body = int.from_bytes(content[body : body + 8]), body + 8
        elif size == 0:
            size = end - start
        if size < body - start or start + size > end:
            raise Unreadable
        yield Box(kind, start, body, start + size)
        start += size


def blank(content: bytearray, box: Box) -> None:
    """Turn a box into free space of the same size, so that everything else stays where it is."""
    content[box.start + 4 : box.start + 8] = b"free"
    content[box.body : box.end] = bytes(box.end - box.body)
