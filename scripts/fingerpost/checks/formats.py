"""A report in words for a terminal, as GitHub annotations, and as JSON."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from itertools import groupby

from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.report import Report
from fingerpost.checks.wording import printable

# ECMA-48: Select Graphic Rendition.
COLOURS = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m", Severity.NOTICE: "\x1b[1;36m"}
FAINT, PLAIN = "\x1b[2m", "\x1b[0m"
HEADINGS = {
    Severity.WARNING: "Worth a look; nothing is held back because of it:",
    Severity.NOTICE: "Good to know:",
}


def as_text(report: Report, *, colour: bool) -> str:
    """Return the report for a person: what has to be mended first, by file, and a summary at the end."""
    lines: list[str] = []
    for severity in Severity:
        problems = [problem for problem in report.problems if problem.severity is severity]
        if problems and severity in HEADINGS:
            lines += [HEADINGS[severity], ""]
        for _, group in groupby(problems, key=lambda problem: problem.path):
            lines += [*(_line(problem, colour) for problem in group), ""]
    return "\n".join([*lines, summary(report)])


def summary(report: Report) -> str:
    """Return how much there is, in one line: ``3 problems to mend, 1 warning.``"""
    counts = report.counts
    errors = counts[Severity.ERROR]
    first = f"{_counted(errors, 'problem')} to mend" if errors else "Nothing to mend"
    others = [
        _counted(counts[severity], severity.value)
        for severity in (Severity.WARNING, Severity.NOTICE)
        if counts[severity]
    ]
    return ", ".join([first, *others]) + "."


def as_github(report: Report) -> str:
    """Return workflow commands, one a line, which GitHub shows beside the lines that they are about."""
    return "\n".join(_command(problem) for problem in report.problems)


def as_json(report: Report) -> str:
    """Return the report as JSON: every problem with its fields, and how many there are of each severity."""
    problems = [asdict(problem) | {"path": printable(problem.path)} for problem in report.problems]
    return json.dumps({"problems": problems, "counts": dict(report.counts)}, indent=2, ensure_ascii=False)


def _line(problem: Problem, colour: bool) -> str:
    place, words = f"{printable(problem.path)}:{problem.line}", _words(problem)
    if colour:
        return f"{FAINT}{place}{PLAIN}  {COLOURS[problem.severity]}{problem.id}{PLAIN}  {words}"
    return f"{place}  {problem.id}  {words}"


def _words(problem: Problem) -> str:
    return " ".join(part for part in (problem.message, problem.advice) if part)


def _command(problem: Problem) -> str:
    place = {
        "file": problem.path,
        "line": str(problem.line),
        "col": str(problem.column),
        "title": problem.id,
    }
    properties = ",".join(f"{name}={_escaped(value, ':,')}" for name, value in place.items())
    return f"::{problem.severity.value} {properties}::{_escaped(_words(problem))}"


def _escaped(text: str, more: Iterable[str] = "") -> str:
    # GitHub, "Workflow commands": percent signs and line ends everywhere; colons and commas in properties.
    text = text.encode("utf-8", "replace").decode()
    for letter in ("%", "\r", "\n", *more):
        text = text.replace(letter, f"%{ord(letter):02X}")
    return text


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
