"""Copies of a small collection in two editions: in the second a guide is new, one changed, and one withdrawn."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from filelock import FileLock
from fingerpost.editions.collection import open_collection
from fingerpost.editions.stick.first_pages import unfinished_pages
from fingerpost.editions.stick.plan import Copy, read_copy

from tests.conftest import run_fingerpost
from tests.editions.stick.small import write_first, write_second


@dataclass(frozen=True, slots=True)
class Two:
    """A collection's root, two copies made of it, one after the other, and the pages of an unfinished stick."""

    root: Path
    first: Copy
    second: Copy
    pages: dict[str, bytes]


@pytest.fixture(scope="session")
def two(tmp_path_factory: pytest.TempPathFactory) -> Two:
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    root = shared / "sticks" / "collection"
    with FileLock(shared / "sticks.lock"):
        if not (shared / "sticks" / "second").exists():
            build(write_first(root))
            shutil.copytree(root / "dist" / "usb", shared / "sticks" / "first")
            build(write_second(root))
            shutil.copytree(root / "dist" / "usb", shared / "sticks" / "second")
    pages = unfinished_pages(open_collection(root))
    first, second = (read_copy(shared / "sticks" / name, tuple(pages)) for name in ("first", "second"))
    return Two(root, first, second, pages)


def build(root: Path) -> None:
    done = run_fingerpost("build", "--edition", "usb", "--without", "pdf,epub", "--root", str(root))
    assert done.returncode == 0, done.stdout + done.stderr
