"""A word that people inside services and projects use, where a plain one would do.

Why it matters

Jargon tells readers that a text is meant for somebody else. People who have just left a ward, or who never
worked in an office, should not have to learn a trade's language to be helped.

Bad (body):

    Going forward, utilise rainwater.

Good (body):

    From now on, use rainwater.

Good (body):

    The council's letter says that we should "utilise" rainwater.

How to mend it

Use the plain word that is offered, or say what happens: who does what. If the word is what people search for, keep
it and say once what it means, with the word in quotation marks. The words are listed in
`docs/_vocabulary/kinder-words.yml`, in each language: your group can take out any that you find plain, and add
others. Quotations, titles in italics, names and code are left alone. If a file needs the word, give the reason in
the facts at the top of the file.
"""

from collections.abc import Iterator

from fingerpost.checks.chosen_words import found_words
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import any_of, as_it_stands, shown
from fingerpost.languages import NOTHING, Phrase, in_each_language, say, together
from fingerpost.library import Library, Resource, Text
from fingerpost.library.kinder_words import KinderWord

ID = "FP603"
SEVERITY = Severity.WARNING


def check(resource: Resource, library: Library) -> Iterator[Problem]:
    """Yield each entry of jargon that a text uses as its own words, once, at its first place."""
    for text in resource.texts:
        for found in found_words(resource, text, library, "jargon"):
            message = together(
                say("{words} is jargon.", words=shown(found.words)),
                why(found.entry),
                times(found.times),
            )
            yield Problem(ID, SEVERITY, text.path, found.line, 1, message, _advice(found.entry, text))


def why(entry: KinderWord) -> Phrase:
    """Return the reason that an entry gives, as a sentence."""
    reasons = {code: words if words.endswith((".", "?", "…")) else f"{words}." for code, words in entry.why.items()}
    return as_it_stands(in_each_language(reasons)) if reasons else NOTHING


def times(count: int) -> Phrase:
    """Return how often words stand in a text, where it is more than once."""
    return say("It stands in this text {count} times.", count=count) if count > 1 else NOTHING


def _advice(entry: KinderWord, text: Text) -> Phrase:
    instead = entry.instead.get(text.language, ())
    if not instead:
        return say("Say in plain words what is meant.")
    return say("Plainer: {words}.", words=any_of(shown(words) for words in instead))
