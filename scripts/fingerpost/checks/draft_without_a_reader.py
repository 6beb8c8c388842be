"""A translation has waited for more than 90 days for a second person to read it.

Why it matters

One person alone misses what they meant to write. Readers are told that nobody else has looked at a draft,
and the longer it says so, the less they trust it. Translation standards ask for the same: a second person
reads each translation beside the original (ISO 17100, 5.3.3).

Bad (file docs/guides/example/index.cy.md):

    ---
    title: Gofalu am y planhigion
    summary: Sut i gadw planhigion yn iach, wythnos wrth wythnos.
    translation: {from: en, source: "00000000", status: draft, made: 2026-05-01}
    ---

    Mae angen dŵr, golau ac amser ar blanhigion.

Good (file docs/guides/example/index.cy.md):

    ---
    title: Gofalu am y planhigion
    summary: Sut i gadw planhigion yn iach, wythnos wrth wythnos.
    translation: {from: en, source: "00000000", status: draft, made: 2026-11-01}
    ---

    Mae angen dŵr, golau ac amser ar blanhigion.

How to mend it

Ask somebody who reads both languages to read the two beside each other. When they have, and what they found is
mended, write `status: reviewed` in place of `status: draft`. Add who it was: `reviewed_by: [{name: Example
Reader, as: named}]`. They may choose not to be named: `as: anonymous`.

The days are counted from `made`, which `fingerpost translated` writes. Where it is missing, they are
counted from the day on which the original was published or last reviewed.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from fingerpost.checks.places import with_answers
from fingerpost.checks.problem import Problem, Severity
from fingerpost.languages.phrases import say
from fingerpost.library import Library, Resource, Text
from fingerpost.library.schema import Translation

ID = "FP204"
SEVERITY = Severity.WARNING
LONGEST = timedelta(days=90)


def check(resource: Resource, library: Library) -> Iterator[Problem]:
    """Yield each draft that was made more than 90 days before today."""
    for entry in with_answers(resource):
        for piece in entry.pieces:
            for text in piece.texts.values():
                block = text.translation
                if block is None or block.status != "draft":
                    continue
                made = _made(block, piece.source, entry.main.source, resource.main.source)
                if made and library.today - made > LONGEST:
                    yield _problem(text, (library.today - made).days)


def _made(block: Translation, *originals: Text) -> date | None:
    """Return when a translation was made, or the latest date of the first original that has one."""
    if block.made:
        return block.made
    for original in originals:
        dates = [getattr(original.meta, name, None) for name in ("published", "reviewed")]
        known = [found for found in dates if isinstance(found, date)]
        if known:
            return max(known)
    return None


def _problem(text: Text, days: int) -> Problem:
    return Problem(
        ID,
        SEVERITY,
        text.path,
        text.line_of("translation", "status"),
        1,
        say("This translation has been a draft for {days} days: no second person has read it.", days=days),
        say(
            "Ask somebody who reads both languages to read it beside the original. "
            "Then write status: reviewed, and who read it under reviewed_by."
        ),
    )
