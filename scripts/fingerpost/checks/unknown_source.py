"""A source names an archive record that is not in the collection.

Why it matters

Sources show readers, and the people whose work it is, what a text draws on. One that leads nowhere shows
nothing.

Bad (front matter):

    sources: [exampel]

Good (front matter):

    sources: [example]

How to mend it

Write the name of the record's folder in `docs/archive/`. If the work has no record yet, add one; a bare
record with title, makers and where to get it is enough.
"""

from collections.abc import Iterator

from fingerpost.checks.places import with_answers
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import did_you_mean, shown
from fingerpost.library import Library, Resource
from fingerpost.library.kinds import ARCHIVE
from fingerpost.library.schema import Answer, Archive, Entry

ID = "FP115"
SEVERITY = Severity.ERROR


def check(resource: Resource, library: Library) -> Iterator[Problem]:
    """Yield each source that is no archive record. A record that is there but has problems is not missed."""
    for entry in with_answers(resource):
        text = entry.main.source
        for place, name in _sources(entry):
            if f"{ARCHIVE.folder}/{name}" in library.resources or _folder_is_there(library, name):
                continue
            message, advice = _words(library, name)
            yield Problem(ID, SEVERITY, text.path, text.line_of(*place), 1, message, advice)


def _sources(entry: Resource) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(entry.meta, Entry | Answer):
        for index, name in enumerate(entry.meta.sources):
            yield ("sources", index), name
    if isinstance(entry.meta, Archive):
        yield ("work", "confirmed", "in"), entry.meta.work.confirmed.source


def _folder_is_there(library: Library, name: str) -> bool:
    return (library.root / "docs" / ARCHIVE.folder / name).is_dir()


def _words(library: Library, name: str) -> tuple[str, str]:
    if any(row.id == f"{ARCHIVE.folder}/{name}" for row in library.ledger):
        return (
            f"The source {shown(name)} was withdrawn (see docs/_withdrawn.yml).",
            "Take it out of this line.",
        )
    records = [resource.slug for resource in library.of_kind(ARCHIVE)]
    guess = did_you_mean(name, records) or "Add the record there first, or take the name out."
    return (
        f"The source {shown(name)} is not in the archive.",
        f"{guess} (records are folders in docs/archive)",
    )
