"""An Easy Read version has fewer pictures than ideas.

Why it matters

In Easy Read each idea has a picture beside it, which carries the meaning for people who read little or not at
all (Change, "How to make information accessible"; Disability Unit, "Accessible communication formats"; ISO/IEC
23859, plain and easy language). Without pictures it is only short text.

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

from collections.abc import Iterator
from dataclasses import dataclass

from fingerpost.checks.images import find_images
from fingerpost.checks.places import in_file
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.prose import Sort, blocks
from fingerpost.languages.phrases import say
from fingerpost.library import Library, Resource, Text

ID = "FP414"
SEVERITY = Severity.WARNING


@dataclass(frozen=True, slots=True)
class Section:
    """What stands between two headings: its first line of text, its pieces of text, its pictures."""

    line: int
    ideas: int
    pictures: int


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield each part of an Easy Read version with more paragraphs and lists than pictures."""
    for text in resource.easy.texts.values() if resource.easy else ():
        for section in _sections(text):
            if section.pictures < section.ideas:
                yield Problem(
                    ID,
                    SEVERITY,
                    text.path,
                    in_file(text, section.line),
                    1,
                    say(
                        "Paragraphs and lists in this part: {ideas}. Pictures: {pictures}.",
                        ideas=section.ideas,
                        pictures=section.pictures,
                    ),
                    say("In Easy Read each paragraph and each list has a picture of its own, placed before it."),
                )


def _sections(text: Text) -> Iterator[Section]:
    pictures = [image.line for image in find_images(text)]
    found = blocks(text.body)
    edges = [0, *(block.line for block in found if block.sort is Sort.HEADING), text.body.count("\n") + 2]
    for begin, end in zip(edges, edges[1:], strict=False):
        ideas = list(_ideas(text, begin, end))
        if ideas:
            yield Section(ideas[0], len(ideas), sum(begin <= line < end for line in pictures))


def _ideas(text: Text, begin: int, end: int) -> Iterator[int]:
    """Yield the line of each paragraph, quotation or list; what leads to a list with a colon is one with it."""
    inside = [block for block in blocks(text.body) if begin <= block.line < end and block.text]
    before, leads = None, False
    for block in inside:
        if block.sort is Sort.HEADING:
            continue
        goes_on = block.sort is Sort.ITEM and (before is Sort.ITEM or leads)
        if not goes_on:
            yield block.line
        before, leads = block.sort, block.text.endswith(":")
