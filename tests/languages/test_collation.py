"""Sorting as Welsh readers expect: ch, dd, ff, ng, ll, ph, rh and th are letters of their own."""

import unicodedata
from itertools import groupby

import pytest
from fingerpost.languages import alphabet, collation_key, initial
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
        ["union", "uniongred", "uniongyrchol"],
        ["anunion", "anuniongyrchol"],
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


# Other alphabets


@pytest.mark.parametrize(
    ("language", "ordered"),
    [
        ("ar", ["أب", "باب", "تاج", "ثوب", "جبل", "كتاب", "مدرسة", "هدية", "ورد", "يوم"]),
        ("ar", ["تابع", "ةابغ", "ثابت"]),  # the closed t stands with t
        ("fa", ["بابا", "پدر", "تاب", "جام", "چای", "زن", "ژاله", "کار", "گل", "لب", "وام", "هوا", "یار"]),
        ("he", ["אב", "בית", "כף", "לב", "מים", "נר", "עץ", "פרי", "צל", "שיר", "תה"]),
        ("he", ["צדי", "ץדק", "קול"]),  # a letter's last shape is the same letter
        ("pl", ["adres", "ął", "bat", "cel", "ćma", "dom", "lato", "łąka", "mak", "zebra", "źle", "żaba"]),
        ("en-GB", ["Ant", "Éclair", "fig", "Zoo"]),
        ("de", ["Apfel", "Äpfel", "Birne"]),  # no row: Unicode's order, marks left aside
    ],
)
def test_other_languages_sort_by_their_own_alphabet(language: str, ordered: list[str]) -> None:
    assert sorted(backwards(ordered), key=collation_key(language)) == ordered


def test_what_one_alphabet_lacks_comes_after_it() -> None:
    assert sorted(["Żaba", "مرحبا", "Zoo", "10", "apple"], key=ENGLISH) == ["10", "apple", "Żaba", "Zoo", "مرحبا"]
    assert sorted(["Zoo", "مرحبا", "٣ طرق"], key=collation_key("ar")) == ["٣ طرق", "مرحبا", "Zoo"]


# The letters of a list from A to Y


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("cy", "Llyfr", "Ll"),
        ("cy", "llongyfarchiadau", "Ll"),
        ("cy", "CHWARAE", "Ch"),
        ("cy", "Rhannu", "Rh"),
        ("cy", "Ŵyn", "W"),
        ("cy", "“Ŷd”", "Y"),
        ("cy", "’Steddfod", "S"),
        ("cy", "10 munud", "#"),
        ("cy", "Y ffordd ymlaen", "Y"),  # an article counts, as it does in a Welsh dictionary of titles
        ("cy", "Kiwix", "K"),
        ("cy", "Ngwlad", "Ng"),
        ("en", "Llyfr", "L"),
        ("en", "The way", "T"),
        ("en", "'Elsewhere'", "E"),
        ("en", "½ a page", "#"),
        ("en", "", "#"),
        ("en", "…", "#"),
        ("en", "مرحبا", "م"),
        ("ar", "أهلا", "ا"),
        ("ar", "٣ طرق", "#"),
        ("ar", "Zoo", "Z"),
        ("he", "ץ", "צ"),
        ("pl", "Łąka", "Ł"),
    ],
)
def test_each_title_stands_under_a_letter_of_the_reader_s_alphabet(language: str, text: str, expected: str) -> None:
    assert initial(text, language) == expected


def test_the_welsh_alphabet_has_its_eight_double_letters() -> None:
    letters = alphabet("cy")
    assert [letter for letter in letters if len(letter) == 2] == ["Ch", "Dd", "Ff", "Ng", "Ll", "Ph", "Rh", "Th"]
    assert letters[:5] == ("A", "B", "C", "Ch", "D")
    assert len(letters) == 29 + len("kqvxz")
    assert alphabet("en") == tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    assert alphabet("en-GB") == alphabet("en")
    assert alphabet("xx") == ()


@steady
@given(st.lists(st.text(max_size=8), max_size=12), st.sampled_from(["cy", "en", "ar", "he", "fa", "pl", "de"]))
def test_a_sorted_list_never_comes_back_to_a_letter(texts: list[str], language: str) -> None:
    found = [initial(text, language) for text in sorted(texts, key=collation_key(language))]
    assert all(found)
    groups = [letter for letter, _ in groupby(found)]
    assert len(groups) == len(set(groups))
    letters = alphabet(language)
    known = [letters.index(letter) for letter in groups if letter in letters]
    assert known == sorted(known)
    assert "#" not in groups[1:]


@pytest.mark.parametrize("language", ["cy", "en", "ar", "he", "fa", "pl"])
def test_every_letter_of_an_alphabet_is_the_initial_of_itself(language: str) -> None:
    letters = alphabet(language)
    assert len(letters) == len(set(letters))
    assert [initial(letter, language) for letter in letters] == list(letters)
    assert sorted(letters, key=collation_key(language)) == list(letters)
