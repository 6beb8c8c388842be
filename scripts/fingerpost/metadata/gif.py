"""GIF (GIF89a): blocks, of which comments and most applications' blocks are not part of the picture."""

from collections.abc import Iterator

from fingerpost.metadata.trace import PADDING, Sort, Trace, Unreadable, found
from fingerpost.metadata.xmp import look_at_xmp

EXTENSION, PICTURE, TRAILER = 0x21, 0x2C, 0x3B
CONTROL, COMMENT, APPLICATION, WORDS = 0xF9, 0xFE, 0xFF, 0x01
LOOPS_AND_COLOURS = (b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012")
XMP = b"XMP DataXMP"
TRAILER_OF_XMP = 258  # bytes that lead readers who don't know XMP past it (XMP specification part 3)

Block = tuple[int, bytes]  # what sort of extension it is (0: not an extension), and its bytes


def look(content: bytes) -> Iterator[Trace]:
    """Yield what a GIF carries; raises Unreadable."""
    blocks, rest = _read(content)
    for label, block in blocks:
        if _kept(label, block):
            continue
        if label == COMMENT:
            yield found(Sort.COMMENT, _joined(block[2:1200]))
        elif block[3:14] == XMP:
            yield from look_at_xmp(block[14:-TRAILER_OF_XMP])
        else:
            yield found(Sort.EDITOR_DATA, block[3:11])
    if rest.strip(PADDING):
        yield found(Sort.HIDDEN, f"+ {len(rest) / 1000:.1f} kB")


def strip(content: bytes) -> bytes:
    """Return the same picture with nothing but what is needed to show it; raises Unreadable."""
    blocks, _ = _read(content)
    return b"".join(block for label, block in blocks if _kept(label, block))


def _kept(label: int, block: bytes) -> bool:
    return label in (0, CONTROL, WORDS) or (label == APPLICATION and block[3:14] in LOOPS_AND_COLOURS)


def _read(content: bytes) -> tuple[list[Block], bytes]:
    """Return the blocks, and what lies behind the last."""
    if content[:6] not in (b"GIF87a", b"GIF89a") or len(content) < 14:
        raise Unreadable
    place = 13 + _colours(content[10])
    blocks: list[Block] = [(0, content[:place])]
    while place < len(content):
        kind, start = content[place], place
        if kind == TRAILER:
            blocks.append((0, content[place : place + 1]))
            return blocks, content[place + 1 :]
        if kind == EXTENSION and place + 2 < len(content):
            place = _past(content, place + 2)
            blocks.append((content[start + 1], content[start:place]))
        elif kind == PICTURE and place + 10 < len(content):
            place = _past(content, place + 11 + _colours(content[place + 9]))
            blocks.append((0, content[start:place]))
        else:
            raise Unreadable
    raise Unreadable


def _colours(flags: int) -> int:
    """Return how many bytes a table of colours takes."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _past(content: bytes, place: int) -> int:
    """Return where the row of sub-blocks that begins at `place` has ended."""
    while place < len(content):
        size = content[place]
        place += 1 + size
        if size == 0:
            return place
    raise Unreadable


def _joined(row: bytes) -> bytes:
    pieces: list[bytes] = []
    place = 0
    while place < len(row) and row[place]:
        pieces.append(row[place + 1 : place + 1 + row[place]])
        place += 1 + row[place]
    return b"".join(pieces)
