"""An e-mail address stands in a text, where it would be published.

Why it matters

An address leads to a person. Once it is on the web, on paper and on sticks it can't be called back, and
people who speak of their lives in public can be sought out and harassed.

Bad (body):

    Write to somebody@example.org to take part.

Good (body):

    Write to us [through our page](https://example.org/contact) to take part.

How to mend it

Take the address out, also where it is hidden behind a link (`mailto:`). Link to a group's own contact page
instead. If an organisation asks to be reached by e-mail, its directory entry has a place for that:
`contact: {email: …}`. Who agreed to what, and how to reach them, never belongs in the collection.
"""

import re
from collections.abc import Iterator

from fingerpost.checks.places import in_file, position, strings_of
from fingerpost.checks.problem import Problem, Severity
from fingerpost.library import Library, Resource, Text

ID = "FP303"
SEVERITY = Severity.ERROR
# RFC 5321 limits the part before the at sign to 64 characters; an at sign can also be written for machines.
ADDRESS = re.compile(
    r"(?<![\w.+@-])(?P<name>[\w.+'-]{1,64})(?:@|%40|&#64;|&#x40;|&commat;)"
    r"(?P<host>(?:[\w-]{1,63}\.){1,8}(?P<last>[^\W\d_]{2,24}))(?![\w@])",
    re.IGNORECASE,
)
SIGN = re.compile(r"@|%40|&#(?:64|x40);|&commat;", re.IGNORECASE)
# A picture for sharp screens is named like this: logo@2x.png.
FILES = frozenset({"png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "pdf"})
MEANT_FOR_IT = "contact"


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield each e-mail address in a body or in front matter, but for `contact`."""
    for text in resource.texts:
        for match in _addresses(text.body):
            line, column = position(text.body, match.start())
            yield _problem(text, in_file(text, line), column, match)
        for place, value in strings_of(text):
            if place[0] != MEANT_FOR_IT:
                for match in _addresses(value):
                    yield _problem(text, text.line_of(*place), 1, match)


def _addresses(words: str) -> Iterator[re.Match[str]]:
    if not SIGN.search(words):
        return
    for match in ADDRESS.finditer(words):
        if match["last"].lower() not in FILES:
            yield match


def _problem(text: Text, line: int, column: int, match: re.Match[str]) -> Problem:
    # The address is not repeated whole: what a check says is kept in logs long after it is mended.
    return Problem(
        ID,
        SEVERITY,
        text.path,
        line,
        column,
        f"An e-mail address stands here, '{match['name'][0]}…@{match['host']}', and would be published.",
        "Take it out, or link to a contact page. In a directory entry it can go into contact: {email: …}.",
    )
