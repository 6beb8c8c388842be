"""What lies where in a copy: a bag as RFC 8493 (BagIt 1.0) describes it, with pages for people at its top."""

import re
from fnmatch import fnmatchcase
from pathlib import PurePosixPath

DATA = "data"  # RFC 8493, 2.1.2: the payload
SITE = f"{DATA}/site"
PRINT = f"{DATA}/print"
BOOKS = f"{DATA}/epub"
LEDGER = f"{DATA}/withdrawn.json"
DECLARATION = "bagit.txt"  # without it no program takes a folder for a bag: so it comes last and goes first
INFO = "bag-info.txt"
ALGORITHMS = ("sha256", "sha512")
MANIFEST = {name: f"manifest-{name}.txt" for name in ALGORITHMS}
TAG_MANIFEST = {name: f"tagmanifest-{name}.txt" for name in ALGORITHMS}
AGENT = "Fingerpost"
# In each page at the top of a copy, so that a folder is known to be ours, and whether it is whole.
MARK = re.compile(rb'<meta name="fingerpost-copy" content="(whole|unfinished)">')
# What Windows, macOS, Android and desktops of Linux leave on sticks of their own accord. None of it opens by itself.
LEFT_BY_SYSTEMS = (
    *("System Volume Information", "$RECYCLE.BIN", "Thumbs.db", "desktop.ini"),
    *(".DS_Store", "._*", ".Spotlight-V100", ".Trashes", ".fseventsd", ".TemporaryItems", ".apdisk"),
    *(".Trash-*", ".directory", "LOST.DIR", "lost+found"),
)


def is_left_by_a_system(path: str) -> bool:
    """Whether a file, or a folder that it is in, was left by a computer and not by a person."""
    return any(fnmatchcase(step, pattern) for step in PurePosixPath(path).parts for pattern in LEFT_BY_SYSTEMS)


def is_a_first_page(name: str) -> bool:
    """Whether a name at the top is one of a page or text for people."""
    return "/" not in name and name.endswith((".html", ".txt")) and not is_of_the_bag(name)


def is_of_the_bag(name: str) -> bool:
    """Whether a name at the top is one that the standard gives."""
    return name in (DECLARATION, INFO, *MANIFEST.values(), *TAG_MANIFEST.values())
