"""Reading and writing the zip files that Office, OpenDocument and EPUB are; never more than 200 MB of them."""

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass

from fingerpost.metadata.trace import Unreadable

MOST_BYTES = 200_000_000  # inflated, all members together: a zip of 1 MB can hold 1 GB of zeros
MOST_MEMBERS = 10_000
ENCRYPTED = 0x1
THE_SAME_TIME = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Member:
    """One file inside the zip: its name, its bytes, and whether it is compressed."""

    name: str
    data: bytes
    compression: int = zipfile.ZIP_DEFLATED


def unpack(content: bytes) -> list[Member]:
    """Return the members in their order.

    Raises Unreadable where the bytes are no zip, are locked with a password, are too large, or hold two
    members of one name, of which programs show one and keep the other.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
            names = {member.filename for member in members}
            total = sum(member.file_size for member in members)
            if total > MOST_BYTES or len(members) > MOST_MEMBERS or len(names) < len(members):
                raise Unreadable
            if any(member.flag_bits & ENCRYPTED for member in members):
                raise Unreadable
            return [Member(member.filename, _read(archive, member), member.compress_type) for member in members]
    except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError, ValueError) as error:
        raise Unreadable from error


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """Return what a member holds, never more than the zip says: one that lies of 10 bytes took 16 s and 1 GB."""
    with archive.open(member) as stream:
        return stream.read(member.file_size)


def pack(members: Iterable[Member]) -> bytes:
    """Return a zip of the members in their order; the same members always give the same bytes."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for member in members:
            about = zipfile.ZipInfo(member.name, THE_SAME_TIME)
            deflated = member.compression != zipfile.ZIP_STORED
            about.compress_type = zipfile.ZIP_DEFLATED if deflated else zipfile.ZIP_STORED
            about.create_system = 0  # or it would say which system this computer has
            archive.writestr(about, member.data)
    return target.getvalue()
