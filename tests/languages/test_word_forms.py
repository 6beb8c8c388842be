"""Which words of a collection are forms of a typed one: each rule of evidence, with a case that it decides."""

import pytest
from fingerpost.languages.set_words import function_words, set_words
from fingerpost.languages.word_forms import LONGEST, Nearness, forms_held, held_words
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers import steady

LETTERS = "abcdefghilmnoprstuwyâêŵŷ"


def found(word: str, held: str) -> set[str]:
    return set(forms_held(word, held_words(held.split())))


def test_the_nearest_form_comes_first_and_says_how_near_it_is() -> None:
    held = held_words(["cathod", "gathod", "gath", "cath", "ci"])
    assert list(forms_held("cath", held).items()) == [
        ("cath", Nearness.SAME),
        ("gath", Nearness.MUTATION),
        ("cathod", Nearness.INFLECTION),
        ("gathod", Nearness.INFLECTION),
    ]


def test_marks_are_not_needed_and_the_word_as_typed_comes_before_others() -> None:
    held = held_words(["tŷ", "dŷ", "ty", "ffôn"])
    assert list(forms_held("ty", held).items())[:2] == [("ty", Nearness.SAME), ("tŷ", Nearness.MARKS)]
    assert list(forms_held("ffon", held)) == ["ffôn"]


def test_one_who_types_marks_means_them_where_the_collection_writes_them() -> None:
    assert found("gŵyl", "gŵyl wyl ŵyl") == {"gŵyl", "ŵyl"}
    assert found("gŵyl", "gŵyl wyl") == {"gŵyl", "wyl"}
    for typed in ("tâl", "thâl", "nhâl"):
        assert found(typed, "tâl dâl thâl tal dal") == {"tâl", "dâl", "thâl"}


@pytest.mark.parametrize("typed", ["llyfr", "lyfr", "llyfrau", "lyfrau", "Llyfrau", "LYFRAU"])
def test_any_form_finds_the_others(typed: str) -> None:
    held = "llyfr lyfr llyfrau lyfrau llyfrgell cath"
    assert found(typed, held) == {"llyfr", "lyfr", "llyfrau", "lyfrau"}


@pytest.mark.parametrize("typed", ["cerdded", "gerdded", "cherddodd", "cerddwn", "gerddais"])
def test_a_verb_is_found_from_a_form_that_the_collection_does_not_hold(typed: str) -> None:
    assert {"cerdded", "cherdded", "cerddodd"} <= found(typed, "cerdded cherdded cerddodd cath")


@pytest.mark.parametrize(
    ("typed", "held", "expected"),
    [
        # Function words are never taken for forms of other words, but have their own.
        ("bae", "bae mae fae", {"bae", "fae"}),
        ("ci", "ci chi gi", {"ci", "gi"}),
        ("môr", "fôr mor", {"fôr"}),
        ("trwy", "trwy drwy", {"trwy", "drwy"}),
        ("dim", "dim ddim", {"dim", "ddim"}),
        ("hun", "hun un", {"hun"}),
        ("un", "un hun union", {"un"}),
        ("bod", "bod mae oedd fydd dim", {"bod", "mae", "oedd", "fydd"}),
        # Adverbs, numerals and months stand by themselves.
        ("gwaith", "gwaith waith weithiau gweithiau", {"gwaith", "waith", "gweithiau"}),
        ("gorffen", "gorffen gorffennaf orffen", {"gorffen", "orffen"}),
        # Short words take no nasal that looks like another word; longer ones do.
        ("ban", "ban man fan", {"ban", "fan"}),
        ("dod", "dod nod ddod", {"dod", "ddod"}),
        ("blynedd", "blynedd mlynedd", {"blynedd", "mlynedd"}),
        # A radical that the collection holds is preferred to one that it does not.
        ("llan", "glan lan", set()),
        ("llan", "llan glan lan", {"llan", "lan"}),
        ("llan", "lan", {"lan"}),
        # What is only a mutated form of a held word is no word to lead back to.
        ("oed", "oed coed goed", {"oed"}),
        # A word with mutated forms of its own is no form of another.
        ("dorth", "dorth ddorth torth thorth", {"dorth", "ddorth"}),
        ("dorth", "dorth torth thorth", {"dorth", "torth", "thorth"}),
        # Finite verbs take no nasal and no h-: haf is not of af (mynd), nos not of dos.
        ("haf", "haf mynd aeth", {"haf"}),
        ("mynd", "mynd nos haf aeth", {"mynd", "aeth"}),
        # Weak endings need a sure one beside them, and a stem that is not a word itself.
        ("cofio", "cofio cofia", {"cofio"}),
        ("cofio", "cofio cofia cofiodd", {"cofio", "cofia", "cofiodd"}),
        # A verb-noun that the collection holds keeps its forms from the noun; so does one with finite forms.
        ("cais", "cais ceisiodd", {"cais", "ceisiodd"}),
        ("cais", "cais ceisio ceisiodd", {"cais"}),
        ("cyhoedd", "cyhoedd cyhoeddi cyhoeddodd", {"cyhoedd"}),
        ("gwers", "gwers gwersi wersi", {"gwers", "gwersi", "wersi"}),
        # Comparatives belong to their words, and one who types them is not led back.
        ("awr", "awr oriau orau", {"awr", "oriau"}),
        ("gorau", "gorau orau da", {"gorau", "orau"}),
        ("da", "da dda gorau orau", {"da", "dda", "gorau", "orau"}),
        # Irregular forms are spelt as the grammar spells them.
        ("gwybod", "gwybod gŵyr gwŷr gŵn", {"gwybod", "gŵyr"}),
        # -áu is stressed, and so no plural.
        ("agosáu", "agosáu agos nesaf", {"agosáu"}),
        ("plentyn", "plentyn plant blant phlant", {"plentyn", "plant", "blant", "phlant"}),
        ("tai", "tŷ dai tai", {"tŷ", "dai", "tai"}),
        ("", "cath", set()),
    ],
)
def test_evidence_decides(typed: str, held: str, expected: set[str]) -> None:
    assert found(typed, held) == expected


@pytest.mark.parametrize("word", ["yn", "â", "mae", "fydd", "i", "hwnnw"])
def test_function_words_are_known(word: str) -> None:
    assert word in function_words()


def test_words_that_stand_by_themselves_are_not_function_words() -> None:
    assert {"gorffennaf", "deg", "weithiau"} <= set_words() - function_words()


def test_a_word_longer_than_any_is_found_as_it_is_and_not_looked_into() -> None:
    long = "c" + "a" * LONGEST
    assert found(long, f"{long} g{long[1:]}") == {long}


@steady
@given(st.lists(st.text(LETTERS, min_size=1, max_size=9), max_size=12), st.text(LETTERS, max_size=9))
def test_what_is_found_is_held_and_the_word_itself_is_found_first(words: list[str], typed: str) -> None:
    result = forms_held(typed, held_words(words))
    assert result.keys() <= set(words)
    assert (typed in words) == (result.get(typed) is Nearness.SAME)
    assert list(result.values()) == sorted(result.values())


@steady
@given(st.text())
def test_any_text_can_be_looked_for(typed: str) -> None:
    assert forms_held(typed, held_words(["cath", "gath"])).keys() <= {"cath", "gath"}
