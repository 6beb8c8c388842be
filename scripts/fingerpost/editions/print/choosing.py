"""Choosing what is printed: one resource, several, all of a topic or of a kind, or everything."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from fingerpost.editions.collection import Collection
from fingerpost.library.kinds import LISTED
from fingerpost.problems import Misuse
from fingerpost.stage.pack import code_of, read_code

EVERYTHING = "all"
TOPIC = "topic:"
LOOKS_LIKE_A_CODE = re.compile(r"([0-9A-Z]{4}[ -])+[0-9A-Z]", re.IGNORECASE)  # as the page of the pack writes it


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

    Each of `asked` is an id (``guides/setting-limits``), ``topic:pay``, a kind (``archive``), the code of a pack
    (``S7Q8-W``) or ``all``; several may also stand in one, with commas. Raises Misuse where one is none of these.
    """
    asked = list(asked)
    if not asked:
        return None
    words = [word.strip() for one in asked for word in one.split(",") if word.strip()]
    if not words:
        raise Misuse(f"--only names nothing. {_what_to_give()}")
    ids = tuple(dict.fromkeys(id for word in words for id in _ids(collection, word)))
    said = ", ".join(words)
    if len(ids) == 1 and all(word in ids or read_code(word) for word in words):
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
    if word in known:
        return [word]
    signs = read_code(word)
    if signs:
        return _of_code(word, signs, known)
    if LOOKS_LIKE_A_CODE.fullmatch(word):
        raise Misuse(f"There is a slip in the code '{word}'. Compare each sign with the one on paper.")
    raise Misuse(f"There is nothing called '{word}'{_near(word, {*known, *folders})} {_what_to_give()}")


def _of_code(code: str, signs: list[str], known: Iterable[str]) -> list[str]:
    """Return the ids that a pack's code names; where two have the same signs, both, as the page of the pack does."""
    by_signs: dict[str, list[str]] = {}
    for id in sorted(known):
        by_signs.setdefault(code_of(id), []).append(id)
    found = [id for one in signs for id in by_signs.get(one, ())]
    missing = sum(one not in by_signs for one in signs)
    if missing:
        left = f" To print the others, give --only {','.join(found)}" if found else ""
        raise Misuse(
            f"The code '{code}' is whole, but {missing} of the {len(signs)} that it names are not here: they were "
            f"taken back, or the code is from another collection.{left}"
        )
    return found


def _what_to_give() -> str:
    return (
        "Give a resource (guides/setting-limits), a topic (topic:pay), "
        f"a kind ({_list(kind.folder for kind in LISTED)}), the code of a pack, or {EVERYTHING}."
    )


def _near(word: str, known: Iterable[str]) -> str:
    near = get_close_matches(word, sorted(known), 1)
    return f". Did you mean '{near[0]}'?" if near else "."


def _list(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))


def _name(words: list[str]) -> str:
    """Return the name of a file for what was asked: ``topic-pay``, ``archive``, ``all``; of a pack, a mark of it."""
    if len(words) == 1 and not read_code(words[0]):
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
        elif len(words) == 1 and not read_code(words[0]):
            title = next(said(f"kinds-{kind.name}") for kind in LISTED if kind.folder == words[0])
        found[code] = title
    return found
