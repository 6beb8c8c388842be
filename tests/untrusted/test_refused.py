"""What the checks say to somebody who brings an attack: where it stands, and that it has to go."""

import shutil
from pathlib import Path

import pytest
from fingerpost.checks import Problem, Severity
from fingerpost.editions.collection import check_collection, open_collection

from tests.conftest import run_fingerpost
from tests.helpers import guide, write
from tests.untrusted.collection import BASE, NAMES, PIXEL
from tests.untrusted.corpus import DRAWINGS, PAYLOADS, drawing

# What is words and nothing else to a browser, or what the site takes out without harm to what was meant: the checks
# let it pass, and test_built_pages.py sees that it does nothing.
PASSES = frozenset(
    f"{group}-{number}"
    for group, numbers in {
        "addresses-that-run": (28, 31),
        "what-is-fetched-from-elsewhere": (13, 14),
        "what-reads-otherwise-the-second-time": (12, 13, 20),
        "out-of-an-attribute-or-a-text": (3, 10, 11, 12, 13, 14, 17, 18),
        "markdown-and-its-extensions": (7, 10, 14, 15, 16, 20),
        "names-that-our-scripts-and-pages-use": (2, 7, 8),
        "templates": (1, 4, 5, 6, 7, 8),
    }.items()
    for number in numbers
)
BEFORE = guide("Words.\n\n").count("\n")


@pytest.fixture(scope="module")
def errors(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Problem]]:
    """What has to be mended, by file, in a collection with one attack a guide and hostile files beside one."""
    root = tmp_path_factory.mktemp("refused")
    shutil.copytree(BASE, root / "docs")
    write(root, {f"docs/guides/{name}/index.en.md": guide(f"Words.\n\n{text}\n") for name, text in PAYLOADS.items()})
    write(root, {f"docs/guides/example/{name}.svg": drawing(inside) for name, inside in DRAWINGS.items()})
    for name in NAMES:
        (root / "docs" / "guides" / "example" / name).write_bytes(PIXEL)
    found: dict[str, list[Problem]] = {}
    for problem in check_collection(open_collection(root)).problems:
        if problem.severity is Severity.ERROR:
            found.setdefault(problem.path, []).append(problem)
    return found


def test_the_corpus_is_large_and_holds_no_attack_twice() -> None:
    assert len(PAYLOADS) == len(set(PAYLOADS.values())) >= 120
    assert set(PAYLOADS) >= PASSES
    assert len(PASSES) < len(PAYLOADS) / 6


@pytest.mark.parametrize("name", sorted(set(PAYLOADS) - PASSES))
def test_an_attack_is_refused_where_it_stands(name: str, errors: dict[str, list[Problem]]) -> None:
    found = errors[f"docs/guides/{name}/index.en.md"]
    last = BEFORE + PAYLOADS[name].count("\n") + 1
    assert all(BEFORE < problem.line <= last for problem in found), [(one.id, one.line) for one in found]


@pytest.mark.parametrize("name", sorted(PASSES))
def test_what_passes_is_known_to_pass(name: str, errors: dict[str, list[Problem]]) -> None:
    assert f"docs/guides/{name}/index.en.md" not in errors


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_drawing_that_does_more_than_draw_is_refused(name: str, errors: dict[str, list[Problem]]) -> None:
    assert "FP502" in {problem.id for problem in errors[f"docs/guides/example/{name}.svg"]}


@pytest.mark.parametrize("name", [name for name in NAMES if not name.startswith("{")])
def test_a_file_name_that_attacks_is_refused(name: str, errors: dict[str, list[Problem]]) -> None:
    assert "FP503" in {problem.id for problem in errors[f"docs/guides/example/{name}"]}


def test_nothing_is_built_of_an_attack(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path / "docs")
    write(tmp_path, {"docs/guides/x/index.en.md": guide(f"{PAYLOADS['script-elements-1']}\n")})
    done = run_fingerpost("build", "--edition", "web", "--root", str(tmp_path))
    assert done.returncode == 1
    assert f"docs/guides/x/index.en.md:{BEFORE - 1}  FP502" in done.stderr
    assert not (tmp_path / "site").exists()
