"""Reading from the disk itself, past what the system remembers of what was just written."""

import ctypes
import hashlib
import os
import sys
from pathlib import Path

BLOCK = 1 << 20


def digest_from_disk(file: Path, algorithm: str = "sha256") -> str:
    """Return the digest of a file as it lies on the disk.

    Where the system can be told to forget what it keeps of a file (POSIX: posix_fadvise, macOS: F_NOCACHE), it is.
    Elsewhere what it remembers may be read. Only what was written through (`write_through`) can be forgotten.
    """
    mark = hashlib.new(algorithm)
    with file.open("rb", buffering=0) as stream:
        forget(stream.fileno())
        while block := stream.read(BLOCK):
            mark.update(block)
    return mark.hexdigest()


def forget(descriptor: int) -> None:
    """Ask the system to forget what it keeps in memory of an open file."""
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        return
    try:
        import fcntl

        fcntl.fcntl(descriptor, fcntl.F_NOCACHE, 1)  # type: ignore[attr-defined,unused-ignore]
    except (ImportError, AttributeError, OSError):
        return


def write_through(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk and not only in the system's memory.

    Windows has no such call for folders; it writes names on removable disks through by itself.
    """
    flags = os.O_RDONLY if os.name == "posix" else os.O_RDWR | getattr(os, "O_BINARY", 0)
    if os.name != "posix" and path.is_dir():
        return
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def settle(folder: Path) -> bool:
    """Wait until all of the file system that a folder is on has been written; False where this system cannot.

    Linux has a call for one file system (syncfs), others of POSIX one for all of them.
    """
    if sys.platform == "linux":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            return bool(ctypes.CDLL(None).syncfs(descriptor) == 0)
        finally:
            os.close(descriptor)
    if hasattr(os, "sync"):
        os.sync()
        return True
    return False
