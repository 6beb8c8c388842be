"""An entry in the list of words with kinder ones can't be read, so its words are not looked for.

Why it matters

The list `docs/_vocabulary/kinder-words.yml` is a group's own agreement about words. An entry that can't be
read is passed over in silence, and the words come back into the texts.

Bad (file docs/_vocabulary/kinder-words.yml):

    - id: utilise
      sort: jargn
      words: {en: [utilise]}

Bad (file docs/_vocabulary/kinder-words.yml):

    utilise: use

Good (file docs/_vocabulary/kinder-words.yml):

    - id: utilise
      sort: jargon
      words: {en: [utilise, utilises], cy: [iwtileiddio]}
      instead: {en: [use], cy: [defnyddio]}
      why: {en: A long word for a short one., cy: Gair hir am air byr.}

How to mend it

Copy an entry that works, and change what it says. Each has an id in small letters, digits and hyphens. It also has
a sort (`jargon` or `dehumanising`), and its words in square brackets for each language. `but_not`, `instead` and
`why` may be left out. The reason why has room for 80 letters. Without the file no words are looked for.
"""

from collections.abc import Iterator

from fingerpost.checks.places import faults_of
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import as_it_stands, reason, shown
from fingerpost.languages import Phrase, say
from fingerpost.library import Fault, Library

ID = "FP606"
SEVERITY = Severity.WARNING
FAULTS = ("kinder-words-not-a-list", "kinder-words-entry")
EXAMPLE = "- {id: utilise, sort: jargon, words: {en: [utilise]}, instead: {en: [use]}}"


def check_collection(library: Library) -> Iterator[Problem]:
    """Yield each entry of the list that can't be read."""
    for fault in faults_of(library, FAULTS):
        yield Problem(ID, SEVERITY, fault.path, fault.line, fault.column, _message(fault), _advice(fault))


def _message(fault: Fault) -> Phrase:
    if fault.code == "kinder-words-not-a-list":
        return say("The list of kinder words is not written as a list.")
    key, sort = fault.detail["key"], fault.detail["type"]
    if fault.detail["why"] == "appears twice":
        return say("{id} stands in this list twice, and only the first is read.", id=shown(key))
    if sort == "literal_error":
        return say("The sort of this entry is neither 'jargon' nor 'dehumanising'.")
    if sort == "string_too_long":
        return say("One of the texts in {key} is too long for a message.", key=shown(key.split(".")[0]))
    return say("This entry can't be read: {why}.", why=reason(key, fault.detail["why"]))


def _advice(fault: Fault) -> Phrase:
    if fault.detail.get("why") == "appears twice":
        return say("Put the words of both into one entry.")
    if fault.detail.get("type") == "string_too_long":
        return say("Say it shorter: a reason or a phrase has room for 80 letters.")
    return say("Write it like this: {example}", example=as_it_stands(EXAMPLE))
