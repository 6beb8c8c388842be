"""The fingerprint: it stays while the words stay, and changes with them."""

import unicodedata

from fingerpost.library.fingerprint import fingerprint
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.helpers import steady

TEXTS = st.text(max_size=80)
LINES = st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=20), max_size=6)
WORD = st.text("abcdefghijklmnopqrstuvwxyzŵŷ", min_size=1, max_size=8)


@steady
@given(TEXTS, TEXTS, TEXTS)
def test_it_is_eight_hexadecimal_digits(title: str, summary: str, body: str) -> None:
    mark = fingerprint(title, summary, body)
    assert len(mark) == 8
    assert set(mark) <= set("0123456789abcdef")


@steady
@given(LINES, st.sampled_from(["\r\n", "\r"]))
def test_line_ends_make_no_difference(lines: list[str], end: str) -> None:
    assert fingerprint("T", "S", end.join(lines)) == fingerprint("T", "S", "\n".join(lines))


@steady
@given(LINES, st.sampled_from([" ", "\t", "  \t "]))
def test_trailing_space_and_lines_around_make_no_difference(lines: list[str], space: str) -> None:
    loose = "\n\n" + "\n".join(line + space for line in lines) + "\n\n"
    assert fingerprint("T", "S", loose.replace("\n\n", "\n \n")) == fingerprint("T", "S", "\n".join(lines))


@steady
@given(TEXTS, TEXTS, TEXTS)
def test_the_unicode_form_makes_no_difference(title: str, summary: str, body: str) -> None:
    forms = {
        fingerprint(*(unicodedata.normalize(form, text) for text in (title, summary, body))) for form in ("NFC", "NFD")
    }
    assert len(forms | {fingerprint(title, summary, body)}) == 1


@steady
@given(st.lists(WORD, min_size=3, max_size=12), st.integers(0), WORD)
def test_another_word_makes_another_fingerprint(words: list[str], where: int, other: str) -> None:
    changed = list(words)
    changed[where % len(words)] = other
    assume(changed != words)
    assert fingerprint(words[0], words[1], " ".join(words[2:])) != fingerprint(
        changed[0], changed[1], " ".join(changed[2:])
    )


def test_a_word_that_moves_between_title_and_summary_is_a_change() -> None:
    assert fingerprint("One two", "three", "") != fingerprint("One", "two three", "")
    assert fingerprint("One", "", "two") != fingerprint("One", "two", "")


def test_a_paragraph_break_and_a_case_are_changes() -> None:
    marks = {fingerprint("T", "S", body) for body in ("one two", "one\ntwo", "one\n\ntwo", "One two", "one  two")}
    assert len(marks) == 5


def test_it_is_what_it_was_last_year() -> None:
    """Translations in the world carry this mark: another way of counting would make them all stale."""
    assert fingerprint("Setting limits", "Ways to decide.", "Tŷ a gardd.\n") == "d8bd00ee"
