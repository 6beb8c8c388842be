"""Withdrawal from beginning to end, as a person at the keyboard meets it: told, asked, done, proved."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from fingerpost.editions.collection import alone, check_collection, open_collection
from fingerpost.editions.made import Narration
from fingerpost.editions.withdrawal.absence import prove_absence
from fingerpost.editions.withdrawal.again import build_again
from fingerpost.editions.withdrawal.told import (
    printed_files,
    what_came_of_it,
    what_could_not_be_done,
    what_was_built,
    what_was_proved,
    what_will_go,
)
from fingerpost.intake import undoing
from fingerpost.intake.withdrawing import NotAllRemoved, Plan, plan_withdrawal
from fingerpost.intake.withdrawing import withdraw as remove
from fingerpost.languages.phrases import NOTHING, Phrase, say
from fingerpost.library.ids import id_meant
from fingerpost.problems import FingerpostProblem, Misuse

Tell = Callable[[Phrase], None]
Ask = Callable[[str], str]
YES = frozenset({"yes", "ie"})  # the question says that anything else leaves everything as it is


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for: the collection's folder, an id, the language spoken, the makers' words, whether to ask."""

    root: Path
    id: str
    language: str = ""
    words: tuple[str, ...] = ()
    asks: bool = True


def withdraw(request: Request, tell: Tell, ask: Ask) -> int:
    """Show what will go, ask, remove it, build again, prove it, and say what could not be done. Returns 0, or 1."""
    if not request.id:
        raise Misuse(say("Say what to take back: fingerpost withdraw {id}", id="guides/setting-limits"))
    collection = open_collection(request.root)
    words = words_by_language(request, collection.project.site.codes)
    plan = plan_withdrawal(collection.library, request.id, words, request.language)
    for phrase in what_will_go(collection, plan, check_collection(collection).counts["error"]):
        tell(phrase)
    if request.asks and ask_to_go_on(ask, tell) is False:
        return 1
    printed = printed_files(collection, plan.id)
    left = NOTHING
    with alone(collection):  # no build may be reading what is about to go
        held = _contents(collection.project.root, plan)
        try:
            remove(collection.library, plan)
        except NotAllRemoved as problem:  # what was built holds it all the same
            left = problem.args[0]
    tell(NOTHING)
    again = build_again(request.root, Narration())
    for phrase in what_came_of_it(plan, again):
        tell(phrase)
    if left:
        tell(left)
    proved = _proved(request.root, plan.id, tell, held)
    tell(NOTHING)
    for phrase in what_could_not_be_done(collection, plan, printed, request.language):
        tell(phrase)
    tell(NOTHING)
    tell(_what_next(plan))
    return 0 if proved and not left and not again.taken_away and not again.left else 1


def undo(request: Request, tell: Tell, ask: Ask) -> int:  # noqa: ARG001
    """Bring back what was withdrawn and not committed: the last of it, or the id that is named. Returns 0, or 1."""
    collection = open_collection(request.root)
    with alone(collection):
        back = undoing.undo(collection.project.root, id_meant(request.id))
    if any(row.id == back.id for row in open_collection(request.root).library.ledger):
        tell(say("Brought back: {id}. It stands in docs/_withdrawn.yml, as it did before.", id=back.id))
    else:
        tell(say("Brought back: {id}. It no longer stands in docs/_withdrawn.yml.", id=back.id))
    for file in back.files:
        tell(say("  {path}", path=file.path))
    again = build_again(request.root, Narration(), holds_it=False)
    for phrase in what_was_built(again):
        tell(phrase)
    return 1 if again.because else 0


def prove(request: Request, tell: Tell, ask: Ask) -> int:  # noqa: ARG001
    """Look whether anything is left of it in what was built. Returns 0 where nothing is, else 1."""
    if not request.id:
        raise Misuse(say("Say what to look for: fingerpost withdraw --prove {id}", id="guides/setting-limits"))
    return 0 if _proved(request.root, id_meant(request.id), tell) else 1


def words_by_language(request: Request, languages: tuple[str, ...]) -> dict[str, str]:
    """Return the makers' words by language. ``cy: Geiriau.`` names its own; otherwise they are in the one spoken."""
    found: dict[str, str] = {}
    for given in request.words:
        code, colon, rest = given.partition(":")
        named = bool(colon) and code.strip() in languages
        language = code.strip() if named else request.language or languages[0]
        said = " ".join((rest if named else given).split())
        if language not in languages:
            raise Misuse(say("This site has no language '{language}'.", language=language))
        if not said:
            raise Misuse(say("There is nothing in --words. Leave it out, or write what its makers wish to say."))
        found[language] = said
    return found


def ask_to_go_on(ask: Ask, tell: Tell) -> bool:
    """Return whether a person said yes. No answer is no."""
    tell(NOTHING)
    tell(say("Remove it? Type yes and press Enter. Anything else leaves everything as it is."))
    if ask("> ").strip().casefold() in YES:
        return True
    tell(say("Nothing was removed."))
    return False


def _contents(root: Path, plan: Plan) -> dict[str, bytes]:
    """Return what the files that will go hold; what can't be read can't be looked for later."""
    held = {}
    for path in plan.files:
        with suppress(OSError):
            if not (root / path).is_symlink():
                held[path] = (root / path).read_bytes()
    return held


def _proved(root: Path, id: str, tell: Tell, held: Mapping[str, bytes] | None = None) -> bool:
    try:
        proof = prove_absence(root, id, held)
    except FingerpostProblem as problem:
        tell(problem.args[0])
        return False
    for phrase in what_was_proved(proof):
        tell(phrase)
    return proof.holds


def _what_next(plan: Plan) -> Phrase:
    if plan.can_be_undone and plan.files:
        return say("Commit this, and publish. Until you commit, fingerpost withdraw --undo brings it back.")
    return say("Commit this, and publish.") if plan.can_be_undone else say("Publish what was built.")
