"""A picture has no words that say what it shows.

Why it matters

People who can't see a picture, or whose phone does not load it, get the words in its place (WCAG 2.2,
1.1.1). Without them they are told nothing, or the name of a file. A screen reader already says that it is a
picture: "picture of" makes people hear it twice.

Bad (body):

    ![](leaf.svg)

Good (body):

    ![One leaf on a bent stem](leaf.svg)

Bad (body):

    ![leaf.svg](leaf.svg)

Good (body):

    <img src="leaf.svg" alt="">

Bad (body):

    ![Picture of one leaf on a bent stem](leaf.svg)

How to mend it

Write between the square brackets what you would say to somebody on the telephone: `![One leaf on a bent
stem](leaf.svg)`. Leave out "picture of" ("llun o"). If a picture is only decoration and says nothing, say so with
empty words in HTML: `<img src="leaf.svg" alt="">`.
"""

import re
from collections.abc import Iterator

from fingerpost.checks.images import Image, find_images
from fingerpost.checks.places import file_name, in_file
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import shown
from fingerpost.languages.phrases import Phrase, say
from fingerpost.library import Library, Resource

ID = "FP402"
SEVERITY = Severity.ERROR
FILE = re.compile(r"[^\s/\\]+\.(?:png|jpe?g|gif|svg|webp|avif|bmp|tiff?|heic)", re.IGNORECASE)
FROM_A_CAMERA = re.compile(r"(?:IMG|DSC[NF]?|PXL|image|screenshot|photo)[-_ ]?\d+[-_\d]*", re.IGNORECASE)
# English, then Welsh with its soft mutation (`y ddelwedd`).
SORTS = r"image|picture|photo|photograph|graphic|icon|logo|drawing|illustration"
WELSH_SORTS = r"d?delwedd|f?llun|ffoto|ffotograff|graffig|eicon|logo|darlun"
SORT_ALONE = re.compile(rf"(?:(?:an?|the|yr?)\s+)?(?:{SORTS}|{WELSH_SORTS})\s*\d*", re.IGNORECASE)
SORT_FIRST = re.compile(
    r"(?:an?\s+)?(?:image|picture|photo|photograph|graphic)\s+(?:of|showing)\b"
    r"|(?:delwedd|llun|ffoto|ffotograff|graffig)\s+(?:o|yn\s+dangos)\b",
    re.IGNORECASE,
)


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield each image without words, with a file's name in place of words, or with "picture of"."""
    for text in resource.texts:
        for image in find_images(text):
            place = text.path, in_file(text, image.line), image.column
            message = _amiss(image.words, image.target)
            if message:
                yield Problem(ID, SEVERITY, *place, message, _advice(image))
            elif image.words and (first := SORT_FIRST.match(image.words.strip())):
                yield Problem(
                    ID,
                    Severity.WARNING,
                    *place,
                    say("The words for this picture begin with {words}.", words=shown(first[0])),
                    say("Screen readers already say that it is a picture. Begin with what it shows."),
                )


def _amiss(words: str | None, target: str) -> Phrase | None:
    name = file_name(target)
    if words is None or not re.search(r"\w", words):
        if not name:
            return say("This picture has no words for people who can't see it.")
        return say("This picture ({file}) has no words for people who can't see it.", file=shown(name))
    plain = words.strip()
    if FILE.fullmatch(plain) or FROM_A_CAMERA.fullmatch(plain) or plain.casefold() == name.casefold():
        return say("The words for this picture are only the name of a file: {words}.", words=shown(plain))
    if SORT_ALONE.fullmatch(plain):
        return say("The words for this picture do not say what it shows: {words}.", words=shown(plain))
    return None


def _advice(image: Image) -> Phrase:
    if image.is_html:
        return say('Say what it shows: alt="One leaf on a bent stem", or alt="" if it is only decoration.')
    return say("Say between the square brackets what it shows: ![One leaf on a bent stem](leaf.svg)")
