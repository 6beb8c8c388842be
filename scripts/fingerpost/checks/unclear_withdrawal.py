"""Something in the list of what was taken back has words in one language only, a day still to come, or two lines.

Why it matters

Where something was taken back, readers find a page that says so, with the day and the words that its makers
chose. People who read the other language should find their words too. Whatever this finds, what was taken
back stays away: nothing is held up because of it.

Bad (file docs/_withdrawn.yml):

    - {id: guides/gone, on: 2026-11-21, words: {en: Withdrawn by its makers.}}

Good (file docs/_withdrawn.yml):

    - {id: guides/gone, on: 2026-11-21, words: {en: Withdrawn by its makers., cy: Tynnwyd yn ôl gan ei wneuthurwyr.}}

How to mend it

Add the words in each language of the site, or leave `words` out. Then the page says only that it was taken back,
and when. Write the day as year, month, day. Keep one line for each id.
"""

from collections.abc import Iterator

from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import shown
from fingerpost.languages.phrases import Phrase, say
from fingerpost.library import Library
from fingerpost.library.ledger import Withdrawal

ID = "FP906"
SEVERITY = Severity.WARNING
LEDGER = "docs/_withdrawn.yml"


def check_collection(library: Library) -> Iterator[Problem]:
    """Yield each line of the ledger that lacks words in a language, lies in the future, or repeats another."""
    lines: dict[str, int] = {}
    for row in library.ledger:
        first = lines.setdefault(row.id, row.line)
        for message, advice in _amiss(row, first, library):
            yield Problem(ID, SEVERITY, LEDGER, row.line, 1, message, advice)


def _amiss(row: Withdrawal, first: int, library: Library) -> Iterator[tuple[Phrase, Phrase]]:
    said = {language for language, words in row.words if words.strip()}
    for language in library.site.languages if said else ():
        if language.code not in said:
            yield (
                say(
                    "The words for {id} are missing in this language: {language}.",
                    id=shown(row.id),
                    language=language.name,
                ),
                say("Add them to words ({example}), or leave words out.", example=f"{language.code}: …"),
            )
    if row.on > library.today:
        yield (
            say("{id} was withdrawn on a day that is still to come: {day}.", id=shown(row.id), day=row.on.isoformat()),
            say("Check the day. What stands in this list is withdrawn from now on, whatever the day is."),
        )
    if first != row.line:
        yield (
            say("{id} stands in this list twice, first on line {line}.", id=shown(row.id), line=first),
            say("Keep one of the two lines."),
        )
