"""What holds of the gate for any resource, any answer in its question and anything a page shows of them."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import fingerpost.gate
import fingerpost.gate_changes
import pytest
from fingerpost.gate import CHANNEL, Edition, Outcome, Reason, decide, needs_consent, translation_refused
from fingerpost.library import Library, Piece, Resource, schema
from fingerpost.library.kinds import ANSWER, KINDS, QUESTION
from fingerpost.library.ledger import Withdrawal
from fingerpost.stage import see, shown_text
from fingerpost.stage.scene import scene
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers import CHECKOUT, MADE, SITE, answer, guide, read, steady, words
from tests.test_gate import CHOICES, EVERYTHING, NO_DERIVATIVES, OPEN, RESERVED, SHOWS_LESS, TODAY, consent, resource

Choice = dict[str, Any]
SHOWN = (Outcome.FULL, Outcome.RECORD)
DAYS = st.one_of(st.none(), st.dates(), st.sampled_from([date.min, date.max, TODAY]))


def built(choice: Choice) -> Resource:
    """Return a resource with a part that is translated and one that is not; a question has an answer as well."""
    found = resource(**choice)
    kept = tuple(piece(name, found, translated=name == "a") for name in ("a", "b"))
    answers: tuple[Resource, ...] = ()
    if found.kind is QUESTION:
        one = resource(**{**choice, "kind": ANSWER, "withdrawn": False})
        answers = (replace(one, id=f"{found.id}/answer-1", main=renamed(one.main, "answer-1")),)
    return replace(found, parts=kept[:1], easy=kept[1], answers=answers)


def piece(name: str, whole: Resource, *, translated: bool) -> Piece:
    source = replace(whole.main.source, meta=schema.EasyRead(title=name))
    block = {"title": "T", "translation": {"from": "en", "source": "00000000", "status": "draft"}}
    welsh = replace(source, language="cy", meta=schema.Translated.model_validate(block))
    return renamed(Piece(name, "en", {"en": source, "cy": welsh} if translated else {"en": source}), name)


def renamed(one: Piece, name: str) -> Piece:
    texts = {code: replace(text, path=f"{name}.{code}.md") for code, text in one.texts.items()}
    return replace(one, stem=name, texts=texts)


def library(*found: Resource, today: date = TODAY) -> Library:
    resources = {one.id: one for one in found}
    return Library(Path(), SITE, resources, {}, (), (), MADE, today)


def words_shown(found: Resource, edition: Edition) -> Iterator[str]:
    """Yield the file of each text that pages of this edition show whole, as staging chooses them."""
    for code in SITE.codes:
        shown = scene(library(found), edition, code, words()[code], {})
        view = shown.views.get(found.id)
        if view is None or view.outcome is Outcome.TOMBSTONE:
            continue
        if view.outcome is Outcome.FULL:
            yield view.text.path
            for one in list(found.pieces)[1:]:
                yield shown.shown_text(one, found).path
        for each in shown.answers(found):
            yield each.text.path


def ranks(found: Resource) -> dict[tuple[str, str], int]:
    """Return how much is shown of a resource in each edition and language, as pages show it."""
    views = {
        (edition, code): see(library(found), found, code, edition) for edition in Edition for code in ("en", "cy", "fr")
    }
    return {key: SHOWS_LESS.index(view.outcome) if view else 0 for key, view in views.items()}


def agree(choice: Choice, **more: Any) -> Choice:
    agreed = choice["agreed"]
    values = {"scope": list(agreed.scope) if agreed else [], "until": agreed.review_by if agreed else None, **more}
    return {**choice, "agreed": consent(*values["scope"], until=values["until"])}


def never_less(before: Choice, after: Choice) -> None:
    """Assert that whatever is shown of the first is shown of the second too: decisions, pages and each text."""
    one, other = built(before), built(after)
    for edition in Edition:
        for code in ("en", "cy", "fr"):
            then, now = (decide(found, code, edition, today=TODAY).outcome for found in (one, other))
            assert SHOWS_LESS.index(then) <= SHOWS_LESS.index(now)
        assert set(words_shown(one, edition)) <= set(words_shown(other, edition))
    now_ranks = ranks(other)
    assert all(rank <= now_ranks[key] for key, rank in ranks(one).items())


@steady
@given(CHOICES, st.sets(st.sampled_from(EVERYTHING)))
def test_a_wider_scope_never_shows_less_and_a_narrower_one_never_more(choice: Choice, more: set[str]) -> None:
    narrow = agree(choice)
    scope = sorted({*narrow["agreed"].scope, *more})
    never_less(narrow, agree(choice, scope=scope))


@steady
@given(CHOICES, DAYS, DAYS)
def test_a_later_day_never_shows_less_and_an_earlier_one_never_more(
    choice: Choice, one: date | None, other: date | None
) -> None:
    sooner, later = sorted((one, other), key=lambda day: (day is None, day or date.min))
    never_less(agree(choice, until=sooner), agree(choice, until=later))


@steady
@given(CHOICES, st.sets(st.sampled_from(EVERYTHING)), DAYS)
def test_consent_where_it_was_needed_and_missing_never_shows_less(
    choice: Choice, scope: set[str], until: date | None
) -> None:
    bare = {**choice, "agreed": None}
    if needs_consent(resource(**bare)):
        never_less(bare, {**bare, "agreed": consent(*sorted(scope), until=until)})


@steady
@given(CHOICES, st.sampled_from(["", *OPEN]), st.sampled_from(NO_DERIVATIVES), st.sampled_from(RESERVED))
def test_permission_and_a_more_open_licence_never_show_less(
    choice: Choice, open_licence: str, unchanged: str, reserved: str
) -> None:
    never_less({**choice, "permission": None}, {**choice, "permission": "P-0001"})
    ladder = [{**choice, "licence": licence} for licence in (reserved, unchanged, open_licence or "CC0-1.0")]
    never_less(ladder[0], ladder[1])
    never_less(ladder[1], ladder[2])


@steady
@given(CHOICES)
def test_what_was_taken_back_shows_no_text_at_all(choice: Choice) -> None:
    gone = built({**choice, "withdrawn": True})
    assert [list(words_shown(gone, edition)) for edition in Edition] == [[]] * len(Edition)


@steady
@given(CHOICES, st.sampled_from([None, "answer-1"]))
def test_taking_back_an_answer_never_shows_more(choice: Choice, which: str | None) -> None:
    whole = built({**choice, "kind": QUESTION, "withdrawn": False})
    row = Withdrawal(whole.answers[0].id, TODAY, (), 1) if which else None
    less = replace(whole, answers=(replace(whole.answers[0], withdrawn=row),))
    for edition in Edition:
        shown = set(words_shown(less, edition))
        assert shown <= set(words_shown(whole, edition))
        assert which is None or not any(path.startswith("answer-1") for path in shown)


@steady
@given(CHOICES, st.dates())
def test_no_page_shows_a_text_that_the_gate_refused(choice: Choice, today: date) -> None:
    found = built(choice)
    for edition in Edition:
        for code in ("en", "cy", "fr"):
            for one in (found, *found.answers):
                is_let_through(one, code, edition, today)


def is_let_through(one: Resource, code: str, edition: Edition, today: date) -> None:
    view = see(library(one, today=today), one, code, edition)
    asked = decide(one, code, edition, today=today)
    if view is None:
        assert asked.outcome is Outcome.EXCLUDED
        return
    assert view.outcome is not Outcome.EXCLUDED
    if view.outcome in SHOWN:
        # The gate lets this very text through, in its own language, as much as the page shows of it.
        assert decide(one, view.text.language, edition, today=today).outcome is view.outcome
        assert translation_refused(one, view.text) is None
        assert view.text.language == code or view.text is one.main.source
        assert (Reason.NOT_TRANSLATED in view.decision.reasons) == (view.text.language != code)
    for part in one.pieces:
        text = shown_text(part, one, code)
        assert translation_refused(one, text) is None
        assert text.language == code or text is part.source


def test_those_properties_are_awake() -> None:
    """Each is tried on what it must refuse: a gate that lets through more when less was agreed."""
    less: Choice = {"agreed": consent("web"), "translated": True}
    more: Choice = {"agreed": consent("web", "print", "translation"), "translated": True}
    never_less(less, more)
    with pytest.raises(AssertionError):
        never_less(more, less)
    with pytest.raises(AssertionError):
        never_less({"made_by": "compiled"}, {"made_by": "compiled", "licence": "InC"})
    assert "a.cy.md" in words_shown(built(more), Edition.WEB)
    assert "a.cy.md" not in set(words_shown(built(less), Edition.WEB))


# Total: whatever is read, whatever is asked


TEXTS = st.text(min_size=1, max_size=12)
CONSENT = st.builds(
    lambda scope, until: consent(*scope, until=until), st.lists(st.sampled_from(EVERYTHING), max_size=6), DAYS
)


@steady
@given(CHOICES, st.one_of(st.none(), CONSENT), TEXTS.filter(str.strip), TEXTS, st.sampled_from(Edition), st.dates())
def test_it_decides_for_any_licence_language_and_day(
    choice: Choice, agreed: schema.Consent | None, licence: str, language: str, edition: Edition, today: date
) -> None:
    found = built({**choice, "agreed": agreed, "licence": licence})
    for one in (found, *found.answers):
        decision = decide(one, language, edition, today=today)
        assert decision.reasons
        assert len(set(decision.reasons)) == len(decision.reasons)
        if decision.outcome is Outcome.FULL and one.kind.listed and needs_consent(one):
            assert agreed
            assert CHANNEL[edition] in agreed.scope
            assert agreed.review_by is None or agreed.review_by >= today


@pytest.mark.parametrize("today", [date.min, TODAY, date.max])
@pytest.mark.parametrize("edition", Edition)
def test_it_decides_on_the_first_and_the_last_day_there_is(edition: Edition, today: date) -> None:
    for until in (None, date.min, date.max, today):
        found = resource(agreed=consent(*EVERYTHING, until=until))
        expected = Outcome.FULL if until is None or until >= today else Outcome.EXCLUDED
        assert decide(found, "en", edition, today=today).outcome is expected


def test_what_could_not_be_read_is_shown_nowhere(tmp_path: Path) -> None:
    found = read(tmp_path, {"docs/guides/one/index.en.md": "---\ntitle: A story\n---\nWords.\n"})
    assert found.unsound
    for one in found.unsound:
        for edition in Edition:
            decision = decide(one, "en", edition, today=found.today)
            assert (decision.outcome, decision.reasons) == (Outcome.EXCLUDED, (Reason.UNREADABLE,))


def test_a_question_that_was_taken_back_takes_its_answers_with_it(tmp_path: Path) -> None:
    files = {
        "docs/questions/q/index.en.md": guide("Q\n"),
        "docs/questions/q/answer-1.en.md": answer("A\n"),
        "docs/questions/other/index.en.md": guide("Q\n"),
        "docs/questions/other/answer-1.en.md": answer("A\n"),
        "docs/questions/other/answer-2.en.md": answer("A\n"),
        "docs/_withdrawn.yml": "".join(
            f"- {{id: {id}, on: 2026-11-20}}\n" for id in ("questions/q", "questions/other/answer-2")
        ),
    }
    found = read(tmp_path, files)
    gone = {
        one.id: decide(one, "en", Edition.PRINT, today=found.today).reasons == (Reason.WITHDRAWN,)
        for question in found.resources.values()
        for one in question.answers
    }
    assert gone == {"questions/other/answer-1": False, "questions/other/answer-2": True, "questions/q/answer-1": True}


# Pure: the same for the same, and nothing is changed


@steady
@given(CHOICES)
def test_deciding_changes_nothing(choice: Choice) -> None:
    found = built(choice)
    before = snapshot(found)
    decisions = [decide(found, code, edition, today=TODAY) for edition in Edition for code in ("en", "cy", "fr")]
    again = [decide(found, code, edition, today=TODAY) for edition in Edition for code in ("en", "cy", "fr")]
    assert decisions == again
    assert snapshot(found) == before


def snapshot(found: Resource) -> list[tuple[Any, ...]]:
    return [(text.path, text.meta.model_dump(), text.body, dict(text.lines)) for text in found.texts]


ASK = """
from datetime import date
from fingerpost.gate import Edition, decide
from tests.test_gate import consent, resource
for until in (None, date(2026, 11, 20), date(2026, 11, 21)):
    found = resource(agreed=consent("web", "offline", until=until))
    print([decide(found, code, edition, today=date(2026, 11, 21)) for edition in Edition for code in ("en", "cy")])
