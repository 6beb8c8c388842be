"""How old a copy without the internet is: the day it was made, the day to look for a newer one, and who asked since.

All of it stands in one small script and one style of each copy (`fingerpost.render.copy_age`), so that a page that is
as it was yesterday is the same file as yesterday, and refreshing a stick writes only what differs.
"""

from datetime import date, timedelta
from typing import Any

from fingerpost.gate import Edition, consent_of
from fingerpost.languages import Words
from fingerpost.library import Library
from fingerpost.stage.tombstone import tombstone_path
from fingerpost.stage.tree import address
from fingerpost.stage.view import Scene, see

HALF_A_YEAR = timedelta(days=183)
# Editions that are carried away, and may be read long after they were made.
CARRIED = frozenset({Edition.USB, Edition.ZIM})


def check_by(library: Library, edition: Edition) -> date:
    """Return the day by which a copy made now is to be replaced by a newer one.

    That is half a year after it was made, or the last day of a consent for something in it, if that is sooner.
    """
    ends = [library.made.date() + HALF_A_YEAR]
    for resource in library.listed:
        if any(see(library, resource, code, edition) for code in library.site.codes):
            consents = (consent_of(one) for one in (resource, *resource.answers))
            ends += [consent.review_by for consent in consents if consent and consent.review_by]
    return max(min(ends), library.made.date())


def age_of(scene: Scene) -> dict[str, Any]:
    """Return what a copy's pages say of its age in the scene's language; nothing for what is read online."""
    if scene.edition not in CARRIED:
        return {}
    library, words = scene.library, scene.words
    made, until = library.made.date(), check_by(library, scene.edition)
    prefix = library.site.prefix(scene.language)
    since = [row for row in library.ledger if row.on > made and tombstone_path(row)]
    return {
        "made": made.isoformat(),
        "check_by": until.isoformat(),
        "shown": words("print-edition", day=words.day(made)),
        "months": months(words),
        "words": {
            "old": words("copy-old", day=words.day(until), today="{today}"),
            "ask": words("copy-ask"),
            "gone": words("copy-gone"),
        },
        "gone": [{"id": row.id, "url": f"{prefix}{address(tombstone_path(row))}"} for row in since],
    }


def months(words: Words) -> list[str]:
    """Return the names of the months as they stand in a day: browsers do not know those of every language."""
    return [words.day(date(2001, month, 1)).split(" ")[1] for month in range(1, 13)]
