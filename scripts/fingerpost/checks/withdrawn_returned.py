"""Something that its makers took back is in `docs/` again, or the list of what was taken back can't be read.

Why it matters

What people take back has to stay away from everything that is made from then on. A copy from an old branch
or an old stick brings it back without anybody meaning to.

Bad (file docs/_withdrawn.yml):

    - {id: guides/example, on: 2026-11-21}

Good (file docs/_withdrawn.yml):

    - {id: guides/old-example, on: 2026-11-21, words: {en: Withdrawn by its makers.}}

How to mend it

Use `fingerpost withdraw` and its id again: that takes it out of `docs/` and of what was built. It may come back
only if its makers have agreed anew. Then take its line out of `docs/_withdrawn.yml`, and write down in your own
register who agreed and when. Each line of that list has an id such as `guides/example` and the day.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from fingerpost.checks.places import faults_of
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import did_you_mean, reason, shown
from fingerpost.languages.phrases import say, together
from fingerpost.library import Library
from fingerpost.library.kinds import KINDS, PAGE, QUESTION
from fingerpost.library.ledger import Withdrawal

ID = "FP901"
SEVERITY = Severity.ERROR
FAULTS = ("ledger-not-a-list", "ledger-entry")
LEDGER = "docs/_withdrawn.yml"
FORM = "- {id: guides/example, on: 2026-11-21}"
KNOWN = re.compile(
    rf"(?:{'|'.join(kind.folder for kind in KINDS)})/[a-z0-9]+(?:-[a-z0-9]+)*"
    rf"|{QUESTION.folder}/[a-z0-9]+(?:-[a-z0-9]+)*/answer-[1-9][0-9]*"
)


def check_collection(library: Library) -> Iterator[Problem]:
    """Yield what is in the ledger and in docs/ as well, and lines of the ledger that say nothing."""
    for fault in faults_of(library, FAULTS):
        why = reason(fault.detail["key"], fault.detail["why"]) if fault.detail else say("this is not a list")
        yield Problem(
            ID,
            SEVERITY,
            fault.path,
            fault.line,
            fault.column,
            say("The list of what was withdrawn can't be read here: {why}.", why=why),
            say("Write each line like this: {example}", example=FORM),
        )
    for row in library.ledger:
        if not KNOWN.fullmatch(row.id):
            yield _unknown(row)
            continue
        for path in _files_of(row.id, library.root):
            yield Problem(
                ID,
                SEVERITY,
                path,
                1,
                1,
                say(
                    "This was withdrawn on {day} ({file}, line {line}), and is here again.",
                    day=row.on.isoformat(),
                    file=LEDGER,
                    line=row.line,
                ),
                say(
                    "Take it out again: fingerpost withdraw {id}. Only if its makers have agreed anew, take that "
                    "line out of the list instead.",
                    id=row.id,
                ),
            )


def _files_of(id: str, root: Path) -> list[str]:
    """Return what there is of a withdrawn resource: its folder, or the files of a page or an answer."""
    docs = root / "docs"
    if (docs / id).is_dir():
        return [f"docs/{id}"]
    if id.startswith(f"{PAGE.folder}/") or id.count("/") > 1:
        folder, _, stem = id.rpartition("/")
        return sorted(f"docs/{folder}/{file.name}" for file in (docs / folder).glob(f"{stem}.*"))
    return []


def _unknown(row: Withdrawal) -> Problem:
    likely = [f"{kind.folder}/{row.id.split('/')[-1]}" for kind in KINDS]
    guess = did_you_mean(row.id, filter(KNOWN.fullmatch, likely))
    message = say("{word} is not written as an id, so nothing is withdrawn by this line.", word=shown(row.id))
    advice = together(
        guess, say("An id is a folder of docs/ and one in it, such as {example}.", example="guides/example")
    )
    return Problem(ID, SEVERITY, LEDGER, row.line, 1, message, advice)
