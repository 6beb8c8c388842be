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
from collections.abc import Callable, Iterator

from fingerpost.checks.forms import example
from fingerpost.checks.forms_of_values import PATTERNS, Words, like_this, subject
from fingerpost.checks.places import faults_of, file_name, id_of
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.unknown_key import cut_short
from fingerpost.checks.unseen import without_hidden
from fingerpost.checks.wording import any_of, closest, named, shown
from fingerpost.checks.written_dates import as_day
from fingerpost.languages.phrases import Phrase, say
from fingerpost.library import Fault, Library

ID = "FP106"
SEVERITY = Severity.ERROR
FAULTS = ("wrong-value",)


def check_collection(library: Library) -> Iterator[Problem]:
    """Yield each value that its key can't hold."""
    for fault in faults_of(library, FAULTS):
        yield Problem(ID, SEVERITY, fault.path, fault.line, fault.column, *_words(fault, library))


def _words(fault: Fault, library: Library) -> Words:
    key, value, sort = fault.detail["key"], fault.detail["value"], fault.detail["type"]
    if value == "None" and key.startswith("checks.ignore.") and " " in key:
        return cut_short(key.removeprefix("checks.ignore."))
    if value == "None" or sort == "string_too_short":
        return say("{name} is empty.", name=subject(key)), like_this(key)
    if key == "translation.source":
        return _not_a_fingerprint(fault)
    if sort == "string_pattern_mismatch":
        if without_hidden(value) != value:
            return _hidden(key, value)
        return PATTERNS[fault.detail["pattern"]](key, value, library)
    for sign, words in SORTS:
        if sort.startswith(sign):
            return words(key, value, fault)
    return say("{name} is {value}, which does not fit there.", name=subject(key), value=shown(value)), like_this(key)


def _hidden(key: str, value: str) -> Words:
    return (
        say("{name} is {value}, and holds a character that can't be seen.", name=subject(key), value=shown(value)),
        say("Delete the whole value and type it again. Text copied from a web page often brings such characters."),
    )


def _not_words(key: str, value: str, _fault: Fault) -> Words:
    name, last = subject(key), key.rsplit(".", 1)[-1]
    if value[:1] in "[{(":
        advice = say("Take the brackets away, or put the whole value in quotes.")
        if value[0] == "[":
            return say("{name} is a list, and has to be plain words.", name=name), advice
        return say("{name} is names and values, and has to be plain words.", name=name), advice
    written = value.lower() if value in ("True", "False") else value
    advice = say("Put it in quotes: {line}", line=f'"{written}"' if last.isdigit() else f'{last}: "{written}"')
    if value in ("True", "False"):
        return say("{name} is {value}, which is read as true or false, not as words.", name=name, value=written), advice
    return say("{name} is {value}, which is read as a number, not as words.", name=name, value=written), advice


def _too_long(key: str, _value: str, fault: Fault) -> Words:
    return (
        say("{name} is longer than {count} characters.", name=subject(key), count=fault.detail["max_length"]),
        say("Say it in fewer words."),
    )


def _not_a_list(key: str, value: str, _fault: Fault) -> Words:
    simple = "." not in key and "{" not in example(key)
    words = [word.strip() for word in re.split(r"[,;]", value)] if simple else []
    sound = words and all(re.fullmatch(r"[a-z0-9-]{1,40}", word) for word in words)
    line = f"{key}: [{', '.join(words)}]" if sound else example(key)
    return (
        say("{name} has to be a list.", name=subject(key)),
        say("Write it in square brackets: {line}", line=line),
    )


def _empty_list(key: str, _value: str, _fault: Fault) -> Words:
    return (
        say("There is nothing in the list {name}.", name=named(key)),
        say("It needs one entry at least: {example}", example=example(key)),
    )


def _not_a_choice(key: str, value: str, fault: Fault) -> Words:
    choices = re.findall(r"'([^']*)'", fault.detail["expected"])
    guess, possible = closest(value, choices), any_of(choices)
    message = say("{name} can't be {value}.", name=subject(key), value=shown(value))
    if guess:
        return message, say("Did you mean '{word}'? (it can be {choices})", word=guess, choices=possible)
    return message, say("It can be {choices}.", choices=possible)


