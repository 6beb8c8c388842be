"""Writes a copy to a disk that is too small: COPY FOLDER HOW PAGES…, and says what came of it.

`limit` lets no file grow past some bytes (RLIMIT_FSIZE); `small` and `filled` mount a disk in memory, for which the
program has to be alone in its namespace: the one has no room from the beginning, the other is filled on the way.
"""

import resource
import signal
import subprocess
import sys
from pathlib import Path

from fingerpost.editions.stick.plan import read_copy
from fingerpost.editions.stick.refresh import refresh
from fingerpost.editions.stick.verify import state_of, verify
from fingerpost.problems import FingerpostProblem

UNFINISHED = b'<meta name="fingerpost-copy" content="unfinished">'


def main() -> None:
    source, folder, how, *names = sys.argv[1:]
    copy = read_copy(Path(source), tuple(names))
    pages = dict.fromkeys(names, UNFINISHED)
    stick = Path(folder) / "stick"
    if how == "limit":
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, resource.RLIM_INFINITY))
    else:
        stick.mkdir()
        size = "600k" if how == "small" else "64m"
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", stick], check=True)

    def fill(done: int, of: int) -> None:
        if how == "filled" and done == of // 4:
            try:
                (stick / "film.mp4").write_bytes(b"\0" * 2**26)
            except OSError:
                return  # full

    try:
        refresh(copy, stick, pages, fill)
    except FingerpostProblem as problem:
        print(problem)
    if how != "limit":
        print(f"state: {state_of(stick) or 'none'}")
        (stick / "film.mp4").unlink(missing_ok=True)
        subprocess.run(["mount", "-o", "remount,size=64m", stick], check=True)
        refresh(copy, stick, pages, lambda *_: None)
        print(f"whole after more room: {verify(stick).whole}")


if __name__ == "__main__":
    main()
