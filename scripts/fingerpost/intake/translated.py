"""Stamp a translation: it was made, or checked, from the original as it stands now."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from fingerpost.library import Library, Piece
from fingerpost.library.front_matter import read_front_matter
from fingerpost.problems import FingerpostProblem, Misuse

BLOCK = re.compile(r"^translation:.*?(?=^\S|\Z)", re.DOTALL | re.MULTILINE)
STAMP = re.compile(
    r"(?P<before>\bsource:\s*)(?P<quote>[\"']?)(?P<mark>[0-9a-f]{8})(?P=quote)(?P<rest>[^\r\n]*(?:\r?\n)?)"
)
MADE = re.compile(r"(?P<before>\bmade:\s*)[\"']?[0-9]{4}-[0-9]{2}-[0-9]{2}[\"']?")
STATUS = re.compile(r"(?P<before>\bstatus:\s*)[\"']?reviewed[\"']?")


@dataclass(frozen=True, slots=True)
class Stamped:
    """A file that was stamped; `unread` says that it had been read by a second person and now is a draft again."""

    path: str
    unread: bool


def stamp_translation(library: Library, wanted: str, language: str, *, minor: bool = False) -> tuple[Stamped, ...]:
    """Write the original's fingerprint into a resource's translations into one language.

    `wanted` is a resource (``guides/setting-limits``: it, its parts, answers and Easy Read version) or one piece
    of it (``toolkits/first-six-meetings/activity-1-arriving``). Returns the files that changed. The translation's
    words were changed to say what the original says now, so the day is written down (`made`), and one that a
    second person had read is a draft until they have read what is new. `minor` says that the change did not touch
    the meaning: then only the eight digits change.

    Raises Misuse when there is no such thing, or nothing of it in that language, and FingerpostProblem for a file
    whose translation line is written in a way that can't be changed safely.
    """
    pieces = pieces_of(library, wanted)
    translated = [piece for piece in pieces if language in piece.texts and piece.texts[language].translation]
    if not translated:
        raise Misuse(f"{wanted} has no translation into '{language}' to stamp.")
    made = None if minor else library.today
    return tuple(stamped for piece in translated if (stamped := _stamp(library.root, piece, language, made)))


def pieces_of(library: Library, wanted: str) -> list[Piece]:
    """Return the pieces of a resource, or the one piece that is meant. Raises Misuse if there is none."""
    resource = library.resources.get(wanted)
    if resource:
        return [piece for entry in (resource, *resource.answers) for piece in entry.pieces]
    folder, _, stem = wanted.rpartition("/")
    inside = (
        [piece for piece in pieces_of(library, folder) if piece.stem == stem] if folder in library.resources else []
    )
    if inside:
        return inside
    near = [known for known in library.resources if known.endswith("/" + wanted.rsplit("/", 1)[-1])]
    hint = f" Did you mean {near[0]}?" if near else ""
    raise Misuse(f"There is no resource '{wanted}'.{hint}")


def _stamp(root: Path, piece: Piece, language: str, made: date | None) -> Stamped | None:
    text = piece.texts[language]
    mark = piece.source.fingerprint
    block = text.translation
    if block is None or block.source == mark:
        return None
    file = root / text.path
    # Bytes in, bytes out: line ends stay as they are.
    before = file.read_bytes().decode("utf-8")
    head, end, body = before.partition("\n---")
    after = BLOCK.sub(lambda found: _changed(found[0], mark, made), head, count=1) + end + body
    if _block_of(after) != _expected(_block_of(before), mark, made):
        raise FingerpostProblem(f'The translation line of {text.path} can\'t be changed here. Write: source: "{mark}"')
    half = file.with_name(f".{file.name}.part")
    half.write_bytes(after.encode())
    half.replace(file)
    return Stamped(text.path, unread=bool(made) and block.status == "reviewed")


def _changed(block: str, mark: str, made: date | None) -> str:
    """Return the lines of a translation block with a new fingerprint, and with the day and as a draft if given."""
    flow = block.removeprefix("translation:").lstrip().startswith("{")
    adds = made is not None and not MADE.search(block)
    block = STAMP.sub(lambda found: _marked(found, mark, made if adds else None, flow=flow), block, count=1)
    if made is None:
        return block
    block = MADE.sub(lambda found: f"{found['before']}{made.isoformat()}", block, count=1)
    return STATUS.sub(lambda found: f"{found['before']}draft", block, count=1)


def _marked(found: re.Match[str], mark: str, made: date | None, *, flow: bool) -> str:
    # Without quotation marks YAML could take eight digits for a number.
    quote = found["quote"] or '"'
    stamp = f"{found['before']}{quote}{mark}{quote}"
    if made is None:
        return stamp + found["rest"]
    if flow:
        return f"{stamp}, made: {made.isoformat()}{found['rest']}"
    line = found.string.rfind("\n", 0, found.start()) + 1
    ends = "\r\n" if "\r\n" in found.string else "\n"
    rest = found["rest"] if found["rest"].endswith("\n") else found["rest"] + ends
    unfinished = "" if found["rest"].endswith("\n") else ends
    return f"{stamp}{rest}{found.string[line : found.start()]}made: {made.isoformat()}{ends}".removesuffix(unfinished)


def _block_of(text: str) -> Mapping[str, Any]:
    """Return the translation block of a whole file as it will be read; empty where it can't be."""
    normal = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    block = read_front_matter(normal, "").data.get("translation")
    return block if isinstance(block, dict) else {}


def _expected(block: Mapping[str, Any], mark: str, made: date | None) -> Mapping[str, Any]:
    changes: dict[str, Any] = {"source": mark}
    if made is not None:
        changes |= {"made": made.isoformat(), "status": "draft"}
    return {**block, **changes}
