"""Personal data stands in a vocabulary or in the list of what was withdrawn.

Why it matters

The words of these lists stand on many pages, and those of the list of withdrawals stay when everything else
about a resource has gone. What leads to a person there is published most widely of all.

Bad (file docs/_withdrawn.yml):

    - {id: guides/no-longer-here, on: 2026-11-20, words: {en: Withdrawn. Ask somebody@example.org.}}

Good (file docs/_withdrawn.yml):

    - {id: guides/no-longer-here, on: 2026-11-20, words: {en: Withdrawn by its makers.}}

How to mend it

Take out the e-mail address, the phone number, the NHS number or the National Insurance number. In the list
of withdrawals it is enough to say that its makers took it back.
"""

from collections.abc import Iterator

from fingerpost.checks import (
    email_in_text,
    national_insurance_number_in_text,
    nhs_number_in_text,
    phone_number_in_text,
)
from fingerpost.checks.personal import in_usual_signs
from fingerpost.checks.problem import Problem, Severity
from fingerpost.languages.phrases import Phrase, say
from fingerpost.library import Library
from fingerpost.library.vocabulary import Term

ID = "FP319"
SEVERITY = Severity.ERROR
LEDGER = "docs/_withdrawn.yml"


def check_collection(library: Library) -> Iterator[Problem]:
    """Yield what leads to a person in the words of vocabularies and of the ledger."""
    advice = say("Take it out: these words stand on many pages, where everybody can read them.")
    for path, line, words in _words(library):
        for message in _messages(in_usual_signs(words)):
            yield Problem(ID, SEVERITY, path, line, 1, message, advice)


def _words(library: Library) -> Iterator[tuple[str, int, str]]:
    for vocabulary in library.vocabularies.values():
        for term in vocabulary.terms.values():
            for words in _words_of(term):
                yield vocabulary.path, vocabulary.lines[term.id], words
    for withdrawal in library.ledger:
        for _language, words in withdrawal.words:
            yield LEDGER, withdrawal.line, words


def _words_of(term: Term) -> Iterator[str]:
    yield from term.label.values()
    yield from term.description.values()
    for words in term.also.values():
        yield from words


def _messages(words: str) -> Iterator[Phrase]:
    for found in email_in_text.found_in(words):
        yield say("An e-mail address stands in this entry: {address}.", address=found.shown)
    for found in phone_number_in_text.found_in(words):
        yield say("A phone number stands in this entry: {number}.", number=found.shown)
    for found in nhs_number_in_text.found_in(words):
        yield say("An NHS number stands in this entry: {number}.", number=found.shown)
    for found in national_insurance_number_in_text.found_in(words):
        yield say("A National Insurance number stands in this entry: {number}.", number=found.shown)
