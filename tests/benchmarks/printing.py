"""Measure how fast PDFs are made: from nothing, with one text changed, with nothing changed; beside it Chromium.

    python -m tests.benchmarks.printing --toolkits 50 --runs 1

A made-up collection of toolkits in two languages, each printed as A4, large print, booklets and handouts. Ours is the
whole of `fingerpost build --edition print`, which also reads, checks, stages and renders, and folds the booklets.
Chromium prints the very pages that ours were drawn from, with the same styles (`printing_in_chromium.py`), on as many
cores; it is given them ready made. Each is a program of its own, measured from its start to its end.
"""

import argparse
import json
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2

from tests.benchmarks.make_collection import CHECKOUT, EPOCH, NO_TRANSLATION, Entry, Plan, write_plan
from tests.benchmarks.measuring import Program, Run, machine, run

CHANGED = "One more sentence.\n"


@dataclass(frozen=True, slots=True)
class Measured:
    """What was done, in which run, how many pages were drawn in it, and what it took."""

    name: str
    pages: int
    run: Run


def toolkits(count: int) -> Plan:
    """Plan so many toolkits, all of them in both languages."""
    numbers = [number for number in range(1, 2 * count) if number % NO_TRANSLATION != 7][:count]
    return Plan(tuple(Entry("toolkits", number, turn) for turn, number in enumerate(numbers)), ("en", "cy"))


def prepare(root: Path, count: int) -> None:
    """Lay out a project that holds the toolkits."""
    for name in ("overrides", "scripts"):
        shutil.copytree(CHECKOUT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copyfile(CHECKOUT / "mkdocs.yml", root / "mkdocs.yml")
    write_plan(toolkits(count), root)


def ours(root: Path) -> Program:
    """Return the program that prints a project."""
    path = os.pathsep.join(filter(None, (str(CHECKOUT / "scripts"), os.environ.get("PYTHONPATH"))))
    words = [sys.executable, "-m", "fingerpost", "build", "--edition", "print", "--root", str(root)]
    return Program("fingerpost", words, root, (0,), {"PYTHONPATH": path, "SOURCE_DATE_EPOCH": EPOCH})


def chromium(root: Path, target: Path) -> Program:
    """Return the program that prints the pages of a project, as they were rendered for ours, with Chromium."""
    words = [sys.executable, "-m", "tests.benchmarks.printing_in_chromium", str(root / "build/print/site"), str(target)]
    return Program("Chromium", words, CHECKOUT, (0,), {})


def pages_drawn(root: Path) -> int:
    """Return how many pages ours were drawn with, before two of them were laid on a sheet for a booklet."""
    return sum(
        int(file.stem.rsplit("-", 1)[1]) for file in (root / "build/print/kept").glob("*.pdf") if _is_drawn(file)
    )


def _is_drawn(file: Path) -> bool:
    with pypdfium2.PdfDocument(file) as pdf:
        width, height = pdf[0].get_size()
        return bool(width < height)


def measure(root: Path, folder: Path) -> Iterator[Measured]:
    """Print a project from nothing, with one text changed, and with nothing changed; then its pages with Chromium."""
    for old in ("build", "dist"):
        shutil.rmtree(root / old, ignore_errors=True)
    whole = run(ours(root))
    pages = pages_drawn(root)
    yield Measured("ours, from nothing", pages, whole)
    yield Measured("ours, nothing changed", 0, run(ours(root)))
    text = next(iter(sorted((root / "docs/toolkits").glob("*/index.en.md"))))
    with text.open("a", encoding="utf-8") as file:
        file.write(CHANGED)
    yield Measured("ours, one text changed", 0, run(ours(root)))
    done = run(chromium(root, folder / "chromium"))
    yield Measured("Chromium, the same pages", json.loads(done.printed.splitlines()[-1])["pages"], done)


def line(one: Measured, whole: Run) -> str:
    """Return a row of a table in Markdown: seconds, those of processors, pages in each, shares of the first."""
    did, seconds, worked = one.pages, one.run.seconds, one.run.processor
    speed = f"{did:,} | {did / seconds:.1f} | {did / worked:.1f}" if did else "| |"
    shares = f"{seconds / whole.seconds:.2f} | {worked / whole.processor:.2f}"
    return f"| {one.name} | {seconds:.1f} | {worked:.1f} | {speed} | {shares} | {one.run.memory / 2**20:.0f} MiB |"


def main() -> None:
    """Read the words given, measure, print a table in Markdown."""
    parser = argparse.ArgumentParser(description="How fast PDFs are made, beside Chromium's print-to-PDF.")
    parser.add_argument("--toolkits", type=int, default=50, help="how many toolkits, from 1 to 999")
    parser.add_argument("--runs", type=int, default=1, help="how often all is measured")
    given = parser.parse_args()
    if not 1 <= given.toolkits <= 999 or given.runs < 1:
        parser.error("--toolkits takes a number from 1 to 999, --runs one from 1 on.")
    print(
        "| What | seconds | of processors | pages | pages a second | a processor's second | ratio | of processors "
        f"| largest process |\n|{' --- |' * 9}"
    )
    with TemporaryDirectory() as place:
        for number in range(given.runs):
            root = Path(place, f"project{number}")
            prepare(root, given.toolkits)
            whole = None
            for one in measure(root, Path(place)):
                whole = whole or one.run
                print(line(one, whole), flush=True)
    print(f"\n{given.toolkits} toolkits, two languages; {machine()}")


if __name__ == "__main__":
    main()
