"""Sentences, lists, tables and pictures for the made-up collection: the same for the same seed, in any language."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from random import Random

from PIL import Image, ImageDraw

from tests.benchmarks.phrases import COLUMNS, DOING, HEADINGS, ITEMS, ROWS, SENTENCES, WHEN, WHERE, WHO, Both


@dataclass(frozen=True, slots=True)
class Shape:
    """How long a text is: sentences before the first heading, sections, and sentences and list items in each.

    `table` says that the text's first section has a table.
    """

    opening: int
    sections: int = 0
    sentences: int = 0
    items: int = 0
    table: bool = False


# Made so that words, headings and list items per file come out like the starter content's (README.md has the table).
SHAPES: Mapping[str, Shape] = {
    "guides": Shape(4, 6, 3, 5),
    "guides with a table": Shape(4, 6, 3, 5, table=True),
    "toolkits": Shape(4, 4, 1, 2),
    "archive": Shape(2, 2, 4),
    "questions": Shape(5),
    "directory": Shape(4, 1, 2),
    "pages": Shape(3, 4, 3, 2),
    "activity": Shape(3, 4, 2, 3),
    "checklist": Shape(1, 6, 1, 2),
    "handout": Shape(3, 5, 1, 3),
    "notes": Shape(2, 5, 1, 3),
    "poster": Shape(1, 9, 1),
    "answer": Shape(2, 3, 1, 4),
}
DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 80" width="120" height="80">
  <title>A path between two hills</title>
  <path d="M0 80 L40 30 L80 80 Z" fill="#2f6f4f"/>
  <path d="M50 80 L{top} 20 L120 80 Z" fill="#24563d"/>
  <rect x="56" y="24" width="4" height="56" fill="#5a3d1e"/>
</svg>
"""


class Writer:
    """Chooses words by a seed, and gives them back in one language.

    Two writers of the same seed choose the same things in every language, so that a translation says what its
    original says.
    """

    def __init__(self, seed: str, language: str) -> None:
        self.random = Random(seed)
        self.language = language

    def fill(self, words: Both, **more: object) -> str:
        """Return words with their gaps filled."""
        choose, language = self.random.choice, self.language
        gaps = {
            name: choose(of)[language] for name, of in (("do", DOING), ("where", WHERE), ("when", WHEN), ("who", WHO))
        }
        return words[language].format(**gaps, then=choose(DOING)[language], **more)

    def lines(self, of: Sequence[Both], count: int) -> list[str]:
        """Return so many lines of one sort, no two neighbours alike in form."""
        start = self.random.randrange(len(of))
        step = self.random.choice([step for step in (1, 2, 3, 5) if len(of) % step or step == 1])
        return [self.fill(of[(start + step * index) % len(of)]) for index in range(count)]

    def body(self, shape: Shape, links: Sequence[str]) -> str:
        """Return a body of this shape; the links are spread over its sections."""
        blocks = [" ".join(self.lines(SENTENCES, shape.opening))]
        first = self.random.randrange(len(HEADINGS))
        for section in range(shape.sections):
            blocks.append(f"## {HEADINGS[(first + section) % len(HEADINGS)][self.language]}")
            blocks.append(" ".join([*self.lines(SENTENCES, shape.sentences), *links[section :: shape.sections]]))
            if shape.table and section == 0:
                blocks.append(
                    "\n".join(f"| {row} |" for row in (COLUMNS[self.language], "---|---|---", *self.lines(ROWS, 3)))
                )
            if shape.items:
                items = enumerate(self.lines(ITEMS, shape.items), start=1)
                numbered = section % 3 == 2
                blocks.append("\n".join(f"{f'{number}.' if numbered else '-'} {line}" for number, line in items))
        if not shape.sections:
            blocks += links
        return "\n\n".join(blocks) + "\n"


@cache
def picture(number: int) -> tuple[str, bytes]:
    """Return one of six small pictures: the ending of its name, and its bytes."""
    if number % 3 == 0:
        return "svg", DRAWING.format(top=80 + number % 6).encode()
    drawn = Image.new("RGB", (1200, 800), (214, 230, 240))
    pen = ImageDraw.Draw(drawn)
    pen.polygon([(0, 400), (200, 150 + 10 * number), (400, 400)], fill=(47, 111, 79))
    pen.polygon([(250, 400), (450, 100), (600, 400)], fill=(36, 86, 61))
    pen.rectangle((290, 120, 306, 400), fill=(90, 61, 30))
    held = io.BytesIO()
    ending, form = ("png", "PNG") if number % 3 == 1 else ("jpg", "JPEG")
    drawn.save(held, form)
    return ending, held.getvalue()
