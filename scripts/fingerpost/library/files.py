"""Which files beside the texts belong to which of them: by a link, or by name."""

from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from fingerpost.library.links import find_links, resolve
from fingerpost.library.model import Text
from fingerpost.library.reading import ATTACHMENTS

CAPTIONS = (".srt", ".vtt")


def linked_paths(text: Text) -> Iterator[str]:
    """Yield the path, relative to the root, of everything in the collection that a text links to or shows."""
    for link in find_links(text.body):
        path = resolve(unquote(link.path), text.path) if link.inside and link.path else None
        if path:
            yield path


def linked_files(text: Text) -> Iterator[str]:
    """Yield the path, relative to the root, of every file beside texts that a text links to or shows."""
    body = text.body.casefold()
    if any(ending in body for ending in ATTACHMENTS):  # looking for links takes long, and most texts have no file
        yield from (path for path in linked_paths(text) if path.casefold().endswith(tuple(ATTACHMENTS)))


def is_named_after(path: str, stem: str) -> bool:
    """Whether a file has the name of a text: ``answer-2-leaf.png`` and ``answer-2.pdf`` are named after answer-2."""
    return path.rsplit("/", 1)[-1].startswith((f"{stem}-", f"{stem}."))


def captions_of(recordings: Iterable[str], files: Iterable[str]) -> Iterator[str]:
    """Yield those of `files` that are captions of `recordings`: players find them by the recording's name."""
    stems = {path.rsplit(".", 1)[0] for path in recordings}
    for path in files:
        stem = path.rsplit(".", 1)[0]
        if path.casefold().endswith(CAPTIONS) and (stem in stems or stem.rsplit(".", 1)[0] in stems):
            yield path
