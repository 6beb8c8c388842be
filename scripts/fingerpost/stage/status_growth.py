"""How the collection grew, as numbers for a table and as shapes for a drawing beside it."""

from collections.abc import Sequence
from typing import Any

from fingerpost.languages import Words
from fingerpost.library.board import Period
from fingerpost.stage.facts import language_name

# The drawing's own measures: it is stretched to the room there is, so they say only what stands beside what.
HEIGHT = 100
EACH = 100  # the width of one period
BETWEEN = 20  # of which this much is left free
PATTERNS = 4  # ways to fill a column, told apart without colour


def growth_shown(words: Words, languages: Sequence[str], growth: Sequence[Period]) -> dict[str, Any]:
    """Return the heads and rows of the table, and for each language its columns; empty where nothing was published."""
    if not growth:
        return {}
    names = [language_name(code, words) for code in languages]
    titles = [str(period.day.year) if period.yearly else words.month(period.day) for period in growth]
    numbers = [[period.languages.get(code, 0) for code in languages] for period in growth]
    most = max((number for row in numbers for number in row), default=0)
    last = numbers[-1]
    return {
        "heads": [words("board-period"), words("board-resources"), *names],
        "rows": [
            {"title": title, "counts": [period.resources, *row]}
            for title, period, row in zip(titles, growth, numbers, strict=True)
        ],
        "says": words("board-growth-says", first=titles[0], last=titles[-1], most=str(most)),
        "first": titles[0],
        "last": titles[-1] if len(titles) > 1 else "",
        "most": most,
        "width": EACH * len(growth),
        "height": HEIGHT,
        "series": [
            {
                "title": words("board-growth-now", language=name, count=str(last[place])),
                "pattern": place % PATTERNS + 1,
                "columns": _columns([row[place] for row in numbers], place, len(names), most),
            }
            for place, name in enumerate(names)
        ],
    }


def _columns(numbers: Sequence[int], place: int, of: int, most: int) -> list[dict[str, str]]:
    """Return a language's columns, one a period, each beside those of the other languages."""
    width = (EACH - BETWEEN) / of
    found = []
    for period, number in enumerate(numbers):
        high = HEIGHT * number / most if most else 0
        left = EACH * period + BETWEEN / 2 + width * place
        found.append(
            {"x": _number(left), "y": _number(HEIGHT - high), "width": _number(width * 0.9), "height": _number(high)}
        )
    return [column for column in found if column["height"] != "0"]


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
