"""Days and numbers as front matter may write them: stricter than pydantic, which guesses."""

import re
from datetime import date, timedelta
from typing import Annotated

from pydantic import BeforeValidator, Field

# For how long the facts of a directory entry hold before they are shown as possibly out of date (content-model).
CONFIRMED_FOR = timedelta(days=365)
ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
FIGURES = re.compile(r"0|[1-9][0-9]{0,300}")


def _day(value: object) -> object:
    """Let only a day as ISO 8601 writes it through: pydantic takes numbers and times for days too."""
    if type(value) is date:
        return value
    if isinstance(value, str) and ISO_DAY.fullmatch(value):
        return date.fromisoformat(value)
    raise ValueError("a date is written as year, month and day")


def _whole_number(value: object) -> object:
    """Take figures in quotes for the number they are, and no other words: pydantic takes `010` for ten."""
    return int(value) if isinstance(value, str) and FIGURES.fullmatch(value) else value


Day = Annotated[date, BeforeValidator(_day)]
# Minutes or people: from one up to what nobody has.
Count = Annotated[int, Field(strict=True, ge=1, le=10_000), BeforeValidator(_whole_number)]
