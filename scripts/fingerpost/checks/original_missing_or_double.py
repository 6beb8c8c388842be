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
from fingerpost.library import Fault, Library

ID = "FP201"
SEVERITY = Severity.ERROR
FAULTS = ("two-originals", "translation-of-nothing", "translation-from-another")


def check_collection(library: Library) -> Iterator[Problem]:
    """Yield each text whose original is missing or double, and each translation from another language."""
    for fault in faults_of(library, FAULTS):
        message, advice = _words(fault)
        yield Problem(ID, SEVERITY, fault.path, fault.line, fault.column, message, advice)


def _words(fault: Fault) -> tuple[str, str]:
    if fault.code == "two-originals":
        return (
            f"This file and {file_name(fault.detail['other'])} both stand as the original.",
            "In the one that was made from the other, keep only title, summary and a line like this: "
            + example("translation"),
        )
    if fault.code == "translation-from-another":
        return (
            f"This translation says that it was made from {shown(fault.detail['from'])}, "
            f"but the original is in '{fault.detail['original']}'.",
            f"Write: from: {fault.detail['original']}",
        )
    stem = file_name(fault.path).split(".")[0]
    return (
        "This is a translation, but there is no original beside it.",
        f"Add the original ({stem}, then its language, then .md) to this folder. "
        "If this is the original, take the translation line out and add the facts that are missing.",
    )
