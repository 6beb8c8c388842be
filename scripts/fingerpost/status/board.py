"""The board, found out from the library and the gate: whole for the editor's own computer, and open for everybody.

Both are made by the same functions, of other subjects: what the website does not show is never looked at for the open
board, so that no number of it can tell of it.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from fingerpost.checks.exceptions import NEVER_IGNORED, stated_in
from fingerpost.checks.reference import names_of
from fingerpost.gate import consent_of
from fingerpost.library import Library, Piece
from fingerpost.library.board import Board, Due, Open, SetAside, Shared, Standing, State
from fingerpost.library.schema import Directory, Entry
from fingerpost.library.values import CONFIRMED_FOR
from fingerpost.status.gaps import cells_of
from fingerpost.status.growth import growth_of
from fingerpost.status.subjects import Subject, all_subjects, open_subjects

# How many consents with a last day there have to be before the open board says in which months those days are.
FEWEST_CONSENTS = 5
# Checks of consent and privacy, of what was withdrawn and of lists: that one is set aside would point at its reason.
NOT_FOR_EVERYBODY = (NEVER_IGNORED, "FP9")


def board(library: Library, printed: Collection[str], since: Mapping[str, date]) -> Board:
    """Return the whole board. `printed` are ids of resources made for paper; `since` has the days of texts by path."""
    subjects = tuple(all_subjects(library))
    unread = {fault.path for fault in library.faults}
    return Board(
        today=library.today,
        shared=_shared(library, subjects, printed, since, everything=True),
        consents=tuple(_consents(subjects)),
        aside=tuple(sorted(_aside(subjects), key=lambda one: (one.check, one.path))),
        unread=tuple(sorted(unread)),
    )


def open_board(library: Library, printed: Collection[str], since: Mapping[str, date]) -> Open:
    """Return the board for everybody; takes what `board` takes."""
    subjects = tuple(open_subjects(library))
    aside = Counter(one.check for one in _aside(subjects) if not one.check.startswith(NOT_FOR_EVERYBODY))
    months = Counter(due.day.replace(day=1) for due in _consents(subjects))
    return Open(
        today=library.today,
        shared=_shared(library, subjects, printed, since, everything=False),
        consents=dict(sorted(months.items())) if months.total() >= FEWEST_CONSENTS else None,
        aside=dict(sorted(aside.items())),
        names={check: names_of(check) for check in sorted(aside)},
    )


def _shared(
    library: Library,
    subjects: tuple[Subject, ...],
    printed: Collection[str],
    since: Mapping[str, date],
    *,
    everything: bool,
) -> Shared:
    standings = (one for subject in subjects for one in _standings(library, subject, everything=everything))
    return Shared(
        standings=tuple(sorted(standings, key=lambda one: (one.language, one.state, one.path))),
        reviews=tuple(_reviews(subjects)),
        facts=tuple(_facts(subjects)),
        cells=cells_of(library, subjects, printed),
        growth=growth_of(library, subjects, since),
    )


def _standings(library: Library, subject: Subject, *, everything: bool) -> Iterator[Standing]:
    """Yield how far each text is. To everybody, a translation that may not be made is one that is not there."""
    for piece in subject.pieces:
        for code in library.site.codes:
            state = _state(piece, code)
            if not subject.translatable and state is not State.ORIGINAL:
                state = State.REFUSED if everything else State.MISSING
            path = piece.source.path.removesuffix(f".{piece.original}.md") + f".{code}.md"
            stem = "" if piece is subject.resource.main else piece.stem
            yield Standing(subject.resource.id, stem, code, state, path)


def _state(piece: Piece, language: str) -> State:
    text = piece.texts.get(language)
    if text is None:
        return State.MISSING
    if text.translation is None:
        return State.ORIGINAL
    if piece.is_stale(language):
        return State.STALE
    return State.REVIEWED if text.translation.status == "reviewed" else State.DRAFT


def _reviews(subjects: Iterable[Subject]) -> list[Due]:
    metas = ((one, one.resource.meta) for one in subjects)
    return _in_order((meta.review_by, one) for one, meta in metas if isinstance(meta, Entry))


def _facts(subjects: Iterable[Subject]) -> list[Due]:
    metas = ((one, one.resource.meta) for one in subjects)
    latest = date.max - CONFIRMED_FOR
    return _in_order(
        (min(meta.checked, latest) + CONFIRMED_FOR, one) for one, meta in metas if isinstance(meta, Directory)
    )


def _consents(subjects: Iterable[Subject]) -> list[Due]:
    consents = ((one, consent_of(one.resource)) for one in subjects)
    return _in_order((consent.review_by, one) for one, consent in consents if consent)


def _in_order(found: Iterable[tuple[date | None, Subject]]) -> list[Due]:
    dated = (Due(day, one.resource.id, one.resource.main.source.path) for day, one in found if day)
    return sorted(dated, key=lambda due: (due.day, due.id))


def _aside(subjects: Iterable[Subject]) -> Iterator[SetAside]:
    for subject in subjects:
        for piece in subject.pieces:
            for text in subject.texts(piece):
                yield from (SetAside(check, text.path, reason) for check, reason in stated_in(text).items())
