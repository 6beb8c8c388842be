"""Putting new files into docs/: made beside it first, whole, then moved in; what is there is never overwritten."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from fingerpost.intake.undoing import link_above
from fingerpost.languages.phrases import say
from fingerpost.library.reading import DOCS
from fingerpost.problems import FingerpostProblem

WORK = "build"  # is of the same disk as docs/, and Git and the reader leave it alone


def place_folder(root: Path, id: str, files: Mapping[str, str]) -> tuple[str, ...]:
    """Make the folder ``docs/<id>`` with these files: name to text. Returns their paths from the root.

    Raises what place_folders() raises.
    """
    return place_folders(root, {id: {name: text.encode() for name, text in files.items()}})


def place_folders(root: Path, folders: Mapping[str, Mapping[str, bytes]]) -> tuple[str, ...]:
    """Make folders ``docs/<id>``, all of them or none: id to files, name to bytes. Returns the paths of the files.

    Each appears whole or not at all, and of two that are made at once one wins. Raises FingerpostProblem where
    something stands there, or the way there is a link; OSError where the system refuses.
    """
    targets = {id: _free(root, f"{DOCS}/{id}") for id in folders}
    placed: list[Path] = []
    with _beside(root) as work:
        for number, files in enumerate(folders.values()):
            (work / str(number)).mkdir()
            for name, content in files.items():
                (work / str(number) / name).write_bytes(content)
        try:
            for number, (id, target) in enumerate(targets.items()):
                target.parent.mkdir(parents=True, exist_ok=True)
                _put_folder(work / str(number), target, id)
                placed.append(target)
        except BaseException:  # Ctrl-C too
            for folder in placed:
                shutil.rmtree(folder, ignore_errors=True)
            raise
    return tuple(f"{DOCS}/{id}/{name}" for id, files in folders.items() for name in files)


def place_files(root: Path, files: Mapping[str, str]) -> tuple[str, ...]:
    """Put new files into folders that are there: path from the root to text; all of them or none. Returns the paths.

    Raises FingerpostProblem where one of them stands there already, or the way to it is a link; OSError where the
    system refuses.
    """
    for path in files:
        _free(root, path)
    placed: list[Path] = []
    with _beside(root) as work:
        for number, text in enumerate(files.values()):
            (work / str(number)).write_bytes(text.encode())
        try:
            for number, path in enumerate(files):
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                _put(work / str(number), root / path, path)
                placed.append(root / path)
        except BaseException:  # Ctrl-C too
            for file in placed:
                file.unlink(missing_ok=True)
            raise
    return tuple(files)


def replace_files(root: Path, files: Mapping[str, str]) -> tuple[str, ...]:
    """Put files in the place of what is there, each moved in when all are whole. Returns the paths."""
    with _beside(root) as work:
        for number, (path, text) in enumerate(files.items()):
            _no_link(root, path)
            (work / str(number)).write_bytes(text.encode())
        for number, path in enumerate(files):
            (work / str(number)).replace(root / path)
    return tuple(files)


def _put_folder(made: Path, target: Path, id: str) -> None:
    """Rename a folder to where nothing is: an error where another has come first, whose folder is not empty."""
    try:
        made.rename(target)
    except OSError:
        if os.path.lexists(target):
            raise _taken(f"{DOCS}/{id}") from None
        raise


def _put(file: Path, target: Path, path: str) -> None:
    """Move a file to where nothing is. A link is made, which fails where something is; a disk without links renames."""
    try:
        target.hardlink_to(file)
    except FileExistsError:
        raise _taken(path) from None
    except OSError:
        if os.path.lexists(target):
            raise _taken(path) from None
        file.rename(target)


@contextmanager
def _beside(root: Path) -> Iterator[Path]:
    """Give a folder to work in, and take it away afterwards."""
    (root / WORK).mkdir(exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix="intake-", dir=root / WORK))
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _free(root: Path, path: str) -> Path:
    _no_link(root, path)
    if os.path.lexists(root / path):
        raise _taken(path)
    return root / path


def _no_link(root: Path, path: str) -> None:
    link = link_above(root, path)
    if link:
        raise FingerpostProblem(
            say("{path} is a link to another place, so nothing was written. Put the folder itself there.", path=link)
        )


def _taken(path: str) -> FingerpostProblem:
    return FingerpostProblem(
        say("{path} is there already, and nothing is overwritten. Nothing was written.", path=path)
    )
