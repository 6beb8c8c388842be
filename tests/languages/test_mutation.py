"""Forms of Welsh words, against forms that grammars and everyday Welsh have."""

import pytest
from fingerpost.languages.mutation import forms
from hypothesis import given
from hypothesis import strategies as st

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


@given(st.text())
def test_any_text_is_among_its_own_forms_and_no_form_is_blank_unless_it_is(text: str) -> None:
    found = forms(text)
    assert text in found
    assert "" not in found or not text


@given(st.text(alphabet="abcdefghilmnoprstuwyŵŷ", min_size=2))
def test_only_the_beginning_changes(word: str) -> None:
    assert all(form.endswith(word[2:]) for form in forms(word))
