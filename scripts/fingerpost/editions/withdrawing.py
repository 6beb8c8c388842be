"""What follows a withdrawal: what was built is built again without it, or taken away; and the proof."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from fingerpost.editions.build import Edition as Wanted
from fingerpost.editions.build import build
from fingerpost.editions.catalogue import build_catalogue
from fingerpost.editions.collection import Collection, alone, check_collection, open_collection
from fingerpost.editions.made import Narration
from fingerpost.editions.proof.prove import Proof, Sought, prove
from fingerpost.gate import Edition, Outcome, decide, translation_refused
from fingerpost.intake.remembered import remembered_files
from fingerpost.languages.phrases import say
from fingerpost.library import Library, Resource
from fingerpost.library.kinds import ARCHIVE
from fingerpost.problems import FingerpostProblem

CACHE = "kept"  # PDFs drawn before; the next build throws out those that no page leads to


@dataclass(frozen=True, slots=True)
class Again:
    """What came of building again: the folders that were made, or those taken away because that was not possible.

    `because` says why it was not, or what could not be made besides.
    """

    made: tuple[Path, ...] = ()
    taken_away: tuple[Path, ...] = ()
    because: str = ""


def built_before(collection: Collection) -> tuple[Path, ...]:
    """Return the finished folders that stand there now: they hold what has not been withdrawn yet."""
    finished = (collection.site, collection.dist / "print", collection.dist / "usb", collection.dist / "catalogue")
    return tuple(folder for folder in finished if folder.exists())


def build_again(root: Path, narration: Narration) -> Again:
    """Build again what had been built, from what is in docs/ now.

    Where that can't be done, what was built before is taken away: it holds what its makers took back, and that it is
    missing for an hour is the smaller harm. The next build makes it again.
    """
    collection = open_collection(root)
    before = built_before(collection)
    try:
        with alone(collection):
            _empty_the_workshop(collection, keep_cache=bool(before))
        missing = _build(root, before, narration)
    except FingerpostProblem as problem:
        _take_away(collection, before)
        return Again(taken_away=before, because=problem.args[0])
    except BaseException:
        _take_away(collection, before)
        raise
    return Again(made=built_before(collection), because=missing)


def prove_absence(root: Path, id: str) -> Proof:
    """Look for everything of `id` that must not be in what was made.

    For what was withdrawn that is all of it, everywhere. For what is still in docs/ it is, for each edition, what the
    gate does not let into it. Raises FingerpostProblem where nobody knows any more what it said.
    """
    collection = open_collection(root)
    resource = _find(collection.library, id)
    if resource is not None and resource.withdrawn is None:
        sought = tuple(_refused(collection.library, resource, edition) for edition in Edition)
        return prove(collection.project.root, id, [one for one in sought if one.files], collection.project.overrides)
    if not any(row.id == id for row in collection.library.ledger):
        raise FingerpostProblem(say("There is no {id} in docs/, and none in docs/_withdrawn.yml.", id=id))
    files = remembered_files(collection.project.root, id)
    if not files:
        raise FingerpostProblem(
            say(
                "Nothing is left of {id} that could be looked for: its files are gone, and Git does not have them. "
                "So nothing can be proved.",
                id=id,
            )
        )
    return prove(collection.project.root, id, [Sought(frozenset(Edition), files)], collection.project.overrides)


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
    pages = {"site", "usb"} & names
    wanted = Wanted.ALL if len(pages) > 1 else Wanted.WEB if "site" in pages else Wanted.USB if pages else Wanted.PRINT
    problem = build(collection, wanted, narration).problem if names != {"catalogue"} else ""
    if "catalogue" in names:
        build_catalogue(collection)
    return problem


def _empty_the_workshop(collection: Collection, *, keep_cache: bool) -> None:
    """Take away what earlier builds left while they worked: stages, half-made folders, what `index` wrote."""
    for folder in collection.work.iterdir() if collection.work.is_dir() else ():
        if not folder.is_dir():
            continue
        for inner in folder.iterdir():
            if not (keep_cache and inner.name == CACHE):
                shutil.rmtree(inner) if inner.is_dir() else inner.unlink()
    root = collection.project.root
    for pattern in (".site-*", "dist/.*-*"):
        for folder in root.glob(pattern):
            shutil.rmtree(folder, ignore_errors=True)
    shutil.rmtree(collection.dist / "catalogue", ignore_errors=True)


def _take_away(collection: Collection, folders: tuple[Path, ...]) -> None:
    """Remove finished folders; of one that is a link to a folder, what is in it."""
    for folder in folders:
        for inner in folder.iterdir() if folder.is_symlink() else ():
            shutil.rmtree(inner) if inner.is_dir() and not inner.is_symlink() else inner.unlink()
        if not folder.is_symlink():
            shutil.rmtree(folder, ignore_errors=True)
    _empty_the_workshop(collection, keep_cache=False)


def _find(library: Library, id: str) -> Resource | None:
    every = (one for resource in library.resources.values() for one in (resource, *resource.answers))
    return next((one for one in every if one.id == id), None)


def _refused(library: Library, resource: Resource, edition: Edition) -> Sought:
    """Return the files of a resource that an edition must not hold. A record's title and our words on it may stay."""
    paths: list[str] = []
    outcomes = []
    for entry in (resource, *resource.answers):
        for text in (text for piece in entry.pieces for text in piece.texts.values()):
            above = decide(resource, text.language, edition, today=library.today).outcome
            outcome = decide(entry, text.language, edition, today=library.today).outcome
            own = entry.kind is ARCHIVE and text in entry.main.texts.values()
            shown = outcome is Outcome.FULL or (outcome is Outcome.RECORD and own)
            if above not in (Outcome.FULL, Outcome.RECORD) or not shown or translation_refused(entry, text):
                paths.append(text.path)
            outcomes += [outcome] if entry is resource else []
    if Outcome.FULL not in outcomes:
        paths += resource.files
    contents = {path: (library.root / path).read_bytes() for path in dict.fromkeys(paths)}
    return Sought(frozenset({edition}), contents, bodies_only=Outcome.RECORD in outcomes)
