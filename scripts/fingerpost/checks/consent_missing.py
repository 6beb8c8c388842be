"""Something that people made for this collection does not say that they agreed to it being published.

Why it matters

A person's story is theirs. Nothing is published further than its makers agreed to, and until they have, it
is left out of everything that is made.

Bad (front matter):

    made_by: lived-experience-led

Good (front matter):

    made_by: lived-experience-led
    consent: {reference: C-0012, scope: [web, print, offline, translation], review_by: 2027-11-21}

How to mend it

Ask the people who made it. May it be on the web, on paper or on a USB stick? May it be translated? And until
when? Keep who they are and how to reach them in your own register, a private list, and never here. Write the
number that they have on that list as the `reference`. The `scope` lists what they agreed to and nothing more.
What is only compiled from published sources needs no consent: `made_by: compiled`.
"""

from collections.abc import Iterator

from fingerpost.checks.forms import example
from fingerpost.checks.places import with_answers
from fingerpost.checks.problem import Problem, Severity
from fingerpost.gate import consent_of, needs_consent
from fingerpost.languages.phrases import say
from fingerpost.library import Library, Resource

ID = "FP301"
SEVERITY = Severity.ERROR


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield a resource or an answer that needs consent and has none."""
    for entry in with_answers(resource):
        if needs_consent(entry) and consent_of(entry) is None:
            text = entry.main.source
            yield Problem(
                ID,
                SEVERITY,
                text.path,
                text.line_of("made_by"),
                1,
                say("People made this, and nothing here says that they agreed to it being published."),
                say("Ask them, then add what they agreed to: {example}", example=example("consent")),
            )
