"""A title or a summary is too long for a list, says the same as the other, or stops without an end.

Why it matters

In lists and search results a reader sees the title and the summary and nothing else, and chooses by them. A
summary that begins with the title says one thing twice. A long one is cut off, or not read.

Bad (front matter):

    title: Looking after the plants
    summary: Looking after the plants, week by week.

Good (front matter):

    title: Looking after the plants
    summary: How to keep plants well, week by week.

Bad (front matter):

    summary: How to keep plants well

Good (front matter):

    summary: How to keep plants well.

How to mend it

Say in one or two sentences, and in 200 characters at most, what a reader gets that the title does not say yet.
End the last sentence with a full stop. Keep a title under 100 characters. A translation has the same limits.
"""

import re
from collections.abc import Iterator

from fingerpost.checks.problem import Problem, Severity
from fingerpost.languages.phrases import Phrase, say
from fingerpost.library import Library, Resource, Text

ID = "FP117"
SEVERITY = Severity.WARNING
MOST_IN_SUMMARY = 200
MOST_IN_TITLE = 100
# A title of one or two short words may well begin a sentence of its own.
LEAST_REPEATED = 12
END = re.compile(r".*[.?!…][\"'”’)\]»]{0,3}", re.DOTALL)
NOT_WORDS = re.compile(r"[\W_]+")


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield what is amiss with the titles and summaries of a resource, of its parts and its answers."""
    for text in resource.texts:
        for key, message, advice in _amiss(text):
            yield Problem(ID, SEVERITY, text.path, text.line_of(key), 1, message, advice)


def _amiss(text: Text) -> Iterator[tuple[str, Phrase, Phrase]]:
    title, summary = text.title, text.summary
    if len(title) > MOST_IN_TITLE:
        yield (
            "title",
            say(
                "This title has {count} characters; more than {most} are too long for a list.",
                count=len(title),
                most=MOST_IN_TITLE,
            ),
            say("Say it in fewer words, and put the rest into the summary."),
        )
    if not summary:
        return
    if len(summary) > MOST_IN_SUMMARY:
        yield (
            "summary",
            say(
                "This summary has {count} characters; more than {most} are too long for a list.",
                count=len(summary),
                most=MOST_IN_SUMMARY,
            ),
            say("Say in one or two sentences what a reader gets from it."),
        )
    if len(title) >= LEAST_REPEATED and summary[:4].casefold() == title[:4].casefold() and _repeats(title, summary):
        yield (
            "summary",
            say("The summary begins with the title, and both stand one under the other in lists."),
            say("Begin it with what the title does not say yet."),
        )
    if not END.fullmatch(summary):
        yield (
            "summary",
            say("The summary does not end like a sentence."),
            say("End it with a full stop; if words are missing, add them."),
        )


def _repeats(title: str, summary: str) -> bool:
    plain, words = (NOT_WORDS.sub(" ", text).strip().casefold() for text in (title, summary))
    return words == plain or words.startswith(f"{plain} ")
