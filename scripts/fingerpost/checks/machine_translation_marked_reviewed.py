"""A translation made by a machine says that a person has read and passed it.

Why it matters

A machine writes sentences that read well and say something else. Readers are told which texts a machine has made,
so that they can judge. Marked as reviewed, such a text would claim a care that nobody has taken.

Bad (file docs/guides/example/index.cy.md):

    ---
    title: Gofalu am y planhigion
    summary: Sut i gadw planhigion yn iach, wythnos wrth wythnos.
    translation: {from: en, source: "00000000", status: reviewed, machine: true, reviewed_by: [{as: anonymous}]}
    ---

    Mae angen dŵr, golau ac amser ar blanhigion.

Good (file docs/guides/example/index.cy.md):

    ---
    title: Gofalu am y planhigion
    summary: Sut i gadw planhigion yn iach, wythnos wrth wythnos.
    translation: {from: en, source: "00000000", status: draft, machine: true}
    ---

    Mae angen dŵr, golau ac amser ar blanhigion.

How to mend it

If a machine made the text as it stands, write `status: draft`. Perhaps a person who knows both languages has
since gone through every sentence and made it their own. Then it is no longer a machine's: take `machine: true`
out, and name that person under `by`. Let another person read it before it counts as reviewed.
"""

from collections.abc import Iterator

from fingerpost.checks.problem import Problem, Severity
from fingerpost.languages.phrases import say
from fingerpost.library import Library, Resource

ID = "FP205"
SEVERITY = Severity.ERROR


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield each translation that is marked both as a machine's and as reviewed."""
    for text in resource.texts:
        block = text.translation
        if block and block.machine and block.status == "reviewed":
            yield Problem(
                ID,
                SEVERITY,
                text.path,
                text.line_of("translation", "status"),
                1,
                say("This translation was made by a machine, and it says that it is reviewed."),
                say(
                    "Write status: draft. If a person has since reworked all of it, "
                    "take out machine: true and name them under by."
                ),
            )
