"""Run the checks over a collection: a Library in, a Report out."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.registry import CHECKS, Check, CollectionCheck, ResourceCheck
from fingerpost.library import Library

Look = Callable[..., Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that was found, by path, line and id."""

    problems: tuple[Problem, ...]

    @property
    def counts(self) -> Mapping[str, int]:
        """How many there are of each severity: ``{"error": 2, "warning": 0, "notice": 0}``."""
        found = Counter(problem.severity for problem in self.problems)
        return {severity.value: found[severity] for severity in Severity}

    @property
    def ok(self) -> bool:
        """Whether there is nothing that has to be mended before publishing."""
        return not any(problem.severity is Severity.ERROR for problem in self.problems)


def run_checks(library: Library, checks: Iterable[Check] = CHECKS) -> Report:
    """Return what the checks find, sorted by path, line and id, each thing once.

    Nothing is raised: a check that breaks is itself reported, as an error, and the others go on.
    """
    checks = tuple(checks)
    found: dict[Problem, None] = {}
    for check in checks:
        if isinstance(check, CollectionCheck):
            found.update(dict.fromkeys(_run(check, "docs", check.check_collection, library)))
    one_by_one = [check for check in checks if isinstance(check, ResourceCheck)]
    for resource in library.resources.values():
        path = resource.main.source.path
        for check in one_by_one:
            found.update(dict.fromkeys(_run(check, path, check.check, resource, library)))
    return Report(tuple(sorted(found, key=_order)))


def _run(check: Check, path: str, look: Look, *arguments: object) -> Iterator[Problem]:
    try:
        yield from look(*arguments)
    except Exception as error:
        yield Problem(
            check.ID,
            Severity.ERROR,
            path,
            1,
            1,
            "This check could not finish here. That is a fault in Fingerpost, not in what you wrote.",
            f"Please report it, with this line and the file ({type(error).__name__}).",
        )


def _order(problem: Problem) -> tuple[str, int, str, int, str]:
    return problem.path, problem.line, problem.id, problem.column, problem.message
