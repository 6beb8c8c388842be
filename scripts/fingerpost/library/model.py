"""The collection after reading: immutable, complete, and with a place for every value."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from fingerpost.library import schema
from fingerpost.library.faults import Fault
from fingerpost.library.front_matter import Place
from fingerpost.library.kinder_words import KinderWord
from fingerpost.library.kinds import Kind
from fingerpost.library.ledger import Withdrawal
from fingerpost.library.site import Site
from fingerpost.library.vocabulary import Vocabulary


# What is read is compared by identity: a text of one file is never another's, and lookups by it cost nothing.
@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """One file: one language's words for one piece.

    `path` is relative to the collection's root; `body_line` is where the body begins in the file.
    """

    path: str
    language: str
    meta: schema.Strict
    lines: Mapping[Place, int]
    body: str
    body_line: int
    fingerprint: str

    @property
    def translation(self) -> schema.Translation | None:
        """The translation block, or nothing for an original."""
        return self.meta.translation if isinstance(self.meta, schema.Translated) else None

    @property
    def title(self) -> str:
        """The title as written here, or an empty string."""
        return getattr(self.meta, "title", None) or ""

    @property
    def summary(self) -> str:
        """The summary as written here, or an empty string."""
        return getattr(self.meta, "summary", None) or ""

    def line_of(self, *place: str | int) -> int:
        """Return the line of a front matter value, or of the nearest place around it."""
        for length in range(len(place), 0, -1):
            if place[:length] in self.lines:
                return self.lines[place[:length]]
        return 1


@dataclass(frozen=True, slots=True)
class Piece:
    """Something with words in it, in one or more languages: a resource, a part, an Easy Read version."""

    stem: str
    original: str
    texts: Mapping[str, Text]

    @property
    def source(self) -> Text:
        """The original text."""
        return self.texts[self.original]

    def text_for(self, language: str) -> Text:
        """Return the text in this language, or the original where there is none."""
        return self.texts.get(language, self.source)

    def is_stale(self, language: str) -> bool:
        """Whether this language's translation was made from other words than the original's today."""
        text = self.texts.get(language)
        return bool(text and text.translation and text.translation.source != self.source.fingerprint)


@dataclass(frozen=True, slots=True)
class Resource:
    """A resource, an answer or a plain page, with everything in its folder.

    `id` is ``guides/setting-limits``; an answer's is ``questions/some-question/answer-1``.
    """

    id: str
    kind: Kind
    main: Piece
    parts: tuple[Piece, ...] = ()
    easy: Piece | None = None
    answers: tuple["Resource", ...] = ()
    files: tuple[str, ...] = ()
    withdrawn: Withdrawal | None = None

    @property
    def slug(self) -> str:
        """The last part of the id."""
        return self.id.rsplit("/", 1)[-1]

    @property
    def meta(self) -> schema.Strict:
        """The original's front matter: what is true in every language."""
        return self.main.source.meta

    @property
    def entry(self) -> schema.Entry:
        """The original's front matter, for the kinds that are listed; TypeError for others."""
        if not isinstance(self.meta, schema.Entry):
            raise TypeError(self.id)
        return self.meta

    @property
    def pieces(self) -> Iterator[Piece]:
        """Every piece of the resource but its answers: itself, its parts, its Easy Read version."""
        yield self.main
        yield from self.parts
        if self.easy:
            yield self.easy

    @property
    def texts(self) -> Iterator[Text]:
        """Every file with words in it, answers included."""
        for piece in self.pieces:
            yield from piece.texts.values()
        for answer in self.answers:
            yield from answer.texts


@dataclass(frozen=True, slots=True)
class Library:
    """A collection as read from `root`.

    `unsound` holds the texts that can't be published as they are, so that everything amiss in them is found in one run.
    `made` is the edition's time, which stands in what is made; `today` is the day the gate goes by. `faults` is
    what could not be accepted; `notices` are oddities of files that were read all the same. `left_out` are ids that a
    smaller copy does without: links to them lead to the page that says so.
    """

    root: Path
    site: Site
    resources: Mapping[str, Resource]
    vocabularies: Mapping[str, Vocabulary]
    ledger: tuple[Withdrawal, ...]
    faults: tuple[Fault, ...]
    made: datetime
    today: date
    kinder_words: tuple[KinderWord, ...] = ()
    unsound: tuple[Resource, ...] = ()
    notices: tuple[Fault, ...] = ()
    left_out: frozenset[str] = frozenset()

    def of_kind(self, kind: Kind) -> tuple[Resource, ...]:
        """Return the resources of one kind, by id."""
        return tuple(resource for resource in self.resources.values() if resource.kind is kind)

    @property
    def listed(self) -> tuple[Resource, ...]:
        """Resources of the kinds that are listed, by id."""
        return tuple(resource for resource in self.resources.values() if resource.kind.listed)

    def with_id(self, id: str) -> Resource | None:
        """Return the resource, the plain page or the answer with an id, or nothing."""
        whole = self.resources.get(id) or self.resources.get(id.rpartition("/")[0])
        every = (whole, *whole.answers) if whole else ()
        return next((one for one in every if one.id == id), None)

    def withdrawn_at(self, path: str) -> Withdrawal | None:
        """Return the line of the ledger for what a path leads to, or nothing.

        ``docs/guides/x``, a file in it, a page in any language, or one answer to a question.
        """
        inside = path.removeprefix("docs/")
        folder = "/".join(inside.split("/")[:2]).split(".")[0]
        ids = {folder, inside.split(".")[0]}
        return next((row for row in self.ledger if row.id in ids), None)

    def label(self, vocabulary: str, term: str, language: str) -> str:
        """Return a term's label in a language, or the term itself if the vocabulary lacks it."""
        terms = self.vocabularies.get(vocabulary)
        return terms.label(term, language) if terms else term
