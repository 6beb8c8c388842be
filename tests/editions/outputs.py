"""Everything that a build made, read as a curious person would: as it is, and unpacked as far as it goes."""

import base64
import binascii
import gzip
import html
import re
import subprocess
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote_to_bytes

from pypdf import PdfReader
from pypdf.generic import StreamObject

PACKED = re.compile(rb"[A-Za-z0-9+/]{16,}={0,2}")
MADE = ("site", "dist")


def outputs(root: Path, *more: str) -> Iterator[tuple[str, bytes]]:
    """Yield every reading of every file that was made: where it stands, and its bytes. File names are read too."""
    for folder in (*MADE, *more):
        for file in sorted((root / folder).rglob("*")):
            where = file.relative_to(root).as_posix()
            yield where, where.encode()
            if file.is_file():
                for reading in readings(file.read_bytes()):
                    yield where, reading


def readings(data: bytes) -> Iterator[bytes]:
    """Yield data as it is, with entities and %40 resolved, and whatever is packed in it."""
    yield data
    if b"&" in data:
        yield html.unescape(data.decode("utf-8", "replace")).encode()
    if b"%" in data:
        yield unquote_to_bytes(data)
    if data.startswith(b"\x1f\x8b"):
        yield from readings(gzip.decompress(data))
    elif data.startswith(b"%PDF"):
        yield from _pdf(data)
    elif data.startswith(b"PK\x03\x04"):
        for name in (archive := zipfile.ZipFile(BytesIO(data))).namelist():
            yield name.encode()
            yield from readings(archive.read(name))
    else:
        for match in PACKED.finditer(data):
            yield from _unpacked(match[0])


def where_it_stands(root: Path, phrase: str, *more: str) -> list[str]:
    """Return the files in which a phrase can be read, in capitals or not."""
    wanted = phrase.lower().encode()
    return sorted({where for where, reading in outputs(root, *more) if wanted in reading.lower()})


def _unpacked(packed: bytes) -> Iterator[bytes]:
    try:
        data = base64.b64decode(packed, validate=True)
    except (binascii.Error, ValueError):
        return
    yield data
    if data.startswith(b"\x1f\x8b"):
        yield gzip.decompress(data)


def _pdf(data: bytes) -> Iterator[bytes]:
    """What a PDF says of itself, each of its parts unpacked, and its words."""
    reader = PdfReader(BytesIO(data))
    yield repr(dict(reader.metadata or {})).encode()
    for number in range(1, len(reader.xref[0]) + len(reader.xref_objStm) + 1):
        found = reader.get_object(number)
        yield found.get_data() if isinstance(found, StreamObject) else repr(found).encode()
    done = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True)
    yield b" ".join(done.stdout.split())
