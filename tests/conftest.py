"""What tests share: the real collection, built once by the command line, and a real browser to look at it with."""

import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, sync_playwright

CHECKOUT = Path(__file__).resolve().parents[1]
# What is started in the background does not hear Ctrl-C, and what it starts would not either.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
EPOCH = "1795219200"  # 2026-11-21, so that what is built does not change from one day to the next


def run_fingerpost(*words: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command line as a person would, with the edition's date fixed."""
    return subprocess.run(
        [sys.executable, "-m", "fingerpost", *words],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH, **(env or {})},
    )


def copy_of_the_project(target: Path) -> Path:
    """Copy what a checkout holds that building needs: docs, overrides, settings, scripts."""
    for name in ("docs", "overrides", "scripts"):
        shutil.copytree(CHECKOUT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copyfile(CHECKOUT / "mkdocs.yml", target / "mkdocs.yml")
    return target


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The root of a copy of the project in which everything has been built, once for all workers."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    root = shared / "built"
    with FileLock(shared / "built.lock"):
        if not (shared / "built.txt").exists():
            copy_of_the_project(root)
            done = run_fingerpost("build", "--root", str(root))
            assert done.returncode == 0, done.stdout + done.stderr
            (shared / "built.txt").write_text(done.stdout, "utf-8")
    return root


@pytest.fixture(scope="session")
def build_said(built: Path) -> str:
    """What the build printed."""
    return (built.parent / "built.txt").read_text("utf-8")


@pytest.fixture(scope="session")
def archives(built: Path) -> Path:
    """The folder of the ZIM files of the project, made once for all workers, of the PDFs that are drawn already."""
    root = built.parent / "kiwix"
    with FileLock(built.parent / "kiwix.lock"):
        if not (built.parent / "kiwix.txt").exists():
            copy_of_the_project(root)
            for drawn in ("build/print", "dist/print"):
                shutil.copytree(built / drawn, root / drawn)
            done = run_fingerpost("build", "--edition", "zim", "--root", str(root))
            assert done.returncode == 0, done.stdout + done.stderr
            (built.parent / "kiwix.txt").write_text(done.stdout, "utf-8")
    return root / "dist" / "zim"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        return


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_: Any) -> None:
        return  # a page that was left while it loaded


@pytest.fixture(scope="session")
def served(built: Path) -> Iterator[str]:
    """The address under which the built site is served on this computer."""
    server = _Server(("127.0.0.1", 0), partial(_Quiet, directory=str(built / "site")))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium: the one that bootstrap found, or Debian's."""
    path = os.environ.get("FINGERPOST_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-background-networking"]
        )
        yield started
        started.close()


@pytest.fixture(scope="session")
def pages(built: Path) -> tuple[str, ...]:
    """Every page of the built site, as a path relative to it."""
    site = built / "site"
    return tuple(sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html")))
