"""Run the checks over a collection: a Library in, a Report out."""

import gc
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace

from fingerpost.checks.exceptions import Exceptions, exceptions_of
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.registry import BY_TIME_ALONE, CHECKS, Check, CollectionCheck, ResourceCheck
from fingerpost.checks.side_by_side import look_at_all
from fingerpost.languages.phrases import NOTHING, say
from fingerpost.library import Library, Resource

# Of one check in one resource: a file of a megabyte can hold half a million of a sort.
MOST_OF_A_SORT = 300
MORE = say("There are more of these here. They are listed when the first {count} are mended.", count=MOST_OF_A_SORT)


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that was found, by path, line and id.

    `ignored` holds what a file's front matter sets aside, each with the reason given there.
    """

    problems: tuple[Problem, ...]
    ignored: tuple[tuple[Problem, str], ...] = ()

    @property
    def counts(self) -> Mapping[str, int]:
        """How many there are of each severity: ``{"error": 2, "warning": 0, "notice": 0}``."""
        found = Counter(problem.severity for problem in self.problems)
        return {severity.value: found[severity] for severity in Severity}

    @property
    def ok(self) -> bool:
        """Whether there is nothing that has to be mended."""
        return not any(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def publishable(self) -> bool:
        """Whether a build may go on: there is no error but those that come with time alone.

        When a consent runs out, what is online has to be built anew without it. A build that stopped there would
        keep it online.
        """
        return not any(
            problem.severity is Severity.ERROR and problem.id not in BY_TIME_ALONE for problem in self.problems
        )

    def within(self, paths: Collection[str]) -> "Report":
        """Return what was found in these files and folders, by their paths from the root."""
        return Report(
            tuple(problem for problem in self.problems if _is_within(problem.path, paths)),
            tuple((problem, reason) for problem, reason in self.ignored if _is_within(problem.path, paths)),
        )


def run_checks(library: Library, checks: Iterable[Check] = CHECKS) -> Report:
    """Return what the checks find, sorted by path, line and id, each thing once, exceptions apart.

    Nothing is raised: a check that breaks is itself reported, as an error, and the others go on.
    """
    with _no_sweeping():
        exceptions = exceptions_of(library)
        return _sorted_out(_found(library, tuple(checks), exceptions), exceptions)


@contextmanager
def _no_sweeping() -> Iterator[None]:
    """Keep Python from looking for rings of lost objects, of which checking leaves none: an eighth of its time."""
    swept = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if swept:
            gc.enable()


def _found(library: Library, checks: tuple[Check, ...], exceptions: Exceptions) -> Iterable[Problem]:
    found: dict[Problem, None] = {}
    for check in checks:
        if isinstance(check, CollectionCheck):
            found.update(dict.fromkeys(_run(check, "docs", _all(check, library))))
    one_by_one = [check for check in checks if isinstance(check, ResourceCheck)]
    resources = (*library.resources.values(), *library.unsound)

    def look(numbers: range) -> list[Problem]:
        here: list[Problem] = []
        for resource in (resources[number] for number in numbers):
            for check in one_by_one:
                here += _run(check, resource.main.source.path, _some(check, resource, library, exceptions))
        return here

    found.update(dict.fromkeys(look_at_all(len(resources), look)))
    return found


def _sorted_out(found: Iterable[Problem], exceptions: Exceptions) -> Report:
    problems: list[Problem] = []
    ignored: list[tuple[Problem, str]] = []
    for problem in sorted(found, key=_order):
        reason = exceptions.reason_for(problem)
        if reason is None:
            problems.append(problem)
        else:
            ignored.append((problem, reason))
    return Report(tuple(problems), tuple(ignored))


def _is_within(path: str, places: Collection[str]) -> bool:
    return any(path == place or path.startswith(f"{place}/") or place in ("", ".") for place in places)


def _run(check: Check, path: str, looking: Iterator[Problem]) -> list[Problem]:
    found: list[Problem] = []
    try:
        found.extend(looking)
    except Exception as error:
        found.append(
            Problem(
                check.ID,
                Severity.ERROR,
                path,
                1,
                1,
                say("This check could not finish here. That is a fault in Fingerpost, not in what you wrote."),
                say("Please report it, with this line and the file ({error}).", error=type(error).__name__),
            )
        )
    return found


def _all(check: CollectionCheck, library: Library) -> Iterator[Problem]:
    yield from check.check_collection(library)


def _some(check: ResourceCheck, resource: Resource, library: Library, exceptions: Exceptions) -> Iterator[Problem]:
    """Yield what one check finds in one resource; where that is more than anybody would read, a sentence for the rest.

    What a file sets aside does not count: it must not keep back what is amiss in another file.
    """
    reported = 0
    for problem in check.check(resource, library):
        reported += exceptions.reason_for(problem) is None
        if reported > MOST_OF_A_SORT:
            yield replace(problem, message=MORE, advice=NOTHING)
            return
        yield problem


def _order(problem: Problem) -> tuple[str, int, str, int, str]:
    return problem.path, problem.line, problem.id, problem.column, problem.message
