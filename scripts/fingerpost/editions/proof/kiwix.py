"""Looking into a ZIM file: every entry that a program can open, what it says of itself, its search index."""

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from fingerpost.editions.proof.clues import FEWEST_IN_A_WORD
from fingerpost.editions.proof.looking import CannotLookError

XAPIAN = b"\x0f\x0dXapian Glass"
LETTERS = re.compile(r"[^\W\d_]+")
LONGEST = 64  # letters of a word in an index


def look_into_zim(where: str, content: bytes) -> Iterator[tuple[str, bytes, frozenset[str]]]:
    """Yield the path of each entry with its bytes and, of a search index, its words; titles come as paths do.

    Raises CannotLookError where the file can't be opened, or libzim is not there.
    """
    try:
        from libzim.reader import Archive
    except ImportError:
        raise CannotLookError(where) from None
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "x.zim")
        file.write_bytes(content)
        try:
            archive = Archive(file)
            for number in range(archive.all_entry_count):
                entry = archive._get_entry_by_id(number)
                yield entry.title, b"", frozenset()
                inner = b"" if entry.is_redirect else entry.get_item().content.tobytes()
                yield entry.path, inner, _terms(inner) if inner.startswith(XAPIAN) else frozenset()
        except (RuntimeError, KeyError, ValueError) as error:
            raise CannotLookError(where) from error


def _terms(index: bytes) -> frozenset[str]:
    """Return the words that stand in a Xapian database, and each of their beginnings: bytes of its own may follow one.

    It keeps its words as they are, in small letters, one after another with lengths and numbers between them.
    """
    found: set[str] = set()
    for run in LETTERS.findall(index.decode("utf-8", "replace").casefold()):
        found.update(run[:end] for end in range(FEWEST_IN_A_WORD - 1, min(len(run), LONGEST) + 1))
    return frozenset(found)
