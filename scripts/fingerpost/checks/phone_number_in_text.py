"""A phone number that can be a person's stands in a text, where it would be published.

Why it matters

A number rings in somebody's pocket or kitchen. Once it is on the web, on paper and on USB sticks it can't be
called back. People who speak of their lives in public can be rung at night, traced and harassed.

Bad (body):

    Ring 07700 900123 if you want to come.

Good (body):

    Ring Samaritans on 116 123, or [ask us through our page](https://example.org/contact).

How to mend it

Take the number out, also where it is hidden behind a link (`tel:`) or in a comment. Link to a group's own
contact page instead. If an organisation asks to be rung, its directory entry has a place for that:
`contact: {phone: …}`.

Helplines stay. Numbers that are free or that belong to organisations only are not looked at (0800, 0808, 03, 084,
087, 09). Nor are short ones (999, 111, 116 123). Mobile numbers, landlines and numbers of other countries are
looked at. They are told from other figures by the numbering plan of each country (the software library
phonenumbers). The numbers that Ofcom sets aside for drama are found too, since nobody can tell by looking.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from fingerpost.checks.personal import Found, find_in_numbers, numbers_a_work, problem, stands_in_address
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import hidden
from fingerpost.languages.phrases import say
from fingerpost.library import Library, Resource

ID = "FP309"
SEVERITY = Severity.ERROR
COUNTRY = "GB"
SHOWN = 3
# What people put between the figures, and a line's end.
GAP = r"(?:[ \t.()*_-]{0,3}|&nbsp;|[ \t]?\n[ \t>]{0,3})"
# E.164: at most 15 figures; the shortest national number that is somebody's has nine. `00` and `(0)` are more.
CANDIDATE = re.compile(
    r"(?<![^\W_])(?<![+£$€%#])(?<![0-9][.,-])(?<!\b[A-Za-z]-)"
    rf"(?:\(?\+(?={GAP}[1-9])|\(?0(?![.,][0-9])(?={GAP}[1257])|\(?00(?={GAP}[1-9])|44(?=[ .-]?(?:\(0\))?[ .-]?7))"
    rf"(?:{GAP}[0-9]){{7,17}}"
)
LINK = re.compile(r"(?:wa\.me/|[?&]phone=)(?:%2B|\+)?(?P<number>[1-9][0-9]{7,14})(?![0-9])", re.IGNORECASE)
# What goes on after it is something else, but for an extension: a code, an address, a fraction, the name of a file.
GOES_ON = re.compile(r"(?!ext?|x)[^\W_]|@|\.(?:[0-9]|[a-z]{2,4}\b)", re.IGNORECASE)
GROUP = re.compile(r"[0-9]+")
FRACTION = re.compile(r"\+[0-9]{4,}\.[0-9]+")
# 3.4.1980 and 03-04-80 are days.
DAY = re.compile(r"[0-3]?[0-9]([.-])[0-1]?[0-9]\1(?:(?:19|20)[0-9]{2}|[0-9]{2})(?![0-9])")
# National Telephone Numbering Plan (Ofcom): the numbers that can be a person's, by their first figures.
BRITISH = re.compile(r"0(?:1[0-9]{8,9}|2[0-9]{9}|5[56][0-9]{8}|7[0-9]{9})")
FOREIGN = re.compile(r"(?:\+|00)[1-9][0-9]{7,15}")
# Ofcom, "Telephone numbers for use in TV and radio drama programmes", as far as no plan holds them.
DRAMA = re.compile(r"(?:0|(?:\+|00)440?)(?:1632960|7700900)[0-9]{3}")
# An Ordnance Survey grid reference begins with two letters.
BEFORE_OTHER_FIGURES = re.compile(r"\b[HJNOST][A-HJ-Z] ?$|[£$€] ?$")
# A page with more figures than this is a table of something else.
MOST_LOOKED_AT = 5_000


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield each phone number in a body or in front matter that can be a person's, but for `contact`."""
    for passage, found in find_in_numbers(resource, found_in):
        yield problem(
            ID,
            SEVERITY,
            passage,
            found,
            say("A phone number stands here, {number}, where everybody could read it.", number=found.shown),
            say("Take it out, or link to a contact page. In a directory entry it can go into contact: {phone: …}."),
        )


def found_in(words: str) -> Iterator[Found]:
    """Yield the phone numbers in a string that can be a person's."""
    position = 0
    for _ in range(MOST_LOOKED_AT):
        candidate = CANDIDATE.search(words, position)
        if candidate is None:
            break
        number = _number(candidate[0])
        position = candidate.start() + len(number or GROUP.search(candidate[0])[0]) + 1  # type: ignore[index]
        if number and not _is_something_else(words, candidate.start(), candidate.start() + len(number)):
            yield Found(candidate.start(), _shown(number))
    for link in LINK.finditer(words):
        if _is_a_persons("+" + link["number"]):
            yield Found(link.start("number"), _shown(link["number"]))


def _number(candidate: str) -> str | None:
    """Return the longest piece from the start, to the end of a group of figures, that is a person's number."""
    if DAY.match(candidate):
        return None
    for group in reversed(list(GROUP.finditer(candidate))):
        piece = candidate[: group.end()]
        digits = "".join(GROUP.findall(piece))
        if "+" in piece or digits.startswith("44"):
            digits = f"+{digits}"
        if _is_a_persons(digits):
            return piece
    return None


@lru_cache(maxsize=4096)
def _is_a_persons(digits: str) -> bool:
    if DRAMA.fullmatch(digits):
        return True
    if not BRITISH.fullmatch(digits) and not FOREIGN.fullmatch(digits):
        return False
    import phonenumbers  # 0.1 s that collections without numbers don't have to wait for
    from phonenumbers import PhoneNumberType

    try:
        number = phonenumbers.parse(digits, COUNTRY)
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_valid_number(number) and phonenumbers.number_type(number) in (
        PhoneNumberType.MOBILE,
        PhoneNumberType.FIXED_LINE,
        PhoneNumberType.FIXED_LINE_OR_MOBILE,
        PhoneNumberType.PERSONAL_NUMBER,
        PhoneNumberType.PAGER,
        PhoneNumberType.VOIP,
    )


def _is_something_else(words: str, start: int, end: int) -> bool:
    return (
        bool(GOES_ON.match(words, end))
        or bool(FRACTION.fullmatch(words, start, end))
        or stands_in_address(words, start)
        or numbers_a_work(words, start)
        or bool(BEFORE_OTHER_FIGURES.search(words[max(0, start - 3) : start]))
    )


def _shown(number: str) -> str:
    return f"'{hidden(number.lstrip('('), SHOWN)}'"
