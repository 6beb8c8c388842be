"""The facts in a directory entry were last confirmed more than a year ago.

Why it matters

An address that no longer answers costs a person in distress the strength to try another. After a year the page
tells readers that the entry is possibly out of date.

Bad (file docs/directory/example/index.en.md):

    ---
    title: A network of gardens
    summary: A network that does not exist, for gardens.
    topics: [groups]
    credits: [{name: Example Group, role: compiler, as: group}]
    made_by: compiled
    published: 2024-11-21
    link: "https://example.org/"
    checked: 2024-11-21
    rights: {licence: CC-BY-SA-4.0, holder: Example Group}
    ---

    Gardens write to each other.

Good (file docs/directory/example/index.en.md):

    ---
    title: A network of gardens
    summary: A network that does not exist, for gardens.
    topics: [groups]
    credits: [{name: Example Group, role: compiler, as: group}]
    made_by: compiled
    published: 2024-11-21
    link: "https://example.org/"
    checked: 2026-11-21
    rights: {licence: CC-BY-SA-4.0, holder: Example Group}
    ---

    Gardens write to each other.

How to mend it

Open the link. Is it still there, does it still offer this, do the address and the cost still hold? Correct what
does not, and write today's date after `checked`. If it is gone, take the entry out.
"""

from collections.abc import Iterator

from fingerpost.checks.problem import Problem, Severity
from fingerpost.languages.phrases import say
from fingerpost.library import Library, Resource
from fingerpost.library.schema import Directory
from fingerpost.library.values import CONFIRMED_FOR

ID = "FP119"
SEVERITY = Severity.WARNING


def check(resource: Resource, library: Library) -> Iterator[Problem]:
    """Yield a directory entry that nobody has confirmed for a year."""
    meta = resource.meta
    if not isinstance(meta, Directory) or meta.checked >= library.today - CONFIRMED_FOR:
        return
    text = resource.main.source
    yield Problem(
        ID,
        SEVERITY,
        text.path,
        text.line_of("checked"),
        1,
        say("These facts were last confirmed on {day}, more than a year ago.", day=meta.checked),
        say("Look whether they still hold, correct them, and write today's date: checked: {day}", day=library.today),
    )
