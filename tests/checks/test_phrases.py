"""What the checks say can be said in another language: every phrase is there, and loses nothing on the way."""

import importlib.util
import re
import string
from pathlib import Path
from types import ModuleType

import fingerpost.checks
import pytest
from fingerpost.checks import catalogue_for, known_languages, reference_page
from fingerpost.checks.registry import CHECKS
from fingerpost.languages import NOTHING, Phrase, in_each_language, in_words_of, say, together
from fingerpost.problems import Misuse

from tests.checks.conftest import Breaker
from tests.checks.samples import overlays
from tests.helpers import CHECKOUT

OTHERS = known_languages()[1:]


def script(name: str) -> ModuleType:
    """Return one of the scripts for maintainers as a module."""
    spec = importlib.util.spec_from_file_location(name, CHECKOUT / "scripts" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MESSAGES = script("messages")


def places(template: str) -> list[str]:
    """Return the names in curly brackets of a template."""
    return sorted(name for _, name, _, _ in string.Formatter().parse(template) if name)


def phrases_in(text: object) -> list[Phrase]:
    """Return a phrase and every phrase inside it."""
    if not isinstance(text, Phrase):
        return []
    return [text, *(inner for value in text.values.values() for inner in phrases_in(value))]


def test_a_phrase_is_text_that_can_be_said_again() -> None:
    phrase = say("{word} is not {noun}.", word="'x'", noun=say("a topic"))
    assert phrase == "'x' is not a topic."
    welsh = {"{word} is not {noun}.": "Nid {noun} yw {word}.", "a topic": "pwnc"}
    assert in_words_of(phrase, welsh) == "Nid pwnc yw 'x'."
    assert in_words_of(phrase, {}) == phrase
    assert in_words_of("not a phrase", welsh) == "not a phrase"


def test_phrases_are_put_together_without_loose_spaces() -> None:
    assert together(say("One."), NOTHING, say("Two.")) == "One. Two."
    assert in_words_of(together(say("One."), say("Two.")), {"Two.": "Dau."}) == "One. Dau."
    assert together(NOTHING) == ""


def test_words_of_a_list_are_said_in_the_language_of_the_message() -> None:
    phrase = say("Because: {why}", why=in_each_language({"en": "It hurts.", "cy": "Mae'n brifo."}))
    assert phrase == "Because: It hurts."
    assert in_words_of(phrase, {"": "cy", "Because: {why}": "Oherwydd: {why}"}) == "Oherwydd: Mae'n brifo."
    assert in_words_of(phrase, {"": "fr"}) == phrase


def test_a_language_that_nobody_speaks_here_is_a_sentence() -> None:
    with pytest.raises(Misuse, match=r"The checks don't speak 'xx'\. They speak: en, cy\."):
        catalogue_for("xx")


def test_no_phrase_is_built_where_a_translator_can_not_see_it() -> None:
    folder = Path(fingerpost.checks.__file__).parent
    for file in folder.rglob("*.py"):
        built = re.findall(r"\bsay\(\s*(?:f[\"']|[a-z_.]+[,)])", file.read_text("utf-8"))
        assert built == [] or file.name == "reference.py", (file.name, built)


@pytest.mark.parametrize("language", OTHERS)
def test_every_phrase_has_a_translation_and_no_translation_is_left_over(language: str) -> None:
    wanted = {template for templates in MESSAGES.wanted().values() for template in templates}
    assert MESSAGES.untranslated(language) == []
    assert set(MESSAGES.known(language)) == wanted


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_has_the_places_that_its_phrase_has(language: str) -> None:
    braces = re.compile(r"\{\w+\}")
    for template, translation in MESSAGES.known(language).items():
        if braces.search(template) and "}}" not in template and "{" not in braces.sub("", template):
            assert places(template) == places(translation), template


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("overlay", overlays(), ids=lambda overlay: overlay.name)
def test_what_is_said_of_a_fixture_is_said_in_every_language(language: str, overlay: Path, broken: Breaker) -> None:
    catalogue = catalogue_for(language)
    for problem in broken(overlay).report.problems:
        for phrase in (problem.message, problem.advice):
            assert isinstance(phrase, Phrase)
            assert in_words_of(phrase, catalogue)
            for part in phrases_in(phrase):
                bare = re.sub(r"\{\w+\}", "", part.template)
                assert part.template in catalogue or not any(map(str.isalpha, bare)), part.template


@pytest.mark.parametrize("language", OTHERS)
def test_every_page_is_there_in_every_language(language: str) -> None:
    for check in CHECKS:
        page, english = reference_page(check.ID, catalogue_for(language)), reference_page(check.ID)
        assert page.startswith(f"# {check.ID}: ")
        assert page.count("\n## ") == english.count("\n## ")
        assert page.splitlines()[2] != english.splitlines()[2]


def test_the_reference_on_the_site_is_up_to_date() -> None:
    made: dict[str, str] = script("reference").pages()
    there = {file.name: file.read_text("utf-8") for file in (CHECKOUT / "docs" / "pages").glob("checks*.md")}
    assert sorted(made) == sorted(there)
    assert [name for name in made if made[name] != there[name]] == []
    for check in CHECKS:
        assert sum(f"{{#{check.ID.lower()}}}" in text for text in there.values()) == len(known_languages())


def test_the_list_in_the_readme_is_that_of_the_code_both_ways() -> None:
    text = (CHECKOUT / "README.md").read_text("utf-8")
    assert script("reference").readme() == text
    listed = re.findall(r"(?<=[|·] )(FP[0-9]{3}) ([a-z -]+?)(?= [|·])", text)
    assert [id for id, _ in listed] == [check.ID for check in CHECKS]
