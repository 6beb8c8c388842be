"""Stamp a translation: it was made, or checked, from the original as it stands now."""

import re
from pathlib import Path

from fingerpost.library import Library, Piece
from fingerpost.problems import FingerpostProblem

STAMP = re.compile(r"(?P<before>\bsource:\s*)(?P<quote>[\"']?)(?P<mark>[0-9a-f]{8})(?P=quote)")


def stamp_translation(library: Library, resource_id: str, language: str) -> tuple[str, ...]:
    """Write the original's fingerprint into every translation of a resource in one language.

    Returns the files that changed. Only the eight digits change, never a word. Raises FingerpostProblem
    when there is no such resource, or nothing of it in that language.
    """
    resource = library.resources.get(resource_id)
    if resource is None:
        near = [known for known in library.resources if known.endswith("/" + resource_id.rsplit("/", 1)[-1])]
        hint = f" Did you mean {near[0]}?" if near else ""
        raise FingerpostProblem(f"There is no resource '{resource_id}'.{hint}")
    pieces = [*resource.pieces, *(answer.main for answer in resource.answers)]
    translated = [piece for piece in pieces if language in piece.texts and piece.texts[language].translation]
    if not translated:
        raise FingerpostProblem(f"{resource_id} has no translation into '{language}' to stamp.")
    return tuple(path for piece in translated if (path := _stamp(library.root, piece, language)))


def _stamp(root: Path, piece: Piece, language: str) -> str | None:
    text = piece.texts[language]
    mark = piece.source.fingerprint
    if text.translation is None or text.translation.source == mark:
        return None
    file = root / text.path
    # Bytes in, bytes out: line ends stay as they are.
    before = file.read_bytes().decode("utf-8")
    head, end, body = before.partition("\n---")
    after = STAMP.sub(lambda match: f'{match["before"]}"{mark}"', head, count=1) + end + body
    half = file.with_name(f".{file.name}.part")
    half.write_bytes(after.encode())
    half.replace(file)
    return text.path
