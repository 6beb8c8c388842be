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

The message shows a command that ends in `--changes`. Run it: it shows what the original said when the translation
was made and what it says now, sentence by sentence.

Change the translation so that it says the same, and run the command again without `--changes`. That marks it as
made from the words of today. Where a second person had read it, it is a draft again until they have read what is
new. Was only a slip of the pen mended, which a translation can't show? Then put `--minor` at the end instead, and
the translation still counts as read.
"""

from collections.abc import Iterator

from fingerpost.checks.places import all_pieces, file_name, id_of
from fingerpost.checks.problem import Problem, Severity
from fingerpost.languages.phrases import say
from fingerpost.library import Library, Resource

ID = "FP203"
SEVERITY = Severity.WARNING


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
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
                say("The original ({file}) has changed since this was translated.", file=file_name(piece.source.path)),
                say(
                    "See what changed: {command} --changes. Mend the translation, then run the same without --changes.",
                    command=f"fingerpost translated {id_of(text.path)} --language {language}",
                ),
            )
