"""A smaller copy: of some languages or topics, or without PDFs."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from fingerpost.checks.wording import did_you_mean
from fingerpost.editions.collection import Collection
from fingerpost.languages.phrases import Phrase, say, together
from fingerpost.library.schema import Entry
from fingerpost.problems import Misuse

PDF, EPUB = "pdf", "epub"
CAN_DO_WITHOUT = (PDF, EPUB)


@dataclass(frozen=True, slots=True)
class Choice:
    """What a copy is to hold: languages by code, topics by id (empty: all of them), and what it does without."""

    languages: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    without: tuple[str, ...] = ()

    @property
    def is_smaller(self) -> bool:
        """Whether anything is chosen at all."""
        return bool(self.languages or self.topics or self.without)


def choose(languages: str = "", topics: str = "", without: str = "") -> Choice:
    """Return the choice from what was typed: words with commas or spaces between them."""
    return Choice(*(tuple(dict.fromkeys(typed.replace(",", " ").split())) for typed in (languages, topics, without)))


def narrowed(collection: Collection, choice: Choice) -> Collection:
    """Return the collection as a copy is to show it. Raises Misuse for a language, topic or kind that is not there."""
    site, library = collection.project.site, collection.library
    vocabulary = library.vocabularies.get("topics")
    topics = list(vocabulary.terms) if vocabulary else []
    _all_known(say("language"), choice.languages, site.codes)
    _all_known(say("topic"), choice.topics, topics)
    _all_known(say("thing to do without"), choice.without, CAN_DO_WITHOUT)
    if choice.languages:
        site = replace(site, languages=tuple(one for one in site.languages if one.code in choice.languages))
    out = {one.id for one in library.listed if choice.topics and not _has_topic(one.meta, choice.topics)}
    return replace(
        collection,
        project=replace(collection.project, site=site),
        library=replace(library, site=site, left_out=frozenset(out)),
    )


def _has_topic(meta: object, topics: Iterable[str]) -> bool:
    return isinstance(meta, Entry) and not set(meta.topics).isdisjoint(topics)


def _all_known(what: Phrase, given: Iterable[str], known: Iterable[str]) -> None:
    for one in given:
        if one not in known:
            said = say("There is no {what} '{given}'.", what=what, given=one)
            there = say("There are: {known}.", known=", ".join(known))
            raise Misuse(together(said, did_you_mean(one, known), there))
