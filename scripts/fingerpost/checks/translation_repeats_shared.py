"""A translation repeats facts that belong to the original.

Why it matters

Topics, credits, dates, rights and consent are the same in every language. Where they are written twice, somebody
changes one of them one day and not the other. Then readers of one language are told something that no longer
holds.

Bad (file docs/guides/example/index.cy.md):

    ---
    title: Gofalu am y planhigion
    summary: Sut i gadw planhigion yn iach, wythnos wrth wythnos.
    topics: [wellbeing]
    translation: {from: en, source: "00000000", status: draft}
    ---

Good (file docs/guides/example/index.cy.md):

    ---
    title: Gofalu am y planhigion
    summary: Sut i gadw planhigion yn iach, wythnos wrth wythnos.
    translation: {from: en, source: "00000000", status: draft}
    ---

How to mend it

Take the line out of the translation. If it says something that the original does not, change the original.
"""

from collections.abc import Iterator

from fingerpost.checks.places import faults_of
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import shown
from fingerpost.languages.phrases import say
from fingerpost.library import Library

ID = "FP202"
SEVERITY = Severity.ERROR
FAULTS = ("translation-repeats",)


def check_collection(library: Library) -> Iterator[Problem]:
    """Yield each key of a translation that only the original may have."""
    for fault in faults_of(library, FAULTS):
        yield Problem(
            ID,
            SEVERITY,
            fault.path,
            fault.line,
            fault.column,
            say(
                "{name} is the same in every language, so it belongs in the original.", name=shown(fault.detail["key"])
            ),
            say("Take it out here. If it has to change, change it in the original."),
        )
