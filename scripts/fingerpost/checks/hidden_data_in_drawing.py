"""A drawing (SVG) holds what a drawing program left in it: names, folders, notes.

Why it matters

Drawing programs write down where the file lay on somebody's computer, often with that person's name, and keep
notes and hidden layers. None of it can be seen in the drawing, and all of it can be read.

Bad (file docs/guides/example/drawing.svg):

    <svg xmlns="http://www.w3.org/2000/svg"><!-- drawn by Example Name --><path d="M0 0h9"/></svg>

Good (file docs/guides/example/drawing.svg):

    <svg xmlns="http://www.w3.org/2000/svg"><title>A line</title><path d="M0 0h9"/></svg>

How to mend it

Run `fingerpost check --fix`, or save the drawing as "plain SVG" in the program that made it. The title and the
description of the drawing stay: people who can't see it hear them.
"""

from collections.abc import Iterator

from fingerpost.checks.hidden import hidden_in
from fingerpost.checks.problem import Problem, Severity
from fingerpost.library import Library, Resource

ID = "FP316"
SEVERITY = Severity.ERROR
ENDINGS = frozenset({".svg"})


def check(resource: Resource, library: Library) -> Iterator[Problem]:
    """Yield each drawing that tells more than it shows."""
    return hidden_in(resource, library, ENDINGS, ID, SEVERITY)
