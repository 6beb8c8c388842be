"""The board for everybody: what the website does not show is not in it, not by name and not in a number."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from fingerpost.library import Library
from fingerpost.library.board import Open
from fingerpost.status import board, open_board
from fingerpost.status.board import FEWEST_CONSENTS

from tests.helpers import MADE, Files, answer, archive, entry, guide, page, toolkit, welsh
from tests.stage.collection import EVERYWHERE, collection
from tests.stage.test_nothing_leaks import PEOPLE_S, PHRASE, secret, withdrawn

TODAY = MADE.date()
SOON = TODAY + timedelta(30)


def told(library: Library) -> Open:
    return open_board(library, {f"toolkits/{PHRASE}", f"guides/{PHRASE}"}, {})


def everything_about(front: dict[str, Any]) -> Files:
    """Return planted resources of each kind with all that a board could tell of: days, checks, topics, translations."""
    facts = {
        "topics": ["pay"],
        "stages": ["early"],
        "published": "2026-01-05",
        "review_by": SOON,
        "checks": {"ignore": {"FP601": f"The {PHRASE} is a poem."}},
        **front,
    }
    entry_of = page(entry(link="https://example.org/", checked="2025-01-01", title=PHRASE, **facts), "Words.\n")
    planted = {path: text for path, text in secret(facts).items() if "pointing" not in path}
    return {**planted, f"docs/directory/{PHRASE}/index.en.md": entry_of}


HELD_BACK = {
    "no consent": PEOPLE_S,
    "consent past its day": {**PEOPLE_S, "consent": {**EVERYWHERE, "review_by": "2026-11-20"}},
    "consent for paper and sticks": {**PEOPLE_S, "consent": {**EVERYWHERE, "scope": ["print", "offline"]}},
}


@pytest.mark.parametrize("front", HELD_BACK.values(), ids=HELD_BACK)
def test_the_board_is_the_same_as_without_what_is_held_back(front: dict[str, Any], tmp_path: Path) -> None:
    without = told(collection(tmp_path / "without"))
    assert told(collection(tmp_path / "with", **everything_about(front))) == without
    assert PHRASE not in str(without)


def test_the_same_with_consent_is_there(tmp_path: Path) -> None:
    """The guard above can fail: each part of the board tells of the same resources when people agreed."""
    without = told(collection(tmp_path / "without"))
    planted = everything_about({**PEOPLE_S, "consent": EVERYWHERE})
    there = told(collection(tmp_path / "with", **planted))
    for part in ("standings", "reviews", "facts", "cells", "growth"):
        assert getattr(there.shared, part) != getattr(without.shared, part), part
    assert (without.aside, there.aside) == ({}, {"FP601": 5})
    assert PHRASE in str(there)
    assert "poem" not in str(there)  # reasons are words that no page shows


@pytest.mark.parametrize("still_there", [True, False])
def test_what_was_taken_back_is_not_counted(still_there: bool, tmp_path: Path) -> None:
    ledger = {"docs/_withdrawn.yml": "\n".join(withdrawn())}
    planted = everything_about({}) if still_there else {}
    planted = {path: text for path, text in planted.items() if "directory" not in path}
    assert told(collection(tmp_path / "with", **planted, **ledger)) == told(collection(tmp_path / "without"))


def test_an_answer_that_is_held_back_is_not_counted(tmp_path: Path) -> None:
    hidden = answer(f"{PHRASE}\n", title=PHRASE, checks={"ignore": {"FP601": "Why."}}, **PEOPLE_S)
    with_it = told(collection(tmp_path / "with", **{"docs/questions/q/answer-3.en.md": hidden}))
    assert with_it == told(collection(tmp_path / "without"))
    whole = board(collection(tmp_path / "with"), (), {})
    assert "questions/q/answer-3" in {one.id for one in whole.shared.standings}


def test_of_a_record_the_parts_are_not_counted(tmp_path: Path) -> None:
    reserved = {"rights": {"licence": "InC"}}
    kit = {"docs/toolkits/kept/index.en.md": toolkit(["activity-a"], title="Kept", **reserved)}
    part = {
        "docs/toolkits/kept/activity-a.en.md": page({"title": PHRASE, "part": "activity"}, "Words.\n"),
        "docs/toolkits/kept/easy.en.md": page({"title": PHRASE}, "Words.\n"),
    }
    bare = {"docs/toolkits/kept/index.en.md": toolkit([], title="Kept", **reserved)}
    assert told(collection(tmp_path / "with", **kit, **part)) == told(collection(tmp_path / "without", **bare))


@pytest.mark.parametrize("why", ["consent", "licence"])
def test_a_translation_that_may_not_be_shown_is_one_that_is_not_there(why: str, tmp_path: Path) -> None:
    scope = {"reference": "C-1", "scope": ["web"]}
    original = guide(**({"rights": {"licence": "CC-BY-ND-4.0"}} if why == "licence" else {"consent": scope}))
    hidden = welsh(original, status="draft", made="2026-11-20", title=PHRASE)
    at = "docs/guides/held/index"
    there = told(collection(tmp_path / "with", **{f"{at}.en.md": original, f"{at}.cy.md": hidden}))
    assert there == told(collection(tmp_path / "without", **{f"{at}.en.md": original}))
    # Nor does it say why there is none: that would tell what the makers agreed to.
    assert [one.state for one in there.shared.standings if one.name == "guides/held"] == ["missing", "original"]


def dated(number: int, first: date = SOON) -> Files:
    consents = (
        {"reference": f"C-{place}", "scope": ["web", "translation"], "review_by": first} for place in range(number)
    )
    return {
        f"docs/guides/dated-{place}/index.en.md": guide(consent=consent, **PEOPLE_S)
        for place, consent in enumerate(consents)
    }


def test_consents_are_a_number_for_a_month_and_no_more(tmp_path: Path) -> None:
    there = told(collection(tmp_path, **dated(FEWEST_CONSENTS)))
    assert there.consents == {SOON.replace(day=1): FEWEST_CONSENTS}
    assert SOON.isoformat() not in str(there.shared)
    assert not hasattr(there.consents, "id")


@pytest.mark.parametrize("number", [0, 1, FEWEST_CONSENTS - 1])
def test_few_consents_are_not_counted_nor_told_from_none(number: int, tmp_path: Path) -> None:
    assert told(collection(tmp_path, **dated(number))).consents is None


def test_consents_that_are_over_or_held_back_do_not_count(tmp_path: Path) -> None:
    files = {**dated(FEWEST_CONSENTS - 1)}
    files["docs/guides/over/index.en.md"] = guide(consent={**EVERYWHERE, "review_by": TODAY - timedelta(1)}, **PEOPLE_S)
    files["docs/guides/paper/index.en.md"] = guide(
        consent={"reference": "C-9", "scope": ["print"], "review_by": SOON}, **PEOPLE_S
    )
    library = collection(tmp_path, **files)
    assert told(library).consents is None
    assert (
        len(board(library, (), {}).consents) == FEWEST_CONSENTS + 1
    )  # on the editor's own computer they are all there


@pytest.mark.parametrize("check", ["FP310", "FP308", "FP907"])
def test_that_a_check_of_privacy_or_withdrawal_was_set_aside_is_not_told(check: str, tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "docs/guides/x/index.en.md": guide(checks={"ignore": {check: "It is ours.", "FP402": "The words stand below."}})
    }
    there = told(collection(tmp_path, **files))
    assert there.aside == {"FP402": 1}
    assert there.names["FP402"]["cy"] == "testun amgen ar goll"


def test_a_name_that_somebody_chose_not_to_give_is_not_on_it(tmp_path: Path) -> None:
    nameless = [{"name": f"{PHRASE} Jones", "role": "author", "as": "anonymous"}]
    original = guide(credits=nameless, title="Plain")
    files: dict[str, str | bytes] = {
        "docs/guides/plain/index.en.md": original,
        "docs/guides/plain/index.cy.md": welsh(original, status="draft", by=nameless),
        "docs/archive/plain/index.en.md": archive(credits=nameless),
    }
    library = collection(tmp_path, **files)
    assert PHRASE not in str(told(library))
    assert PHRASE not in str(board(library, (), {}))
