"""Draw many pages, on every core at once; what is wrong with one does not keep the others from being drawn."""

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from fingerpost.editions.print.draw import PageProblem, draw
from fingerpost.editions.print.drawings import Drawing, Kept

FEWEST = 3  # drawings from which on a second process is worth its start

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Studio:
    """Where drawings are made: what was kept, the folder of pages and its address on the web, the day on the PDFs.

    `progress` hears how many are done, and of how many. `used` are the keys of all that was drawn or found here;
    `cores` is how many processes draw at once.
    """

    kept: Kept
    address: str
    made: datetime
    progress: Progress
    used: set[str] = field(default_factory=set)
    cores: int = field(default_factory=lambda: _cores())

    def draw_all(self, drawings: Iterable[Drawing]) -> Mapping[Drawing, Path | PageProblem]:
        """Return where the PDF of each drawing is kept, or what is wrong with its page.

        Raises DrawingProblem where nothing can be drawn at all.
        """
        found: dict[Drawing, Path | PageProblem] = {}
        missing: dict[str, list[Drawing]] = {}
        for drawing in dict.fromkeys(drawings):
            key = self.kept.key(drawing)
            self.used.add(key)
            ready = self.kept.find(key)
            if ready:
                found[drawing] = ready
            else:
                missing.setdefault(key, []).append(drawing)
        tasks = [self._task(key, same[0]) for key, same in missing.items()]
        tasks.sort(key=lambda task: -task.drawing.page.stat().st_size)  # the longest first: nobody waits for it alone
        for task, made in _do(tasks, self.progress, self.cores):
            found |= dict.fromkeys(missing[task.key], made)
        return found

    def _task(self, key: str, drawing: Drawing) -> "Task":
        return Task(key, drawing, self.kept, self.address, self.made)


@dataclass(frozen=True, slots=True)
class Task:
    """One drawing with all that is needed to make it in another process."""

    key: str
    drawing: Drawing
    kept: Kept
    address: str
    made: datetime


def do_task(task: Task) -> Path | PageProblem:
    """Draw one page and keep it. Raises DrawingProblem where nothing can be drawn at all."""
    half = task.kept.folder / f"{task.key}.new"
    try:
        pages = draw(
            task.drawing.page,
            half,
            allowed=task.kept.site,
            address=task.address,
            made=task.made,
            layout=task.drawing.layout,
            name=task.drawing.name,
        )
    except PageProblem as problem:
        return problem
    return half.replace(task.kept.place(task.key, pages))


def _do(tasks: list[Task], progress: Progress, cores: int) -> Iterable[tuple[Task, Path | PageProblem]]:
    workers = min(cores, len(tasks))
    if workers < 2 or len(tasks) < FEWEST:
        return _by_turns(tasks, progress)
    done: dict[Task, Path | PageProblem] = {}
    try:
        with ProcessPoolExecutor(workers, multiprocessing.get_context(_way())) as pool:
            running: dict[Future[Path | PageProblem], Task] = {pool.submit(do_task, task): task for task in tasks}
            for number, future in enumerate(as_completed(running), start=1):
                done[running[future]] = future.result()
                progress(number, len(tasks))
    except BrokenProcessPool:  # the system ended a process, perhaps for want of memory: one alone needs less
        left = [task for task in tasks if task not in done]
        done |= dict(_by_turns(left, progress))
    return done.items()


def _by_turns(tasks: list[Task], progress: Progress) -> list[tuple[Task, Path | PageProblem]]:
    done = []
    for number, task in enumerate(tasks, start=1):
        done.append((task, do_task(task)))
        progress(number, len(tasks))
    return done


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _way() -> str:
    """A copy of this process starts at once, but is only sound on Linux, and while nothing else runs in it."""
    return "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"
