"""The one clock: what is stated, else the last commit, else now."""

import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fingerpost.library.clock import edition_date, edition_time


def test_a_stated_time_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")
    assert edition_time(tmp_path) == datetime(2026, 11, 21, tzinfo=UTC)
    assert edition_date(tmp_path).isoformat() == "2026-11-21"


@pytest.mark.parametrize("stated", ["", "soon", "-5", "1.5"])
def test_what_is_not_a_number_of_seconds_is_passed_over(
    stated: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", stated)
    before = datetime.now(UTC).replace(microsecond=0)
    assert before <= edition_time(tmp_path)


def test_without_it_the_last_commit_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Example")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "example@example.org")
        monkeypatch.setenv(f"GIT_{name}_DATE", "1234567890 +0000")
    for step in (["init", "--quiet"], ["commit", "--quiet", "--allow-empty", "--message", "Begin"]):
        subprocess.run(["git", "-C", str(tmp_path), *step], check=True, capture_output=True)
    assert edition_time(tmp_path) == datetime(2009, 2, 13, 23, 31, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("seconds", "encoding", "known"),
    [("253402300800", "UTF-8", False), ("1234567890", "UTF-16", True)],
    ids=["after the last year that there is", "told in another encoding"],
)
def test_whatever_git_says_of_the_last_commit_there_is_a_time(
    seconds: str, encoding: str, known: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Example")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "example@example.org")
        monkeypatch.setenv(f"GIT_{name}_DATE", f"@{seconds} +0000")
    settings = ["config", "i18n.logOutputEncoding", encoding]
    for step in (["init", "--quiet"], settings, ["commit", "--quiet", "--allow-empty", "--message", "Begin"]):
        subprocess.run(["git", "-C", str(tmp_path), *step], check=True, capture_output=True)
    assert (edition_time(tmp_path).year == 2009) is known
