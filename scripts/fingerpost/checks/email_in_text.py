"""An e-mail address stands in a text, where it would be published.

Why it matters

An address leads to a person. Once it is on the web, on paper and on USB sticks it can't be called back. People
who speak of their lives in public can be sought out and harassed.

Bad (body):

    Write to somebody@example.org to take part.

Bad (body):

    Write to somebody [at] example [dot] org to take part.

Good (body):

    Write to us [through our page](https://example.org/contact) to take part.

How to mend it

Take the address out. Look also behind links (`mailto:`), in comments, and where it is written so that machines
don't read it. Link to a group's own contact page instead. If an organisation asks to be reached by e-mail, its
directory entry has a place for that: `contact: {email: …}`. Who agreed to what, and how to reach them, never
belongs in the collection.
"""

import re
from collections.abc import Iterator

from fingerpost.checks.personal import Found, find, problem
from fingerpost.checks.problem import Problem, Severity
from fingerpost.languages.phrases import say
from fingerpost.library import Library, Resource

ID = "FP303"
SEVERITY = Severity.ERROR
# RFC 5321 limits the part before the at sign to 64 characters; an at sign can also be written for machines.
ADDRESS = re.compile(
    r"(?<![\w.+@-])(?P<name>[\w.+][\w.+'-]{0,63})(?:@|%40|&#64;|&#x40;|&commat;)"
    r"(?P<host>(?:[\w-]{1,63}\.){1,8}(?P<last>[^\W\d_]{2,24}))(?![\w@])",
    re.IGNORECASE,
)
SIGNS = ("@", "%40", "&#", "&commat;", "&COMMAT;")
# The at sign as a word in brackets; after it the dots may be words too.
DOT = r"(?:\.|[ ]{0,2}[\[({<][ ]?(?:dot|\.)[ ]?[\])}>][ ]{0,2}|[ ]dot[ ])"
SPELT = re.compile(
    r"(?<![\w.+@-])(?P<name>[\w.+][\w.+'-]{0,63})[ ]{0,2}[\[({<][ ]?(?:at|@)[ ]?[\])}>][ ]{0,2}"
    rf"(?P<host>(?:[\w-]{{1,63}}{DOT}){{1,8}}(?P<last>[^\W\d_]{{2,24}}))(?![\w@])",
    re.IGNORECASE,
)
WORDS = ("at]", "at)", "at}", "at>", "AT]", "AT)", "@]", "@)", "at ]", "at )")
# A picture for sharp screens is named like this: logo@2x.png.
FILES = frozenset({"png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "pdf"})
# Git's own way to write where code is kept: git@example.org.
NOBODY = "git"
PLAIN_DOT = re.compile(DOT, re.IGNORECASE)


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield each e-mail address in a body or in front matter, but for `contact`."""
    for passage, found in find(resource, found_in):
        yield problem(
            ID,
            SEVERITY,
            passage,
            found,
            say("An e-mail address stands here, {address}, where everybody could read it.", address=found.shown),
            say("Take it out, or link to a contact page. In a directory entry it can go into contact: {email: …}."),
        )


def found_in(words: str) -> Iterator[Found]:
    """Yield the e-mail addresses in a string."""
    if any(sign in words for sign in SIGNS):
        yield from _found(ADDRESS, words)
    if any(sign in words for sign in WORDS):
        yield from _found(SPELT, words)


def _found(pattern: re.Pattern[str], words: str) -> Iterator[Found]:
    for match in pattern.finditer(words):
        if match["last"].lower() not in FILES and match["name"].lower() != NOBODY:
            yield Found(match.start(), f"'{match['name'][0]}…@{PLAIN_DOT.sub('.', match['host'])}'")
