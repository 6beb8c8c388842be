"""What happened to an original since a translation was made from it: asked of the Git history, told to readers.

Nothing of an old version leaves this module but a day and a number, so that history never brings back words that
were taken out: what is named are headings that stand in the collection today.
"""

import re
import time
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from difflib import SequenceMatcher
from typing import NamedTuple

from fingerpost.checks.headings import find_headings, without_markup
from fingerpost.intake.history import Words, fate_of
from fingerpost.library import Library, Piece, Resource, Text
from fingerpost.stage.view import Section, Since

LONGEST = 10.0  # seconds for the whole collection: a page that says less is better than a build that waits
SAME = 0.5  # how alike two sections are, from 0 to 1, for one to be the other under a new heading
EMPHASIS = re.compile(r"[*`]+|\\(?=[^\w\s])")


class Passage(NamedTuple):
    """A section of a text: its heading's level (0: what stands before the first), its heading, what stands below it."""

    level: int
    heading: str
    words: tuple[str, ...]


def since_translated(library: Library, longest: float = LONGEST) -> Mapping[str, Since]:
    """Return what can be said of each stale translation, by its path.

    A translation is left out where Git knows nothing certain: there is no history here, it is cut off, what the
    translation was made from was never committed, or asking took longer than `longest` seconds in all.
    """
    until = time.monotonic() + longest
    found = {}
    for piece, text in _stale(library):
        left = until - time.monotonic()
        since = _since(library, piece, text, left) if left > 0 else None
        if since:
            found[text.path] = since
    return found


def passages_of(body: str) -> list[Passage]:
    """Return a body in sections; the first is what stands before any heading, and may be empty."""
    lines = body.split("\n")
    headings = find_headings(body)
    ends = [heading.line for heading in headings]  # a heading's line counts from one: its words begin after it
    starts = [0, *ends]
    stops = [*(line - 1 for line in ends), len(lines)]
    about = [(0, ""), *((heading.level, _shown(heading.text)) for heading in headings)]
    return [
        Passage(level, heading, _words("\n".join(lines[start:stop])))
        for (level, heading), start, stop in zip(about, starts, stops, strict=True)
    ]


def compare(before: Words, now: Words, text: Text, language: str, day: date | None) -> Since:
    """Return what changed from one version of an original to another, in headings of the translation `text`.

    Its headings are used only where it has the sections that the older version has; otherwise those of today's
    original, which is in `language`.
    """
    old, new, own = (passages_of(body) for body in (before.body, now.body, text.body))
    ours = own if [part.level for part in own] == [part.level for part in old] else None
    changed, added, gone = [], [], 0
    for was, became in _pairs(old, new):
        if became is None:
            gone += 1
        elif was is None:
            added.append(Section(new[became].heading, language))
        elif became and old[was] != new[became]:
            changed.append(
                Section(ours[was].heading, text.language) if ours else Section(new[became].heading, language)
            )
    return Since(
        day=day,
        named=(_words(before.title), _words(before.summary)) != (_words(now.title), _words(now.summary)),
        beginning=old[0].words != new[0].words,
        changed=tuple(section for section in changed if section.title),
        added=tuple(section for section in added if section.title),
        gone=gone,
    )


def _stale(library: Library) -> Iterator[tuple[Piece, Text]]:
    for resource in library.resources.values():
        for piece in _pieces(resource):
            for language, text in piece.texts.items():
                if not resource.withdrawn and piece.is_stale(language):
                    yield piece, text


def _pieces(resource: Resource) -> Iterator[Piece]:
    yield from resource.pieces
    for answer in resource.answers:
        yield from answer.pieces


def _since(library: Library, piece: Piece, text: Text, longest: float) -> Since | None:
    source, block = piece.source, text.translation
    fate = fate_of(library.root, source.path, block.source, source.fingerprint, longest) if block else None
    if not block or not fate:
        return None
    # A day that contradicts what the translation says of itself, or that is yet to come, is not said.
    sure = fate.day and (block.made or fate.day) <= fate.day <= library.today
    now = Words(source.title, source.summary, source.body)
    return compare(fate.words, now, text, source.language, fate.day if sure else None)


def _pairs(old: Sequence[Passage], new: Sequence[Passage]) -> Iterator[tuple[int | None, int | None]]:
    """Yield which section became which, in the order of the new text; nothing stands for none."""
    before, now = ([(part.level, part.heading) for part in parts] for parts in (old, new))
    blocks = SequenceMatcher(None, before, now, autojunk=False).get_matching_blocks()
    known = {block.b + step: block.a + step for block in blocks for step in range(block.size)}
    left = [place for place in range(len(old)) if place not in known.values()]
    for place in (place for place in range(len(new)) if place not in known):
        again = next((one for one in left if _is_same(old[one], new[place])), None)
        if again is not None:
            known[place] = again
            left.remove(again)
    yield from ((known.get(place), place) for place in range(len(new)))
    yield from ((place, None) for place in left)


def _is_same(one: Passage, other: Passage) -> bool:
    """Whether a section was moved, or only got another heading."""
    if one.heading == other.heading:
        return True
    alike = SequenceMatcher(None, one.words, other.words, autojunk=False)
    return alike.real_quick_ratio() > SAME and alike.quick_ratio() > SAME and alike.ratio() > SAME


def _words(text: str) -> tuple[str, ...]:
    return tuple(unicodedata.normalize("NFC", text).split())


def _shown(heading: str) -> str:
    """Return a heading as its reader sees it."""
    return " ".join(EMPHASIS.sub("", without_markup(heading)).split())
