"""Writing a stick, or refreshing one: only what differs, everything read back, and whole only when it is.

First the pages that people open say that the copy is incomplete, and the file that makes it a bag goes. Last, when all
else has been written, waited for and read back, they come again. So a stick that is pulled out at any moment says
what it is, and the next run goes on from whatever it finds.
"""

import errno
import os
import shutil
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from fingerpost.editions.stick.limits import check_limits
from fingerpost.editions.stick.names import AGENT, DATA, DECLARATION, MANIFEST, is_left_by_a_system
from fingerpost.editions.stick.plan import Copy, Plan, make_plan
from fingerpost.editions.stick.reading import digest_from_disk, settle, write_through
from fingerpost.editions.stick.verify import info_of, state_of
from fingerpost.languages.phrases import say
from fingerpost.problems import FingerpostProblem, Misuse

BLOCK = 1 << 20
MANY = 20  # files: from here on waiting once for the whole file system is faster than once for each
TRIES = 2
BESIDE = ".fingerpost-new"
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What was done: the plan that was carried out, the bytes that were written, and the edition that was there."""

    plan: Plan
    written: int
    before: str


def refresh(copy: Copy, stick: Path, unfinished: Mapping[str, bytes], progress: Progress) -> Refreshed:
    """Make a folder on a stick hold a copy, and nothing else in its place.

    `unfinished` are the pages that stand in the place of the copy's first pages meanwhile, by name. Raises Misuse
    where the folder holds other things, and FingerpostProblem where it cannot be done: then the stick says that it is
    incomplete, or nothing on it was changed.
    """
    see_that_it_is_ours(stick)
    before = info_of(stick).get("External-Identifier", "")
    plan = make_plan(copy, stick)
    check_limits(copy, plan, stick)
    if plan.nothing_to_do:
        return Refreshed(plan, 0, before)
    with _plain_words(stick):
        stick.mkdir(parents=True, exist_ok=True)
        _begin(copy, stick, unfinished)
        for path in plan.gone:
            _remove(stick / path)
        if plan.gone or not plan.trusted:
            _remove_empty_folders(stick / DATA)
        content = [path for path in copy.digests if path not in (*copy.last, DECLARATION)]
        writing = set(plan.write)
        _write_all(copy, stick, [path for path in content if path in writing], progress)
        _stamp(copy, stick, plan.old)
        _write_all(copy, stick, [DECLARATION], lambda *_: None)
        for path in reversed(copy.last):
            _write_all(copy, stick, [path], lambda *_: None)
    return Refreshed(plan, sum(copy.sizes[path] for path in plan.write), before)


def see_that_it_is_ours(stick: Path) -> None:
    """Raise Misuse where a folder holds other things than a copy: what is in it is somebody's own."""
    if stick.exists() and not stick.is_dir():
        raise Misuse(say("{path} is a file. Give a folder.", path=stick))
    names = [one.name for one in stick.iterdir()] if stick.exists() else []
    # A run that was stopped at its first step leaves one page that has not got its name yet.
    others = sorted(name for name in names if not is_left_by_a_system(name) and not name.endswith(BESIDE))
    if not others or is_a_copy(stick):
        return
    raise Misuse(
        say(
            "{path} holds other things ({names}), and nothing was written there. Give the copy a folder of its own, "
            "such as {own}",
            path=stick,
            names=", ".join(others[:3]),
            own=stick / AGENT.lower(),
        )
    )


def is_a_copy(stick: Path) -> bool:
    """Whether a folder holds a copy of ours, whole or not: a page, what it says of itself, or its list says so."""
    if state_of(stick) or info_of(stick).get("Bag-Software-Agent", "").startswith(AGENT):
        return True
    with suppress(OSError, UnicodeDecodeError):
        return f"  {DATA}/site/" in (stick / MANIFEST["sha256"]).read_text("utf-8")
    return False


