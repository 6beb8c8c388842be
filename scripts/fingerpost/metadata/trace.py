"""What a file carries besides what it shows, as data."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

LONGEST_VALUE = 60
# What programs and copying leave after a file's end, and what hides nothing.
PADDING = b"\0\t\n\r "
MOST_OF_A_SORT = 5
# What programs say of themselves in every file they write leads to nobody.
PROGRAM = re.compile(
    r"(?:comment: )?(?:(?:created|made) with (?:the )?(?:gimp|inkscape|sketch|figma|krita|boxy svg|vectornator)\b"
    r"|generator: (?:adobe|sketch)|creator: gd-jpeg)(?:(?! by | for |@).)*",
    re.IGNORECASE,
)


class Sort(StrEnum):
    """What a trace can lead to: a person, a place, a device, or what stood there before."""

    LOCATION = "location"  # where a picture or film was made
    OWNER = "owner"  # a person: author, artist, owner of the camera, who saved it last, a face's name
    COMPANY = "company"
    DEVICE = "device"  # make, model, serial numbers, printers
    THUMBNAIL = "thumbnail"  # a small copy, which may show what was cut away or covered later
    COMMENT = "comment"  # words about the file, or a reader's remarks inside a document
    TRACKED_CHANGES = "tracked-changes"
    EDITOR_DATA = "editor-data"  # what an editing program keeps for itself
    HISTORY = "history"  # earlier versions, or the record of how the file was made
    HIDDEN = "hidden"  # what lies in the file and is not shown: a sheet, a slide, bytes after the end
    ATTACHMENT = "attachment"  # a file inside the file
    CUSTOM = "custom"  # properties that a program or a person made up
    UNREADABLE = "unreadable"  # the file could not be read: nothing can be said about it


BY_HAND = frozenset({Sort.TRACKED_CHANGES, Sort.ATTACHMENT, Sort.UNREADABLE})


class Unreadable(ValueError):
    """The bytes are not what the file's ending says, or are too large to be looked at safely."""


@dataclass(frozen=True, slots=True)
class Trace:
    """One thing that a file carries.

    `value` is at most 60 printable characters, so that a person knows what to look for; it never says
    where on Earth a place is, and of a serial number no more than its end. `by_hand` is true where only a
    person can take the thing out, in the program that made the file.
    """

    sort: Sort
    value: str = ""
    by_hand: bool = False

    @property
    def strippable(self) -> bool:
        """Whether `strip` takes it out."""
        return not self.by_hand and self.sort not in BY_HAND


def found(sort: Sort, value: object = "", *, by_hand: bool = False) -> Trace:
    """Return a trace whose value is fit to be shown: one line, printable, short."""
    text = value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
    if len(text) <= LONGEST_VALUE and text.isprintable() and "  " not in text and "\ufffd" not in text:
        return Trace(sort, text.strip(), by_hand)
    text = "".join(letter if letter.isprintable() and letter != "\ufffd" else " " for letter in text[:1000])
    text = " ".join(text.split())
    if len(text) > LONGEST_VALUE:
        text = text[: LONGEST_VALUE - 1].rstrip() + "…"
    return Trace(sort, text, by_hand)


def found_number(sort: Sort, value: object) -> Trace:
    """Return a trace that shows only the end of a number which is one device's alone."""
    text = found(sort, value).value
    return Trace(sort, f"…{text[-3:]}")


def ending(name: str) -> str:
    """Return a file name's ending in small letters, with its dot."""
    return "." + name.rpartition(".")[2].lower()


def few(traces: Iterable[Trace]) -> Iterator[Trace]:
    """Yield each trace once, no more than a handful of one sort, and not what programs say of themselves."""
    seen: dict[tuple[Sort, bool], set[str]] = {}
    for trace in traces:
        if trace.sort == Sort.COMMENT and PROGRAM.fullmatch(trace.value):
            continue
        values = seen.setdefault((trace.sort, trace.strippable), set())
        if trace.value not in values and len(values) < MOST_OF_A_SORT:
            values.add(trace.value)
            yield trace
