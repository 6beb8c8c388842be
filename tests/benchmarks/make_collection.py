"""Write a made-up collection of any size, shaped like the starter content in docs/: the same bytes each time.

    python -m tests.benchmarks.make_collection 1000 /tmp/thousand

Kinds come in the proportions of the starter content, texts in its lengths. Of ten resources one has no
translation, of twelve one has a stale one, of three one is a draft, of eleven one was written in Welsh first.
The dates fit `EPOCH`: check the collection with SOURCE_DATE_EPOCH set to it, or, years later, consents in it will
have run out.
"""

import argparse
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from fingerpost.library.fingerprint import fingerprint

from tests.benchmarks import front
from tests.benchmarks.phrases import ELSEWHERE, MORE, PICTURE, SUMMARY, TITLES, Both
from tests.benchmarks.writing import SHAPES, Writer, picture

CHECKOUT = Path(__file__).resolve().parents[2]
EPOCH = "1795219200"  # 2026-11-21
LANGUAGES = ("en", "cy")
# How many of each the starter content has.
PROPORTIONS = {"archive": 14, "directory": 7, "guides": 7, "toolkits": 3, "questions": 2}
PAGES = ("home", "about", "accessibility", "licences", "privacy", "take-down", "taking-part")
# The parts of the starter content's toolkits, by turns: sort of part, how many.
PARTS = (
    {"notes": 1, "activity": 2, "checklist": 1, "handout": 1},
    {"notes": 1, "activity": 6, "handout": 2, "poster": 1},
    {"notes": 1, "activity": 2, "checklist": 1, "handout": 1},
)
NO_TRANSLATION, STALE, DRAFT, OTHER_FIRST, ILLUSTRATED, WITH_TABLE = 10, 12, 3, 11, 8, 7
LINKS = {"guides": 5, "toolkits": 3, "archive": 1, "questions": 1, "directory": 1, "pages": 2, "notes": 1}


@dataclass(frozen=True, slots=True)
class Entry:
    """One resource to be written: its folder's kind, its number in the collection, from 1, and in its kind, from 0."""

    folder: str
    number: int
    turn: int

    @property
    def slug(self) -> str:
        """The name of its folder."""
        return PAGES[self.number] if self.folder == "pages" else f"{self.folder}-example-{self.number:05}"


@dataclass(frozen=True)
class Plan:
    """All that is to be written, so that each resource knows what it can link to."""

    entries: tuple[Entry, ...]
    languages: tuple[str, ...]

    @cached_property
    def archive(self) -> tuple[Entry, ...]:
        """The archive records, which others name as their sources."""
        return tuple(entry for entry in self.entries if entry.folder == "archive")

    def languages_of(self, entry: Entry) -> tuple[str, ...]:
        """The languages that a resource is in, that of its original first."""
        if entry.folder != "pages" and entry.number % OTHER_FIRST == 0:
            first, *others = reversed(self.languages)
        else:
            first, *others = self.languages
        missing = entry.folder != "pages" and entry.number % NO_TRANSLATION == 7
        return (first,) if missing else (first, *others)

    def sources_of(self, entry: Entry) -> list[str]:
        """One or two archive records that a resource draws on, never itself."""
        others = [self.archive[(entry.number * step) % len(self.archive)] for step in (1, 3)] if self.archive else []
        return list(dict.fromkeys(other.slug for other in others if other != entry))

    def linked_from(self, entry: Entry, count: int) -> list[Entry]:
        """Other resources, near and far."""
        places = ((entry.number * 7 + step * step * 11) % len(self.entries) for step in range(count * 3))
        others = dict.fromkeys(self.entries[place] for place in places)
        return [other for other in others if other != entry][:count]


def plan(count: int, languages: Sequence[str] = LANGUAGES) -> Plan:
    """Share out `count` resources among the kinds, in proportion at every point of the way."""
    total = sum(PROPORTIONS.values())
    so_far = dict.fromkeys(PROPORTIONS, 0)
    entries = []
    for number in range(1, count + 1):
        folder = max(PROPORTIONS, key=lambda name: PROPORTIONS[name] * number / total - so_far[name])
        entries.append(Entry(folder, number, so_far[folder]))
        so_far[folder] += 1
    return Plan(tuple(entries), tuple(languages))


def make_collection(count: int, root: Path, languages: Sequence[str] = LANGUAGES) -> int:
    """Write a collection of `count` resources under ``root/docs``; return how many files it has.

    The vocabularies are copied from the starter content. What is in `root` already stays: give an empty folder.
    """
    return write_plan(plan(count, languages), root)


def write_plan(whole: Plan, root: Path) -> int:
    """Write what was planned, the vocabularies and the plain pages under ``root/docs``; return how many files."""
    shutil.copytree(CHECKOUT / "docs" / "_vocabulary", root / "docs" / "_vocabulary", dirs_exist_ok=True)
    written = len(list((root / "docs" / "_vocabulary").iterdir()))
    pages = tuple(Entry("pages", number, number) for number in range(len(PAGES)))
    for entry in (*whole.entries, *pages):
        for path, content in _files(whole, entry):
            file = root / "docs" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
            written += 1
    return written


