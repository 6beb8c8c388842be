"""A word that makes less of people, blames them, or sets them apart.

Why it matters

Words that services and newspapers use of people in distress can hurt those who read them here. Some make a person
into a diagnosis, and some blame people for not being helped. Some words about suicide can put lives at risk (the
media guidelines of Samaritans; Mind and Time to Change on language).

Bad (body):

    The mentally ill can water plants too.

Good (body):

    People with mental health problems can water plants too.

Good (body):

    > "The mentally ill", they called us. We water our own plants.

How to mend it

Say what was done or what happened, and say "people". One of the words that are offered may do, but ask those whom
it is about which they would choose. Words are contested: some people choose for themselves a word that hurts
others. What they say of themselves stays as they say it. Write it as a quotation, or give the reason in the facts
at the top of the file. Quotations, titles in italics, names and code are left alone. The words are listed in
`docs/_vocabulary/kinder-words.yml`, in each language, and your group can change them.
"""

from collections.abc import Iterator

from fingerpost.checks.chosen_words import found_words
from fingerpost.checks.jargon import times, why
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import any_of, shown
from fingerpost.languages import Phrase, say, together
from fingerpost.library import Library, Resource, Text
from fingerpost.library.kinder_words import KinderWord

ID = "FP604"
SEVERITY = Severity.WARNING


def check(resource: Resource, library: Library) -> Iterator[Problem]:
    """Yield each dehumanising entry that a text uses as its own words, once, at its first place."""
    for text in resource.texts:
        for found in found_words(resource, text, library, "dehumanising"):
            message = together(
                say("{words} may hurt people.", words=shown(found.words)),
                why(found.entry),
                times(found.times),
            )
            yield Problem(ID, SEVERITY, text.path, found.line, 1, message, _advice(found.entry, text))


def _advice(entry: KinderWord, text: Text) -> Phrase:
    instead = entry.instead.get(text.language, ())
    if not instead:
        return say("Say what happened, or ask the people whom it is about for their word.")
    return say("Kinder: {words}.", words=any_of(shown(words) for words in instead))
