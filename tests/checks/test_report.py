"""Running the checks: in order, each thing once, and whatever happens."""

import shutil
import socket
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fingerpost.checks import Problem, Report, Severity, run_checks
from fingerpost.languages import say
from fingerpost.library import Library, Resource

from tests.checks.conftest import Breaker
from tests.checks.samples import GUIDE, base, check, ids, overlaid, overlays, read, with_front_matter, write
from tests.helpers import CHECKOUT


class Broken:
    """A check that finds something once and then breaks."""

    ID = "FP999"
    SEVERITY = Severity.WARNING

    def check(self, resource: Resource, library: Library) -> Iterator[Problem]:
        yield Problem(
            self.ID, self.SEVERITY, "docs/x", 1, 1, say("Before: {count}.", count=len(library.resources)), say("Go on.")
        )
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


STALE = {"FP203"}  # the guide has changed since it was translated


def set_aside(lines: str, root: Path) -> Report:
    """Check the good collection with a picture without words, which `lines` in its front matter set aside."""
    content = with_front_matter(lines).replace("![One leaf on a bent stem]", "![]")
    write(base(root), GUIDE, content)
    return check(root)


def test_a_reason_in_the_front_matter_sets_a_problem_aside(tmp_path: Path) -> None:
    report = set_aside("checks: {ignore: {FP402: The words stand below it.}}", tmp_path)
    assert ids(report) == STALE
    assert [(problem.id, reason) for problem, reason in report.ignored] == [("FP402", "The words stand below it.")]


def test_an_exception_holds_for_its_own_file_and_its_own_check(tmp_path: Path) -> None:
    report = set_aside("checks: {ignore: {FP401: Not this one.}}", tmp_path)
    assert ids(report) == {"FP402"} | STALE
    write(tmp_path, "docs/guides/example/index.en.md", with_front_matter("checks: {ignore: {FP402: Here only.}}"))
    welsh = tmp_path / "docs/guides/example/index.cy.md"
    welsh.write_text(welsh.read_text("utf-8").replace("![Un ddeilen ar goesyn cam]", "![]"), "utf-8")
    assert {problem.path for problem in check(tmp_path).problems if problem.id == "FP402"} == {
        "docs/guides/example/index.cy.md"
    }


def test_an_error_of_consent_or_privacy_is_never_set_aside(tmp_path: Path) -> None:
    lines = "checks: {ignore: {FP303: We want it.}}\nsummary: Ask me@example.org."
    assert "FP303" in ids(set_aside(lines, tmp_path))


def test_a_report_can_be_narrowed_to_files_and_folders(tmp_path: Path) -> None:
    lines = "summary: Ask me@example.org."
    report = set_aside(lines, tmp_path)
    assert ids(report.within(["docs/guides"])) == {"FP303", "FP402"} | STALE
    assert ids(report.within([GUIDE])) == {"FP303", "FP402"}
    assert ids(report.within(["docs/guide"])) == set()
    assert report.within(["."]) == report


def test_only_errors_that_come_with_time_let_a_build_go_on() -> None:
    passed = Problem("FP111", Severity.ERROR, "docs/x", 1, 1, say("Past."), say("Look."))
    other = Problem("FP112", Severity.ERROR, "docs/x", 1, 1, say("Wrong."), say("Mend."))
    assert (Report((passed,)).ok, Report((passed,)).publishable) == (False, True)
    assert not Report((passed, other)).publishable


def test_no_check_asks_the_internet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def refuse(*arguments: object, **_more: object) -> None:
        asked.append(arguments)
        raise OSError("there is no internet here")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)
    for overlay in overlays():
        run_checks(read(overlaid(tmp_path / overlay.name, overlay)))
    shutil.copytree(CHECKOUT / "docs", tmp_path / "ours" / "docs")
    assert run_checks(read(tmp_path / "ours")).publishable
    assert asked == []
    with pytest.raises(OSError, match="no internet"):
        socket.create_connection(("example.org", 443))
    assert len(asked) == 1


@pytest.mark.parametrize("facts", ["title: [", "nothing: known", "title: Plants: water", "translation: {from: cy}"])
def test_a_text_whose_facts_are_broken_is_looked_at_all_the_same(facts: str, tmp_path: Path) -> None:
    path = "docs/guides/rough/index.en.md"
    write(base(tmp_path), path, f"---\n{facts}\n---\n\n# Hello\n\nAsk me@example.org.\n")
    write(
        tmp_path, "docs/guides/rough/leaf.svg", "<svg xmlns='http://www.w3.org/2000/svg'><!-- by Example Name --></svg>"
    )
    problems = check(tmp_path).problems
    assert {problem.id for problem in problems if problem.path == path} >= {"FP303", "FP401"}
    assert {problem.id for problem in problems if problem.path.endswith(".svg")} >= {"FP316"}
    assert not [problem for problem in problems if "fault in Fingerpost" in problem.message]
    assert (7, 5) in [(problem.line, problem.column) for problem in problems if problem.id == "FP303"]


def test_a_text_that_can_not_be_used_is_no_resource(tmp_path: Path) -> None:
    write(base(tmp_path), "docs/guides/rough/index.en.md", "---\nnothing: known\n---\n\nHello.\n")
    library = read(tmp_path)
    assert "guides/rough" not in library.resources
    assert [resource.id for resource in library.unsound] == ["guides/rough"]
    assert not library.unsound[0].kind.listed


class Many:
    """A check that finds 400 things in a resource's first text, and one in its last."""

    ID = "FP699"
    SEVERITY = Severity.WARNING

    def check(self, resource: Resource, library: Library) -> Iterator[Problem]:
        first, *_, last = sorted((text.path for text in resource.texts), reverse=True)
        for path, lines in ((first, range(1, 401)), (last, range(1, 2))):
            for line in lines:
                found = say("Line {line} of {count}.", line=line, count=len(library.resources))
                yield Problem(self.ID, self.SEVERITY, path, line, 1, found, say("Mend it."))


def test_nobody_is_shown_more_of_one_sort_than_can_be_read(tmp_path: Path) -> None:
    library = read(base(tmp_path))
    guide = replace(library, resources={"guides/example": library.resources["guides/example"]})
    report = run_checks(guide, (Many(),))
    assert len(report.problems) == 301
    assert [str(problem.message) for problem in report.problems if problem.line == 301] == [
        "There are more of these here. They are listed when the first 300 are mended."
    ]


def test_what_one_file_sets_aside_keeps_nothing_of_another_back(tmp_path: Path) -> None:
    write(base(tmp_path), GUIDE, with_front_matter("checks: {ignore: {FP699: It is a poem.}}"))
    library = read(tmp_path)
    guide = replace(library, resources={"guides/example": library.resources["guides/example"]})
    report = run_checks(guide, (Many(),))
    assert len(report.ignored) == 400
    assert [problem.path for problem in report.problems] == ["docs/guides/example/index.cy.md"]
