"""Withdraw: what its makers took back goes out of docs/ in every language, and into the ledger."""

import errno
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from fingerpost.checks.wording import closest, shown
from fingerpost.intake.git import git_folder
from fingerpost.intake.ledger_writing import write_row
from fingerpost.intake.undoing import link_above, remember
from fingerpost.languages.phrases import say, together
from fingerpost.library import Library, Resource
from fingerpost.library.files import is_named_after, linked_paths
from fingerpost.library.ids import id_meant
from fingerpost.library.kinds import PAGE, QUESTION, TOOLKIT, Kind, kind_of_folder
from fingerpost.library.ledger import Withdrawal
from fingerpost.library.reading import DOCS, SLUG
from fingerpost.problems import FingerpostProblem, Misuse


class NotAllRemoved(FingerpostProblem):
    """A withdrawal that stands in the ledger, and a file of it that the system did not remove."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a withdrawal will do, before anything is done.

    `files` go, by their paths from the root; `kept` lie beside an answer and are used by others too. `earlier` is the
    line that stands in the ledger already, if there is one. `can_be_undone` says whether Git can keep what goes
    until the withdrawal is committed.
    """

    id: str
    title: str
    on: date
    words: Mapping[str, str]
    files: tuple[str, ...]
    kept: tuple[str, ...]
    earlier: Withdrawal | None
    can_be_undone: bool


def plan_withdrawal(library: Library, wanted: str, words: Mapping[str, str], language: str = "") -> Plan:
    """Return what withdrawing `wanted` will do: a resource, a plain page, or one answer to a question.

    Everything in the resource's folder is counted, also what can't be read: a broken file must not be the reason why
    a story stays. `words` are the makers' own, by language; `language` is the title's. Raises Misuse where there is
    no such thing, and FingerpostProblem where it lies behind a link: what is there is not this collection's to remove.
    """
    id = id_meant(wanted)
    link = link_above(library.root, f"{DOCS}/{id}")
    if link:
        raise FingerpostProblem(
            say("{path} is a link to another place, so nothing was removed. Put the folder itself there.", path=link)
        )
    earlier = next((row for row in library.ledger if row.id == id), None)
    files, kept = _files_of(library, id)
    if not files and earlier is None:
        raise Misuse(_nothing_there(library, id))
    said = {**dict(earlier.words), **words} if earlier else dict(words)
    day = earlier.on if earlier else library.today
    can_be_undone = git_folder(library.root) is not None
    return Plan(id, _title(library, id, language), day, said, files, kept, earlier, can_be_undone)


def withdraw(library: Library, plan: Plan) -> None:
    """Do what the plan says.

    The ledger comes first: from then on the gate lets nothing of it through, wherever this stops; doing it again
    finishes it. Raises FingerpostProblem where the ledger can't be written (nothing was removed then) and
    NotAllRemoved where a file can't be removed.
    """
    if plan.can_be_undone:
        remember(library.root, plan.id, plan.files)
    write_row(library.root, plan.id, plan.on, plan.words)
    left = []
    for path in plan.files:
        try:
            (library.root / path).unlink(missing_ok=True)
        except OSError as error:
            left.append((path, error.strerror or ""))
    _remove_empty(library.root / DOCS / plan.id)
    if not left and (library.root / DOCS / plan.id).exists():
        left.append((f"{DOCS}/{plan.id}", os.strerror(errno.EACCES)))
    if left:
        said = say(
            "{path} could not be removed ({why}). It stands in the ledger, so it is shown nowhere. Remove it by hand, "
            "or withdraw {id} again.",
            path=left[0][0],
            why=left[0][1],
            id=plan.id,
        )
        raise NotAllRemoved(said)


def _files_of(library: Library, id: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the files that go with an id, and those beside it that stay because others use them."""
    folder, _, name = id.partition("/")
    kind, root = kind_of_folder(folder), library.root
    if kind is PAGE and SLUG.fullmatch(name) and name != "home":
        return _beginning(root, f"{DOCS}/{PAGE.folder}", name), ()
    if kind is QUESTION and "/" in name:
        return _files_of_answer(library, id)
    if kind is None or kind is PAGE or not SLUG.fullmatch(name):
        return (), ()
    place = root / DOCS / id
    if place.is_symlink():
        return (f"{DOCS}/{id}",), ()
    found = (Path(there) / file for there, _, files in os.walk(place) for file in files)
    links = (
        Path(there) / one for there, inner, _ in os.walk(place) for one in inner if (Path(there) / one).is_symlink()
    )
    return tuple(sorted(file.relative_to(root).as_posix() for file in (*found, *links))), ()


def _beginning(root: Path, folder: str, stem: str) -> tuple[str, ...]:
    """Return the files of a folder that are called ``stem.…``, hidden copies of editors included."""
    place = root / folder
    names = sorted(file.name for file in place.iterdir()) if place.is_dir() else []
    return tuple(f"{folder}/{name}" for name in names if name.lstrip(".").startswith(f"{stem}."))


def _files_of_answer(library: Library, id: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    question, _, stem = id.rpartition("/")
    if not (QUESTION.stem and QUESTION.stem.fullmatch(stem)):
        return (), ()
    own = _beginning(library.root, f"{DOCS}/{question}", stem)
    resource, answer = library.resources.get(question), library.with_id(id)
    if resource is None or answer is None:
        return own, ()
    beside = set(_linked([answer])) & set(resource.files)
    beside |= {file for file in resource.files if is_named_after(file, stem)}
    rest = [one for one in resource.answers if one is not answer]
    others = [Resource(resource.id, resource.kind, resource.main, easy=resource.easy), *rest]
    others += [one for one in library.resources.values() if one is not resource]
    used = beside & set(_linked(others))
    return tuple(sorted({*own, *(beside - used)})), tuple(sorted(used))


def _linked(resources: list[Resource]) -> Iterator[str]:
    """Yield the path of every file of the collection that texts link to or show."""
    for resource in resources:
        for text in resource.texts:
            yield from linked_paths(text)


def _title(library: Library, id: str, language: str) -> str:
    found = library.with_id(id) or next((one for one in library.unsound if one.id == id), None)
    return found.main.text_for(language).title if found else ""


def _nothing_there(library: Library, id: str) -> str:
    folder, _, name = id.partition("/")
    kind: Kind | None = kind_of_folder(folder)
    if id == f"{PAGE.folder}/home":
        return say("The start page can't be withdrawn. Change its words instead.")
    whole = "/".join(id.split("/")[:2])
    if kind is TOOLKIT and "/" in name and whole in library.resources:
        return say(
            "A part can't be withdrawn by itself. Withdraw {whole}, or delete the part's files and its name in "
            "'parts'.",
            whole=whole,
        )
    known = [one.id for resource in library.resources.values() for one in (resource, *resource.answers)]
    near = [other for other in known if other.rsplit("/", 1)[-1] == id.rsplit("/", 1)[-1]]
    guess = near[0] if near else closest(id, known)
    advice = say("Did you mean {id}?", id=guess) if guess else say("Ids look like {id}.", id="guides/setting-limits")
    return together(say("There is no {id} in docs/.", id=shown(id)), advice)


def _remove_empty(folder: Path) -> None:
    """Remove what is left of a resource's folder: folders without a file in them."""
    if folder.is_symlink() or not folder.is_dir():
        return
    for there, _, _ in os.walk(folder, topdown=False):
        try:
            Path(there).rmdir()
        except OSError:  # something is still in it, which has been said
            return
