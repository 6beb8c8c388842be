"""Something is pointed out by its colour alone.

Why it matters

People who do not see colours, who listen, or who hold a black-and-white print can't tell which one is meant
(WCAG 2.2, 1.4.1). About one man in twelve does not see red and green as others do.

Bad (body):

    Press the red button.

Good (body):

    Press the red button marked "Leave".

Bad (body):

    The words shown in green are explained at the end.

Good (body):

    The words in bold are explained at the end. Paint the pots green if you like.

How to mend it

Say besides the colour, or in place of it, what is written there, what it is called, or where it is. The check
knows English and Welsh. It looks only for things on a page or a screen: a red card or a green door is left alone.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fingerpost.checks.places import in_file, position
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.prose import plain
from fingerpost.checks.wording import shown
from fingerpost.languages.phrases import say
from fingerpost.library import Library, Resource

ID = "FP408"
SEVERITY = Severity.WARNING

COLOURS = "red|green|blue|yellow|orange|purple|pink|brown|gr[ae]y|black|white"
# Not cells and fields: they may be blood and grass.
THINGS = "buttons?|links?|text|words|headings?|arrows?|icons?|tabs?|rows?|columns?|dates?"
# Welsh adjectives follow, and mutate softly after a feminine noun.
LLIWIAU = (
    "g?cochion|[cg]och|gwyrddion|g?wyrdd|g?werdd|gleision|g?las|melynion|[mf]elyn|[mf]elen|oren|[pb]orffor|[pb]inc"
    "|[bf]rown|l?lwyd|l?lwydion|d?du|g?wyn|g?wen"
)
PETHAU = (
    "botwm|ddolen|testun|geiriau|pennawd|saeth|eicon|tab|rhes|golofn|dyddiad|botymau|dolenni|penawdau"
    "|saethau|eiconau|tabiau|rhesi|colofnau|dyddiadau"
)
# What follows shows that there is another cue, or that it is not about a colour on the page.
OTHER_CUE = (
    r"(?!\s{0,3}(?:[\"'“‘(]|and white\b|and bold|bold\b|ink\b|pen\b|marked|labelled|called|named|that says|which says"
    r"|with the word|at the (?:top|bottom)|on the (?:left|right)"
    r"|a gwyn\b|ac mewn print|o['’][ri] enw|sy['’]n dweud|a['’]r gair|gyda['’]r gair|wedi['’]i f?[mf]arcio"
    r"|ar y (?:chwith|dde|gwaelod|brig)))"
)


@dataclass(frozen=True, slots=True)
class Cues:
    """How a language points at things: `things` with a colour, and `in_colour` where `before` stands before it."""

    things: tuple[re.Pattern[str], ...]
    in_colour: re.Pattern[str]
    before: re.Pattern[str]


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words.replace(" ", r"\s{1,3}"))


# Each pattern begins with letters as they are, and looks behind only then: one pattern for all of it, in capitals
# and small letters, took 1 s for 1,000 resources, and this takes 0.1 s.
CUES: Mapping[str, Cues] = {
    "en": Cues(
        (_pattern(rf"he(?<=\b[Tt]he) (?i:{COLOURS}) (?i:{THINGS})\b{OTHER_CUE}"),),
        _pattern(rf"in(?<=\bin) (?i:{COLOURS})\b{OTHER_CUE}"),
        _pattern(
            r"\b(?:shown|marked|highlighted|coloured|colored|displayed|outlined|(?i:words|fields|items|dates|names"
            r"|answers|links|rows|columns|headings|text|parts|sections)(?: that| which)?(?: are| is)?"
            r"(?: written| printed)?) \Z"
        ),
    ),
    "cy": Cues(
        (
            _pattern(rf"y(?<=\b[Yy]) (?i:{PETHAU}) (?i:{LLIWIAU})\b{OTHER_CUE}"),
            _pattern(rf"r(?<=['’yY]r) (?i:{PETHAU}) (?i:{LLIWIAU})\b{OTHER_CUE}"),
        ),
        _pattern(rf"mewn(?<=\bmewn) (?i:{LLIWIAU})\b{OTHER_CUE}"),
        _pattern(
            r"\b(?:h?amlygu|farcio|marcio|n?h?nodi|lliwio|dd?angos(?:ir)?|nodir|h?amlinellu|(?i:geiriau|meysydd|eitemau"
            r"|dyddiadau|enwau|atebion|dolenni|rhesi|colofnau|penawdau|testun|rhannau|adrannau)(?: sydd)?"
            r"(?: wedi['’][ui] h?(?:ysgrifennu|argraffu))?) \Z"
        ),
    ),
}
LONGEST_BEFORE = 60


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield each place where a thing on the page is known by its colour alone."""
    for text in resource.texts:
        cues = CUES.get(text.language.split("-")[0])
        body = plain(text.body)
        for start, words in _pointed_at(body, cues) if cues else ():
            line, _ = position(body, start)
            yield Problem(
                ID,
                SEVERITY,
                text.path,
                in_file(text, line),
                1,
                say("Only its colour says what is meant: {words}.", words=shown(words)),
                say("Say also what is written there, what it is called or where it is, for those who see no colours."),
            )


def _pointed_at(body: str, cues: Cues) -> Iterator[tuple[int, str]]:
    """Yield the place and the words of each thing that is known by its colour."""
    for pattern in cues.things:
        for match in pattern.finditer(body):
            # The pattern begins inside the article: t|he, 'r as y|r.
            start = match.start() - (match[0][0] in "hr" and body[match.start() - 1] in "tTyY")
            yield start, body[start : match.end()].removeprefix("r ")
    for match in cues.in_colour.finditer(body):
        before = cues.before.search(body, max(0, match.start() - LONGEST_BEFORE), match.start())
        if before:
            yield before.start(), body[before.start() : match.end()]
