"""Personal data: which words of a resource are looked at, where they stand, and how they are shown half hidden.

Code and comments are looked at too: a comment is not on the page, but it is in the repository for all to read.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from fingerpost.checks.places import REMEMBERED, in_file, position, strings_of
from fingerpost.checks.problem import Problem, Severity
from fingerpost.languages.phrases import Phrase
from fingerpost.library import Resource, Text
from fingerpost.library.front_matter import Place

# Who finds this many in one place does not need the rest to see what has to be done.
MOST_FOUND = 20
# Between two values of the front matter: no pattern reaches over it, and no value can hold it.
BETWEEN = "\n\0\n"
# Where contact details are meant to stand, and where numbers are numbers of something else.
LEFT_OUT = (
    ("contact",),
    ("translation", "source"),
    ("work", "date"),
    ("work", "identifiers", "doi"),
    ("work", "identifiers", "isbn"),
)
# Other spaces, hyphens and figures that look like the usual ones, each for one, so that places stay the same.
USUAL_SIGNS = {
    **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000\u00ad\u200b\u200c\u200d\u2060\ufeff", " "),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\ufe63\uff0d", "-"),
    **{chr(0xFF10 + number): str(number) for number in range(10)},
    "\uff0b": "+",
    "\uff20": "@",
}
UNUSUAL = re.compile(f"[{''.join(USUAL_SIGNS)}]")
NUMBERS = re.compile(r"[0-9](?:[^0-9A-Za-z\0]{0,6}[0-9]){5}")
BREAK = re.compile(r"[\s<>()\[\]\"'|]")
IN_ADDRESS = re.compile(r"[a-z]://|^www\.|^\.{1,2}/|\b10\.[0-9]{4,9}/", re.IGNORECASE)
LONGEST_ADDRESS = 300
NUMBER_OF_A_WORK = re.compile(r"\b(?:isbn|issn|isni|orcid|doi|oclc|pmid)[^\n]{0,20}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """Something personal in a string: where it begins, and how it can be spoken of without repeating it."""

    start: int
    shown: str


Finder = Callable[[str], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of one file: its body, or all values of its front matter one after the other.

    `numbers` says whether there are six figures close together: most have none, and are asked no more.
    """

    text: Text
    words: str
    numbers: bool
    starts: tuple[int, ...] = ()
    places: tuple[Place, ...] = ()

    def spot(self, offset: int) -> tuple[int, int]:
        """Return the line and the column in the file, from 1, of an offset in the words."""
        if not self.places:
            line, column = position(self.text.body, offset)
            return in_file(self.text, line), column
        return self.text.line_of(*self.place(offset)), 1

    def place(self, offset: int) -> Place:
        """Return the place in the front matter of an offset in the words; empty for a body."""
        return self.places[bisect_right(self.starts, offset) - 1] if self.places else ()


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """A resource as a cache knows it: by being the same one. It keeps the resource alive, so no other takes its id."""

    resource: Resource

    def __hash__(self) -> int:
        return id(self.resource)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.resource is self.resource


def passages(resource: Resource) -> tuple[Passage, ...]:
    """Return every passage of a resource, its parts, its Easy Read version and its answers, in every language."""
    return _passages(_Same(resource))


def find(resource: Resource, finder: Finder) -> Iterator[tuple[Passage, Found]]:
    """Yield what a finder finds in a resource, at most 20 in one passage."""
    for passage in passages(resource):
        for found in islice(finder(passage.words), MOST_FOUND):
            yield passage, found


def find_in_numbers(resource: Resource, finder: Finder) -> Iterator[tuple[Passage, Found]]:
    """Yield the same, but only from passages with six figures close together."""
    for passage in passages(resource):
        if passage.numbers:
            for found in islice(finder(passage.words), MOST_FOUND):
                yield passage, found


def problem(id: str, severity: Severity, passage: Passage, found: Found, message: Phrase, advice: Phrase) -> Problem:
    """Return a problem at the place of what was found."""
    return Problem(id, severity, passage.text.path, *passage.spot(found.start), message, advice)


def in_usual_signs(words: str) -> str:
    """Return words with unusual spaces, hyphens and figures as the usual ones; every place stays the same."""
    # str.translate took five times as long, and most words of Welsh are not ASCII.
    return words if words.isascii() else UNUSUAL.sub(lambda sign: USUAL_SIGNS[sign[0]], words)


def stands_in_address(words: str, start: int) -> bool:
    """Whether a place is inside a web address, a path or a DOI, whose figures are nobody's number."""
    before = words[max(0, start - LONGEST_ADDRESS) : start]
    return bool(IN_ADDRESS.search(BREAK.split(before)[-1]))


def numbers_a_work(words: str, start: int) -> bool:
    """Whether what begins here is said to be the number of a book, a journal, an article or an author."""
    return bool(NUMBER_OF_A_WORK.search(words[max(0, start - 40) : start]))


@lru_cache(maxsize=REMEMBERED)
def _passages(same: _Same) -> tuple[Passage, ...]:
    return tuple(passage for text in same.resource.texts for passage in (_front_matter(text), _body(text)))


def _body(text: Text) -> Passage:
    words = in_usual_signs(text.body)
    return Passage(text, words, bool(NUMBERS.search(words)))


def _front_matter(text: Text) -> Passage:
    starts, places, values = [0], list[Place](), list[str]()
    for place, value in strings_of(text):
        if not any(place[: len(left_out)] == left_out for left_out in LEFT_OUT):
            places.append(place)
            values.append(value)
            starts.append(starts[-1] + len(value) + len(BETWEEN))
    words = in_usual_signs(BETWEEN.join(values))
    return Passage(text, words, bool(NUMBERS.search(words)), tuple(starts[:-1]), tuple(places))
