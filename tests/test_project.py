"""The project about itself: the README tells the truth, and nothing of one machine is in what is shared."""

import re
import subprocess

import pytest

from tests.conftest import CHECKOUT, run_fingerpost

README = (CHECKOUT / "README.md").read_text("utf-8")


def commands() -> list[str]:
    """Return the commands that the command line offers."""
    said = run_fingerpost("--help", env={"COLUMNS": "200"}).stdout
    listed = said.split("To write something", 1)[1]  # the first panel of commands
    return re.findall(r"^\W*([a-z]+)\s{2,}\S", listed, re.MULTILINE)


def test_every_command_is_in_the_readme_and_the_other_way_round() -> None:
    table = set(re.findall(r"^\| `([a-z]+)", README, re.MULTILINE))
    assert table == set(commands())
    assert len(table) >= 6


def test_the_readme_is_short_and_shows_it() -> None:
    assert len(README.splitlines()) <= 80
    (picture,) = re.findall(r"!\[[^\]]{20,}\]\(([^)]+)\)", README)
    assert (CHECKOUT / picture).is_file()
    for command in ("python3 scripts/bootstrap.py build", "python3 scripts/bootstrap.py test"):
        assert command in README


def test_ci_runs_exactly_the_readme_s_test_command() -> None:
    script = (CHECKOUT / ".ci" / "run").read_text("utf-8")
    assert script.splitlines()[-1] == "python3 scripts/bootstrap.py test"


def tracked() -> list[str]:
    """Return the text files that Git knows."""
    names = subprocess.run(["git", "-C", str(CHECKOUT), "ls-files"], capture_output=True, text=True, check=False).stdout
    if not names:
        pytest.skip("this is not a Git checkout")
    return [name for name in names.splitlines() if not name.endswith((".png", ".webp", ".woff2"))]


# Written in pieces, so that this file is not found by itself.
HOSTS = (r"registry\." + "npmjs", "files.python" + "hosted", r"pypi\." + "org")
UNWANTED = re.compile("|".join(["/".join(["", "work", "main"]), *HOSTS]))


def test_nothing_of_one_machine_and_no_registry_is_in_what_is_shared() -> None:
    found = [name for name in tracked() if UNWANTED.search((CHECKOUT / name).read_bytes().decode("utf-8", "replace"))]
    assert found == []


def test_that_search_is_awake() -> None:
    assert UNWANTED.search("see https://pypi." + "org/simple")
