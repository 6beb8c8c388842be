"""A translation was made and read by the same person.

Why it matters

Nobody sees their own slips: the eye reads what was meant. The second reading is worth something because
somebody else does it (ISO 17100, 5.3.3, asks for another person than the translator).

Bad (file docs/guides/example/index.cy.md):

    ---
    title: Gofalu am y planhigion
    summary: Sut i gadw planhigion yn iach, wythnos wrth wythnos.
    translation: {from: en, source: "00000000", status: reviewed, by: [{name: Ann Example, as: named}],
      reviewed_by: [{name: Ann Example, as: named}]}
    ---

    Mae angen dŵr, golau ac amser ar blanhigion.

Good (file docs/guides/example/index.cy.md):

    ---
    title: Gofalu am y planhigion
    summary: Sut i gadw planhigion yn iach, wythnos wrth wythnos.
    translation: {from: en, source: "00000000", status: reviewed, by: [{name: Ann Example, as: named}],
      reviewed_by: [{name: Bo Example, as: named}]}
    ---

    Mae angen dŵr, golau ac amser ar blanhigion.

How to mend it

Ask somebody else to read it beside the original, and write their name under `reviewed_by`. Until then, write
`status: draft`. A group may stand in both places, since it has more than one member.
"""

from collections.abc import Iterator, Sequence

from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import shown
from fingerpost.languages.phrases import say
from fingerpost.library import Library, Resource
from fingerpost.library.schema import Credit

ID = "FP213"
SEVERITY = Severity.WARNING


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield each reviewed translation whose readers are all among its translators."""
    for text in resource.texts:
        block = text.translation
        if not block or block.status != "reviewed" or not block.reviewed_by:
            continue
        if _people(block.reviewed_by) <= _people(block.by):
            yield Problem(
                ID,
                SEVERITY,
                text.path,
                text.line_of("translation", "reviewed_by"),
                1,
                say("{name} both made this translation and read it.", name=shown(block.reviewed_by[0].name or "")),
                say("Ask somebody else to read it too, and name them under reviewed_by. Until then: status: draft"),
            )


def _people(credits: Sequence[Credit]) -> set[str]:
    """Return who is meant, as names can be compared; each that can't be is somebody else."""
    return {
        " ".join(credit.name.casefold().split()) if credit.name and credit.shown != "group" else f"{id(credit)}"
        for credit in credits
    }
