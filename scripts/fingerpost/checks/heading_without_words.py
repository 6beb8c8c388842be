"""A heading has no words.

Why it matters

People who move by headings land on nothing, and in the list of contents there is an empty line (WCAG 2.2,
1.3.1 and 2.4.6).

Bad (body):

    ##

    Plants need water.

Good (body):

    ## Water

    Plants need water.

Bad (body):

    ## 🌱🌱🌱

How to mend it

Write what the part below is about, or take the hash signs out. For a line across the page use three hyphens
with an empty line before and after. Signs and emoji may stand beside words, not in place of them.
"""

import re
from collections.abc import Iterator

from fingerpost.checks.headings import find_headings
from fingerpost.checks.marks import has_marks
from fingerpost.checks.places import in_file
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import shown
from fingerpost.languages.phrases import say
from fingerpost.library import Library, Resource

ID = "FP416"
SEVERITY = Severity.ERROR
WORD = re.compile(r"\w")


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield each heading in Markdown without a letter or a figure."""
    advice = say("Write what the part below is about, or take the hash signs out.")
    for text in resource.texts:
        for heading in find_headings(text.body):
            # The words of one in HTML may stand further in, within other tags.
            # One with a mark is still to be written, which FP121 says.
            if heading.raw or WORD.search(heading.text) or has_marks(heading.text):
                continue
            if heading.text:
                message = say("This heading has no words, only {signs}.", signs=shown(heading.text))
            else:
                message = say("This heading has no words.")
            yield Problem(ID, SEVERITY, text.path, in_file(text, heading.line), 1, message, advice)
