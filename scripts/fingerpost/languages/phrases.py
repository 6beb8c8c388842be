"""Phrases: what the program says to people, kept so that it can be said again in another language.

A phrase is written where it is needed, in English, and is ordinary text. It remembers its template and its
values, so that a catalogue (GNU gettext's PO files, one folder a language) can put other words in their place.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

SOURCE_LANGUAGE = "en"


class Phrase(str):
    """Text in the source language that remembers the template and the values it was made from."""

    __slots__ = ("template", "values")
    template: str
    values: Mapping[str, object]


class InEachLanguage(str):
    """Words that are there in several languages already, as of an entry in a list; as text, in the first of them."""

    __slots__ = ("words",)
    words: Mapping[str, str]


def in_each_language(words: Mapping[str, str]) -> InEachLanguage:
    """Return words by language as one value for a phrase, to be said in the language of the phrase where they are."""
    text = InEachLanguage(words.get(SOURCE_LANGUAGE) or next(iter(words.values()), ""))
    text.words = words
    return text


def say(template: str, /, **values: object) -> Phrase:
    """Return a phrase: `template` with each ``{name}`` filled in. A value may be a phrase itself.

    The template is what catalogues know it by. Without values it is taken as it stands, curly brackets too.
    """
    phrase = Phrase(template.format(**values) if values else template)
    phrase.template = template
    phrase.values = values
    return phrase


def together(*phrases: Phrase) -> Phrase:
    """Return phrases one after the other, with spaces between; empty ones are left out."""
    kept = {f"part{number}": phrase for number, phrase in enumerate(phrases) if phrase}
    return say(" ".join(f"{{{name}}}" for name in kept), **kept) if kept else NOTHING


def in_words_of(text: str, catalogue: Mapping[str, str]) -> str:
    """Return a phrase in the words of a catalogue (template to template); what it lacks stays as it is.

    Under the empty template stands the catalogue's language, as in every PO file.
    """
    if isinstance(text, InEachLanguage):
        return text.words.get(catalogue.get("", SOURCE_LANGUAGE), text)
    if not isinstance(text, Phrase) or not text.template:
        return text
    template = catalogue.get(text.template, text.template)
    if not text.values:
        return template
    values = {
        name: in_words_of(value, catalogue) if isinstance(value, str) else value for name, value in text.values.items()
    }
    return template.format(**values)


@cache
def read_catalogue(folder: Path, language: str) -> Mapping[str, str]:
    """Read every PO file in ``folder/<language>/``: source template to translated template.

    Empty for the source language and for a language that has no folder. An entry without a translation is
    left out. Raises ValueError (babel's PoFileError is one) for a file that is not PO.
    """
    found: dict[str, str] = {"": language}
    if language == SOURCE_LANGUAGE:
        return found
    from babel.messages.pofile import read_po  # 0.1 s that only other languages have to wait for

    for file in sorted((folder / language).glob("*.po")):
        with file.open("rb") as stream:
            catalogue = read_po(stream, locale=language.replace("-", "_"), abort_invalid=True)
        found |= {str(message.id): str(message.string) for message in catalogue if message.id and message.string}
    return found


NOTHING = say("")
