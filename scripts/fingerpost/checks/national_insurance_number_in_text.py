"""A National Insurance number stands in a text, where it would be published.

Why it matters

A National Insurance number stands for one person, for life. With it and a name, others can claim in
somebody's place, or find out what they receive.

Bad (body):

    Claims need a number such as QQ 12 34 56 C.

Good (body):

    Claims need your National Insurance number.

How to mend it

Take the number out. Then look through the rest of the text for what else came with it. A form or a letter often
names the person in other ways too.

The form is two letters, six figures and one of the letters A to D at the end. The two letters at the beginning
are ones that HM Revenue and Customs gives out (National Insurance Manual, NIM39110). The letters `QQ` are never
given out, but they are used in examples, and are found too. In small letters and without spaces a number is found
only where the words before it say what it is.
"""

import re
from collections.abc import Iterator

from fingerpost.checks.personal import Found, find_in_numbers, problem, stands_in_address
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import hidden
from fingerpost.languages.phrases import say
from fingerpost.library import Library, Resource

ID = "FP312"
SEVERITY = Severity.ERROR
SHOWN = 2
NUMBER = re.compile(
    r"(?<![^\W_])(?<![/+=-])(?:(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]|QQ)"
    r"(?:(?:[ .\n-]|&nbsp;)?[0-9]{2}){3}(?:[ .\n-]|&nbsp;)?[A-D](?![^\W_]|[/=])",
    re.IGNORECASE,
)
NAMED = re.compile(r"(?:\b(?:national )?insurance\b|\byswiriant\b|\bnino\b|\b(?-i:NI|YG)\b)[^\n]{0,40}$", re.IGNORECASE)
NEAR = 80


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield each National Insurance number in a body or in front matter."""
    for passage, found in find_in_numbers(resource, found_in):
        yield problem(
            ID,
            SEVERITY,
            passage,
            found,
            say(
                "A National Insurance number stands here, {number}, where everybody could read it.", number=found.shown
            ),
            say("Take it out, and look for what else on this page could show who the person is."),
        )


def found_in(words: str) -> Iterator[Found]:
    """Yield the National Insurance numbers in a string."""
    for match in NUMBER.finditer(words):
        start, number = match.start(), match[0].replace("&nbsp;", " ")
        named = bool(NAMED.search(words[max(0, start - NEAR) : start]))
        if (number == number.upper() or named) and not stands_in_address(words, start):
            yield Found(start, f"'{hidden(number, SHOWN)}'")
