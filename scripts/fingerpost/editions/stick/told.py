"""What a person is told about a stick: what was done, whether it is whole, and how old it is."""

from collections.abc import Iterable, Iterator
from datetime import date

from fingerpost.checks.wording import printable
from fingerpost.editions.stick.plan import Copy
from fingerpost.editions.stick.refresh import Refreshed
from fingerpost.editions.stick.verify import Found
from fingerpost.languages.phrases import Phrase, say

MOST_TOLD = 20


def what_was_done(done: Refreshed, copy: Copy) -> Iterator[Phrase]:
    """Yield what was written and taken away, what was read, and that the stick may be pulled out."""
    plan = done.plan
    if plan.nothing_to_do:
        yield say(
            "This is edition {number} already. All {count} files were read, and each is as it was made.",
            number=copy.number,
            count=len(plan.left),
        )
    else:
        if done.before and done.before != copy.number:
            yield say("Before: edition {number}.", number=done.before)
        yield say("Now: edition {number}.", number=copy.number)
        yield say(
            "Files written: {written} ({size} MB). Taken away: {gone}. Left as they were: {left}.",
            written=len(plan.write),
            size=f"{done.written / 1_000_000:.1f}",
            gone=len(plan.gone),
            left=len(plan.left),
        )
        yield from _files(say("Taken away, though no copy had put them there:"), plan.strange)
        yield _what_was_read(plan.trusted)
    yield say("You can pull the stick out now: everything is on it.")


def _what_was_read(trusted: bool) -> Phrase:
    if trusted:
        return say(
            "What was written was read back, and is right. The rest was not touched since it was last written, so it "
            "was not read. To read all of it, run the same again."
        )
    return say("Everything was read back from the stick, and is right.")


def what_was_found(found: Found, today: date, withdrawn: Iterable[str]) -> Iterator[Phrase]:
    """Yield what came of a check, how old the copy is by this computer's clock, and what was withdrawn since."""
    if found.unfinished:
        yield say(
            "This copy is incomplete. It was being written or refreshed, and this did not come to its end. Refresh it."
        )
        return
    if found.whole:
        yield say("This copy is whole. Nothing was changed, lost or added.")
    else:
        yield say("This copy is not as it was made. Do not rely on it. Refresh it.")
    yield from _files(say("Changed:"), found.changed)
    yield from _files(say("Lost:"), found.lost)
    yield from _files(say("Renamed:"), (f"{old} -> {new}" for old, new in found.renamed))
    yield from _files(say("Added:"), found.added)
    yield from _age(found, today)
    yield from _files(say("Withdrawn since it was made, and still in it. Refresh it:"), withdrawn)
    yield from _files(say("These lie beside the copy, and are not part of it:"), found.beside)


def _age(found: Found, today: date) -> Iterator[Phrase]:
    if not found.made or not found.after:
        yield say("It does not say when it was made.")
        return
    number = printable(found.info.get("External-Identifier", ""))
    yield say("It was made on {day}. Number of the edition: {number}.", day=found.made.isoformat(), number=number)
    if today < found.made:
        yield say(
            "This computer's clock says {today}, which is before that: so it can't be said how old the copy is.",
            today=today.isoformat(),
        )
    elif today > found.after:
        yield say(
            "A newer one was to be looked for after {day}, and by this computer's clock today is {today}.",
            day=found.after.isoformat(),
            today=today.isoformat(),
        )
    else:
        yield say("Look for a newer one after {day}.", day=found.after.isoformat())


def _files(title: Phrase, paths: Iterable[str]) -> Iterator[Phrase]:
    named = sorted(paths)
    if named:
        yield title
    for path in named[:MOST_TOLD]:
        yield say("  {path}", path=printable(path))
    if len(named) > MOST_TOLD:
        yield say("And {count} more.", count=len(named) - MOST_TOLD)
