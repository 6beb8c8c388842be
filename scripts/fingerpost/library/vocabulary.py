"""Vocabularies: short lists of terms with a label in every language (docs/_vocabulary/*.yml)."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from fingerpost.library.decoding import decode_file
from fingerpost.library.faults import MOST_FAULTS, Fault
from fingerpost.library.front_matter import read_yaml
from fingerpost.library.schema import Slug

# Which front matter key takes its terms from which vocabulary.
FIELDS: Mapping[str, str] = {
    "topics": "topics",
    "stages": "stages",
    "audiences": "audiences",
    "content_notes": "content-notes",
    "offers": "offers",
    "where": "regions",
    "needs": "materials",
}
REQUIRED = ("topics", "stages", "audiences", "content-notes", "regions", "offers", "materials", "ways")


class Shows(BaseModel):
    """Which resources a way on the home page leads to; what is empty does not narrow."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    topics: list[Slug] = []
    stages: list[Slug] = []
    kinds: list[Slug] = []
    printable: bool = False


class Term(BaseModel):
    """One term: an id, a label and perhaps a description per language, other words people use.

    `exit`, which only topics have, gives everything with this topic the way to leave at once.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    id: Slug
    label: dict[str, str]
    description: dict[str, str] = {}
    also: dict[str, list[str]] = {}
    shows: Shows | None = None
    exit: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A vocabulary as read: its terms in the order of the file, and the line of each."""

    name: str
    path: str
    terms: Mapping[str, Term]
    lines: Mapping[str, int]

    def label(self, term: str, language: str) -> str:
        """Return the label in this language, or any label there is, or the id."""
        return self._words(term, language, "label") or term

    def description(self, term: str, language: str) -> str:
        """Return the description in this language, or an empty string."""
        found = self.terms.get(term)
        return found.description.get(language, "") if found else ""

    def _words(self, term: str, language: str, field: str) -> str:
        found = self.terms.get(term)
        if not found:
            return ""
        words: dict[str, str] = getattr(found, field)
        return words.get(language) or next(iter(words.values()), "")


def read_vocabulary(file: Path, path: str, notices: list[Fault]) -> tuple[Vocabulary, list[Fault]]:
    """Read one vocabulary file; what cannot be read is left out and comes back as faults.

    What is odd and does no harm is added to `notices`.
    """
    name = file.stem
    nothing = Vocabulary(name, path, {}, {})
    decoded = decode_file(file, path)
    notices += decoded.notices
    if decoded.text is None:
        return nothing, [decoded.fault] if decoded.fault else []
    data, lines, fault = read_yaml(decoded.text, path)
    if fault:
        return nothing, [fault]
    if not isinstance(data, list):
        return nothing, [Fault("vocabulary-not-a-list", path)]
    terms: dict[str, Term] = {}
    places: dict[str, int] = {}
    faults: list[Fault] = []
    for index, raw in enumerate(data):
        if len(faults) >= MOST_FAULTS:
            break
        line = lines.get((index,), 1)
        try:
            term = Term.model_validate(raw)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(step) for step in first["loc"]) or "entry"
            detail = {"key": where, "why": first["msg"], "type": first["type"]}
            faults.append(Fault("vocabulary-entry", path, line, detail=detail))
            continue
        if term.id in terms:
            faults.append(Fault("vocabulary-entry", path, line, detail={"key": term.id, "why": "appears twice"}))
        terms[term.id] = term
        places[term.id] = line
    return Vocabulary(name, path, terms, places), faults
