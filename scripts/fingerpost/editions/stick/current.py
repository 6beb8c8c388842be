"""Whether the copy that stands in dist/usb is what would be made now: from the same files, on the same day."""

import hashlib
import json
from pathlib import Path

from fingerpost import __version__
from fingerpost.editions.collection import Collection
from fingerpost.editions.stick.bag import read_info
from fingerpost.editions.stick.choosing import Choice
from fingerpost.editions.stick.names import INFO

NOTE = "made-from.json"
PACKAGE = Path(__file__).resolve().parents[2]


def note_what_was_made(collection: Collection, choice: Choice, number: str) -> None:
    """Keep what the copy in dist/usb was made from, and which one it is."""
    data = {"number": number, "from": _fingerprint(collection, choice)}
    (collection.work / "usb" / NOTE).write_text(json.dumps(data), "utf-8")


def is_current(collection: Collection, choice: Choice) -> bool:
    """Whether dist/usb was made with this choice from what is in the collection now, and from today's gate."""
    try:
        kept = json.loads((collection.work / "usb" / NOTE).read_text("utf-8"))
        stands = read_info((collection.dist / "usb" / INFO).read_text("utf-8"))
    except (OSError, ValueError):
        return False
    now = {"number": stands.get("External-Identifier"), "from": _fingerprint(collection, choice)}
    return bool(kept == now)


def _fingerprint(collection: Collection, choice: Choice) -> str:
    """Return a mark of everything that a copy is made from: every file, the program, the day that the gate goes by."""
    project = collection.project
    mark = hashlib.sha256(f"{__version__} {choice} {collection.library.today} {collection.library.made}".encode())
    files = [project.settings]
    for folder in (project.root / "docs", project.overrides, PACKAGE):
        files += sorted(file for file in folder.rglob("*") if file.is_file() and file.suffix != ".pyc")
    for file in files:
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        mark.update(f"{file.name} {digest}\n".encode())
    return mark.hexdigest()
