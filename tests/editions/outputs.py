"""Everything that a build made, read as a curious person would: as it is, and unpacked as far as the proof goes."""

import base64
import binascii
import html
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote_to_bytes

from fingerpost.editions.proof.looking import look_into

PACKED = re.compile(rb"[A-Za-z0-9+/]{16,}={0,2}")
MADE = ("site", "dist")


def outputs(root: Path, *more: str) -> Iterator[tuple[str, bytes]]:
    """Yield every reading of every file that was made: where it stands, and its bytes. File names are read too."""
    for folder in (*MADE, *more):
        for file in sorted((root / folder).rglob("*")):
            where = file.relative_to(root).as_posix()
            yield where, where.encode()
            if file.is_file() and file.name != ".lock":
                for reading in readings(file.read_bytes(), file.suffix or f"/{file.name}"):
                    yield where, reading


def readings(data: bytes, kind: str = ".txt") -> Iterator[bytes]:
    """Yield data of a kind as it is, with entities and %40 resolved, and whatever is packed in it."""
    for seen in look_into(f"x{kind}", data):
        for found in (seen.content, seen.text.encode()):
            if not found:
                continue
            yield found
            if b"&" in found:
                yield html.unescape(found.decode("utf-8", "replace")).encode()
            if b"%" in found:
                yield unquote_to_bytes(found)
            if found == seen.text.encode():
                yield from _unpacked(found)


def where_it_stands(root: Path, phrase: str, *more: str) -> list[str]:
    """Return the files in which a phrase can be read, in capitals or not."""
    wanted = phrase.lower().encode()
    return sorted({where for where, reading in outputs(root, *more) if wanted in reading.lower()})


def _unpacked(text: bytes) -> Iterator[bytes]:
    for match in PACKED.finditer(text):
        try:
            yield base64.b64decode(match[0], validate=True)
        except (binascii.Error, ValueError):
            continue
