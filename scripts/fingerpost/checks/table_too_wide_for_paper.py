"""A table is too wide for a page of A4, or for a phone.

Why it matters

On paper, what does not fit is cut off or squeezed until one word stands on each line. On a phone people have to
push the table to and fro. When it is enlarged to 400 % they lose their place (WCAG 2.2, 1.4.10).

Bad (body):

    | Day | Week 1 | Week 2 | Week 3 | Week 4 | Week 5 |
    |-----|--------|--------|--------|--------|--------|
    | Mon | yes    | no     | yes    | no     | yes    |

Good (body):

    | Day | Week 1 | Week 2 | Week 3 |
    |-----|--------|--------|--------|
    | Mon | yes    | no     | yes    |

How to mend it

Five columns fit on a page. Turn the table round, so that columns become rows, cut it into two tables, or write
a list in place of it. Put long web addresses into links with words.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from fingerpost.checks.places import in_file, position, visible
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.prose import plain
from fingerpost.languages.phrases import Phrase, say
from fingerpost.library import Library, Resource, Text

ID = "FP702"
SEVERITY = Severity.WARNING
MOST_COLUMNS = 5
# A4 between its margins (172 mm) holds about 85 letters at 12 point; a column takes the room of 3 for its edges.
MOST_LETTERS = 85
EDGES = 3
CELLS = re.compile(r"(?<!\\)\|")
BREAKS = re.compile(r"[\s/-]+")
RULES = " \t|:-"
ROW = re.compile(r"<tr\b", re.IGNORECASE)
CELL = re.compile(r"<t[dh]\b", re.IGNORECASE)
END = re.compile(r"</table", re.IGNORECASE)


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield each table with too many columns, or with words in it that together don't fit beside each other."""
    for text in resource.texts:
        if "|" not in text.body and "<t" not in text.body.lower():
            continue
        for line, words in sorted([*_in_markdown(text), *_in_html(text)]):
            yield Problem(ID, SEVERITY, text.path, in_file(text, line), 1, *words)


def _in_markdown(text: Text) -> Iterator[tuple[int, tuple[Phrase, Phrase]]]:
    for line, rows in _tables(visible(text.body).split("\n"), plain(text.body).split("\n")):
        cells = [_cells(row) for row in rows]
        words = _amiss(len(cells[0]), _width(cells))
        if words:
            yield line, words


def _tables(marked: list[str], shown: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield each table's first line and its rows: a line of hyphens and bars stands below one with bars."""
    above, first, rows = "", 0, list[str]()
    for number, line in enumerate(marked):
        if rows and "|" in line:
            rows.append(shown[number])
        elif rows:
            yield first, rows
            rows = []
        elif "|" in line and "|" in above and "-" in line and not line.strip(RULES):
            first, rows = number, [shown[number - 1]]
        above = line
    if rows:
        yield first, rows


def _in_html(text: Text) -> Iterator[tuple[int, tuple[Phrase, Phrase]]]:
    """Yield HTML tables by their first row that is too wide, each table once."""
    body = visible(text.body)
    starts = [match.start() for match in ROW.finditer(body)]
    said = False
    for start, following in pairwise([*starts, len(body)]):
        ends = END.search(body, start, following)
        words = _amiss(len(CELL.findall(body, start, ends.start() if ends else following)), 0)
        if words and not said:
            yield position(text.body, start)[0], words
        said = bool(words or said) and not ends


def _amiss(columns: int, width: int) -> tuple[Phrase, Phrase] | None:
    if columns > MOST_COLUMNS:
        return (
            say("This table has {count} columns, and {most} fit on paper.", count=columns, most=MOST_COLUMNS),
            say("Turn it round, cut it into two tables, or write a list in its place."),
        )
    if width > MOST_LETTERS:
        return (
            say("The long words in this table don't fit beside each other on paper."),
            say("Use shorter words or fewer columns, or write a list in its place."),
        )
    return None


def _cells(line: str) -> list[str]:
    return CELLS.split(line.strip().removeprefix("|").removesuffix("|"))


def _width(rows: list[list[str]]) -> int:
    """Return how many letters a table needs: the longest piece in each column that can't be broken, and edges."""
    longest: dict[int, int] = {}
    for row in rows:
        for column, cell in enumerate(row[: MOST_COLUMNS + 1]):
            length = max(map(len, BREAKS.split(cell)), default=0)
            longest[column] = max(longest.get(column, 0), length)
    return sum(longest.values()) + EDGES * len(longest)
