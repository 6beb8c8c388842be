"""What the original said when a translation was made: found in the Git history, told beside what it says today."""

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import unified_diff
from itertools import islice
from pathlib import Path

from fingerpost.intake.git import LONGEST_ANSWER, GitProblem, ask_git
from fingerpost.intake.translated import pieces_of
from fingerpost.library import Library, Text
from fingerpost.library.clock import moment
from fingerpost.library.fingerprint import fingerprint
from fingerpost.library.front_matter import read_front_matter
from fingerpost.problems import FingerpostProblem, Misuse

LONGEST_SEARCH = 60  # seconds for all versions of one file
MOST_BYTES = 2_000_000
MOST_VERSIONS = 200  # of one file, that are looked at for a page
SENTENCE = re.compile(r"(?<=[.?!])[ \t]{1,9}(?=\S)")
HUNK = re.compile(r"@@ -\d+(?:,\d+)? \+(?P<start>\d+)(?:,\d+)? @@")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text that its fingerprint is made from."""

    title: str
    summary: str
    body: str

    @property
    def mark(self) -> str:
        """The fingerprint."""
        return fingerprint(self.title, self.summary, self.body)


@dataclass(frozen=True, slots=True)
class Version:
    """A file as it stood in one commit: its words, and the day of the commit, if that is known."""

    words: Words
    day: date | None


@dataclass(frozen=True, slots=True)
class Fate:
    """What a file once said, and the day on which it began to say what it says today, if that is known."""

    words: Words
    day: date | None


def what_changed(library: Library, wanted: str, language: str) -> Iterator[str]:
    """Yield, for each piece whose translation is stale, what its original said then and what it says now.

    `wanted` is a resource or one piece of it, as for stamping. One sentence where nothing has changed. Raises
    Misuse when there is no such resource, or nothing of it in that language.
    """
    pieces = pieces_of(library, wanted)
    translated = [piece for piece in pieces if language in piece.texts and piece.texts[language].translation]
    if not translated:
        raise Misuse(f"{wanted} has no translation into '{language}'.")
    stale = [piece for piece in translated if piece.is_stale(language)]
    if not stale:
        yield "Nothing has changed in the original since the translation was made."
    for piece in stale:
        yield _told(library.root, piece.source, piece.texts[language])


def _told(root: Path, source: Text, text: Text) -> str:
    mark = text.translation.source if text.translation else ""
    try:
        version = find_version(root, source.path, mark)
    except FingerpostProblem as problem:
        return f"{text.path}: {problem}"
    if version is None:
        return (
            f"{text.path}: the {source.path} that it was made from was never committed to Git, "
            "so what changed can't be shown. Compare the two texts as they stand."
        )
    today = Words(source.title, source.summary, source.body)
    found = "\n".join(differences(version.words, today, first_line=source.body_line))
    if not found:
        return f"{source.path}: only spaces or empty lines have changed. Stamp the translation with --minor."
    then = f"as it was on {version.day.isoformat()}" if version.day else "as it was then"
    return f"{source.path}, since {text.path} was made from it:\n- {then}\n+ as it is now\n{found}"


def find_version(root: Path, path: str, mark: str) -> Version | None:
    """Return the newest committed version of a file with this fingerprint, or nothing if there is none.

    `path` is relative to `root`; what the file was called before is followed. Raises FingerpostProblem where
    there is no Git, no history, or no answer in time.
    """
    until = time.monotonic() + LONGEST_SEARCH
    for commit, day, name in _commits(root, path):
        if time.monotonic() > until:
            raise FingerpostProblem("The history of this file is so long that the search was given up.")
        raw = _git(root, "cat-file", "blob", f"{commit}:{name}")
        words = _words_in(raw, path) if raw is not None else None
        if words and words.mark == mark:
            return Version(words, day)
    return None


def fate_of(root: Path, path: str, mark: str, today: str, longest: float) -> Fate | None:
    """Return what a file said at the fingerprint `mark`, and when it began to say what it says at `today`.

    Nothing where Git does not know, or does not answer within `longest` seconds; nothing is raised. The day is looked
    for on the main line of the history alone, where a change stands on the day on which it was merged.
    """
    until = time.monotonic() + longest
    try:
        line = _versions(root, path, until, "-m", "--first-parent")
        if before := _at(line, mark):
            return Fate(before, _began(line, today))
        before = _at(_versions(root, path, until, "-c"), mark)  # perhaps on a branch that was merged as one change
    except FingerpostProblem:
        return None
    return Fate(before, None) if before else None


def _at(versions: list[tuple[Words | None, date | None]], mark: str) -> Words | None:
    return next((words for words, _ in versions if words and words.mark == mark), None)


def _began(versions: list[tuple[Words | None, date | None]], mark: str) -> date | None:
    """Return the day of the oldest of the newest versions that all have a fingerprint."""
    began = None
    for words, day in versions:
        if not words or words.mark != mark:
            break
        began = day
    return began


def _versions(root: Path, path: str, until: float, *how: str) -> list[tuple[Words | None, date | None]]:
    """Return the newest versions of a file, newest first, each with its day; nothing for one that can't be read."""
    commits = list(islice(_commits(root, path, *how, until=until), MOST_VERSIONS))
    asked = "".join(f"{commit}:{name}\n" for commit, _, name in commits if "\n" not in name)
    raw = _git(root, "cat-file", "--batch", given=asked.encode(), until=until) or b""
    found: list[tuple[Words | None, date | None]] = []
    for _, day, _ in commits:
        head, _, raw = raw.partition(b"\n")
        size = int(head.split()[-1]) if head.split()[-1:] and head.split()[-1].isdigit() else None
        found.append((_words_in(raw[:size], path) if size is not None else None, day))
        raw = raw[size + 1 :] if size is not None else raw
    return found


