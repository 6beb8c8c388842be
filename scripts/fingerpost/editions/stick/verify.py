"""Comparing a copy with what its manifests say: what was changed, lost, added or renamed, and how old it is.

The page CHECK-THIS-COPY.html does the same in a browser (`overrides/assets/check-bag.js`). Neither can find out that
somebody wrote a false copy with manifests that fit: for that the number of the edition is told, to be asked about.
"""

import os
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from fingerpost.editions.stick.bag import read_info, read_manifest
from fingerpost.editions.stick.names import (
    ALGORITHMS,
    DATA,
    INFO,
    MANIFEST,
    MARK,
    TAG_MANIFEST,
    is_left_by_a_system,
)
from fingerpost.editions.stick.reading import digest_from_disk

FIRST_BYTES = 4096  # of a page: its mark is in its head


@dataclass(slots=True)
class Found:
    """What came of a check, by paths from the copy's top; `renamed` holds the old and the new path of each.

    `unfinished` says that the copy was not written to its end, `nothing` that there is no copy.
    """

    changed: set[str] = field(default_factory=set)
    lost: set[str] = field(default_factory=set)
    added: set[str] = field(default_factory=set)
    renamed: set[tuple[str, str]] = field(default_factory=set)
    beside: set[str] = field(default_factory=set)
    unfinished: bool = False
    nothing: bool = False
    info: Mapping[str, str] = field(default_factory=dict)

    @property
    def whole(self) -> bool:
        """Whether the copy is as it was made."""
        return not (self.unfinished or self.nothing or self.changed or self.lost or self.added or self.renamed)

    @property
    def made(self) -> date | None:
        """The day on which the copy was made, as far as it says so."""
        return _day(self.info.get("Bagging-Date", ""))

    @property
    def after(self) -> date | None:
        """The day after which to look for a newer copy, as far as it says so."""
        return _day(self.info.get("Fingerpost-Check-After", ""))


def verify(folder: Path) -> Found:
    """Compare a folder with its manifests, reading every file of it from the disk."""
    found = Found(info=info_of(folder))
    if state_of(folder) == "unfinished":
        found.unfinished = True
        return found
    there = dict(files_in(folder))
    known = _check_top(folder, there, found)
    rest = _list_of_rest(folder, there, found)
    if not known and rest is None:
        found.nothing = True
        return found
    algorithm, rows = rest or (ALGORITHMS[0], {})
    for path, digest in rows.items():
        known.add(path)
        if path not in there:
            found.lost.add(path)
        elif _digest(there[path], algorithm) != digest:
            found.changed.add(path)
    _sort_out(there, known, found)
    return found


def state_of(folder: Path) -> str:
    """Return what the pages at the top say: ``whole``, ``unfinished``, or nothing where none says anything.

    One page that says unfinished is enough.
    """
    said = set()
    for file in sorted(folder.glob("*.html")):
        try:
            with file.open("rb") as stream:
                mark = MARK.search(stream.read(FIRST_BYTES))
        except OSError:
            continue
        said |= {mark[1].decode()} if mark else set()
    return "unfinished" if "unfinished" in said else "whole" if said else ""


def info_of(folder: Path) -> Mapping[str, str]:
    """Return what a copy says of itself; nothing where it can't be read."""
    try:
        return read_info((folder / INFO).read_text("utf-8", "replace"))
    except OSError:
        return {}


def files_in(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield every file of a folder by its path, composed (Unicode NFC: macOS may take letters apart), and itself.

    Links are not followed: a link to a folder counts as a file that does not belong here.
    """
    for there, folders, files in os.walk(folder):
        links = [name for name in folders if (Path(there) / name).is_symlink()]
        for name in sorted((*files, *links)):
            file = Path(there) / name
            yield unicodedata.normalize("NFC", file.relative_to(folder).as_posix()), file


def _check_top(folder: Path, there: Mapping[str, Path], found: Found) -> set[str]:
    """Check what lies at the top by both lists of it: where only one of them fits, it is the other that is wrong."""
    lists = {}
    for algorithm, name in TAG_MANIFEST.items():
        rows = _read_list(folder, there, name)
        if rows is None:
            (found.changed if name in there else found.lost).add(name)
        else:
            lists[algorithm] = rows
    paths = {path for rows in lists.values() for path in rows}
    for path in paths:
        fits = {
            algorithm: path in there and rows.get(path) == _digest(there[path], algorithm)
            for algorithm, rows in lists.items()
        }
        if any(fits.values()):
            found.changed |= {TAG_MANIFEST[algorithm] for algorithm, good in fits.items() if not good}
        else:
            (found.changed if path in there else found.lost).add(path)
    return paths


def _list_of_rest(folder: Path, there: Mapping[str, Path], found: Found) -> tuple[str, dict[str, str]] | None:
    """Return the list of what is in ``data/``: the first that is as it was, or else the first that can be read."""
    lists = [(name, rows) for name in ALGORITHMS if (rows := _read_list(folder, there, MANIFEST[name])) is not None]
    sound = [one for one in lists if MANIFEST[one[0]] not in found.changed]
    return next(iter([*sound, *lists]), None)


def _read_list(folder: Path, there: Mapping[str, Path], name: str) -> dict[str, str] | None:
    if name not in there:
        return None
    try:
        return read_manifest((folder / name).read_bytes().decode("utf-8"))
    except (OSError, UnicodeDecodeError):
        return None


def _digest(file: Path, algorithm: str) -> str:
    """Return the digest of a file; nothing of one that can't be read, or is a link: then it is not as it was."""
    if file.is_symlink():
        return ""
    try:
        return digest_from_disk(file, algorithm)
    except OSError:
        return ""


def _sort_out(there: Mapping[str, Path], known: set[str], found: Found) -> None:
    lost = {path.casefold(): path for path in found.lost}
    for path in there:
        if path in known or path in TAG_MANIFEST.values() or is_left_by_a_system(path):
            continue
        was = lost.pop(path.casefold(), "")
        if was:
            found.renamed.add((was, path))
            found.lost.discard(was)
        else:
            (found.added if path.startswith(f"{DATA}/") else found.beside).add(path)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
