"""The words of a link do not say where it leads.

Why it matters

People who listen to a page often go from link to link. They hear only the words of each: "here", "here", "read
more" (WCAG 2.2, 2.4.4 and 2.4.9). On paper nobody can click. A long address is read out letter by letter.

Bad (body):

    To find out how to water them, [click here](../../toolkits/example/index.en.md).

Good (body):

    Find out [how to water them](../../toolkits/example/index.en.md).

Bad (body):

    <https://example.org/gardens/plants/looking-after/watering>

Good (body):

    The network of gardens writes about [watering](https://example.org/gardens/plants/looking-after/watering).

How to mend it

Make the words of the link the name of what it leads to, so that they can be understood by themselves. Often
it is enough to move the brackets to other words of the same sentence. A short address that people are to
remember, such as `example.org`, may stand as it is. The check knows English and Welsh.
"""

import re
from collections.abc import Iterator

from fingerpost.checks.link_texts import LinkText, link_texts
from fingerpost.checks.places import in_file
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import shown
from fingerpost.languages.phrases import say
from fingerpost.library import Library, Resource, Text

ID = "FP403"
SEVERITY = Severity.ERROR
LONGEST_ADDRESS = 40
ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
EDGES = " \t.,:;!?…›»→>()[]'\"“”‘’-–—"
# Whole texts of links that would fit any link, by language; a link in one language can be in a text of another.
EMPTY_WORDS = {
    "en": """
        click here|click|here|click this|click this link|click on this link|click the link|follow this link|link
        |this link|the link|this|that|this page|this website|this site|this document|this article|page|website
        |web page|site|document|read more|read this|more|learn more|find out more|see more|more info
        |more information|info|details|more details|see here|read here|download|download here|go|go here|continue
        |open|view|more here|read more here|find out more here|learn more here|continue reading|keep reading
        |this video|this form|this post""",
    "cy": """
        cliciwch yma|cliciwch|cliciwch fan hyn|yma|fan hyn|hwn|hon|hyn|dolen|y ddolen|y ddolen hon|y ddolen yma
        |dilynwch y ddolen|dilynwch y ddolen hon|cliciwch ar y ddolen|cliciwch ar y ddolen hon|tudalen|y dudalen
        |y dudalen hon|gwefan|y wefan|y wefan hon|dogfen|y ddogfen|y ddogfen hon|darllenwch fwy|darllen mwy
        |darllenwch ragor|darllen rhagor|darllenwch hwn|mwy|rhagor|dysgwch fwy|dysgu mwy|gweld mwy|gweld rhagor
        |mwy o wybodaeth|rhagor o wybodaeth|gwybodaeth bellach|manylion|mwy o fanylion|rhagor o fanylion|gweler yma
        |darllenwch yma|lawrlwytho|lawrlwythwch|lawrlwythwch yma|ewch yma|parhau|agor|gweld
        |fan yma|y fan hon|gwelwch yma|clicio yma|rhagor yma|mwy yma|darllenwch fwy yma|darllenwch ragor yma
        |dysgwch ragor|dysgu rhagor|darganfod mwy|darganfod rhagor|parhau i ddarllen|y fideo hwn|y ffurflen hon""",
}
SAYING_NOTHING = frozenset(words.strip() for table in EMPTY_WORDS.values() for words in table.split("|"))


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield each link without words, with words that would fit any link, or with a long address for words."""
    for text in resource.texts:
        for link in link_texts(text.body):
            problem = None if link.pictured else _amiss(link, text)
            if problem:
                yield problem


def says_nothing(words: str) -> bool:
    """Whether the words of a link would fit any link."""
    return words.strip(EDGES).casefold() in SAYING_NOTHING


def _amiss(link: LinkText, text: Text) -> Problem | None:
    place = text.path, in_file(text, link.line), link.column
    if ADDRESS.fullmatch(link.words):
        if len(link.words) <= LONGEST_ADDRESS:
            return None
        return Problem(
            ID,
            Severity.WARNING,
            *place,
            say("{address} is a long address to listen to.", address=shown(link.words)),
            say("Give it words that say where it leads: [the name of the page](address). On paper both are shown."),
        )
    if not re.search(r"\w", link.words):
        message = say("This link has no words.")
    elif says_nothing(link.words):
        message = say("{words} does not say where this link leads.", words=shown(link.words))
    else:
        return None
    advice = say("Use words that are understood by themselves, such as the title of what it leads to.")
    return Problem(ID, SEVERITY, *place, message, advice)
