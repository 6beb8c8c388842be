"""Pictures made of dots, by the ending of their names or by their first bytes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from fingerpost.metadata import gif, jpeg, png, webp
from fingerpost.metadata.trace import Trace, ending

__all__ = ["PICTURES", "Family", "by_first_bytes", "ending"]


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


def by_first_bytes(content: bytes) -> Family | None:
    """Return how a picture is looked at by how it begins: programs put pictures into documents under any name."""
    beginnings = ((b"\xff\xd8\xff", ".jpg"), (b"\x89PNG", ".png"), (b"GIF8", ".gif"), (b"RIFF", ".webp"))
    return next((PICTURES[kind] for start, kind in beginnings if content.startswith(start)), None)
