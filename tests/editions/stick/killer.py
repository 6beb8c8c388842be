"""Writes a stick again and again, and kills the program that does it, each time at another moment.

A program of its own, because it forks. It is told by one line of JSON, and answers with one. The moments are counted
in calls of the system and of Python's own functions in C, so that there is one between any two things that are done.
"""

import json
import os
import random
import shutil
import signal
import sys
from pathlib import Path
from types import FrameType
from typing import Any

from fingerpost.editions.stick.plan import Copy, read_copy
from fingerpost.editions.stick.refresh import refresh
from fingerpost.editions.stick.verify import verify
from fingerpost.problems import FingerpostProblem


def main() -> None:
    given = json.loads(sys.argv[1])
    pages = {name: text.encode() for name, text in given["pages"].items()}
    copy = read_copy(Path(given["copy"]), tuple(pages))
    stick, before = Path(given["stick"]), given["before"]
    for _ in range(2):  # the first time some things are prepared that are there for good afterwards
        put(before, stick)
        begun, calls = counted(copy, stick, pages)
    chance = random.Random(given["seed"])
    told = []
    for moment in sorted(chance.sample(range(begun, calls), given["kills"])):
        put(before, stick)
        killed = run_until(moment, copy, stick, pages)
        told.append({"moment": moment, "killed": killed, **state(stick, pages)})
        refresh(copy, stick, pages, lambda *_: None)
        told[-1]["after"] = verify(stick).whole and content(stick) == content(copy.folder)
    print(json.dumps({"calls": calls, "told": told, "source": verify(copy.folder).whole}))


def put(before: str, stick: Path) -> None:
    shutil.rmtree(stick, ignore_errors=True)
    if before:
        shutil.copytree(before, stick)


def state(stick: Path, pages: dict[str, bytes]) -> dict[str, Any]:
    """What somebody finds who opens it: what each first page says, and what the check says."""
    says = {}
    for name, unfinished in pages.items():
        file = stick / name
        says[name] = "none" if not file.is_file() else "incomplete" if file.read_bytes() == unfinished else "whole"
    found = verify(stick)
    return {"says": says, "whole": found.whole, "unfinished": found.unfinished, "number": found.info.get(
        "External-Identifier", "")}  # fmt: skip


def content(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


class Clock:
    """Counts calls, and at one of them kills the program it runs in."""

    def __init__(self, moment: int) -> None:
        self.moment = moment
        self.calls = 0
        self.begun = 0

    def __call__(self, frame: FrameType, event: str, _arg: object) -> None:
        if event == "call" and frame.f_code.co_name == "_begin":
            self.begun = self.calls  # until here the stick is only read
        if event == "c_call":
            self.calls += 1
            if self.calls == self.moment:
                os.kill(os.getpid(), signal.SIGKILL)


def counted(copy: Copy, stick: Path, pages: dict[str, bytes]) -> tuple[int, int]:
    """Return at which call writing begins, and at which it has come to its end."""
    clock = Clock(-1)
    sys.setprofile(clock)
    refresh(copy, stick, pages, lambda *_: None)
    sys.setprofile(None)
    return clock.begun, clock.calls


def run_until(moment: int, copy: Copy, stick: Path, pages: dict[str, bytes]) -> bool:
    """Write the stick in another process; whether it was killed before it came to its end."""
    child = os.fork()
    if child == 0:
        sys.setprofile(Clock(moment + 1))
        try:
            refresh(copy, stick, pages, lambda *_: None)
        except FingerpostProblem:
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


if __name__ == "__main__":
    main()
