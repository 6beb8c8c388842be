"""A link is of no use on paper: a telephone number behind other words, or an address that nobody can copy.

Why it matters

On paper a link can't be followed. Web addresses get a number in the text, and are listed at the end. But
behind "call us" the number is lost, and an address of three lines can't be typed.

Bad (body):

    You can [call them](tel:111) at any time.

Good (body):

    You can [call 111](tel:111) at any time.

Bad (body):

    See https://example.org/news/2026/11/21/what-we-learned-from-a-year-of-plants?from=newsletter

Good (body):

    See [what we learned from plants](https://example.org/news/2026/11/21/what-we-learned-from-a-year-of-plants?x=y).

How to mend it

Write a telephone number as people dial it, in the words of the link. Put words in place of a long web address:
`[what we learned](https://example.org/…)`. If you can, link to a shorter address. A picture that is a link
needs words too, in the picture's `alt` or beside it.
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from fingerpost.checks.places import in_file, links, position, visible
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import shown
from fingerpost.languages.phrases import Phrase, say
from fingerpost.library import Library, Resource, Text
from fingerpost.library.links import Link

ID = "FP701"
SEVERITY = Severity.WARNING
MOST_LETTERS = 60  # about two thirds of a line of A4 at 12 point
ADDRESS = re.compile(r"https?://[^\s<>\"')\]]{1,2000}", re.IGNORECASE)
CALL = re.compile(r"\s*(?:tel|sms):(?P<what>[^?]*)", re.IGNORECASE)
CLOSED = re.compile(r"</a\s*>", re.IGNORECASE)
PICTURE_ONLY = re.compile(r"<a\b[^<>]{0,2000}>\s{0,50}<img\b(?P<inside>[^<>]{0,2000})>\s{0,50}</a\s*>", re.IGNORECASE)
NO_WORDS = re.compile(r"\balt\s*=\s*(?:\"\s*\"|'\s*')", re.IGNORECASE)
ENOUGH = 6  # the last digits of a number are the same with and without the code of the country

Finding = tuple[int, Phrase, Phrase]


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield each link of which nothing that can be used stands on paper."""
    for text in resource.texts:
        if ":" not in text.body and "<a" not in text.body:
            continue
        for offset, message, advice in sorted([*_calls(text), *_long(text), *_pictures(text)]):
            line, column = position(text.body, offset)
            yield Problem(ID, SEVERITY, text.path, in_file(text, line), column, message, advice)


def _calls(text: Text) -> Iterator[Finding]:
    for link in links(text.body):
        found = CALL.match(link.target)
        if not found or (link.text is not None and link.after is None):
            continue  # of a link written elsewhere in the text the words are not known here
        what = unquote(found["what"])
        if _digits(what)[-ENOUGH:] not in _digits(_words(link, text)):
            message = say("On paper nobody can see the number behind these words: {number}.", number=shown(what))
            yield link.start, message, say("Write the number in the words of the link.")


def _words(link: Link, text: Text) -> str:
    if link.text is not None:
        return link.text
    closed = CLOSED.search(text.body, link.end, link.end + 2000)
    return text.body[link.end : closed.start()] if closed else ""


def _digits(words: str) -> str:
    return re.sub(r"\D", "", words)


def _long(text: Text) -> Iterator[Finding]:
    if "://" not in text.body:
        return
    targets = {link.start for link in links(text.body)}
    for match in ADDRESS.finditer(visible(text.body)):
        if len(match[0]) > MOST_LETTERS and match.start() not in targets:
            message = say("This address is {count} letters long, which nobody can copy off paper.", count=len(match[0]))
            yield (
                match.start(),
                message,
                say("Put words in its place, such as {example}.", example="[what we learned](https://…)"),
            )


def _pictures(text: Text) -> Iterator[Finding]:
    if "<img" not in text.body.lower():
        return
    for match in PICTURE_ONLY.finditer(visible(text.body)):
        if NO_WORDS.search(match["inside"]):
            message = say("This link is only a picture, and nothing says on paper where it leads.")
            yield match.start(), message, say("Write words beside the picture, inside the link.")
