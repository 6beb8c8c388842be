"""Writing the ledger: a line added, changed or taken out, and everything else in the file left as it stands."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import yaml

from fingerpost.languages.phrases import say
from fingerpost.library.ledger import Withdrawal, read_ledger
from fingerpost.problems import FingerpostProblem

LEDGER = "docs/_withdrawn.yml"
FIRST_WORDS = """\
# What its makers took back, and when. Each line keeps something out of everything that is made from now on.
# Yr hyn y mae ei wneuthurwyr wedi'i dynnu'n ôl, a phryd. Mae pob llinell yn cadw rhywbeth allan o hyn ymlaen.
"""
ASIDE = re.compile(r"[ \t]*(?:#.*)?\Z")


def row_as_text(id: str, on: date, words: Mapping[str, str]) -> str:
    """Return one line of the ledger, as the content model writes it."""
    if not words:
        return f"- {{id: {id}, on: {on.isoformat()}}}\n"
    said = yaml.safe_dump(dict(words), default_flow_style=True, allow_unicode=True, sort_keys=False, width=100_000)
    return f"- {{id: {id}, on: {on.isoformat()}, words: {said.strip()}}}\n"


def write_row(root: Path, id: str, on: date, words: Mapping[str, str]) -> None:
    """Put a line for `id` into the ledger; one that is there is replaced.

    Raises FingerpostProblem, and changes nothing, where the ledger can't be read or is written in a way to which a
    line can't be added.
    """
    before, rows = _read(root)
    said = tuple(sorted(words.items()))
    if [(row.on, row.words) for row in rows if row.id == id] == [(on, said)]:
        return  # it says so already, perhaps with a remark beside it
    text = _without(before, rows, id) if any(row.id == id for row in rows) else before
    text = text if text.strip() else FIRST_WORDS
    text = re.sub(r"^\[[ \t]*\][ \t]*$", "", text, flags=re.MULTILINE)
    new = row_as_text(id, on, words)
    kept = {(row.id, row.on, row.words) for row in rows if row.id != id}
    _put(root, text + ("" if text.endswith("\n") else "\n") + new, {*kept, (id, on, said)}, new)


def take_row_out(root: Path, id: str) -> None:
    """Take the line for `id` out of the ledger. Raises FingerpostProblem as `write_row` does."""
    before, rows = _read(root)
    kept = {(row.id, row.on, row.words) for row in rows if row.id != id}
    _put(root, _without(before, rows, id), kept, f"(-) {id}")


def _read(root: Path) -> tuple[str, tuple[Withdrawal, ...]]:
    file = root / LEDGER
    rows, faults = read_ledger(file, LEDGER, [])
    if faults or file.is_symlink():
        line = faults[0].line if faults else 1
        raise FingerpostProblem(
            say("{path}:{line} can't be read, so nothing was withdrawn. Mend that line first.", path=LEDGER, line=line)
        )
    return file.read_bytes().decode("utf-8-sig") if file.is_file() else "", rows


def _without(text: str, rows: tuple[Withdrawal, ...], id: str) -> str:
    """Return the text without the lines of `id`; comments and empty lines after it belong to what follows."""
    lines = text.splitlines(keepends=True)
    starts = sorted(row.line for row in rows)
    for row in sorted((row for row in rows if row.id == id), key=lambda row: -row.line):
        end = next((start for start in starts if start > row.line), len(lines) + 1)
        while end - 1 > row.line and ASIDE.fullmatch(lines[end - 2].rstrip("\r\n")):
            end -= 1
        del lines[row.line - 1 : end - 1]
    return "".join(lines)


def _put(root: Path, text: str, wanted: set[tuple[str, date, tuple[tuple[str, str], ...]]], change: str) -> None:
    file = root / LEDGER
    file.parent.mkdir(parents=True, exist_ok=True)
    half = file.with_name(f".{file.name}.part")
    try:
        half.write_bytes(text.encode())
        rows, faults = read_ledger(half, LEDGER, [])
        if faults or {(row.id, row.on, row.words) for row in rows} != wanted:
            said = say(
                "{path} is written in a way that can't be changed here. Change it by hand: {line}",
                path=LEDGER,
                line=change.strip(),
            )
            raise FingerpostProblem(said)
        half.replace(file)
    finally:
        half.unlink(missing_ok=True)
