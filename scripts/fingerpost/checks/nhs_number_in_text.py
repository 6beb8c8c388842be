"""An NHS number stands in a text, where it would be published.

Why it matters

An NHS number stands for one person, for life, and for everything the health service has written about
them. With it, what a page tells of somebody can be joined to who they are.

Bad (body):

    Her NHS number is 999 000 0018.

Good (body):

    Her NHS number is not for anybody else to know.

How to mend it

Take the number out. Then look through the rest of the text for what else came with it. A letter from a hospital
or a page from somebody's notes often names them in other ways too.

The last figure of an NHS number is worked out from the nine before it (NHS Data Dictionary, modulus 11). By that
it is told from other figures. Written as three, three and four figures with spaces, every such number is found.
Written in any other way it is found where the words before it say what it is: `NHS`, `GIG`, `hospital number`,
`rhif claf`. Numbers in web addresses and of books (ISBN) are not looked at, nor are those that begin with 0, as
some Scottish ones do.
"""

import re
from collections.abc import Iterator

from fingerpost.checks.personal import Found, find_in_numbers, numbers_a_work, problem, stands_in_address
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import hidden
from fingerpost.languages.phrases import say
from fingerpost.library import Library, Resource

ID = "FP311"
SEVERITY = Severity.ERROR
SHOWN = 2
CANDIDATE = re.compile(
    r"(?<![^\W_])(?<![+/@£$€])(?<![0-9][ .,-])"
    r"[1-9][0-9]{2}(?P<gap>[ .\n-]|&nbsp;)?[0-9]{3}(?P<second>[ .\n-]|&nbsp;)?[0-9]{4}(?![^\W_]|@|[.,-][0-9])"
)
# Whole ranges were never given out: 4, 6 and 7 are England's, Wales's and Man's, 3 others', 9 is for tests.
GIVEN_OUT = "34679"
SPACES = (" ", "\n", "&nbsp;")
NAMED = re.compile(
    r"\b(?:NHS|nhs|GIG|CHI|HSC)\b[^\n]{0,30}$"
    r"|\b(?i:(?:hospital|patient|health)[ ](?:number|no|id|record)|rhif[ ](?:yr?[ ])?(?:g?claf|ysbyty))\b[^\n]{0,20}$"
)
NEAR = 60


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield each NHS number in a body or in front matter."""
    for passage, found in find_in_numbers(resource, found_in):
        yield problem(
            ID,
            SEVERITY,
            passage,
            found,
            say("An NHS number stands here, {number}, where everybody could read it.", number=found.shown),
            say("Take it out, and look for what else on this page could show who the person is."),
        )


def found_in(words: str) -> Iterator[Found]:
    """Yield the NHS numbers in a string."""
    for match in CANDIDATE.finditer(words):
        start = match.start()
        if (
            is_nhs_number(re.sub(r"[^0-9]", "", match[0]))
            and (_is_grouped(match) or NAMED.search(words[max(0, start - NEAR) : start]))
            and not stands_in_address(words, start)
            and not numbers_a_work(words, start)
        ):
            yield Found(start, f"'{hidden(match[0].replace('&nbsp;', ' '), SHOWN)}'")


def is_nhs_number(digits: str) -> bool:
    """Whether the last of ten figures is the check digit of the nine before it (NHS Data Dictionary: modulus 11).

    The figures are weighted from ten down to one, the check digit with one: the sum has to be a multiple of
    eleven. ISBN-10 does the same.

    >>> is_nhs_number("9990000018"), is_nhs_number("9990000019")
    (True, False)
    """
    if len(digits) != 10:
        return False
    return sum(weight * int(digit) for weight, digit in zip(range(10, 0, -1), digits, strict=True)) % 11 == 0


def _is_grouped(match: re.Match[str]) -> bool:
    """Whether it is written as the NHS writes it, and of a range that was given out."""
    return match["gap"] in SPACES and match["second"] in SPACES and match[0][0] in GIVEN_OUT
