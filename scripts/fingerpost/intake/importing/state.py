"""What is known while a document is written: where one is, notes, pictures, headings, and what was left."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from fingerpost.intake.importing.document import Left, Prepared, near
from fingerpost.intake.importing.pictures import Pictures
from fingerpost.languages.phrases import Phrase

Blocks = list[dict[str, Any]]


@dataclass(slots=True)
class State:
    """The state of one document's writing.

    `ids` leads from the converter's id of a heading to its number among those that are written, `numbers` from its
    place among all headings of the document.
    """

    prepared: Prepared
    pictures: Pictures
    write_blocks: Callable[[Blocks, "State"], str]
    ids: dict[str, int] = field(default_factory=dict)
    numbers: dict[int, int] = field(default_factory=dict)
    heading: str = ""
    level: int = 1
    left: list[Left] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    in_heading: bool = False
    in_cell: bool = False
    in_link: bool = False

    @property
    def on_one_line(self) -> bool:
        """Whether no line may break here."""
        return self.in_heading or self.in_cell or self.in_link

    def leave(self, what: Phrase, words: str) -> None:
        """Say that something was left, near these words."""
        self.left.append(Left(what, near(self.heading, words)))

    def heading_of(self, target: str) -> int | None:
        """Return the number of the heading that a link within the document means, or nothing."""
        if target in self.ids:
            return self.ids[target]
        place = self.prepared.anchors.get(target)
        return self.numbers.get(place) if place is not None else None

    def note(self, blocks: Blocks) -> str:
        """Keep a footnote for the end, and return its sign."""
        kept = (self.marks, self.in_heading, self.in_cell, self.in_link)
        self.notes.append("")
        number = len(self.notes)
        self.marks, self.in_heading, self.in_cell, self.in_link = [], False, False, False
        while len(blocks) == 1 and blocks[0]["t"] == "BlockQuote":
            blocks = blocks[0]["c"]  # so the converter hands over notes of OpenDocument
        self.notes[number - 1] = self.write_blocks(blocks, self)
        self.marks, self.in_heading, self.in_cell, self.in_link = kept
        return f"[^{number}]"
