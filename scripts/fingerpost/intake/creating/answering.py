"""Understanding an answer: what a person typed, or gave as an option, becomes a fact, or a reason why it can't be."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from fingerpost.checks.unknown_licence import USUAL
from fingerpost.checks.wording import as_date, as_it_stands, closest, listed, shown
from fingerpost.intake.creating.naming import cleaned
from fingerpost.intake.creating.questions import Question, Sort
from fingerpost.languages.phrases import Phrase, in_each_language, say, together
from fingerpost.library import Library

ADDRESS = re.compile(r"https?://[^\s<>\"]+\.[^\s<>\"]+")
BARE_ADDRESS = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:/[^\s<>\"]*)?")
REFERENCE = re.compile(r"[A-Z]+-[A-Za-z0-9-]+")
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
LICENCE = re.compile(r"[A-Z][A-Za-z0-9-]*-[0-9.]+")
LONGEST = 300
MOST_MINUTES = 10_000


class Unfit(Exception):
    """An answer that can't be used; the message says why, and what can."""


def choices_of(question: Question, library: Library) -> Mapping[str, str]:
    """Return what can be chosen, id to words; empty where an answer is free."""
    if question.choices is not None:
        return question.choices
    vocabulary = library.vocabularies.get(question.vocabulary)
    return {id: in_each_language(term.label) for id, term in vocabulary.terms.items()} if vocabulary else {}


def understood(question: Question, answer: str, library: Library) -> Any:
    """Return what an answer means: text, a list, a day or a number. Raises Unfit where it can't be used."""
    words = cleaned(answer)
    match question.sort:
        case Sort.CHOICE:
            return _choice(words, choices_of(question, library), question)
        case Sort.CHOICES:
            choices = choices_of(question, library)
            return list(dict.fromkeys(_choice(one, choices, question) for one in _split(words, ",;", choices)))
        case Sort.SEVERAL:
            return [_short(one) for one in _split(words, ";", {})]
        case Sort.LANGUAGES:
            return [_matching(one, LANGUAGE, as_it_stands("en, cy")) for one in _split(words.lower(), ",; ", {})]
        case Sort.DAY:
            return _day(words)
        case Sort.NUMBER:
            return _number(words)
        case Sort.ADDRESS:
            return _address(words)
        case Sort.REFERENCE:
            return _matching(words, REFERENCE, as_it_stands("C-0012"))
    return _short(words)


def _split(words: str, signs: str, known: Mapping[str, str]) -> list[str]:
    """Split an answer at signs. What is one choice as a whole stays whole, though a comma be in it."""
    if _find(words, known):
        return [words]
    return [part.strip() for part in re.split(f"[{re.escape(signs)}]", words) if part.strip()]


def _choice(words: str, choices: Mapping[str, str], question: Question) -> str:
    found = _find(words, choices)
    if found:
        return found
    if question.name == "licence":
        usual = next((name for name in USUAL if name.casefold() == words.casefold()), "")
        if usual or LICENCE.fullmatch(words):
            return usual or words  # whether its rules are known, a check says
    forms = _by_form(choices)
    near = forms.get(closest(words.casefold(), forms)) if words else None
    hint = say("Did you mean {word}?", word=choices[near]) if near else _choose(choices)
    raise Unfit(together(say("{word} is not one of them.", word=shown(words)), hint))


def _choose(choices: Mapping[str, str]) -> Phrase:
    return say("Type a number from 1 to {most}.", most=len(choices))


def _find(words: str, choices: Mapping[str, str]) -> str:
    """Return the id that is meant: by its number from 1, by itself, or by its words in any language.

    The first words are enough where they are those of one choice alone.
    """
    plain = words.casefold().strip(" .")
    if not plain:
        return ""
    if plain.isdecimal():
        return list(choices)[int(plain) - 1] if 1 <= int(plain[:6]) <= len(choices) else ""
    forms = _by_form(choices)
    begun = {id for form, id in forms.items() if form.startswith(f"{plain} ")}
    return forms.get(plain) or (begun.pop() if len(begun) == 1 else "")


def _by_form(choices: Mapping[str, str]) -> dict[str, str]:
    """Return every way to write each choice: its id, its words, its words in each language."""
    several = {id: (id, label, *getattr(label, "words", {}).values()) for id, label in choices.items()}
    return {form.casefold(): id for id, forms in several.items() for form in forms}


def _short(words: str) -> str:
    if len(words) > LONGEST:
        raise Unfit(say("This has {count} letters and signs, and {most} are the most.", count=len(words), most=LONGEST))
    return words


def _matching(words: str, pattern: re.Pattern[str], example: Phrase) -> str:
    if not pattern.fullmatch(words):
        raise Unfit(say("{word} is not written like this: {example}.", word=shown(words), example=example))
    return words


def _day(words: str) -> date:
    found = as_date(words)
    if not found:
        raise Unfit(say("{word} is no date. Write it as year, month and day: 2026-11-21.", word=shown(words)))
    return date.fromisoformat(found)


def _number(words: str) -> int:
    if not words.isdecimal() or not 1 <= int(words[:9]) <= MOST_MINUTES:
        raise Unfit(say("{word} is no number of minutes. Write it in figures: 90.", word=shown(words)))
    return int(words)


def _address(words: str) -> str:
    address = f"https://{words}" if BARE_ADDRESS.fullmatch(words) else words
    if not ADDRESS.fullmatch(address):
        raise Unfit(say("{word} is no address. One looks like this: https://example.org/", word=shown(words)))
    return address


def given(questions: tuple[Question, ...], options: Mapping[str, list[str]], library: Library) -> dict[str, Any]:
    """Return the answers given as options, by the question's name. Raises Unfit for one that can't be used."""
    answers: dict[str, Any] = {}
    for question in questions:
        words = options.get(question.name)
        if not words:
            continue
        joined = ("; " if question.sort in (Sort.SEVERAL, Sort.CHOICES, Sort.LANGUAGES) else " ").join(words)
        try:
            answers[question.name] = understood(question, joined, library)
        except Unfit as unfit:
            raise Unfit(say("{option}: {why}", option=question.option, why=unfit.args[0])) from None
    unused = [name for name in options if options[name] and name not in {one.name for one in questions}]
    if unused:
        names = listed(f"--{name.replace('_', '-')}" for name in unused)
        raise Unfit(say("These options are for other kinds: {options}.", options=names))
    return answers
