"""Put a finished folder in its place in one step, so that an interruption leaves what was there before."""

import ctypes
import os
import shutil
import sys
from pathlib import Path

RENAME_EXCHANGE = 2  # linux/fs.h
RENAME_SWAP = 2  # macOS sys/stdio.h
AT_FDCWD = -100


def move_in(new: Path, place: Path) -> None:
    """Make `place` be the folder `new`; both have to be on one file system.

    Where the system can exchange two names at once (Linux, macOS) there is no moment without a whole
    `place`. Elsewhere the old folder is moved aside first; `restore` brings it back after a crash there.
    """
    place.parent.mkdir(parents=True, exist_ok=True)
    aside = _aside(place)
    if not place.exists():
        new.rename(place)
    elif _exchange(new, place):
        shutil.rmtree(new)
    else:
        shutil.rmtree(aside, ignore_errors=True)
        place.rename(aside)
        new.rename(place)
    shutil.rmtree(aside, ignore_errors=True)


def restore(place: Path) -> None:
    """Bring back a folder that an interruption left aside."""
    aside = _aside(place)
    if aside.exists() and not place.exists():
        aside.rename(place)


def _aside(place: Path) -> Path:
    return place.with_name(f".{place.name}-before")


def _exchange(one: Path, other: Path) -> bool:
    if sys.platform not in ("linux", "darwin"):
        return False
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        names = os.fsencode(one), os.fsencode(other)
        if sys.platform == "linux":
            return bool(libc.renameat2(AT_FDCWD, names[0], AT_FDCWD, names[1], RENAME_EXCHANGE) == 0)
        return bool(libc.renamex_np(names[0], names[1], RENAME_SWAP) == 0)
    except (OSError, AttributeError):
        return False
