"""Measure `fingerpost check` against markdownlint-cli2 over the same files, in one run on one machine.

    python -m tests.benchmarks.checking --resources 1000,10000 --runs 5

Both are measured as whole programs, by turns. markdownlint-cli2 has its default rules but for two: MD013 (line
length; our paragraphs are one line each) and MD041 (a first heading; our titles stand in front matter, which it
skips). Nothing is written into the tree without --write.
"""

import argparse
import json
import os
import re
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.benchmarks.make_collection import CHECKOUT, EPOCH, make_collection
from tests.benchmarks.measuring import Program, Run, by_turns, machine, ratio, summary

OURS, THEIRS = "fingerpost check", "markdownlint-cli2"
LINTER = CHECKOUT / "tests" / "node_modules" / "markdownlint-cli2"
SETTINGS = {"config": {"default": True, "MD013": False, "MD041": False}}
FIGURES = Path(__file__).with_suffix(".json")


def programs(root: Path, beside: Path) -> tuple[Program, Program]:
    """Return the two programs over the collection in `root`; settings are written into the folder `beside`.

    Raises SystemExit, in a sentence, where Node.js or markdownlint-cli2 is not there.
    """
    node = shutil.which("node")
    if not node or not LINTER.is_dir():
        sys.exit("markdownlint-cli2 is not there. In tests/, run: npm ci --ignore-scripts")
    settings = beside / "only.markdownlint-cli2.jsonc"
    settings.write_text(json.dumps(SETTINGS), encoding="utf-8")
    path = os.pathsep.join(filter(None, (str(CHECKOUT / "scripts"), os.environ.get("PYTHONPATH"))))
    ours = [sys.executable, "-m", "fingerpost", "check", "--root", str(root), "--format", "json"]
    theirs = [node, str(LINTER / "markdownlint-cli2-bin.mjs"), "--config", str(settings), "docs/**/*.md"]
    return (
        Program(OURS, ours, root, (0,), {"SOURCE_DATE_EPOCH": EPOCH, "PYTHONPATH": path}),
        Program(THEIRS, theirs, root, (0, 1), {}),
    )


def findings(name: str, last: Run) -> int:
    """Return how many things a program found, by what it printed."""
    if name == OURS:
        return len(json.loads(last.printed)["problems"])
    found = re.search(r"^Summary: (\d+) issue", last.printed, re.MULTILINE)
    return int(found[1]) if found else 0


def measure(resources: int, runs: int) -> dict[str, Any]:
    """Measure both programs over a collection of so many resources; seconds, mebibytes, files a second."""
    with TemporaryDirectory() as place:
        root = Path(place, "collection")
        make_collection(resources, root)
        files = sum(1 for _ in root.rglob("*.md"))
        taken = by_turns(programs(root, Path(place)), runs)
    rows: dict[str, Any] = {
        name: {
            **(figures := summary(several)),
            "files_a_second": round(files / figures["median"]),
            "findings": findings(name, several[-1]),
        }
        for name, several in taken.items()
    }
    return {"resources": resources, "files": files, **rows, "ratio": ratio(taken[OURS], taken[THEIRS])}


def table(measured: Sequence[dict[str, Any]]) -> str:
    """Return the figures as a table in Markdown."""
    lines = [
        "| Resources | Files | Program | Seconds: median (from, to) | Memory | Files a second | Findings |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for one in measured:
        for name in (OURS, THEIRS):
            row = one[name]
            seconds = f"{row['median']:.2f} ({row['minimum']:.2f}, {row['maximum']:.2f})"
            lines.append(
                f"| {one['resources']:,} | {one['files']:,} | {name} | {seconds} | {row['memory']:.0f} MiB "
                f"| {row['files_a_second']:,} | {row['findings']:,} |"
            )
        spread = (
            f"{one['ratio']['of_medians']:.2f} (from {one['ratio']['smallest']:.2f} to {one['ratio']['largest']:.2f})"
        )
        lines.append(f"| {one['resources']:,} | | *the first divided by the second* | {spread} | | | |")
    return "\n".join(lines)


def main() -> None:
    """Read the words given, measure, print the table."""
    parser = argparse.ArgumentParser(description="Measure fingerpost check against markdownlint-cli2.")
    parser.add_argument("--resources", default="1000,10000", help="sizes of the collections, with commas between")
    parser.add_argument("--runs", type=int, default=5, help="how often each program is measured, at least once")
    parser.add_argument("--write", action="store_true", help=f"also write {FIGURES.name} beside this file")
    given = parser.parse_args()
    if not re.fullmatch(r"[1-9]\d{0,4}(,[1-9]\d{0,4})*", given.resources):
        parser.error("--resources takes numbers from 1 to 99999 with commas between them: 1000,10000.")
    if given.runs < 1:
        parser.error("--runs takes a number from 1 on.")
    if not hasattr(os, "wait4"):
        parser.error("This system does not say how much memory a program took: measure on Linux or macOS.")
    measured = []
    for size in given.resources.split(","):
        print(f"Measuring {size} resources ...", file=sys.stderr)
        try:
            measured.append(measure(int(size), given.runs))
        except RuntimeError as error:
            sys.exit(f"Nothing was measured: {error}")
    if given.write:
        kept = {"machine": machine(), "runs": given.runs, "measured": measured}
        FIGURES.write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")
    print(table(measured))


if __name__ == "__main__":
    main()
