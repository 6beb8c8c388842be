"""The whole board, as an editor sees it on their own computer: how far, what is due, where nothing is, how it grew."""

import json
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest
from fingerpost import status
from fingerpost.library import Library
from fingerpost.library.board import Board, State
from fingerpost.status import as_json, board
from jsonschema import Draft202012Validator

from tests.helpers import MADE, answer, entry, guide, page, read, toolkit, welsh
from tests.stage.collection import collection

TODAY = MADE.date()
ONE = guide(title="One")
SCHEMA = json.loads((Path(status.__file__).parent / "board.schema.json").read_text("utf-8"))


def found(library: Library, since: Mapping[str, date] | None = None) -> Board:
    assert not library.faults, library.faults
    return board(library, (), since or {})


def states(library: Library, language: str = "cy") -> dict[str, str]:
    return {one.name: one.state.value for one in found(library).shared.standings if one.language == language}


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({}, "reviewed"),
        ({"status": "draft"}, "draft"),
        ({"source": "00000000"}, "stale"),
        ({"source": "00000000", "status": "draft"}, "stale"),
        (None, "missing"),
    ],
)
def test_how_far_a_translation_is(changes: dict[str, str] | None, state: str, tmp_path: Path) -> None:
    files = {"docs/guides/one/index.en.md": ONE}
    if changes is not None:
        files["docs/guides/one/index.cy.md"] = welsh(ONE, **changes)
    library = read(tmp_path, files)
    assert states(library) == {"guides/one": state}
    assert states(library, "en") == {"guides/one": "original"}
    (there,) = (one for one in found(library).shared.standings if one.language == "cy")
    assert there.path == "docs/guides/one/index.cy.md"


@pytest.mark.parametrize("place", ["part", "easy", "answer"])
@pytest.mark.parametrize(("changes", "state"), [({"source": "00000000"}, "stale"), ({"status": "draft"}, "draft")])
def test_parts_answers_and_easy_read_versions_are_looked_at_too(
    changes: dict[str, str], state: str, place: str, tmp_path: Path
) -> None:
    kit = toolkit(["activity-a"] if place == "part" else [])
    question = guide(title="Q?")
    path, original = {
        "part": ("docs/toolkits/kit/activity-a", page({"title": "A", "part": "activity"}, "Words.\n")),
        "easy": ("docs/toolkits/kit/easy", page({"title": "Easy"}, "Short.\n")),
        "answer": ("docs/questions/q/answer-1", answer("Yes.\n")),
    }[place]
    files = {
        "docs/toolkits/kit/index.en.md": kit,
        "docs/toolkits/kit/index.cy.md": welsh(kit),
        "docs/questions/q/index.en.md": question,
        "docs/questions/q/index.cy.md": welsh(question),
        f"{path}.en.md": original,
        f"{path}.cy.md": welsh(original, **changes),
    }
    wanted = {"toolkits/kit": "reviewed", "questions/q": "reviewed", path.removeprefix("docs/"): state}
    assert states(read(tmp_path, files)) == wanted


@pytest.mark.parametrize(
    "why", [{"rights": {"licence": "CC-BY-ND-4.0"}}, {"consent": {"reference": "C-1", "scope": ["web"]}}]
)
def test_what_may_not_be_translated_is_not_asked_for(why: dict[str, object], tmp_path: Path) -> None:
    library = read(tmp_path, {"docs/guides/one/index.en.md": guide(**why)})
    assert states(library) == {"guides/one": State.REFUSED}


def test_days_are_told_in_their_order_with_whose_they_are(tmp_path: Path) -> None:
    day = TODAY + timedelta(3)
    consent = {"reference": "C-4711", "scope": ["web", "translation"], "review_by": day}
    files = {
        "docs/guides/b/index.en.md": guide(review_by=TODAY, consent=consent),
        "docs/guides/a/index.en.md": guide(review_by=day),
        "docs/questions/q/index.en.md": guide(title="Q?"),
        "docs/questions/q/answer-1.en.md": answer("Yes.\n", consent={**consent, "review_by": TODAY - timedelta(1)}),
        "docs/directory/group/index.en.md": page(
            entry(link="https://example.org/", checked=TODAY - timedelta(365)), "W\n"
        ),
    }
    told = found(read(tmp_path, files))
    assert [(due.day, due.id) for due in told.shared.reviews] == [(TODAY, "guides/b"), (day, "guides/a")]
    past = (TODAY - timedelta(1), "questions/q/answer-1")
    assert [(due.day, due.id) for due in told.consents] == [past, (day, "guides/b")]
    assert [(due.day, due.id) for due in told.shared.facts] == [(TODAY, "directory/group")]
    assert "4711" not in as_json(told)  # the register's numbers are nobody's business here


def test_a_day_at_the_end_of_the_calendar_is_a_day(tmp_path: Path) -> None:
    front = entry(link="https://example.org/", checked=date.max, review_by=date.max, published=date.max)
    library = read(tmp_path, {"docs/directory/group/index.en.md": page(front, "Words.\n")})
    assert [due.day for due in found(library).shared.facts] == [date.max]
    assert [period.day for period in found(library).shared.growth] == [TODAY.replace(day=1)]


