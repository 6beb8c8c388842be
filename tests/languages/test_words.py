"""Interface words: the same phrases in every language, plurals, dates, and what is said when they cannot be used."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from fingerpost.languages import WordsProblem, read_words
from fingerpost.languages.mutation import forms as forms_of_word
from fingerpost.stage.facts import language_name

from tests.helpers import words

PLACEHOLDER = re.compile(r"{([^{}]*)}")
KEYS = sorted(words()["en"].phrases)


def forms(phrase: str | Mapping[str, str]) -> list[str]:
    return list(phrase.values()) if isinstance(phrase, Mapping) else [phrase]


def test_both_languages_have_the_same_phrases() -> None:
    assert set(words()["en"].phrases) == set(words()["cy"].phrases)
    assert len(KEYS) > 100


@pytest.mark.parametrize("key", KEYS)
def test_a_phrase_asks_for_the_same_in_both_languages(key: str) -> None:
    english, welsh = (words()[code].phrases[key] for code in ("en", "cy"))
    asked = [set(PLACEHOLDER.findall(form)) for phrase in (english, welsh) for form in forms(phrase)]
    assert asked == [asked[0]] * len(asked)
    assert all(name.isidentifier() for name in asked[0])
    assert isinstance(english, str) == isinstance(welsh, str)


@pytest.mark.parametrize("key", KEYS)
def test_a_phrase_has_words_in_both_languages_and_every_plural_that_its_language_needs(key: str) -> None:
    for code, needed in (("en", {"one", "other"}), ("cy", {"zero", "one", "two", "few", "many", "other"})):
        phrase = words()[code].phrases[key]
        assert all(isinstance(form, str) and form.strip() for form in forms(phrase))
        if isinstance(phrase, Mapping):
            assert set(phrase) == needed
            assert "{count}" in phrase["other"]


COUNTS = (0, 1, 2, 3, 4, 5, 6, 7, 10, 20)
# With figures too the noun is spoken, and changed, as after the word: soft mutation after dau and dwy, aspirate after
# tri and chwe, nothing after the others (Gareth King, Modern Welsh; P. W. Thomas, Gramadeg y Gymraeg: rhifolion). A
# feminine noun changes softly after un, but not ll and rh, and not at all after tair. For each: radical, after 1,
# after 2, after 3, after 6.
COUNTED = {
    "count-guide": ("canllaw", "canllaw", "ganllaw", "chanllaw", "chanllaw"),
    "count-toolkit": ("pecyn cymorth", "pecyn cymorth", "becyn cymorth", "phecyn cymorth", "phecyn cymorth"),
    "count-archive": ("cofnod archif", "cofnod archif", "gofnod archif", "chofnod archif", "chofnod archif"),
    "count-question": ("cwestiwn", "cwestiwn", "gwestiwn", "chwestiwn", "chwestiwn"),
    "count-directory": (
        "cofnod cyfeiriadur",
        "cofnod cyfeiriadur",
        "gofnod cyfeiriadur",
        "chofnod cyfeiriadur",
        "chofnod cyfeiriadur",
    ),
    "resources": ("adnodd",) * 5,
    "answers": ("ateb",) * 5,
    "hours": ("awr",) * 5,
    "minutes": ("munud", "funud", "funud", "munud", "munud"),
    "parts": ("rhan", "rhan", "ran", "rhan", "rhan"),
    "pdf-pages": ("tudalen", "dudalen", "dudalen", "tudalen", "thudalen"),
    "search-found": ("canlyniad", "canlyniad", "ganlyniad", "chanlyniad", "chanlyniad"),
    "search-none-chosen": ("canlyniad", "canlyniad", "ganlyniad", "chanlyniad", "chanlyniad"),
    "search-whole": ("tudalen", "dudalen", "dudalen", "tudalen", "thudalen"),
    # After other numbers than 1 and 2: o bobl, as in speech.
    "credit-unnamed-several": ("o bobl", "person", "berson", "o bobl", "o bobl"),
    "fold-pages": ("dalen", "ddalen", "ddalen", "dalen", "dalen"),
    "left-out": ("testun", "testun", "destun", "thestun", "thestun"),
    "pack-count": ("peth", "peth", "beth", "pheth", "pheth"),
    "pack-gone": ("peth", "peth", "beth", "pheth", "pheth"),
    "pack-not-here": ("peth", "peth", "beth", "pheth", "pheth"),
    "pack-not-fetched": ("peth", "peth", "beth", "pheth", "pheth"),
    "stale-gone": ("adran", "adran", "adran", "adran", "adran"),
}


def test_every_phrase_that_counts_is_in_the_table() -> None:
    assert set(COUNTED) == {key for key in KEYS if isinstance(words()["cy"].phrases[key], Mapping)}


@pytest.mark.parametrize("key", sorted(COUNTED))
@pytest.mark.parametrize("count", COUNTS)
def test_welsh_counts_with_the_mutation_that_each_number_asks_for(key: str, count: int) -> None:
    noun = COUNTED[key][{1: 1, 2: 2, 3: 3, 6: 4}.get(count, 0)]
    said = words()["cy"](key, count=count, query="x", first="x", last="x")
    assert re.search(rf"(?<![0-9]){count} {noun}(?!\w)", said), said


@pytest.mark.parametrize("key", sorted(COUNTED))
def test_what_a_number_does_to_a_noun_is_a_mutation_of_it(key: str) -> None:
    radical, *others = (noun.split()[0] for noun in COUNTED[key])
    assert {noun for noun in others if radical != "o"} <= forms_of_word(radical)


# What stands after these changes: soft after most, aspirate after â and tua, nasal after yn (King; Thomas: treigladau).
CHANGES_THE_NEXT = frozenset(
    re.findall(
        r"\S+",
        "am ar at dan tan dros drwy trwy gan gyda heb hyd i o wrth â a na ni neu dau dwy ei dyma dyna yn fy tua yr y",
    )
)
# What fills these is never changed: a day or a number in figures, a name as somebody gave it, a title or a word between
# quotation marks, an address or a file.
STAYS = {
    ("reviewed-on", "day"),
    ("group-size", "largest"),
    ("attribution-part", "whole"),
    ("attribution-by", "names"),  # rywun, for somebody unnamed, is written changed: credit-unnamed-one
    ("attribution-translation-by", "names"),
    ("confirmed-in", "day"),
    ("date-about", "year"),
    ("tombstone", "day"),
    ("tombstone-answer", "day"),
    ("published-on", "day"),
    ("narrow-shown", "all"),  # a figure
    ("search-whole", "count"),  # a figure
    ("stale-on", "day"),
    ("stale-made", "day"),
    ("print-page", "pages"),
    ("fold-pages", "last"),  # a figure
    ("print-qr", "address"),
    ("usb-edition", "day"),
    ("explain-withdrawn", "day"),
    ("change-consent-recorded", "file"),
    ("change-consent-renewed", "file"),
    ("change-scope-agreed", "file"),
    ("change-permission-given", "file"),
    ("ends-channel-taken-back", "names"),
    ("pack-moved", "count"),  # a figure
    ("pack-code-about", "address"),
    ("pack-on-paper", "address"),
    ("usb-check-running", "all"),  # a figure
    ("board-day", "day"),
    ("board-empty", "all"),  # a figure
    ("search-no-words", "query"),  # as somebody typed it
}
FILLED_AFTER = re.compile(r"(?P<before>[^\s{}]+) [“(]?\{(?P<name>\w+)\}")


def filled_after_what_changes_it(phrases: Mapping[str, str | Mapping[str, str]]) -> set[tuple[str, str]]:
    """Return the phrases, and their gaps, in which a filling stands where Welsh would change its first letter."""
    return {
        (key, found["name"])
        for key, phrase in phrases.items()
        for form in forms(phrase)
        for found in FILLED_AFTER.finditer(form)
        if found["before"].lower() in CHANGES_THE_NEXT
    }


def test_no_word_is_filled_in_where_welsh_would_change_it() -> None:
    assert filled_after_what_changes_it(words()["cy"].phrases) == STAYS


@pytest.mark.parametrize("phrase", ["Darllen yn {language}", "Cyfieithwyd o {language}", "Mynd i {title}", "a {name}"])
def test_a_word_that_would_have_to_change_is_found(phrase: str) -> None:
    assert filled_after_what_changes_it({"new": phrase})


@pytest.mark.parametrize("code", ["cy", "en", "ar", "pl", "ga", "bfi", "pa", "gu", "bn", "ti"])
def test_a_language_s_name_stands_where_it_needs_no_change(code: str) -> None:
    say = words()["cy"]
    name = language_name(code, say)
    assert f"testun {name} gwreiddiol" in say("state-not-translated", here="Cymraeg", there=name)
    assert say("translated-by", names="Example", language=name).endswith(f"Iaith y gwreiddiol: {name}.")
    assert f"(iaith y gwreiddiol: {name})" in say("attribution-translation", language=name)


def test_english_counts() -> None:
    say = words()["en"]
    assert [say("minutes", count=count) for count in (0, 1, 2, 1234)] == [
        "0 minutes",
        "1 minute",
        "2 minutes",
        "1,234 minutes",
    ]


def test_days_and_months_are_written_as_people_write_them() -> None:
    day = date(2026, 11, 21)
    assert (words()["en"].day(day), words()["cy"].day(day)) == ("21 November 2026", "21 Tachwedd 2026")
    assert (words()["en"].month(day), words()["cy"].month(day)) == ("November 2026", "Tachwedd 2026")
    assert words()["cy"].day(date(2027, 1, 1)) == "1 Ionawr 2027"


def test_a_phrase_is_filled_in() -> None:
    assert words()["en"]("group-size", smallest=4, largest=12) == "4 to 12 people"
    assert words()["cy"]("group-size", smallest=4, largest=12) == "4 i 12 o bobl"
    assert words()["en"].has("group-size")
    assert not words()["en"].has("no-such-phrase")
    assert words()["cy"].plurals("parts")["two"] == "{count} ran"
    assert words()["cy"].plurals("home") == {"other": words()["cy"]("home")}
    with pytest.raises(KeyError):
        words()["en"]("no-such-phrase")


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"en": "a: A\n"}, "'cy' are missing: there is no cy.yml"),
        ({"en": "a: A\nb: B\n", "cy": "a: A\n"}, "cy.yml lacks 1 phrases that another language has: b"),
        ({"en": "a: A\n", "cy": "a: A\nb: B\n"}, "en.yml lacks 1 phrases that another language has: b"),
        ({"en": "a: A\n", "cy": "a: [\n"}, "cy.yml cannot be read as YAML"),
        ({"en": "a: A\n", "cy": "\udcff"}, "cy.yml cannot be read as YAML"),
        ({"en": "a: A\n", "cy": "[" * 1_000_000}, "cy.yml cannot be read as YAML"),
        ({"en": "a: A\n", "cy": "a: {b: {c: C}}\n"}, "cy.yml cannot be read as YAML"),
        ({"en": "a: A\n", "cy": ""}, "cy.yml"),
        ({"en": "a: A\n", "cy": "- a\n"}, "cy.yml"),
    ],
)
def test_words_that_cannot_be_used_are_named(files: dict[str, str], said: str, tmp_path: Path) -> None:
    for name, text in files.items():
        (tmp_path / f"{name}.yml").write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(WordsProblem) as problem:
        read_words(tmp_path, ("en", "cy"))
    assert said in str(problem.value)


def test_a_language_that_unicode_does_not_know_is_named(tmp_path: Path) -> None:
    (tmp_path / "qqq.yml").write_text("a: A\n", "utf-8")
    with pytest.raises(WordsProblem, match="'qqq'"):
        read_words(tmp_path, ("qqq",))


def test_what_yaml_takes_for_something_else_is_words(tmp_path: Path) -> None:
    (tmp_path / "en.yml").write_text("no: no\nyear: 2026\nday: 2026-11-21\n", "utf-8")
    words = read_words(tmp_path, ("en",))["en"]
    assert [words(key) for key in ("no", "year", "day")] == ["no", "2026", "2026-11-21"]
