"""JPEG (ITU-T T.81, JFIF): segments before the picture, the picture, and whatever was hung on after it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fingerpost.metadata.exif import UPRIGHT, look_at_exif, only_orientation, orientation
from fingerpost.metadata.iptc import look_at_photoshop
from fingerpost.metadata.trace import PADDING, Sort, Trace, Unreadable, found
from fingerpost.metadata.xmp import look_at_xmp

START, END = b"\xff\xd8", b"\xff\xd9"
EXIF, XMP, MORE_XMP = b"Exif\0", b"http://ns.adobe.com/xap/1.0/\0", b"http://ns.adobe.com/xmp/extension/\0"
PHOTOSHOP = b"Photoshop 3.0\0"
APP0, APP1, APP2, APP13, APP14, APP15, COMMENT, SCAN, FINISH = 0xE0, 0xE1, 0xE2, 0xED, 0xEE, 0xEF, 0xFE, 0xDA, 0xD9
# In the coded picture, 0xFF stands before a zero or a restart marker; before anything else a segment begins.
NEXT_MARKER = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")


@dataclass(frozen=True, slots=True)
class Segment:
    """One segment: its marker, what it holds, and the coded picture that follows it (only after a scan)."""

    marker: int
    payload: bytes
    coded: bytes = b""

    @property
    def whole(self) -> bytes:
        """The bytes as they stand in a file."""
        if self.marker == FINISH:
            return END
        return bytes((0xFF, self.marker)) + (len(self.payload) + 2).to_bytes(2) + self.payload + self.coded


def look(content: bytes) -> Iterator[Trace]:
    """Yield what a JPEG carries; raises Unreadable."""
    segments, rest = _read(content)
    for segment in segments:
        if not _kept(segment):
            yield from _look_at(segment)
    yield from look_at_exif(_exif(segments))
    if rest.strip(PADDING + b"\xff"):
        yield found(Sort.HIDDEN, f"+ {len(rest) / 1000:.1f} kB")


def strip(content: bytes) -> bytes:
    """Return the same picture with nothing but what is needed to show it; raises Unreadable."""
    segments, _ = _read(content)
    turned = orientation(_exif(segments))
    written = [START]
    for segment in segments:
        if _is_exif(segment):
            if turned != UPRIGHT:
                written.append(Segment(APP1, b"Exif\0\0" + only_orientation(turned)).whole)
                turned = UPRIGHT
        elif segment.marker == APP0 and segment.payload.startswith(b"JFIF\0"):
            written.append(Segment(APP0, segment.payload[:12] + b"\0\0").whole)
        elif _kept(segment):
            written.append(segment.whole)
    return b"".join(written)


def _read(content: bytes) -> tuple[list[Segment], bytes]:
    """Return the segments, and what lies behind the end of the picture."""
    if not content.startswith(START):
        raise Unreadable
    segments: list[Segment] = []
    place = 2
    while place < len(content):
        while content[place : place + 2] == b"\xff\xff":
            place += 1
        if content[place : place + 1] != b"\xff" or place + 1 >= len(content):
            raise Unreadable
        marker = content[place + 1]
        if marker == FINISH:
            segments.append(Segment(FINISH, b""))
            return segments, content[place + 2 :]
        size = int.from_bytes(content[place + 2 : place + 4])
        if marker < 0xC0 or 0xD0 <= marker <= 0xD8 or size < 2 or place + 2 + size > len(content):
            raise Unreadable
        payload = content[place + 4 : place + 2 + size]
        place += 2 + size
        coded = b""
        if marker == SCAN:
            following = NEXT_MARKER.search(content, place)
            until = following.start() if following else len(content)
            coded = content[place:until]
            place = until
        segments.append(Segment(marker, payload, coded))
    if not any(segment.marker == SCAN for segment in segments):
        raise Unreadable
    return segments, b""


def _is_exif(segment: Segment) -> bool:
    return segment.marker == APP1 and segment.payload.startswith(EXIF)


def _exif(segments: list[Segment]) -> bytes:
    """Return the first EXIF block: the one that programs go by."""
    return next((segment.payload for segment in segments if _is_exif(segment)), b"")


def _kept(segment: Segment) -> bool:
    """Tell whether a segment is needed to show the picture: its coding, its colours, its density."""
    payload = segment.payload
    if segment.marker == APP0:
        return payload.startswith(b"JFIF\0") and len(payload) <= 14
    if segment.marker == APP2:
        return payload.startswith(b"ICC_PROFILE\0")
    if segment.marker == APP14:
        return payload.startswith(b"Adobe")
    return not (APP0 <= segment.marker <= APP15 or segment.marker == COMMENT)


def _look_at(segment: Segment) -> Iterator[Trace]:
    """Yield what a segment that is not needed carries."""
    marker, payload = segment.marker, segment.payload
    if marker == COMMENT:
        yield found(Sort.COMMENT, payload)
    elif marker == APP0:
        yield found(Sort.THUMBNAIL)
    elif marker == APP1 and payload.startswith(XMP):
        yield from look_at_xmp(payload[len(XMP) :])
    elif marker == APP1 and payload.startswith(MORE_XMP):
        yield found(Sort.EDITOR_DATA, "XMP")
    elif marker == APP13 and payload.startswith(PHOTOSHOP):
        yield from look_at_photoshop(payload[len(PHOTOSHOP) :])
    elif not _is_exif(segment):
        yield found(Sort.EDITOR_DATA, f"APP{marker - APP0} {_signature(payload)}")


def _signature(payload: bytes) -> str:
    return payload[:12].split(b"\0")[0].decode("ascii", "ignore")
