"""A licence is not one whose rules Fingerpost knows.

Why it matters

The licence decides whether a text may be shown in full, translated, printed and carried on a USB stick. When it
is not known, nobody can say what is allowed.

Bad (front matter):

    rights: {licence: CC BY SA 4, holder: Example Group}

Good (front matter):

    rights: {licence: CC-BY-SA-4.0, holder: Example Group}

How to mend it

Write an open licence by its short name (SPDX), such as `CC-BY-SA-4.0`, `CC-BY-4.0`, `CC-BY-NC-SA-4.0`, `CC0-1.0`
or `OGL-UK-3.0`. For a work that is not openly licensed, use a statement of RightsStatements.org. `InC` stands for
"in copyright", `UND` for "not determined", and `NKC` for "no known copyright".
"""

from collections.abc import Iterator

from fingerpost.checks.places import with_answers
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import did_you_mean, listed, shown
from fingerpost.gate import is_known_licence
from fingerpost.languages.phrases import say, together
from fingerpost.library import Library, Resource
from fingerpost.library.schema import Answer, Entry

ID = "FP302"
SEVERITY = Severity.ERROR
# The ones that people mean most often, written in full (spdx.org/licenses, rightsstatements.org).
USUAL = (
    "CC-BY-SA-4.0",
    "CC-BY-4.0",
    "CC-BY-NC-4.0",
    "CC-BY-NC-SA-4.0",
    "CC-BY-ND-4.0",
    "CC-BY-NC-ND-4.0",
    "CC0-1.0",
    "OGL-UK-3.0",
    "InC",
    "UND",
    "NKC",
)


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield a resource or an answer whose licence the gate does not know."""
    for entry in with_answers(resource):
        if not isinstance(entry.meta, Entry | Answer) or is_known_licence(entry.meta.rights.licence):
            continue
        text = entry.main.source
        licence = entry.meta.rights.licence
        guess = did_you_mean(licence, USUAL)
        often = say("(often used: {licences})", licences=listed(USUAL))
        yield Problem(
            ID,
            SEVERITY,
            text.path,
            text.line_of("rights", "licence"),
            1,
            say("{licence} is not a licence that Fingerpost knows.", licence=shown(licence)),
            together(guess or say("Use the short name of a licence."), often),
        )
