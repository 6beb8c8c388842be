"""A licence does not allow what is done with a work here, and no permission is noted.

Why it matters

In a licence, the people who made a work say what others may do with it. Going further takes from them, and often
much has been taken from them already. A group that does so can be made to pay.

Bad (file docs/archive/example/index.en.md):

    ---
    title: A book about plants
    summary: A book that does not exist, about plants.
    topics: [wellbeing]
    credits: [{name: Example Group, role: compiler, as: group}]
    made_by: compiled
    published: 2026-11-21
    work:
      title: Plants
      type: book
      languages: [en]
      confirmed: {in: example, on: 2026-11-21}
      holding: full
    rights: {licence: InC, holder: Example Publisher}
    ---

    All the words of the book.

Good (file docs/archive/example/index.en.md):

    ---
    title: A book about plants
    summary: A book that does not exist, about plants.
    topics: [wellbeing]
    credits: [{name: Example Group, role: compiler, as: group}]
    made_by: compiled
    published: 2026-11-21
    work:
      title: Plants
      type: book
      languages: [en]
      confirmed: {in: example, on: 2026-11-21}
      holding: full
    rights: {licence: InC, holder: Example Publisher, permission: P-0007}
    ---

    All the words of the book.

How to mend it

Ask whoever holds the rights. If they allow it, keep the letter in your own register and write its number here:
`rights: {permission: P-0007, …}`. If they don't, take away what is theirs: the translation, the file, or the
words of the work. A record in your own words with a link to the work (`holding: record`) needs no permission.

The check looks at two things. One is a translation of a work whose licence allows no changes (CC BY-ND, CC
BY-NC-ND) or keeps all rights (`InC` and the like). The other is a whole work, an excerpt or its files in an
archive record, where all rights in the work are kept. Does a work that draws on another keep to the licence of
that other one? That can't be told from here: look at it yourself.
"""

from collections.abc import Iterator

from fingerpost.checks.places import with_answers
from fingerpost.checks.problem import Problem, Severity
from fingerpost.gate import Reason, allows_full_text, is_known_licence, translation_refused
from fingerpost.languages.phrases import Phrase, say
from fingerpost.library import Library, Resource, Text
from fingerpost.library.schema import Answer, Archive, Entry

ID = "FP307"
SEVERITY = Severity.ERROR


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield each translation, and each work in an archive record, that a licence and a permission don't allow."""
    for entry in with_answers(resource):
        meta = entry.meta
        # What is not known to the gate is said by another check; what it allows can't be known.
        if not isinstance(meta, Entry | Answer) or not is_known_licence(meta.rights.licence):
            continue
        for piece in entry.pieces:
            for text in piece.texts.values():
                if translation_refused(entry, text) is Reason.LICENCE_TRANSLATION:
                    yield _problem(
                        text,
                        text.line_of("translation"),
                        say(
                            "This is a translation, and {licence} does not allow one.",
                            licence=meta.rights.licence,
                        ),
                    )
        if isinstance(meta, Archive) and not allows_full_text(meta.rights):
            yield from _held(entry.main.source, meta)


def _held(text: Text, meta: Archive) -> Iterator[Problem]:
    licence, held = meta.rights.licence, text.line_of("work", "holding")
    match meta.work.holding:
        case "full":
            yield _problem(
                text, held, say("The whole work is here, and {licence} does not allow that.", licence=licence)
            )
        case "excerpt":
            yield _problem(
                text, held, say("A piece of the work is here, and {licence} does not allow that.", licence=licence)
            )
    if meta.work.files:
        yield _problem(
            text,
            text.line_of("work", "files"),
            say("Files of the work are here, and {licence} does not allow that.", licence=licence),
        )


def _problem(text: Text, line: int, message: Phrase) -> Problem:
    advice = say("Ask whoever holds the rights, and note the number of their permission: rights: {permission: P-0007}.")
    return Problem(ID, SEVERITY, text.path, line, 1, message, advice)
