"""The gate against tests/gate-table.txt, written by hand from the content model: every combination there is."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache
from itertools import combinations, product
from pathlib import Path

import pytest
from fingerpost.gate import Edition, Outcome, Reason, decide
from fingerpost.library import Piece, Resource, schema
from fingerpost.library.kinds import ANSWER, ARCHIVE, DIRECTORY, GUIDE, PAGE, QUESTION, TOOLKIT
from fingerpost.library.ledger import Withdrawal

from tests.test_gate import TODAY, resource

FILE = Path(__file__).with_name("gate-table.txt")
COLUMNS = ("ledger", "made", "consent", "channel", "to translate", "language", "licence", "permission", "edition")
VALUES = {
    "ledger": {"yes", "no"},
    "made": {"people", "compiled", "record", "page", "unreadable"},
    "consent": {"none", "in force", "run out"},
    "channel": {"yes", "no"},
    "to translate": {"yes", "no"},
    "language": {"original", "translated", "not translated"},
    "licence": {"open", "nc", "nd", "reserved", "unknown"},
    "permission": {"yes", "no"},
    "edition": {"web", "usb", "zim", "epub", "print"},
    "outcome": {"full", "record", "tombstone", "excluded"},
}
NOTHING = "none of it"  # what stands for a scope where there is no consent: no row names it
WORDS = ("web", "print", "offline", "translation")
SCOPES = [frozenset(scope) for length in range(5) for scope in combinations(WORDS, length)]
DATES = {"none": None, "yesterday": TODAY - timedelta(1), "today": TODAY, "tomorrow": TODAY + timedelta(1)}
LANGUAGES = {"original": "en", "translated": "cy", "not translated": "fr"}

Key = tuple[str, ...]  # one value a column
Combination = tuple[Key, Resource, str, Edition]  # what the table calls it, and what the gate is asked
Said = tuple[str, tuple[str, ...]]  # an outcome and its reasons


@dataclass(frozen=True)
class Row:
    """One line of the table: the values that fit in each column, and what then becomes of it."""

    line: int
    cells: tuple[frozenset[str], ...]
    says: Said

    def fits(self, key: Key) -> bool:
        return all(not cell or value in cell for cell, value in zip(self.cells, key, strict=True))


def tables() -> Iterator[tuple[int, dict[str, str]]]:
    """Yield each line of each table of the file, by the names of its columns, with its number."""
    names: list[str] = []
    for number, line in enumerate(FILE.read_text("utf-8").splitlines(), 1):
        cells = [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else []
        if cells and cells[0] in ("rule", "edition", "class"):
            names = cells
        elif cells:
            yield number, dict(zip(names, cells, strict=True))


def row_of(number: int, cells: Mapping[str, str]) -> Row:
    """Return a row. Raises ValueError for a word that is none of the column's."""
    chosen = {name: _choice(cells[name]) for name in VALUES}
    for name, values in chosen.items():
        if values - VALUES[name]:
            raise ValueError(f"line {number}: {name} can't be {', '.join(sorted(values - VALUES[name]))}")
    (outcome,) = chosen["outcome"]
    reasons = tuple(Reason(reason).value for reason in cells["reasons"].split(", "))
    return Row(number, tuple(chosen[name] for name in COLUMNS), (outcome, reasons))


def _choice(cell: str) -> frozenset[str]:
    return frozenset() if cell == "-" else frozenset(cell.split(", "))


