"""A report in words for a terminal, as GitHub annotations, and as JSON, in any language that the checks speak."""

import json
from collections.abc import Callable, Iterable, Mapping
from itertools import groupby

from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.report import Report
from fingerpost.checks.wording import covered, printable
from fingerpost.languages.phrases import NOTHING, Phrase, in_words_of, say, together

# ECMA-48: Select Graphic Rendition.
COLOURS = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m", Severity.NOTICE: "\x1b[1;36m"}
FAINT, PLAIN = "\x1b[2m", "\x1b[0m"
HEADINGS = {
    Severity.WARNING: say("Worth a look; nothing is held back because of it:"),
    Severity.NOTICE: say("Good to know:"),
}

Catalogue = Mapping[str, str]
ENGLISH: Catalogue = {}


def as_text(report: Report, *, colour: bool, catalogue: Catalogue = ENGLISH) -> str:
    """Return the report for a person: what has to be mended first, by file, and a summary at the end."""
    lines: list[str] = []
    for severity in Severity:
        problems = [problem for problem in report.problems if problem.severity is severity]
        if problems and severity in HEADINGS:
            lines += [in_words_of(HEADINGS[severity], catalogue), ""]
        for _, group in groupby(problems, key=lambda problem: problem.path):
            lines += [*(_line(problem, colour, catalogue) for problem in group), ""]
    return "\n".join([*lines, in_words_of(summary(report), catalogue)])


def summary(report: Report) -> Phrase:
    """Return how much there is, in one line: ``3 problems to mend. 1 warning.``"""
    counts = report.counts
    return together(
        _errors(counts[Severity.ERROR]),
        _warnings(counts[Severity.WARNING]),
        _notices(counts[Severity.NOTICE]),
        _ignored(len(report.ignored)),
    )


def as_github(report: Report, *, catalogue_of: Callable[[str], Catalogue] = lambda _: ENGLISH) -> str:
    """Return workflow commands, one a line, which GitHub shows beside the lines that they are about.

    `catalogue_of` gives for the path of a file the words in which to speak of it.
    """
    return "\n".join(_command(problem, catalogue_of(problem.path)) for problem in report.problems)


def as_json(report: Report, *, catalogue: Catalogue = ENGLISH) -> str:
    """Return the report as JSON (report.schema.json): every problem, and how many there are of each severity."""
    problems = [
        {
            "id": problem.id,
            "severity": problem.severity.value,
            "path": printable(problem.path),
            "line": problem.line,
            "column": problem.column,
            "message": _said(problem.message, catalogue),
            "advice": _said(problem.advice, catalogue),
        }
        for problem in report.problems
    ]
    return json.dumps({"problems": problems, "counts": dict(report.counts)}, indent=2, ensure_ascii=False)


def words_of(problem: Problem, catalogue: Catalogue = ENGLISH) -> str:
    """Return what was found and what to do about it, one after the other, on one line."""
    return " ".join(_said(part, catalogue) for part in (problem.message, problem.advice) if part)


def _said(phrase: Phrase, catalogue: Catalogue) -> str:
    return covered(printable(in_words_of(phrase, catalogue)))


def _line(problem: Problem, colour: bool, catalogue: Catalogue) -> str:
    place, words = f"{printable(problem.path)}:{problem.line}", words_of(problem, catalogue)
    if colour:
        return f"{FAINT}{place}{PLAIN}  {COLOURS[problem.severity]}{problem.id}{PLAIN}  {words}"
    return f"{place}  {problem.id}  {words}"


def _command(problem: Problem, catalogue: Catalogue) -> str:
    place = {
        "file": problem.path,
        "line": str(problem.line),
        "col": str(problem.column),
        "title": problem.id,
    }
    properties = ",".join(f"{name}={_escaped(value, ':,')}" for name, value in place.items())
    words = " ".join(in_words_of(part, catalogue) for part in (problem.message, problem.advice) if part)
    return f"::{problem.severity.value} {properties}::{_escaped(covered(words))}"


def _escaped(text: str, more: Iterable[str] = "") -> str:
    # GitHub, "Workflow commands": percent signs and line ends everywhere; colons and commas in properties.
    text = text.encode("utf-8", "replace").decode()
    for letter in ("%", "\r", "\n", *more):
        text = text.replace(letter, f"%{ord(letter):02X}")
    return text


def _errors(count: int) -> Phrase:
    if not count:
        return say("Nothing to mend.")
    return say("1 problem to mend.") if count == 1 else say("{count} problems to mend.", count=count)


def _warnings(count: int) -> Phrase:
    if not count:
        return NOTHING
    return say("1 warning.") if count == 1 else say("{count} warnings.", count=count)


def _notices(count: int) -> Phrase:
    if not count:
        return NOTHING
    return say("1 notice.") if count == 1 else say("{count} notices.", count=count)


def _ignored(count: int) -> Phrase:
    if not count:
        return NOTHING
    if count == 1:
        return say("1 more was set aside with a reason: fingerpost status shows it.")
    return say("{count} more were set aside with a reason: fingerpost status lists them.", count=count)
