"""A good collection trips nothing; each overlay trips its own id and no other; messages are reviewed."""

import os
import re
from pathlib import Path

import pytest
from fingerpost.checks import as_text

from tests.checks.conftest import Breaker
from tests.checks.samples import base, check, expected, ids, overlays

MESSAGES = Path(__file__).with_name("messages")  # what is said of each fixture, one file each
REWRITE = "FINGERPOST_REWRITE_MESSAGES"  # set it to 1 to write those files anew, then review what changed

# No blame, no shouting, and nothing that only a programmer knows.
NOT_SAID = re.compile(
    r"\b(?:invalid|illegal|fail(?:ed|ure)?|fatal|abort\w*|exception|traceback|pydantic|schema|parse\w*|string|boolean"
    r"|integer|null|None|dict\w*|mapping|regex|syntax|key)\b|!|\b[A-Z]{7,}\b",
)


def test_the_good_collection_trips_nothing(tmp_path: Path) -> None:
    assert check(base(tmp_path)).problems == ()


@pytest.mark.parametrize("overlay", overlays(), ids=lambda overlay: overlay.name)
def test_an_overlay_trips_its_id_and_no_other(overlay: Path, broken: Breaker) -> None:
    assert ids(broken(overlay).report) == expected(overlay)


@pytest.mark.parametrize("overlay", overlays(), ids=lambda overlay: overlay.name)
def test_every_problem_has_a_place_and_says_what_to_do(overlay: Path, broken: Breaker) -> None:
    for problem in broken(overlay).report.problems:
        file = broken(overlay).root / problem.path
        lines = file.read_bytes().count(b"\n") + 1 if file.is_file() else 1
        assert 1 <= problem.line <= lines
        assert problem.column >= 1
        assert file.exists() or problem.id in ("FP902", "FP903", "FP904")
        assert problem.message.endswith((".", "?"))
        assert problem.advice


@pytest.mark.parametrize("overlay", overlays(), ids=lambda overlay: overlay.name)
def test_messages_neither_blame_nor_shout(overlay: Path, broken: Breaker) -> None:
    for problem in broken(overlay).report.problems:
        # What people wrote, paths and Markdown's own exclamation mark are not our words.
        ours = re.sub(r"'[^']*'|\S+/\S+|!\[", "", f"{problem.message} {problem.advice}")
        assert not NOT_SAID.search(ours), problem


@pytest.mark.parametrize("overlay", overlays(), ids=lambda overlay: overlay.name)
def test_messages_are_those_that_were_reviewed(overlay: Path, broken: Breaker) -> None:
    said = as_text(broken(overlay).report, colour=False) + "\n"
    file = MESSAGES / f"{overlay.name}.txt"
    if os.environ.get(REWRITE):
        file.write_text(said, "utf-8")
    assert said == file.read_text("utf-8")


def test_no_reviewed_message_is_left_over() -> None:
    assert {file.stem for file in MESSAGES.glob("*.txt")} == {overlay.name for overlay in overlays()}
