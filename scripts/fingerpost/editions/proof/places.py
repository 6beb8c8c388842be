"""Where things are made: every folder that a build can leave, and the gates that what lies in it has passed.

A new edition joins the proof by a row here. A folder that no row names is not passed over: the proof says that it
does not know it, and is none.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fingerpost.gate import Edition


@dataclass(frozen=True, slots=True)
class Place:
    """A folder, by its path from the root, and the editions whose gates must all be open for what lies in it.

    `holds` is for a file: the folder that it is a zip of. It is compared with that, and not looked into by itself.
    """

    folder: str
    editions: tuple[Edition, ...]
    holds: str = ""


PLACES: tuple[Place, ...] = (
    Place("site/print", (Edition.WEB, Edition.PRINT)),
    Place("site/epub", (Edition.WEB, Edition.EPUB)),
    Place("site", (Edition.WEB,)),
    Place("dist/print", (Edition.PRINT,)),
    Place("dist/epub", (Edition.EPUB,)),
    Place("dist/zim", (Edition.ZIM,)),
    Place("dist/usb.zip", (Edition.USB,), holds="dist/usb"),
    Place("dist/usb/data/print", (Edition.USB, Edition.PRINT)),
    Place("dist/usb/data/epub", (Edition.USB, Edition.EPUB)),
    Place("dist/usb", (Edition.USB,)),
    Place("dist/catalogue", (Edition.WEB,)),
    Place("build/web/site/print", (Edition.WEB, Edition.PRINT)),
    Place("build/web/site/epub", (Edition.WEB, Edition.EPUB)),
    Place("build/web", (Edition.WEB,)),
    Place("build/plain", (Edition.WEB,)),
    Place("build/catalogue", (Edition.WEB,)),
    Place("build/print", (Edition.PRINT,)),
    Place("build/epub", (Edition.EPUB,)),
    Place("build/zim/site/print", (Edition.ZIM, Edition.PRINT)),
    Place("build/zim", (Edition.ZIM,)),
    Place("build/usb", (Edition.USB,)),
)
WITHOUT_WORDS = ("build/.lock",)  # files of ours that nothing of the collection can be in
MADE_IN = ("site", "dist", "build")


def made_files(root: Path) -> Iterator[tuple[str, Place | None]]:
    """Yield every file that builds left below `root`, with its place; with nothing where no row names its folder.

    What an interrupted build left beside a folder (``.site-before``) is counted too, and what lies behind a link to a
    folder: somebody may have linked ``dist/usb`` to a stick.
    """
    tops = [root / name for name in MADE_IN]
    tops += sorted(folder for name in MADE_IN for folder in root.glob(f".{name}-*"))
    for top in tops:
        for file in sorted(_below(top)):
            path = file.relative_to(root).as_posix()
            if file.is_file() and path not in WITHOUT_WORDS:
                yield path, place_of(path)


def _below(top: Path) -> Iterator[Path]:
    seen: set[str] = set()
    for there, folders, files in os.walk(top, followlinks=True):
        real = os.path.realpath(there)
        if real in seen:  # a link that leads back
            folders.clear()
            continue
        seen.add(real)
        yield from (Path(there) / file for file in files)


def place_of(path: str) -> Place | None:
    """Return the place that a made file lies in: the first, and so the innermost, whose folder it is below."""
    return next((place for place in PLACES if path == place.folder or path.startswith(f"{place.folder}/")), None)
