"""The hostile collection, built once past the checks, and a browser that lets everything run."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from fingerpost.editions.collection import Collection, open_collection
from fingerpost.editions.made import Narration
from fingerpost.editions.print.shelf import Shelf
from fingerpost.editions.usb import build_usb
from fingerpost.editions.web import build_web
from filelock import FileLock

from tests.untrusted.collection import hostile


@pytest.fixture(scope="session")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Collection:
    """The hostile collection as it is read, whatever the checks say, with its web and usb editions built."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    root = shared / "attacked"
    with FileLock(shared / "attacked.lock"):
        if not (shared / "attacked.txt").exists():
            collection = open_collection(hostile(root))
            shelf = Shelf(collection.dist / "print")
            build_web(collection, shelf, Narration())
            build_usb(collection, shelf, Narration())
            (shared / "attacked.txt").write_text("built", "utf-8")
    return open_collection(root)
