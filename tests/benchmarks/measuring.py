"""Run whole programs by turns, and measure the time and the memory that each took."""

import os
import platform
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryFile

# Linux counts ru_maxrss in kibibytes, macOS in bytes (getrusage(2) of each).
MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True)
class Program:
    """A program to be measured: its name, its words, where it runs, and which exit codes are sound."""

    name: str
    words: Sequence[str]
    folder: Path
    sound: tuple[int, ...]
    more_environment: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a program: seconds by the wall clock, peak memory in bytes, what it printed.

    `processor` is the seconds that processors worked for it and for what it started, as far as the system counts them:
    on a machine that others use too, they say more than the clock does.
    """

    seconds: float
    memory: int
    printed: str
    processor: float = 0.0


def run(program: Program) -> Run:
    """Run a program to its end. Memory is that of its largest process.

    Raises RuntimeError, with what it said, where its exit code is not a sound one.
    """
    with TemporaryFile() as out, TemporaryFile() as err:
        begun = time.perf_counter()
        process = subprocess.Popen(
            program.words, cwd=program.folder, env={**os.environ, **program.more_environment}, stdout=out, stderr=err
        )
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)  # it has been waited for: Popen need not
        out.seek(0)
        err.seek(0)
        printed, said = out.read().decode(), err.read().decode()
    if process.returncode not in program.sound:
        raise RuntimeError(f"{program.name} ended with {process.returncode}: {said[-2000:] or printed[-2000:]}")
    return Run(seconds, used.ru_maxrss * MAXRSS_UNIT, printed + said, used.ru_utime + used.ru_stime)


def by_turns(programs: Sequence[Program], runs: int) -> dict[str, list[Run]]:
    """Run each program once uncounted, to warm the machine's caches, then all by turns, A B A B, so many times."""
    for program in programs:
        run(program)
    taken: dict[str, list[Run]] = {program.name: [] for program in programs}
    for _ in range(runs):
        for program in programs:
            taken[program.name].append(run(program))
    return taken


def summary(runs: Sequence[Run]) -> dict[str, float]:
    """Return the minimum, median and maximum of the seconds, and the largest memory in mebibytes."""
    seconds = [one.seconds for one in runs]
    return {
        "minimum": round(min(seconds), 3),
        "median": round(median(seconds), 3),
        "maximum": round(max(seconds), 3),
        "memory": round(max(one.memory for one in runs) / 2**20, 1),
    }


def ratio(ours: Sequence[Run], theirs: Sequence[Run]) -> dict[str, float]:
    """Return the ratio of the medians of the seconds, and the smallest and largest ratio of runs side by side."""
    pairs = [one.seconds / other.seconds for one, other in zip(ours, theirs, strict=True)]
    of_medians = median(one.seconds for one in ours) / median(one.seconds for one in theirs)
    return {"of_medians": round(of_medians, 3), "smallest": round(min(pairs), 3), "largest": round(max(pairs), 3)}


def machine() -> dict[str, str | int]:
    """Say what the figures were measured on, without naming the machine."""
    return {
        "system": platform.system(),
        "processor": platform.machine(),
        "cores": os.cpu_count() or 0,
        "python": platform.python_version(),
    }
