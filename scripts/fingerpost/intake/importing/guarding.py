"""What is let in: a file's size, its first bytes and, for a zip, its members, before anything reads its words."""

import io
import zipfile
from dataclasses import dataclass
from pathlib import Path

from fingerpost.checks.contents import sort_of, sort_of_archive
from fingerpost.languages.phrases import Phrase, say
from fingerpost.metadata.trace import Unreadable
from fingerpost.metadata.zips import ENCRYPTED, MOST_BYTES, MOST_MEMBERS, Member, unpack
from fingerpost.problems import FingerpostProblem

MEGABYTE = 1_000_000
LARGEST = 100 * MEGABYTE
LARGEST_TEXT = 5 * MEGABYTE  # a page with its pictures inside
ENDINGS = {".docx": "docx", ".odt": "odt", ".html": "html", ".htm": "html", ".md": "md", ".markdown": "md"}
MACROS = (".docm", ".dotm")
# What people have instead, and what to do with it.
OTHER = (".doc", ".rtf", ".pages", ".wps", ".pdf", ".dotx", ".ott", ".fodt", ".txt", ".pptx", ".xlsx")
TOO_DEEP = say("Lists, tables or quotations in it lie too deep inside each other. Lay it out more simply.")
TEXTS = frozenset({"html", "md"})


class Refused(FingerpostProblem):
    """A document that is not let in. The message says why and what to do; the file's name stands before it."""


@dataclass(frozen=True, slots=True)
class Source:
    """A document that was let in: its kind by its ending, and its bytes, or for a zip its members."""

    file: Path
    kind: str
    raw: bytes
    members: tuple[Member, ...] = ()


def let_in(file: Path) -> Source:
    """Read a file from disk. Raises Refused where it is not what it should be, or could do harm."""
    kind = _kind(file)
    try:
        size = file.stat().st_size if file.is_file() else -1
        if size > (LARGEST_TEXT if kind in TEXTS else LARGEST):
            raise Refused(_too_large(size, kind))
        raw = file.read_bytes() if size >= 0 else b""
    except OSError as error:
        raise Refused(say("It can't be read ({why}).", why=error.strerror or "?")) from None
    if size < 0:
        raise Refused(say("There is no such file. See how its name is written, and in which folder it lies."))
    if not raw:
        raise Refused(say("It is empty. Save it anew in the program that it was made with."))
    found = sort_of(raw[:4096])
    if kind in TEXTS:
        return _text(file, kind, raw, found)
    if found != "zip":
        raise Refused(_not_that(found, file.suffix))
    return Source(file, kind, raw, _members(file, kind, raw))


def _kind(file: Path) -> str:
    ending = file.suffix.lower()
    if ending in ENDINGS:
        return ENDINGS[ending]
    if ending in MACROS:
        raise Refused(_with_macros())
    if ending in OTHER:
        advice = say("Open it in the program that it was made with, and save it as .docx or .odt.")
        raise Refused(say("Files ending in {ending} can't be read. {advice}", ending=ending, advice=advice))
    raise Refused(say("Only .docx, .odt, .html and .md can be read. Save it as one of these."))


def _too_large(size: int, kind: str) -> Phrase:
    most = (LARGEST_TEXT if kind in TEXTS else LARGEST) // MEGABYTE
    return say(
        "It is {size} MB large, and {most} MB are the most that is read. Make its pictures smaller, or split it.",
        size=-(-size // MEGABYTE),
        most=most,
    )


def _text(file: Path, kind: str, raw: bytes, found: str) -> Source:
    if found in ("text", "html", "rtf") or (kind == "html" and b"<" in raw[:4096] and b"\0" not in raw):
        return Source(file, kind, raw)
    raise Refused(_not_that(found, file.suffix))


def _not_that(found: str, ending: str) -> Phrase:
    if found == "old-office":
        return say(
            "It is in the old form of Word, or locked with a password. Open it, and save it without a password "
            "as {ending}.",
            ending=ending,
        )
    return say(
        "It does not hold what its ending promises. Open it in the program that it was made with, and save it "
        "anew as {ending}.",
        ending=ending,
    )


def _with_macros() -> Phrase:
    return say("It has macros, which are programs. Save it as .docx, which has none.")


def _members(file: Path, kind: str, raw: bytes) -> tuple[Member, ...]:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            listed = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise Refused(say("It is damaged or not whole. Copy it again from where it came from.")) from None
    if any(member.flag_bits & ENCRYPTED for member in listed) or _is_locked(listed, raw):
        raise Refused(say("It is locked with a password. Open it, and save it without one."))
    if sum(member.file_size for member in listed) > MOST_BYTES or len(listed) > MOST_MEMBERS:
        raise Refused(
            say(
                "It unpacks to more than {most} MB, and is not opened. Save it anew with smaller pictures.",
                most=MOST_BYTES // MEGABYTE,
            )
        )
    found = sort_of_archive(file)
    if found != kind:
        raise Refused(_not_that("zip", file.suffix))
    if any("vbaproject" in member.filename.lower() or member.filename.startswith("Basic/") for member in listed):
        raise Refused(_with_macros())
    try:
        return tuple(unpack(raw))
    except Exception:  # zlib and zipfile raise many kinds over made-up bytes
        raise Refused(say("It is damaged or not whole. Copy it again from where it came from.")) from None


def _is_locked(listed: list[zipfile.ZipInfo], raw: bytes) -> bool:
    """Whether an OpenDocument file says in its manifest that its parts are encrypted (ODF 1.3, part 2, 3.4)."""
    if not any(member.filename == "META-INF/manifest.xml" for member in listed):
        return False
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        try:
            return archive.getinfo("META-INF/manifest.xml").file_size < MEGABYTE and b"encryption-data" in archive.read(
                "META-INF/manifest.xml"
            )
        except Exception:  # as above; `unpack` says it is damaged
            return False


def part(source: Source, name: str) -> bytes | None:
    """Return a member's bytes, or nothing where there is no such member."""
    return next((member.data for member in source.members if member.name == name), None)


__all__ = ["ENDINGS", "Refused", "Source", "Unreadable", "let_in", "part"]
