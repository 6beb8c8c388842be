"""How much of a document comes through: ours beside pandoc and mammoth used plainly.

    python -m tests.benchmarks.importing

Each document of tests/fixtures/documents is read three ways, and what came through is counted in the same HTML reader
against the document's own XML. mammoth is no part of this project: install it beside, or its column is left out.
"""

import importlib
import importlib.util
import io
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

from fingerpost.intake.importing import Choices, read_document
from fingerpost.intake.importing.converter import program

from tests.helpers import CHECKOUT
from tests.intake.importing.counting import WORD, Counted, Page, counted, flat, rendered

CORPUS = CHECKOUT / "tests/fixtures/documents"


def ours(file: Path) -> str:
    """Our Markdown, as the site renders it."""
    document = read_document(file, Choices("accept", "drop"), ("en", "cy"), "", lambda _: "picture")
    return f"<h1>{document.title}</h1>{rendered(document.body)}"


def pandoc(file: Path) -> str:
    """Pandoc's own Markdown, as the site renders it."""
    command = [program(), "--sandbox", "-f", file.suffix[1:], "-t", "markdown+four_space_rule-raw_html", "--wrap=none"]
    return rendered(subprocess.run([*command, str(file)], capture_output=True, check=True).stdout.decode())


def mammoth(file: Path) -> str:
    """Mammoth's HTML; it reads .docx only."""
    if file.suffix != ".docx":
        return ""
    return str(importlib.import_module("mammoth").convert_to_html(io.BytesIO(file.read_bytes())).value)


def came_through(before: Counted, after: Counted) -> Mapping[str, tuple[int, int]]:
    """Return, for each sort of thing, how many of how many came through; words that came from nowhere are counted."""
    own = {word for cell in after.cells for word in WORD.findall(cell)}
    return {
        "headings": (sum(one in after.headings for one in before.headings), len(before.headings)),
        "items": (sum(one in after.items or set(WORD.findall(one)) <= own for one in before.items), len(before.items)),
        "cells": (sum(set(WORD.findall(one)) <= set(after.words) for one in before.cells), len(before.cells)),
        "links": (sum(text in [flat(t) for t, _ in after.links] for text, _ in before.links), len(before.links)),
        "pictures": (min(after.pictures, before.pictures), before.pictures),
        "words lost": ((before.words - after.words).total(), before.words.total()),
        "words too many": ((after.words - before.words).total(), before.words.total()),
    }


def main() -> None:
    """Print one line for each way and ending."""
    ways: dict[str, Callable[[Path], str]] = {"ours": ours, "pandoc": pandoc, "mammoth": mammoth}
    if importlib.util.find_spec("mammoth") is None:
        del ways["mammoth"]
    for ending in (".docx", ".odt"):
        for name, way in ways.items():
            got: Counter[str] = Counter()
            of: Counter[str] = Counter()
            for file in sorted(CORPUS.glob(f"*{ending}")):
                for sort, (there, all_of_them) in came_through(counted(file), Page(way(file)).found).items():
                    got[sort] += there
                    of[sort] += all_of_them
            print(ending, name, ", ".join(f"{sort} {got[sort]}/{of[sort]}" for sort in got))
    sys.stdout.flush()


if __name__ == "__main__":
    main()
