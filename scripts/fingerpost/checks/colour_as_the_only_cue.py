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
knows English and Welsh, and looks only for things on a page or a screen: a red card or a green door may
be as red or green as they are.
"""

import re
from collections.abc import Iterator, Mapping

from fingerpost.checks.places import in_file, position
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.prose import plain
from fingerpost.checks.wording import shown
from fingerpost.languages.phrases import say
from fingerpost.library import Library, Resource

ID = "FP408"
SEVERITY = Severity.WARNING

COLOURS = "red|green|blue|yellow|orange|purple|pink|brown|gr[ae]y|black|white"
THINGS = (
    "button|link|text|words|heading|arrow|icon|tab|row|column|cell|field|dates?|buttons|links|headings|arrows|icons"
    "|tabs|rows|columns|cells|fields"
)
ENGLISH = rf"""
    \bthe\ (?:{COLOURS})\ (?:{THINGS})\b
    | \b(?:shown|marked|highlighted|coloured|colored|displayed|outlined)\ in\ (?:{COLOURS})\b
    | \b(?:words|fields|items|dates|names|answers|links|rows|columns|headings|text|parts|sections)
      \ (?:(?:that|which)\ )?(?:are\ |is\ )?(?:written\ |printed\ )?in\ (?:{COLOURS})\b
"""
# Welsh adjectives follow, and mutate softly after a feminine noun.
LLIWIAU = (
    "g?cochion|[cg]och|gwyrddion|g?wyrdd|g?werdd|gleision|g?las|melynion|[mf]elyn|[mf]elen|oren|[pb]orffor|[pb]inc"
    "|[bf]rown|l?lwyd|l?lwydion|d?du|g?wyn|g?wen"
)
PETHAU = (
    "botwm|ddolen|testun|geiriau|pennawd|saeth|eicon|tab|rhes|golofn|gell|maes|dyddiad|botymau|dolenni|penawdau|saethau"
    "|eiconau|tabiau|rhesi|colofnau|celloedd|meysydd|dyddiadau"
)
WELSH = rf"""
    (?:\by|\byr|['’]r)\ (?:{PETHAU})\ (?:{LLIWIAU})\b
    | \b(?:h?am?lygu|g?farcio|marcio|h?n?nodi|lliwio|dangos|ddangosir|dangosir|nodir|n?amlinellu)\ mewn\ (?:{LLIWIAU})\b
    | \b(?:geiriau|meysydd|eitemau|dyddiadau|enwau|atebion|dolenni|rhesi|colofnau|penawdau|testun|rhannau|adrannau)
      \ (?:sydd\ )?(?:wedi['’]u\ (?:hysgrifennu|hargraffu)\ )?mewn\ (?:{LLIWIAU})\b
"""
# What follows shows that there is another cue, or that it is not about a colour on the page.
OTHER_CUE = (
    r"(?!\s{0,3}(?:[\"'“‘(]|and\ white\b|and\ bold|bold\b|ink\b|pen\b|marked|labelled|called|named|that\ says"
    r"|which\ says|with\ the\ word|at\ the\ (?:top|bottom)|on\ the\ (?:left|right)"
    r"|a\ gwyn\b|ac\ mewn\ print|o['’][ri]\ enw|sy['’]n\ dweud|a['’]r\ gair|gyda['’]r\ gair|wedi['’]i\ f?[mf]arcio"
    r"|ar\ y\ (?:chwith|dde|gwaelod|brig)))"
)
POINTED_AT: Mapping[str, re.Pattern[str]] = {
    language: re.compile(rf"(?:{pattern}){OTHER_CUE}".replace("\\ ", r"\s{1,3}"), re.IGNORECASE | re.VERBOSE)
    for language, pattern in {"en": ENGLISH, "cy": WELSH}.items()
}


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield each place where a thing on the page is known by its colour alone."""
    for text in resource.texts:
        pattern = POINTED_AT.get(text.language.split("-")[0])
        if pattern is None:
            continue
        body = plain(text.body)
        for match in pattern.finditer(body):
            line, _ = position(body, match.start())
            yield Problem(
                ID,
                SEVERITY,
                text.path,
                in_file(text, line),
                1,
                say("Only its colour says what is meant: {words}.", words=shown(match[0])),
                say("Say also what is written there, what it is called or where it is, for those who see no colours."),
            )
