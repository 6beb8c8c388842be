"""Whether a zip holds what a folder holds, byte for byte: then looking into the folder is looking into the zip."""

import zipfile
import zlib
from pathlib import Path

BLOCK = 1 << 20


def holds_the_same(packed: Path, folder: Path) -> bool:
    """Whether each file of a zip is in the folder with the same bytes, and none is left over on either side.

    Paths in the zip begin with one folder more. What a zip says of its files (size and CRC-32) is believed only after
    they have been unpacked and found to fit.
    """
    there = {file.relative_to(folder).as_posix(): file for file in folder.rglob("*") if file.is_file()}
    try:
        with zipfile.ZipFile(packed) as archive:
            members = {member.filename.partition("/")[2]: member for member in archive.infolist()}
            if members.keys() != there.keys() or len(members) != len(archive.infolist()) or archive.comment:
                return False
            return all(_same(archive, member, there[path]) for path, member in members.items())
    except (OSError, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError):
        return False


def _same(archive: zipfile.ZipFile, member: zipfile.ZipInfo, file: Path) -> bool:
    if member.file_size != file.stat().st_size or member.comment:
        return False
    with archive.open(member) as packed, file.open("rb") as plain:
        while True:
            one, other = packed.read(BLOCK), plain.read(BLOCK)
            if one != other:
                return False
            if not one:
                return True
