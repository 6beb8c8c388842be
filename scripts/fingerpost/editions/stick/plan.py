"""What has to be done so that a stick holds a copy and nothing else in its place: what to take away, what to write."""

import os
import stat
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from fingerpost.editions.stick.bag import read_manifest
from fingerpost.editions.stick.names import DATA, DECLARATION, MANIFEST, TAG_MANIFEST, is_a_first_page, is_of_the_bag
from fingerpost.editions.stick.reading import digest_from_disk
from fingerpost.editions.stick.verify import info_of, state_of

# FAT keeps times to two seconds (exFAT to 10 ms), and rounds them.
TO_A_TICK = 2.0


@dataclass(frozen=True, slots=True)
class Copy:
    """A finished copy in a folder: the digest (SHA-256) and the size of each file by its path, and which edition.

    `last` are the pages that say that a copy is whole, in the order in which they are written; they come last.
    """

    folder: Path
    digests: Mapping[str, str]
    sizes: Mapping[str, int]
    number: str
    made: int
    last: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that lies on a stick: where, whether it is a plain file, its size in bytes, its time in seconds."""

    place: Path
    is_file: bool
    size: int
    time: float


@dataclass(frozen=True, slots=True)
class Plan:
    """Paths to take away (`strange`: those that no copy had there), to write, and to leave as they are.

    Of those that are left, `old` have another time than the edition's.

    `trusted` says that what is left was not read: nothing on the stick had been touched since it was written.
    """

    gone: tuple[str, ...]
    strange: tuple[str, ...]
    write: tuple[str, ...]
    left: tuple[str, ...]
    old: tuple[str, ...]
    trusted: bool

    @property
    def nothing_to_do(self) -> bool:
        """Whether the stick already holds the copy."""
        return not (self.gone or self.write)


def read_copy(folder: Path, last: tuple[str, ...]) -> Copy:
    """Return a finished copy: what its manifests say, and the sizes of its files."""
    texts = [(folder / name["sha256"]).read_text("utf-8") for name in (MANIFEST, TAG_MANIFEST)]
    digests = {path: digest for text in texts for path, digest in (read_manifest(text) or {}).items()}
    for name in TAG_MANIFEST.values():
        digests[name] = digest_from_disk(folder / name)
    sizes = {path: (folder / path).stat().st_size for path in digests}
    info = info_of(folder)
    return Copy(folder, digests, sizes, info["External-Identifier"], int(info["Fingerpost-Made"]), last)


def make_plan(copy: Copy, stick: Path) -> Plan:
    """Return what has to be done on a stick. What is there is read, unless it is certain that nobody touched it."""
    there = entries(stick, {path.casefold() for path in copy.digests if "/" not in path})
    before = _trusted(stick, there, copy)
    left, write = [], []
    for path, digest in copy.digests.items():
        own = there.get(path)
        fits = own is not None and own.is_file and own.size == copy.sizes[path]
        if fits and own is not None and _digest(own, path, before) == digest:
            left.append(path)
        else:
            write.append(path)
    gone = [path for path in there if path not in copy.digests]
    known = before if before is not None else _listed(stick)
    strange = [path for path in gone if path not in known and there[path].is_file]
    old = [path for path in left if abs(there[path].time - copy.made) > TO_A_TICK]
    return Plan(tuple(gone), tuple(strange), tuple(write), tuple(left), tuple(old), before is not None)


def entries(stick: Path, top: set[str]) -> dict[str, Entry]:
    """Return what lies in the place of a copy: all below ``data/``, and at the top what is named as in a copy.

    What else lies at the top is somebody's own; `top` are the names there that are ours, in small letters. Names are
    given as they stand on the disk but for their Unicode form: one in other letters (``Index.html``) is another.
    """
    found: dict[str, Entry] = {}
    for one in os.scandir(stick) if stick.is_dir() else ():
        name = unicodedata.normalize("NFC", one.name)
        if name.casefold() == DATA and one.is_dir(follow_symlinks=False):
            _below(one.path, name, found)
        elif name.casefold() in {*top, DATA} or is_of_the_bag(name) or (is_a_first_page(name) and _is_ours(one)):
            found[name] = _entry(one)
    return dict(sorted(found.items()))


def _below(folder: str, path: str, found: dict[str, Entry]) -> None:
    """Add everything below a folder: asked of the system once for each, since a large copy has ten thousands."""
    for one in os.scandir(folder):
        name = f"{path}/{unicodedata.normalize('NFC', one.name)}"
        if one.is_dir(follow_symlinks=False):
            _below(one.path, name, found)
        else:
            found[name] = _entry(one)


def _entry(one: "os.DirEntry[str]") -> Entry:
    about = one.stat(follow_symlinks=False)
    return Entry(Path(one.path), stat.S_ISREG(about.st_mode), about.st_size, about.st_mtime)


def _is_ours(one: "os.DirEntry[str]") -> bool:
    """Whether a page or text at the top was written by us: an HTML page says so; a text is listed beside it."""
    page = Path(one.path)
    listed = page.parent / TAG_MANIFEST["sha256"]
    try:
        if page.suffix == ".html":
            return b'name="fingerpost-copy"' in page.read_bytes()[:4096]
        return listed.is_file() and page.name in listed.read_text("utf-8", "replace")
    except OSError:
        return False


def _listed(stick: Path) -> Mapping[str, str]:
    """Return what the manifests on a stick list, as far as they can be read."""
    found: dict[str, str] = {}
    for name in (MANIFEST["sha256"], TAG_MANIFEST["sha256"]):
        try:
            found |= read_manifest((stick / name).read_text("utf-8")) or {}
        except (OSError, UnicodeDecodeError):
            continue
    return dict.fromkeys((*MANIFEST.values(), *TAG_MANIFEST.values()), "") | found


def _trusted(stick: Path, there: Mapping[str, Entry], copy: Copy) -> Mapping[str, str] | None:
    """Return the digests that a stick's own manifests give, where they can be believed without reading every file.

    That is so where the stick holds another edition, whole, with nothing more and nothing less than it lists, and
    every file still has the time that was set when it had been read back. Where the edition is the same there is
    nothing to do but to look for damage, and then all is read.
    """
    info = info_of(stick)
    if state_of(stick) != "whole" or DECLARATION not in there or info.get("External-Identifier") == copy.number:
        return None
    listed = {path: digest for path, digest in _listed(stick).items() if digest}
    if set(listed) | set(TAG_MANIFEST.values()) != set(there):
        return None
    try:
        made = int(info.get("Fingerpost-Made", ""))
    except ValueError:
        return None
    if any(abs(one.time - made) > TO_A_TICK for one in there.values()):
        return None
    top = [path for path in listed if "/" not in path]
    return listed if all(digest_from_disk(there[path].place) == listed[path] for path in top) else None


def _digest(own: Entry, path: str, trusted: Mapping[str, str] | None) -> str:
    if trusted is not None and path in trusted:
        return trusted[path]
    try:
        return digest_from_disk(own.place)
    except OSError:
        return ""
