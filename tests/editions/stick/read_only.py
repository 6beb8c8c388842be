"""Refreshes a stick as somebody who is not root, once with a file that may only be read, once with such a folder.

FOLDER PAGES…: the folder holds `first`, `second` (copies) and `stick` (which is as `first`).
"""

import os
import sys
from pathlib import Path

from fingerpost.editions.stick.plan import read_copy
from fingerpost.editions.stick.refresh import refresh
from fingerpost.editions.stick.verify import state_of, verify
from fingerpost.problems import FingerpostProblem

NOBODY = 65534
UNFINISHED = b'<meta name="fingerpost-copy" content="unfinished">'


def main() -> None:
    folder, *names = sys.argv[1:]
    first, second = (read_copy(Path(folder, name), tuple(names)) for name in ("first", "second"))
    pages = dict.fromkeys(names, UNFINISHED)
    stick = Path(folder, "stick")
    if os.geteuid() == 0:
        for one in (stick, *stick.rglob("*")):
            os.chown(one, NOBODY, NOBODY)
        os.setegid(NOBODY)
        os.seteuid(NOBODY)
    page = stick / "data/site/guides/changes/index.html"
    page.chmod(0o444)
    refresh(second, stick, pages, lambda *_: None)
    print(f"file: {'whole' if verify(stick).whole else 'broken'}")
    page.parent.chmod(0o555)
    try:
        refresh(first, stick, pages, lambda *_: None)
    except FingerpostProblem as problem:
        print(problem)
    print(f"folder: {state_of(stick)}")
    page.parent.chmod(0o755)
    refresh(first, stick, pages, lambda *_: None)
    print(f"mended: {'whole' if verify(stick).whole else 'broken'}")


if __name__ == "__main__":
    main()
