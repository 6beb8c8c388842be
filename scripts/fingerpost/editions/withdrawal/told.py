"""What a person is told about a withdrawal: before, after, and what it could not do."""

from collections.abc import Iterator
from pathlib import Path

from fingerpost.checks.wording import listed, shown
from fingerpost.editions.collection import Collection
from fingerpost.editions.print.shelf import read_shelf
from fingerpost.editions.proof.prove import Proof
from fingerpost.editions.withdrawal.again import Again, built_before
from fingerpost.intake.remembered import commits_that_hold
from fingerpost.intake.withdrawing import Plan
from fingerpost.languages.phrases import NOTHING, Phrase, say
from fingerpost.library.kinds import QUESTION

GUIDE = "docs/pages/withdrawing.{language}.md"
MOST_TOLD = 12


def what_will_go(collection: Collection, plan: Plan, to_mend: int) -> Iterator[Phrase]:
    """Yield what withdrawing will do. `to_mend` is how many things keep the collection from being built."""
    yield say("{id}: {title}", id=plan.id, title=plan.title) if plan.title else say("{id}", id=plan.id)
    yield NOTHING
    if plan.files:
        yield say("These files will be removed, in every language ({count}):", count=len(plan.files))
        yield from (say("  {path}", path=path) for path in plan.files)
    if plan.earlier:
        yield say("It was withdrawn on {day}, and stands in docs/_withdrawn.yml.", day=plan.earlier.on.isoformat())
    for path in plan.kept:
        yield say("{path} stays, because other texts show it too.", path=path)
    answers = _answers(collection, plan)
    if answers:
        yield say("The answers go with it, whoever wrote them: {answers}.", answers=listed(answers))
    yield NOTHING
    yield _what_stays(plan)
    for language in collection.project.site.languages:
        if plan.words.get(language.code):
            yield say("  {language}: {words}", language=language.name, words=plan.words[language.code])
    yield from _what_is_built(collection, to_mend)
    if not plan.can_be_undone and plan.files:
        yield say("There is no Git here, so this can't be undone.")


def what_came_of_it(plan: Plan, again: Again) -> Iterator[Phrase]:
    """Yield what was done."""
    yield say("Withdrawn: {id}. It stands in docs/_withdrawn.yml now.", id=plan.id)
    yield from what_was_built(again)


def what_was_built(again: Again) -> Iterator[Phrase]:
    """Yield which folders were built again, or taken away."""
    if again.made:
        yield say("Built again: {folders}.", folders=_folders(again.made))
    if again.because and not again.made:
        yield say("Nothing could be built. {why}", why=again.because)
    elif again.because:
        yield say("{text}", text=again.because)
    if again.taken_away:
        yield say("So what was built before was taken away: {folders}.", folders=_folders(again.taken_away))
    if again.left:
        yield say(
            "This could not be taken away, and still holds it: {folders}. Remove it by hand.",
            folders=_folders(again.left),
        )


def what_was_proved(proof: Proof) -> Iterator[Phrase]:
    """Yield what came of looking for it."""
    files, clues = proof.looked_into, proof.looked_for
    if files == 0:
        yield say("Nothing has been built here, so there was nothing to look into.")
    elif clues == 0:
        yield say("It says nothing that other texts do not say too, so it can't be looked for. Nothing is proved.")
    else:
        yield say(
            "Looked into {files} built files for {clues} of its words, names, pictures and files.",
            files=files,
            clues=clues,
        )
    if files and proof.holds:
        yield say("Nothing of it is in any of them.")
    if files and clues and proof.shared:
        yield say(
            "Other texts have these words too, so they were not looked for. If it is a quotation, take it out there:"
        )
        yield from (say("  {what}", what=shown(one.said)) for one in proof.shared[:MOST_TOLD])
    for one in proof.found[:MOST_TOLD]:
        yield say("Still there, in {path}: {what}", path=one.path, what=shown(one.clue.said))
    for path in proof.unseen[:MOST_TOLD]:
        yield say("Nobody could look into {path}, so nothing is proved for it.", path=path)
    more = len(proof.found[MOST_TOLD:]) + len(proof.unseen[MOST_TOLD:])
    if more:
        yield say("And {count} more.", count=more)
    if proof.mentions:
        yield say("Other texts have the same words. Where they are about it, take them out, and build again:")
    for mention in proof.mentions[:MOST_TOLD]:
        yield say("  {path}:{line}  {what}", path=mention.path, line=mention.line, what=shown(mention.clue.said))
    if len(proof.mentions) > MOST_TOLD:
        yield say("And {count} more.", count=len(proof.mentions) - MOST_TOLD)


def what_could_not_be_done(
    collection: Collection, plan: Plan, printed: tuple[str, ...], language: str
) -> Iterator[Phrase]:
    """Yield what no program can take back, and where an editor reads on. `printed` names the PDFs it was in."""
    yield say("What this could not do:")
    commits = commits_that_hold(collection.project.root, plan.id)
    if commits:
        yield say("- Git keeps every earlier version. Commits with something of it: {count}.", count=commits)
    if printed:
        yield say("- Paper stays where it is. It was in {files}.", files=listed(printed))
    else:
        yield say("- Paper that was printed from the site stays where it is.")
    yield say("- Sticks and other copies keep it until somebody brings them in to be refreshed.")
    yield say("- The site online keeps it until you publish again. Search engines and web archives have to be asked.")
    yield say("What to do about each: {page}", page=_guide(collection, language))


def printed_files(collection: Collection, id: str) -> tuple[str, ...]:
    """Return the names of the PDFs in which a resource was, as the last build made them."""
    whole = id.rpartition("/")[0] if id.count("/") > 1 else id
    return tuple(sheet.name for sheet in read_shelf(collection.dist / "print").sheets if sheet.resource == whole)


def _what_stays(plan: Plan) -> Phrase:
    if plan.id.count("/") > 1:
        place = say("In its place among the answers a sentence stays: that it was taken back, and when.")
    else:
        place = say("At its address a page stays: that it was taken back, and when. The address keeps its words.")
    return say("{place} It will also say:", place=place) if any(plan.words.values()) else place


def _what_is_built(collection: Collection, to_mend: int) -> Iterator[Phrase]:
    before = built_before(collection)
    if before and to_mend:
        yield say(
            "{count} things in the collection have to be mended before anything can be built (fingerpost check lists "
            "them). Until then {folders} will be taken away, because they hold it.",
            count=to_mend,
            folders=_folders(before),
        )
    elif before:
        yield say("Then this is built again without it: {folders}.", folders=_folders(before))


def _answers(collection: Collection, plan: Plan) -> list[str]:
    resource = collection.library.resources.get(plan.id)
    if resource is None or resource.kind is not QUESTION or not plan.files:
        return []
    return [answer.slug for answer in resource.answers]


def _folders(folders: tuple[Path, ...]) -> str:
    return listed(f"{folder.parent.name}/{folder.name}" if folder.name != "site" else "site" for folder in folders)


def _guide(collection: Collection, language: str) -> str:
    """Return the editors' page on withdrawing in a language: the collection's own, else Fingerpost's."""
    for code in (language, collection.project.site.codes[0], "en"):
        path = GUIDE.format(language=code)
        for root in (collection.project.root, collection.project.overrides.parent):
            if code and (root / path).is_file():
                return path
    return GUIDE.format(language=language or "en")
