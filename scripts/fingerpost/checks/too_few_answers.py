"""A question has fewer than two answers.

Why it matters

One answer looks like the right one. The point of a question here is that people have answered it in more than one
way. With the answers side by side, readers can judge for themselves.

Bad (without docs/questions/example/answer-2.cy.md):

Good (file docs/questions/example/answer-3.en.md):

    ---
    title: Neither
    credits: [{name: Example Group, role: author, as: group}]
    made_by: compiled
    rights: {licence: CC-BY-SA-4.0, holder: Example Group}
    ---

    We drink water.

How to mend it

Ask somebody who would answer it otherwise, and put their answer beside the first as `answer-2.en.md`, with
their own credits, rights and consent. Until then the question is published with the answers that there are.
"""

from collections.abc import Iterator

from fingerpost.checks.problem import Problem, Severity
from fingerpost.languages.phrases import Phrase, say
from fingerpost.library import Library, Resource
from fingerpost.library.kinds import QUESTION

ID = "FP114"
SEVERITY = Severity.WARNING
ENOUGH = 2


def check(resource: Resource, library: Library) -> Iterator[Problem]:
    """Yield a question with too few answers, unless some are there that can't be read."""
    if resource.kind is not QUESTION or len(resource.answers) >= ENOUGH:
        return
    beginning = f"docs/{resource.id}/answer"
    if any(fault.path.startswith(beginning) for fault in library.faults):
        return
    text = resource.main.source
    yield Problem(
        ID,
        SEVERITY,
        text.path,
        text.line_of("title"),
        1,
        _message(resource),
        say(
            "Add another as {file} by somebody else.",
            file=f"answer-{len(resource.answers) + 1}.{text.language}.md",
        ),
    )


def _message(resource: Resource) -> Phrase:
    if resource.answers:
        return say("This question has one answer. More than one way is the point.")
    return say("This question has no answer. More than one way is the point.")
