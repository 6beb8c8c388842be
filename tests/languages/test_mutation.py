"""Forms of Welsh words, against forms that grammars and everyday Welsh have."""

import pytest
from fingerpost.languages.mutation import forms, mutated, radicals, without_marks
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers import steady

KNOWN = {
    "pen": {"pen", "ben", "mhen", "phen"},
    "tad": {"tad", "dad", "nhad", "thad"},
    "cath": {"cath", "gath", "nghath", "chath"},
    "brawd": {"brawd", "frawd", "mrawd"},
    "desg": {"desg", "ddesg", "nesg"},
    "gardd": {"gardd", "ardd", "ngardd"},
    "gwraig": {"gwraig", "wraig", "ngwraig"},
    "mam": {"mam", "fam"},
    "llyfr": {"llyfr", "lyfr"},
    "rhaglen": {"rhaglen", "raglen"},
    "afal": {"afal", "hafal"},
    "ŵyr": {"ŵyr", "hŵyr"},
    "siop": {"siop"},
    "chwaer": {"chwaer"},
    "theatr": {"theatr"},
    "ffair": {"ffair"},
    "tsips": {"tsips"},
    "Caerdydd": {"Caerdydd", "Gaerdydd", "Nghaerdydd", "Chaerdydd"},
    "Gwynedd": {"Gwynedd", "Wynedd", "Ngwynedd"},
    "Eryri": {"Eryri", "Heryri"},
    "CYMRU": {"CYMRU", "GYMRU", "NGHYMRU", "CHYMRU"},
    "defnyddwyr gwasanaeth": {"defnyddwyr gwasanaeth", "ddefnyddwyr gwasanaeth", "nefnyddwyr gwasanaeth"},
    "": {""},
    "g": {"g", "ng"},
    "42": {"42"},
}


@pytest.mark.parametrize(("word", "known"), KNOWN.items())
def test_a_word_has_its_known_forms_and_no_others(word: str, known: set[str]) -> None:
    assert forms(word) == known


@steady
@given(st.text())
def test_any_text_is_among_its_own_forms_and_no_form_is_blank_unless_it_is(text: str) -> None:
    found = forms(text)
    assert text in found
    assert "" not in found or not text


@steady
@given(st.text(alphabet="abcdefghilmnoprstuwyŵŷ", min_size=2))
def test_only_the_beginning_changes(word: str) -> None:
    assert all(form.endswith(word[2:]) for form in forms(word))


RADICALS = {
    "gath": {"cath", "gath"},
    "nghath": {"cath", "gnghath", "nghath"},
    "fam": {"bam", "fam", "mam"},
    "ardd": {"ardd", "gardd"},
    "hafal": {"afal", "hafal"},
    "Gaerdydd": {"Caerdydd", "Gaerdydd"},
    "phlant": {"phlant", "plant"},
    "lyfr": {"glyfr", "llyfr", "lyfr"},
    "nhŷ": {"gnhŷ", "nhŷ", "tŷ"},
    "theatr": {"teatr", "theatr"},
    "nyrs": {"dyrs", "gnyrs", "nyrs"},
    "": {""},
}


@pytest.mark.parametrize(("form", "known"), RADICALS.items())
def test_a_form_has_its_known_radicals_and_no_others(form: str, known: set[str]) -> None:
    assert radicals(form) == known


@steady
@given(
    st.sampled_from(["p", "t", "c", "b", "d", "g", "m", "ll", "rh", "f", "s", "h"]),
    st.sampled_from("aeŵlrn"),
    st.text("abcdefghilmnoprstuwyŵŷ"),
)
def test_a_word_is_a_radical_of_each_of_its_forms(first: str, second: str, rest: str) -> None:
    word = first + second + rest
    assert all(word in radicals(form) for form in forms(word))
    assert all(word in forms(radical) for radical in radicals(word))


def test_verbs_take_neither_the_nasal_nor_h_and_short_words_no_nasal_that_looks_like_another_word() -> None:
    assert mutated("dysgodd", nominal=False) == {"dysgodd", "ddysgodd"}
    assert mutated("af", nominal=False) == {"af"}
    assert mutated("dysgwr", nominal=True) == {"dysgwr", "ddysgwr", "nysgwr"}
    assert mutated("ban", nominal=True) == {"ban", "fan"}
    assert mutated("tad", nominal=True) == {"tad", "dad", "nhad", "thad"}
    assert "miloedd" not in mutated("biloedd", nominal=True, short=True)


@pytest.mark.parametrize(("word", "bare"), [("Tŷ", "ty"), ("polisïau", "polisiau"), ("ŴYN", "wyn"), ("cath", "cath")])
def test_marks_and_capitals_are_taken_off(word: str, bare: str) -> None:
    assert without_marks(word) == bare
