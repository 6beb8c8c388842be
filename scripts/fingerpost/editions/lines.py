"""Lines for a terminal: paragraphs, items and tables, wrapped to its width."""

import shutil
from collections.abc import Sequence
from io import StringIO
from textwrap import wrap

from fingerpost.checks.wording import printable

WIDTH = 80
NARROWEST, WIDEST = 60, 120


def terminal_width() -> int:
    """Return how many signs a line may have here; a terminal that is very wide or narrow is taken as less so."""
    return min(max(shutil.get_terminal_size((WIDTH, 24)).columns, NARROWEST), WIDEST)


def table(rows: Sequence[Sequence[str]], width: int = WIDTH, *, figures: bool = False) -> list[str]:
    """Return a table without lines, its cells wrapped to a width; with `figures`, all columns but one end even."""
    from rich.console import Console  # as much as all the rest of the command takes to start
    from rich.table import Table

    made = Table(box=None, show_header=False, pad_edge=False, padding=(0, 3, 0, 0))
    for place in range(max((len(row) for row in rows), default=0)):
        made.add_column(justify="right" if figures and place else "left", overflow="fold")
    for row in rows:
        made.add_row(*(printable(cell) for cell in row))
    said = Console(file=StringIO(), width=width, color_system=None, markup=False, highlight=False)
    said.print(made)
    text = said.file.getvalue()  # type: ignore[attr-defined]
    return [line.rstrip() for line in text.splitlines()]


def paragraph(text: str, indent: int = 0, width: int = WIDTH) -> list[str]:
    """Return a text as lines of a terminal's width."""
    return _wrapped(text, " " * indent, " " * indent, width)


def item(mark: str, text: str, indent: int = 6) -> list[str]:
    """Return a text as lines of a list, the first with its mark."""
    first = f"{' ' * indent}{mark} "
    return _wrapped(text, first, " " * len(first), WIDTH)


def _wrapped(text: str, first: str, others: str, width: int) -> list[str]:
    return wrap(
        printable(text),
        width,
        initial_indent=first,
        subsequent_indent=others,
        break_long_words=False,
        break_on_hyphens=False,
    )
