"""A finished folder goes into its place in one step: whatever stops it, a whole folder stands there."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from fingerpost.editions.place import move_in, restore

from tests.helpers import everything

OLD = {"index.html": b"old", "guides/one/index.html": b"old one", "assets/a.css": b"old style"}
NEW = {"index.html": b"new", "guides/two/index.html": b"new two"}
NEXT = {"index.html": b"next"}

# Kills itself just before the given step: Python tells of every change of the file system before it is made.
# Where two names cannot be exchanged at once, another way is taken; a platform's name stands for such a system.
KILLED = """
import os, signal, sys
from pathlib import Path
from fingerpost.editions.place import move_in
new, place, platform, left = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])
def count(event, _arguments):
    global left
    if event.startswith(("os.", "shutil.", "ctypes.")):
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
sys.platform = platform or sys.platform
sys.addaudithook(count)
move_in(new, place)
"""
posix = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX's")


def fill(folder: Path, files: dict[str, bytes]) -> Path:
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def left_in(root: Path) -> list[str]:
    return sorted(entry.name for entry in root.iterdir())


def test_the_first_time_there_is_nothing_to_keep(tmp_path: Path) -> None:
    place = tmp_path / "dist" / "print"
    move_in(fill(tmp_path / "new", NEW), place)
    assert dict(everything(place)) == NEW
    assert left_in(tmp_path) == ["dist"]
    assert left_in(tmp_path / "dist") == ["print"]


@pytest.mark.parametrize("platform", [sys.platform, "elsewhere"])
def test_what_was_there_is_replaced_whole(platform: str, tmp_path: Path) -> None:
    new, place = fill(tmp_path / "new", NEW), fill(tmp_path / "site", OLD)
    done = subprocess.run([sys.executable, "-c", KILLED, new, place, platform, "9999"], check=False)
    assert done.returncode == 0
    assert dict(everything(place)) == NEW
    assert left_in(tmp_path) == ["site"]


@posix
@pytest.mark.parametrize(("platform", "brought_back"), [("", False), ("elsewhere", True)])
def test_killed_before_any_step_a_whole_folder_stands(platform: str, brought_back: bool, tmp_path: Path) -> None:
    seen = []
    for step in range(100):
        root = tmp_path / str(step)
        new, place = fill(root / "new", NEW), fill(root / "site", OLD)
        done = subprocess.run([sys.executable, "-c", KILLED, new, place, platform, str(step)], check=False)
        if brought_back or sys.platform not in ("linux", "darwin"):
            restore(place)
        stands = dict(everything(place))
        assert stands in (OLD, NEW), step
        seen.append(stands)
        if done.returncode == 0:
            break
        # And the next build finds its way from there.
        move_in(fill(root / "next", NEXT), place)
        assert dict(everything(place)) == NEXT
        assert not (root / ".site-before").exists()
    else:
        pytest.fail("it never came to an end")
    assert len(seen) > 5
    assert seen[0] == OLD
    assert seen[-1] == NEW


@pytest.mark.skipif(sys.platform not in ("linux", "darwin"), reason="two names are exchanged at once there")
def test_a_reader_never_finds_the_place_empty(tmp_path: Path) -> None:
    place = fill(tmp_path / "site", OLD)
    missed: list[int] = []
    stop = threading.Event()

    def look() -> None:
        while not stop.is_set():
            if not (place / "index.html").exists():
                missed.append(1)

    reader = threading.Thread(target=look)
    reader.start()
    for number in range(100):
        move_in(fill(tmp_path / "new", {"index.html": str(number).encode()}), place)
    stop.set()
    reader.join()
    assert not missed
    assert (place / "index.html").read_bytes() == b"99"


def test_what_was_left_aside_is_brought_back(tmp_path: Path) -> None:
    fill(tmp_path / ".site-before", OLD)
    restore(tmp_path / "site")
    assert dict(everything(tmp_path / "site")) == OLD
    assert left_in(tmp_path) == ["site"]


def test_what_stands_is_not_put_back_to_what_was(tmp_path: Path) -> None:
    fill(tmp_path / ".site-before", OLD)
    fill(tmp_path / "site", NEW)
    restore(tmp_path / "site")
    assert dict(everything(tmp_path / "site")) == NEW
    move_in(fill(tmp_path / "new", NEXT), tmp_path / "site")
    assert left_in(tmp_path) == ["site"]


def test_where_nothing_was_nothing_is_brought_back(tmp_path: Path) -> None:
    restore(tmp_path / "site")
    assert left_in(tmp_path) == []
