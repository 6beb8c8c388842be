"""The preview: shows the site, shows it again after a change, and says what is wrong without losing what is there."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.conftest import copy_of_the_project

PATIENCE = 60  # seconds; only a bound for a preview that never comes


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture
def preview(tmp_path: Path, port: int) -> Iterator[Path]:
    root = copy_of_the_project(tmp_path / "preview")
    log = (tmp_path / "log.txt").open("w")
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "fingerpost", "serve", "--root", str(root), "--port", str(port)],
        stdout=log,
        stderr=log,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    yield root
    process.terminate()
    process.wait(20)
    log.close()


def until(tried: Callable[[], bool]) -> bool:
    """Try again and again until it is true, or patience ends."""
    ends = time.monotonic() + PATIENCE
    while time.monotonic() < ends:
        try:
            if tried():
                return True
        except OSError:
            pass
        time.sleep(0.25)
    return False


def test_a_change_is_shown_and_a_mistake_is_named(preview: Path, port: int, tmp_path: Path) -> None:
    def shown(words: str) -> bool:
        address = f"http://127.0.0.1:{port}/cy/guides/setting-limits/index.html"
        with urllib.request.urlopen(address, timeout=5) as answer:
            return words in answer.read().decode("utf-8")

    file = preview / "docs" / "guides" / "setting-limits" / "index.cy.md"
    assert until(lambda: shown("Gosod ffiniau"))
    file.write_text(file.read_text("utf-8") + "\nBrawddeg newydd sbon.\n", "utf-8")
    assert until(lambda: shown("Brawddeg newydd sbon."))
    file.write_text("dim byd yma", "utf-8")
    assert until(lambda: "docs/guides/setting-limits/index.cy.md:1" in (tmp_path / "log.txt").read_text("utf-8"))
    assert "Traceback" not in (tmp_path / "log.txt").read_text("utf-8")


def test_the_script_that_reloads_a_preview_may_run(preview: Path, port: int, browser: Browser) -> None:  # noqa: ARG001
    said: list[str] = []
    page = browser.new_page()
    page.on("console", lambda message: said.append(message.text))
    address = f"http://127.0.0.1:{port}/search.html"

    def shown() -> bool:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return bool(answer.status == 200)

    assert until(shown)
    page.goto(address)
    page.close()
    assert said == ["Enabled live reload"]


def test_a_port_in_use_is_said_plainly(port: int, tmp_path: Path) -> None:
    root = copy_of_the_project(tmp_path / "preview")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", port))
        taken.listen()
        done = subprocess.run(
            [sys.executable, "-m", "fingerpost", "serve", "--root", str(root), "--port", str(port)],
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert f"Port {port}" in done.stderr
    assert "Traceback" not in done.stderr
