"""A table has no headings, or one of its columns has none.

Why it matters

People who listen to a table hear the heading of its column with each cell (WCAG 2.2, 1.3.1). Without one,
"yes" and "no" are the answer to nothing.

Bad (body):

    |       |            |
    |-------|------------|
    | Mint  | every day  |
    | Sage  | every week |

Good (body):

    | Plant | Water      |
    |-------|------------|
    | Mint  | every day  |
    | Sage  | every week |

Good (body):

    |      | Summer     | Winter      |
    |------|------------|-------------|
    | Mint | every day  | every week  |
    | Sage | every week | every month |

How to mend it

Write above each column what is in it. The first cell may stay empty where the first column holds the
headings of the lines. If the lines are not really about the same few things, a list is easier to read. In
HTML, write the cells of the first line with `<th scope="col">` in place of `<td>`.
"""

import re
from collections.abc import Iterator

from fingerpost.checks.places import in_file, position, visible
from fingerpost.checks.problem import Problem, Severity
from fingerpost.languages.phrases import Phrase, say
from fingerpost.library import Library, Resource, Text

ID = "FP405"
SEVERITY = Severity.ERROR
UNDER_HEADINGS = re.compile(r"[ ]{0,3}\|?[ ]{0,40}:?-{1,200}:?[ ]{0,40}\|[-:| ]{0,2000}")
HTML = re.compile(r"<(?P<close>/?)(?P<name>table|th)\b(?P<inside>[^<>]{0,600})", re.IGNORECASE)
FOR_LOOKS = re.compile(r"\brole\s*=\s*[\"']?(?:presentation|none)\b", re.IGNORECASE)
BETWEEN_CELLS = re.compile(r"(?<!\\)\|")


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield each table without headings, and each with a column without one (but the first)."""
    for text in resource.texts:
        if "|" in text.body:
            yield from _in_markdown(text)
        if "<table" in text.body or "<TABLE" in text.body:
            yield from _in_html(text)


def _in_markdown(text: Text) -> Iterator[Problem]:
    # Code in a cell is blanked out in `visible`, but it is a heading all the same.
    shown, written = visible(text.body).split("\n"), text.body.split("\n")
    for number in range(1, len(shown)):
        line = shown[number]
        if "|" not in line or "-" not in line or "|" not in shown[number - 1]:
            continue
        if not UNDER_HEADINGS.fullmatch(line):
            continue
        cells = [cell.strip() for cell in BETWEEN_CELLS.split(_without_edges(written[number - 1]))]
        if not any(cells):
            yield _problem(text, number, Severity.ERROR, say("This table has no headings above its columns."))
        elif not all(cells[1:]):
            empty = cells.index("", 1) + 1
            said = say("Column {number} of this table has no heading.", number=empty)
            yield _problem(text, number, Severity.WARNING, said)


def _without_edges(line: str) -> str:
    line = line.strip().removeprefix("|")
    return line[:-1] if line.endswith("|") and not line.endswith("\\|") else line


def _in_html(text: Text) -> Iterator[Problem]:
    begin: int | None = None
    for match in HTML.finditer(visible(text.body)):
        name, closes = match["name"].lower(), bool(match["close"])
        if name == "th" or FOR_LOOKS.search(match["inside"]):
            begin = None
        elif not closes:
            begin = match.start()
        elif begin is not None:
            line, _ = position(text.body, begin)
            yield Problem(
                ID,
                SEVERITY,
                text.path,
                in_file(text, line),
                1,
                say("This table has no cells that are headings."),
                say('Write the cells of the first line with <th scope="col"> in place of <td>.'),
            )
            begin = None


def _problem(text: Text, line: int, severity: Severity, message: Phrase) -> Problem:
    advice = say("Write above each column what is in it. Only the first cell may stay empty.")
    return Problem(ID, severity, text.path, in_file(text, line), 1, message, advice)
