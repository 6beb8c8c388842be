"""Explain: what becomes of one resource in each edition and language, why, and what would change it."""

from collections.abc import Iterator

from fingerpost.checks import catalogue_for, known_languages
from fingerpost.checks.wording import closest, did_you_mean, shown
from fingerpost.editions.collection import Collection
from fingerpost.editions.lines import paragraph
from fingerpost.editions.telling import taken_back, tell
from fingerpost.languages import in_words_of
from fingerpost.library import Library, Resource
from fingerpost.library.ids import id_meant
from fingerpost.library.reading import DOCS
from fingerpost.problems import FingerpostProblem, Misuse


def explain_resource(collection: Collection, wanted: str, language: str = "") -> Iterator[str]:
    """Yield lines for a person to read, in one of the site's languages (the first, if none is named).

    `wanted` is an id, or the path of a folder or a file. Raises Misuse where there is no such resource or language,
    FingerpostProblem where it can't be read.
    """
    library = collection.library
    language = language or library.site.codes[0]
    if language not in collection.words:
        raise Misuse(f"This site has no language '{language}'. It has: {', '.join(library.site.codes)}.")
    words, id = collection.words[language], id_meant(wanted)
    place = f"{DOCS}/{id}"
    resource = _find(library, id)
    unread = any(fault.path == place or fault.path.startswith((f"{place}/", f"{place}.")) for fault in library.faults)
    row = next((row for row in library.ledger if row.id == id), None)
    if resource:
        yield from tell(library, words, resource)
        if unread:
            yield from ("", *paragraph(words("explain-some-unreadable", place=place)))
    elif row:
        yield from taken_back(library, words, row)
    elif unread:
        raise FingerpostProblem(words("explain-unreadable", place=place))
    else:
        hint = _nearest(library, id, language) or words("explain-form")
        raise Misuse(f"{words('explain-unknown', id=shown(wanted))} {hint}")


def _find(library: Library, id: str) -> Resource | None:
    """Return the resource or the answer with an id, or the resource that has a part of this name."""
    folder, _, stem = id.rpartition("/")
    whole = library.resources.get(folder)
    if whole and any(piece.stem == stem for piece in whole.pieces):
        return whole
    return library.with_id(id)


def _nearest(library: Library, id: str, language: str) -> str:
    """Return ``Did you mean 'x'?`` for what has the same name elsewhere, else for the closest id or name."""
    ids = [*library.resources, *(answer.id for one in library.resources.values() for answer in one.answers)]
    by_name = {known.rpartition("/")[2]: known for known in reversed([*ids, *(row.id for row in library.ledger)])}
    name = id.rpartition("/")[2]
    near = by_name.get(name) or closest(id, ids) or by_name.get(closest(name, by_name), "")
    catalogue = catalogue_for(language if language in known_languages() else "")
    return in_words_of(did_you_mean(near, [near]), catalogue) if near else ""
