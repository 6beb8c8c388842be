"""Words that have kinder or plainer ones: docs/_vocabulary/kinder-words.yml, which a collection may do without."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from fingerpost.library.decoding import decode_file
from fingerpost.library.faults import Fault
from fingerpost.library.front_matter import Place, read_yaml
from fingerpost.library.schema import Slug

PATH = "docs/_vocabulary/kinder-words.yml"
MOST_WORDS = 80
# What a message has room for.
Reason = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]
Words = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"\w", max_length=MOST_WORDS)]
Sort = Literal["jargon", "dehumanising"]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid")
    id: Slug
    sort: Sort
    words: dict[str, list[Words]]
    but_not: dict[str, list[Words]] = {}
    instead: dict[str, list[Words]] = {}
    why: dict[str, Reason] = {}


# Each entry is itself and equal to no other, so that what is made of them can be remembered.
@dataclass(frozen=True, slots=True, eq=False)
class KinderWord:
    """One entry: words to look for in each language, what could be said instead, why, and its line in the file.

    `but_not` holds longer words in which those words are well as they are: "the right to refuse treatment".
    """

    id: str
    sort: Sort
    words: Mapping[str, tuple[str, ...]]
    but_not: Mapping[str, tuple[str, ...]]
    instead: Mapping[str, tuple[str, ...]]
    why: Mapping[str, str]
    line: int


def read_kinder_words(file: Path, notices: list[Fault], path: str = PATH) -> tuple[tuple[KinderWord, ...], list[Fault]]:
    """Read the file, in its order; no file means no words. An entry that can't be read is a fault with its line.

    What is odd and does no harm is added to `notices`.
    """
    if file.parent.is_symlink() or not (file.is_file() or file.is_symlink()):
        return (), []  # a folder that leads elsewhere is said where the vocabularies are read
    if file.is_symlink():
        return (), [Fault("symlink", path)]
    decoded = decode_file(file, path)
    notices += decoded.notices
    if decoded.text is None:
        return (), [decoded.fault] if decoded.fault else []
    data, lines, fault = read_yaml(decoded.text, path)
    if fault:
        return (), [fault]
    if data and not isinstance(data, list):
        return (), [Fault("kinder-words-not-a-list", path)]
    return _entries(data or [], lines, path)


def _entries(data: list[Any], lines: Mapping[Place, int], path: str) -> tuple[tuple[KinderWord, ...], list[Fault]]:
    found: dict[str, KinderWord] = {}
    faults: list[Fault] = []
    for index, raw in enumerate(data):
        line = lines.get((index,), 1)
        try:
            entry = _Entry.model_validate(raw)
        except ValidationError as error:
            faults.append(_fault(error, index, lines, path))
            continue
        if entry.id in found:
            detail = {"key": entry.id, "why": "appears twice", "type": ""}
            faults.append(Fault("kinder-words-entry", path, line, detail=detail))
            continue
        found[entry.id] = KinderWord(
            entry.id,
            entry.sort,
            _fixed(entry.words),
            _fixed(entry.but_not),
            _fixed(entry.instead),
            dict(entry.why),
            line,
        )
    return tuple(found.values()), faults


def _fault(error: ValidationError, index: int, lines: Mapping[Place, int], path: str) -> Fault:
    first = error.errors()[0]
    place: Place = (index, *first["loc"])
    line = next((lines[place[:length]] for length in range(len(place), 0, -1) if place[:length] in lines), 1)
    where = ".".join(str(step) for step in first["loc"]) or "entry"
    return Fault("kinder-words-entry", path, line, detail={"key": where, "why": first["msg"], "type": first["type"]})


def _fixed(words: Mapping[str, list[str]]) -> Mapping[str, tuple[str, ...]]:
    return {language: tuple(several) for language, several in words.items()}
