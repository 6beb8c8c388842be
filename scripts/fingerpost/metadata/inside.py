"""Pictures, sound and film that lie inside other files: in an Office document, an EPUB, a drawing."""

from collections.abc import Iterator

from fingerpost.metadata import avif, drawing, film, mp3, ogg, webm
from fingerpost.metadata.pictures import PICTURES, Family, by_first_bytes, ending
from fingerpost.metadata.trace import Trace

SHOWN = {
    **PICTURES,
    ".avif": Family(avif.look, avif.strip),
    ".mp3": Family(mp3.look, mp3.strip),
    ".mp4": Family(film.look, film.strip),
    ".ogg": Family(ogg.look, ogg.strip),
    ".svg": Family(drawing.look, drawing.strip),
    ".webm": Family(webm.look, webm.strip),
}


def look_inside(name: str, content: bytes) -> Iterator[Trace]:
    """Yield what a member carries; one that can't be read is shown by nobody either."""
    family = _family(name, content)
    if family is not None:
        try:
            yield from list(family.look(content))
        except (ValueError, LookupError):
            return


def strip_inside(name: str, content: bytes) -> bytes:
    """Return a member stripped; anything that is clean, or can't be read, as it was."""
    family = _family(name, content)
    if family is None or not any(trace.strippable for trace in look_inside(name, content)):
        return content
    return family.strip(content)


def _family(name: str, content: bytes) -> Family | None:
    return by_first_bytes(content) or SHOWN.get(ending(name))
