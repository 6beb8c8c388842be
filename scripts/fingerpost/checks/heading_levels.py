"""A heading is too high for the text of a page, or a level is left out.

Why it matters

People who listen to a page move through it by its headings (WCAG 2.2, 1.3.1 and 2.4.6). A second main
title, or a level left out, reads like a missing chapter.

Bad (body):

    ## Watering

    #### In summer

Good (body):

    ## Watering

    ### In summer

Bad (body):

    # Looking after the plants

Good (body):

    ## What you need

How to mend it

The page's own title is the one heading of the first level, and it is made from the title at the top of the
file. Begin with two hash signs (`##`), then three (`###`) below that, and never go down by more than one. A
line that only begins with a `#` and is no heading needs a backslash before it: `\\#`.
"""

from collections.abc import Iterator

from fingerpost.checks.headings import Heading, find_headings
from fingerpost.checks.places import in_file
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import printable, shown
from fingerpost.languages.phrases import Phrase, say, together
from fingerpost.library import Library, Resource, Text

ID = "FP401"
SEVERITY = Severity.ERROR


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield each heading of the first level, and each that is more than one level below the last."""
    for text in resource.texts:
        last = 1
        for heading in find_headings(text.body):
            if not heading.text and not heading.raw:
                continue  # said by FP416
            if heading.level == 1:
                said = say(
                    "{heading} is a heading of the first level, as only the page's title is.",
                    heading=shown(heading.text),
                )
                yield _problem(text, heading.line, said, _advice(heading))
            elif heading.level > last + 1:
                said = say(
                    "{heading} is a heading of level {level}, and the one before it is of level {before}.",
                    heading=shown(heading.text),
                    level=heading.level,
                    before=last,
                )
                yield _problem(text, heading.line, said, say("Write it as {example}", example=_written(heading, last)))
            last = max(heading.level, 1)


def _advice(heading: Heading) -> Phrase:
    two = say("Write it with two hash signs: {example}", example=_written(heading, 1))
    if not heading.tight:
        return two
    return together(
        say(
            "If it is not a heading, put a backslash before it ({example}).",
            example=f"\\#{printable(heading.text[:40])}",
        ),
        say("If it is one, write it with two hash signs: {example}", example=_written(heading, 1)),
    )


def _written(heading: Heading, above: int) -> str:
    return f"{'#' * (above + 1)} {printable(heading.text[:40])}".rstrip()


def _problem(text: Text, line: int, message: Phrase, advice: Phrase) -> Problem:
    return Problem(ID, SEVERITY, text.path, in_file(text, line), 1, message, advice)
