"""A text still leads to something that its makers took back, or names it as its source.

Why it matters

People who take their story back want it gone. A link keeps its title, and what stands around the link may
keep more of it. The page that the link leads to says only that it was taken back.

Bad (body):

    Read [how they did it](../gone/index.en.md).

Good (body):

    Read [how others do it](../watering/index.en.md).

Bad (front matter):

    sources: [gone]

Good (front matter):

    sources: [example]

How to mend it

Take the link or the source out. Read what stands around it, and take out what you quote or retell. Nothing is
held up because of this: what was taken back stays away whatever you do here. To see what is left of it in
everything that was built, use `fingerpost withdraw --prove` and its id.
"""

from collections.abc import Iterator

from fingerpost.checks.places import in_file, links, with_answers
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import shown
from fingerpost.languages.phrases import Phrase, say
from fingerpost.library import Library, Resource, Text
from fingerpost.library.kinds import ARCHIVE, PAGE
from fingerpost.library.ledger import Withdrawal
from fingerpost.library.links import resolve
from fingerpost.library.schema import Answer, Archive, Entry, Page

ID = "FP907"
SEVERITY = Severity.WARNING
DOCS = "docs"


def check(resource: Resource, library: Library) -> Iterator[Problem]:
    """Yield each link, picture, source and `part_of` that names what stands in the ledger."""
    if not library.ledger:
        return
    for entry in with_answers(resource):
        yield from _named(entry, library)
    for text in resource.texts:
        for link in links(text.body):
            goal = resolve(link.path, text.path) if link.inside and link.path else None
            row = library.withdrawn_at(goal) if goal else None
            if row and row.id != resource.id and not (library.root / str(goal)).exists():
                advice = say("Take the link out, and whatever else here comes from it.")
                yield _problem(text, in_file(text, link.line), link.column, row, advice)


def _named(entry: Resource, library: Library) -> Iterator[Problem]:
    text = entry.main.source
    for place, path in _names(entry):
        row = library.withdrawn_at(path)
        if row and row.id != entry.id:
            yield _problem(text, text.line_of(*place), 1, row, say("Take it out of this line."))


def _names(entry: Resource) -> Iterator[tuple[tuple[str | int, ...], str]]:
    meta = entry.meta
    if isinstance(meta, Entry | Answer):
        for index, name in enumerate(meta.sources):
            yield ("sources", index), f"{DOCS}/{ARCHIVE.folder}/{name}"
    if isinstance(meta, Archive):
        yield ("work", "confirmed", "in"), f"{DOCS}/{ARCHIVE.folder}/{meta.work.confirmed.source}"
    if isinstance(meta, Page) and meta.part_of:
        yield ("part_of",), f"{DOCS}/{PAGE.folder}/{meta.part_of}"


def _problem(text: Text, line: int, column: int, row: Withdrawal, advice: Phrase) -> Problem:
    message = say("{id} was withdrawn by its makers on {day}.", id=shown(row.id), day=row.on.isoformat())
    return Problem(ID, SEVERITY, text.path, line, column, message, advice)
