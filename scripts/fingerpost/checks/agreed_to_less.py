"""Something will not be in every place where the collection is, because of what was agreed or of its licence.

Why it matters

That is as it should be when its makers want it so. It is said here so that nobody is surprised: somebody who
helped to make a toolkit may be waiting to see it in print.

Bad (front matter):

    made_by: lived-experience-led
    consent: {reference: C-0012, scope: [web, translation]}

Good (front matter):

    made_by: lived-experience-led
    consent: {reference: C-0012, scope: [web, print, offline, translation]}

How to mend it

There is nothing to mend if this is what was agreed. If it was forgotten, ask the people who made it. Then add
what they agreed to: `web`, `print`, `offline` (USB sticks, and books for readers without the internet). Where the
licence allows only a record to be shown, state an open licence if it is yours to give.
"""

from collections.abc import Iterator

from fingerpost.checks.places import with_answers
from fingerpost.checks.problem import Problem, Severity
from fingerpost.gate import CHANNEL, allows_full_text, consent_of, is_known_licence
from fingerpost.languages.phrases import Phrase, say, together
from fingerpost.library import Library, Resource
from fingerpost.library.schema import Answer, Archive, Entry

ID = "FP317"
SEVERITY = Severity.NOTICE


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield each resource or answer that the gate lets into some editions only, or only as a record."""
    for entry in with_answers(resource):
        text, meta, consent = entry.main.source, entry.meta, consent_of(entry)
        if consent:
            agreed = set(consent.scope) & set(CHANNEL.values())
            missing = set(CHANNEL.values()) - agreed
            if agreed and missing:
                yield Problem(
                    ID,
                    SEVERITY,
                    text.path,
                    text.line_of("consent", "scope"),
                    1,
                    together(*(_left_out(channel) for channel in CHANNELS if channel in missing)),
                    say("Its makers have not agreed to that. If that is what they want, leave it so."),
                )
        if (
            isinstance(meta, Entry | Answer)
            and not isinstance(meta, Archive)
            and is_known_licence(meta.rights.licence)
            and not allows_full_text(meta.rights)
        ):
            yield Problem(
                ID,
                SEVERITY,
                text.path,
                text.line_of("rights", "licence"),
                1,
                say("Only its title and summary will be shown: {licence} allows no more.", licence=meta.rights.licence),
                say("If the work is yours to give, state an open licence, or note the number of a permission."),
            )


CHANNELS = tuple(dict.fromkeys(CHANNEL.values()))


def _left_out(channel: str) -> Phrase:
    match channel:
        case "web":
            return say("This will not be on the web.")
        case "print":
            return say("This will not be printed.")
        case _:
            return say("This will not be on sticks or in e-books.")
