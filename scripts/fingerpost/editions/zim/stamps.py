"""What libzim stamps by chance, made anew from what is in the file: so the same site gives the same bytes.

There are three such stamps: the file's own UUID (openZIM, ZIM file format, Header), and one in each of the two Xapian
databases inside it, for titles and for words. The MD5 at the end of the file follows from them. libzim offers no way to
choose them, so they are written over when it is done.
"""

import hashlib
import mmap
import uuid
from pathlib import Path

UUID = slice(8, 24)  # in the header
WHERE_MD5 = slice(72, 80)  # in the header: where the MD5 of all before it stands, as a number of 64 bits
XAPIAN = b"\x0f\x0dXapian Glass"  # how a database begins; two bytes for its version follow, and then its UUID
AFTER = len(XAPIAN) + 2
LONG = 16  # bytes of a UUID, and of an MD5


def settle(file: Path) -> None:
    """Write the stamps of a finished ZIM file over, in place, and its checksum anew."""
    with file.open("r+b") as stream, mmap.mmap(stream.fileno(), 0) as data:
        end = int.from_bytes(data[WHERE_MD5], "little")
        data[UUID] = bytes(LONG)
        for place in _databases(data):
            data[place : place + LONG] = bytes(LONG)
        mark = hashlib.sha256(memoryview(data)[:end]).digest()
        for place in _databases(data):
            data[place : place + LONG] = _uuid(mark + place.to_bytes(8, "little"))
        data[UUID] = _uuid(mark)
        data[end : end + LONG] = hashlib.md5(memoryview(data)[:end], usedforsecurity=False).digest()


def _databases(data: mmap.mmap) -> list[int]:
    """Return where the UUID of each database inside stands."""
    found, at = [], data.find(XAPIAN)
    while at >= 0:
        found.append(at + AFTER)
        at = data.find(XAPIAN, at + 1)
    return found


def _uuid(mark: bytes) -> bytes:
    """Return the bytes of a UUID made of a mark (RFC 9562, version 8)."""
    made = bytearray(hashlib.sha256(mark).digest()[:LONG])
    made[6] = made[6] & 0x0F | 0x80
    made[8] = made[8] & 0x3F | 0x80
    return uuid.UUID(bytes=bytes(made)).bytes
