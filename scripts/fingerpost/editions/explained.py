"""What becomes of one resource everywhere, and what would change it, as data: `explain` puts it into words."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from fingerpost.gate import Edition, Outcome, decide, is_bare_record, translation_refused
from fingerpost.gate_changes import Case, Change, Ending, changes_to, ends_of, is_full, is_full_in_its_language
from fingerpost.library import Library, Piece, Resource
from fingerpost.library.kinds import ANSWER, kind_of_folder
from fingerpost.library.ledger import Withdrawal
from fingerpost.stage import see, see_on

SHOWN = (Outcome.FULL, Outcome.RECORD)


@dataclass(frozen=True, slots=True)
class Stands:
    """What stands on a page: the outcome, and the language of the words where it is not the page's."""

    outcome: Outcome
    foreign: str = ""


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of a resource in one language of one edition.

    `why` holds keys of interface words. `changes` would show more of it: nothing where no change would, empty where
    there is no more to show. `ends` would show less: with the first day of that, where a date is set.
    """

    stands: Stands
    why: tuple[str, ...]
    changes: tuple[Change, ...] | None
    ends: tuple[tuple[Ending, date | None], ...]
    then: tuple[Stands, ...]

    @property
    def alike(self) -> tuple[object, ...]:
        """What has to be equal for two editions to be told of together: all but what stands there afterwards."""
        return self.stands, self.why, self.changes, self.ends


Fates = Mapping[str, Fate]  # by language


def fates_of(library: Library, resource: Resource) -> dict[Edition, Fates]:
    """Return what becomes of a resource, by edition and language."""
    question = _question_of(library, resource)
    return {
        edition: {code: _fate(library, resource, question, code, edition) for code in library.site.codes}
        for edition in Edition
    }


def together(fates: Mapping[Edition, Fates]) -> list[tuple[Edition, ...]]:
    """Return the editions in which the same happens for the same reasons, side by side."""
    groups: dict[tuple[object, ...], list[Edition]] = {}
    for edition, by_language in fates.items():
        key = tuple((code, *fate.alike) for code, fate in by_language.items())
        groups.setdefault(key, []).append(edition)
    return [tuple(editions) for editions in groups.values()]


def languages_together(fates: Fates) -> list[tuple[str, ...]]:
    """Return the languages in which the same happens for the same reasons."""
    groups: dict[tuple[object, ...], list[str]] = {}
    for code, fate in fates.items():
        groups.setdefault(fate.alike, []).append(code)
    return [tuple(codes) for codes in groups.values()]


def _fate(library: Library, resource: Resource, question: Resource | None, code: str, edition: Edition) -> Fate:
    case = Case(resource, code, edition, library.today)
    if question:
        page = see(library, question, code, edition)
        if page is None or page.outcome not in SHOWN:
            return Fate(Stands(Outcome.EXCLUDED), ("explain-question-first",), (), (), ())
    stands = _stands(case)
    goal = is_full_in_its_language if is_full(case.decision) or stands.outcome in SHOWN else is_full
    # Where the original stands in for a translation that is refused, what ends it is what ends the original.
    standing = replace(case, language=stands.foreign) if stands.foreign else case
    ends = tuple(ends_of(standing))
    return Fate(
        stands,
        _why(case, stands),
        changes_to(case, goal),
        tuple((end.ending, end.on) for end in ends),
        tuple(_stands(standing.ended(end.ending)) for end in ends),
    )


def _stands(case: Case) -> Stands:
    view = see_on(case.today, case.resource, case.language, case.edition)
    if view is None or (case.resource.kind is ANSWER and view.outcome is not Outcome.FULL):
        return Stands(Outcome.EXCLUDED)
    return Stands(view.outcome, view.foreign_language if view.outcome in SHOWN else "")


def _why(case: Case, stands: Stands) -> tuple[str, ...]:
    """Return why, as keys of interface words: for a page on which the original stands in, why it does."""
    said = [f"reason-{reason}" for reason in case.decision.reasons]
    text = case.resource.main.texts.get(case.language)
    if stands.foreign and text and translation_refused(case.resource, text):
        original = decide(case.resource, stands.foreign, case.edition, today=case.today)
        said += ["explain-original-instead", *(f"reason-{reason}" for reason in original.reasons)]
    if case.decision.outcome is Outcome.RECORD and case.resource.kind is ANSWER:
        said.append("explain-answer-whole")
    elif case.decision.outcome is Outcome.RECORD and is_bare_record(case.resource):
        said.append("explain-stays-record")
    return tuple(dict.fromkeys(said))


def _question_of(library: Library, resource: Resource) -> Resource | None:
    return library.resources.get(resource.id.rpartition("/")[0]) if resource.kind is ANSWER else None


def stones_of(row: Withdrawal, today: date) -> dict[Edition, Outcome]:
    """Return what stays where something was withdrawn that is no longer in the collection, by edition."""
    kind = kind_of_folder(row.id.partition("/")[0])
    if not kind or row.id.count("/") != 1:
        return dict.fromkeys(Edition, Outcome.EXCLUDED)  # an answer stood on the page of its question
    gone = Resource(row.id, kind, Piece("index", "", {}), withdrawn=row)
    return {edition: decide(gone, "", edition, today=today).outcome for edition in Edition}
