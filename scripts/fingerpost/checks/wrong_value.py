"""A value at the top of a file is not of the sort that belongs there: words for a date, one word for a list.

Why it matters

A date that can't be read can't remind anyone, and a number in place of a title is shown as something else.

Bad (front matter):

    published: 21/11/2026

Good (front matter):

    published: 2026-11-21

Bad (front matter):

    topics: wellbeing

Good (front matter):

    topics: [wellbeing]

Bad (front matter):

    title: 2019

Good (front matter):

    title: "2019"

How to mend it

Write dates as year-month-day: `2026-11-21`. Put lists in square brackets, even a list of one: `topics:
[wellbeing]`. Put words that look like a number, a date or true and false in quotes: `title: "2019"`. Where
only certain words are possible, the message lists them.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import get_args

from fingerpost.checks.forms import example
from fingerpost.checks.places import faults_of, file_name, id_of
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.terms import suggestion
from fingerpost.checks.wording import any_of, as_date, did_you_mean, named, shown, slug
from fingerpost.library import Fault, Library, schema
from fingerpost.library.vocabulary import FIELDS

ID = "FP106"
SEVERITY = Severity.ERROR
FAULTS = ("wrong-value",)

Words = tuple[str, str]


def check_collection(library: Library) -> Iterator[Problem]:
    """Yield each value that its key can't hold."""
    for fault in faults_of(library, FAULTS):
        message, advice = _words(fault, library)
        yield Problem(ID, SEVERITY, fault.path, fault.line, fault.column, message, advice)


def _words(fault: Fault, library: Library) -> Words:
    key, value, sort = fault.detail["key"], fault.detail["value"], fault.detail["type"]
    if value == "None" or sort == "string_too_short":
        return f"{_subject(key)} is empty.", f"Write it like this: {example(key)}"
    if key == "translation.source":
        return _not_a_fingerprint(fault)
    if sort == "string_pattern_mismatch":
        return PATTERNS[fault.detail["pattern"]](key, value, library)
    for sign, words in SORTS:
        if sort.startswith(sign):
            return words(key, value, fault)
    return f"{_is(key, value)}, which does not fit there.", f"Write it like this: {example(key)}"


def _not_words(key: str, value: str, _fault: Fault) -> Words:
    last = key.rsplit(".", 1)[-1]
    if value[:1] in "[{(":
        what = "a list" if value[0] == "[" else "names and values"
        return f"{_subject(key)} is {what}, and has to be plain words.", "Take the brackets away."
    truth = value in ("True", "False")
    read_as = "true or false" if truth else "a date" if value.count("-") > 1 else "a number"
    value = value.lower() if truth else value
    line = f'"{value}"' if last.isdigit() else f'{last}: "{value}"'
    return (
        f"{_subject(key)} is {value}, which is read as {read_as}, not as words.",
        f"Put it in quotes: {line}",
    )


def _too_long(key: str, _value: str, fault: Fault) -> Words:
    return (
        f"{_subject(key)} is longer than {fault.detail['max_length']} characters.",
        "Say it in fewer words.",
    )


def _not_a_list(key: str, value: str, _fault: Fault) -> Words:
    simple = "." not in key and re.fullmatch(r"[a-z0-9-]+", value) and "{" not in example(key)
    line = f"{key}: [{value}]" if simple else example(key)
    return f"{_subject(key)} has to be a list.", f"Write it in square brackets: {line}"


def _empty_list(key: str, _value: str, _fault: Fault) -> Words:
    return f"There is nothing in the list {named(key)}.", f"It needs one entry at least: {example(key)}"


def _not_a_choice(key: str, value: str, fault: Fault) -> Words:
    choices = re.findall(r"'([^']*)'", fault.detail["expected"])
    guess, possible = did_you_mean(value, choices), any_of(choices)
    advice = f"{guess} (it can be {possible})" if guess else f"It can be {possible}."
    return f"{_subject(key)} can't be {shown(value)}.", advice


