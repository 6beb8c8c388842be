"""A collection, opened: its project, its words and its library, checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from fingerpost.checks import Report, as_text, run_checks
from fingerpost.languages import Words, WordsProblem, read_words
from fingerpost.library import Library, read_library
from fingerpost.problems import FingerpostProblem
from fingerpost.render import Project, open_project


@dataclass(frozen=True, slots=True)
class Collection:
    """Everything that the editions are made from, and the folders they are made in."""

    project: Project
    words: Mapping[str, Words]
    library: Library

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


def open_sound_collection(root: Path) -> Collection:
    """Open a collection that has no errors. Raises FingerpostProblem with the report where it has some."""
    collection = open_collection(root)
    report = check_collection(collection)
    if not report.ok:
        raise FingerpostProblem(as_text(report, colour=False))
    return collection
