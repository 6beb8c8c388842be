"""Prove that nothing of a resource is where it must not be, by looking into everything that was made."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from fingerpost.editions.proof.clues import (
    PICTURES,
    Clue,
    Sort,
    clues_of,
    digest,
    not_elsewhere,
    pixels_of,
    shortest_stem,
    words_in,
)
from fingerpost.editions.proof.folding import folded, readings
from fingerpost.editions.proof.looking import CannotLookError, Seen, look_into
from fingerpost.editions.proof.packed import holds_the_same
from fingerpost.editions.proof.places import made_files
from fingerpost.gate import Edition
from fingerpost.intake.ledger_writing import FIRST_WORDS

SPECIFIC = (Sort.TITLE, Sort.NAME, Sort.FILE_NAME)
CREDITED = re.compile(r"\b(?:name|holder):\s*[\"']?([^\"'{}\n,]{1,200})")


@dataclass(frozen=True, slots=True)
class Found:
    """A clue, and the made file that it is still in."""

    path: str
    clue: Clue


@dataclass(frozen=True, slots=True)
class Mention:
    """A title, a name or a file's name that another text of the collection says too: its path and line."""

    path: str
    line: int
    clue: Clue


@dataclass(frozen=True, slots=True)
class Proof:
    """What was looked for and where, and what came of it.

    `looked_into` counts files, `looked_for` clues. `found` is what is still there, `unseen` are files that could not
    be looked into or whose folder nobody knows, `mentions` stand in other texts, and so in what is made of them.
    `shared` are passages that other texts have too: they were not looked for, and one may be a quotation.
    """

    looked_into: int
    looked_for: int
    found: tuple[Found, ...]
    unseen: tuple[str, ...]
    mentions: tuple[Mention, ...]
    shared: tuple[Clue, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether there was something to look for, everything was looked into, and nothing was found anywhere."""
        could_look = self.looked_for > 0 or self.looked_into == 0
        return could_look and not (self.found or self.unseen or self.mentions)


@dataclass(frozen=True, slots=True)
class Sought:
    """What must not be in some editions: the files of a resource, or only the bodies of its texts."""

    editions: frozenset[Edition]
    files: Mapping[str, bytes]
    bodies_only: bool = False


@dataclass(frozen=True, slots=True)
class _Rest:
    """Everything else that people may read, in the forms in which clues are compared with it."""

    text: str
    words: set[str]
    digests: set[str]


def prove(root: Path, id: str, sought: Iterable[Sought], interface: Path) -> Proof:
    """Look into everything that was made below `root` for what is `sought`.

    `interface` is the folder with the site's templates and words: what they say is nobody's. The id itself may stand
    in addresses: a page says there that something was taken back.
    """
    found: dict[tuple[str, Sort, str], Found] = {}
    mentions: dict[tuple[str, int, str], Mention] = {}
    unseen: set[str] = set()
    looked_for, looked_into = 0, set[str]()
    shared: dict[str, Clue] = {}
    files = list(made_files(root))
    for part in sought:
        rest = _rest_of(root, set(part.files), interface)
        all_clues = clues_of(part.files, bodies_only=part.bodies_only)
        clues = not_elsewhere(all_clues, rest.text, rest.words, rest.digests)
        looked_for += len(clues)
        shared |= {one.form: one for one in all_clues if one.sort is Sort.PASSAGE and one not in clues}
        mentions |= {
            (one.path, one.line, one.clue.form): one for one in _mentions(root, all_clues, set(part.files), id)
        }
        looker = _Looker(root, id, clues)
        for path, place in files:
            if place is None:
                unseen.add(path)
            elif place.holds:
                unseen |= set() if holds_the_same(root / path, root / place.holds) else {path}
            elif not part.editions.isdisjoint(place.editions):
                looked_into.add(path)
                unseen |= {path} if looker.is_closed(path) else set()
                found |= {(one.path, one.clue.sort, one.clue.form): one for one in looker.look(path)}
    said = tuple(mentions.values()), tuple(shared.values())
    return Proof(len(looked_into), looked_for, tuple(found.values()), tuple(sorted(unseen)), *said)


class _Looker:
    """Looks for clues in one file after another; the same bytes are looked into once."""

    def __init__(self, root: Path, id: str, clues: tuple[Clue, ...]) -> None:
        self.root = root
        self.id = id
        self.texts = [clue for clue in clues if clue.sort in (Sort.PASSAGE, *SPECIFIC)]
        self.marks = {clue.form: clue for clue in clues if clue.sort in (Sort.FILE, Sort.PICTURE)}
        self.words = [clue for clue in clues if clue.sort is Sort.WORD]
        self.known: dict[str, tuple[Clue, ...] | None] = {}

    def is_closed(self, path: str) -> bool:
        """Whether a file can't be looked into."""
        return self._inside(path) is None

    def look(self, path: str) -> Iterator[Found]:
        """Yield what is found in a file and in its name."""
        for clue in dict.fromkeys((*self._in_text(path), *(self._inside(path) or ()))):
            yield Found(path, clue)

    def _inside(self, path: str) -> tuple[Clue, ...] | None:
        content = (self.root / path).read_bytes()
        mark = f"{digest(content)}{Path(path).suffix}"
        if mark not in self.known:
            try:
                seen = [clue for one in look_into(path, content) for clue in self._seen(one)]
                self.known[mark] = tuple(dict.fromkeys(seen))
            except CannotLookError:
                self.known[mark] = None
        return self.known[mark]

    def _seen(self, seen: Seen) -> Iterator[Clue]:
        if seen.content:
            if clue := self.marks.get(digest(seen.content)):
                yield clue
            for clue in self.texts:
                if clue.said.encode() in seen.content:
                    yield clue
        if seen.pixels and (clue := self.marks.get(seen.pixels)):
            yield clue
        if seen.text:
            yield from self._in_text(seen.text)
        if seen.terms:
            yield from self._in_terms(seen.terms)

    def _in_text(self, text: str) -> Iterator[Clue]:
        # The address stays, so the id is no clue; what is named by its last part alone (a PDF) is.
        for reading in readings(text.replace(self.id, " ")):
            for clue in self.texts:
                if clue.form in reading:
                    yield clue

    def _in_terms(self, terms: frozenset[str]) -> Iterator[Clue]:
        for clue in self.words:
            ends = range(shortest_stem(clue.form), len(clue.form) + 1)
            if any(clue.form[:end] in terms for end in ends):
                yield clue


def _rest_of(root: Path, own: set[str], interface: Path) -> _Rest:
    texts, digests = [], set()
    for file in _readable(root, own):
        content = file.read_bytes()
        if file.suffix in (".md", ".yml"):
            texts.append(content.decode("utf-8", "replace"))
        else:
            digests |= {digest(content), pixels_of(content) if file.suffix.lower() in PICTURES else ""}
    for file in sorted(interface.rglob("*")):
        if file.suffix in (".html", ".yml", ".js", ".css"):
            texts.append(file.read_text("utf-8", "replace"))
    return _Rest("\0".join(folded(text) for text in texts), {w for text in texts for w in words_in(text)}, digests)


def _readable(root: Path, own: set[str]) -> Iterator[Path]:
    for file in sorted((root / "docs").rglob("*")):
        if file.is_file() and not file.is_symlink() and file.relative_to(root).as_posix() not in own:
            yield file


def _as_written(file: Path) -> str:
    """Return what people wrote in a file: not the lines with which a ledger begins, which are ours."""
    return file.read_text("utf-8", "replace").replace(FIRST_WORDS, "\n" * FIRST_WORDS.count("\n"))


def _mentions(root: Path, clues: Iterable[Clue], own: set[str], id: str) -> Iterator[Mention]:
    """Yield where another text says a title, a name or a file's name: `id` in an address does not count.

    Who is credited elsewhere too, as a group is that has written more than one thing, is not looked for.
    """
    texts = {
        file.relative_to(root).as_posix(): _as_written(file).replace(id, " ")
        for file in _readable(root, own)
        if file.suffix in (".md", ".yml")
    }
    credited = {folded(name) for text in texts.values() for name in CREDITED.findall(text)}
    specific = [clue for clue in clues if clue.sort in SPECIFIC and clue.form not in credited]
    for path, text in texts.items():
        form = folded(text)
        for clue in (clue for clue in specific if clue.form in form):
            lines = text.split("\n")
            line = next((number for number, one in enumerate(lines, start=1) if clue.form in folded(one)), 1)
            yield Mention(path, line, clue)
