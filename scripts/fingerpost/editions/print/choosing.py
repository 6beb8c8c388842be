"""Choosing what is printed: one resource, several, all of a topic or of a kind, or everything."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from fingerpost.editions.collection import Collection
from fingerpost.library.kinds import LISTED
from fingerpost.problems import Misuse

EVERYTHING = "all"
TOPIC = "topic:"


@dataclass(frozen=True, slots=True)
class Chosen:
    """What somebody asked for: in their words, under which name for a file, titled how, and the ids in order.

    Of one resource its own PDFs are made; `bound` is for several, which become one PDF a language.
    """

    said: str
    name: str
    titles: Mapping[str, str]
    ids: tuple[str, ...]
    bound: bool


def choose(collection: Collection, asked: Iterable[str]) -> Chosen | None:
    """Return what was asked for, or nothing where nothing was.

    Each of `asked` is an id (``guides/setting-limits``), ``topic:pay``, a kind (``archive``) or ``all``; ids may
    also stand in one, with commas. Raises Misuse where one of them is none of these.
    """
    words = [word.strip() for one in asked for word in one.split(",") if word.strip()]
    if not words:
        return None
    ids = tuple(dict.fromkeys(id for word in words for id in _ids(collection, word)))
    said = ", ".join(words)
    if len(words) == 1 and words[0] in collection.library.resources:
        return Chosen(said, "", {}, ids, bound=False)
    return Chosen(said, _name(words), _titles(collection, words), ids, bound=True)


def _ids(collection: Collection, word: str) -> list[str]:
    listed = collection.library.listed
    if word == EVERYTHING:
        return [one.id for one in listed]
    if word.startswith(TOPIC):
        topic = word.removeprefix(TOPIC)
        topics = {term for one in listed for term in one.entry.topics}
        if topic not in topics:
            raise Misuse(f"There is no topic '{topic}'{_near(topic, topics)} Topics to choose from: {_list(topics)}.")
        return [one.id for one in listed if topic in one.entry.topics]
    folders = [kind.folder for kind in LISTED]
    if word in folders:
        return [one.id for one in listed if one.kind.folder == word]
    known = {one.id for one in listed}
    if word not in known:
        raise Misuse(
            f"There is nothing called '{word}'{_near(word, {*known, *folders})} "
            f"Give a resource (guides/setting-limits), a topic (topic:pay), a kind ({_list(folders)}) or {EVERYTHING}."
        )
    return [word]


def _near(word: str, known: Iterable[str]) -> str:
    near = get_close_matches(word, sorted(known), 1)
    return f". Did you mean '{near[0]}'?" if near else "."


def _list(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))


def _name(words: list[str]) -> str:
    """Return the name of a file for what was asked: ``topic-pay``, ``archive``, ``all``; of several, a mark of them."""
    if len(words) == 1:
        return words[0].replace(":", "-").replace("/", "-")
    return f"pack-{hashlib.sha256(','.join(words).encode()).hexdigest()[:8]}"


def _titles(collection: Collection, words: list[str]) -> dict[str, str]:
    site, found = collection.project.site, {}
    for code in site.codes:
        said = collection.words[code]
        title = said("print-bound")
        if words == [EVERYTHING]:
            title = site.language(code).site_name
        elif len(words) == 1 and words[0].startswith(TOPIC):
            title = collection.library.label("topics", words[0].removeprefix(TOPIC), code)
        elif len(words) == 1:
            title = next(said(f"kinds-{kind.name}") for kind in LISTED if kind.folder == words[0])
        found[code] = title
    return found
