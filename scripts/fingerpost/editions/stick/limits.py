"""What has to be so before a stick is written: room for it, and files that its file system can hold."""

import os
import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from fingerpost.checks.unsafe_name import why_unsafe
from fingerpost.editions.stick.plan import Copy, Plan
from fingerpost.languages.phrases import say
from fingerpost.problems import FingerpostProblem

FAT = frozenset({"vfat", "msdos", "fat", "fat32"})
MOST_BYTES_ON_FAT = 2**32 - 1  # a file's size is kept in 32 bits
MOST_ENTRIES_ON_FAT = 65_536 - 2  # of 32 bytes each in a folder, which is 2 MiB at most
LETTERS_IN_AN_ENTRY = 13  # a long name takes an entry for each so many, and one more
LONGEST_NAME = 255  # UTF-16 units, on FAT32, exFAT and NTFS
LONGEST_PATH = 200  # Windows opens paths of up to 260, and a stick has a letter and perhaps a folder too
CLUSTER = 32_768  # what a small file takes on a large FAT32 stick
TO_SPARE = 1_000_000


def check_limits(copy: Copy, plan: Plan, stick: Path) -> None:
    """See that a copy fits on a stick. Raises FingerpostProblem with a sentence about the first thing that does not."""
    troubled = {name for name in {name for path in copy.digests for name in path.split("/")} if name_trouble(name)}
    for path in copy.digests:
        if len(path) > LONGEST_PATH or (troubled and not troubled.isdisjoint(path.split("/"))):
            raise FingerpostProblem(say("Not every computer can hold a file with this name: {path}", path=path))
    kind = file_system_of(stick)
    if kind in FAT or not kind:
        _check_fat(copy)
    needed = room_needed(copy, plan)
    free = shutil.disk_usage(nearest(stick)).free + _freed(plan, stick)
    if needed > free:
        raise FingerpostProblem(
            say(
                "There is not enough room: {needed} MB are needed, and {free} MB are free. Nothing was changed. "
                "--languages, --topics or --without pdf make a smaller copy.",
                needed=f"{needed / 1_000_000:.1f}",
                free=f"{free / 1_000_000:.1f}",
            )
        )


def room_needed(copy: Copy, plan: Plan) -> int:
    """Return the bytes that writing takes on a stick, in whole clusters, and something to spare."""
    return sum(-(-copy.sizes[path] // CLUSTER) * CLUSTER for path in plan.write) + (TO_SPARE if plan.write else 0)


def _freed(plan: Plan, stick: Path) -> int:
    """Return the bytes that what is taken away or written over gives back."""
    sizes = 0
    for path in (*plan.gone, *plan.write):
        try:
            sizes += (stick / path).lstat().st_size
        except OSError:
            continue
    return sizes


def name_trouble(name: str) -> str:
    """Return why some file system cannot hold a name; empty where all can."""
    too_long = sum(1 + (letter > "\uffff") for letter in name) > LONGEST_NAME
    return "long" if too_long else why_unsafe(name)


def alike(paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield paths that are one and the same where capitals do not count."""
    seen: dict[str, str] = {}
    for path in paths:
        if path.casefold() in seen:
            yield seen[path.casefold()], path
        seen[path.casefold()] = path


def _check_fat(copy: Copy) -> None:
    for path, size in copy.sizes.items():
        if size > MOST_BYTES_ON_FAT:
            said = "{path} is larger than 4 GB, and a FAT32 stick cannot hold it. Format the stick as exFAT."
            raise FingerpostProblem(say(said, path=path))
    entries: Counter[str] = Counter()
    for path in copy.digests:
        folder, _, name = path.rpartition("/")
        entries[folder] += 1 + -(-len(name) // LETTERS_IN_AN_ENTRY)
    for folder, count in entries.items():
        if count > MOST_ENTRIES_ON_FAT:
            said = "The folder {folder} holds more files than FAT32 can. Format the stick as exFAT."
            raise FingerpostProblem(say(said, folder=folder))


def nearest(path: Path) -> Path:
    """Return the path, or the nearest folder above it that is there."""
    return next(one for one in (path, *path.parents) if one.exists())


def file_system_of(path: Path) -> str:
    """Return the kind of file system that a path is on, in lower case; empty where this system does not say."""
    if sys.platform == "win32":
        return _on_windows(path)
    mounts = Path("/proc/mounts")
    if not mounts.is_file():
        return ""
    real = os.path.realpath(nearest(path))
    best, kind = "", ""
    for line in mounts.read_text("utf-8", "replace").splitlines():
        _, place, found, *_ = line.split(" ")
        place = place.replace("\\040", " ")
        if len(place) > len(best) and (real == place or real.startswith(place.rstrip("/") + "/")):
            best, kind = place, found
    return kind.lower()


def _on_windows(path: Path) -> str:
    import ctypes

    name = ctypes.create_unicode_buffer(64)
    drive = f"{Path(path).absolute().drive}\\"
    windll = getattr(ctypes, "windll")  # noqa: B009 - it is there on Windows alone
    windll.kernel32.GetVolumeInformationW(drive, None, 0, None, None, None, name, 64)
    return name.value.lower()
