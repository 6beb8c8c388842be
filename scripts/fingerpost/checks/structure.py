"""How two texts that should say the same are built: headings, lists, tables, pictures and where links lead."""

import re
from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from urllib.parse import urlsplit

from fingerpost.checks.headings import Heading, find_headings
from fingerpost.checks.places import links
from fingerpost.checks.prose import Sort, blocks
from fingerpost.library import Text
from fingerpost.library.links import Link, resolve

MOST_HEADINGS = 200
IN_ITS_LANGUAGE = re.compile(r"(?:\.[a-z]{2,3}|[-_](?:en|cy))(?=\.[a-z0-9]{2,4}$)")
COUNTED = {Sort.ITEM: "item", Sort.TABLE: "row"}


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link leads, as it is written in its own file, its words, and its line in the body."""

    written: str
    words: str
    line: int


@dataclass(frozen=True, slots=True)
class Astray:
    """A heading that only the original has (`theirs`), only the other text (`ours`), or both on different levels.

    `line` is where to look in the body of the other text.
    """

    line: int
    theirs: Heading | None
    ours: Heading | None


@dataclass(frozen=True, slots=True)
class Apart:
    """A part of two texts, from one heading to the next, in which something is there more or less often."""

    what: str
    line: int
    original: int
    here: int


@dataclass(frozen=True, slots=True)
class Section:
    """What stands below a heading: the line it begins on, list items and rows of tables."""

    level: int
    line: int
    counts: tuple[tuple[str, int], ...]


def alike_at_a_glance(original: Text, text: Text) -> bool:
    """Whether two texts that lie side by side have the same outline and the same targets: most have."""
    return _outline(original.body) == _outline(text.body) and _led_to(original) == _led_to(text)


def _outline(body: str) -> list[object]:
    marks = [(block.sort, len(block.lines)) for block in blocks(body) if block.sort is Sort.TABLE]
    sorts = [block.sort for block in blocks(body) if block.sort in COUNTED or block.sort is Sort.HEADING]
    return [*(heading.level for heading in find_headings(body)), *sorts, *marks]


def _led_to(text: Text) -> set[str]:
    here = f".{text.language}."
    return {link.target.partition("#")[0].replace(here, ".") for link in links(text.body)}


def headings_astray(original: str, body: str) -> list[Astray]:
    """Return the headings in which two bodies differ, in the order of the second.

    Which one is missing among several of the same level is guessed from what stands below each.
    """
    theirs, ours = find_headings(original), find_headings(body)
    levels = [heading.level for heading in theirs], [heading.level for heading in ours]
    if levels[0] == levels[1]:
        return []
    below_theirs, below_ours = ([(part.level, part.counts) for part in sections(one)[1:]] for one in (original, body))
    if max(len(theirs), len(ours)) > MOST_HEADINGS:
        alike = next((at for at, (one, other) in enumerate(zip(*levels, strict=False)) if one != other), len(ours))
        alike = min(alike, len(theirs) - 1, len(ours) - 1) if theirs and ours else 0
        window = slice(alike, alike + MOST_HEADINGS)
        theirs, ours = theirs[window], ours[window]
        below_theirs, below_ours = below_theirs[window], below_ours[window]
    found: list[Astray] = []
    for span, other in _unlike(below_theirs, below_ours):
        for inner, outer in _unlike([theirs[at].level for at in span], [ours[at].level for at in other]):
            lacking, added = [theirs[span[at]] for at in inner], [ours[other[at]] for at in outer]
            if len(lacking) == len(added):
                found += [Astray(mine.line, heading, mine) for heading, mine in zip(lacking, added, strict=True)]
                continue
            after = other.start + outer.start
            line = ours[min(after, len(ours) - 1)].line if ours else 1
            found += [Astray(line, heading, None) for heading in lacking]
            found += [Astray(mine.line, None, mine) for mine in added]
    return found


def _unlike(original: Sequence[Hashable], here: Sequence[Hashable]) -> Iterator[tuple[range, range]]:
    """Yield the stretches in which two sequences differ."""
    for tag, *ends in SequenceMatcher(None, original, here, autojunk=False).get_opcodes():
        if tag != "equal":
            yield range(ends[0], ends[1]), range(ends[2], ends[3])


def sections(body: str) -> list[Section]:
    """Return what stands before the first heading of a body and below each heading."""
    headings = find_headings(body)
    counts: list[dict[str, int]] = [dict.fromkeys(COUNTED.values(), 0) for _ in range(len(headings) + 1)]
    at = 0
    for block in blocks(body):
        while at < len(headings) and headings[at].line <= block.line:
            at += 1
        if block.sort in COUNTED:
            counts[at][COUNTED[block.sort]] += 1 if block.sort is Sort.ITEM else len(block.lines)
    starts = [(1, 1), *((heading.level, heading.line) for heading in headings)]
    return [Section(level, line, tuple(count.items())) for (level, line), count in zip(starts, counts, strict=True)]


def sections_apart(original: str, body: str) -> Iterator[Apart]:
    """Yield what is there more or less often below the same heading of two bodies with the same headings."""
    for theirs, ours in zip(sections(original), sections(body), strict=True):
        for (what, count), (_, here) in zip(theirs.counts, ours.counts, strict=True):
            if count != here:
                yield Apart(what, ours.line, count, here)


def pictures_astray(original: Text, text: Text) -> Iterator[tuple[Target, int, bool]]:
    """Yield the pictures that only one of two texts shows, a line in `text`, and whether it lacks them."""
    theirs, ours = (_targets(one, lambda link: link.image, _picture) for one in (original, text))
    yield from _astray(theirs, ours, _beside(original, text))


def links_astray(original: Text, text: Text) -> Iterator[tuple[Target, int, bool]]:
    """Yield the places that only one of two texts leads to, a line in `text`, and whether it lacks them.

    A website often has an address of its own for each language: as many others in the place of those that are
    missing are taken for the same.
    """
    theirs, ours = (_targets(one, lambda link: link.inside and not link.image, _page) for one in (original, text))
    yield from _astray(theirs, ours, _beside(original, text))
    theirs, ours = (_targets(one, _leads_out, _address) for one in (original, text))
    lacking = {key: target for key, target in theirs.items() if key not in ours}
    added = {key: target for key, target in ours.items() if key not in theirs}
    for key in [key for key in lacking if _site(key) in {_site(other) for other in added}]:
        same = next((other for other in added if _site(other) == _site(key)), None)
        if same is not None:
            del lacking[key], added[same]
    pair = (lacking, {}) if len(lacking) > len(added) else ({}, added)
    if len(lacking) != len(added):
        yield from _astray(*pair, _beside(original, text))


def _astray(
    theirs: Mapping[str, Target], ours: Mapping[str, Target], place: Callable[[int], int]
) -> Iterator[tuple[Target, int, bool]]:
    for key, target in theirs.items():
        if key not in ours:
            yield target, place(target.line), True
    for key, target in ours.items():
        if key not in theirs:
            yield target, target.line, False


def _beside(original: Text, text: Text) -> Callable[[int], int]:
    """Return what gives, for a line of the original's body, the line of the same part in the other body."""
    theirs, ours = ([1, *(heading.line for heading in find_headings(one.body))] for one in (original, text))

    def line_beside(line: int) -> int:
        return ours[bisect_right(theirs, line) - 1] if len(theirs) == len(ours) else 1

    return line_beside


def _targets(text: Text, wanted: Callable[[Link], bool], key_of: Callable[[Link, Text], str]) -> dict[str, Target]:
    found: dict[str, Target] = {}
    for link in links(text.body):
        if wanted(link) and (key := key_of(link, text)):
            found.setdefault(key, Target(link.target, " ".join((link.text or "").split()), link.line))
    return found


def _page(link: Link, text: Text) -> str:
    return IN_ITS_LANGUAGE.sub("", resolve(link.path, text.path) or link.path)


def _picture(link: Link, text: Text) -> str:
    return _page(link, text) if link.inside else link.target


def _leads_out(link: Link) -> bool:
    return not link.image and not link.inside and not link.target.startswith(("#", "?"))


def _address(link: Link, _text: Text) -> str:
    return link.target.rstrip("/").lower()


def _site(address: str) -> str:
    """Return what two addresses of one website share: the host, or the scheme where there is none."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    return ".".join(parts.netloc.removeprefix("www.").split(".")[-3:]) or parts.scheme
