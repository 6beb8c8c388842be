"""The date of a work in the archive is not written so that a computer can sort by it.

Why it matters

Dates of older work are often vague: about 1986, some time in the 1980s. There is a standard for writing that down
(EDTF level 1, ISO 8601-2:2019). With it, each reader is told the date in their language, and works can be put in
order. Anything else is shown as it stands, in both languages.

Bad (file docs/archive/plants/index.en.md):

    ---
    title: Another book about plants
    summary: Another book that does not exist, about plants.
    topics: [wellbeing]
    credits: [{name: Example Group, role: compiler, as: group}]
    made_by: compiled
    published: 2026-11-21
    work:
      title: More Plants
      date: c. 1986
      type: book
      languages: [en]
      confirmed: {in: example, on: 2026-11-21}
    rights: {licence: InC, holder: Example Publisher}
    ---

    The book says more.

Good (file docs/archive/plants/index.en.md):

    ---
    title: Another book about plants
    summary: Another book that does not exist, about plants.
    topics: [wellbeing]
    credits: [{name: Example Group, role: compiler, as: group}]
    made_by: compiled
    published: 2026-11-21
    work:
      title: More Plants
      date: "1986~"
      type: book
      languages: [en]
      confirmed: {in: example, on: 2026-11-21}
    rights: {licence: InC, holder: Example Publisher}
    ---

    The book says more.

How to mend it

Write the year in quotes: `"1986"`. About that year: `"1986~"`. Perhaps that year: `"1986?"`. Some time in the
1980s: `"198X"`, in the 1900s: `"19XX"`. A month or a day: `"1986-05"`, `"1986-05-12"`. From one year to
another: `"1986/1988"`, and still going on: `"1986/.."`. If nobody knows, leave the line out.
"""

from collections.abc import Iterator

from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import shown
from fingerpost.checks.written_dates import as_edtf, is_unknown
from fingerpost.languages.phrases import Phrase, say
from fingerpost.library import Library, Resource
from fingerpost.library.edtf import read_edtf
from fingerpost.library.schema import Archive

ID = "FP109"
SEVERITY = Severity.ERROR


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield the date of a work that is not EDTF level 1."""
    meta = resource.meta
    if not isinstance(meta, Archive) or meta.work.date is None or read_edtf(meta.work.date):
        return
    text, written = resource.main.source, meta.work.date
    message = say("The date of the work, {word}, is not written so that it can be sorted.", word=shown(written))
    yield Problem(ID, SEVERITY, text.path, text.line_of("work", "date"), 1, message, _advice(written))


def _advice(written: str) -> Phrase:
    if is_unknown(written):
        return say("If nobody knows when it was published, leave the line out.")
    guess = as_edtf(written)
    if guess:
        return say('Did you mean date: "{date}"?', date=guess)
    return say('Write it like one of these: "1986", "1986-05", "1986~" (about), "198X" (in the 1980s), "1986/1988".')
