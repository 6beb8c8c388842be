"""The editors' board: what needs somebody's eye."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from fingerpost.library import Library
from fingerpost.status import board

from tests.helpers import MADE, answer, entry, guide, page, read, toolkit, welsh

TODAY = MADE.date()
ONE = guide(title="One")
SOON = timedelta(days=60)


def found(library: Library) -> list[tuple[str, str]]:
    assert not library.faults, library.faults
    return [(item.sort, item.resource) for item in board(library)]


def test_what_is_well_needs_nobody(tmp_path: Path) -> None:
    assert found(read(tmp_path, {"docs/guides/one/index.en.md": ONE, "docs/guides/one/index.cy.md": welsh(ONE)})) == []


def test_what_is_not_translated_is_named_with_its_language(tmp_path: Path) -> None:
    (item,) = board(read(tmp_path, {"docs/guides/one/index.en.md": ONE}))
    assert (item.sort, item.resource) == ("untranslated", "guides/one")
    assert item.says == "is not in cy yet"


@pytest.mark.parametrize(
    ("changes", "sort"), [({"source": "00000000"}, "stale"), ({"status": "draft"}, "draft"), ({}, None)]
)
def test_a_translation_that_is_stale_or_unread_is_named(
    changes: dict[str, str], sort: str | None, tmp_path: Path
) -> None:
    files = {"docs/guides/one/index.en.md": ONE, "docs/guides/one/index.cy.md": welsh(ONE, **changes)}
    assert found(read(tmp_path, files)) == ([(sort, "guides/one")] if sort else [])


@pytest.mark.parametrize("place", ["part", "easy", "answer"])
@pytest.mark.parametrize(("changes", "sort"), [({"source": "00000000"}, "stale"), ({"status": "draft"}, "draft")])
def test_parts_answers_and_easy_read_versions_are_looked_at_too(
    changes: dict[str, str], sort: str, place: str, tmp_path: Path
) -> None:
    kit = toolkit(["activity-a"] if place == "part" else [])
    question = guide(title="Q?")
    part = page({"title": "A", "part": "activity"}, "Words.\n")
    easy = page({"title": "Easy"}, "Short.\n")
    yes = answer("Yes.\n")
    files = {
        "docs/toolkits/kit/index.en.md": kit,
        "docs/toolkits/kit/index.cy.md": welsh(kit),
        "docs/questions/q/index.en.md": question,
        "docs/questions/q/index.cy.md": welsh(question),
    }
    path, original, owner = {
        "part": ("docs/toolkits/kit/activity-a", part, "toolkits/kit"),
        "easy": ("docs/toolkits/kit/easy", easy, "toolkits/kit"),
        "answer": ("docs/questions/q/answer-1", yes, "questions/q"),
    }[place]
    sound = read(tmp_path, {**files, f"{path}.en.md": original, f"{path}.cy.md": welsh(original)})
    assert found(sound) == []
    items = found(read(tmp_path, {f"{path}.cy.md": welsh(original, **changes)}))
    assert [(kind, resource.startswith(owner)) for kind, resource in items] == [(sort, True)]


@pytest.mark.parametrize(("day", "named"), [(TODAY + SOON, True), (TODAY + SOON + timedelta(1), False), (TODAY, True)])
def test_what_is_due_soon_is_named_in_time(day: date, named: bool, tmp_path: Path) -> None:
    original = guide(review_by=day, consent={"reference": "C-1", "scope": ["web", "translation"], "review_by": day})
    library = read(tmp_path, {"docs/guides/one/index.en.md": original, "docs/guides/one/index.cy.md": welsh(original)})
    expected = [("consent", "guides/one"), ("review", "guides/one")] if named else []
    assert found(library) == expected
    assert all(day.isoformat() in item.says for item in board(library))


def test_the_consent_to_an_answer_that_runs_out_is_named(tmp_path: Path) -> None:
    question = guide(title="Q?")
    yes = answer("Yes.\n", consent={"reference": "C-1", "scope": ["web"], "review_by": TODAY})
    files = {
        "docs/questions/q/index.en.md": question,
        "docs/questions/q/index.cy.md": welsh(question),
        "docs/questions/q/answer-1.en.md": yes,
        "docs/questions/q/answer-1.cy.md": welsh(yes),
    }
    assert ("consent", "questions/q/answer-1") in found(read(tmp_path, files))


@pytest.mark.parametrize(("days", "named"), [(365, False), (366, True)])
def test_facts_that_nobody_confirmed_for_a_year_are_named(days: int, named: bool, tmp_path: Path) -> None:
    front = entry(link="https://example.org/", checked=TODAY - timedelta(days))
    original = page(front, "Words.\n")
    files = {"docs/directory/group/index.en.md": original, "docs/directory/group/index.cy.md": welsh(original)}
    assert found(read(tmp_path, files)) == ([("unconfirmed", "directory/group")] if named else [])


def test_items_stand_in_order(tmp_path: Path) -> None:
    files = {f"docs/guides/{name}/index.en.md": guide(review_by=TODAY) for name in ("b", "a")}
    assert found(read(tmp_path, files)) == [
        ("review", "guides/a"),
        ("review", "guides/b"),
        ("untranslated", "guides/a"),
        ("untranslated", "guides/b"),
    ]


def test_nothing_private_is_on_the_board(tmp_path: Path) -> None:
    consent = {"reference": "C-4711", "scope": ["web"], "review_by": TODAY}
    library = read(tmp_path, {"docs/guides/one/index.en.md": guide(consent=consent)})
    assert board(library)
    assert "4711" not in str(board(library))


def test_checks_that_were_set_aside_are_named_with_the_reason(tmp_path: Path) -> None:
    question = guide(title="Q?")
    yes = answer("Yes.\n", checks={"ignore": {"FP601": "It is a poem."}})
    files = {
        "docs/questions/q/index.en.md": question,
        "docs/questions/q/index.cy.md": welsh(question),
        "docs/questions/q/answer-1.en.md": yes,
        "docs/questions/q/answer-1.cy.md": welsh(yes),
    }
    (item,) = board(read(tmp_path, files))
    assert (item.sort, item.resource) == ("set aside", "questions/q/answer-1")
    assert item.says == "FP601 in answer-1.en.md: It is a poem."
