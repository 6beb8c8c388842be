"""Interface words: every phrase of ours that a reader meets, in every language (overrides/words/*.yml)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import yaml

if TYPE_CHECKING:
    from babel import Locale

MOST_DEPTH = 2  # a phrase, and its plural forms


class WordsProblem(Exception):
    """The interface words cannot be used; the message says which file and why."""


@dataclass(frozen=True, slots=True)
class Words:
    """The interface words of one language.

    A phrase is a text, or one text per plural category (Unicode CLDR: zero, one, two, few, many, other).
    """

    language: str
    phrases: Mapping[str, str | Mapping[str, str]]
    locale: "Locale"

    def __call__(self, key: str, **values: object) -> str:
        """Return a phrase with ``{names}`` filled in; `count` chooses the plural. KeyError if unknown."""
        phrase = self.phrases[key]
        if isinstance(phrase, Mapping):
            count = cast("int", values["count"])
            category = self.locale.plural_form(count)
            phrase = phrase.get(category, phrase["other"])
            from babel.numbers import format_decimal  # checking speaks no interface words, and waits for none of this

            values["count"] = format_decimal(count, locale=self.locale)
        return phrase.format(**values) if values else phrase

    def has(self, key: str) -> bool:
        """Whether there is such a phrase."""
        return key in self.phrases

    def plurals(self, key: str) -> dict[str, str]:
        """Return all plural forms of a phrase, for a script that counts in the browser."""
        phrase = self.phrases[key]
        return dict(phrase) if isinstance(phrase, Mapping) else {"other": phrase}

    def day(self, when: date) -> str:
        """Return a date as people write it: ``21 November 2026``, ``21 Tachwedd 2026``."""
        from babel.dates import format_date

        return format_date(when, "d MMMM y", locale=self.locale)

    def month(self, when: date) -> str:
        """Return a month and year: ``January 2021``, ``Ionawr 2021``."""
        from babel.dates import format_date

        return format_date(when, "MMMM y", locale=self.locale)


def read_words(folder: Path, languages: tuple[str, ...]) -> dict[str, Words]:
    """Read ``<language>.yml`` for each language.

    Raises WordsProblem when a file is missing, is not YAML, or lacks a phrase that the first has.
    """
    from babel.core import Locale, UnknownLocaleError

    found: dict[str, Words] = {}
    for language in languages:
        file = folder / f"{language}.yml"
        try:
            data = _read(file.read_text("utf-8"))
        except OSError:
            raise WordsProblem(
                f"The interface words for '{language}' are missing: there is no {file.name} in overrides/words."
            ) from None
        except (yaml.YAMLError, UnicodeDecodeError):
            raise WordsProblem(f"overrides/words/{file.name} cannot be read as YAML.") from None
        if not isinstance(data, dict) or not data:
            raise WordsProblem(f"overrides/words/{file.name} holds no phrases: write one a line, like home: Home")
        try:
            locale = Locale.parse(language, sep="-")
        except (UnknownLocaleError, ValueError):
            raise WordsProblem(f"'{language}' is not a language code that Unicode knows.") from None
        found[language] = Words(language, data, locale)
    _complain_about_gaps(found)
    return found


def _read(text: str) -> Any:
    """Return what a file holds, every value as text: ``no`` and ``12`` are words here."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MOST_DEPTH:  # libyaml's constructor would end the whole process on 1 MB of brackets
            raise yaml.YAMLError
    return yaml.load(text, Loader=yaml.CBaseLoader)


def _complain_about_gaps(found: Mapping[str, Words]) -> None:
    every = {key for words in found.values() for key in words.phrases}
    for words in found.values():
        missing = sorted(every - set(words.phrases))
        if missing:
            raise WordsProblem(
                f"overrides/words/{words.language}.yml lacks {len(missing)} phrases that another language has: "
                + ", ".join(missing[:5])
            )
