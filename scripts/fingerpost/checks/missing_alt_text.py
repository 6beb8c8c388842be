"""A picture has no words that say what it shows.

Why it matters

People who can't see a picture, or whose phone does not load it, get the words in its place (WCAG 2.2,
1.1.1). Without them they are told nothing, or the name of a file.

Bad (body):

    ![](leaf.svg)

Good (body):

    ![One leaf on a bent stem](leaf.svg)

Bad (body):

    ![leaf.svg](leaf.svg)

Good (body):

    <img src="leaf.svg" alt="">

How to mend it

Write between the square brackets what you would say to somebody on the telephone: `![One leaf on a bent
stem](leaf.svg)`. Leave out "picture of". If a picture is only decoration and says nothing, say so with
empty words in HTML: `<img src="leaf.svg" alt="">`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fingerpost.checks.places import file_name, in_file, links, position, visible
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import shown
from fingerpost.library import Library, Resource, Text

ID = "FP402"
SEVERITY = Severity.ERROR
BY_REFERENCE = re.compile(r"!\[(?P<text>[^\[\]\n]{0,300})\]\[(?P<name>[^\[\]\n]{0,200})\]")
TAG = re.compile(r"<img\b(?P<inside>(?:\"[^\"]{0,2000}\"|'[^']{0,2000}'|[^\"'<>])*)", re.IGNORECASE)
WORDS = re.compile(
    r"\balt\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'<>]+))",
    re.IGNORECASE,
)
SOURCE = re.compile(r"\bsrc\s*=\s*[\"']?(?P<target>[^\s\"'<>]+)", re.IGNORECASE)
FILE = re.compile(r"[^\s/\\]+\.(?:png|jpe?g|gif|svg|webp|avif|bmp|tiff?|heic)", re.IGNORECASE)
FROM_A_CAMERA = re.compile(r"(?:IMG|DSC[NF]?|PXL|image|screenshot|photo)[-_ ]?\d+[-_\d]*", re.IGNORECASE)

IN_MARKDOWN = "Say between the square brackets what it shows: ![One leaf on a bent stem](leaf.svg)"
IN_HTML = 'Say what it shows: alt="One leaf on a bent stem", or alt="" if it is only decoration.'


@dataclass(frozen=True, slots=True)
class Image:
    """An image: its place in the body, its words (nothing where HTML has no `alt`), its target, advice."""

    place: tuple[int, int]
    words: str | None
    target: str
    advice: str


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield each image without words, or with a file's name in place of words."""
    for text in resource.texts:
        for image in _images(text):
            message = _amiss(image.words, image.target)
            if message:
                line, column = image.place
                yield Problem(ID, SEVERITY, text.path, in_file(text, line), column, message, image.advice)


def _images(text: Text) -> Iterator[Image]:
    body = visible(text.body)
    for link in links(text.body):
        if link.image and link.text is not None:
            yield Image((link.line, link.column), link.text, link.target, IN_MARKDOWN)
    for match in BY_REFERENCE.finditer(body):
        target = match["name"] or match["text"]
        yield Image(position(text.body, match.start()), match["text"], target, IN_MARKDOWN)
    for match in TAG.finditer(body):
        words, source = WORDS.search(match["inside"]), SOURCE.search(match["inside"])
        said = next((found for found in words.groups() if found is not None), "") if words else None
        # `alt=""` says on purpose that there is nothing to say.
        if said != "":
            target = source["target"] if source else ""
            yield Image(position(text.body, match.start()), said, target, IN_HTML)


def _amiss(words: str | None, target: str) -> str:
    name = file_name(target)
    if words is None or not re.search(r"\w", words):
        which = f" ({shown(name)})" if name else ""
        return f"This picture{which} has no words for people who can't see it."
    plain = words.strip()
    if FILE.fullmatch(plain) or FROM_A_CAMERA.fullmatch(plain) or plain.casefold() == name.casefold():
        return f"The words for this picture are only the name of a file: {shown(plain)}."
    return ""
