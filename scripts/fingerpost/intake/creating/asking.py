"""Asking: one question after the other, in plain words, until it is answered or left for later."""

import shutil
import textwrap
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from fingerpost.checks.wording import as_it_stands
from fingerpost.intake.creating.answering import Unfit, choices_of, understood
from fingerpost.intake.creating.questions import Question
from fingerpost.languages.phrases import NOTHING, Phrase, in_words_of, say
from fingerpost.library import Library

Tell = Callable[[Phrase], None]
Ask = Callable[[str], str | None]
WIDEST = 100
HELP = frozenset({"?", "help", "cymorth"})
PROMPT = "> "


def ask_all(
    questions: tuple[Question, ...], known: Mapping[str, Any], library: Library, tell: Tell, ask: Ask
) -> dict[str, Any]:
    """Return the answers to every question that is not answered yet, beside those that are `known`.

    A question that nobody answers is left out; where nobody is there any more (`ask` gives nothing), all that follow.
    """
    answers = dict(known)
    for question in questions:
        if question.name in answers or not question.asked_if(answers):
            continue
        for phrase in _put(question, library):
            tell(phrase)
        answer, there = _answer(question, library, tell, ask)
        if answer is not None:
            answers[question.name] = answer
        if not there:
            break
    return answers


def in_lines(phrase: str, catalogue: Mapping[str, str]) -> str:
    """Return a phrase in words, in lines as wide as the terminal; lines of a list go in below themselves."""
    words = in_words_of(phrase, catalogue)
    wide = max(20, min(shutil.get_terminal_size().columns, WIDEST))
    begins = len(words) - len(words.lstrip())
    item = words.lstrip().partition("  ")[0] if begins else ""
    inner = " " * (begins + (len(item) + 2 if item.isdecimal() else 0))
    lines = textwrap.wrap(
        words.strip(), wide, initial_indent=" " * begins, subsequent_indent=inner,
        break_long_words=False, break_on_hyphens=False, drop_whitespace=True,
    )  # fmt: skip
    return "\n".join(lines)


def _put(question: Question, library: Library) -> Iterator[Phrase]:
    yield NOTHING
    yield question.asks
    for number, (id, label) in enumerate(choices_of(question, library).items(), start=1):
        said = say("{label} ({id})", label=label, id=id) if question.choices is not None else label
        yield say("{number}  {label}", number=f"{number:>4}", label=said)


def _answer(question: Question, library: Library, tell: Tell, ask: Ask) -> tuple[Any, bool]:
    """Return the answer, or nothing where it is left for later; and whether somebody is still there."""
    while True:
        said = ask(PROMPT)
        if said is None:
            return None, False
        if not said.strip():
            return None, True
        if said.strip().casefold() in HELP:
            tell(question.helps or say("Enter alone leaves it for later."))
            continue
        try:
            return understood(question, said, library), True
        except Unfit as unfit:
            tell(unfit.args[0])
            tell(as_it_stands("") if question.may_be_empty else say("Try again, or press Enter to leave it for later."))
