"""A picture has too few pixels to print well: fewer than 150 to an inch at the width it is printed in.

Why it matters

Toolkits are printed. A small picture that fills the width of the page becomes a blur: faces, maps and words in it
can't be made out. Office printers need about 150 pixels to an inch.

Bad (size docs/guides/watering/can.png):

    600 pixels

Good (size docs/guides/watering/can.png):

    1200 pixels

How to mend it

Use the picture as it came from the camera, made no smaller than 1000 pixels wide. Making a small one larger
does not help. If there is no larger one, show it smaller, at less than two thirds of its pixels:
`![One leaf](leaf.png){ width=380 }` for a picture of 600 pixels. A drawing is best kept as SVG, which is sharp at
any size. Pictures printed narrower than 5 cm are left alone.
"""

import re
import warnings
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from fingerpost.checks.places import in_file, links
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import shown
from fingerpost.languages.phrases import say
from fingerpost.library import Library, Resource, Text
from fingerpost.library.links import Link, resolve

ID = "FP703"
SEVERITY = Severity.WARNING
PICTURES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp")
LEAST = 150  # pixels to an inch
# CSS: an inch is 96 of its pixels. A4 between its margins is 170 mm wide, and pictures are never printed wider.
INCH = 96
WIDEST = 170 / 25.4
SMALL = 50 / 25.4
WIDTH = re.compile(r"\bwidth\s*[=:]\s*[\"']?(?P<number>\d{1,5})(?P<unit>%|px)?(?![\w.])", re.IGNORECASE)
LIST = re.compile(r"\{:?[^{}\n]{0,300}\}")


def check(resource: Resource, library: Library) -> Iterator[Problem]:
    """Yield each picture that is shown wider than its pixels allow, once, where it is first shown."""
    if not any(path.lower().endswith(PICTURES) for path in resource.files):
        return
    pixels = {path: pixels_across(library.root / path) for path in resource.files if path.lower().endswith(PICTURES)}
    seen: set[str] = set()
    for text in resource.texts:
        folder = text.path.rsplit("/", 1)[0]
        for link in links(text.body):
            path = _path_of(link, folder, text) if link.image and link.inside else ""
            if path not in pixels or path in seen:
                continue
            width = _inches(text, link, pixels[path])
            if width >= SMALL and pixels[path] < LEAST * width:
                seen.add(path)
                yield _problem(text, link, pixels[path], width)


def _path_of(link: Link, folder: str, text: Text) -> str:
    name = unquote(link.path)
    return (resolve(name, text.path) or "") if "/" in name else f"{folder}/{name}"


def pixels_across(file: Path) -> int:
    """Return a picture's width in pixels, read off its first bytes; 0 if it can't be read."""
    from PIL import Image  # 0.05 s that only collections with pictures have to wait for

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a picture of enormous size is not coarse
            with Image.open(file) as picture:
                return picture.width
    except Exception:  # Pillow's readers raise many sorts of errors; FP508 says what is amiss
        return 0


def _inches(text: Text, link: Link, pixels: int) -> float:
    """Return the width that a picture is printed in: as it is asked for, else as wide as it is, up to the page."""
    asked = WIDTH.search(_said_of(text.body, link))
    if asked and asked["unit"] == "%":
        return min(int(asked["number"]) / 100, 1) * WIDEST
    return min((int(asked["number"]) if asked else pixels) / INCH, WIDEST)


def _said_of(body: str, link: Link) -> str:
    """Return the attributes of a picture: in curly brackets after it, or around its address in HTML."""
    if link.after is not None:
        found = LIST.match(body, link.after)
        return found[0] if found else ""
    start = max(body.rfind("<", 0, link.start), link.start - 500)
    end = body.find(">", link.end, link.end + 500)
    return body[start : end if end >= 0 else link.end]


def _problem(text: Text, link: Link, pixels: int, width: float) -> Problem:
    message = say(
        "{file} is {pixels} pixels wide and printed {width} cm wide, which looks blurred on paper.",
        file=shown(link.path),
        pixels=pixels,
        width=round(width * 2.54),
    )
    advice = say(
        "Use one at least {pixels} pixels wide, or show it smaller: {example}",
        pixels=round(LEAST * width),
        example=f"![…](…){{ width={pixels * INCH // LEAST} }}",
    )
    return Problem(ID, SEVERITY, text.path, in_file(text, link.line), link.column, message, advice)
