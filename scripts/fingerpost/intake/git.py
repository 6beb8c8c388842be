"""Asking Git: for contents, times and hashes, and never for who wrote something."""

import subprocess
from pathlib import Path

LONGEST_ANSWER = 20  # seconds for one question


class GitProblem(Exception):
    """Git is not there or does not answer; the message is the first half of a sentence."""


def ask_git(root: Path, *asked: str, given: bytes | None = None, longest: float = LONGEST_ANSWER) -> bytes | None:
    """Return what Git answers in `root`, and nothing where it has no answer. `given` is what it reads.

    Raises GitProblem where there is no Git on this computer, or no answer within `longest` seconds.
    """
    command = ["git", "-C", str(root), "-c", "core.quotePath=false", "-c", "diff.relative=false", *asked]
    try:
        answer = subprocess.run(command, input=given, capture_output=True, timeout=longest, check=False)
    except FileNotFoundError:
        raise GitProblem("Git is not on this computer") from None
    except (OSError, subprocess.SubprocessError):
        raise GitProblem("Git gave no answer") from None
    return answer.stdout if answer.returncode == 0 else None


def git_folder(root: Path) -> Path | None:
    """Return the folder in which Git keeps the history of `root`, or nothing where it keeps none."""
    try:
        answer = ask_git(root, "rev-parse", "--absolute-git-dir")
    except GitProblem:
        return None
    return Path(answer.decode("utf-8", "surrogateescape").rstrip("\n")) if answer else None
