"""Two headings one after the other have the same words.

Why it matters

People who move by headings, or read the list of contents, can't tell the two apart (WCAG 2.2, 2.4.6). A first
heading that repeats the page's title is read out twice.

Bad (body):

    ## Water

    Once a week.

    ## Water

    Twice a week in summer.

Good (body):

    ## Water

    Once a week.

    ## Water in summer

    Twice a week.

Bad (body):

    ## Looking after the plants

    Plants need water.

How to mend it

Say in each heading what is different about its part, or make one part of the two. The page's title is made
from the top of the file: there is no need to write it again.
"""

from collections.abc import Iterator

from fingerpost.checks.headings import find_headings
from fingerpost.checks.places import in_file
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import shown
from fingerpost.languages.phrases import Phrase, say
from fingerpost.library import Library, Resource, Text

ID = "FP413"
SEVERITY = Severity.WARNING


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield each heading with the words of the one before it, or of the page's title."""
    for text in resource.texts:
        last, is_title = _form(text.title), True
        for heading in find_headings(text.body):
            words = _form(heading.text)
            # A main title in the text is said by FP401.
            if words and words == last and heading.level > 1:
                yield _problem(text, heading.line, _message(heading.text, is_title=is_title))
            last, is_title = words, False


def _form(heading: str) -> str:
    return " ".join(heading.casefold().split()).strip("*_`.:!? ")


def _message(words: str, *, is_title: bool) -> Phrase:
    if is_title:
        return say("The heading {words} repeats the page's title.", words=shown(words))
    return say("The heading {words} is the same as the one before it.", words=shown(words))


def _problem(text: Text, line: int, message: Phrase) -> Problem:
    advice = say("Say in it what is different about this part, or leave it out.")
    return Problem(ID, SEVERITY, text.path, in_file(text, line), 1, message, advice)
