"""A picture seems to be one of words: a screenshot, a scan, a poster.

Why it matters

Words in a picture can't be read out, made larger without blurring, found by search, or translated (WCAG 2.2,
1.4.5). On a small screen they are too small for everybody.

Bad (body):

    ![How to water a plant in winter](screenshot-watering.svg)

Good (body):

    In winter, water once a month.

    ![One leaf on a bent stem](leaf.svg)

How to mend it

Write the words of the picture as text. Leave the picture out, or keep one that shows only what words can't say.
Perhaps the words are in the text already, and the picture only shows what the poster looks like. Then say so at
the top of the file: `checks: {ignore: {FP410: Its words are in the text.}}`. A picture with many words in it, such
as a chart, needs a sentence for its point, and its figures in a table.
"""

import re
from collections.abc import Iterator

from fingerpost.checks.images import Image, find_images
from fingerpost.checks.places import file_name, in_file
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import shown
from fingerpost.languages.phrases import Phrase, say
from fingerpost.library import Library, Resource

ID = "FP410"
SEVERITY = Severity.WARNING
# As much as two long sentences: more than that is no longer what a picture shows, but what it says.
MOST_LETTERS = 250
# English, then Welsh. A scan may also be one of a brain: only what begins so is one of paper.
NAME = re.compile(
    r"(?:^|[-_. ])(?:screen-?shots?|screen-?grabs?|screencaps?|posters?|flyers?|fliers?"
    r"|sgrin-?luniau|sgrin-?lun|[pb]oster[iau]*|t?d?aflen(?:ni)?)\d*(?:[-_. ]|$)"
    r"|^(?:scan|scanned|sgan)\d*(?:[-_. ]|$)",
    re.IGNORECASE,
)


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield each picture whose file name, or whose many words, say that it is one of text."""
    for text in resource.texts:
        for image in find_images(text):
            message = _amiss(image)
            if message:
                yield Problem(
                    ID,
                    SEVERITY,
                    text.path,
                    in_file(text, image.line),
                    image.column,
                    message,
                    say("Write its words as text, so that they can be read out, enlarged and translated."),
                )


def _amiss(image: Image) -> Phrase | None:
    name = file_name(image.target)
    if NAME.search(name[:100]):
        return say("By its name, {file} is a picture of words.", file=shown(name))
    if len(image.words or "") > MOST_LETTERS:
        return say(
            "This picture needs {count} letters to be described, so it seems to hold words.",
            count=len(image.words or ""),
        )
    return None