TABLES = list(tables())
ROWS = [row_of(number, cells) for number, cells in TABLES if "rule" in cells]
CHANNELS = {cells["edition"]: cells["channel"] for _, cells in TABLES if "channel" in cells and "rule" not in cells}
STONES = {cells["edition"]: cells["stones"] for _, cells in TABLES if "stones" in cells}
LICENCES = [
    (licence, cells["class"]) for _, cells in TABLES if "class" in cells for licence in cells["licences"].split(", ")
]
ONE_OF_EACH = [(licence, family) for family, licence in {family: licence for licence, family in LICENCES}.items()]
SORTS = {
    "people": [
        resource(kind=kind, made_by=made_by, holding="full")
        for kind in (GUIDE, TOOLKIT, QUESTION, DIRECTORY, ANSWER, ARCHIVE)
        for made_by in ("lived-experience-led", "co-produced")
    ],
    "compiled": [
        *(resource(kind=kind, made_by="compiled") for kind in (GUIDE, TOOLKIT, QUESTION, DIRECTORY, ANSWER)),
        *(resource(kind=ARCHIVE, made_by="compiled", holding=holding) for holding in ("full", "excerpt")),
    ],
    "record": [
        resource(kind=ARCHIVE, made_by=made_by, holding="record")
        for made_by in ("lived-experience-led", "co-produced", "compiled")
    ],
}


def consents() -> Iterator[tuple[str, schema.Consent | None]]:
    yield "none", None
    for scope, (day, until) in product(SCOPES, DATES.items()):
        agreed = schema.Consent(reference="C-0001", scope=sorted(scope), review_by=until)  # type: ignore[arg-type]
        yield ("run out" if day == "yesterday" else "in force"), agreed


def combinations_of(sort: str, bare: Resource, licences: Iterable[tuple[str, str]]) -> Iterator[Combination]:
    """Yield every combination for one sort of resource: what the table calls it, and what the gate is asked."""
    gone = Withdrawal(bare.id, TODAY, (), 1)
    text = bare.main.source
    for (state, agreed), (licence, family), permission in product(consents(), licences, ("yes", "no")):
        rights = schema.Rights.model_construct(licence=licence, permission="P-1" if permission == "yes" else None)
        meta = text.meta.model_copy(update={"rights": rights, "consent": agreed})
        kept = replace(bare, main=replace(bare.main, texts={**bare.main.texts, "en": replace(text, meta=meta)}))
        scope = frozenset(agreed.scope) if agreed else frozenset()
        translate = _yes("translation" in scope) if agreed else NOTHING
        for ledger, found in (("no", kept), ("yes", replace(kept, withdrawn=gone))):
            for edition, (language, code) in product(Edition, LANGUAGES.items()):
                channel = _yes(CHANNELS[edition] in scope) if agreed else NOTHING
                key = (ledger, sort, state, channel, translate, language, family, permission, edition.value)
                yield key, found, code, edition


def _yes(true: bool) -> str:
    return "yes" if true else "no"


def other_combinations() -> Iterator[Combination]:
    """Yield the combinations for what has no rights and no consent: plain pages, and what could not be read."""
    page = resource(kind=PAGE)
    text = page.main.source
    unread = [
        replace(page, main=Piece("x", "en", {"en": replace(text, meta=meta)}))
        for meta in (
            schema.EasyRead.model_construct(title="T"),
            schema.Part.model_construct(title="T", part="activity"),
            schema.Translated.model_construct(title="T"),
        )
    ]
    gone = Withdrawal("pages/one", TODAY, (), 1)
    for sort, bare in (("page", page), *(("unreadable", one) for one in unread)):
        for ledger, found in (("no", bare), ("yes", replace(bare, withdrawn=gone))):
            for edition, (language, code) in product(Edition, LANGUAGES.items()):
                key = (ledger, sort, NOTHING, NOTHING, NOTHING, language, NOTHING, NOTHING, edition.value)
                yield key, found, code, edition


def everything() -> Iterator[Combination]:
    for sort, several in SORTS.items():
        # Every licence with the first of each sort; one of each class with all others. It takes seconds, not minutes.
        for number, bare in enumerate(several):
            yield from combinations_of(sort, bare, LICENCES if number == 0 else ONE_OF_EACH)
    yield from other_combinations()


@cache
def decided() -> tuple[int, Mapping[Key, frozenset[Said]]]:
    """Ask the gate about everything, once: how many were asked, and what was said of each class."""
    asked, said = 0, dict[Key, set[Said]]()
    for key, found, language, edition in everything():
        decision = decide(found, language, edition, today=TODAY)
        said.setdefault(key, set()).add((decision.outcome.value, tuple(reason.value for reason in decision.reasons)))
        asked += 1
    return asked, {key: frozenset(answers) for key, answers in said.items()}