"""


def test_it_asks_no_clock_but_the_day_it_is_given() -> None:
    said = set()
    for epoch, zone in (("0", "UTC"), ("4000000000", "Pacific/Kiritimati"), ("", "America/Adak")):
        there = {**os.environ, "SOURCE_DATE_EPOCH": epoch, "TZ": zone, "PYTHONHASHSEED": epoch or "random"}
        done = subprocess.run(
            [sys.executable, "-c", ASK], capture_output=True, text=True, check=True, env=there, cwd=CHECKOUT
        )
        said.add(done.stdout)
    assert len(said) == 1
    assert "consent-expired" in said.pop()


@pytest.mark.parametrize("module", [fingerpost.gate, fingerpost.gate_changes])
def test_the_gate_s_source_knows_no_clock_no_files_and_no_settings(module: Any) -> None:
    tree = ast.parse(Path(module.__file__).read_text("utf-8"))
    imported = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    imported |= {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    plain = {"re", "collections.abc", "dataclasses", "datetime", "enum", "itertools", "typing", "fingerpost.gate"}
    assert {name for name in imported if not name.startswith("fingerpost.library")} <= plain
    attributes = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    # A field may be called today; nobody is asked for it.
    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    assert not {"now", "today", "utcnow"} & {call.attr for call in calls if isinstance(call, ast.Attribute)}
    assert "environ" not in attributes


# In words


@pytest.mark.parametrize("language", SITE.codes)
def test_every_reason_outcome_and_edition_has_its_words(language: str) -> None:
    said = [words()[language](f"reason-{reason.value}") for reason in Reason]
    assert len(set(said)) == len(Reason)
    assert all(sentence.endswith(".") for sentence in said)
    for names in ([f"outcome-{one.value}" for one in Outcome], [f"edition-{one.value}" for one in Edition]):
        assert len({words()[language](name) for name in names}) == len(names)


def test_every_kind_is_decided_about() -> None:
    for kind in (*KINDS, ANSWER):
        for edition in Edition:
            assert decide(resource(kind=kind), "en", edition, today=TODAY + timedelta(1)).reasons
