"""Clues: what of a resource could be recognised if it were still somewhere."""

import hashlib
import io
import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PIL import Image

from fingerpost.checks.prose import plain
from fingerpost.editions.proof.folding import folded
from fingerpost.library.front_matter import read_front_matter

WORDS_TOGETHER = 6  # a run of six words of 20 letters or more is hardly written twice by chance
FEWEST_LETTERS = 20
FEWEST_IN_A_TITLE = 8
FEWEST_IN_A_NAME = 5
FEWEST_IN_A_WORD = 6
LONGEST_ENDING = 4  # letters that a stemmer takes off
WORD = re.compile(r"[^\W\d_]+")
PICTURES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp")
NAMES = frozenset({"name", "holder", "email", "phone", "creators"})
REFERENCES = frozenset({"reference", "permission", "licence", "source", "from", "id", "doi", "isbn", "url", "link"})


class Sort(StrEnum):
    """What a clue is."""

    PASSAGE = "passage"
    TITLE = "title"
    NAME = "name"
    FILE_NAME = "file name"
    FILE = "file"
    PICTURE = "picture"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Clue:
    """Something to look for: `said` is how a person would know it again, `form` is what is compared."""

    sort: Sort
    said: str
    form: str


def clues_of(files: Mapping[str, bytes], *, bodies_only: bool = False) -> tuple[Clue, ...]:
    """Return what to look for, from the files of a resource: their paths and bytes.

    With `bodies_only` titles, summaries and names are left out, because a record may show them.
    """
    found: dict[tuple[Sort, str], Clue] = {}
    for path, content in sorted(files.items()):
        made = _in_text(content, bodies_only) if path.endswith(".md") else _in_file(path, content)
        for clue in made:
            found.setdefault((clue.sort, clue.form), clue)
    return tuple(found.values())


def pixels_of(content: bytes) -> str:
    """Return a mark of a picture's size and pixels, whatever its format; empty where it can't be opened."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content)) as picture:
                return mark_of_pixels(picture)
    except Exception:  # whatever Pillow says: then it is compared by its bytes alone
        return ""


def mark_of_pixels(picture: Image.Image) -> str:
    """Return a mark of an open picture's size and colours."""
    return hashlib.sha256(repr(picture.size).encode() + picture.convert("RGB").tobytes()).hexdigest()


def digest(content: bytes) -> str:
    """Return what a file is compared by."""
    return hashlib.sha256(content).hexdigest()


def words_in(text: str) -> set[str]:
    """Return the words of a text, in small letters."""
    return {word.casefold() for word in WORD.findall(text)}


def _in_file(path: str, content: bytes) -> Iterator[Clue]:
    name = path.rsplit("/", 1)[-1]
    yield Clue(Sort.FILE, name, digest(content))
    if len(folded(name.rsplit(".", 1)[0])) >= FEWEST_IN_A_TITLE:
        yield Clue(Sort.FILE_NAME, name, folded(name))
    if name.lower().endswith(PICTURES):
        mark = pixels_of(content)
        if mark:
            yield Clue(Sort.PICTURE, name, mark)


def _in_text(content: bytes, bodies_only: bool) -> Iterator[Clue]:
    text = content.decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    front = read_front_matter(text, "")
    body = text if front.fault else front.body
    yield from _passages(plain(body))
    yield from _words(plain(body))
    if not bodies_only and not front.fault:
        yield from _in_facts(front.data, "")


def _in_facts(value: Any, key: str) -> Iterator[Clue]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _in_facts(inner, str(name))
    elif isinstance(value, list):
        for inner in value:
            yield from _in_facts(inner, key)
    elif isinstance(value, str) and key not in REFERENCES:
        form = folded(value)
        if key == "title" and len(form) >= FEWEST_IN_A_TITLE:
            yield Clue(Sort.TITLE, value.strip(), form)
        elif key in NAMES and len(form) >= FEWEST_IN_A_NAME:
            yield Clue(Sort.NAME, value.strip(), form)
        yield from _passages(value)
        yield from _words(value)


def _passages(text: str) -> Iterator[Clue]:
    """Yield runs of words within a paragraph; of a short line the whole."""
    for paragraph in re.split(r"\n\s*\n|\n(?=\s*(?:[-*+#>|]|\d+[.)]))", text):
        words = paragraph.split()
        for start in range(0, len(words), WORDS_TOGETHER):
            run = words[start : start + WORDS_TOGETHER]
            form = folded(" ".join(run))
            if len(form) >= FEWEST_LETTERS:
                yield Clue(Sort.PASSAGE, " ".join(run), form)


def _words(text: str) -> Iterator[Clue]:
    """Yield single words: a search index holds nothing else. Those that others use too are sorted out later."""
    for word in sorted(words_in(text)):
        if len(word) >= FEWEST_IN_A_WORD:
            yield Clue(Sort.WORD, word, word)


def shortest_stem(word: str) -> int:
    """Return how many letters of a word an index holds at least: ``marigolds`` may stand in it as ``marigold``."""
    return max(len(word) - LONGEST_ENDING, FEWEST_IN_A_WORD - 1)


def not_elsewhere(clues: Iterable[Clue], text: str, words: set[str], digests: set[str]) -> tuple[Clue, ...]:
    """Return the clues that lead to this resource alone.

    `text` is everything else that people may read, folded; `words` are its words, `digests` the marks of its files.
    A word counts as said elsewhere where another has the same stem, because an index may hold the stem alone.
    """
    beginnings = {word[:length] for word in words for length in range(FEWEST_IN_A_WORD - 1, len(word) + 1)}

    def is_elsewhere(clue: Clue) -> bool:
        if clue.sort in (Sort.FILE, Sort.PICTURE):
            return clue.form in digests
        if clue.sort is Sort.WORD:
            return clue.form[: shortest_stem(clue.form)] in beginnings
        return clue.form in text

    return tuple(clue for clue in clues if not is_elsewhere(clue))
