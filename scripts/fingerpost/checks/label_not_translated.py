"""A vocabulary says the same in two languages, or has words in one that it lacks in another.

Why it matters

Readers choose by labels and descriptions. Where one was copied from the other language, they meet a word of it in
the middle of their own. Other words for a thing (`also`) help people to find it. Where they are there in one
language only, searching finds less in the other.

Bad (file docs/_vocabulary/regions.yml):

    - id: wales
      label: {en: Wales, cy: Wales}
    - id: online
      label: {en: Online, cy: Ar-lein}

Good (file docs/_vocabulary/regions.yml):

    - id: wales
      label: {en: Wales, cy: Cymru}
    - id: online
      label: {en: Online, cy: Ar-lein}

Good (file docs/_vocabulary/regions.yml):

    - id: wales
      label: {en: Wales, cy: Cymru}
    - id: online
      label: {en: Online, cy: Ar-lein}
    - id: gwent
      label: {en: Gwent, cy: Gwent}
      description: {en: The south-east of Wales., cy: De-ddwyrain Cymru.}

How to mend it

Translate the words, or add those that are missing. Some words are the same in both languages, such as the name of
a place. Give such a term a description in each language, which shows that somebody has thought of both. Then the
label may be the same.
"""

from collections.abc import Iterator
from itertools import combinations

from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import shown
from fingerpost.languages.phrases import Phrase, say
from fingerpost.library import Language, Library
from fingerpost.library.vocabulary import Term

ID = "FP211"
SEVERITY = Severity.WARNING


def check_collection(library: Library) -> Iterator[Problem]:
    """Yield each term with the same words in two languages, or with words in one that another lacks."""
    for vocabulary in library.vocabularies.values():
        for term in vocabulary.terms.values():
            for message, advice in [*_the_same(term, library), *_missing(term, library)]:
                yield Problem(ID, SEVERITY, vocabulary.path, vocabulary.lines[term.id], 1, message, advice)


def _the_same(term: Term, library: Library) -> Iterator[tuple[Phrase, Phrase]]:
    for one, other in combinations(library.site.languages, 2):
        if _alike(term.description.get(one.code, ""), term.description.get(other.code, "")):
            yield (
                say(
                    "{word} is described in {one} and in {other} with the same words.",
                    word=shown(term.id),
                    one=one.name,
                    other=other.name,
                ),
                say("Translate one of the two descriptions."),
            )
        elif _alike(term.label.get(one.code, ""), term.label.get(other.code, "")) and not _described(term, one, other):
            yield (
                say(
                    "{word} has the same label in {one} and in {other}.",
                    word=shown(term.id),
                    one=one.name,
                    other=other.name,
                ),
                say("Translate it. If the word is the same in both, add a description in each language."),
            )


def _missing(term: Term, library: Library) -> Iterator[tuple[Phrase, Phrase]]:
    for language in library.site.languages:
        if term.description and not term.description.get(language.code, "").strip():
            yield (
                say("{word} has no description in {language}.", word=shown(term.id), language=language.name),
                say("Add it to the description: {example}", example=f"{language.code}: …"),
            )
        if term.also and not term.also.get(language.code):
            yield (
                say(
                    "{word} has other words for it (also), and none in {language}.",
                    word=shown(term.id),
                    language=language.name,
                ),
                say("Add at least one that people use: {example}", example=f"{language.code}: […]"),
            )


def _alike(one: str, other: str) -> bool:
    return bool(one.strip()) and one.split() == other.split()


def _described(term: Term, *languages: Language) -> bool:
    return all(term.description.get(language.code, "").strip() for language in languages)
