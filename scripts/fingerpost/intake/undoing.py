"""Undo a withdrawal that has not been committed: what was removed is kept by Git, and nowhere else.

Git's store of objects holds earlier versions in any case. What is put there beside them is not part of any commit,
is never pushed, and is thrown away by Git itself after some weeks (git-gc, gc.pruneExpire).
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from fingerpost.intake.git import GitProblem, ask_git, git_folder
from fingerpost.intake.ledger_writing import FIRST_WORDS, LEDGER, take_row_out
from fingerpost.languages.phrases import say
from fingerpost.library.ledger import Withdrawal, read_ledger_text
from fingerpost.problems import FingerpostProblem

RECORD = "fingerpost-withdrawn.json"


@dataclass(frozen=True, slots=True)
class Kept:
    """A removed file: its path from the root, the name of its content in Git, its mode, whether it was a link."""

    path: str
    blob: str
    mode: int
    link: bool = False


@dataclass(frozen=True, slots=True)
class Removal:
    """One withdrawal that can be undone: its id, its files, and the ledger as it was (nothing if there was none).

    `place` is the collection's folder in the repository: one repository may hold several collections. `after` is the
    last commit, where the ledger in that one named the id already: only a later one can have taken note of this.
    """

    id: str
    files: tuple[Kept, ...]
    ledger: str | None
    place: str = ""
    after: str = ""


def remember(root: Path, id: str, files: tuple[str, ...]) -> None:
    """Keep what is about to be removed, until it is committed. Raises FingerpostProblem where Git does not take it."""
    if not files:
        return
    waiting = removals(root)
    again = next((removal for removal in waiting if removal.id == id), None)
    kept = [_keep(root, path) for path in files]
    ledger = root / LEDGER
    before = _store(root, ledger.read_bytes()) if ledger.is_file() else None
    if again:  # stopped half way and done again: what went then is kept too
        there = {one.path for one in kept}
        kept += [one for one in again.files if one.path not in there]
        before = again.ledger
    after = _answer(root, "rev-parse", "HEAD") if id in _committed_ids(root) else ""
    now = Removal(id, tuple(kept), before, _place(root), after)
    _write(root, [*(removal for removal in waiting if removal is not again), now])


def removals(root: Path) -> list[Removal]:
    """Return the withdrawals that can be undone, the last one last. What has been committed is forgotten."""
    place = _place(root)
    found = [removal for removal in _recorded(root) if removal.place == place]
    if not found:
        return []
    committed, last = _committed_ids(root), _answer(root, "rev-parse", "HEAD")
    waiting = [removal for removal in found if removal.id not in committed or removal.after == last]
    if len(waiting) < len(found):
        _write(root, waiting)
    return waiting


def contents_of(root: Path, removal: Removal) -> dict[str, bytes]:
    """Return what was removed: path to bytes. What Git no longer has is left out."""
    try:
        found = {file.path: ask_git(root, "cat-file", "blob", file.blob) for file in removal.files if not file.link}
    except GitProblem:
        return {}
    return {path: content for path, content in found.items() if content is not None}


def undo(root: Path, id: str = "") -> Removal:
    """Bring back the last withdrawal, or that of `id`: its files and the ledger, byte for byte.

    Raises FingerpostProblem where there is none, where it has been committed since, or where something else stands
    in a file's place by now; nothing is changed then.
    """
    waiting = removals(root)
    removal = next((one for one in reversed(waiting) if not id or one.id == id), None)
    if removal is None:
        raise FingerpostProblem(
            say(
                "There is no withdrawal to undo. Once it is committed, only its makers can bring something back: by "
                "agreeing anew."
            )
        )
    contents = contents_of(root, removal)
    for file in removal.files:
        link = link_above(root, file.path)
        if link:
            raise FingerpostProblem(
                say("{path} is a link to another place by now, so nothing was brought back.", path=link)
            )
        if (root / file.path).exists() or (root / file.path).is_symlink():
            if not file.link and (root / file.path).read_bytes() == contents.get(file.path):
                continue
            raise FingerpostProblem(
                say("{path} is there again, with other words. Move it away, then undo.", path=file.path)
            )
        if not file.link and file.path not in contents:
            raise FingerpostProblem(say("Git no longer has {path}, so nothing was brought back.", path=file.path))
    for file in removal.files:
        _bring_back(root, file, contents)
    _bring_ledger_back(root, removal)
    _write(root, [one for one in waiting if one is not removal])
    return removal


def link_above(root: Path, path: str) -> str:
    """Return the first folder on the way to a path, by its own path from the root, that is a link; or nothing."""
    above = [folder.as_posix() for folder in reversed(Path(path).parents) if folder.parts]
    return next((folder for folder in above if (root / folder).is_symlink()), "")


def _keep(root: Path, path: str) -> Kept:
    file = root / path
    if file.is_symlink():
        return Kept(path, _store(root, str(file.readlink()).encode()), 0, link=True)
    return Kept(path, _store(root, file.read_bytes()), file.stat().st_mode)


def _bring_back(root: Path, file: Kept, contents: dict[str, bytes]) -> None:
    place = root / file.path
    place.parent.mkdir(parents=True, exist_ok=True)
    if file.link:
        target = ask_git(root, "cat-file", "blob", file.blob)
        if target is not None and not place.is_symlink():
            place.symlink_to(target.decode())
        return
    half = place.with_name(f".{place.name}.part")
    try:
        half.write_bytes(contents[file.path])
        half.chmod(file.mode & 0o7777)
        half.replace(place)
    finally:
        half.unlink(missing_ok=True)


def _bring_ledger_back(root: Path, removal: Removal) -> None:
    """Take the line out; where that leaves the ledger as it was, to the last byte of it."""
    before = ask_git(root, "cat-file", "blob", removal.ledger) if removal.ledger else b""
    was = _rows(before)
    if removal.id not in {row.id for row in was}:
        take_row_out(root, removal.id)
    file = root / LEDGER
    now = _rows(file.read_bytes())
    if not now and file.read_text("utf-8") == FIRST_WORDS:
        file.unlink()
    elif [(row.id, row.on, row.words) for row in now] == [(row.id, row.on, row.words) for row in was]:
        if removal.ledger is None:
            file.unlink()
        elif before is not None:
            half = file.with_name(f".{file.name}.part")
            half.write_bytes(before)
            half.replace(file)


def _recorded(root: Path) -> list[Removal]:
    """Return every withdrawal on record in the repository, whichever of its collections it was in."""
    folder = git_folder(root)
    try:
        rows = json.loads((folder / RECORD).read_text("utf-8")) if folder else []
        return [Removal(**{**row, "files": tuple(Kept(**file) for file in row["files"])}) for row in rows]
    except (OSError, ValueError, KeyError, TypeError):
        return []


def _place(root: Path) -> str:
    return _answer(root, "rev-parse", "--show-prefix")


def _answer(root: Path, *asked: str) -> str:
    try:
        answer = ask_git(root, *asked)
    except GitProblem:
        return ""
    return (answer or b"").decode("utf-8", "surrogateescape").rstrip("\n")


def _committed_ids(root: Path) -> set[str]:
    """Return the ids in the ledger as it stands in the last commit."""
    try:
        text = ask_git(root, "show", f"HEAD:./{LEDGER}")
    except GitProblem:
        return set()
    return {row.id for row in _rows(text)}


def _rows(content: bytes | None) -> tuple[Withdrawal, ...]:
    return read_ledger_text((content or b"").decode("utf-8-sig", "replace"), LEDGER)[0]


def _store(root: Path, content: bytes) -> str:
    """Put bytes into Git's store and return their name there."""
    try:
        name = ask_git(root, "hash-object", "-w", "--no-filters", "--stdin", given=content)
    except GitProblem:
        name = None
    if not name:
        raise FingerpostProblem(say("Git could not keep what is to be removed, so nothing was removed."))
    return name.decode().strip()


def _write(root: Path, waiting: list[Removal]) -> None:
    folder = git_folder(root)
    if folder is None:
        return
    record, place = folder / RECORD, _place(root)
    waiting = [*(removal for removal in _recorded(root) if removal.place != place), *waiting]
    if not waiting:
        record.unlink(missing_ok=True)
        return
    half = record.with_suffix(".part")
    half.write_text(json.dumps([asdict(removal) for removal in waiting]), "utf-8")
    half.replace(record)
