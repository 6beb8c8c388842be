"""The withdrawal ledger, docs/_withdrawn.yml: what its makers took back, and when."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from fingerpost.library.decoding import decode_file
from fingerpost.library.faults import MOST_FAULTS, Fault
from fingerpost.library.front_matter import read_yaml
from fingerpost.library.values import Day


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid")
    id: str
    on: Day
    words: dict[str, str] = {}


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """One line of the ledger: an id, the day, the makers' words per language, and its line in the file."""

    id: str
    on: date
    words: tuple[tuple[str, str], ...]
    line: int


def read_ledger(file: Path, path: str, notices: list[Fault]) -> tuple[tuple[Withdrawal, ...], list[Fault]]:
    """Read the ledger; no file means nothing was withdrawn. A line that cannot be read is a fault.

    What is odd and does no harm is added to `notices`.
    """
    if file.is_symlink() or not file.exists():
        return (), []  # a symlink is a fault of its own, found where the folder is read
    decoded = decode_file(file, path)
    notices += decoded.notices
    if decoded.text is None:
        return (), [decoded.fault] if decoded.fault else []
    return read_ledger_text(decoded.text, path)


def read_ledger_text(text: str, path: str) -> tuple[tuple[Withdrawal, ...], list[Fault]]:
    """Read the words of a ledger; `path` is what faults are said to be in."""
    data, lines, fault = read_yaml(text, path)
    if fault:
        return (), [fault]
    if not data:
        return (), []
    if not isinstance(data, list):
        return (), [Fault("ledger-not-a-list", path)]
    rows: list[Withdrawal] = []
    faults: list[Fault] = []
    for index, raw in enumerate(data):
        if len(faults) >= MOST_FAULTS:
            break
        line = lines.get((index,), 1)
        try:
            row = _Row.model_validate(raw)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(step) for step in first["loc"]) or "entry"
            detail = {"key": where, "why": first["msg"], "type": first["type"]}
            faults.append(Fault("ledger-entry", path, line, detail=detail))
            continue
        rows.append(Withdrawal(row.id, row.on, tuple(sorted(row.words.items())), line))
    return tuple(rows), faults
