"""What the board may speak of: everything on the editor's own computer, on the website what it shows to everybody."""

from collections.abc import Iterator
from dataclasses import dataclass

from fingerpost.gate import Edition, Outcome, decide, translating_refused
from fingerpost.library import Library, Piece, Resource, Text
from fingerpost.library.kinds import PAGE, RESERVED_PAGES

SHOWN = (Outcome.FULL, Outcome.RECORD)


@dataclass(frozen=True, slots=True)
class Subject:
    """A resource, a plain page or an answer, with the pieces of it that may be spoken of."""

    resource: Resource
    pieces: tuple[Piece, ...]

    @property
    def translatable(self) -> bool:
        """Whether translations of it may be shown."""
        return translating_refused(self.resource) is None

    def texts(self, piece: Piece) -> Iterator[Text]:
        """Yield the texts of a piece that may be shown: no translation where none may be."""
        yield from (text for text in piece.texts.values() if self.translatable or not text.translation)


def all_subjects(library: Library) -> Iterator[Subject]:
    """Yield everything in the collection but what its makers took back."""
    for resource in _made_here(library):
        if not resource.withdrawn:
            yield Subject(resource, tuple(resource.pieces))
            yield from (Subject(one, tuple(one.pieces)) for one in resource.answers if not one.withdrawn)


def open_subjects(library: Library) -> Iterator[Subject]:
    """Yield what the web edition shows today: of a record itself alone, answers where both gates are open."""
    for resource in _made_here(library):
        outcome = _on_the_web(library, resource)
        if outcome in SHOWN:
            yield Subject(resource, tuple(resource.pieces) if outcome is Outcome.FULL else (resource.main,))
            for answer in resource.answers:
                if _on_the_web(library, answer) is Outcome.FULL:
                    yield Subject(answer, tuple(answer.pieces))


def _made_here(library: Library) -> Iterator[Resource]:
    """Yield what has a page: a plain page in whose place the site makes one of its own has none."""
    for resource in library.resources.values():
        if resource.kind is not PAGE or resource.slug not in RESERVED_PAGES:
            yield resource


def _on_the_web(library: Library, resource: Resource) -> Outcome:
    """Ask the gate about the original: where it is let through, its page is there in every language."""
    return decide(resource, resource.main.original, Edition.WEB, today=library.today).outcome
