"""Terms of the vocabularies in messages: what they are called, and which one was meant."""

from fingerpost.checks.wording import closest, listed
from fingerpost.languages.phrases import NOTHING, Phrase, say
from fingerpost.library import Library
from fingerpost.library.vocabulary import FIELDS, Vocabulary

MOST_LISTED = 12


def suggestion(field: str, word: str, library: Library) -> Phrase:
    """Return ``Did you mean 'wellbeing'?`` for the term of a front matter field that is most like `word`.

    Labels and other words that people use (`also`) are looked through too. Empty if nothing is like it.
    """
    vocabulary = library.vocabularies.get(FIELDS[field])
    found = closest_term(vocabulary, word) if vocabulary else ""
    return say("Did you mean '{word}'?", word=found) if found else NOTHING


def closest_term(vocabulary: Vocabulary, word: str) -> str:
    """Return the id of the term most like `word`, by its id, its labels and its other words."""
    words = {term.id: term.id for term in vocabulary.terms.values()}
    for term in vocabulary.terms.values():
        others = [*term.label.values(), *(word for words in term.also.values() for word in words)]
        words |= {other: term.id for other in others if other not in words}
    found = closest(word, vocabulary.terms) or closest(word, words)
    return words.get(found, "")


def where_listed(vocabulary: Vocabulary, guess: str) -> Phrase:
    """Return where to find the terms, and the terms themselves where there is no guess and they are few."""
    if guess or len(vocabulary.terms) > MOST_LISTED:
        return say("(they are listed in {path})", path=vocabulary.path)
    return say("(there are: {terms}; see {path})", terms=listed(vocabulary.terms), path=vocabulary.path)
