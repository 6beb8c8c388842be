"""Look at everything that is built, and say in words what is wrong, page by page.

    python3 scripts/bootstrap.py audit                        builds, then looks at every page: about half an hour
    python3 scripts/bootstrap.py audit --kinds                one page of each kind and language: a few minutes
    python3 scripts/bootstrap.py audit --part html,links      only these parts: html, links, lighthouse, pages
    python3 scripts/bootstrap.py audit --root DIR             a project that has been built already

It ends with 0 where nothing was found, and with 1 otherwise.
"""

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

from tests.audit.looks import PARTS, Options, Part
from tests.conftest import copy_of_the_project, run_fingerpost

NOT_LOOKED_AT = (
    "screen readers, and whether words, pictures' descriptions and Welsh say what they should: people have to",
    "browsers other than Chromium, real telephones, voice control, switches",
    "states that this collection has no page in (the tests build small collections with each of them)",
    "links to other sites; what is printed (tests/editions) and EPUB or ZIM",
    "axe's colour rules in forced colours, where the machine chooses the colours; controls there are looked at",
)
MOST_TOLD = 20  # of the same kind of fault


def build(folder: Path) -> Path:
    """Build a copy of the project in a folder and return where; end with what the build said if it could not."""
    root = copy_of_the_project(folder / "built")
    done = run_fingerpost("build", "--root", str(root))
    if done.returncode:
        sys.exit(f"{done.stdout}{done.stderr}\nThe project could not be built, so there is nothing to look at.")
    return root


def summary(parts: list[Part]) -> str:
    """Return the whole report as text: what was looked at, what was found where, what was not looked at."""
    lines = []
    for part in parts:
        lines += [f"== {part.name}: {part.looked_at}: {len(part.faults) or 'no'} faults"]
        alike: dict[str, list[str]] = {}
        for fault in part.faults:
            alike.setdefault(fault.what, []).append(fault.page)
        for what, pages in sorted(alike.items(), key=lambda one: (-len(one[1]), one[0])):
            more = f" and {len(pages) - MOST_TOLD} more" if len(pages) > MOST_TOLD else ""
            lines += [
                f"  {what}",
                *(f"      {page}" for page in pages[:MOST_TOLD]),
                *([f"     {more}"] if more else []),
            ]
    total = sum(len(part.faults) for part in parts)
    lines += ["== Not looked at:", *(f"  {one}" for one in NOT_LOOKED_AT)]
    return "\n".join([*lines, f"== {total or 'No'} faults in all"])


def main() -> int:
    """Read the words, build, look, and tell; return the exit code."""
    parser = argparse.ArgumentParser(prog="audit", description="Look at every page of everything that is built.")
    parser.add_argument("--root", type=Path, help="a project that has been built already")
    parser.add_argument("--kinds", action="store_true", help="look at one page of each kind, not at every page")
    parser.add_argument("--part", default=",".join(PARTS), help=f"some of {','.join(PARTS)}")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1, help="how many browsers at a time")
    given = parser.parse_args()
    wanted = given.part.split(",")
    if unknown := [name for name in wanted if name not in PARTS]:
        parser.error(f"there is no part {unknown[0]}: choose of {', '.join(PARTS)}")
    if given.root and not (given.root / "site" / "index.html").is_file():
        parser.error(f"{given.root} holds no site/index.html: build it first")
    parts = []
    with tempfile.TemporaryDirectory(prefix="audit-") as folder:
        root = (given.root or build(Path(folder))).resolve()
        for name in wanted:
            begun = time.monotonic()
            print(f"Looking: {name} ...", file=sys.stderr, flush=True)
            parts.append(PARTS[name](root, Options(given.kinds, given.processes)))
            print(f"  took {time.monotonic() - begun:.0f} s", file=sys.stderr, flush=True)
    print(summary(parts))
    return min(1, sum(len(part.faults) for part in parts))


if __name__ == "__main__":
    sys.exit(main())
