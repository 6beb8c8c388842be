"""A check is to be ignored in a file, but that has no effect: there is no such check, or it can't be set aside.

Why it matters

Somebody wrote down that a rule is wrong for this file. If it is not heard, they should know. What harms people,
such as an address in a story, can never be set aside, whatever the reason.

Bad (front matter):

    checks: {ignore: {FP999: The picture is only for show.}}

Good (front matter):

    checks: {ignore: {FP402: The picture is only for show.}}

How to mend it

Write the id exactly as the message shows it, such as `FP402`, and after the colon why the rule is wrong for this
one file. Errors whose ids begin with `FP3` are about consent, rights and privacy and can't be set aside: mend
what they name. The same holds for a file that can't be read, and for lists that belong to the whole collection.
"""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from fingerpost.checks.exceptions import can_be_ignored, stated_in
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import shown
from fingerpost.languages.phrases import Phrase, say
from fingerpost.library import Library, Resource

ID = "FP118"
SEVERITY = Severity.WARNING
# A file with one of these is not read any further, so its own exceptions are never heard.
NOT_READ = frozenset({"FP101", "FP102", "FP103", "FP104", "FP105", "FP106", "FP202"})
OF_THE_WHOLE = "FP9"
ALIKE = 0.85  # FP40 and FP402 are as much alike; FP999 and FP903 are not
LETTER = re.compile(r"[^\W\d_]{2}")


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield each exception that can have no effect, and each without a reason in words."""
    for text in resource.texts:
        for id, reason in stated_in(text).items():
            words = _amiss(id, reason)
            if words:
                yield Problem(ID, SEVERITY, text.path, text.line_of("checks", "ignore", id), 1, *words)


def _amiss(id: str, reason: str) -> tuple[Phrase, Phrase] | None:
    from fingerpost.checks.registry import CHECKS  # which lists this check too

    severities = {module.ID: module.SEVERITY for module in CHECKS}
    if id not in severities:
        message = say("{word} is not a check, so nothing is set aside here.", word=shown(id))
        guess = get_close_matches(id.strip().upper()[:20], severities, n=1, cutoff=ALIKE)
        if guess:
            return message, say("Did you mean {id}? The id stands in each message, before the words.", id=guess[0])
        return message, say("Write the id as it stands in the message, such as FP402.")
    if not can_be_ignored(id, severities[id]):
        return (
            say("{id} is about consent, rights or privacy, and can't be set aside.", id=id),
            say("Mend what it names, and take this line out."),
        )
    if id in NOT_READ or id.startswith(OF_THE_WHOLE):
        return (
            say("{id} can't be set aside: what it finds keeps a file or a list from being read.", id=id),
            say("Mend what it names, and take this line out."),
        )
    if not LETTER.search(reason):
        return (
            say("No reason is given in words for setting {id} aside.", id=id),
            say("Write why the rule is wrong for this file: checks: {{ignore: {{{id}: why}}}}", id=id),
        )
    return None
