"""Two dates or two numbers at the top of a file can't both be right, or a day has not come yet.

Why it matters

Reminders to look at a text again, and what readers are told of how fresh it is, go by these dates. One slip,
such as last year's number in January, and they are all wrong.

Bad (front matter):

    published: 2026-11-21
    reviewed: 2026-01-21

Good (front matter):

    published: 2026-01-21
    reviewed: 2026-11-21
    review_by: 2027-11-21

How to mend it

Look at both lines and correct the one that is wrong. The order is: published first, then reviewed, then the day
by which to review it again. What has been done lies in the past or is of today. The facts of a work are confirmed
after the work came out. The smaller number of a group's size comes first. Fingerpost does not wait for a day of
publishing that is still to come, so keep the text out of `docs/` until then.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from fingerpost.checks.places import with_answers
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import named, shown
from fingerpost.languages.phrases import Phrase, say
from fingerpost.library import Library, Resource
from fingerpost.library.edtf import read_edtf
from fingerpost.library.schema import Answer, Archive, Directory, Entry, Toolkit

ID = "FP110"
SEVERITY = Severity.ERROR
# It may be tomorrow already where somebody writes: days here are those of UTC.
SLACK = timedelta(days=1)

Place = tuple[str | int, ...]
Found = tuple[Place, Phrase, Phrase]


def check(resource: Resource, library: Library) -> Iterator[Problem]:
    """Yield what can't be in this order."""
    for entry in with_answers(resource):
        text, today = entry.main.source, library.today
        found = (*_in_order(entry), *_of_kind(entry), *_to_come(entry, today), *_planned(entry, today))
        for place, message, advice in found:
            yield Problem(ID, SEVERITY, text.path, text.line_of(*place), 1, message, advice)


def _in_order(entry: Resource) -> Iterator[Found]:
    meta = entry.meta
    if not isinstance(meta, Entry | Answer):
        return
    if meta.reviewed and meta.published and meta.reviewed < meta.published:
        yield (
            ("reviewed",),
            say("'reviewed' is {day}, before {other}, when it was published.", day=meta.reviewed, other=meta.published),
            say("Correct whichever of the two lines is wrong. If nobody has read it again yet, take 'reviewed' out."),
        )
    last = max((day for day in (meta.published, meta.reviewed) if day), default=None)
    due = meta.review_by if isinstance(meta, Entry) else None
    if due and last and due < last:
        yield (
            ("review_by",),
            say("'review_by' is {day}, before {other}, when it was published or reviewed.", day=due, other=last),
            say("Write the day by which it is to be read again, such as one year later: {day}", day=_year_after(last)),
        )


def _of_kind(entry: Resource) -> Iterator[Found]:
    meta = entry.meta
    if isinstance(meta, Archive) and meta.work.date:
        span = read_edtf(meta.work.date)
        seen = meta.work.confirmed.on
        if span and span.earliest and span.earliest > (seen.year, seen.month, seen.day):
            yield (
                ("work", "date"),
                say(
                    "The work is dated {word}, after {day}, when its facts were confirmed.",
                    word=shown(meta.work.date),
                    day=seen,
                ),
                say("Correct the date of the work, or the day under 'confirmed'."),
            )
    if isinstance(meta, Toolkit) and meta.group_size and meta.group_size.smallest > meta.group_size.largest:
        smallest, largest = meta.group_size.largest, meta.group_size.smallest
        yield (
            ("group_size",),
            say("The size of the group goes from {first} to {last}.", first=largest, last=smallest),
            say("Write the smaller number first: {line}", line=f"group_size: {{from: {smallest}, to: {largest}}}"),
        )


def _to_come(entry: Resource, today: date) -> Iterator[Found]:
    meta = entry.meta
    days: list[tuple[Place, date | None]] = []
    if isinstance(meta, Entry | Answer):
        days.append((("reviewed",), meta.reviewed))
    if isinstance(meta, Directory):
        days.append((("checked",), meta.checked))
    if isinstance(meta, Archive):
        days.append((("work", "confirmed", "on"), meta.work.confirmed.on))
    for place, day in days:
        if day and day > today + SLACK:
            yield (
                place,
                say("{name} is {day}, a day that has not come yet.", name=named(".".join(map(str, place))), day=day),
                say("Write the day on which it was done. Today is {day}.", day=today),
            )


def _planned(entry: Resource, today: date) -> Iterator[Found]:
    day = entry.meta.published if isinstance(entry.meta, Entry | Answer) else None
    if day and day > today + SLACK:
        yield (
            ("published",),
            say("'published' is {day}, a day that has not come yet, and Fingerpost does not wait for it.", day=day),
            say(
                "If it is to appear later, keep it out of docs/ until then. If not, write today's date: {day}",
                day=today,
            ),
        )


def _year_after(day: date) -> date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:  # 29 February, or the last year that there is
        return day + timedelta(days=365) if day.year < date.max.year else day
