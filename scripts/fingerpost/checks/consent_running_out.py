"""The day until which the people who made something agreed to it being published is less than 60 days away.

Why it matters

On that day the resource is still shown. After it, the resource is left out of everything that is made. Asking
people takes time, and they should have time to answer.

Bad (front matter):

    made_by: lived-experience-led
    consent: {reference: C-0012, scope: [web, print, offline, translation], review_by: 2026-12-24}

Good (front matter):

    made_by: lived-experience-led
    consent: {reference: C-0012, scope: [web, print, offline, translation], review_by: 2027-11-21}

How to mend it

Ask the people who made it whether they still agree, and to what. If they do, write the new day as
`review_by`. If they would rather not, take it back with `fingerpost withdraw` and
its id.
"""

from collections.abc import Iterator
from datetime import timedelta

from fingerpost.checks.places import with_answers
from fingerpost.checks.problem import Problem, Severity
from fingerpost.gate import consent_has_run_out, consent_of
from fingerpost.languages.phrases import say
from fingerpost.library import Library, Resource

ID = "FP305"
SEVERITY = Severity.WARNING
NEAR = timedelta(days=60)


def check(resource: Resource, library: Library) -> Iterator[Problem]:
    """Yield a resource or an answer whose consent the gate will take for run out in 60 days, and not today."""
    for entry in with_answers(resource):
        consent = consent_of(entry)
        if (
            consent
            and consent_has_run_out(consent, library.today + NEAR)
            and not consent_has_run_out(consent, library.today)
        ):
            text = entry.main.source
            yield Problem(
                ID,
                SEVERITY,
                text.path,
                text.line_of("consent", "review_by"),
                1,
                say(
                    "Its makers agreed to this being published until {day}. After that day it is left out.",
                    day=consent.review_by,
                ),
                say("Ask them now whether they still agree, and write the new day as review_by."),
            )