def differences(before: Words, after: Words, first_line: int) -> Iterator[str]:
    """Yield what differs in two texts, sentence by sentence; `first_line` is where the second's body begins."""
    old, _ = _sentences(before, first_line)
    new, lines = _sentences(after, first_line)
    for line in list(unified_diff(old, new, n=1, lineterm=""))[2:]:
        hunk = HUNK.match(line)
        if hunk:
            start = int(hunk["start"])
            yield f"\nFrom line {lines[min(start, len(lines)) - 1]}:" if lines else ""
        else:
            yield f"{line[0]} {line[1:]}".rstrip()


def _sentences(words: Words, first_line: int) -> tuple[list[str], list[int]]:
    """Return a text in sentences, and the line that each stands on (title and summary: the first)."""
    found = [
        (_printable(f"{name}{value}"), 1)
        for name, value in (("Title: ", words.title), ("Summary: ", words.summary))
        if value
    ]
    for number, line in enumerate(words.body.split("\n"), start=first_line):
        if line.strip():
            found += [(_printable(piece), number) for piece in SENTENCE.split(line.rstrip())]
    return [text for text, _ in found], [line for _, line in found]


def _commits(root: Path, path: str, *how: str, until: float | None = None) -> Iterator[tuple[str, date | None, str]]:
    """Yield each commit that changed a file, newest first: its id, its day if known, and the file's name then.

    `how` says how merges are gone through; without it, all that they join.
    """
    asked = ("log", "--follow", *(how or ("-c",)), "--name-only", "--encoding=UTF-8", "--format=%x00%H %ct", "--", path)
    raw = _git(root, *asked, until=until)
    if raw is None:
        raise FingerpostProblem("There is no Git history here, so what changed can't be shown.")
    for entry in raw.decode("utf-8", "replace").split("\0")[1:]:
        head, _, names = entry.partition("\n")
        commit, _, seconds = head.partition(" ")
        when = moment(seconds.strip())
        if names.strip():
            yield commit, when.date() if when else None, names.strip().split("\n")[-1]


def _words_in(raw: bytes, path: str) -> Words | None:
    """Return the words of a file as the library reads it, or nothing where it can't be read."""
    if len(raw) > MOST_BYTES:
        return None
    text = raw.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    front = read_front_matter(text, path)
    if front.fault:
        return None
    title, summary = (str(front.data.get(name) or "").strip() for name in ("title", "summary"))
    return Words(title, summary, front.body)


def _git(root: Path, *asked: str, given: bytes | None = None, until: float | None = None) -> bytes | None:
    """Return what Git answers; nothing where it has no answer. Raises FingerpostProblem where there is no Git.

    `until` is when, on the monotonic clock, it has to have answered.
    """
    longest = LONGEST_ANSWER if until is None else max(until - time.monotonic(), 0.01)
    try:
        return ask_git(root, *asked, given=given, longest=longest)
    except GitProblem as problem:
        raise FingerpostProblem(f"{problem}, so what changed can't be shown.") from None


def _printable(text: str) -> str:
    """Return text with every character that a terminal could act on replaced."""
    return "".join(letter if letter.isprintable() or letter == "\t" else "\N{REPLACEMENT CHARACTER}" for letter in text)