def _begin(copy: Copy, stick: Path, unfinished: Mapping[str, bytes]) -> None:
    """Have the stick say that it is incomplete, before anything else is touched."""
    for name in copy.last:
        beside = stick / f"{name}{BESIDE}"
        beside.write_bytes(unfinished[name])
        write_through(beside)
        _make_way(stick / name)
        beside.replace(stick / name)
        write_through(stick)
    _remove(stick / DECLARATION)
    for left in stick.glob(f"*{BESIDE}"):
        _remove(left)
    write_through(stick)


def _write_all(copy: Copy, stick: Path, paths: Iterable[str], progress: Progress) -> None:
    """Write files, wait until they are on the stick, read them back; what did not hold is written once more."""
    wanted = list(paths)
    for turn in range(TRIES):
        for number, path in enumerate(wanted):
            progress(number, 2 * len(wanted))
            _write(copy, path, stick / path)
        _wait_for(stick, wanted)
        bad = []
        for number, path in enumerate(wanted):
            progress(len(wanted) + number, 2 * len(wanted))
            if digest_from_disk(stick / path) != copy.digests[path]:
                bad.append(path)
        if not bad:
            return
        wanted = bad if turn == 0 else wanted
    path = bad[0]
    if digest_from_disk(copy.folder / path) != copy.digests[path]:
        raise FingerpostProblem(
            say("{path} was changed in dist/usb since it was made. Build it again: --edition usb", path=path)
        )
    raise FingerpostProblem(
        say("The stick did not keep what was written: {path}. It is worn out or broken. Use another.", path=path)
    )


def _write(copy: Copy, path: str, target: Path) -> None:
    """Write one file, with the edition's time: people see how old it is, and the next refresh sees what was touched."""
    target.parent.mkdir(parents=True, exist_ok=True)
    _make_way(target)
    with (copy.folder / path).open("rb") as read, target.open("wb") as write:
        shutil.copyfileobj(read, write, BLOCK)
    with suppress(OSError):
        os.utime(target, (copy.made, copy.made))


def _make_way(target: Path) -> None:
    """Take away what stands in a file's place, also where it may only be read, or is a folder or a link."""
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)
    elif target.is_symlink() or target.exists():
        _remove(target)


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except PermissionError:
        path.chmod(stat.S_IWRITE | stat.S_IREAD)  # on Windows and FAT "read only" is a mark of the file itself
        path.unlink(missing_ok=True)


def _remove_empty_folders(data: Path) -> None:
    for there, _, _ in sorted(os.walk(data), reverse=True):
        with suppress(OSError):
            Path(there).rmdir()  # only where nothing is in it


def _wait_for(stick: Path, paths: Sequence[str]) -> None:
    """Wait until files and the names in their folders are on the stick, and not only on their way."""
    if len(paths) > MANY and settle(stick):
        return
    for path in paths:
        write_through(stick / path)
    for folder in _folders(stick, paths):
        write_through(folder)


def _folders(stick: Path, paths: Iterable[str]) -> Iterator[Path]:
    found = {stick}
    for path in paths:
        found |= {one for one in (stick / path).parents if one.is_relative_to(stick)}
    yield from sorted(found, reverse=True)


def _stamp(copy: Copy, stick: Path, paths: Sequence[str]) -> None:
    """Give files that are left as they are the time of the new edition."""
    for path in paths:
        with suppress(OSError):
            os.utime(stick / path, (copy.made, copy.made))
    if paths:
        _wait_for(stick, paths)


@contextmanager
def _plain_words(stick: Path) -> Iterator[None]:
    """Say in words what the system refused, and that the stick is incomplete."""
    try:
        yield
    except KeyboardInterrupt:
        raise FingerpostProblem(
            say("Stopped. The stick says that it is incomplete. Run the same again, and it goes on from there.")
        ) from None
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise FingerpostProblem(
                say("There is no more room on {path}. It says that it is incomplete.", path=stick)
            ) from None
        raise FingerpostProblem(
            say(
                "{path} could not be written ({why}). The stick says that it is incomplete. Mend that, or use another "
                "stick, and run the same again.",
                path=error.filename or stick,
                why=error.strerror or str(error),
            )
        ) from None
