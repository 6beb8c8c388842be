"""Stamp a translation: it was made, or checked, from the original as it stands now."""

import re
from pathlib import Path

from fingerpost.library import Library, Piece
from fingerpost.problems import FingerpostProblem

BLOCK = re.compile(r"^translation:.*?(?=^\S|\Z)", re.DOTALL | re.MULTILINE)
STAMP = re.compile(r"(?P<before>\bsource:\s*)(?P<quote>[\"']?)(?P<mark>[0-9a-f]{8})(?P=quote)")


def stamp_translation(library: Library, wanted: str, language: str) -> tuple[str, ...]:
    """Write the original's fingerprint into a resource's translations into one language.

    `wanted` is a resource (``guides/setting-limits``: it, its parts, answers and Easy Read version) or one piece
    of it (``toolkits/first-six-meetings/activity-1-arriving``). Returns the files that changed. Only the eight
    digits change, never a word. Raises FingerpostProblem when there is no such thing, or nothing of it in
    that language.
    """
    pieces = _pieces(library, wanted)
    translated = [piece for piece in pieces if language in piece.texts and piece.texts[language].translation]
    if not translated:
        raise FingerpostProblem(f"{wanted} has no translation into '{language}' to stamp.")
    return tuple(path for piece in translated if (path := _stamp(library.root, piece, language)))


def _pieces(library: Library, wanted: str) -> list[Piece]:
    resource = library.resources.get(wanted)
    if resource:
        return [*resource.pieces, *(answer.main for answer in resource.answers)]
    folder, _, stem = wanted.rpartition("/")
    inside = [piece for piece in _pieces(library, folder) if piece.stem == stem] if folder in library.resources else []
    if inside:
        return inside
    near = [known for known in library.resources if known.endswith("/" + wanted.rsplit("/", 1)[-1])]
    hint = f" Did you mean {near[0]}?" if near else ""
    raise FingerpostProblem(f"There is no resource '{wanted}'.{hint}")


def _stamp(root: Path, piece: Piece, language: str) -> str | None:
    text = piece.texts[language]
    mark = piece.source.fingerprint
    if text.translation is None or text.translation.source == mark:
        return None
    file = root / text.path
    # Bytes in, bytes out: line ends stay as they are.
    before = file.read_bytes().decode("utf-8")
    head, end, body = before.partition("\n---")
    stamped = BLOCK.sub(lambda block: STAMP.sub(lambda found: _marked(found, mark), block[0], count=1), head, count=1)
    after = stamped + end + body
    half = file.with_name(f".{file.name}.part")
    half.write_bytes(after.encode())
    half.replace(file)
    return text.path


def _marked(found: re.Match[str], mark: str) -> str:
    # Without quotation marks YAML could take eight digits for a number.
    quote = found["quote"] or '"'
    return f"{found['before']}{quote}{mark}{quote}"
