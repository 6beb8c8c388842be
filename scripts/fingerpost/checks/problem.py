"""One thing to mend, and how much it matters."""

from dataclasses import dataclass
from enum import StrEnum

from fingerpost.languages.phrases import Phrase


class Severity(StrEnum):
    """An error stops publishing; a warning does not; a notice is for information."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Problem:
    """What one check found in one place.

    `path` is relative to the collection's root, with forward slashes; `line` and `column` count from 1.
    `message` says what was found, `advice` what is allowed and what to do about it; both can be said in
    another language.
    """

    id: str
    severity: Severity
    path: str
    line: int
    column: int
    message: Phrase
    advice: Phrase