def test_checks_that_were_set_aside_are_told_with_the_reason(tmp_path: Path) -> None:
    yes = answer("Yes.\n", checks={"ignore": {"FP601": "It is a poem."}})
    files = {"docs/questions/q/index.en.md": guide(title="Q?"), "docs/questions/q/answer-1.en.md": yes}
    (one,) = found(read(tmp_path, files)).aside
    assert (one.check, one.path, one.reason) == ("FP601", "docs/questions/q/answer-1.en.md", "It is a poem.")


def test_each_topic_stage_and_format_has_a_number(tmp_path: Path) -> None:
    files = {
        "docs/guides/a/index.en.md": guide(topics=["pay", "wellbeing"], stages=["early"]),
        "docs/guides/b/index.en.md": guide(topics=["pay"], stages=["early"]),
        "docs/guides/b/easy.en.md": page({"title": "Easy"}, "Short.\n"),
    }
    library = read(tmp_path, files)
    cells = board(library, {"guides/a"}, {}).shared.cells
    assert {(one.topic, one.stage, one.format): one.count for one in cells} == {
        ("wellbeing", "early", "web"): 1,
        ("pay", "early", "web"): 2,
        ("wellbeing", "early", "print"): 1,
        ("pay", "early", "print"): 1,
        ("wellbeing", "early", "easy-read"): 0,
        ("pay", "early", "easy-read"): 1,
    }
    without = board(read(tmp_path, {"docs/guides/c/index.en.md": guide()}), (), {}).shared.cells
    assert [one.count for one in without if (one.topic, one.stage, one.format) == ("wellbeing", "", "web")] == [1]


def test_growth_goes_by_the_day_of_publication_of_the_translation_and_else_of_git(tmp_path: Path) -> None:
    old = guide(published="2026-08-03")
    files = {
        "docs/guides/dated/index.en.md": old,
        "docs/guides/dated/index.cy.md": welsh(old, made="2026-09-30"),
        "docs/guides/undated/index.en.md": old,
        "docs/guides/undated/index.cy.md": welsh(old),
        "docs/guides/unknown/index.en.md": old,
        "docs/guides/unknown/index.cy.md": welsh(old),
    }
    since = {"docs/guides/undated/index.cy.md": date(2026, 10, 1), "docs/guides/dated/index.cy.md": date(2026, 11, 1)}
    growth = found(read(tmp_path, files), since).shared.growth
    assert [(period.day.month, period.resources, period.languages["cy"]) for period in growth] == [
        (8, 3, 1),
        (9, 3, 2),
        (10, 3, 3),
        (11, 3, 3),
    ]


def test_many_months_are_told_as_years(tmp_path: Path) -> None:
    files = {f"docs/guides/{name}/index.en.md": guide(published=f"{name}-12-31") for name in ("2024", "2025")}
    growth = found(read(tmp_path, files)).shared.growth
    assert [(period.day, period.yearly, period.resources) for period in growth][::11] == [
        (date(2024, 12, 1), False, 1),
        (date(2025, 11, 1), False, 1),
        (date(2026, 10, 1), False, 2),
    ]
    growth = found(read(tmp_path, {"docs/guides/old/index.en.md": guide(published="1901-01-01")})).shared.growth
    assert [(period.day.year, period.resources) for period in growth if period.day.year in (1997, 2025)] == [
        (1997, 1),
        (2025, 3),
    ]
    assert all(period.yearly for period in growth)
    assert len(growth) == 30


def test_nothing_at_all_is_a_board_too(tmp_path: Path) -> None:
    told = board(read(tmp_path), (), {})
    assert (told.shared.standings, told.consents, told.shared.growth) == ((), (), ())
    assert not any(cell.count for cell in told.shared.cells)


def test_what_could_not_be_read_is_told(tmp_path: Path) -> None:
    library = read(tmp_path, {"docs/guides/one/index.en.md": "---\ntitle: [\n---\n"})
    assert board(library, (), {}).unread == ("docs/guides/one/index.en.md",)


def test_json_is_as_its_schema_says(tmp_path: Path) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    consent = {"reference": "C-1", "scope": ["web"], "review_by": TODAY}
    files = {
        "docs/guides/a/index.en.md": guide(consent=consent, review_by=TODAY, checks={"ignore": {"FP601": "A poem."}}),
        "docs/directory/group/index.en.md": page(entry(link="https://example.org/", checked=TODAY), "W\n"),
        "docs/guides/broken/index.en.md": "---\ntitle: [\n---\n",
    }
    said = json.loads(as_json(board(read(tmp_path, {**files}), (), {})))
    Draft202012Validator(SCHEMA).validate(said)
    assert all(said[name] for name in SCHEMA["required"])
    assert not Draft202012Validator(SCHEMA).is_valid({**said, "consents": [{"by": "2026-11-21"}]})
    Draft202012Validator(SCHEMA).validate(json.loads(as_json(found(collection(tmp_path / "more")))))
