"""Sorting as Welsh readers expect: ch, dd, ff, ng, ll, ph, rh and th are letters of their own."""

import unicodedata

import pytest
from fingerpost.languages import collation_key
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers import steady

WELSH = collation_key("cy")
ENGLISH = collation_key("en")
LETTERS = [
    "a",
    "b",
    "c",
    "ch",
    "d",
    "dd",
    "e",
    "f",
    "ff",
    "g",
    "ng",
    "h",
    "i",
    "j",
    "l",
    "ll",
    "m",
    "n",
    "o",
    "p",
    "ph",
]
LETTERS += ["r", "rh", "s", "t", "th", "u", "w", "y"]
IN_ORDER = [
    "angen",
    "bwrdd",
    "cath",
    "cwm",
    "chwarae",
    "dafad",
    "dŵr",
    "ddoe",
    "eira",
    "fory",
    "ffa",
    "gardd",
    "gwynt",
    "ngwlad",
    "haf",
    "lôn",
    "lwc",
    "llaw",
    "mam",
    "nos",
    "pêl",
    "pwll",
    "pharc",
    "radio",
    "rygbi",
    "rhan",
    "sêr",
    "tad",
    "tŷ",
    "thema",
    "uwd",
    "ŵy",
    "ysgol",
]


def backwards(texts: list[str]) -> list[str]:
    return texts[::-1]


def test_the_letters_stand_in_the_order_of_the_welsh_alphabet() -> None:
    assert sorted(backwards(LETTERS), key=WELSH) == LETTERS


def test_words_stand_in_the_order_of_a_welsh_dictionary() -> None:
    assert sorted(sorted(IN_ORDER), key=WELSH) == IN_ORDER


@pytest.mark.parametrize(
    "ordered",
    [
        ["cyd", "cydd", "cyf"],
        ["acw", "achos", "ad"],
        ["ag", "angel", "ai"],
        ["damwain", "dangos"],
        ["banc", "Bangor"],
        ["mynd", "mynedfa", "mynydd"],
        ["a b", "ab"],
        ["1", "10", "a"],
        ["cath", "cath ddu", "cathod"],
    ],
)
def test_two_letters_that_are_one_are_sorted_as_one(ordered: list[str]) -> None:
    assert sorted(backwards(ordered), key=WELSH) == ordered


def test_english_sorts_the_same_words_its_own_way() -> None:
    assert sorted(["dafad", "chwarae", "cwm", "cath"], key=ENGLISH) == ["cath", "chwarae", "cwm", "dafad"]


@pytest.mark.parametrize(
    ("one", "other"), [("tŷ", "ty"), ("TŶ", "ty"), ("lôn", "LON"), ("“tŷ”", "tŷ"), ("'tŷ", "tŷ"), ("Llaw", "llaw")]
)
def test_circumflex_case_and_quotation_marks_make_no_difference(one: str, other: str) -> None:
    assert WELSH(one)[0] == WELSH(other)[0]
    assert ENGLISH(one)[0] == ENGLISH(other)[0]


@pytest.mark.parametrize("language", ["cy", "en"])
def test_what_sorts_the_same_still_has_an_order(language: str) -> None:
    key = collation_key(language)
    assert sorted(["tŷ", "ty", "Ty"], key=key) == sorted(["Ty", "tŷ", "ty"], key=key)


@steady
@given(st.lists(st.text(max_size=12), max_size=8), st.sampled_from(["cy", "en"]))
def test_the_order_does_not_depend_on_where_one_began(texts: list[str], language: str) -> None:
    key = collation_key(language)
    ordered = sorted(texts, key=key)
    assert sorted(backwards(texts), key=key) == ordered
    assert sorted(ordered, key=key) == ordered


@steady
@given(st.text("abcdefghilmnoprstuwyâêîôûŵŷ ", max_size=16), st.sampled_from(["cy", "en"]))
def test_case_and_unicode_form_never_make_a_difference(text: str, language: str) -> None:
    key = collation_key(language)
    forms = {
        unicodedata.normalize(form, case) for form in ("NFC", "NFD") for case in (text, text.upper(), text.title())
    }
    assert len({key(form)[0] for form in forms}) == 1


@steady
@given(st.text(max_size=20), st.text(max_size=20))
def test_any_two_texts_can_be_compared(one: str, other: str) -> None:
    assert (WELSH(one) < WELSH(other)) + (WELSH(other) < WELSH(one)) + (one == other) == 1
