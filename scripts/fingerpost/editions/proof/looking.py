"""Looking into a file: its words, whatever they are packed in, and every file and picture inside it.

A kind of file that stands in no row here can't be looked into, and what can't be looked into proves nothing.
"""

import base64
import binascii
import gzip
import io
import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from fingerpost.editions.proof.clues import PICTURES, pixels_of
from fingerpost.metadata.trace import Unreadable
from fingerpost.metadata.zips import unpack
from fingerpost.render.pack import CALLS, read_piece
from fingerpost.search import TAKE, handed_over, unfolded

TEXTS: tuple[str, ...] = (
    *(".atom", ".bib", ".css", ".csv", ".htm", ".html", ".js", ".json", ".md", ".ncx", ".opf", ".ris", ".rss", ".srt"),
    *(".svg", ".txt", ".vtt", ".webmanifest", ".xhtml", ".xml", ".yaml", ".yml", "/_headers", "/mimetype"),
)
ZIPS = (".docx", ".epub", ".odt", ".pptx", ".xlsx", ".zip")
# Compared byte by byte, and searched for words that stand in them as they are: fonts, engines, sound and film.
AS_THEY_ARE = (".mp3", ".mp4", ".ogg", ".wasm", ".webm", ".woff2")
PACKED = (".gz", ".svgz")
IN_TEXT = re.compile(r"[A-Za-z0-9+/]{64,}={0,2}")
MOST_BYTES = 500_000_000  # unpacked
DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Seen:
    """Something found in a file: `text` as people or programs read it, or `content` as it is, and a picture's mark.

    `terms` are the words of a search index, each by itself.
    """

    where: str
    content: bytes = b""
    text: str = ""
    pixels: str = ""
    terms: frozenset[str] = frozenset()


class CannotLookError(Exception):
    """A kind of file that is not known here, or one that can't be opened."""


def look_into(where: str, content: bytes, depth: int = 0) -> Iterator[Seen]:
    """Yield the file itself and everything in it. Raises CannotLookError."""
    name = f"/{where}".lower()
    if depth > DEEPEST:
        raise CannotLookError(where)
    look = next((look for ends, look in KINDS if name.endswith(ends)), None)
    if look is None:
        raise CannotLookError(where)
    yield Seen(where, content=content)
    yield from look(where, content, depth)


def _text(where: str, content: bytes, depth: int) -> Iterator[Seen]:
    text = content.decode("utf-8", "replace")
    yield Seen(where, text=text)
    if text.startswith(TAKE):
        yield _index(where, text)
    if text.startswith(CALLS):
        yield from _piece(where, text)
    for found in IN_TEXT.finditer(text):
        try:
            inner = base64.b64decode(found[0] + "=" * (-len(found[0]) % 4), validate=True)
        except (binascii.Error, ValueError):
            continue
        kind = _kind_of(inner)
        if kind:
            yield from look_into(f"{where} ({kind})", inner, depth + 1)


def _piece(where: str, text: str) -> Iterator[Seen]:
    """What a page hands over to packs: HTML in strings, where line ends and quotation marks are written otherwise."""
    try:
        strings = _strings(read_piece(text))
    except ValueError as error:
        raise CannotLookError(where) from error
    yield from (Seen(where, text=one) for one in strings)


def _kind_of(content: bytes) -> str:
    """Return the ending that bytes without a name would have; empty where they say nothing."""
    for beginning, kind in ((b"\x1f\x8b", ".gz"), (b"PK\x03\x04", ".zip"), (b"%PDF", ".pdf"), (b"\x89PNG", ".png")):
        if content.startswith(beginning):
            return kind
    for beginning, kind in ((b"\xff\xd8\xff", ".jpg"), (b"GIF8", ".gif"), (b"RIFF", ".webp"), (b"wOF2", ".woff2")):
        if content.startswith(beginning):
            return kind
    try:
        return ".txt" if content.decode("utf-8").isprintable() or b"<" in content[:200] else ""
    except UnicodeDecodeError:
        return ""


def _packed(where: str, content: bytes, depth: int) -> Iterator[Seen]:
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(content)) as file:
            inner = file.read(MOST_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise CannotLookError(where) from error
    if len(inner) > MOST_BYTES:
        raise CannotLookError(where)
    if inner.startswith(b"\0asm"):
        yield Seen(where, content=inner)
    else:
        yield from look_into(f"{where} ({_kind_of(inner) or '.txt'})", inner, depth + 1)


def _index(where: str, script: str) -> Seen:
    """Return the strings of a file of the search index, and its words each by itself."""
    try:
        data = handed_over(script)
        strings = list(_strings(data))
        if isinstance(data, list) and strings == data:
            strings += unfolded(strings)  # the list of words, each without what it shares with the one before
    except ValueError as error:
        raise CannotLookError(where) from error
    return Seen(where, text="\n".join(strings), terms=frozenset(one.casefold() for one in strings if " " not in one))


def _strings(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping):
        for key, value in data.items():
            yield from _strings(key)
            yield from _strings(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from _strings(value)


def _zip(where: str, content: bytes, depth: int) -> Iterator[Seen]:
    try:
        members = unpack(content)
    except Unreadable as error:
        raise CannotLookError(where) from error
    for member in members:
        yield Seen(f"{where}/{member.name}", text=member.name)
        if member.data:
            known = any(f"/{member.name}".lower().endswith(ends) for ends, _ in KINDS)
            name = member.name if known else f"{member.name} ({_kind_of(member.data) or '.txt'})"
            yield from look_into(f"{where}/{name}", member.data, depth + 1)


def _picture(where: str, content: bytes, depth: int) -> Iterator[Seen]:  # noqa: ARG001
    yield Seen(where, pixels=pixels_of(content))


def _pdf(where: str, content: bytes, depth: int) -> Iterator[Seen]:
    from fingerpost.editions.proof.paper import look_into_pdf  # what only PDFs need takes 0.3 s to start

    for text, pixels, inner in look_into_pdf(where, content):
        yield Seen(where, text=text, pixels=pixels)
        if inner:
            yield from look_into(f"{where} ({_kind_of(inner) or '.txt'})", inner, depth + 1)


def _zim(where: str, content: bytes, depth: int) -> Iterator[Seen]:
    from fingerpost.editions.proof.kiwix import look_into_zim

    for name, inner, terms in look_into_zim(where, content):
        yield Seen(f"{where}/{name}", text=name, content=inner if terms else b"", terms=terms)
        if inner and not terms:
            known = any(f"/{name}".lower().endswith(ends) for ends, _ in KINDS)
            ending = "" if known else f" ({_kind_of(inner) or '.txt'})"
            yield from look_into(f"{where}/{name}{ending}", inner, depth + 1)


def _as_it_is(where: str, content: bytes, depth: int) -> Iterator[Seen]:  # noqa: ARG001
    yield from ()


KINDS: tuple[tuple[tuple[str, ...], Callable[[str, bytes, int], Iterator[Seen]]], ...] = (
    (tuple(end for kind in TEXTS for end in (kind, f"({kind})")), _text),
    (tuple(end for kind in ZIPS for end in (kind, f"({kind})")), _zip),
    (tuple(end for kind in PACKED for end in (kind, f"({kind})")), _packed),
    (tuple(end for kind in PICTURES for end in (kind, f"({kind})")), _picture),
    ((".pdf", "(.pdf)"), _pdf),
    ((".zim", "(.zim)"), _zim),
    (tuple(end for kind in AS_THEY_ARE for end in (kind, f"({kind})")), _as_it_is),
)
