"""The registry holds every check once, and every fault of reading is put into words by exactly one."""

import ast
import pkgutil
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import fingerpost.checks
import fingerpost.library
import pytest
from fingerpost.checks import CHECKS, Severity
from fingerpost.checks.registry import Check, CollectionCheck, ResourceCheck

from tests.checks.conftest import Breaker
from tests.checks.samples import base, check, overlays, read, write

HUGE, LONG = "docs/guides/huge/index.en.md", "docs/guides/long/index.en.md"
MANY = "docs/_vocabulary/offers.yml"
PAGE, POINTER = "docs/pages/folder.en.md", "docs/guides/pointer"
LIBRARY = Path(fingerpost.library.__file__).parent


def codes_in(source: str) -> Iterator[str]:
    """Yield the codes that a module gives its faults: the words in the first argument of each."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("Fault", "Refused"):
            for part in ast.walk(node.args[0]):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield part.value


CODES = {code for file in LIBRARY.glob("*.py") for code in codes_in(file.read_text("utf-8"))}


def test_checks_are_in_order_and_each_has_its_own_id() -> None:
    ids = [module.ID for module in CHECKS]
    assert ids == sorted(set(ids))


def test_every_file_with_an_id_is_registered() -> None:
    names = [found.name for found in pkgutil.iter_modules(fingerpost.checks.__path__)]
    modules = [import_module(f"fingerpost.checks.{name}") for name in names]
    found = {module.ID for module in modules if hasattr(module, "SEVERITY")}
    assert found == {module.ID for module in CHECKS}


@pytest.mark.parametrize("module", CHECKS, ids=lambda module: module.ID)
def test_a_check_is_one_function(module: Check) -> None:
    assert isinstance(module, ResourceCheck) != isinstance(module, CollectionCheck)
    assert module.ID.startswith("FP")
    assert isinstance(module.SEVERITY, Severity)


def test_every_fault_of_reading_is_claimed_by_one_check_and_every_claim_is_a_fault() -> None:
    claimed = Counter(code for module in CHECKS for code in getattr(module, "FAULTS", ()))
    assert set(claimed) == CODES
    assert set(claimed.values()) == {1}


def test_every_check_has_a_fixture_that_trips_it() -> None:
    assert {overlay.name[:5] for overlay in overlays()} == {module.ID for module in CHECKS}


def test_every_fault_of_reading_is_met(tmp_path: Path, broken: Breaker) -> None:
    met = set()
    for overlay in overlays():
        library = broken(overlay).library
        met |= {fault.code for fault in (*library.faults, *library.notices)}
    met |= {fault.code for fault in read(awkward(tmp_path)).faults}
    assert met == CODES


def test_what_a_fixture_cannot_hold_is_said_too(tmp_path: Path) -> None:
    said = {problem.path: problem for problem in check(awkward(tmp_path)).problems}
    assert {path: problem.id for path, problem in said.items()} == {
        HUGE: "FP101",
        PAGE: "FP101",
        LONG: "FP103",
        MANY: "FP103",
        POINTER: "FP107",
    }
    assert said[HUGE].message == "This file is larger than 1 MB."
    assert said[MANY].message == "This list is longer than 200000 characters."
    assert said[PAGE].message.startswith("This file can't be opened: ")
    assert said[LONG].message == "The facts at the top are longer than 65536 characters."
    assert "symbolic link" in said[POINTER].message


def awkward(root: Path) -> Path:
    """A collection with what is too large, or what Git can't carry everywhere."""
    base(root)
    write(root, HUGE, "x" * 1_000_001)
    write(root, LONG, f"---\ntitle: {'x' * 65_536}\n---\n")
    write(root, MANY, "-\n" * 100_001)
    (root / PAGE).mkdir()
    try:
        (root / POINTER).symlink_to(root / "docs/guides/example", target_is_directory=True)
    except OSError:
        pytest.skip("this computer makes no symbolic links")
    return root
