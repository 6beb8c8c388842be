"""The text of a file is in another language than the file's name says.

Why it matters

A person who has chosen Welsh meets English under a Welsh heading. A screen reader is told the wrong language. It
reads the words out with the sounds of that language, so that nobody can follow (WCAG 2.2, 3.1.1).

Bad (file docs/guides/example/index.cy.md):

    ---
    title: Looking after the plants
    summary: How to keep plants well, week by week.
    translation: {from: en, source: "00000000", status: draft}
    ---

    Plants need water, light and time, and some of them would rather stand in the shade than in the sun.

Good (file docs/guides/example/index.cy.md):

    ---
    title: Gofalu am y planhigion
    summary: Sut i gadw planhigion yn iach, wythnos wrth wythnos.
    translation: {from: en, source: "00000000", status: draft}
    ---

    Mae angen dŵr, golau ac amser ar blanhigion, ac mae rhai ohonyn nhw'n hoffi'r cysgod.

How to mend it

If the file waits for its translation, take it away until there is one. Until then readers are shown the original,
with a sentence that explains it. If the text is right and the name of the file is wrong, change the two letters
before `.md`.

Only English and Welsh are recognised, and only where there are enough words to be certain. Quotations and
the titles of works may be in any language.
"""

from collections.abc import Iterator

from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.spoken import whole_language
from fingerpost.languages.phrases import Phrase, say
from fingerpost.library import Library, Resource

ID = "FP207"
SEVERITY = Severity.ERROR


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield each file whose text is in another language for certain."""
    for text in resource.texts:
        found = whole_language(text)
        if found is not None and found != text.language:
            yield Problem(
                ID,
                SEVERITY,
                text.path,
                text.body_line,
                1,
                _words(found),
                say(
                    "If it waits for its translation, take this file away until there is one. "
                    "If only its name is wrong, change it: .{language}.md",
                    language=found,
                ),
            )


def _words(found: str) -> Phrase:
    if found == "en":
        return say("The name of this file says that it is in Welsh, and the text is in English.")
    return say("The name of this file says that it is in English, and the text is in Welsh.")
