"""The hostile collection, built once past the checks, and a browser that lets everything run."""

import os
import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer

import pytest
from filelock import FileLock
from fingerpost.editions.collection import Collection, open_collection
from fingerpost.editions.epub.build import build_epub
from fingerpost.editions.made import Narration
from fingerpost.editions.print.shelf import Shelf
from fingerpost.editions.web import build_web

from tests.browser.test_policy import Host
from tests.untrusted.collection import hostile


@pytest.fixture(scope="session")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Collection:
    """The hostile collection as it is read, whatever the checks say, with its web edition built."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    root = shared / "attacked"
    with FileLock(shared / "attacked.lock"):
        if not (shared / "attacked.txt").exists():
            collection = open_collection(hostile(root))
            shelf = Shelf(collection.dist / "print")
            build_web(collection, shelf, build_epub(collection, Narration()), Narration())
            (shared / "attacked.txt").write_text("built", "utf-8")
    return open_collection(root)


@pytest.fixture(scope="session")
def hosted_attack(attacked: Collection) -> Iterator[str]:
    """The address of the hostile site, at a host that sends what `_headers` says."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=str(attacked.site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
