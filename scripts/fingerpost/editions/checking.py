"""Checking a collection, without what only building needs: most people check far more often than they build."""

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from fingerpost.checks import Report, run_checks
from fingerpost.intake.fixing import Mended, strip_metadata
from fingerpost.library import Library, read_library
from fingerpost.problems import Misuse
from fingerpost.render.settings import open_project


def open_library(root: Path) -> Library:
    """Read the collection in `root`, without the words that only building needs: checks look at those themselves.

    Raises FingerpostProblem where its settings cannot be used.
    """
    project = open_project(root.resolve())
    return read_library(project.root, project.site)


def check_paths(root: Path, paths: Iterable[str], *, fix: bool = False) -> tuple[Report, tuple[Mended, ...]]:
    """Return what the checks find in some files and folders of the collection in `root`; in all of it if none is named.

    With `fix`, metadata is first taken out of the files there; those that were changed come back too. A path is seen
    from here, from `root` or from docs/. Raises Misuse for one that is not in the collection, FingerpostProblem
    where the settings cannot be used, and OSError where a file can't be written.
    """
    project = open_project(root.resolve())
    wanted = tuple(_in_collection(path, project.root) for path in paths)
    library = read_library(project.root, project.site)
    mended = tuple(strip_metadata(library, wanted)) if fix else ()
    report = run_checks(library)
    return (report.within(wanted) if wanted else report), mended


def check_change(root: Path, paths: Iterable[str]) -> tuple[Report, Report]:
    """Return what the checks find in the files of a change, and what they find in all others.

    Without paths, everything is taken as changed. A path is seen from `root`, and need not be there: the change may
    have taken it away. Raises FingerpostProblem where the settings cannot be used.
    """
    project = open_project(root.resolve())
    wanted = tuple(PurePosixPath(path).as_posix() for path in paths)
    report = run_checks(read_library(project.root, project.site))
    if not wanted:
        return report, Report(())
    around = {str(folder) for path in wanted for folder in PurePosixPath(path).parents}  # whose names are theirs too
    inside = {*report.within(wanted).problems, *(one for one in report.problems if one.path in around)}
    return (
        Report(tuple(problem for problem in report.problems if problem in inside)),
        Report(tuple(problem for problem in report.problems if problem not in inside)),
    )


def _in_collection(path: str, root: Path) -> str:
    for place in (Path(path), root / path, root / "docs" / path):
        if place.exists() and place.resolve().is_relative_to(root):
            return place.resolve().relative_to(root).as_posix()
    raise Misuse(f"There is no file or folder {path} in the collection {root.name}.")
