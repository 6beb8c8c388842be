"""What follows a withdrawal: what was built is built again without it, or taken away."""

import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from fingerpost.editions.build import Edition as Wanted
from fingerpost.editions.build import build
from fingerpost.editions.catalogue import build_catalogue
from fingerpost.editions.collection import Collection, alone, check_collection, open_collection
from fingerpost.editions.made import Narration
from fingerpost.editions.proof.places import PLACES
from fingerpost.languages.phrases import say
from fingerpost.problems import FingerpostProblem

# The rows of the proof say which folders of build/ are ours: whatever else is in it is somebody's own.
WORKSHOPS = sorted({place.folder.split("/")[1] for place in PLACES if place.folder.startswith("build/")})
# What makes a finished folder anew, by the folder's name.
MADE_OF = {"site": Wanted.WEB, "print": Wanted.PRINT, "usb": Wanted.USB, "epub": Wanted.EPUB, "zim": Wanted.ZIM}
LEFT_BESIDE = ("before", "new", "search")  # what an interrupted build leaves beside a finished folder
CACHE = "kept"  # PDFs and covers drawn before; the next build throws out those that nothing leads to


@dataclass(frozen=True, slots=True)
class Again:
    """What came of building again: the folders that were made, or those taken away because that was not possible.

    `left` could not be taken away and holds it still. `because` says why it was not possible, or what could not be
    made besides.
    """

    made: tuple[Path, ...] = ()
    taken_away: tuple[Path, ...] = ()
    left: tuple[Path, ...] = ()
    because: str = ""


def built_before(collection: Collection) -> tuple[Path, ...]:
    """Return the finished folders that stand there now: they hold what has not been withdrawn yet."""
    return tuple(folder for folder in _finished(collection) if folder.exists())


def _finished(collection: Collection) -> tuple[Path, ...]:
    made = ("print", "usb", "epub", "zim", "catalogue")
    return (collection.site, *(collection.dist / name for name in made))


def build_again(root: Path, narration: Narration, *, holds_it: bool = True) -> Again:
    """Build again what had been built, from what is in docs/ now.

    Where that can't be done and what was built before `holds_it`, what its makers took back, that is taken away:
    that a site is missing for an hour is the smaller harm. The next build makes it again. Raises FingerpostProblem
    where a person stopped it.
    """
    collection = open_collection(root)
    before = built_before(collection)
    try:
        with alone(collection):
            _empty_the_workshop(collection, keep_cache=bool(before))
        missing = _build(root, before, narration)
    except (FingerpostProblem, OSError) as problem:
        why = (
            problem.args[0]
            if isinstance(problem, FingerpostProblem)
            else say("{why}.", why=problem.strerror or problem)
        )
        if not holds_it:
            return Again(because=why)
        _take_away(collection, before)
        # Of a folder that is a link the link stays.
        gone = tuple(folder for folder in before if not folder.exists() or not any(folder.iterdir()))
        return Again(taken_away=gone, left=tuple(folder for folder in before if folder not in gone), because=why)
    except BaseException:
        if not holds_it:
            raise
        _take_away(collection, before)
        said = say("Stopped before it could be built again. What was built before was taken away, because it holds it.")
        raise FingerpostProblem(said) from None
    return Again(made=built_before(collection), because=missing)


def _build(root: Path, before: tuple[Path, ...], narration: Narration) -> str:
    """Build what stood there, each in its turn; return what could not be made besides, if anything.

    Raises FingerpostProblem where nothing can be built.
    """
    collection = open_collection(root)
    names = {folder.name for folder in before}
    if not names:
        return ""
    report = check_collection(collection)
    if not report.publishable:
        count = report.counts["error"]
        raise FingerpostProblem(say("Things to mend first: {count}. fingerpost check lists them.", count=count))
    wanted = frozenset(wanted for name, wanted in MADE_OF.items() if name in names)
    problem = build(collection, wanted, narration).problem if wanted else ""
    if "catalogue" in names:
        build_catalogue(collection)
    return problem


def _empty_the_workshop(collection: Collection, *, keep_cache: bool) -> None:
    """Take away what earlier builds left while they worked: stages, half-made folders, what `index` wrote."""
    for folder in (collection.work / name for name in WORKSHOPS):
        for inner in folder.iterdir() if folder.is_dir() else ():
            if not (keep_cache and inner.name == CACHE):
                _remove(inner)
    for place in _finished(collection):
        for one in {place, place.resolve()}:
            for ending in LEFT_BESIDE:
                _remove(one.with_name(f".{one.name}-{ending}"))
    _remove(collection.dist / "catalogue")
    _remove(collection.dist / "usb.zip")


def _take_away(collection: Collection, folders: tuple[Path, ...]) -> None:
    """Remove finished folders; of one that is a link to a folder, what is in it."""
    for folder in folders:
        if folder.is_symlink() and folder.is_dir():
            for inner in folder.iterdir():
                _remove(inner)
        else:
            _remove(folder)
    _empty_the_workshop(collection, keep_cache=False)


def _remove(path: Path) -> None:
    """Remove a folder with what is in it, a file, or a link and not what it leads to.

    What the system does not let go of stays: the proof finds it there.
    """
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink(missing_ok=True)
