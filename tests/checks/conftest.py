"""The good collection with each overlay over it, read and checked once for all tests of a worker."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from fingerpost.checks import Report, run_checks
from fingerpost.library import Library

from tests.checks.samples import overlaid, read


@dataclass(frozen=True)
class Broken:
    """A broken collection, and what was found in it."""

    root: Path
    library: Library
    report: Report


Breaker = Callable[[Path], Broken]


@pytest.fixture(scope="session")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Breaker:
    """A function from an overlay to the good collection broken by it."""
    made: dict[Path, Broken] = {}

    def break_with(overlay: Path) -> Broken:
        if overlay not in made:
            root = overlaid(tmp_path_factory.mktemp(overlay.name), overlay)
            library = read(root)
            made[overlay] = Broken(root, library, run_checks(library))
        return made[overlay]

    return break_with
