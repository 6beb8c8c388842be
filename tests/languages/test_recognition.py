"""English and Welsh are recognised where there are words enough, and nothing else is ever taken for them."""

from pathlib import Path

import pytest
import yaml
from fingerpost.languages.recognition import BOTH, SMALL, language_of, signs_of
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers import CHECKOUT, steady

BOTH_LANGUAGES = ("en", "cy")
ENGLISH = "Nobody has to say why they would like to leave, and everybody may come back when they want to."
WELSH = "Does dim rhaid i neb ddweud pam maen nhw'n gadael, a chaiff pawb ddod yn ôl pan fyddan nhw'n dymuno."
OTHERS = {
    "French": "Les gens qui ont vécu cette expérience savent ce qui les aide, et ils veulent le dire.",
    "German": "Die Menschen, die in einer Krise waren, wissen am besten, was ihnen hilft.",
    "Dutch": "De mensen die het zelf hebben meegemaakt weten wat er goed was en of het ook voor anderen is.",
    "Spanish": "Las personas que han vivido esa experiencia saben lo que les ayuda.",
    "Breton": "An dud o deus bevet an traoù-se a oar ar pezh a sikour anezho, hag e fell dezho e lavarout d'ar re all.",
    "Irish": "Tá a fhios ag na daoine a raibh an taithí seo acu cad a chabhraíonn leo, agus ba mhaith leo é a rá.",
    "Polish": "Ludzie, którzy to przeżyli, wiedzą, co im pomaga, i chcą o tym mówić tym, którzy decydują.",
    "Somali": "Dadka soo maray waxay yaqaanaan waxa caawiya oo waxay rabaan inay u sheegaan kuwa go'aanka gaara.",
    "nonsense": "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore.",
    "Urdu": "جن لوگوں نے یہ تجربہ کیا ہے وہ جانتے ہیں کہ کیا مدد کرتا ہے",
}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        (WELSH, "cy"),
        (ENGLISH.upper(), "en"),
        (WELSH.upper(), "cy"),
        (WELSH.replace("'", "’"), "cy"),
        ("We don't know what they're like", "en"),
        ("Mae'r ci'n cysgu yn yr ardd", "cy"),
        ((ENGLISH + " ") * 1_000, "en"),
    ],
)
def test_english_and_welsh_are_recognised(text: str, language: str) -> None:
    assert language_of(text, BOTH_LANGUAGES) == language


@pytest.mark.parametrize("name", OTHERS)
def test_another_language_is_not_taken_for_one_of_them(name: str) -> None:
    assert language_of(OTHERS[name], BOTH_LANGUAGES) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Plants",
        "the of and to",
        "yn yr y mae",
        f"{ENGLISH} {WELSH}",
        "Mind, NSUN, Hafal, Platfform, Adferiad, Time to Change Wales",
        "01632 960123, 01632 960124, 01632 960125, 01632 960126, 01632 960127",
        "Ann, Bo, Cai, Dai, Elin, Ffion, Gwen, Huw, Ifan, Jac",
    ],
)
def test_what_is_short_mixed_or_only_names_is_not_judged(text: str) -> None:
    assert language_of(text, BOTH_LANGUAGES) is None


def test_only_the_languages_asked_for_are_given() -> None:
    assert language_of(ENGLISH, ("en",)) == "en"
    assert language_of(ENGLISH, ("cy", "fr")) is None
    assert language_of(WELSH, ()) is None


def test_no_word_speaks_for_both() -> None:
    assert not SMALL["en"] & SMALL["cy"]
    assert not BOTH & (SMALL["en"] | SMALL["cy"])


@pytest.mark.parametrize("language", BOTH_LANGUAGES)
def test_none_of_the_interface_words_is_taken_for_the_other_language(language: str) -> None:
    said = yaml.safe_load((CHECKOUT / "overrides" / "words" / f"{language}.yml").read_text("utf-8"))
    texts = [text for value in said.values() for text in (value.values() if isinstance(value, dict) else [value])]
    long = [str(text) for text in texts if signs_of(str(text)).words >= 10]
    found = [language_of(text, BOTH_LANGUAGES) for text in long]
    assert set(found) <= {language, None}
    assert found.count(language) >= 0.9 * len(found) > 0


def texts_in(language: str) -> list[Path]:
    return sorted((CHECKOUT / "docs").rglob(f"*.{language}.md"))


@pytest.mark.parametrize("language", BOTH_LANGUAGES)
def test_every_text_of_the_collection_is_recognised(language: str) -> None:
    found = {
        file: language_of(file.read_text("utf-8").split("---", 2)[2], BOTH_LANGUAGES)
        for file in texts_in(language)
        if not file.name.startswith("checks")  # the reference of the checks is half made of examples
    }
    assert set(found.values()) == {language}


@steady
@given(st.text())
def test_any_text_has_an_answer(text: str) -> None:
    assert language_of(text, BOTH_LANGUAGES) in (None, *BOTH_LANGUAGES)


@steady
@given(st.lists(st.sampled_from(sorted(SMALL["en"] | SMALL["cy"] | BOTH)), max_size=4))
def test_fewer_than_five_words_are_never_judged(words: list[str]) -> None:
    assert language_of(" ".join(words), BOTH_LANGUAGES) is None


@steady
@given(st.lists(st.sampled_from(ENGLISH.split()), max_size=60), st.lists(st.sampled_from(WELSH.split()), max_size=60))
def test_the_order_of_the_words_makes_no_difference(english: list[str], welsh: list[str]) -> None:
    one, other = [*english, *welsh], [*reversed(welsh), *reversed(english)]
    assert language_of(" ".join(one), BOTH_LANGUAGES) == language_of(" ".join(other), BOTH_LANGUAGES)
