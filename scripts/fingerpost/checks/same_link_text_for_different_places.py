"""The same words are a link to one place here and to another place there.

Why it matters

People who go from link to link, or have all of them read out as a list, can't tell such links apart (WCAG
2.2, 2.4.4). Those who followed the first one think that they have seen the second.

Bad (body):

    Ask for [the form](https://example.org/a). If you are an organisation, ask for
    [the form](https://example.org/b).

Good (body):

    Ask for [the form for people](https://example.org/a). If you are an organisation, ask for
    [the form for organisations](https://example.org/b).

How to mend it

Say in the words of each link what is different about it. If both are to lead to the same place, compare the
two addresses: one may be out of date or have a slip in it.
"""

import re
from collections.abc import Iterator

from fingerpost.checks.link_text_says_nothing import says_nothing
from fingerpost.checks.link_texts import LinkText, link_texts
from fingerpost.checks.places import in_file
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import shown
from fingerpost.languages.phrases import say
from fingerpost.library import Library, Resource

ID = "FP404"
SEVERITY = Severity.WARNING
SCHEME = re.compile(r"https?://(?:www\.)?", re.IGNORECASE)


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield each link whose words lead somewhere else further up in the same text."""
    for text in resource.texts:
        first: dict[str, LinkText] = {}
        for link in link_texts(text.body):
            words = link.words.casefold()
            if not words or says_nothing(words):
                continue
            earlier = first.setdefault(words, link)
            if _place(earlier.target) != _place(link.target):
                yield Problem(
                    ID,
                    SEVERITY,
                    text.path,
                    in_file(text, link.line),
                    link.column,
                    say(
                        "{words} leads to another place here than it does on line {line}.",
                        words=shown(link.words),
                        line=in_file(text, earlier.line),
                    ),
                    say("Say in the words of each link what is different about it."),
                )


def _place(target: str) -> str:
    """Return what two targets are compared by: the page, or within one page the heading."""
    page, _, heading = target.partition("#")
    return SCHEME.sub("", page).removeprefix("./").rstrip("/") or f"#{heading}"
