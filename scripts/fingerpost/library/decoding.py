"""How the bytes of a text file become text: UTF-8, one sort of line end, and what was odd kept beside it."""

import codecs
import re
from dataclasses import dataclass
from pathlib import Path

from fingerpost.library.faults import Fault

MOST_BYTES = 1_000_000
# UTF-32 begins with the same two bytes where it is little-endian.
UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
LOOKED_AT = 400
# What Windows-1252 has for letters and quotation marks beyond ASCII, and what may stand around one in a word.
WORD_END = re.compile(rb"[A-Za-z\x8a\x8c\x8e\x91-\x94\x9a\x9c\x9e\x9f\xc0-\xff'-]{0,40}")
WORD_START = re.compile(rb"[A-Za-z\x8a\x8c\x8e\x91-\x94\x9a\x9c\x9e\x9f\xc0-\xff'-]{0,40}\Z")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text with LF line ends, or nothing and the fault; `notices` are oddities that do no harm."""

    text: str | None
    fault: Fault | None = None
    notices: tuple[Fault, ...] = ()


def decode_file(file: Path, path: str) -> Decoded:
    """Read a file of at most `MOST_BYTES` bytes as UTF-8; never raises. `path` goes into what is found."""
    try:
        if file.stat().st_size > MOST_BYTES:
            return Decoded(None, Fault("file-too-large", path, detail={"most": str(MOST_BYTES)}))
        return decode(file.read_bytes(), path)
    except OSError as error:
        return Decoded(None, Fault("cannot-be-read", path, detail={"why": error.strerror or "unknown"}))


def decode(raw: bytes, path: str) -> Decoded:
    """Return the text of a file's bytes: UTF-8, with or without a byte-order mark, any sort of line end."""
    if _is_utf_16(raw):
        return Decoded(None, Fault("utf-16", path))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return Decoded(None, Fault("not-utf-8", path, line, detail={"word": _word_at(raw, error.start)}))
    notices = [Fault("byte-order-mark", path)] if raw.startswith(codecs.BOM_UTF8) else []
    if "\r" in text:
        notices.append(Fault("carriage-returns", path))
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\x00" in text:
        line = text.count("\n", 0, text.index("\x00")) + 1
        return Decoded(None, Fault("not-text", path, line))
    return Decoded(text, None, tuple(notices))


def _is_utf_16(raw: bytes) -> bool:
    """Whether a file is UTF-16: by its mark, or because every other byte of Latin letters is NUL."""
    if raw.startswith(UTF_16_MARKS):
        return True
    pairs = len(raw[:LOOKED_AT]) // 2
    return pairs > 1 and any(raw[first : pairs * 2 : 2].count(0) > pairs * 0.7 for first in (0, 1))


def _word_at(raw: bytes, place: int) -> str:
    """Return the word around a byte as Windows-1252 has it, or an empty string where that is no word."""
    start = WORD_START.search(raw, max(0, place - 40), place)
    end = WORD_END.match(raw, place)
    word = raw[start.start() if start else place : end.end() if end else place]
    return word.decode("cp1252", "ignore") if len(word) > 1 else ""
