"""The editors' board of a collection: what the library does not say of itself is asked of Git and of the PDFs."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path

from fingerpost.intake.git import GitProblem, ask_git
from fingerpost.library import Library
from fingerpost.library.board import Board, Open
from fingerpost.library.clock import moment
from fingerpost.library.kinds import TOOLKIT
from fingerpost.library.reading import DOCS
from fingerpost.status import board, open_board

LONGEST = 10.0  # seconds for Git: a board that dates a translation by its original is better than one that waits


def whole_board(library: Library, made: Iterable[str]) -> Board:
    """Return the board for the editor's own computer; `made` are the ids of resources with PDFs."""
    return board(library, for_paper(library, made), first_days(library))


def board_for_everybody(library: Library, made: Iterable[str]) -> Open:
    """Return the board for the website; `made` are the ids of resources whose PDFs it offers."""
    return open_board(library, for_paper(library, made), first_days(library))


def for_paper(library: Library, made: Iterable[str]) -> frozenset[str]:
    """Return the ids of what is made for paper: what there is a PDF of, and toolkits, whose parts are sheets."""
    return frozenset({*made, *(resource.id for resource in library.of_kind(TOOLKIT))})


def first_days(library: Library) -> Mapping[str, date]:
    """Return the day on which each translation that does not say when it was made came into Git, by path.

    Empty where every one says it, and where Git knows nothing certain: no history here, one that was cut off, or no
    answer in time. Nobody's name is asked for.
    """
    undated = {
        text.path
        for resource in library.listed
        for text in resource.main.texts.values()
        if text.translation and not text.translation.made
    }
    if not undated:
        return {}
    found = _added(library.root)
    return {path: day for path, day in found.items() if path in undated}


def _added(root: Path) -> Mapping[str, date]:
    try:
        if (ask_git(root, "rev-parse", "--is-shallow-repository", longest=LONGEST) or b"").strip() != b"false":
            return {}
        head = ask_git(root, "rev-parse", "HEAD", longest=LONGEST)
        return _added_until(root, head) if head else {}
    except GitProblem:
        return {}


@lru_cache(maxsize=4)
def _added_until(root: Path, head: bytes) -> Mapping[str, date]:
    """Return when each file of docs/ was added, read once for each commit that the history ends with."""
    asked = ("log", "--first-parent", "-m", "--diff-filter=A", "--no-renames", "--name-only", "--relative")
    raw = ask_git(
        root, *asked, "--encoding=UTF-8", "--format=%x00%ct", head.decode().strip(), "--", DOCS, longest=LONGEST
    )
    days: dict[str, date] = {}
    for commit in (raw or b"").decode("utf-8", "replace").split("\0")[1:]:
        seconds, _, names = commit.partition("\n")
        when = moment(seconds.strip())
        if when:
            days.update(dict.fromkeys(names.split("\n"), when.date()))  # newest first: the oldest stays
    return days
