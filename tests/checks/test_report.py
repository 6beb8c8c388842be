"""Running the checks: in order, each thing once, and whatever happens."""

from collections.abc import Iterator
from pathlib import Path

from fingerpost.checks import Problem, Severity, run_checks
from fingerpost.library import Library, Resource

from tests.checks.conftest import Breaker
from tests.checks.samples import base, overlays, read


class Broken:
    """A check that finds something once and then breaks."""

    ID = "FP999"
    SEVERITY = Severity.WARNING

    def check(self, resource: Resource, library: Library) -> Iterator[Problem]:
        yield Problem(self.ID, self.SEVERITY, "docs/x", 1, 1, f"Before: {len(library.resources)}.", "Go on.")
        raise RuntimeError(resource.id)


class BrokenAtOnce:
    """A check that breaks before it looks at anything."""

    ID = "FP998"
    SEVERITY = Severity.WARNING

    def check_collection(self, library: Library) -> Iterator[Problem]:
        raise RecursionError(library.root)


def test_a_check_that_breaks_is_reported_and_the_others_go_on(tmp_path: Path) -> None:
    library = read(base(tmp_path))
    report = run_checks(library, (Broken(), BrokenAtOnce()))
    assert not report.ok
    stopped = [problem for problem in report.problems if "fault in Fingerpost" in problem.message]
    assert [problem.path for problem in stopped if problem.id == "FP998"] == ["docs"]
    assert [problem.path for problem in stopped if problem.id == "FP999"] == [
        resource.main.source.path for resource in library.resources.values()
    ]
    assert "RuntimeError" in stopped[-1].advice
    # What it found before it broke is kept, and said once though it was found for every resource.
    assert [problem.message for problem in report.problems if problem.path == "docs/x"] == [
        f"Before: {len(library.resources)}."
    ]


def test_problems_are_in_order_and_counted(broken: Breaker) -> None:
    for overlay in overlays():
        report = broken(overlay).report
        places = [(problem.path, problem.line, problem.id) for problem in report.problems]
        assert places == sorted(places)
        assert len(set(report.problems)) == len(report.problems)
        assert sum(report.counts.values()) == len(report.problems)
        assert report.ok == (report.counts["error"] == 0)
