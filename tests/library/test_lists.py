"""Vocabularies and the ledger: what is read, and what is said of a line that does not fit."""

from pathlib import Path

import pytest
from fingerpost.library.vocabulary import REQUIRED

from tests.helpers import VOCABULARIES, codes, guide, read, the_fault

TOPICS = "docs/_vocabulary/topics.yml"
LEDGER = "docs/_withdrawn.yml"
SOUND = {"docs/guides/one/index.en.md": guide()}


def test_terms_keep_their_order_and_their_lines(tmp_path: Path) -> None:
    text = "- id: pay\n  label: {en: Pay, cy: Tâl}\n- id: allies\n  label: {en: Allies}\n"
    library = read(tmp_path, {**SOUND, TOPICS: text})
    topics = library.vocabularies["topics"]
    assert list(topics.terms) == ["pay", "allies"]
    assert dict(topics.lines) == {"pay": 1, "allies": 3}
    assert library.label("topics", "pay", "cy") == "Tâl"
    assert library.label("topics", "allies", "cy") == "Allies"
    assert library.label("topics", "unknown", "cy") == "unknown"
    assert library.label("no-such-list", "pay", "cy") == "pay"


@pytest.mark.parametrize("name", REQUIRED)
def test_a_vocabulary_that_is_not_there_is_named(name: str, tmp_path: Path) -> None:
    files = {path: text for path, text in VOCABULARIES.items() if path != f"docs/_vocabulary/{name}.yml"}
    library = read(tmp_path, {**files, **SOUND}, vocabularies=False)
    assert codes(library) == [("no-vocabulary", f"docs/_vocabulary/{name}.yml", 1)]
    assert "guides/one" in library.resources


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("- {id: a, label: {en: A}}\n- {id: b}\n", "vocabulary-entry", 2),
        ("- {id: A b, label: {en: A}}\n", "vocabulary-entry", 1),
        ("- {id: a, label: {en: A}}\n\n- {id: a, label: {en: B}}\n", "vocabulary-entry", 3),
        ("- {id: a, label: {en: A}, colour: red}\n", "vocabulary-entry", 1),
        ("- word\n", "vocabulary-entry", 1),
        ("- {id: a, label: {en: A}}\n- [\n", "not-yaml", 3),
        ("a: {label: {en: A}}\n", "vocabulary-not-a-list", 1),
        ("- &a {id: a, label: {en: A}}\n", "anchor-or-alias", 1),
        ("word\n", "not-a-mapping", 1),
    ],
)
def test_a_vocabulary_that_does_not_fit_is_said_with_its_line(text: str, code: str, line: int, tmp_path: Path) -> None:
    library = read(tmp_path, {**SOUND, TOPICS: text})
    assert codes(library) == [(code, TOPICS, line)]


def test_a_vocabulary_that_is_not_utf_8_is_said_with_its_line(tmp_path: Path) -> None:
    library = read(tmp_path, {**SOUND, TOPICS: b"- {id: a, label: {en: A}}\n- {id: b, label: {cy: T\xe2l}}\n"})
    assert codes(library) == [("not-utf-8", TOPICS, 2)]


@pytest.mark.parametrize("path", [TOPICS, LEDGER])
def test_a_list_that_leads_elsewhere_is_refused(path: str, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.yml"
    elsewhere.write_text("- {id: secret, label: {en: Secret}}\n", "utf-8")
    root = tmp_path / "root"
    files = {name: text for name, text in VOCABULARIES.items() if name != path}
    for name in ("docs/_vocabulary", "docs"):
        (root / name).mkdir(parents=True, exist_ok=True)
    (root / path).symlink_to(elsewhere)
    library = read(root, {**files, **SOUND}, vocabularies=False)
    assert ("symlink", path, 1) in codes(library)
    assert "secret" not in str(library.vocabularies)


def test_the_ledger_reaches_its_resource(tmp_path: Path) -> None:
    row = "- {id: guides/one, on: 2026-11-20, words: {en: Taken back., cy: Tynnwyd yn ôl.}}\n"
    library = read(tmp_path, {**SOUND, LEDGER: f"# What was taken back\n\n{row}"})
    withdrawal = library.resources["guides/one"].withdrawn
    assert withdrawal
    assert (withdrawal.id, withdrawal.on.isoformat(), withdrawal.line) == ("guides/one", "2026-11-20", 3)
    assert dict(withdrawal.words) == {"en": "Taken back.", "cy": "Tynnwyd yn ôl."}
    assert not library.faults


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "[]\n"])
def test_an_empty_ledger_withdraws_nothing(text: str, tmp_path: Path) -> None:
    library = read(tmp_path, {**SOUND, LEDGER: text})
    assert library.ledger == ()
    assert not library.faults


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("- {id: guides/one}\n", "ledger-entry", 1),
        ("- {id: guides/two, on: 2026-11-20}\n- {id: guides/one, on: soon}\n", "ledger-entry", 2),
        ("- {id: guides/one, on: 2026-11-20, why: because}\n", "ledger-entry", 1),
        ("- guides/one\n", "ledger-entry", 1),
        ("guides/one: 2026-11-20\n", "ledger-not-a-list", 1),
        ("- [\n", "not-yaml", 2),
    ],
)
def test_a_ledger_that_does_not_fit_is_said_with_its_line(text: str, code: str, line: int, tmp_path: Path) -> None:
    assert codes(read(tmp_path, {**SOUND, LEDGER: text})) == [(code, LEDGER, line)]


def test_a_ledger_that_is_not_utf_8_is_said(tmp_path: Path) -> None:
    library = read(tmp_path, {**SOUND, LEDGER: b"\xff\xfa"})
    assert (the_fault(library).code, the_fault(library).path) == ("not-utf-8", LEDGER)
