"""Exceptions: `checks: {ignore: {FP402: why}}` in a file's front matter sets one rule aside for that file."""

from collections.abc import Mapping
from dataclasses import dataclass

from fingerpost.checks.problem import Problem, Severity
from fingerpost.library import Library, Text
from fingerpost.library.schema import Written

# Consent, rights and privacy: what is an error there hurts somebody, and no reason outweighs that.
NEVER_IGNORED = "FP3"


@dataclass(frozen=True, slots=True)
class Exceptions:
    """The reasons given, by path of the file and id of the check.

    `folders` does the same for what lies beside a text: there the resource's original speaks.
    """

    files: Mapping[str, Mapping[str, str]]
    folders: Mapping[str, Mapping[str, str]]

    def reason_for(self, problem: Problem) -> str | None:
        """Return why a problem is set aside, or nothing where it is not or can't be."""
        if not can_be_ignored(problem.id, problem.severity):
            return None
        reason = self.files.get(problem.path, {}).get(problem.id)
        if reason is None and not problem.path.endswith(".md"):
            reason = self.folders.get("/".join(problem.path.split("/")[:3]), {}).get(problem.id)
        return reason


def exceptions_of(library: Library) -> Exceptions:
    """Return every exception that a collection states."""
    files: dict[str, Mapping[str, str]] = {}
    folders: dict[str, Mapping[str, str]] = {}
    for resource in library.resources.values():
        for text in resource.texts:
            stated = stated_in(text)
            if stated:
                files[text.path] = stated
        original = resource.main.source
        if original.path in files:
            folders[original.path.rsplit("/", 1)[0]] = files[original.path]
    return Exceptions(files, folders)


def stated_in(text: Text) -> Mapping[str, str]:
    """Return the exceptions that one file states: the id of each check and the reason."""
    meta = text.meta
    return meta.checks.ignore if isinstance(meta, Written) and meta.checks else {}


def can_be_ignored(id: str, severity: Severity) -> bool:
    """Whether a problem of this check may be set aside."""
    return not (id.startswith(NEVER_IGNORED) and severity is Severity.ERROR)
