"""A full postcode stands in a text.

Why it matters

A full postcode is some fifteen homes. Beside a story it is close to an address. It can tell where somebody lives,
or which ward somebody was on. It can tell where a group of people meets who want no trouble.

Bad (body):

    We meet near CF10 3NP on Mondays.

Good (body):

    We meet in the middle of town on Mondays. [Ask us where](https://example.org/contact).

How to mend it

Take it out, or keep only its first half, which is a whole district. Where the place is a public building
that everybody may know, say so: `checks: {ignore: {FP310: the address of a public library}}`.

The form is that of British Standard 7666, with the letters of the areas that there are.
"""

import re
from collections.abc import Iterator

from fingerpost.checks.personal import Found, find, problem, stands_in_address
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import hidden
from fingerpost.languages.phrases import say
from fingerpost.library import Library, Resource

ID = "FP310"
SEVERITY = Severity.WARNING
AREAS = (
    "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY "
    "G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP "
    "NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W "
    "WA WC WD WF WN WR WS WV YO ZE"
)
SIGN = re.compile(r"[0-9][ABD-HJLNP-UW-Z]{2}(?![A-Za-z0-9])|[0-9][abd-hjlnp-uw-z]{2}(?![A-Za-z0-9])")
POSTCODE = re.compile(
    rf"(?<![^\W_])(?<![#&/+=@.-])(?:(?:{'|'.join(sorted(AREAS.split(), key=len, reverse=True))})"
    r"(?:[1-9][0-9]?|[1-9][A-HJKMNPR-Y]|0)(?P<gap>[ \n]{1,2}|&nbsp;)?[0-9][ABD-HJLNP-UW-Z]{2}"
    r"|GIR ?0AA)(?![^\W_]|[@=])",
    re.IGNORECASE,
)
ORDINALS = frozenset({"1ST", "2ND", "3RD", "1AF", "2AIL", "4TH", "5TH", "6TH", "7TH", "8TH", "9TH", "0TH"})


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield each full postcode in a body or in front matter, but for `contact`."""
    for passage, found in find(resource, found_in):
        yield problem(
            ID,
            SEVERITY,
            passage,
            found,
            say("A full postcode stands here, {postcode}, which leads to a few homes.", postcode=found.shown),
            say("Take it out or keep its first half. For a public building, say so: checks: {ignore: {FP310: why}}."),
        )


def found_in(words: str) -> Iterator[Found]:
    """Yield the full postcodes in a string. In small letters there has to be a space in it."""
    if not SIGN.search(words):
        return
    for match in POSTCODE.finditer(words):
        postcode = match[0].replace("&nbsp;", " ")
        written_large = postcode == postcode.upper()
        if not written_large and (not match["gap"] or postcode[-3:].upper() in ORDINALS):
            continue
        if not stands_in_address(words, match.start()):
            yield Found(match.start(), f"'{hidden(postcode, 2)}'")