@cache
def fitting(row: Row) -> frozenset[Key]:
    """Return the classes that a row fits."""
    return frozenset(key for key in decided()[1] if row.fits(key))


def complaints(rows: Iterable[Row]) -> list[str]:
    """Return where a table and the gate disagree: gaps, overlaps, dead rows, other outcomes or reasons."""
    rows, said = list(rows), decided()[1]
    times = Counter(key for row in rows for key in fitting(row))
    found = [f"no row for {key}" for key in said if not times[key]]
    found += [f"{count} rows for {key}" for key, count in times.items() if count > 1]
    found += [f"line {row.line} fits nothing" for row in rows if not fitting(row)]
    for row in rows:
        wrong = (key for key in fitting(row) if said[key] != {row.says})
        found += [f"line {row.line} is not so for {key}: {said[key]}" for key in wrong]
    return found


def test_the_gate_does_what_the_table_says_in_every_combination_there_is() -> None:
    assert complaints(ROWS)[:5] == []  # a few are enough to see what is wrong
    asked, said = decided()
    assert asked > 500_000
    assert len(said) > 5_000


def test_every_combination_of_scope_and_date_and_licence_is_among_them() -> None:
    assert len(SCOPES) == 16
    assert len(list(consents())) == 1 + 16 * 4
    assert len(LICENCES) > 25
    assert set(CHANNELS) == set(STONES) == VALUES["edition"] == {edition.value for edition in Edition}


def test_the_table_knows_every_outcome_and_every_reason_that_there_is() -> None:
    assert {row.says[0] for row in ROWS} == {outcome.value for outcome in Outcome}
    assert {reason for row in ROWS for reason in row.says[1]} == {reason.value for reason in Reason}


def test_the_list_of_editions_and_the_rows_about_the_ledger_agree() -> None:
    stones = {value for row in ROWS if row.says[0] == "tombstone" for value in row.cells[-1]}
    assert stones == {edition for edition, has in STONES.items() if has == "yes"}


# The table has to be awake: whatever is changed in it is found.


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"line-{row.line}")
def test_a_table_without_one_of_its_rows_is_found(row: Row) -> None:
    assert any(said.startswith("no row") for said in complaints([one for one in ROWS if one is not row]))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"line-{row.line}")
def test_a_table_with_a_row_twice_is_found(row: Row) -> None:
    assert any(said.startswith("2 rows") for said in complaints([*ROWS, row]))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"line-{row.line}")
def test_a_row_with_another_outcome_or_other_reasons_is_found(row: Row) -> None:
    outcome, reasons = row.says
    others = [(other, reasons) for other in VALUES["outcome"] - {outcome}]
    for says in [*others, (outcome, (*reasons, "withdrawn")), (outcome, reasons[1:])]:
        changed = [replace(one, says=says) if one is row else one for one in ROWS]
        assert any(said.startswith(f"line {row.line} is not so") for said in complaints(changed))


def test_a_row_that_can_never_fit_is_found() -> None:
    impossible = {"consent": frozenset({"none"}), "channel": frozenset({"yes"})}
    cells = tuple(impossible.get(name, frozenset()) for name in COLUMNS)
    assert complaints([*ROWS, Row(999, cells, ROWS[0].says)]) == ["line 999 fits nothing"]


@pytest.mark.parametrize(("name", "cell"), [("licence", "opne"), ("outcome", "shown"), ("edition", "web, paper")])
def test_a_misspelt_word_in_the_table_is_found(name: str, cell: str) -> None:
    number, cells = next((number, cells) for number, cells in TABLES if "rule" in cells)
    with pytest.raises(ValueError, match=f"{name} can't be"):
        row_of(number, {**cells, name: cell})
    with pytest.raises(ValueError, match="because"):
        row_of(number, {**cells, "reasons": "because"})
