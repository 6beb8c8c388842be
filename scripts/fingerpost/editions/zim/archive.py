"""Write one ZIM file with libzim: its entries, what it says of itself, and an index for Kiwix's own search."""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from fingerpost.editions.zim.contents import Entry
from fingerpost.editions.zim.stamps import settle
from fingerpost.problems import FingerpostProblem

TEXTS = ("text/", "image/svg+xml")  # what grows smaller when it is packed; the rest is packed already


def write_archive(
    target: Path, entries: Iterable[Entry], said: Mapping[str, str], picture: bytes, main: str, language: str
) -> None:
    """Write the ZIM file `target`.

    `said` is its metadata by name (openZIM, Metadata), `picture` a PNG of 48 by 48 pixels, `main` the path of its first
    page, `language` the one (ISO 639-3) whose words are brought to their stems for the search. The same entries give
    the same bytes. Raises FingerpostProblem where libzim is not there for this Python, or where it stops.
    """
    writer = _libzim()
    target.unlink(missing_ok=True)
    creator = writer.Creator(target)
    # One worker: with more, it is chance which part of the file stands first.
    creator.config_indexing(True, language).config_nbworkers(1).set_mainpath(main)
    try:
        with _silence(), creator:
            creator.add_illustration(48, picture)
            for name, value in sorted(said.items()):
                creator.add_metadata(name, value)
            for entry in entries:
                _add(writer, creator, entry)
    except RuntimeError as error:
        why = " ".join(str(error).split())
        raise FingerpostProblem(f"The ZIM files were not made: libzim stopped ({why}).") from None
    settle(target)


def _add(writer: Any, creator: Any, entry: Entry) -> None:
    if entry.same:
        creator.add_redirection(entry.path, entry.title, entry.same, {writer.Hint.FRONT_ARTICLE: False})
    else:
        creator.add_item(_item(writer, entry))


def _item(writer: Any, entry: Entry) -> Any:
    class Index(writer.IndexData):  # type: ignore[misc]
        def has_indexdata(self) -> bool:
            return bool(entry.words)

        def get_title(self) -> str:
            return entry.title

        def get_content(self) -> str:
            return entry.words

        def get_keywords(self) -> str:
            return ""

        def get_wordcount(self) -> int:
            return len(entry.words.split())

    class Item(writer.Item):  # type: ignore[misc]
        def get_path(self) -> str:
            return entry.path

        def get_title(self) -> str:
            return entry.title

        def get_mimetype(self) -> str:
            return entry.kind

        def get_contentprovider(self) -> Any:
            return writer.StringProvider(entry.content)

        def get_hints(self) -> dict[Any, int]:
            packed = entry.kind.startswith(TEXTS)
            return {writer.Hint.FRONT_ARTICLE: bool(entry.words), writer.Hint.COMPRESS: packed}

        def get_indexdata(self) -> Any:
            return Index()

    return Item()


def _libzim() -> Any:
    try:
        from libzim import writer
    except ImportError:
        raise FingerpostProblem("The ZIM files were not made: libzim does not come for this Python.") from None
    return writer


@contextmanager
def _silence() -> Iterator[None]:
    """Libzim tells of its steps on standard output, whatever it is asked; what people read stands there."""
    sys.stdout.flush()
    kept = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 1)
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)
        os.close(nowhere)
