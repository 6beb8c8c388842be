"""Time writing a stick: the whole copy, a refresh after one changed resource, and a refresh that finds nothing new.

    python -m tests.benchmarks.sticks dist/usb STICK --times 30

The copy is multiplied: its pages and PDFs stand in it so many times over, each time with other bytes, because drawing
the PDFs of 1,000 resources takes an hour. The starter content has 34 resources, so that 30 times is 1,000 in two
languages. What changes with one resource is what changes in the real copy: its pages and PDFs, the lists that name
it, the search index, the first pages. STICK is a folder on the disk that is measured; it is emptied before and after.
"""

import argparse
import platform
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from fingerpost.editions.stick.bag import read_info, read_payload, seal
from fingerpost.editions.stick.names import DATA, INFO, is_of_the_bag
from fingerpost.editions.stick.plan import Copy, read_copy
from fingerpost.editions.stick.reading import settle
from fingerpost.editions.stick.refresh import refresh

LAST = ("START-HERE.html", "DECHRAU-YMA.html")
PAGES = dict.fromkeys(LAST, b'<meta name="fingerpost-copy" content="unfinished">')
ONE = "setting-limits"
# What names a resource besides its own files: lists, topics, the search index and its words, what is shared by all.
NAMES_IT = ("site/guides/index.html", "site/topics/", "site/index.html", "search-index/", "site/pack.html", "made.js")


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("usb", type=Path)
    parser.add_argument("stick", type=Path)
    parser.add_argument("--times", type=int, default=30)
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    with TemporaryDirectory(dir=given.stick.parent) as folder:
        first, second = two_editions(given.usb, Path(folder), given.times)
        measure(first, second, given.stick, given.runs)


def two_editions(usb: Path, folder: Path, times: int) -> tuple[Copy, Copy]:
    """Return two large copies that differ in one resource."""
    first, second = folder / "first", folder / "second"
    shutil.copytree(usb, first)
    for number in range(1, times):
        for part in ("site", "print"):
            for file in sorted((usb / DATA / part).rglob("*")):
                if file.is_file():
                    target = first / DATA / part / f"x{number}" / file.relative_to(usb / DATA / part)
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(file.read_bytes() + f"\n{number}\n".encode())
    shutil.copytree(first, second)
    for file in sorted(second.rglob("*")):
        path = file.relative_to(second).as_posix()
        changed = ONE in path or any(part in path for part in NAMES_IT) or "/" not in path
        if file.is_file() and changed and "/x" not in path and not is_of_the_bag(path):
            file.write_bytes(file.read_bytes() + b"\nchanged\n")
    return sealed(first), sealed(second)


def sealed(folder: Path) -> Copy:
    """Write a copy's manifests anew, with its number."""
    info = {key: value for key, value in read_info((folder / INFO).read_text("utf-8")).items() if "Oxum" not in key}
    for file in folder.iterdir():
        if file.is_file() and is_of_the_bag(file.name):
            file.unlink()
    payload = read_payload(folder)
    seal(folder, payload, {**info, "External-Identifier": payload.number})
    return read_copy(folder, LAST)


def measure(first: Copy, second: Copy, stick: Path, runs: int) -> None:
    """Print what each way of writing takes, by turns."""
    taken: dict[str, list[float]] = {"the whole copy": [], "one resource changed": [], "nothing new": []}
    for _ in range(runs):
        shutil.rmtree(stick, ignore_errors=True)
        settle(stick.parent)
        for name, copy in zip(taken, (first, second, second), strict=True):
            taken[name].append(timed(lambda copy=copy: refresh(copy, stick, PAGES, lambda *_: None)))  # type: ignore[misc]
    shutil.rmtree(stick)
    changed = sum(second.digests[path] != first.digests.get(path) for path in second.digests)
    size = sum(first.sizes.values()) / 1_000_000
    print(f"{len(first.digests):,} files, {size:,.0f} MB; {changed} files differ; {platform.system()}, {runs} runs")
    whole = median(taken["the whole copy"])
    for name, seconds in taken.items():
        share = median(seconds) / whole
        print(f"{name:22} {median(seconds):7.2f} s ({min(seconds):.2f}, {max(seconds):.2f})  {share:.3f} of the whole")


def timed(work: Callable[[], object]) -> float:
    """Return the seconds that something takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
