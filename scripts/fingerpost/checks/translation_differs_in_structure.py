"""A translation has other headings, links, pictures or lists than its original.

Why it matters

Both languages should lead to the same places and tell the same. A link or a heading that is only in one of them
was mostly lost or added by mistake. People who read one language do not notice.

Bad (file docs/guides/example/index.cy.md):

    ---
    title: Gofalu am y planhigion
    summary: Sut i gadw planhigion yn iach, wythnos wrth wythnos.
    translation: {from: en, source: "ba303b6f", status: draft}
    ---

    Mae angen dŵr, golau ac amser ar blanhigion. Mae rhagor yn [y pecyn](../../toolkits/example/index.en.md).

    ![Un ddeilen ar goesyn cam](leaf.svg)

    ## Dŵr

    Mae unwaith yr wythnos yn aml yn ddigon.

Good (file docs/guides/example/index.cy.md):

    ---
    title: Gofalu am y planhigion
    summary: Sut i gadw planhigion yn iach, wythnos wrth wythnos.
    translation: {from: en, source: "ba303b6f", status: draft}
    ---

    Mae angen dŵr, golau ac amser ar blanhigion. Mae rhagor yn [y pecyn](../../toolkits/example/index.en.md).

    ![Un ddeilen ar goesyn cam](leaf.svg)

    ## Dŵr

    Mae unwaith yr wythnos yn aml yn ddigon.

    ### Yn yr haf

    Dwywaith yr wythnos.

How to mend it

Put the two files side by side and add what is missing, or take out what is too much. What is right in the
translation and missing in the original belongs in the original first.

The two languages of a page count as the same place. So do two addresses of one website, and a picture that exists
once in each language (`map.en.svg`, `map.cy.svg`). The check looks only at translations that were made from the
original as it stands now, and in which nothing is left to be translated.
"""

from collections.abc import Iterator

from fingerpost.checks.headings import Heading
from fingerpost.checks.marks import has_marks
from fingerpost.checks.places import all_pieces, in_file
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.structure import (
    Target,
    alike_at_a_glance,
    headings_astray,
    links_astray,
    pictures_astray,
    sections_apart,
)
from fingerpost.checks.wording import shown
from fingerpost.languages.phrases import Phrase, say
from fingerpost.library import Library, Resource, Text

ID = "FP212"
SEVERITY = Severity.WARNING


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield each difference between a translation that is not stale and its original."""
    for piece in all_pieces(resource):
        for language, text in piece.texts.items():
            block = text.translation
            comparable = block and block.origin == piece.original and not piece.is_stale(language)
            if comparable and not alike_at_a_glance(piece.source, text) and not has_marks(text.body):
                yield from _differences(piece.source, text)


def _differences(original: Text, text: Text) -> Iterator[Problem]:
    astray = headings_astray(original.body, text.body)
    for heading in astray:
        yield _problem(text, heading.line, *_heading_words(heading.theirs, heading.ours))
    if not astray:
        for apart in sections_apart(original.body, text.body):
            yield _problem(text, apart.line, *_count_words(apart.what, apart.original, apart.here))
    for target, line, missing in pictures_astray(original, text):
        yield _problem(text, line, *_picture_words(target, missing=missing))
    for target, line, missing in links_astray(original, text):
        yield _problem(text, line, *_link_words(target, missing=missing))


def _heading_words(theirs: Heading | None, ours: Heading | None) -> tuple[Phrase, Phrase]:
    if theirs and ours:
        return (
            say(
                "{words} is a heading of level {level}, and of level {original} in the original ({other}).",
                words=shown(ours.text),
                level=ours.level,
                original=theirs.level,
                other=shown(theirs.text),
            ),
            say("Give it as many hash signs as it has in the original: {signs}", signs="#" * theirs.level),
        )
    if theirs:
        return (
            say("The heading {words} of the original has none like it here.", words=shown(theirs.text)),
            say(
                "Add it with what stands below it, near here, with these hash signs: {signs}", signs="#" * theirs.level
            ),
        )
    return (
        say("The heading {words} has none like it in the original.", words=shown(ours.text if ours else "")),
        say("Take it out, or add it to the original. (Which one is too much is a guess from what stands below them.)"),
    )


def _count_words(what: str, original: int, here: int) -> tuple[Phrase, Phrase]:
    if what == "item":
        return (
            say("List items in this part: {count} here, {original} in the original.", count=here, original=original),
            say("Make the two lists the same."),
        )
    return (
        say("Rows of tables in this part: {count} here, {original} in the original.", count=here, original=original),
        say("Make the two tables the same."),
    )


def _picture_words(target: Target, *, missing: bool) -> tuple[Phrase, Phrase]:
    if missing:
        return (
            say("The original shows the picture {file}, this does not.", file=shown(target.written)),
            say("Add the picture, with words for it in this language."),
        )
    return (
        say("The original does not show the picture {file}.", file=shown(target.written)),
        say("Take it out here, or add it to the original."),
    )


def _link_words(target: Target, *, missing: bool) -> tuple[Phrase, Phrase]:
    if missing:
        return (
            say("The original leads to {target}, this does not.", target=shown(target.written)),
            say("Add the link: {link}", link=f"[{target.words or '…'}]({target.written})"),
        )
    return (
        say("The original does not lead to {target}.", target=shown(target.written)),
        say("Take the link out here, or add it to the original."),
    )


def _problem(text: Text, line: int, message: Phrase, advice: Phrase) -> Problem:
    return Problem(ID, SEVERITY, text.path, in_file(text, line), 1, message, advice)
