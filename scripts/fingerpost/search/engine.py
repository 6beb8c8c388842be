"""Running the Pagefind binary that comes with the `pagefind[bin]` wheel."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

from pagefind.service import get_executable

from fingerpost.search.problem import SearchProblem

WORDS = re.compile(r"Indexed (\d+) words?\b")


def run_pagefind(site: Path, bundle: Path, workplace: Path) -> None:
    """Index `site` (absolute) into the folder `bundle`.

    Runs in `workplace`, without the environment's PAGEFIND_ settings, because Pagefind obeys settings files
    and variables it happens to find. `index.html` stays in addresses: without a server nobody adds it.
    Raises SearchProblem if Pagefind cannot be started, stops, or answers in words we do not know.
    """
    arguments = ["--site", str(site), "--output-path", str(bundle), "--keep-index-url"]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    try:
        done = subprocess.run(
            [_binary(), *arguments],
            check=False,
            cwd=workplace,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
        )
    except OSError as error:
        raise SearchProblem(f"Pagefind, which makes the search index, could not be started: {error}.") from error
    if done.returncode != 0:
        last_words = " ".join(done.stderr.split()) or f"it ended with code {done.returncode}"
        raise SearchProblem(f"Pagefind, which makes the search index, stopped: {last_words}")
    if WORDS.search(done.stdout) is None:
        raise SearchProblem("Pagefind did not say what it indexed: it is a version we do not know.")


def _binary() -> Path:
    """Where the wheel keeps Pagefind, absolute; PAGEFIND_BINARY_PATH, if set, goes first."""
    try:
        binary: Path | None = get_executable()
    except FileNotFoundError:
        binary = None
    if binary is None:
        raise SearchProblem("Pagefind, which makes the search index, is not installed (pip install 'pagefind[bin]').")
    return binary.absolute()
