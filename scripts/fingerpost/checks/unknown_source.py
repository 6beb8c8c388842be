"""A source names an archive record that is not in the collection.

Why it matters

Sources show readers, and the people whose work it is, what a text draws on. One that leads nowhere shows
nothing.

Bad (front matter):

    sources: [exampel]

Good (front matter):

    sources: [example]

How to mend it

Write the name of the record's folder in `docs/archive/`. If the work has no record yet, add one: its title, its
makers and where to get it are enough.
"""

from collections.abc import Iterator

from fingerpost.checks.places import with_answers
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import closest, shown, slug
from fingerpost.languages.phrases import Phrase, say
from fingerpost.library import Library, Resource
from fingerpost.library.kinds import ARCHIVE, KINDS
from fingerpost.library.schema import Answer, Archive, Entry

ID = "FP115"
SEVERITY = Severity.ERROR

Words = tuple[Phrase, Phrase]


def check(resource: Resource, library: Library) -> Iterator[Problem]:
    """Yield each source that is no archive record, or the resource itself.

    A record that is there but has problems is not missed. A record's own facts may have been seen in the work
    itself, so `confirmed: {in: …}` may name the record it stands in.
    """
    for entry in with_answers(resource):
        text = entry.main.source
        for place, name in _sources(entry):
            words = _amiss(place, name, entry, library)
            if words:
                yield Problem(ID, SEVERITY, text.path, text.line_of(*place), 1, *words)


def _sources(entry: Resource) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(entry.meta, Entry | Answer):
        for index, name in enumerate(entry.meta.sources):
            yield ("sources", index), name
    if isinstance(entry.meta, Archive):
        yield ("work", "confirmed", "in"), entry.meta.work.confirmed.source


def _amiss(place: tuple[str | int, ...], name: str, entry: Resource, library: Library) -> Words | None:
    record = f"{ARCHIVE.folder}/{name}"
    if record == entry.id and place[0] == "sources":
        return (
            say("This record names itself as a source."),
            say("Take {word} out of this line.", word=shown(name)),
        )
    if record in library.resources or (library.root / "docs" / record).is_dir():
        return None
    if library.withdrawn_at(f"docs/{record}"):
        return None  # FP907 tells of it
    return say("The source {word} is not in the archive.", word=shown(name)), _advice(name, library)


def _advice(name: str, library: Library) -> Phrase:
    elsewhere = next((kind for kind in KINDS if f"{kind.folder}/{name}" in library.resources), None)
    if elsewhere:
        return say(
            "It is in docs/{folder}. Only records in docs/archive are sources: link to the others in the text.",
            folder=elsewhere.folder,
        )
    # Where two have one title, the first by id is named.
    records = {resource.slug: resource for resource in reversed(library.of_kind(ARCHIVE))}
    titles = {slug(text.title): name for name, one in records.items() for text in one.main.texts.values()}
    works = {slug(one.meta.work.title): name for name, one in records.items() if isinstance(one.meta, Archive)}
    guess = closest(name, records) or (works | titles).get(closest(name, works | titles), "")
    if guess:
        return say("Did you mean '{word}'? (records are folders in docs/archive)", word=guess)
    return say("Add the record there first, or take the name out. (records are folders in docs/archive)")
