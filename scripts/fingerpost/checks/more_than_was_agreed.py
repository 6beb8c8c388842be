"""Something is here that the people who made it did not agree to.

Why it matters

Nothing is published further than its makers agreed to. A translation puts other words into their mouths,
and they may have good reasons not to want that. Where they agreed to no way of publishing at all, their
work should not lie here, where anybody can read the files.

Bad (front matter):

    made_by: lived-experience-led
    consent: {reference: C-0012, scope: []}

Bad (front matter):

    # There is a translation beside it.
    made_by: lived-experience-led
    consent: {reference: C-0012, scope: [web, print, offline]}

Good (front matter):

    made_by: lived-experience-led
    consent: {reference: C-0012, scope: [web, print, offline, translation]}

How to mend it

Ask the people who made it. If they agree, write it into the scope: `web`, `print`, `offline` (USB sticks, and
books for readers without the internet), `translation`. If they don't, take the translation away. Every file that
is a translation counts: a part, an answer, an Easy Read version.
"""

from collections.abc import Iterator

from fingerpost.checks.places import with_answers
from fingerpost.checks.problem import Problem, Severity
from fingerpost.gate import CHANNEL, Reason, consent_of, translation_refused
from fingerpost.languages.phrases import say
from fingerpost.library import Library, Resource

ID = "FP306"
SEVERITY = Severity.ERROR


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield each translation that was not agreed to, and each consent that is to nothing."""
    for entry in with_answers(resource):
        yield from _agreed_to_nothing(entry)
        for piece in entry.pieces:
            for text in piece.texts.values():
                if translation_refused(entry, text) is Reason.CONSENT_TRANSLATION:
                    yield Problem(
                        ID,
                        SEVERITY,
                        text.path,
                        text.line_of("translation"),
                        1,
                        say("This is a translation, and its makers have not agreed to one."),
                        say("Ask them, then add 'translation' to the scope in the original, or take this file away."),
                    )


def _agreed_to_nothing(entry: Resource) -> Iterator[Problem]:
    consent = consent_of(entry)
    if consent and not set(consent.scope) & set(CHANNEL.values()):
        text = entry.main.source
        yield Problem(
            ID,
            SEVERITY,
            text.path,
            text.line_of("consent", "scope"),
            1,
            say("The scope names no way of publishing that its makers agreed to."),
            say("Write what they agreed to (web, print, offline, translation), or take this away if it is nothing."),
        )
