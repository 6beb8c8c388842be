"""A collection, opened: its project, its words and its library, checked."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from fingerpost.checks import Report, as_text, run_checks
from fingerpost.editions.since import since_translated
from fingerpost.gate import Edition, Outcome
from fingerpost.languages import Words, WordsProblem, read_words
from fingerpost.library import Library, read_library
from fingerpost.problems import FingerpostProblem
from fingerpost.render import Project, open_project
from fingerpost.stage import Changes, see


@dataclass(frozen=True)  # without slots, so that what Git was asked is kept
class Collection:
    """Everything that the editions are made from, and the folders they are made in."""

    project: Project
    words: Mapping[str, Words]
    library: Library

    @cached_property
    def since(self) -> Changes:
        """What happened to originals since they were translated, by the path of each stale translation."""
        return since_translated(self.library)

    @property
    def work(self) -> Path:
        """Where editions are put together before they are moved in."""
        return self.project.root / "build"

    @property
    def site(self) -> Path:
        """Where the web edition stands."""
        return self.project.root / "site"

    @property
    def dist(self) -> Path:
        """Where the other editions stand."""
        return self.project.root / "dist"


def open_collection(root: Path) -> Collection:
    """Open the collection in `root`. Raises FingerpostProblem where its settings or words cannot be used."""
    project = open_project(root.resolve())
    try:
        words = read_words(project.overrides / "words", project.site.codes)
    except WordsProblem as problem:
        raise FingerpostProblem(str(problem)) from None
    return Collection(project, words, read_library(project.root, project.site))


def check_collection(collection: Collection) -> Report:
    """Return what the checks find."""
    return run_checks(collection.library)


def shows_anything(collection: Collection, edition: Edition) -> bool:
    """Whether an edition shows any resource at all."""
    library = collection.library
    views = (see(library, one, code, edition) for one in library.listed for code in library.site.codes)
    return any(view and view.outcome in (Outcome.FULL, Outcome.RECORD) for view in views)


@contextmanager
def alone(collection: Collection) -> Iterator[None]:
    """Keep other builds of the collection out. Raises FingerpostProblem where one is running."""
    from filelock import FileLock, Timeout  # checking needs no lock, and does not wait for it

    collection.work.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(collection.work / ".lock", timeout=0):
            yield
    except Timeout:
        raise FingerpostProblem("Another build of this collection is running. Wait until it has ended.") from None


def open_sound_collection(root: Path) -> Collection:
    """Open a collection that has no errors. Raises FingerpostProblem with the report where it has some."""
    collection = open_collection(root)
    report = check_collection(collection)
    if not report.publishable:
        raise FingerpostProblem(as_text(report, colour=False))
    return collection
