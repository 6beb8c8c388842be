"""Values that have a form of their own (an id, an address, a language, a reference) and are not written in it."""

import re
from collections.abc import Callable, Mapping
from typing import get_args

from fingerpost.checks.forms import example
from fingerpost.checks.terms import suggestion
from fingerpost.checks.wording import any_of, did_you_mean, named, shown, slug
from fingerpost.languages.phrases import Phrase, say
from fingerpost.library import Library, schema
from fingerpost.library.vocabulary import FIELDS

Words = tuple[Phrase, Phrase]


def subject(key: str) -> Phrase:
    """Return a place in the front matter in words, as a sentence begins with it."""
    *around, last = key.split(".")
    if not last.isdigit():
        return named(key)
    if around:
        return say("Entry {number} of {list}", number=int(last) + 1, list=named(around[-1]))
    return say("Entry {number}", number=int(last) + 1)


def like_this(key: str) -> Phrase:
    """Return how the line for a key is written."""
    return say("Write it like this: {example}", example=example(key))


def _not_a_slug(key: str, value: str, library: Library) -> Words:
    field = key.split(".")[0]
    message = say(
        "{name} is {value}, and can only have small letters, digits and hyphens.",
        name=subject(key),
        value=shown(value),
    )
    several = [slug(word) for word in re.split(r"[;/|]", value)]
    if len(several) > 1 and all(several):
        return message, say("Put a comma between entries: {line}", line=f"[{', '.join(several)}]")
    guess = suggestion(field, value, library) if field in FIELDS else None
    if guess:
        return message, guess
    return message, did_you_mean(slug(value), [slug(value)]) if slug(value) else like_this(key)


def _not_an_address(key: str, value: str, _library: Library) -> Words:
    likely = re.fullmatch(r"[\w-]+(?:\.[\w-]+)+(?:/\S*)?", value)
    line = f'{key.rsplit(".", 1)[-1]}: "https://{value if likely else "example.org/"}"'
    return (
        say("{name} is {value}, which is not a whole web address.", name=subject(key), value=shown(value)),
        say("Copy it from the browser, in quotes: {line}", line=line),
    )


def _not_a_language(key: str, value: str, library: Library) -> Words:
    return (
        say("{name} is {value}, which is not the code of a language.", name=subject(key), value=shown(value)),
        say("Use a code of two or three small letters, such as {codes}.", codes=any_of(library.site.codes)),
    )


def _not_a_reference(key: str, value: str, _library: Library) -> Words:
    return (
        say(
            "{name} is {value}, and has to be a number from the group's own private list.",
            name=subject(key),
            value=shown(value),
        ),
        say("Write capital letters, a hyphen and a number, such as C-0012. Without one, take the name out."),
    )


def _pattern(kind: object) -> str:
    return str(next(part.pattern for part in get_args(kind) if hasattr(part, "pattern")))


PATTERNS: Mapping[str, Callable[[str, str, Library], Words]] = {
    _pattern(schema.Slug): _not_a_slug,
    _pattern(schema.Address): _not_an_address,
    _pattern(schema.LanguageCode): _not_a_language,
    _pattern(schema.Reference): _not_a_reference,
}
