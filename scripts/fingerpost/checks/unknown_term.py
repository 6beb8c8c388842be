"""A topic, a stage, a content note or another term is not in its list.

Why it matters

Readers find a resource by its terms, and are warned by its content notes. A term that is in no list has no
label in any language: nobody finds the resource under it.

Bad (front matter):

    topics: [welbeing]

Good (front matter):

    topics: [wellbeing]

How to mend it

Use a term that is listed in the file of `docs/_vocabulary/` that the message names. If none of them says
what you mean, add one there, with a label in every language of the site.
"""

from collections.abc import Iterator

from fingerpost.checks.places import with_answers
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.terms import suggestion, where_listed
from fingerpost.checks.wording import shown
from fingerpost.languages.phrases import Phrase, say, together
from fingerpost.library import Library, Resource
from fingerpost.library.vocabulary import FIELDS

ID = "FP112"
SEVERITY = Severity.ERROR


def check(resource: Resource, library: Library) -> Iterator[Problem]:
    """Yield each term that its vocabulary does not have. A vocabulary that can't be read is not asked."""
    for entry in with_answers(resource):
        for field, name in FIELDS.items():
            vocabulary = library.vocabularies.get(name)
            if not vocabulary or not vocabulary.terms:
                continue
            for index, word in enumerate(getattr(entry.meta, field, ())):
                if word in vocabulary.terms:
                    continue
                guess = suggestion(field, word, library)
                text = entry.main.source
                yield Problem(
                    ID,
                    SEVERITY,
                    text.path,
                    text.line_of(field, index),
                    1,
                    _not_one(name, shown(word)),
                    together(guess, where_listed(vocabulary, guess)),
                )


def _not_one(vocabulary: str, word: str) -> Phrase:
    match vocabulary:
        case "topics":
            return say("{word} is not a topic.", word=word)
        case "stages":
            return say("{word} is not a stage.", word=word)
        case "audiences":
            return say("{word} is not an audience.", word=word)
        case "content-notes":
            return say("{word} is not a content note.", word=word)
        case "offers":
            return say("{word} is not something that the directory can offer.", word=word)
        case "regions":
            return say("{word} is not a region.", word=word)
        case "materials":
            return say("{word} is not a material.", word=word)
    return say("{word} is not in this list.", word=word)
