"""What reading found amiss, as data: nothing is raised to the person who wrote the file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

# After so many entries of one list that can't be read, it is not the list that it should be.
MOST_FAULTS = 100

NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that reading could not accept.

    `code` names the sort of fault (for example ``unknown-key``); the checks turn it into words.
    `path` is relative to the collection's root, with forward slashes; `line` and `column` count from 1.
    """

    code: str
    path: str
    line: int = 1
    column: int = 1
    detail: Mapping[str, str] = field(default_factory=lambda: NOTHING)
