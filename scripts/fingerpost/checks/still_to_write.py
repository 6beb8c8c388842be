"""Something is still to be written or translated.

Why it matters

A comment stands where words should be. Readers do not see it: to them the page has a gap, or nothing on it at all.

Bad (body):

    <!-- To write: for whom this is, and what it helps with. -->

    ## Water

    Once a week is often enough.

Good (body):

    This is for everyone who looks after a plant for somebody else.

    ## Water

    Once a week is often enough.

How to mend it

Write your words in place of the whole comment, from `<!--` to `-->`. If there is nothing to say there, take the
comment out. In a translation, the comment holds the words of the original.

`fingerpost new` and `fingerpost translate` leave such comments, so that nothing is published half done.
"""

from collections.abc import Iterator

from fingerpost.checks.marks import Mark, ToDo, find_marks
from fingerpost.checks.places import in_file
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import shown
from fingerpost.languages.phrases import say
from fingerpost.library import Library, Resource, Text

ID = "FP121"
SEVERITY = Severity.ERROR


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield each passage that is still to be written, and for each text how many are still to be translated."""
    for text in resource.texts:
        marks = list(find_marks(text.body))
        for mark in marks:
            if mark.to_do is ToDo.WRITE:
                yield _problem(text, mark)
        untranslated = [mark for mark in marks if mark.to_do is ToDo.TRANSLATE]
        if untranslated:
            yield _untranslated(text, untranslated)


def _problem(text: Text, mark: Mark) -> Problem:
    message = say("This is still to be written: {words}.", words=shown(mark.words.rstrip(".")))
    advice = say("Write it in place of the comment, or take the comment out.")
    return Problem(ID, SEVERITY, text.path, in_file(text, mark.line), 1, message, advice)


def _untranslated(text: Text, marks: list[Mark]) -> Problem:
    first = marks[0]
    if len(marks) == 1:
        message = say("This is still to be translated: {words}.", words=shown(first.words.rstrip(".")))
        advice = say("Write the translation in place of the comment.")
    else:
        message = say(
            "{count} passages are still to be translated, from here on: {words}.",
            count=len(marks),
            words=shown(first.words.rstrip(".")),
        )
        advice = say("Write each translation in place of its comment.")
    return Problem(ID, SEVERITY, text.path, in_file(text, first.line), 1, message, advice)
