"""The list of words with kinder ones: what is read, and what is said of an entry that does not fit."""

from pathlib import Path

import pytest

from tests.helpers import codes, guide, read

LIST = "docs/_vocabulary/kinder-words.yml"
SOUND = {"docs/guides/one/index.en.md": guide()}


def test_entries_keep_their_order_and_their_lines(tmp_path: Path) -> None:
    text = (
        "# ours\n- id: utilise\n  sort: jargon\n  words: {en: [utilise], cy: [iwtileiddio]}\n  instead: {en: [use]}\n"
        "- {id: bed-blocker, sort: dehumanising, words: {en: [bed blocker]}, why: {en: They wait.}}\n"
    )
    first, second = read(tmp_path, {**SOUND, LIST: text}).kinder_words
    assert (first.id, first.sort, first.line) == ("utilise", "jargon", 2)
    assert first.words == {"en": ("utilise",), "cy": ("iwtileiddio",)}
    assert first.instead == {"en": ("use",)}
    assert (second.id, second.line, second.why, second.but_not) == ("bed-blocker", 6, {"en": "They wait."}, {})


@pytest.mark.parametrize("text", [None, "", "# none\n", "[]\n"])
def test_a_collection_may_do_without(text: str | None, tmp_path: Path) -> None:
    library = read(tmp_path, SOUND if text is None else {**SOUND, LIST: text})
    assert library.kinder_words == ()
    assert not library.faults


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        (
            "- {id: a, sort: jargon, words: {en: [a]}}\n- {id: b, sort: rude, words: {en: [b]}}\n",
            "kinder-words-entry",
            2,
        ),
        ("- id: a\n  sort: jargon\n  words: {en: [a]}\n  why: {en: 7}\n", "kinder-words-entry", 4),
        ("- {id: a, sort: jargon, words: {en: ['…']}}\n", "kinder-words-entry", 1),
        (
            "- {id: a, sort: jargon, words: {en: [a]}}\n- {id: a, sort: jargon, words: {en: [b]}}\n",
            "kinder-words-entry",
            2,
        ),
        ("- word\n", "kinder-words-entry", 1),
        ("a: b\n", "kinder-words-not-a-list", 1),
        ("- [\n", "not-yaml", 2),
    ],
)
def test_an_entry_that_does_not_fit_is_said_with_its_line(text: str, code: str, line: int, tmp_path: Path) -> None:
    assert codes(read(tmp_path, {**SOUND, LIST: text})) == [(code, LIST, line)]


def test_a_list_that_is_not_utf_8_is_said(tmp_path: Path) -> None:
    assert codes(read(tmp_path, {**SOUND, LIST: b"- {id: \xff}\n"})) == [("not-utf-8", LIST, 1)]


def test_a_list_that_leads_elsewhere_is_refused(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.yml"
    elsewhere.write_text("- {id: secret, sort: jargon, words: {en: [secret]}}\n", "utf-8")
    root = tmp_path / "root"
    (root / LIST).parent.mkdir(parents=True)
    (root / LIST).symlink_to(elsewhere)
    library = read(root, SOUND)
    assert library.kinder_words == ()
    assert codes(library) == [("symlink", LIST, 1)]
