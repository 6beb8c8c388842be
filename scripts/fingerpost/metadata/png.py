"""PNG (W3C PNG, third edition): a row of named chunks."""

import re
import zlib
from collections.abc import Iterator

from fingerpost.metadata.exif import UPRIGHT, look_at_exif, only_orientation, orientation
from fingerpost.metadata.trace import PADDING, Sort, Trace, Unreadable, found
from fingerpost.metadata.xmp import look_at_xmp

SIGNATURE = b"\x89PNG\r\n\x1a\n"
TEXTS = frozenset({b"tEXt", b"zTXt", b"iTXt"})
# What changes how the picture looks or moves, besides the chunks that are critical by their name.
KEPT = frozenset(
    {b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP", b"mDCV", b"mDCv", b"cLLI", b"cLLi", b"bKGD"}
    | {b"hIST", b"pHYs", b"sPLT", b"acTL", b"fcTL", b"fdAT", b"oFFs", b"pCAL", b"sCAL", b"sTER", b"gIFg"}
)
HARMLESS = frozenset({b"tIME", b"iDOT", b"vpAg", b"caNv", b"orNT", b"eXIf", b"dSIG"}) | TEXTS
OWNERS = frozenset({"author", "copyright", "artist", "creator"})
SILENT = re.compile(r"software|creation time|date:\w+|title|generator|png:.*|exif:.*version.*", re.IGNORECASE)
MOST_TEXT = 1_000_000

Chunk = tuple[bytes, bytes]


def look(content: bytes) -> Iterator[Trace]:
    """Yield what a PNG carries; raises Unreadable."""
    chunks, rest = _read(content)
    for name, data in chunks:
        if name in TEXTS:
            yield from _look_at_text(name, data)
        elif name == b"eXIf":
            yield from look_at_exif(data)
        elif not _kept(name) and name not in HARMLESS:
            yield found(Sort.EDITOR_DATA, name)
    if rest.strip(PADDING):
        # Some phones cut pictures without shortening the file: the uncut one could be seen again (CVE-2023-21036).
        yield found(Sort.HIDDEN, f"+ {len(rest) / 1000:.1f} kB")


def strip(content: bytes) -> bytes:
    """Return the same picture with nothing but what is needed to show it; raises Unreadable."""
    chunks, _ = _read(content)
    written = [SIGNATURE]
    for name, data in chunks:
        if name == b"eXIf" and (turned := orientation(data)) != UPRIGHT:
            written.append(_written(name, only_orientation(turned)))
        elif _kept(name):
            written.append(_written(name, data))
    return b"".join(written)


def _read(content: bytes) -> tuple[list[Chunk], bytes]:
    """Return the chunks, and what lies behind the last; raises Unreadable where a checksum is wrong."""
    if not content.startswith(SIGNATURE):
        raise Unreadable
    chunks: list[Chunk] = []
    place = len(SIGNATURE)
    while place + 12 <= len(content):
        size = int.from_bytes(content[place : place + 4])
        name, data = content[place + 4 : place + 8], content[place + 8 : place + 8 + size]
        check = content[place + 8 + size : place + 12 + size]
        if int.from_bytes(check) != zlib.crc32(name + data) or len(check) != 4:
            raise Unreadable
        chunks.append((name, data))
        place += 12 + size
        if name == b"IEND":
            return chunks, content[place:]
    raise Unreadable


def _written(name: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4) + name + data + zlib.crc32(name + data).to_bytes(4)


def _kept(name: bytes) -> bool:
    return name in KEPT or name[:1].isupper()


def _look_at_text(name: bytes, data: bytes) -> Iterator[Trace]:
    key, text = _text(name, data)
    if not text.strip(b"\0 \n"):
        return
    if key == "XML:com.adobe.xmp":
        yield from look_at_xmp(text)
    elif key.lower() in ("raw profile type exif", "raw profile type app1"):
        yield from look_at_exif(_profile(text))
    elif key.lower().startswith("raw profile type"):
        yield found(Sort.EDITOR_DATA, key[17:])
    elif key.lower() in OWNERS:
        yield found(Sort.OWNER, text)
    elif key.lower() == "source":
        yield found(Sort.DEVICE, text)
    elif "gps" in key.lower():
        yield found(Sort.LOCATION, "GPS")
    elif not SILENT.fullmatch(key):
        yield found(Sort.COMMENT, f"{key}: ".encode() + text[:1000])


def _text(name: bytes, data: bytes) -> tuple[str, bytes]:
    """Return a text chunk's keyword, and its text as UTF-8."""
    key, _, rest = data.partition(b"\0")
    if name == b"tEXt":
        text = rest.decode("latin-1").encode()
    elif name == b"zTXt":
        text = _inflated(rest[1:]).decode("latin-1").encode()
    else:
        packed, rest = rest[:1] == b"\1", rest[2:]
        text = rest.partition(b"\0")[2].partition(b"\0")[2]
        text = _inflated(text) if packed else text
    return key[:79].decode("latin-1"), text


def _inflated(data: bytes) -> bytes:
    """Return the start of a compressed text, so that a small chunk can't fill the memory."""
    try:
        return zlib.decompressobj().decompress(data, MOST_TEXT)
    except zlib.error:
        return b"?"


def _profile(text: bytes) -> bytes:
    """Return the bytes that ImageMagick wrote as a name, a length and hexadecimal digits."""
    try:
        return bytes.fromhex("".join(text.decode("ascii", "ignore").split()[2:]))
    except ValueError:
        return b"?"
