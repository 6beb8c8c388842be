"""Explain: what the gate says of one resource, for each edition and language."""

from collections.abc import Iterator

from fingerpost.editions.collection import Collection
from fingerpost.gate import Edition, decide
from fingerpost.library import Resource
from fingerpost.problems import FingerpostProblem, Misuse
from fingerpost.stage import see


def explain_resource(collection: Collection, resource_id: str, language: str = "") -> Iterator[str]:
    """Yield lines for a person to read, in one of the site's languages (the first, if none is named).

    Raises Misuse where there is no such resource or language, FingerpostProblem for one that was withdrawn.
    """
    resource = _find(collection, resource_id)
    language = language or collection.project.site.codes[0]
    if language not in collection.words:
        known = ", ".join(collection.project.site.codes)
        raise Misuse(f"This site has no language '{language}'. It has: {known}.")
    words = collection.words[language]
    yield f"{resource.id}: {resource.main.source.title}"
    for edition in Edition:
        for code in collection.project.site.codes:
            # What stands on the page: where a translation is refused, that is the original.
            seen = see(collection.library, resource, code, edition)
            decision = seen.decision if seen else decide(resource, code, edition, today=collection.library.today)
            reasons = " ".join(words(f"reason-{reason}") for reason in decision.reasons)
            yield f"  {edition.value:6} {code:4} {decision.outcome.value:10} {reasons}"
    for answer in resource.answers:
        yield ""
        yield from explain_resource(collection, answer.id, language)


def _find(collection: Collection, resource_id: str) -> Resource:
    library = collection.library
    wanted = resource_id.strip("/").removeprefix("docs/")
    found = library.resources.get(wanted) or library.resources.get(wanted.rpartition("/")[0])
    if found and found.id != wanted:
        found = next((answer for answer in found.answers if answer.id == wanted), None)
    if found:
        return found
    if any(row.id == wanted for row in library.ledger):
        raise FingerpostProblem(f"{wanted} was withdrawn. Pages say so where they stood; nothing else of it is made.")
    near = [known for known in library.resources if known.rsplit("/", 1)[-1] == wanted.rsplit("/", 1)[-1]]
    hint = f" Did you mean {near[0]}?" if near else " Ids look like guides/setting-limits."
    raise Misuse(f"There is no resource '{resource_id}'.{hint}")