def _not_a_date(key: str, value: str, _fault: Fault) -> Words:
    line = f"{key.rsplit('.', 1)[-1]}: {as_date(value) or '2026-11-21'}"
    return f"{_is(key, value)}, which can't be read as a date.", f"Write it as year-month-day: {line}"


def _not_a_group(key: str, value: str, _fault: Fault) -> Words:
    return (
        f"{_subject(key)} needs names and values, not {shown(value)}.",
        f"Write it like this: {example(key)}",
    )


def _not_a_number(key: str, value: str, _fault: Fault) -> Words:
    unit = " of minutes" if key in ("time", "minutes") else ""
    return f"{_is(key, value)}, which is not a whole number{unit}.", f"Write it in figures: {example(key)}"


def _too_small(key: str, value: str, fault: Fault) -> Words:
    least = fault.detail["ge"]
    return f"{_is(key, value)}, which is too small.", f"It has to be {least} or more: {example(key)}"


def _not_true_or_false(key: str, value: str, _fault: Fault) -> Words:
    return f"{_is(key, value)}, and can only be true or false.", "Write true or false, without quotes."


def _not_a_fingerprint(fault: Fault) -> Words:
    language = file_name(fault.path).split(".")[-2]
    return (
        f"{_subject(fault.detail['key'])} is not a mark that Fingerpost made.",
        "Write source: '00000000' for now. When the translation says what the original says, run: "
        f"fingerpost translated {id_of(fault.path)} --language {language}",
    )


def _not_a_slug(key: str, value: str, library: Library) -> Words:
    field = key.split(".")[0]
    guess = suggestion(field, value, library) if field in FIELDS else ""
    if not guess:
        guess = f"Did you mean '{slug(value)}'?" if slug(value) else f"Write it like this: {example(key)}"
    return f"{_is(key, value)}, and can only have small letters, digits and hyphens.", guess


def _not_an_address(key: str, value: str, _library: Library) -> Words:
    likely = re.fullmatch(r"[\w-]+(?:\.[\w-]+)+(?:/\S*)?", value)
    line = f'{key.rsplit(".", 1)[-1]}: "https://{value if likely else "example.org/"}"'
    return (
        f"{_is(key, value)}, which is not a whole web address.",
        f"Copy it from the browser, in quotes: {line}",
    )


def _not_a_language(key: str, value: str, library: Library) -> Words:
    codes = any_of(library.site.codes)
    return (
        f"{_is(key, value)}, which is not the code of a language.",
        f"Use a code of two or three small letters, such as {codes}.",
    )


def _not_a_reference(key: str, value: str, _library: Library) -> Words:
    return (
        f"{_is(key, value)}, and has to be a number from the group's own private list.",
        "Write capital letters, a hyphen and a number, such as C-0012. Without one, take the name out.",
    )


def _subject(key: str) -> str:
    words = named(key)
    return words[:1].upper() + words[1:]


def _is(key: str, value: str) -> str:
    return f"{_subject(key)} is {shown(value)}"


def _pattern(kind: object) -> str:
    return str(next(part.pattern for part in get_args(kind) if hasattr(part, "pattern")))


PATTERNS: Mapping[str, Callable[[str, str, Library], Words]] = {
    _pattern(schema.Slug): _not_a_slug,
    _pattern(schema.Address): _not_an_address,
    _pattern(schema.LanguageCode): _not_a_language,
    _pattern(schema.Reference): _not_a_reference,
}

# By how the name of pydantic's error begins (pydantic.dev: Validation Errors).
SORTS: tuple[tuple[str, Callable[[str, str, Fault], Words]], ...] = (
    ("string_type", _not_words),
    ("string_too_long", _too_long),
    ("list_", _not_a_list),
    ("too_short", _empty_list),
    ("literal_", _not_a_choice),
    ("date_", _not_a_date),
    ("model_", _not_a_group),
    ("int_", _not_a_number),
    ("greater_than_equal", _too_small),
    ("bool_", _not_true_or_false),
)
