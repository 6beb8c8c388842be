"""A translation says that a second person has read it, and not who.

Why it matters

A mark that somebody has read a translation is worth something when that person can be asked. Set without a
reader, the mark soon becomes a habit, and tells nobody anything (ISO 17100 asks for a second person, 5.3.3).

Bad (file docs/guides/example/index.cy.md):

    ---
    title: Gofalu am y planhigion
    summary: Sut i gadw planhigion yn iach, wythnos wrth wythnos.
    translation: {from: en, source: "00000000", status: reviewed}
    ---

    Mae angen dŵr, golau ac amser ar blanhigion.

Good (file docs/guides/example/index.cy.md):

    ---
    title: Gofalu am y planhigion
    summary: Sut i gadw planhigion yn iach, wythnos wrth wythnos.
    translation: {from: en, source: "00000000", status: reviewed, reviewed_by: [{name: A Reader, as: named}]}
    ---

    Mae angen dŵr, golau ac amser ar blanhigion.

How to mend it

Add who read it: `reviewed_by: [{name: Example Reader, as: named}]`. A reader who does not want to be named is
written as `reviewed_by: [{as: anonymous}]`. If nobody has read it yet, write `status: draft`.
"""

from collections.abc import Iterator

from fingerpost.checks.problem import Problem, Severity
from fingerpost.languages.phrases import say
from fingerpost.library import Library, Resource

ID = "FP206"
SEVERITY = Severity.ERROR


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield each translation that is reviewed by nobody."""
    for text in resource.texts:
        block = text.translation
        if block and block.status == "reviewed" and not block.reviewed_by:
            yield Problem(
                ID,
                SEVERITY,
                text.path,
                text.line_of("translation", "status"),
                1,
                say("This translation says that it is reviewed, and not by whom."),
                say(
                    "Add the reader: {example}. If nobody has read it yet, write status: draft.",
                    example="reviewed_by: [{name: …, as: named}]",
                ),
            )
