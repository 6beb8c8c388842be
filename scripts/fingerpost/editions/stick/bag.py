"""The manifests of a copy: what each file has to be, as RFC 8493 (BagIt 1.0) says. The same files, the same bytes.

The `bagit` library reads what is written here, in the tests. It does not write it: it lists the pages at the top in
the order in which the disk gives them, so that the same copy made twice would differ.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from fingerpost.editions.stick.names import ALGORITHMS, DATA, DECLARATION, INFO, MANIFEST, TAG_MANIFEST

BLOCK = 1 << 20
ROW = re.compile(r"(?P<digest>[0-9a-f]{64}|[0-9a-f]{128})  (?P<path>[^\r\n]+)")
# RFC 8493, 2.1.3: line ends and the percent sign are written otherwise in manifests.
WRITTEN = (("%", "%25"), ("\n", "%0A"), ("\r", "%0D"))
SIGNS = 8  # of the number of an edition


@dataclass(frozen=True, slots=True)
class Payload:
    """What lies in ``data/``: the digests of each file by its path from the top, by algorithm, and bytes in all."""

    digests: Mapping[str, Mapping[str, str]]
    size: int

    @property
    def number(self) -> str:
        """The number of an edition: signs that any other payload would have otherwise."""
        return hashlib.sha256(manifest_text(self.digests["sha256"]).encode()).hexdigest()[:SIGNS]


def digests_of(file: Path, algorithms: tuple[str, ...] = ALGORITHMS) -> dict[str, str]:
    """Return the digests of a file, which is read once."""
    hashes = {name: hashlib.new(name) for name in algorithms}
    with file.open("rb") as stream:
        while block := stream.read(BLOCK):
            for one in hashes.values():
                one.update(block)
    return {name: one.hexdigest() for name, one in hashes.items()}


def read_payload(folder: Path) -> Payload:
    """Return the digests of everything in ``data/`` of a folder."""
    found: dict[str, dict[str, str]] = {name: {} for name in ALGORITHMS}
    size = 0
    for file in sorted(folder.joinpath(DATA).rglob("*")):
        if file.is_file():
            size += file.stat().st_size
            for name, digest in digests_of(file).items():
                found[name][file.relative_to(folder).as_posix()] = digest
    return Payload(found, size)


def seal(folder: Path, payload: Payload, info: Mapping[str, str]) -> None:
    """Write the manifests of `payload`, `info`, and the manifests of all that lies at the top; nothing comes after."""
    for name in ALGORITHMS:
        _write(folder / MANIFEST[name], manifest_text(payload.digests[name]))
    oxum = f"{payload.size}.{len(payload.digests['sha256'])}"
    rows = {**info, "Payload-Oxum": oxum}
    _write(folder / INFO, "".join(f"{key}: {rows[key]}\n" for key in sorted(rows)))
    _write(folder / DECLARATION, "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
    for name in ALGORITHMS:
        digests = {file.name: digests_of(file, (name,))[name] for file in tag_files(folder)}
        _write(folder / TAG_MANIFEST[name], manifest_text(digests))


def tag_files(folder: Path) -> Iterator[Path]:
    """Yield what lies at the top of a copy and has a row in the tag manifests."""
    for file in sorted(folder.iterdir()):
        if file.is_file() and file.name not in TAG_MANIFEST.values():
            yield file


def manifest_text(digests: Mapping[str, str]) -> str:
    """Return a manifest: a line each, by path."""
    return "".join(f"{digests[path]}  {_written(path)}\n" for path in sorted(digests))


def read_manifest(text: str) -> dict[str, str] | None:
    """Return digests by path, or nothing where the text is no manifest, or not as it is written here."""
    rows = [ROW.fullmatch(line) for line in text.split("\n")[:-1]]
    found = {_read(row["path"]): row["digest"] for row in rows if row}
    return found if text == manifest_text(found) else None


def read_info(text: str) -> dict[str, str]:
    """Return what a copy says of itself, as far as it can be read."""
    return dict(line.split(": ", 1) for line in text.splitlines() if ": " in line)


def _written(path: str) -> str:
    for plain, written in WRITTEN:
        path = path.replace(plain, written)
    return path


def _read(path: str) -> str:
    for plain, written in reversed(WRITTEN):
        path = path.replace(written, plain)
    return path


def _write(file: Path, text: str) -> None:
    file.write_text(text, "utf-8", newline="\n")
