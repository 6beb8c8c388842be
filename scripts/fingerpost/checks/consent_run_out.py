"""The people who made something agreed to it being published until a day, and that day is past.

Why it matters

People agreed until a day, and no longer. On that day the resource is still shown. After it, the resource is left
out of everything that is made, and stays out until they have been asked and have agreed again.

Bad (front matter):

    made_by: lived-experience-led
    consent: {reference: C-0012, scope: [web, print, offline, translation], review_by: 2026-11-20}

Good (front matter):

    made_by: lived-experience-led
    consent: {reference: C-0012, scope: [web, print, offline, translation], review_by: 2027-11-21}

How to mend it

Ask the people who made it whether they still agree, and to what. If they do, write the new day as `review_by`
(and a new reference, if your own register gives one). If they don't agree, or can't be reached, take the work
back with `fingerpost withdraw` and its id.
"""

from collections.abc import Iterator

from fingerpost.checks.places import with_answers
from fingerpost.checks.problem import Problem, Severity
from fingerpost.gate import consent_has_run_out, consent_of
from fingerpost.languages.phrases import say
from fingerpost.library import Library, Resource

ID = "FP304"
SEVERITY = Severity.ERROR


def check(resource: Resource, library: Library) -> Iterator[Problem]:
    """Yield a resource or an answer whose consent the gate takes for run out today."""
    for entry in with_answers(resource):
        consent = consent_of(entry)
        if consent and consent_has_run_out(consent, library.today):
            text = entry.main.source
            yield Problem(
                ID,
                SEVERITY,
                text.path,
                text.line_of("consent", "review_by"),
                1,
                say(
                    "Its makers agreed to this being published until {day}. It is left out now.",
                    day=consent.review_by,
                ),
                say(
                    "Ask them again, then write the new day as review_by. Or take it back: fingerpost withdraw {id}",
                    id=entry.id,
                ),
            )
