"""A phrase of the interface is missing in a language, can't be read, or is not filled in as in the other language.

Why it matters

Buttons, menus and notices come from these words. Where one is missing, half of the readers would meet the
other language, or a page that can't be made at all.

Bad (file overrides/words/cy.yml):

    home: Hafan

Good (file overrides/words/cy.yml):

    home: Hafan
    pages: {zero: "{count} tudalen", one: "{count} dudalen", two: "{count} dudalen", few: "{count} tudalen",
      many: "{count} thudalen", other: "{count} tudalen"}
    reviewed-on: "adolygwyd ar {day}"

How to mend it

The words are in `overrides/words/`, one file for each language: `en.yml`, `cy.yml`. Every phrase stands in each of
them under the same name. What is in curly brackets is filled in later: keep it as it is, wherever it has to stand
in the sentence. A phrase that counts has one form for each sort of number in that language (Unicode CLDR, plural
rules). English has `one` and `other`. Welsh has `zero`, `one`, `two`, `few` (3), `many` (6) and `other`.
"""

from collections.abc import Iterator, Mapping

from fingerpost.checks.interface import WordsFile, forms_of, placeholders, readable, words_files
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import listed, shown
from fingerpost.languages.phrases import Phrase, say
from fingerpost.library import Fault, Library

ID = "FP904"
SEVERITY = Severity.ERROR
MOST_LISTED = 6
PLURALS = ("zero", "one", "two", "few", "many", "other")

Words = tuple[Phrase, Phrase]


def check_collection(library: Library) -> Iterator[Problem]:
    """Yield what is amiss with overrides/words/, if the collection has such a folder."""
    files = words_files(library)
    every = {name: file for file, phrases in reversed([*readable(files)]) for name in phrases}
    for file in files:
        if file.fault:
            yield _problem(file, file.fault.line, _unreadable(file.fault, files))
    for file, phrases in readable(files):
        missing = [name for name in every if name not in phrases]
        if missing:
            yield _problem(file, 1, _missing(missing, every[missing[0]]))
        needed = _plurals(file.language)
        if needed is None:
            yield _problem(file, 1, _unknown_language(file))
        for name, value in phrases.items():
            words = _amiss(value, needed or set()) or _differs(name, value, every[name])
            if words:
                yield _problem(file, file.line_of(name), words)


def _problem(file: WordsFile, line: int, words: Words) -> Problem:
    return Problem(ID, SEVERITY, file.path, line, 1, *words)


def _unreadable(fault: Fault, files: tuple[WordsFile, ...]) -> Words:
    example = 'home: "Home"'
    match fault.code:
        case "no-file":
            other = next((file.path for file in files if file.phrases), "overrides/words/en.yml")
            return (
                say(
                    "The words of the interface are missing in this language: there is no file {file}.", file=fault.path
                ),
                say("Copy {file} under this name, and translate each phrase in it.", file=other),
            )
        case "not-utf-8":
            return (
                say("The letters of this file are stored in a way that can't be read from this line on."),
                say("Save the file as UTF-8."),
            )
        case "no-words" | "not-a-mapping":
            return (
                say("There are no phrases in this file."),
                say("Write one to a line, each with its name, a colon and its words: {example}", example=example),
            )
        case "repeated-key":
            return (
                say("The phrase {name} stands here a second time.", name=shown(fault.detail["key"])),
                say("Keep one of the two lines."),
            )
    return (
        say("From here on this file can't be read."),
        say("Look at this line and the one above it. Put the words in double quotes: {example}", example=example),
    )


def _missing(names: list[str], other: WordsFile) -> Words:
    few = listed([*names[:MOST_LISTED], *(["…"] if len(names) > MOST_LISTED else [])])
    return (
        say(
            "Phrases are missing here that {file} has ({count}): {names}.", file=other.path, count=len(names), names=few
        ),
        say("Add a line for each, and translate its words."),
    )


def _unknown_language(file: WordsFile) -> Words:
    return (
        say("{code} is not the code of a language that is known (Unicode CLDR).", code=shown(file.language)),
        say("Use the code that the language has there, in mkdocs.yml and in the name of this file."),
    )


def _plurals(language: str) -> set[str] | None:
    """Return the plural categories of a language, or nothing for one that Unicode does not know."""
    from babel import Locale, UnknownLocaleError  # 0.1 s that only collections with words have to wait for

    try:
        return {*Locale.parse(language, sep="-").plural_form.tags, "other"}
    except (UnknownLocaleError, ValueError):
        return None


def _amiss(value: object, needed: set[str]) -> Words | None:
    forms = forms_of(value)
    if isinstance(value, Mapping):
        lacking = [form for form in PLURALS if form in needed and form not in forms]
        if lacking:
            return (
                say("This phrase counts, and has no form for: {forms}.", forms=listed(lacking)),
                say("Add each of them, also where two are the same: {example}", example='{one: "{count} …", other: …}'),
            )
    if not forms or not all(words.strip() for words in forms.values()):
        return say("This phrase has no words."), say("Write them after the colon, in double quotes.")
    for words in forms.values():
        try:
            placeholders(words)
        except ValueError:
            return (
                say("There is a curly bracket in {words} that is not closed, or holds no name.", words=shown(words)),
                say("Write {example}, with the name that the other language has.", example="{name}"),
            )
    return None


def _differs(name: str, value: object, first: WordsFile) -> Words | None:
    """Say what is filled in here and not in the language that the phrase is compared with, or the other way round."""
    theirs = _filled_in((first.phrases or {}).get(name))
    ours = _filled_in(value)
    if theirs is None or ours is None:
        return None
    for lost in sorted(theirs - ours):
        return (
            say("{name} is filled in by {file}, and not here.", name=_brackets(lost), file=first.path),
            say("Put {name} where it belongs in the sentence.", name=_brackets(lost)),
        )
    for strange in sorted(ours - theirs):
        return (
            say(
                "{name} stands here and not in {file}, so nothing would fill it in.",
                name=_brackets(strange),
                file=first.path,
            ),
            say("Write it as it stands there, or take it out."),
        )
    return None


def _filled_in(value: object) -> frozenset[str] | None:
    """Return what is filled in; a phrase with forms counts, whether or not it shows the number."""
    try:
        found = frozenset[str]().union(*(placeholders(words) for words in forms_of(value).values()))
    except ValueError:
        return None
    return found | {"count"} if isinstance(value, Mapping) else found


def _brackets(name: str) -> str:
    return f"{{{name}}}"
