"""Explain: for each edition and language what happens and why, in the asker's language."""

from pathlib import Path

import pytest

from tests.conftest import run_fingerpost
from tests.editions.test_promises import collection
from tests.helpers import answer, guide


@pytest.fixture
def root(tmp_path: Path) -> Path:
    story = {"made_by": "lived-experience-led", "consent": {"reference": "C-0001", "scope": ["web"]}}
    files = {
        "docs/guides/story/index.en.md": guide("Words.\n", title="A story", **story),
        "docs/questions/q/index.en.md": guide(title="A question?"),
        "docs/questions/q/answer-1.en.md": answer("Yes.\n", title="Yes", **story),
        "docs/questions/q/answer-2.en.md": answer("No.\n", title="No"),
    }
    return collection(tmp_path, files)


def test_each_edition_and_language_has_its_line_and_reason(root: Path) -> None:
    said = run_fingerpost("explain", "guides/story", "--root", str(root)).stdout
    rows = [line.split(maxsplit=3) for line in said.splitlines()[1:]]
    assert len(rows) == 5 * 2
    assert {row[0]: row[2] for row in rows} == {
        "web": "full",
        "print": "excluded",
        "usb": "excluded",
        "zim": "excluded",
        "epub": "excluded",
    }
    assert all(row[3].endswith(".") for row in rows)
    assert "did not agree to this kind of copy" in said


def test_it_speaks_welsh_too(root: Path) -> None:
    said = run_fingerpost("explain", "guides/story", "--language", "cy", "--root", str(root)).stdout
    assert "Ni chytunodd" in said
    assert "did not agree" not in said


def test_answers_are_explained_one_by_one(root: Path) -> None:
    whole = run_fingerpost("explain", "questions/q", "--root", str(root)).stdout
    assert "questions/q/answer-1" in whole
    assert "questions/q/answer-2" in whole
    one = run_fingerpost("explain", "questions/q/answer-1", "--root", str(root)).stdout
    assert one.startswith("questions/q/answer-1: Yes")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["guides/nothing"], "There is no resource 'guides/nothing'."),
        (["toolkits/story"], "Did you mean guides/story?"),
        (["guides/story", "--language", "fr"], "This site has no language 'fr'. It has: en, cy."),
        (["FP999"], "FP999"),
    ],
)
def test_what_cannot_be_explained_is_said_in_a_sentence(words: list[str], said: str, root: Path) -> None:
    done = run_fingerpost("explain", *words, "--root", str(root))
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_check_has_its_page() -> None:
    said = run_fingerpost("explain", "fp402").stdout
    assert said.startswith("# FP402")
    for words in ("## Why it matters", "**Bad, ", "**Good, ", "## How to mend it"):
        assert words in said


def test_a_check_s_page_is_there_in_welsh_too() -> None:
    said = run_fingerpost("explain", "FP402", "--language", "cy").stdout
    assert said.startswith("# FP402")
    assert "## Why it matters" not in said
    assert said.count("\n## ") == 2
