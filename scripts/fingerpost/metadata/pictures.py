"""Pictures that lie inside other files: an Office document, an EPUB, a drawing."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from fingerpost.metadata import gif, jpeg, png, webp
from fingerpost.metadata.trace import Trace, Unreadable


@dataclass(frozen=True, slots=True)
class Family:
    """How the files of one ending are looked at and stripped; both may raise Unreadable and anything else."""

    look: Callable[[bytes], Iterable[Trace]]
    strip: Callable[[bytes], bytes]


PICTURES = {
    ".gif": Family(gif.look, gif.strip),
    ".jpeg": Family(jpeg.look, jpeg.strip),
    ".jpg": Family(jpeg.look, jpeg.strip),
    ".png": Family(png.look, png.strip),
    ".webp": Family(webp.look, webp.strip),
}


def ending(name: str) -> str:
    """Return a file name's ending in small letters, with its dot."""
    return "." + name.rpartition(".")[2].lower()


def look_inside(name: str, content: bytes) -> Iterator[Trace]:
    """Yield what a picture inside another file carries; one that can't be read is shown by nobody either."""
    family = PICTURES.get(ending(name))
    if family is not None:
        try:
            yield from list(family.look(content))
        except (Unreadable, IndexError):
            return


def strip_inside(name: str, content: bytes) -> bytes:
    """Return a picture stripped; anything that is clean, or is no picture that can be read, as it was."""
    if not any(trace.strippable for trace in look_inside(name, content)):
        return content
    return PICTURES[ending(name)].strip(content)
