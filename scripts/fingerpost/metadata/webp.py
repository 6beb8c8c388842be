"""WebP (RFC 9649): RIFF chunks, and flags that say which of them there are."""

from collections.abc import Iterator

from fingerpost.metadata.exif import UPRIGHT, look_at_exif, only_orientation, orientation
from fingerpost.metadata.trace import PADDING, Sort, Trace, Unreadable, found
from fingerpost.metadata.xmp import look_at_xmp

KEPT = frozenset({b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"})
HAS_EXIF, HAS_XMP = 0x08, 0x04

Chunk = tuple[bytes, bytes]


def look(content: bytes) -> Iterator[Trace]:
    """Yield what a WebP picture carries; raises Unreadable."""
    chunks, rest = _read(content)
    for name, data in chunks:
        if name == b"EXIF":
            yield from look_at_exif(data)
        elif name == b"XMP ":
            yield from look_at_xmp(data)
        elif name not in KEPT:
            yield found(Sort.EDITOR_DATA, name)
    if rest.strip(PADDING):
        yield found(Sort.HIDDEN, f"+ {len(rest) / 1000:.1f} kB")


def strip(content: bytes) -> bytes:
    """Return the same picture with nothing but what is needed to show it; raises Unreadable."""
    chunks, _ = _read(content)
    turned = next((orientation(data) for name, data in chunks if name == b"EXIF"), UPRIGHT)
    kept = [(name, data) for name, data in chunks if name in KEPT]
    if turned != UPRIGHT:
        kept.append((b"EXIF", only_orientation(turned)))
    body = b"WEBP" + b"".join(_written(name, data, turned != UPRIGHT) for name, data in kept)
    return b"RIFF" + len(body).to_bytes(4, "little") + body


def _written(name: bytes, data: bytes, turned: bool) -> bytes:
    if name == b"VP8X" and data:
        flags = data[0] & ~(HAS_EXIF | HAS_XMP) | (HAS_EXIF if turned else 0)
        data = bytes((flags,)) + data[1:]
    return name + len(data).to_bytes(4, "little") + data + b"\0" * (len(data) % 2)


def _read(content: bytes) -> tuple[list[Chunk], bytes]:
    """Return the chunks, and what lies behind the last."""
    end = int.from_bytes(content[4:8], "little") + 8
    if content[:4] != b"RIFF" or content[8:12] != b"WEBP" or end > len(content) + 1:
        raise Unreadable
    chunks: list[Chunk] = []
    place = 12
    while place + 8 <= end:
        size = int.from_bytes(content[place + 4 : place + 8], "little")
        if place + 8 + size > end:
            raise Unreadable
        chunks.append((content[place : place + 4], content[place + 8 : place + 8 + size]))
        place += 8 + size + size % 2
    if not any(name in (b"VP8 ", b"VP8L", b"ANMF") for name, _ in chunks):
        raise Unreadable
    return chunks, content[end:]
