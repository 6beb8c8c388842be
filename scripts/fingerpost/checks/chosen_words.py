"""Words of docs/_vocabulary/kinder-words.yml in a text: which stand there, where, and how often."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from fingerpost.checks.places import REMEMBERED, in_file, links
from fingerpost.checks.prose import plain
from fingerpost.checks.quoted import own_words, unquoted
from fingerpost.languages.mutation import forms
from fingerpost.library import Library, Resource, Text
from fingerpost.library.kinder_words import KinderWord, Sort
from fingerpost.library.schema import Archive

WORD = re.compile(r"\w+")
BETWEEN = re.compile(r"[\s-]+")
NEAR = 20
SENTENCE_STARTS = (".", "?", "!", "…", ":", "|", "")


@dataclass(frozen=True, slots=True)
class Found:
    """An entry that a text uses: the words as they stand at the first place, its line in the file, how often."""

    entry: KinderWord
    words: str
    line: int
    times: int


@dataclass(frozen=True, slots=True)
class _Index:
    """The words of one sort and language: phrases by a word that each of them has, entries by the whole phrase.

    `needed` holds for each such word the words of its phrases: all of one have to stand in a text.
    """

    phrases: Mapping[str, frozenset[str]]
    needed: Mapping[str, tuple[frozenset[str], ...]]
    entries: Mapping[str, KinderWord]
    spelled: frozenset[str]


def found_words(resource: Resource, text: Text, library: Library, sort: Sort) -> Iterator[Found]:
    """Yield each entry of a sort whose words a text uses as its own, once; what it quotes is left alone."""
    index = _index(library.kinder_words, text.language, sort)
    words = _words(f"{text.title}\n{text.summary}\n{text.body}")
    signs = [sign for sign in index.phrases.keys() & words if any(map(words.issuperset, index.needed[sign]))]
    patterns = [pattern for sign in sorted(signs) if (pattern := _pattern(index.phrases[sign])).search(_shown(text))]
    if not patterns:
        return
    met: dict[KinderWord, list[tuple[int, str]]] = {}
    for line, passage in _passages(resource, text):
        for pattern in patterns:
            here, before = line, 0
            for match in pattern.finditer(passage):
                here += passage.count("\n", before, match.start())
                before = match.start()
                entry = index.entries.get(_form(match[0]))
                if entry and not _is_name(passage, match, index.spelled):
                    met.setdefault(entry, []).append((here, " ".join(match[0].split())))
    for entry, places in met.items():
        line, first = min(places, key=lambda place: place[0])
        yield Found(entry, first, line, len(places))


def _shown(text: Text) -> str:
    """Return all that people read of a text, what it quotes too: a quick look before the slow one."""
    described = (link.text for link in links(text.body) if link.image and link.text)
    return "\n".join((text.title, text.summary, plain(text.body), *described))


def _passages(resource: Resource, text: Text) -> Iterator[tuple[int, str]]:
    """Yield what people read of a text, each passage with its line in the file."""
    if not isinstance(resource.meta, Archive) or text.title != resource.meta.work.title:
        yield text.line_of("title"), unquoted(text.title)
    yield text.line_of("summary"), unquoted(text.summary)
    for block in own_words(text.body):
        yield in_file(text, block.line), "\n".join(block.lines)
    for link in links(text.body):
        if link.image and link.text:
            yield in_file(text, link.line), unquoted(link.text)


@lru_cache(maxsize=REMEMBERED)
def _words(text: str) -> frozenset[str]:
    return frozenset(WORD.findall(text.lower()))


@lru_cache(maxsize=8)
def _index(words: tuple[KinderWord, ...], language: str, sort: Sort) -> _Index:
    entries: dict[str, KinderWord] = {}
    by_sign: dict[str, set[str]] = {}
    needed: dict[str, list[frozenset[str]]] = {}
    spelled: set[str] = set()
    for entry in words:
        if entry.sort != sort:
            continue
        mine = _spellings(entry.words, language)
        spelled |= mine
        entries |= {_form(spelling): entry for spelling in mine}
        fine = {_form(spelling) for spelling in _spellings(entry.but_not, language)}
        for form in map(_form, mine):
            # The longest word of a phrase says best whether to look for it: not every "the" is "the homeless".
            sign = max(WORD.findall(form), key=len)
            by_sign.setdefault(sign, set()).update({form}, fine)
            needed.setdefault(sign, []).append(frozenset(WORD.findall(form)))
    return _Index(
        {sign: frozenset(phrases) for sign, phrases in by_sign.items()},
        {sign: tuple(words) for sign, words in needed.items()},
        entries,
        frozenset(spelled),
    )


def _spellings(words: Mapping[str, tuple[str, ...]], language: str) -> set[str]:
    phrases = words.get(language, ())
    return {form for phrase in phrases for form in forms(phrase)} if language == "cy" else set(phrases)


@lru_cache(maxsize=512)
def _pattern(phrases: frozenset[str]) -> re.Pattern[str]:
    """Return what finds any of the phrases, the longest first: what is well as it stands is passed over whole."""
    written = (
        re.escape(phrase).replace(r"\ ", r"(?:\s{1,20}|-)").replace("'", "['’]")
        for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    )
    return re.compile(rf"(?<![\w-])(?:{'|'.join(written)})(?![\w-])", re.IGNORECASE)


def _form(phrase: str) -> str:
    return BETWEEN.sub(" ", phrase.replace("’", "'")).lower()


def _is_name(passage: str, match: re.Match[str], spelled: frozenset[str]) -> bool:
    """Whether words are (part of) a name, as their capitals say: Stakeholder Forum Wales."""
    words = " ".join(match[0].split())
    if words.islower() or words in spelled:
        return False
    before = passage[max(0, match.start() - NEAR) : match.start()].rstrip(" \n\"'“‘(*_")
    after = passage[match.end() : match.end() + NEAR].lstrip(" \n")[:1]
    return not words[1:].islower() or before[-1:] not in SENTENCE_STARTS or after.isupper()
