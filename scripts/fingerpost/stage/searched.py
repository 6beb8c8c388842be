"""What the search knows of a page besides its words: what its page narrows by, and other words for its topics.

A value to narrow by is written as ``id|label``, so that an address holds ids and means the same in every language.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from fingerpost.gate import Outcome
from fingerpost.languages import collation_key
from fingerpost.library import Text
from fingerpost.library.kinds import LISTED, PAGE
from fingerpost.library.schema import Answer
from fingerpost.stage.contact import PLACE
from fingerpost.stage.facts import language_name
from fingerpost.stage.items import language_title
from fingerpost.stage.tree import address
from fingerpost.stage.view import Scene, View

MADE_BY = ("lived-experience-led", "co-produced", "compiled")
FORMATS = ("web", "print", "easy-read")
NO_NOTE = "no-note"
FIRST_TO_ASK = "taking-part"


def searched(
    scene: Scene, view: View, text: Text, notes: Sequence[dict[str, str]], *, easy: bool = False
) -> dict[str, Any]:
    """Return `filters` and `also` of a page with the words of `text`; `easy` says that it is an Easy Read version."""
    return {"filters": filters_of(scene, view, text, notes, easy=easy), "also": also_of(scene, view)}


def filters_of(
    scene: Scene, view: View, text: Text, notes: Sequence[dict[str, str]], *, easy: bool = False
) -> dict[str, list[str]]:
    """Return what the search page can narrow by: for each name, the values of this page as ``id|label``."""
    words, meta = scene.words, view.resource.entry
    kind = view.resource.kind.name
    answers = (answer.resource.meta for answer in scene.answers(view.resource))
    made = {meta.made_by, *(answer.made_by for answer in answers if isinstance(answer, Answer))}
    found: dict[str, list[tuple[str, str]]] = {
        "kind": [(kind, words(f"kinds-{kind}"))],
        "topic": [(term, scene.label("topics", term)) for term in meta.topics],
        "format": [(one, words(f"format-{one}")) for one in _formats(scene, view, easy=easy)],
        "audience": [(term, scene.label("audiences", term)) for term in meta.audiences],
        "stage": [(term, scene.label("stages", term)) for term in meta.stages],
        "language": [(text.language, language_name(text.language, words))],
        "made": [(one, words(f"made-short-{one}")) for one in MADE_BY if one in made],
        "note": [(note["id"], note["label"]) for note in notes] or [(NO_NOTE, words("no-content-note"))],
    }
    return {name: [f"{value}|{label}" for value, label in pairs] for name, pairs in found.items() if pairs}


def _formats(scene: Scene, view: View, *, easy: bool) -> Iterator[str]:
    """An Easy Read version is found as one, and not as the text that it puts in easy words."""
    if easy:
        yield "easy-read"
        return
    yield "web"
    if any((view.resource.id, code) in scene.prints for code in scene.library.site.codes):
        yield "print"


def also_of(scene: Scene, view: View) -> str:
    """Return other words that people use for the topics of a resource, in the reader's language, and the labels."""
    vocabulary = scene.library.vocabularies.get("topics")
    terms = (
        [vocabulary.terms[term] for term in view.resource.entry.topics if term in vocabulary.terms]
        if vocabulary
        else []
    )
    said = [
        word for term in terms for word in (term.label.get(scene.language), *term.also.get(scene.language, ())) if word
    ]
    return ", ".join(dict.fromkeys(said))


def order_of(scene: Scene) -> dict[str, list[str]]:
    """Return the order in which the search page shows what can be narrowed by, and the ids of each."""
    key = collation_key(scene.language)
    topics = sorted(_terms(scene, "topics"), key=lambda term: key(scene.label("topics", term)))
    return {
        "kind": [kind.name for kind in LISTED],
        "topic": topics,
        "format": list(FORMATS),
        "audience": _terms(scene, "audiences"),
        "stage": _terms(scene, "stages"),
        "language": [scene.language, *(code for code in scene.library.site.codes if code != scene.language)],
        "made": list(MADE_BY),
        "note": [NO_NOTE, *_terms(scene, "content-notes")],
    }


def _terms(scene: Scene, vocabulary: str) -> list[str]:
    found = scene.library.vocabularies.get(vocabulary)
    return list(found.terms) if found else []


def other_languages(scene: Scene) -> list[dict[str, str]]:
    """Return the languages that a search may also look in: code, direction, and what each is called on the page."""
    found = []
    for language in scene.library.site.languages:
        if language.code == scene.language:
            continue
        words, code = scene.words, language.code
        own = words.has(f"search-also-{code}")
        also = words(f"search-also-{code}") if own else words("search-also", language=language.name)
        title = language_title(words, code, language.name)
        found.append({"code": code, "direction": language.direction, "title": title, "also": also})
    return found


def way_to_ask(scene: Scene) -> dict[str, str]:
    """Return a plain page that says how to get in touch, *Taking part* first: title, address from the top, language.

    Nothing where there is no such page.
    """
    telling = [
        view
        for view in scene.views.values()
        if view.resource.kind is PAGE and view.outcome is Outcome.FULL and PLACE.search(view.text.body)
    ]
    if not telling:
        return {}
    view = min(telling, key=lambda one: one.resource.slug != FIRST_TO_ASK)
    return {"title": view.text.title, "url": address(view.path), "lang": view.foreign_language}
