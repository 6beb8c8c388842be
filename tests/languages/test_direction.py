"""Which way a language is written."""

import pytest
from babel import Locale
from babel.localedata import locale_identifiers
from fingerpost.languages import direction


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("en", "ltr"),
        ("cy", "ltr"),
        ("ar", "rtl"),
        ("ar-EG", "rtl"),
        ("AR", "rtl"),
        ("he", "rtl"),
        ("ku", "ltr"),
        ("ckb", "rtl"),
        ("pa", "ltr"),
        ("pa-Arab", "rtl"),
        ("uz_Arab_AF", "rtl"),
        ("az-Latn-IR", "ltr"),
        ("", "ltr"),
    ],
)
def test_a_code_says_which_way_its_language_is_written(code: str, expected: str) -> None:
    assert direction(code) == expected


def test_it_is_what_unicode_says_of_every_language_that_it_knows() -> None:
    known = [code for code in locale_identifiers() if code.count("_") == 0 or len(code.split("_")[1]) == 4]
    assert len(known) > 200
    # Mongolian in its own script is written from the top down, for which HTML's dir has no word.
    from_the_right = {code for code in known if Locale.parse(code).text_direction == "rtl"}
    assert {code for code in known if direction(code) == "rtl"} == from_the_right
