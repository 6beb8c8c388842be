"""A translation was made from words that the original no longer has.

Why it matters

Readers of both languages should be told the same. Until the translation is looked at, its page says that
the original has changed.

Bad (file docs/guides/example/index.cy.md):

    ---
    title: Gofalu am y planhigion
    summary: Sut i gadw planhigion yn iach, wythnos wrth wythnos.
    translation: {from: en, source: "00000000", status: draft}
    ---

    Rhowch ddŵr iddyn nhw unwaith yr wythnos.

Good (file docs/guides/example/index.cy.md):

    ---
    title: Gofalu am y planhigion
    summary: Sut i gadw planhigion yn iach, wythnos wrth wythnos.
    translation: {from: en, source: "ba303b6f", status: draft}
    ---

    Rhowch ddŵr iddyn nhw unwaith yr wythnos.

How to mend it

Read what changed in the original, and change the translation to say the same. Then run `fingerpost
translated` with the resource's id and the language, as the message shows; it marks the translation as made
from the words of today.
"""

from collections.abc import Iterator

from fingerpost.checks.places import all_pieces, file_name, id_of
from fingerpost.checks.problem import Problem, Severity
from fingerpost.library import Library, Resource

ID = "FP203"
SEVERITY = Severity.WARNING


def check(resource: Resource, library: Library) -> Iterator[Problem]:
    """Yield each translation whose original has changed since."""
    for piece in all_pieces(resource):
        for language, text in piece.texts.items():
            if not piece.is_stale(language):
                continue
            yield Problem(
                ID,
                SEVERITY,
                text.path,
                text.line_of("translation", "source"),
                1,
                f"The original ({file_name(piece.source.path)}) has changed since this translation into "
                f"{library.site.language(language).name} was made.",
                "Read what changed in the original and mend the translation. Then run: "
                f"fingerpost translated {id_of(text.path)} --language {language}",
            )
