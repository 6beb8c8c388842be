"""Lines begin with an emoji, a dot or a dash that was typed to look like a list.

Why it matters

It only looks like a list. A screen reader does not say how many points there are, and people can't go from one to
the next. It reads "white heavy check mark" before each line (WCAG 2.2, 1.3.1). Without empty lines between them
the lines also run together into one paragraph.

Bad (body):

    ✅ water
    ✅ light
    ✅ time

Good (body):

    - water
    - light
    - time

Bad (body):

    • water
    • light

Good (body):

    ⚠️ Some plants are poisonous.

How to mend it

Put a hyphen and a space before each point, in place of the sign, and an empty line before the first. If the
sign means something, such as yes and no, say it in words.
"""

import re
from collections.abc import Iterator

from fingerpost.checks.places import in_file, visible
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import shown
from fingerpost.languages.phrases import say
from fingerpost.library import Library, Resource

ID = "FP407"
SEVERITY = Severity.WARNING
DOTS = "•‣⁃·∙●○◦■□▪▫➢➤►▸◆❖"
DASHES = "–—―‒"
# Arrows; signs and dingbats (ticks, stars, crosses); stars and squares; emoji; keycaps (1️⃣).
EMOJI = r"[\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff]|[0-9]\ufe0f?\u20e3"
MARK = re.compile(
    rf"[ ]{{0,3}}(?:> ?)?(?P<mark>[{DOTS}{DASHES}]|{EMOJI})\ufe0f?[ \t\u00a0]{{0,9}}(?=[^\s{DOTS}{DASHES}])"
)
ANY_MARK = re.compile(rf"^[ ]{{0,3}}(?:> ?)?(?:[{DOTS}{DASHES}]|{EMOJI})", re.MULTILINE)
ENOUGH = 2  # a dot alone is a point of a list; an emoji or a dash alone may be anything


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield the first line of each list that is typed with signs."""
    for text in resource.texts:
        if text.body.isascii() or not ANY_MARK.search(text.body):
            continue
        for line, mark in _typed_lists(visible(text.body).split("\n")):
            yield Problem(
                ID,
                SEVERITY,
                text.path,
                in_file(text, line),
                1,
                say("This looks like a list, but it is only lines that begin with {sign}.", sign=shown(mark)),
                say("Put a hyphen and a space before each point instead, and an empty line before the first."),
            )


def _typed_lists(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Yield the line, from 1, and the sign that each typed list begins with."""
    first, sign, points = 0, "", 0
    apart = False  # whether empty lines came since the last point
    for number, line in enumerate([*lines, "end"], start=1):
        if not line.strip(" >"):
            apart = True
            continue
        found = MARK.match(line)
        mark = found["mark"] if found else ""
        # Dashes with empty lines between them are speech, as Welsh and other novels print it.
        goes_on = mark and _group(mark) == _group(sign) and not (apart and mark in DASHES)
        if points and not goes_on:
            if points >= ENOUGH or sign in DOTS:
                yield first, sign
            points = 0
        if mark:
            first, sign = (first, sign) if points else (number, mark)
            points += 1
        apart = False


def _group(sign: str) -> str:
    return next((group for group in (DOTS, DASHES) if sign in group), EMOJI)
