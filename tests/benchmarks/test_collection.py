"""The made-up collection that the benchmarks measure with: the same each time, sound, and of every kind."""

import subprocess
import sys
from pathlib import Path

import pytest
from fingerpost.checks import Report, Severity, run_checks
from fingerpost.library import Library, Text, read_library
from fingerpost.library.kinds import LISTED

from tests.benchmarks.make_collection import PAGES, make_collection, plan
from tests.helpers import CHECKOUT, MADE, SITE

SIZE = 12


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("collection")
    make_collection(SIZE, place)
    return place


@pytest.fixture(scope="module")
def library(root: Path) -> Library:
    return read_library(root, SITE, MADE)


@pytest.fixture(scope="module")
def report(library: Library) -> Report:
    return run_checks(library)


def _bytes_in(root: Path) -> dict[str, bytes]:
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in root.rglob("*") if file.is_file()}


def test_it_is_the_same_to_the_byte_each_time(root: Path, tmp_path: Path) -> None:
    # Another process: the order of a set must make no difference.
    words = [sys.executable, "-m", "tests.benchmarks.make_collection", str(SIZE), str(tmp_path / "again")]
    made = subprocess.run(words, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert (made.returncode, made.stdout) == (0, "")
    again = _bytes_in(tmp_path / "again")
    assert again == _bytes_in(root)
    assert made.stderr == f"{len(again)} files in {tmp_path / 'again'}\n"


def test_the_checks_find_no_error_in_it(report: Report) -> None:
    assert [problem for problem in report.problems if problem.severity is Severity.ERROR] == []


def test_what_they_do_find_is_what_was_put_there_to_be_found(library: Library, report: Report) -> None:
    stale = {text.path for text in _texts(library, stale=True)}
    assert {(problem.id, problem.path) for problem in report.problems} == {("FP203", path) for path in stale}
    assert stale


def test_it_holds_as_many_resources_as_were_asked_for_and_every_kind(library: Library) -> None:
    assert len(library.listed) == SIZE
    assert {resource.kind for resource in library.listed} == set(LISTED)
    assert len(library.resources) == SIZE + len(PAGES)


def test_it_is_in_both_languages_and_some_of_it_was_written_in_each(library: Library) -> None:
    assert {text.language for resource in library.listed for text in resource.texts} == {"en", "cy"}
    assert {resource.main.original for resource in library.listed} == {"en", "cy"}


def test_some_translations_are_missing_and_some_are_drafts(library: Library) -> None:
    assert [resource.id for resource in library.listed if len(resource.main.texts) == 1]
    states = {text.translation.status for text in _texts(library, stale=False) if text.translation}
    assert states == {"draft", "reviewed"}


def test_it_has_pictures_and_links_between_resources(library: Library) -> None:
    assert [path for resource in library.listed for path in resource.files]
    assert all("](../../" in resource.main.source.body for resource in library.of_kind(LISTED[0]))


def test_kinds_come_in_the_proportions_of_the_starter_content() -> None:
    ours = [entry.folder for entry in plan(330).entries]
    theirs = {kind.folder: len(list((CHECKOUT / "docs" / kind.folder).iterdir())) for kind in LISTED}
    share = {folder: round(330 * count / sum(theirs.values())) for folder, count in theirs.items()}
    assert {folder: ours.count(folder) for folder in share} == pytest.approx(share, abs=33)


def test_in_one_language_it_has_no_translations(tmp_path: Path) -> None:
    make_collection(SIZE, tmp_path, ["cy"])
    texts = list(_texts(read_library(tmp_path, SITE, MADE), stale=False))
    assert {(text.language, text.translation) for text in texts} == {("cy", None)}


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["0", "new"], "a number from 1 to 99999"),
        (["3", "."], "is there and not an empty folder"),
        (["3", "new", "--languages", "en,en"], "takes en, cy, or both"),
        (["3", "new", "--languages", "xx"], "takes en, cy, or both"),
    ],
)
def test_it_says_what_it_cannot_do(words: list[str], says: str) -> None:
    program = [sys.executable, "-m", "tests.benchmarks.make_collection", *words]
    ended = subprocess.run(program, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert ended.returncode == 2
    assert says in ended.stderr
    assert not (CHECKOUT / "new").exists()


def _texts(library: Library, *, stale: bool) -> list[Text]:
    """Return every text, or only the stale ones."""
    pieces = [piece for resource in library.listed for entry in (resource, *resource.answers) for piece in entry.pieces]
    return [text for piece in pieces for code, text in piece.texts.items() if not stale or piece.is_stale(code)]
