"""One row of a list of resources, with what a reader can narrow the list by."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fingerpost.gate import Outcome
from fingerpost.languages import Words, collation_key
from fingerpost.library.kinds import LISTED
from fingerpost.stage.around import taken_away
from fingerpost.stage.facts import content_notes, short_facts_of
from fingerpost.stage.in_languages import languages_of, own_languages
from fingerpost.stage.tree import address, relative
from fingerpost.stage.view import Scene, View

FEWEST = 8  # rows from which on it helps to narrow a list


@dataclass(frozen=True, slots=True)
class Facet:
    """Something to narrow a list by: its name in addresses and data, and the terms that a resource has."""

    name: str
    terms: Callable[[Scene, View], Iterable[str]]
    label: Callable[[Scene, str], str]


def _formats(scene: Scene, view: View) -> Iterator[str]:
    if any((view.resource.id, code) in scene.prints for code in scene.library.site.codes):
        yield "print"
    if view.resource.easy and view.outcome is Outcome.FULL:
        yield "easy-read"


def _in_vocabulary(name: str) -> Callable[[Scene, str], str]:
    return lambda scene, term: scene.label(name, term)


def language_title(words: Words, code: str, name: str) -> str:
    """Return *In Welsh*, in the reader's words where there are some, else the language's own name."""
    return words(f"in-{code}") if words.has(f"in-{code}") else name


FACETS: tuple[Facet, ...] = (
    Facet("kind", lambda _, view: (view.resource.kind.name,), lambda scene, term: scene.words(f"kinds-{term}")),
    Facet("topic", lambda _, view: view.resource.entry.topics, _in_vocabulary("topics")),
    Facet("stage", lambda _, view: view.resource.entry.stages, _in_vocabulary("stages")),
    Facet("audience", lambda _, view: view.resource.entry.audiences, _in_vocabulary("audiences")),
    Facet(
        "language",
        lambda scene, view: own_languages(scene, view),
        lambda scene, term: language_title(scene.words, term, scene.library.site.language(term).name),
    ),
    Facet("format", _formats, lambda scene, term: scene.words(f"format-{term}")),
)


def item_of(scene: Scene, view: View, page: str, **more: Any) -> dict[str, Any]:
    """Return a resource as a row of a list on `page`: title, address, summary, facts, content notes, terms.

    `more` adds to the row, or replaces what stands in it.
    """
    item: dict[str, Any] = {
        "title": view.text.title,
        "url": relative(address(view.path), page),
        "lang": view.foreign_language,
        "summary": view.text.summary,
        "facts": short_facts_of(scene, view),
        "languages": languages_of(scene, view),
        "notes": [{"id": term, "label": scene.label("content-notes", term)} for term in content_notes(scene, view)],
        "terms": {facet.name: list(facet.terms(scene, view)) for facet in FACETS},
        **more,
    }
    return {name: value for name, value in item.items() if value}


def printed_item(scene: Scene, view: View, page: str) -> dict[str, Any]:
    """Return a row that also offers what can be taken away."""
    return item_of(scene, view, page, take=taken_away(scene, view, page, own=True))


def in_order(scene: Scene, views: Iterable[View]) -> list[View]:
    """Return views by title, in the order of the reader's alphabet."""
    key = collation_key(scene.language)
    return sorted(views, key=lambda view: key(view.text.title))


def facets_of(scene: Scene, views: Sequence[View]) -> list[dict[str, Any]]:
    """Return what a list can be narrowed by: each facet in which it differs, with its terms and how many have each.

    Nothing for a short list, which is quicker read than narrowed.
    """
    if len(views) < FEWEST:
        return []
    found = []
    for facet in FACETS:
        counts: dict[str, int] = {}
        for view in views:
            for term in facet.terms(scene, view):
                counts[term] = counts.get(term, 0) + 1
        if any(count < len(views) for count in counts.values()):
            options = [
                {"id": term, "label": facet.label(scene, term), "count": counts[term]}
                for term in _ordered(scene, facet, counts)
            ]
            found.append({"name": facet.name, "label": scene.words(f"filter-{facet.name}"), "options": options})
    return found


def _ordered(scene: Scene, facet: Facet, counts: Mapping[str, int]) -> list[str]:
    """Kinds, stages and languages in an order of their own, the rest by the alphabet."""
    given = {
        "kind": [kind.name for kind in LISTED],
        "stage": [*(scene.library.vocabularies["stages"].terms if "stages" in scene.library.vocabularies else ())],
        "language": list(scene.library.site.codes),
        "format": ["print", "easy-read"],
    }.get(facet.name)
    if given is not None:
        return [term for term in given if term in counts]
    key = collation_key(scene.language)
    return sorted(counts, key=lambda term: key(facet.label(scene, term)))
