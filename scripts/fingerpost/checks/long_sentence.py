"""A sentence is so long that people lose its beginning before they reach its end.

Why it matters

Somebody who is tired, in distress, new to the language or reading on a small screen holds fewer words in mind at
once. The style guide of GOV.UK asks for sentences of 25 words at most. Welsh takes about one word more for every
eight, because its particles are words of their own. So Welsh sentences may have 30.

Bad (body):

    If you are going away for a while you could ask somebody who lives nearby to come in and water the plants once
    a week, or twice a week in summer.

Good (body):

    Are you going away for a while? You could ask somebody nearby to come in and water the plants. Once a week is
    enough, or twice a week in summer.

How to mend it

Look for "and", "which" or a comma, put a full stop there, and begin again. If the sentence is a list of
things, write it as a list. Quotations are left alone: they are somebody else's words. Sentences in other
languages than English and Welsh are not counted.
"""

from collections.abc import Iterator, Mapping

from fingerpost.checks.places import in_file
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.prose import Block, Sort, prose, sentences
from fingerpost.checks.wording import shown
from fingerpost.languages import say
from fingerpost.library import Library, Resource, Text

ID = "FP601"
SEVERITY = Severity.WARNING
# Measured on our own collection (2026-11): 1,674 sentences in each language; 95 of 100 have 18 words or fewer in
# English, 21 in Welsh; the longest have 25 and 29.
MOST_WORDS: Mapping[str, int] = {"en": 25, "cy": 30}
BREAKS = ("  ", "\\")


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield each sentence of running text with more words than its language allows."""
    for text in resource.texts:
        most = MOST_WORDS.get(text.language)
        if most:
            yield from _long_ones(text, most)


def _long_ones(text: Text, most: int) -> Iterator[Problem]:
    for block in prose(text.body):
        if sum(map(len, map(str.split, block.lines))) <= most or block.sort is Sort.QUOTE or _is_verse(block):
            continue  # most blocks have fewer words than one sentence may have
        for sentence in sentences(block):
            if sentence.words > most:
                yield Problem(
                    ID,
                    SEVERITY,
                    text.path,
                    in_file(text, sentence.line),
                    1,
                    say("The sentence {words} has {count} words.", count=sentence.words, words=shown(sentence.text)),
                    say("Make two or more sentences of it, each of {most} words or fewer.", most=most),
                )


def _is_verse(block: Block) -> bool:
    """Whether the lines were broken by hand, as in a poem or an address."""
    return len(block.lines) > 1 and all(line.endswith(BREAKS) for line in block.lines[:-1])
