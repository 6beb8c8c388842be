"""Tracked changes and comments: a person decides about them, or nothing is imported."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from fingerpost.checks.wording import listed, shown
from fingerpost.intake.importing.document import Choices, under
from fingerpost.intake.importing.guarding import Refused
from fingerpost.languages.phrases import NOTHING, Phrase, say, together

MOST_PLACES = 3


@dataclass(frozen=True, slots=True)
class Remark:
    """A tracked change or a comment, by the heading that it stands under."""

    heading: str


def refuse_undecided(changes: Sequence[Remark], comments: Sequence[Remark], choices: Choices) -> None:
    """Raise Refused where there are changes or comments and nobody said what is to be done with them."""
    said = NOTHING
    if changes and not choices.changes:
        said = say(
            "It has tracked changes: {count} ({where}). Accept or reject them in the document, or add "
            "--changes accept or --changes reject.",
            count=len(changes),
            where=_where(changes),
        )
    if comments and not choices.comments:
        more = say(
            "It has comments: {count} ({where}). Take them out of the document, or add --comments drop.",
            count=len(comments),
            where=_where(comments),
        )
        said = together(said, more)
    if said:
        raise Refused(said)


def _where(remarks: Sequence[Remark]) -> Phrase:
    counted = Counter(remark.heading for remark in remarks)
    shown_first = list(counted)[:MOST_PLACES]
    places = [under(heading) for heading in shown_first]
    found = _joined(places)
    more = len(counted) - len(shown_first)
    return say("{places} and elsewhere", places=found) if more else found


def _joined(places: Sequence[Phrase]) -> Phrase:
    found = places[0]
    for place in places[1:]:
        found = say("{first}; {second}", first=found, second=place)
    return found


__all__ = ["Remark", "listed", "refuse_undecided", "shown"]
