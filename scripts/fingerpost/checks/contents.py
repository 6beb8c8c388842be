"""What a file beside a text holds, by its first bytes: the signs that formats begin with, members of archives."""

import re
import zipfile
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from xml.parsers import expat

from fingerpost.checks.places import REMEMBERED

FIRST = 4096
SVG_FIRST = 65_536
ZIP = b"PK\x03\x04"
# From the formats' own specifications: ISO 14496-12 for ftyp, RFC 9649 for WebP, RFC 3533 for Ogg, RFC 8794 for EBML.
SIGNS: tuple[tuple[str, re.Pattern[bytes]], ...] = (
    ("png", re.compile(rb"\x89PNG\r\n\x1a\n")),
    ("jpeg", re.compile(rb"\xff\xd8\xff")),
    ("gif", re.compile(rb"GIF8[79]a")),
    ("webp", re.compile(rb"RIFF.{4}WEBP", re.DOTALL)),
    ("avif", re.compile(rb".{4}ftypavi[fs]", re.DOTALL)),
    ("heic", re.compile(rb".{4}ftyp(?:hei[cmsx]|hev[cmsx]|mif1|msf1)", re.DOTALL)),
    ("mp4", re.compile(rb".{4}(?:ftyp|moov|mdat|free|skip|wide)", re.DOTALL)),
    ("pdf", re.compile(rb".{0,1019}%PDF-", re.DOTALL)),
    ("zip", re.compile(ZIP)),
    ("ogg", re.compile(rb"OggS")),
    ("webm", re.compile(rb"\x1aE\xdf\xa3")),
    ("mp3", re.compile(rb"ID3|\x00{0,64}\xff[\xe2\xe3\xf2\xf3\xfa\xfb]")),
    ("program", re.compile(rb"MZ.{58}|\x7fELF|#!|\xca\xfe\xba\xbe|\xcf\xfa\xed\xfe", re.DOTALL)),
    ("old-office", re.compile(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")),
    ("pointer", re.compile(rb"version https://git-lfs\.github\.com/spec/")),
    ("rtf", re.compile(rb"\{\\rtf")),
    ("html", re.compile(rb"(?:\xef\xbb\xbf)?\s{0,200}(?:<!doctype html|<html\b)", re.IGNORECASE)),
)
NOT_IN_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
# Which member says what a zip holds (ECMA-376), and which type stands in `mimetype` (ODF 1.3, EPUB 3.3).
FOLDERS = {"word/": "docx", "xl/": "xlsx", "ppt/": "pptx"}
TYPES = {b"application/vnd.oasis.opendocument.text": "odt", b"application/epub+zip": "epub"}


def first_bytes(file: Path, most: int = FIRST) -> bytes | None:
    """Return the first bytes of a file, or nothing if it can't be opened."""
    try:
        with file.open("rb") as stream:
            return stream.read(most)
    except OSError:
        return None


def size_of(file: Path) -> int:
    """Return a file's size in bytes; nothing for one that is not there."""
    try:
        return file.stat().st_size
    except OSError:
        return 0


def sort_of(head: bytes) -> str:
    """Return what a file holds by its first bytes: ``png``, ``zip``, ``text`` …, or ``unknown``."""
    if not head:
        return "empty"
    for sort, sign in SIGNS:
        if sign.match(head):
            return sort
    return "text" if head.startswith(UTF_16) or not NOT_IN_TEXT.search(head) else "unknown"


def is_drawing(file: Path) -> bool:
    """Whether a file is XML whose outermost element is ``svg`` (SVG 2, 5.1)."""
    roots: list[str] = []
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = lambda name, _attributes: roots.append(name)
    with suppress(expat.ExpatError, ValueError, LookupError):  # what is wrong further down is said by FP502
        parser.Parse(first_bytes(file, SVG_FIRST) or b"", False)
    return bool(roots) and roots[0].rpartition(" ")[2] == "svg"


@lru_cache(maxsize=REMEMBERED)
def members(file: Path) -> tuple[str, ...]:
    """Return the names in a zip archive; nothing is unpacked. Empty for what is no whole archive."""
    try:
        with zipfile.ZipFile(file) as archive:
            return tuple(archive.namelist())
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError):
        return ()


def sort_of_archive(file: Path) -> str:
    """Return ``docx``, ``xlsx``, ``pptx``, ``odt`` or ``epub``, or ``zip`` for any other archive."""
    names = members(file)
    if "[Content_Types].xml" in names:
        found = (sort for folder, sort in FOLDERS.items() if any(name.startswith(folder) for name in names))
        return next(found, "zip")
    # In ODF and EPUB the first member is the type, not packed, so that it can be read off like this.
    head = first_bytes(file, 200) or b""
    start = 30 + int.from_bytes(head[26:28], "little") + int.from_bytes(head[28:30], "little")
    said = head[start:]
    return next((sort for name, sort in TYPES.items() if head[30:38] == b"mimetype" and said.startswith(name)), "zip")