def _not_a_date(key: str, value: str, _fault: Fault) -> Words:
    day = as_day(value)
    line = f"{key.rsplit('.', 1)[-1]}: {day or '2026-11-21'}"
    advice = say("Write it as year-month-day: {line}", line=line)
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return say("{name} is {value}, and there is no such day.", name=subject(key), value=shown(value)), advice
    return say("{name} is {value}, which can't be read as a date.", name=subject(key), value=shown(value)), advice


def _not_a_group(key: str, value: str, _fault: Fault) -> Words:
    return (
        say("{name} needs names and values, not {value}.", name=subject(key), value=shown(value)),
        like_this(key),
    )


def _not_a_number(key: str, value: str, _fault: Fault) -> Words:
    name, advice = subject(key), say("Write it in figures: {example}", example=example(key))
    value = value.lower() if value in ("True", "False") else value
    if key in ("time", "minutes"):
        message = say("{name} is {value}, which is not a whole number of minutes.", name=name, value=shown(value))
        return message, _in_minutes(key, value) or advice
    return say("{name} is {value}, which is not a whole number.", name=name, value=shown(value)), advice


def _in_minutes(key: str, value: str) -> Phrase | None:
    """Return a time that was written as hours and minutes in the minutes that it is, or nothing."""
    clock = re.fullmatch(r"([0-9]{1,2}):([0-5][0-9])", value)
    spoken = re.fullmatch(r"([0-9]{1,4}) ?(?:m|mins?|minutes?|munud)\.?", value)
    hours = re.fullmatch(r"([0-9]{1,2}) ?(?:h|hrs?|hours?|awr)\.?", value)
    minutes = 0
    if clock:
        minutes = int(clock[1]) * 60 + int(clock[2])
    elif spoken or hours:
        minutes = int(spoken[1]) if spoken else int(hours[1]) * 60 if hours else 0
    return say("Write the minutes, in figures: {line}", line=f"{key}: {minutes}") if minutes else None


def _too_small(key: str, value: str, fault: Fault) -> Words:
    return (
        say("{name} is {value}, which is too small.", name=subject(key), value=shown(value)),
        say("It has to be {least} or more: {example}", least=fault.detail["ge"], example=example(key)),
    )


def _too_large(key: str, value: str, fault: Fault) -> Words:
    return (
        say("{name} is {value}, which is too large.", name=subject(key), value=shown(value)),
        say("It can be {most} at most: {example}", most=fault.detail["le"], example=example(key)),
    )


def _not_true_or_false(key: str, value: str, _fault: Fault) -> Words:
    return (
        say("{name} is {value}, and can only be true or false.", name=subject(key), value=shown(value)),
        say("Write true or false, without quotes."),
    )


def _not_a_fingerprint(fault: Fault) -> Words:
    language = file_name(fault.path).split(".")[-2]
    return (
        say("{name} is not a mark that Fingerpost made.", name=subject(fault.detail["key"])),
        say(
            "Write source: '00000000' for now. When the translation says what the original says, run: {command}",
            command=f"fingerpost translated {id_of(fault.path)} --language {language}",
        ),
    )


# By how the name of pydantic's error begins (pydantic.dev: Validation Errors). Only days have a validator of ours.
SORTS: tuple[tuple[str, Callable[[str, str, Fault], Words]], ...] = (
    ("string_type", _not_words),
    ("string_too_long", _too_long),
    ("list_", _not_a_list),
    ("too_short", _empty_list),
    ("literal_", _not_a_choice),
    ("value_error", _not_a_date),
    ("date_", _not_a_date),
    ("model_", _not_a_group),
    ("dict_", _not_a_group),
    ("int_", _not_a_number),
    ("greater_than_equal", _too_small),
    ("less_than_equal", _too_large),
    ("bool_", _not_true_or_false),
)
