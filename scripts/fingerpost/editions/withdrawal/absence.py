"""What must not be in what was made: all of what was withdrawn, and what the gate keeps out of an edition."""

from collections.abc import Mapping
from pathlib import Path

from fingerpost.editions.collection import open_collection
from fingerpost.editions.proof.prove import Proof, Sought, prove
from fingerpost.gate import Edition, Outcome, decide, translation_refused
from fingerpost.intake.remembered import remembered_files
from fingerpost.languages.phrases import say
from fingerpost.library import Library, Resource
from fingerpost.library.files import is_named_after, linked_files
from fingerpost.library.kinds import ARCHIVE
from fingerpost.problems import FingerpostProblem
from fingerpost.stage import withheld_files


def prove_absence(root: Path, id: str, held: Mapping[str, bytes] | None = None) -> Proof:
    """Look for everything of `id` that must not be in what was made.

    For what was withdrawn that is all of it, everywhere. For what is still in docs/ it is, for each edition, what the
    gate does not let into it. `held` is what its files held until now, by path, where they have just been removed:
    Git need not have it. Raises FingerpostProblem where that is nothing, and where nobody knows any more what it
    said.
    """
    collection = open_collection(root)
    resource = collection.library.with_id(id)
    if resource is not None and resource.withdrawn is None:
        refused = (_refused(collection.library, resource, edition) for edition in Edition)
        sought = [one for one in refused if one.files]
        if not sought:
            raise FingerpostProblem(
                say("{id} was not withdrawn, and all of it may be shown everywhere. There is nothing to prove.", id=id)
            )
        return prove(collection.project.root, id, sought, collection.project.overrides)
    if not any(row.id == id for row in collection.library.ledger):
        raise FingerpostProblem(say("There is no {id} in docs/, and none in docs/_withdrawn.yml.", id=id))
    files = remembered_files(collection.project.root, id)
    for path, content in (held or {}).items():
        if content not in files.values():
            files[path if path not in files else f"0/{path}"] = content
    if not files:
        raise FingerpostProblem(
            say(
                "Nothing is left of {id} that could be looked for: its files are gone, and Git does not have them. "
                "So nothing can be proved.",
                id=id,
            )
        )
    return prove(collection.project.root, id, [Sought(frozenset(Edition), files)], collection.project.overrides)


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
    paths += _refused_files(library, resource, edition)
    contents = {path: (library.root / path).read_bytes() for path in dict.fromkeys(paths)}
    return Sought(frozenset({edition}), contents, bodies_only=Outcome.RECORD in outcomes)


def _refused_files(library: Library, resource: Resource, edition: Edition) -> list[str]:
    """Return the files beside a resource's texts, or those of one answer, that an edition must not hold."""
    if resource.id in library.resources:
        return sorted(withheld_files(library, resource, edition))
    question = library.resources[resource.id.rpartition("/")[0]]
    own = {path for text in resource.texts for path in linked_files(text)}
    withheld = withheld_files(library, question, edition)
    return sorted(path for path in withheld if path in own or is_named_after(path, resource.slug))
