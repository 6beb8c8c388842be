"""A phrase of the interface has the same words in two languages.

Why it matters

Most often it was copied to be translated later. Readers then meet a word of the other language on a button
or in a menu, in the middle of their own.

Bad (file overrides/words/cy.yml):

    home: Home
    pages: {zero: "{count} tudalen", one: "{count} dudalen", two: "{count} dudalen", few: "{count} tudalen",
      many: "{count} thudalen", other: "{count} tudalen"}
    reviewed-on: "adolygwyd ar {day}"

Good (file overrides/words/cy.yml):

    home: Home # same
    pages: {zero: "{count} tudalen", one: "{count} dudalen", two: "{count} dudalen", few: "{count} tudalen",
      many: "{count} thudalen", other: "{count} tudalen"}
    reviewed-on: "adolygwyd ar {day}"

How to mend it

Translate it. Some words are the same in both languages, such as the Welsh "blog" and "poster". Then say so with
the word `same` after a hash sign, at the end of the line.
"""

import re
from collections.abc import Iterator

from fingerpost.checks.interface import forms_of, readable, words_files
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import shown
from fingerpost.languages.phrases import say
from fingerpost.library import Library

ID = "FP905"
SEVERITY = Severity.WARNING
FILLED_IN = re.compile(r"\{[^{}]{0,60}\}")
LETTER = re.compile(r"[^\W\d_]")
SAME = re.compile(r"\s#\s*same\b")


def check_collection(library: Library) -> Iterator[Problem]:
    """Yield each phrase that says the same as in the site's first language, unless its line says so."""
    files = [*readable(words_files(library))]
    for file, phrases in files[1:]:
        lines, first = file.source.split("\n"), files[0][1]
        for name, value in phrases.items():
            if name not in first or forms_of(value) != forms_of(first[name]):
                continue
            line = file.line_of(name)
            words = " ".join(forms_of(value).values())
            if LETTER.search(FILLED_IN.sub("", words)) and not SAME.search(lines[line - 1]):
                yield Problem(
                    ID,
                    SEVERITY,
                    file.path,
                    line,
                    1,
                    say("{words} is the same in two languages.", words=shown(words)),
                    say("Translate it. If it is the same word in both, end the line with: # same"),
                )
