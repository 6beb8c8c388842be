"""Looking into a PDF: the words on its pages, every string that is not drawn, its pictures and its attachments."""

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
import pypdfium2

from fingerpost.editions.proof.clues import mark_of_pixels
from fingerpost.editions.proof.looking import CannotLookError


def look_into_pdf(where: str, content: bytes) -> Iterator[tuple[str, str, bytes]]:
    """Yield text, or a picture's mark, or a file inside. Raises CannotLookError.

    Text comes from the pages as they are drawn, and from every string of the file: information, outline,
    alternative texts, tags, names (ISO 32000-2).
    """
    try:
        # PDFium reads pages 17 times as fast as pypdf does, and the same words (20 PDFs of this project).
        with pypdfium2.PdfDocument(content) as drawn:
            yield "\n".join(page.get_textpage().get_text_range() for page in drawn), "", b""
        with pikepdf.open(io.BytesIO(content)) as pdf:
            strings: list[str] = []
            for thing in pdf.objects:
                strings += _strings(thing, 0)
                if isinstance(thing, pikepdf.Stream):
                    yield from _stream(thing)
            yield "\n".join(strings), "", b""
    except Exception as error:  # readers of PDFs and of their pictures raise errors of many sorts
        raise CannotLookError(where) from error


def _strings(thing: Any, depth: int) -> list[str]:
    """Return the strings in an object; other objects that it points to are looked at by themselves."""
    if depth > 20:
        return []
    if isinstance(thing, pikepdf.String):
        return [str(thing)]
    if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        inner = [thing.get(key) for key in thing.keys()]  # noqa: SIM118  (a stream is not iterable)
    elif isinstance(thing, pikepdf.Array):
        inner = list(thing)
    else:
        return []
    direct = (one for one in inner if isinstance(one, pikepdf.Object) and not one.is_indirect)
    return [text for one in direct for text in _strings(one, depth + 1)]


def _stream(stream: pikepdf.Stream) -> Iterator[tuple[str, str, bytes]]:
    kind, subtype = stream.get("/Type"), stream.get("/Subtype")
    if kind == "/Metadata":
        yield stream.read_bytes().decode("utf-8", "replace"), "", b""
    elif kind == "/EmbeddedFile":
        yield "", "", stream.read_bytes()
    elif subtype == "/Image":
        yield "", mark_of_pixels(pikepdf.PdfImage(stream).as_pil_image()), b""
