"""What of the collection one edition shows in one language: every page goes through here, and so through the gate."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from fingerpost.gate import Decision, Edition, Outcome, Reason, decide, translation_refused
from fingerpost.languages import Words
from fingerpost.library import Library, Piece, Resource, Text
from fingerpost.library.board import Open
from fingerpost.library.kinds import PAGE, Kind


@dataclass(frozen=True, slots=True)
class PrintFile:
    """A PDF that goes with a resource in a language: where it lies seen from the site's top, pages, bytes, its variant.

    The variant is one of those in `fingerpost.stage.variants`: ``a4``, ``large`` and so on.
    """

    place: str
    pages: int
    size: int
    variant: str = "a4"


# The PDFs that an edition may offer, by resource id and language, in the order in which they are offered.
Prints = Mapping[tuple[str, str], tuple[PrintFile, ...]]


@dataclass(frozen=True, slots=True)
class BookFile:
    """An e-book that goes with a resource in a language: where it lies seen from the site's top, and its bytes."""

    place: str
    size: int


EVERYTHING = ""  # stands for the id where a book holds the whole collection
# The e-books that an edition may offer, by resource id (or EVERYTHING) and language.
Books = Mapping[tuple[str, str], BookFile]
NO_BOOKS: Books = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Section:
    """A section by its heading, in words that stand in a text of today, and the language of those words."""

    title: str
    language: str


@dataclass(frozen=True, slots=True)
class Since:
    """What happened to an original since a translation was made from it. It holds no word that was taken out.

    `day` is when the words of today were committed, or nothing where that is not certain. `named` says that title or
    summary changed, `beginning` the words before the first heading. Of sections that are gone there is only the number.
    """

    day: date | None = None
    named: bool = False
    beginning: bool = False
    changed: tuple[Section, ...] = ()
    added: tuple[Section, ...] = ()
    gone: int = 0


@dataclass(frozen=True, slots=True)
class View:
    """One resource as one edition shows it in one language."""

    resource: Resource
    language: str
    decision: Decision
    text: Text

    @property
    def outcome(self) -> Outcome:
        """What the gate said."""
        return self.decision.outcome

    @property
    def foreign(self) -> bool:
        """Whether the words shown are in another language than the page."""
        return self.text.language != self.language

    @property
    def foreign_language(self) -> str:
        """The language of the words where it is not the page's, else an empty string."""
        return self.text.language if self.foreign else ""

    @property
    def path(self) -> str:
        """Where the page stands in each language's tree."""
        return staged_path(self.resource)


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything that staging one language of one edition needs: nothing else reaches a page.

    `files` are those beside the texts that the edition shows; `online` and `online_files` are what the web edition
    shows, for what leads there. `board` is what the editors' page tells, in an edition that has that page.
    """

    library: Library
    edition: Edition
    language: str
    words: Words
    views: Mapping[str, View]
    prints: Prints
    since: Mapping[str, Since]
    files: frozenset[str]
    online: Mapping[str, View]
    online_files: frozenset[str]
    books: Books
    board: Open | None = None

    def label(self, vocabulary: str, term: str) -> str:
        """Return a term's label in the reader's language."""
        return self.library.label(vocabulary, term, self.language)

    def of_kind(self, kind: Kind) -> tuple[View, ...]:
        """Return what is listed of one kind: tombstones are pages, but in no list."""
        return tuple(view for view in self.listed if view.resource.kind is kind)

    @property
    def listed(self) -> tuple[View, ...]:
        """Return what listings may show."""
        return tuple(
            view
            for view in self.views.values()
            if view.resource.kind.listed and view.outcome in (Outcome.FULL, Outcome.RECORD)
        )

    def shown(self, resource_id: str) -> View | None:
        """Return a resource that may be named: what was withdrawn or kept back may not."""
        view = self.views.get(resource_id)
        return view if view and view.outcome in (Outcome.FULL, Outcome.RECORD) else None

    def shown_text(self, piece: Piece, resource: Resource) -> Text:
        """Return the text of a part in the reader's language; its original where there is none that may be shown."""
        return shown_text(piece, resource, self.language)

    def answers(self, question: Resource) -> tuple[View, ...]:
        """Return the answers that this edition may show in this language."""
        found = (see(self.library, answer, self.language, self.edition) for answer in question.answers)
        return tuple(view for view in found if view and view.outcome is Outcome.FULL)


def shown_text(piece: Piece, resource: Resource, language: str) -> Text:
    """Return the text of a part of a resource in a language; its original where there is none that may be shown."""
    text = piece.text_for(language)
    return piece.source if translation_refused(resource, text) else text


def see(library: Library, resource: Resource, language: str, edition: Edition) -> View | None:
    """Return the view of a resource, or nothing where this edition must not show it, or does without it."""
    if resource.id in library.left_out:
        return None
    return see_on(library.today, resource, language, edition)


def see_on(today: date, resource: Resource, language: str, edition: Edition) -> View | None:
    """Return the view of a resource as on a day, or nothing where the edition must not show it.

    A translation that may not be shown counts as not made: the original stands in its place, if the
    gate lets that through.
    """
    decision = decide(resource, language, edition, today=today)
    text = resource.main.text_for(language)
    if decision.outcome is Outcome.EXCLUDED and text.translation:
        original = decide(resource, resource.main.original, edition, today=today)
        if original.outcome in (Outcome.FULL, Outcome.RECORD):
            decision = Decision(original.outcome, (Reason.NOT_TRANSLATED, *decision.reasons))
            text = resource.main.source
    if decision.outcome is Outcome.EXCLUDED:
        return None
    return View(resource, language, decision, text)


def staged_path(resource: Resource) -> str:
    """Return where a resource's page stands: ``guides/x/index.md``, ``about.md``, and home at the top."""
    if resource.kind is PAGE:
        return "index.md" if resource.slug == "home" else f"{resource.slug}.md"
    return f"{resource.id}/index.md"
