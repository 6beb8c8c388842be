"""An Easy Read version has fewer pictures than ideas.

Why it matters

In Easy Read each idea has a picture beside it. It carries the meaning for people who read little or not at all.
The Department of Health says so in "Making written information easier to understand for people with learning
disabilities" (2010). So does the organisation Change in "How to make information accessible". Without pictures it
is only short text.

Bad (file docs/guides/example/easy.en.md):

    ---
    title: Plants
    ---

    Plants need water.

Good (file docs/guides/example/easy.en.md):

    ---
    title: Plants
    ---

    ![A glass of water](leaf.svg)

    Plants need water.

How to mend it

Put one clear picture before each paragraph and before each list. Use the same picture for the same idea all
through, and try the pictures out with people who use Easy Read. Draw or photograph your own, or use a set
whose licence allows it.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from fingerpost.checks.images import find_images
from fingerpost.checks.places import in_file
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.prose import Block, Sort, blocks
from fingerpost.languages.phrases import say
from fingerpost.library import Library, Resource, Text

ID = "FP414"
SEVERITY = Severity.WARNING


@dataclass(frozen=True, slots=True)
class Section:
    """What stands between two headings: the line of each idea in words, and how many pictures there are."""

    ideas: list[int]
    pictures: int


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield each part of an Easy Read version with more paragraphs and lists than pictures."""
    for text in resource.easy.texts.values() if resource.easy else ():
        for section in _sections(text):
            if section.pictures < len(section.ideas):
                yield Problem(
                    ID,
                    SEVERITY,
                    text.path,
                    in_file(text, section.ideas[0]),
                    1,
                    say(
                        "Paragraphs and lists in this part: {ideas}. Pictures: {pictures}.",
                        ideas=len(section.ideas),
                        pictures=section.pictures,
                    ),
                    say("In Easy Read each paragraph and each list has a picture of its own, placed before it."),
                )


def _sections(text: Text) -> Iterator[Section]:
    pictures = sorted(image.line for image in find_images(text))
    ideas: list[int] = []
    begin = 0
    before, leads = Sort.HEADING, False
    for block in (*blocks(text.body), Block(Sort.HEADING, text.body.count("\n") + 2, ())):
        if block.sort is Sort.HEADING:
            yield Section(ideas, bisect_left(pictures, block.line) - bisect_left(pictures, begin))
            ideas, begin = [], block.line
        # A list is one idea, and so is it with the words before it that end in a colon.
        elif block.text and not (block.sort is Sort.ITEM and (before is Sort.ITEM or leads)):
            ideas.append(block.line)
        if block.text or block.sort is Sort.HEADING:
            before, leads = block.sort, block.text.endswith(":")
