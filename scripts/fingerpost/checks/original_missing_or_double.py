"""A text has no original, or two, or a translation names another language than the original's.

Why it matters

One file of each text is the original: it carries the facts that hold in every language, and the others are
made from it. With two, they come to disagree. With none, nobody knows whose words they are.

Bad (file docs/guides/example/index.cy.md):

    ---
    title: Gofalu am y planhigion
    summary: Sut i gadw planhigion yn iach, wythnos wrth wythnos.
    topics: [wellbeing]
    credits: [{name: Example Group, role: author, as: group}]
    made_by: compiled
    published: 2026-11-21
    rights: {licence: CC-BY-SA-4.0, holder: Example Group}
    ---

Good (file docs/guides/example/index.cy.md):

    ---
    title: Gofalu am y planhigion
    summary: Sut i gadw planhigion yn iach, wythnos wrth wythnos.
    translation: {from: en, source: "00000000", status: draft}
    ---

How to mend it

Decide which file came first. It keeps all the facts and has no translation line. Every other language keeps
its title, its summary and a line that says what it was made from: `translation: {from: en, …}`. The
original can be in any language of the site.
"""

from collections.abc import Iterator

from fingerpost.checks.forms import example
from fingerpost.checks.places import faults_of, file_name
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import shown
from fingerpost.languages.phrases import Phrase, say
from fingerpost.library import Fault, Library

ID = "FP201"
SEVERITY = Severity.ERROR
FAULTS = ("two-originals", "translation-of-nothing", "translation-from-another")


def check_collection(library: Library) -> Iterator[Problem]:
    """Yield each text whose original is missing or double, and each translation from another language."""
    for fault in faults_of(library, FAULTS):
        message, advice = _words(fault)
        yield Problem(ID, SEVERITY, fault.path, fault.line, fault.column, message, advice)


def _words(fault: Fault) -> tuple[Phrase, Phrase]:
    if fault.code == "two-originals":
        return (
            say("This file and {file} both stand as the original.", file=file_name(fault.detail["other"])),
            say(
                "In the one that was made from the other, keep only title, summary and a line like this: {example}",
                example=example("translation"),
            ),
        )
    if fault.code == "translation-from-another":
        original = fault.detail["original"]
        return (
            say(
                "This says that it was translated from {stated}, and the original is in '{language}'.",
                stated=shown(fault.detail["from"]),
                language=original,
            ),
            say("Write: {example}", example=f"from: {original}"),
        )
    return (
        say("This is a translation, and there is no original beside it."),
        say(
            "Add the original, {stem}, then its language, then .md. If this is the original, "
            "take the translation line out and add the facts that are missing.",
            stem=file_name(fault.path).split(".")[0],
        ),
    )
