"""How the collection grew: what there was at the end of each month, or of each year where there are many months."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from fingerpost.library import Library, Text
from fingerpost.library.board import Period
from fingerpost.library.schema import Entry
from fingerpost.status.subjects import Subject

MOST_MONTHS = 24
MOST_YEARS = 30


def growth_of(library: Library, subjects: Iterable[Subject], since: Mapping[str, date]) -> tuple[Period, ...]:
    """Return each month, or year, from the first publication until today, with all that there was at its end.

    A translation is there from the day it says it was made; where it says none, from its day in `since` (by path);
    where there is none either, from the day on which its original was published, before which it never is.
    """
    resources: list[date] = []
    languages: dict[str, list[date]] = {code: [] for code in library.site.codes}
    for subject in subjects:
        meta = subject.resource.meta
        if isinstance(meta, Entry):
            published = min(meta.published, library.today)
            resources.append(published)
            for text in subject.texts(subject.resource.main):
                if text.language in languages:
                    languages[text.language].append(_day(text, published, since, library.today))
    return tuple(
        Period(
            first,
            yearly,
            sum(day < end for day in resources),
            {code: sum(day < end for day in days) for code, days in languages.items()},
        )
        for first, end, yearly in _periods(min(resources, default=None), library.today)
    )


def _day(text: Text, published: date, since: Mapping[str, date], today: date) -> date:
    made = text.translation.made or since.get(text.path) if text.translation else None
    return min(max(made or published, published), today)


def _periods(first: date | None, today: date) -> Iterator[tuple[date, date, bool]]:
    """Yield the first day of each period, the first day after it, and whether it is a year."""
    if first is None:
        return
    months = (today.year - first.year) * 12 + today.month - first.month + 1
    if months > MOST_MONTHS:
        for year in range(max(first.year, today.year - MOST_YEARS + 1), today.year + 1):
            yield date(year, 1, 1), date(year + 1, 1, 1), True
        return
    for number in range(first.month - 1, first.month - 1 + months):
        month, after = divmod(number, 12), divmod(number + 1, 12)
        yield date(first.year + month[0], month[1] + 1, 1), date(first.year + after[0], after[1] + 1, 1), False
