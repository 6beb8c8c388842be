"""Something stands in a list twice.

Why it matters

What stands there twice is shown twice: a credit, a source, a thing to bring. Often the second one was meant to be
something else.

Bad (front matter):

    topics: [wellbeing, wellbeing]

Good (front matter):

    topics: [wellbeing, ownership]

How to mend it

Take one of the two out, or change it to what was meant.
"""

from collections.abc import Hashable, Iterable, Iterator

from fingerpost.checks.places import with_answers
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import named, shown
from fingerpost.languages.phrases import say
from fingerpost.library import Library, Resource, Text
from fingerpost.library.schema import Archive, Credit

ID = "FP120"
SEVERITY = Severity.WARNING
LISTS = ("topics", "stages", "audiences", "content_notes", "credits", "sources", "parts", "needs", "offers", "where")

Place = tuple[str | int, ...]


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield each entry of a list in front matter that stood there before."""
    for entry in with_answers(resource):
        for place, entries in _lists(entry):
            yield from _twice(entry.main.source, place, entries)
        for text in entry.main.texts.values():
            if text.translation:
                yield from _twice(text, ("translation", "by"), text.translation.by)
                yield from _twice(text, ("translation", "reviewed_by"), text.translation.reviewed_by)


def _lists(entry: Resource) -> Iterator[tuple[Place, Iterable[object]]]:
    meta = entry.meta
    for key in LISTS:
        yield (key,), getattr(meta, key, ())
    consent = getattr(meta, "consent", None)
    if consent:
        yield ("consent", "scope"), consent.scope
    if isinstance(meta, Archive):
        yield ("work", "creators"), meta.work.creators
        yield ("work", "languages"), meta.work.languages
        yield ("work", "files"), meta.work.files


def _twice(text: Text, place: Place, entries: Iterable[object]) -> Iterator[Problem]:
    seen: set[Hashable] = set()
    for index, entry in enumerate(entries):
        form = _form(entry)
        if form is None:
            continue
        if form in seen:
            yield Problem(
                ID,
                SEVERITY,
                text.path,
                text.line_of(*place, index),
                1,
                say("{word} stands in {name} twice.", word=shown(_word(entry)), name=named(".".join(map(str, place)))),
                say("Take one of the two out, or change it to what was meant."),
            )
        seen.add(form)


def _form(entry: object) -> Hashable:
    """Return what makes an entry the same as another. People who are not named may be several."""
    if isinstance(entry, Credit):
        name = (entry.name or "").casefold()
        return (name, entry.role, entry.shown) if name and entry.shown != "anonymous" else None
    return str(entry).casefold()


def _word(entry: object) -> str:
    return (entry.name or "") if isinstance(entry, Credit) else str(entry)
