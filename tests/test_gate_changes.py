"""What would change a decision and what would end it: what is promised comes true, and nothing of it is too much."""

from datetime import date, timedelta
from itertools import combinations
from typing import Any

import pytest
from fingerpost.gate import Edition, Outcome
from fingerpost.gate_changes import (
    Case,
    Change,
    Ending,
    changes_to,
    ends_of,
    is_full,
    is_full_in_its_language,
)
from fingerpost.library.kinds import ARCHIVE, PAGE
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers import steady
from tests.test_gate import CHOICES, EVERYTHING, LANGUAGES, SHOWS_LESS, TODAY, consent, resource

WEB, PRINT = Edition.WEB, Edition.PRINT
PAST = TODAY - timedelta(1)
GOALS = st.sampled_from([is_full, is_full_in_its_language])


def case(edition: Edition = PRINT, language: str = "en", **choice: Any) -> Case:
    return Case(resource(**choice), language, edition, TODAY)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (case(made_by="compiled"), []),
        (case(), ["consent-recorded"]),
        (case(agreed=consent("web")), ["channel-agreed"]),
        (case(agreed=consent("print", until=PAST)), ["consent-renewed"]),
        (case(agreed=consent("web", until=PAST)), ["consent-renewed", "channel-agreed"]),
        (case(language="cy"), ["consent-recorded", "translation-agreed"]),
        (case(language="cy", agreed=consent("print")), ["translation-agreed"]),
        (case(made_by="compiled", licence="InC"), ["permission-given"]),
        (case(made_by="compiled", licence="CC-BY-ND-4.0", language="cy"), ["permission-given"]),
        (case(withdrawn=True, made_by="compiled"), ["agreed-anew"]),
        (
            case(withdrawn=True, agreed=consent(until=PAST), licence="InC", language="cy"),
            ["agreed-anew", "consent-renewed", "channel-agreed", "translation-agreed", "permission-given"],
        ),
        (case(kind=PAGE, withdrawn=True), ["agreed-anew"]),
        (case(kind=ARCHIVE, made_by="compiled", licence="InC"), ["permission-given"]),
    ],
)
def test_what_would_show_it_in_full(asked: Case, expected: list[str]) -> None:
    assert changes_to(asked) == tuple(Change(change) for change in expected)


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ({"made_by": "compiled"}, ["translated"]),
        ({"agreed": consent("print")}, ["translation-agreed", "translated"]),
        ({"made_by": "compiled", "licence": "CC-BY-ND-4.0"}, ["permission-given", "translated"]),
        ({"agreed": consent(*EVERYTHING)}, ["translated"]),
    ],
)
def test_what_would_show_a_translation(choice: dict[str, Any], expected: list[str]) -> None:
    asked = case(language="cy", translated=False, **choice)
    assert changes_to(asked, is_full_in_its_language) == tuple(Change(change) for change in expected)


@steady
@given(CHOICES, LANGUAGES, st.sampled_from(Edition), st.dates(), GOALS)
def test_what_is_promised_comes_true_and_no_smaller_set_would_do(
    choice: dict[str, Any], language: str, edition: Edition, today: date, goal: Any
) -> None:
    asked = Case(resource(**choice), language, edition, today)
    changes = changes_to(asked, goal)
    assert changes is not None
    assert (changes == ()) == goal(asked.decision)
    assert goal(asked.after(changes).decision)
    assert list(changes) == [change for change in Change if change in changes]
    for fewer in range(len(changes)):
        for left in combinations(changes, fewer):
            assert not goal(asked.after(left).decision)


@steady
@given(CHOICES, LANGUAGES, st.sampled_from(Edition), st.dates())
def test_no_change_alone_shows_less(choice: dict[str, Any], language: str, edition: Edition, today: date) -> None:
    asked = Case(resource(**choice), language, edition, today)
    for change in Change:
        then = asked.after((change,)).decision.outcome
        # What was not translated may not be translated either: then the translation is refused, not the original.
        # And a stone says more than nothing, though not of the work.
        if change not in (Change.TRANSLATED, Change.CONSENT_RECORDED, Change.AGREED_ANEW):
            assert SHOWS_LESS.index(asked.decision.outcome) <= SHOWS_LESS.index(then)


@steady
@given(CHOICES, LANGUAGES, st.sampled_from(Edition), st.dates())
def test_what_is_said_to_end_it_ends_it_on_that_day_and_not_before(
    choice: dict[str, Any], language: str, edition: Edition, today: date
) -> None:
    asked = Case(resource(**choice), language, edition, today)
    for end in ends_of(asked):
        then = asked.ended(end.ending)
        assert then.decision.outcome is end.outcome
        assert SHOWS_LESS.index(end.outcome) < SHOWS_LESS.index(asked.decision.outcome)
        assert (end.on is not None) == (end.ending is Ending.RUNS_OUT)
        if end.on:
            eve = Case(asked.resource, language, edition, end.on - timedelta(1))
            assert eve.decision == asked.decision


@steady
@given(CHOICES, LANGUAGES, st.sampled_from(Edition))
def test_what_is_shown_can_always_be_taken_back(choice: dict[str, Any], language: str, edition: Edition) -> None:
    asked = Case(resource(**choice), language, edition, TODAY)
    shown = asked.decision.outcome in (Outcome.FULL, Outcome.RECORD)
    assert (Ending.WITHDRAWN in [end.ending for end in ends_of(asked)]) == shown


def test_what_ends_it_and_when() -> None:
    asked = case(WEB, "cy", agreed=consent(*EVERYTHING, until=TODAY), licence="CC-BY-ND-4.0", permission="P-1")
    assert [(end.ending.value, end.outcome.value, end.on) for end in ends_of(asked)] == [
        ("runs-out", "excluded", TODAY + timedelta(1)),
        ("channel-taken-back", "excluded", None),
        ("translation-taken-back", "excluded", None),
        ("permission-taken-back", "excluded", None),
        ("withdrawn", "tombstone", None),
    ]


def test_consent_until_the_last_day_there_is_never_runs_out() -> None:
    asked = case(agreed=consent("print", until=date.max))
    assert Ending.RUNS_OUT not in [end.ending for end in ends_of(asked)]


def test_asking_changes_nothing() -> None:
    asked = case(language="cy", agreed=consent(until=PAST), licence="InC", withdrawn=True)
    before = asked.resource.meta.model_dump()
    assert changes_to(asked)
    assert list(ends_of(case(agreed=consent("print"))))
    assert asked.resource.meta.model_dump() == before
    assert asked.resource.withdrawn
