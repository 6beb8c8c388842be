"""Ogg (RFC 3533) with Vorbis, Opus or Theora: comments stand in the second packet of each stream.

Comments are overwritten where they stand, and only the checksums of their pages change: no byte of sound moves.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from fingerpost.metadata.tags import look_at_tag
from fingerpost.metadata.trace import Trace, Unreadable

CAPTURE, HEADER = b"OggS", 27
HEADS = (b"\x03vorbis", b"OpusTags", b"\x81theora")
MOST_COMMENTS = 10_000
POLYNOMIAL = 0x04C11DB7


@dataclass(slots=True)
class Packet:
    """A packet of comments: its bytes, and for each piece of it the page and the place in the file."""

    data: bytes = b""
    spans: list[tuple[int, int]] = field(default_factory=list)
    pages: list[tuple[int, int]] = field(default_factory=list)


def look(content: bytes) -> Iterator[Trace]:
    """Yield what an Ogg file carries; raises Unreadable."""
    for packet in _comments(content):
        for comment in _read(packet.data)[1]:
            key, _, value = comment.partition(b"=")
            yield from look_at_tag(key.decode("utf-8", "replace").replace("METADATA_BLOCK_PICTURE", "picture"), value)


def strip(content: bytes) -> bytes:
    """Return the same sound or film with its comments overwritten; raises Unreadable."""
    written = bytearray(content)
    for packet in _comments(content):
        start, comments = _read(packet.data)
        length = sum(4 + len(comment) for comment in comments)
        if length < 5:
            continue
        # One comment of blanks, as long as all of them were, because the packet must keep its length.
        empty = (1).to_bytes(4, "little") + (length - 4).to_bytes(4, "little")
        empty += (b"PADDING=" + b" " * length)[: length - 4]
        data = packet.data[:start] + empty + packet.data[start + len(empty) :]
        for place, size in packet.spans:
            written[place : place + size], data = data[:size], data[size:]
        for first, last in packet.pages:
            written[first + 22 : first + 26] = bytes(4)
            written[first + 22 : first + 26] = _checksum(written[first:last]).to_bytes(4, "little")
    return bytes(written)


def _comments(content: bytes) -> list[Packet]:
    """Return the packets of comments: the second of each stream that begins in the file."""
    if not content.startswith(CAPTURE):
        raise Unreadable
    streams: dict[bytes, tuple[int, Packet]] = {}  # how many packets are whole, and the one being gathered
    done: list[Packet] = []
    place = 0
    while content[place : place + 4] == CAPTURE and place + HEADER <= len(content):
        row = content[place + HEADER : place + HEADER + content[place + 26]]
        body = place + HEADER + len(row)
        end = body + sum(row)
        if end > len(content):
            break
        serial = content[place + 14 : place + 18]
        if content[place + 5] & 2:
            streams[serial] = (0, Packet())
        if serial in streams and streams[serial][0] < 2:
            number, packet = streams[serial]
            for size in row:
                if number == 1:
                    packet.spans.append((body, size))
                    if (place, end) not in packet.pages[-1:]:
                        packet.pages.append((place, end))
                body += size
                number += size < 255
                if number == 2:
                    done.append(packet)
                    break
            streams[serial] = (number, packet)
        place = end
    if not streams:
        raise Unreadable
    for packet in done:
        packet.data = b"".join(content[start : start + size] for start, size in packet.spans)
    return [packet for packet in done if packet.data.startswith(HEADS)]


def _read(data: bytes) -> tuple[int, list[bytes]]:
    """Return where the number of comments stands in a packet, and the comments."""
    head = next(len(head) for head in HEADS if data.startswith(head))
    start = head + 4 + int.from_bytes(data[head : head + 4], "little")
    count = int.from_bytes(data[start : start + 4], "little")
    if count > MOST_COMMENTS:
        raise Unreadable
    comments: list[bytes] = []
    place = start + 4
    for _ in range(count):
        size = int.from_bytes(data[place : place + 4], "little")
        if place + 4 + size > len(data):
            raise Unreadable
        comments.append(data[place + 4 : place + 4 + size])
        place += 4 + size
    return start, comments


def _table() -> tuple[int, ...]:
    rows: list[int] = []
    for byte in range(256):
        value = byte << 24
        for _ in range(8):
            value = (value << 1) ^ (POLYNOMIAL if value & 0x80000000 else 0)
        rows.append(value & 0xFFFFFFFF)
    return tuple(rows)


TABLE = _table()


def _checksum(page: bytes | bytearray) -> int:
    """Return Ogg's own checksum, which is not the one of zip or PNG: nothing is turned round."""
    value = 0
    for byte in page:
        value = (value << 8 & 0xFFFFFFFF) ^ TABLE[value >> 24 ^ byte]
    return value
