"""Interface words: the same phrases in every language, plurals, dates, and what is said when they cannot be used."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from fingerpost.languages import WordsProblem, read_words

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


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("minutes", {0: "0 munud", 1: "1 funud", 2: "2 funud", 3: "3 munud", 6: "6 munud", 10: "10 munud"}),
        (
            "pdf-pages",
            {
                0: "PDF, 0 tudalen",
                1: "PDF, 1 dudalen",
                2: "PDF, 2 dudalen",
                3: "PDF, 3 tudalen",
                6: "PDF, 6 thudalen",
                10: "PDF, 10 tudalen",
            },
        ),
        ("parts", {0: "0 rhan", 1: "1 rhan", 2: "2 ran", 3: "3 rhan", 6: "6 rhan", 10: "10 rhan"}),
    ],
)
def test_welsh_counts_with_the_mutation_that_each_number_asks_for(key: str, expected: dict[int, str]) -> None:
    assert {count: words()["cy"](key, count=count) for count in expected} == expected


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