def _files(whole: Plan, entry: Entry) -> Iterator[tuple[str, bytes]]:
    """Yield the files of one resource: where each lies in docs/, and what is in it."""
    if entry.folder == "pages":
        yield from _texts(whole, entry, f"pages/{entry.slug}", "pages", [])
        return
    folder = f"{entry.folder}/{entry.slug}"
    parts = parts_of(entry)
    yield from _texts(whole, entry, f"{folder}/index", entry.folder, parts)
    for part in parts:
        yield from _texts(whole, entry, f"{folder}/{part}", part.split("-")[0], [])
    if _illustrated(entry):
        ending, content = picture(entry.turn % 6)
        yield f"{folder}/path.{ending}", content


def parts_of(entry: Entry) -> list[str]:
    """Return the names of a toolkit's parts or of a question's answers, without language and ending."""
    if entry.folder == "questions":
        return [f"answer-{number}" for number in range(1, 4 + entry.turn % 2)]
    if entry.folder != "toolkits":
        return []
    sorts = PARTS[entry.turn % len(PARTS)]
    return [f"{sort}-part-{number}" for sort, count in sorts.items() for number in range(1, count + 1)]


def _texts(whole: Plan, entry: Entry, stem: str, sort: str, parts: list[str]) -> Iterator[tuple[str, bytes]]:
    """Yield one text in each of its languages, the original first."""
    original, *others = whole.languages_of(entry)
    title, summary, body = _words(whole, entry, stem, sort, original)
    header = front.of_original(entry, sort, title, summary, parts, whole.sources_of(entry))
    yield f"{stem}.{original}.md", f"---\n{header}---\n\n{body}".encode()
    # A question's original is a text like any other; only its index and that of other kinds have a summary.
    mark = fingerprint(title, summary if "summary:" in header else "", body)
    if entry.folder != "pages" and entry.number % STALE == 5:
        mark = fingerprint(title, "Words as they were before.", "")
    for language in others:
        title, summary, body = _words(whole, entry, stem, sort, language)
        draft = entry.number % DRAFT == 0
        kept = front.of_translation(original, title, summary if "summary:" in header else "", mark, draft=draft)
        yield f"{stem}.{language}.md", f"---\n{kept}---\n\n{body}".encode()


def _words(whole: Plan, entry: Entry, stem: str, sort: str, language: str) -> tuple[str, str, str]:
    """Return a text's title, summary and body in a language."""
    writer = Writer(stem, language)
    title, summary = writer.fill(TITLES[sort], n=entry.number), writer.fill(SUMMARY)
    links = [_link(whole, entry, other, language) for other in whole.linked_from(entry, LINKS.get(sort, 0))]
    if sort == "archive":
        links.append(writer.fill(ELSEWHERE, n=entry.number))
    shape = "guides with a table" if sort == "guides" and entry.turn % WITH_TABLE == 0 else sort
    body = writer.body(SHAPES[shape], links)
    if _illustrated(entry) and stem.endswith("/index"):
        body += f"\n![{PICTURE[language]}](path.{picture(entry.turn % 6)[0]})\n"
    return title, summary, body


def _link(whole: Plan, entry: Entry, other: Entry, language: str) -> str:
    """Return a sentence that leads to another resource, in the reader's language where it has that."""
    there = whole.languages_of(other)
    code = language if language in there else there[0]
    title = Writer(f"{other.folder}/{other.slug}/index", code).fill(TITLES[other.folder], n=other.number)
    up = "../" if entry.folder == "pages" else "../../"
    words: Both = MORE
    return words[language].format(title=title, path=f"{up}{other.folder}/{other.slug}/index.{code}.md")


def _illustrated(entry: Entry) -> bool:
    return entry.folder in ("guides", "toolkits") and entry.turn % ILLUSTRATED in (1, 4)


def main() -> None:
    """Read the words given and write the collection."""
    parser = argparse.ArgumentParser(description="Write a made-up collection, the same each time.")
    parser.add_argument("count", metavar="N", type=int, help="how many resources, from 1 to 99999")
    parser.add_argument("folder", metavar="DIR", type=Path, help="an empty folder, or one that is not there yet")
    parser.add_argument("--languages", default="en,cy", help="en,cy or one of them; the first is the originals'")
    given = parser.parse_args()
    languages = given.languages.split(",")
    if not 1 <= given.count <= 99_999:
        parser.error("N is how many resources to write: a number from 1 to 99999.")
    if len(set(languages)) != len(languages) or not set(languages) <= set(LANGUAGES):
        parser.error("--languages takes en, cy, or both with a comma between them: en,cy.")
    if given.folder.exists() and (not given.folder.is_dir() or any(given.folder.iterdir())):
        parser.error(f"{given.folder} is there and not an empty folder. Name another.")
    print(f"{make_collection(given.count, given.folder, languages)} files in {given.folder}", file=sys.stderr)


if __name__ == "__main__":
    main()
