"""Dates that may be vague: EDTF levels 0 and 1 (ISO 8601-2:2019; Library of Congress, EDTF Specification, 2019).

``1986``, ``1986-05``, ``1986-05-12``, ``1986?`` (uncertain), ``1986~`` (about), ``1986%`` (both), ``198X`` (the
1980s), ``19XX``, ``1986-XX``, ``1986-21`` (spring 1986), ``1986/1987``, ``1986/..`` (still going on), ``-0044``.
"""

import re
from calendar import monthrange
from dataclasses import dataclass

Day = tuple[int, int, int]

DECADE = re.compile(r"([0-9]{3})X")
YEAR = re.compile(r"([0-9]{4})([~?%]?)")
LONG_YEAR = re.compile(r"Y(-?[1-9][0-9]{4,11})")
DATE = re.compile(
    r"(?P<year>-?(?:[0-9]{4}|[0-9]{3}X|[0-9]{2}XX))(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?[~?%]?"
)
TIME = re.compile(
    r"(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
    r"(?:Z|[+-](?:0[0-9]|1[0-4])(?::?[0-5][0-9])?)?"
)
# The first month of each season, as the northern hemisphere has them: spring, summer, autumn, winter.
SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
OPEN = ("", "..")  # an end of an interval that nobody knows, and one that is open


@dataclass(frozen=True, slots=True)
class Span:
    """The first and the last day that a date can mean, as year, month and day; nothing for an open end.

    Years may be below 1 or beyond 9999, where Python's own dates end. Uncertainty (`~`, `?`, `%`) widens nothing.
    """

    earliest: Day | None
    latest: Day | None


def read_edtf(text: str) -> Span | None:
    """Return what an EDTF date of level 0 or 1 spans, or nothing where it is not one.

    An interval that ends before it begins is none.
    """
    start, sign, end = text.partition("/")
    if not sign:
        return _single(text)
    if start in OPEN and end in OPEN:
        return None
    first = Span(None, None) if start in OPEN else _single(start)
    last = Span(None, None) if end in OPEN else _single(end)
    if first is None or last is None:
        return None
    if first.earliest and last.latest and first.earliest > last.latest:
        return None
    return Span(first.earliest, last.latest)


def _single(text: str) -> Span | None:
    long = LONG_YEAR.fullmatch(text)
    if long:
        return Span((int(long[1]), 1, 1), (int(long[1]), 12, 31))
    timed = TIME.fullmatch(text)
    found = DATE.fullmatch(timed["date"] if timed else text)
    if not found or found["year"] == "-0000":
        return None
    first, last = _years(found["year"])
    if found["month"] is None:
        return Span((first, 1, 1), (last, 12, 31))
    if "X" in found["year"]:
        return None  # level 1 leaves only the rightmost figures open
    return _within_year(first, found["month"], found["day"])


def _years(text: str) -> tuple[int, int]:
    ends = int(text.replace("X", "0")), int(text.replace("X", "9"))
    return min(ends), max(ends)


def _within_year(year: int, month: str, day: str | None) -> Span | None:
    if month == "XX":
        return Span((year, 1, 1), (year, 12, 31)) if day in (None, "XX") else None
    number = int(month)
    if number in SEASONS:
        first = SEASONS[number]
        after = (year, first + 2) if first < 11 else (year + 1, 2)
        return Span((year, first, 1), (*after, _days_in(*after))) if day is None else None
    if not 1 <= number <= 12:
        return None
    if day in (None, "XX"):
        return Span((year, number, 1), (year, number, _days_in(year, number)))
    assert day is not None
    return Span((year, number, int(day)), (year, number, int(day))) if 1 <= int(day) <= _days_in(year, number) else None


def _days_in(year: int, month: int) -> int:
    """Return the days of a month; the calendar repeats every 400 years, also before the year 1."""
    return monthrange(2000 + year % 400, month)[1]
