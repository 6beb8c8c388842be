"""Put a finished folder in its place in one step, so that an interruption leaves what was there before."""

import ctypes
import os
import shutil
import sys
from pathlib import Path

from fingerpost.problems import FingerpostProblem

RENAME_EXCHANGE = 2  # linux/fs.h
RENAME_SWAP = 2  # macOS sys/stdio.h
AT_FDCWD = -100


def move_in(new: Path, place: Path) -> None:
    """Make `place` be the folder `new`, and take away what stood there.

    Where the system can exchange two names at once (Linux, macOS) there is no moment without a whole
    `place`. Elsewhere the old folder is moved aside first; `restore` brings it back after a crash there.
    Where `place` is a link to a folder, that folder is replaced. Raises FingerpostProblem, with the old
    folder in its place, where the system refuses.
    """
    place = place.resolve()
    place.parent.mkdir(parents=True, exist_ok=True)
    if place.exists() and not place.is_dir():
        raise FingerpostProblem(f"{place.name} is a file, and a folder is to be made in its place. Move it away.")
    if new.stat().st_dev != place.parent.stat().st_dev:
        new = _brought_over(new, place)
    try:
        if not place.exists():
            new.rename(place)
        elif _exchange(new, place):
            shutil.rmtree(new)
        else:
            _change_in_turn(new, place)
    except OSError as error:
        said = f"{place.name} could not be replaced ({error.strerror}): is a file in it open? The old one still stands."
        raise FingerpostProblem(said) from None
    shutil.rmtree(_aside(place), ignore_errors=True)


def _change_in_turn(new: Path, place: Path) -> None:
    aside = _aside(place)
    shutil.rmtree(aside, ignore_errors=True)
    place.rename(aside)
    try:
        new.rename(place)
    except OSError:
        aside.rename(place)
        raise


def _brought_over(new: Path, place: Path) -> Path:
    """Copy a folder from another file system to beside its place."""
    beside = place.with_name(f".{place.name}-new")
    shutil.rmtree(beside, ignore_errors=True)
    shutil.copytree(new, beside)
    shutil.rmtree(new)
    return beside


def restore(place: Path) -> None:
    """Bring back a folder that an interruption left aside."""
    place = place.resolve()
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
