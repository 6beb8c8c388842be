"""Booklets: pages drawn for A5, imposed on A4 behind a sheet that says how to print and fold them."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from fingerpost.editions.collection import Collection
from fingerpost.editions.print.draw import Layout, PageProblem
from fingerpost.editions.print.drawings import Drawing, drawer, pages_of
from fingerpost.editions.print.folding import fold
from fingerpost.editions.print.imposition import Side, booklet, tilt_and_turn
from fingerpost.editions.print.together import Studio
from fingerpost.editions.print.wanted import PAPER, Wanted
from fingerpost.render import render_template

FOLDED = "imposed, fourth way"
FOLD = Layout(f"{PAPER}/fold.css")
BEFORE = 2  # pages of instructions: the two sides of one sheet


@dataclass(frozen=True, slots=True)
class Folded:
    """A booklet to be made: which, from which PDFs, on which sides, and its two pages of instructions."""

    wanted: Wanted
    texts: tuple[Path, ...]
    sides: tuple[Side, ...]
    told: tuple[Drawing, ...]


def fold_all(
    collection: Collection, studio: Studio, wanted: Iterable[Wanted], drawn: Mapping[Drawing, Path | PageProblem]
) -> Mapping[Wanted, Path | PageProblem]:
    """Return where each booklet is kept, or what was wrong with one of its pages."""
    found: dict[Wanted, Path | PageProblem] = {}
    ready = []
    for one in wanted:
        made = [drawn[drawing] for drawing in one.drawings]
        wrong = next((text for text in made if isinstance(text, PageProblem)), None)
        if wrong:
            found[one] = wrong
        else:
            ready.append(_folded(collection, studio, one, tuple(text for text in made if isinstance(text, Path))))
    told = studio.draw_all(page for one in ready for page in one.told)
    for folded in ready:
        found[folded.wanted] = _made(studio, folded, [told[page] for page in folded.told])
    return found


def key_of(texts: Iterable[Path], title: str, language: str) -> str:
    """Return the key of a booklet: what it is made of, and how."""
    parts = [FOLDED, drawer(), title, language, *(text.stem for text in texts)]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]


def _folded(collection: Collection, studio: Studio, wanted: Wanted, texts: tuple[Path, ...]) -> Folded:
    pages = [pages_of(text) for text in texts]
    sides = booklet(pages[0]) if len(pages) == 1 else tilt_and_turn(*pages)
    return Folded(wanted, texts, sides, _instructions(collection, studio, wanted, len(sides) // 2))


def _instructions(collection: Collection, studio: Studio, wanted: Wanted, sheets: int) -> tuple[Drawing, ...]:
    """Write the pages of instructions; the second side of their sheet says the same, if it can in another language.

    A blank side would be taken for a fault, and leaving it out would put every page on the wrong side of its sheet.
    """
    codes = collection.project.site.codes
    both, drawings = len(wanted.holds) > 1, []
    for code in (wanted.language, next((code for code in codes if code != wanted.language), wanted.language)):
        file = studio.kept.site / "fold" / f"{code}-{sheets}{'-both' if both else ''}.html"
        if not file.is_file():
            file.parent.mkdir(exist_ok=True)
            context = {
                "lang": code,
                "direction": collection.project.site.language(code).direction,
                "words": collection.words[code],
                "base": "../",
                "first": BEFORE + 1,
                "last": BEFORE + 2 * sheets,
                "sheets": sheets,
                "both": both,
            }
            file.write_text(render_template(collection.project, "print-fold.html", context), "utf-8")
        drawings.append(Drawing(file, FOLD, "how to fold a booklet"))
    return tuple(drawings)


def _made(studio: Studio, folded: Folded, told: list[Path | PageProblem]) -> Path | PageProblem:
    wrong = next((page for page in told if isinstance(page, PageProblem)), None)
    if wrong:
        return wrong
    instructions = [page for page in told if isinstance(page, Path)]
    wanted = folded.wanted
    key = key_of([*instructions, *folded.texts], wanted.title, wanted.language)
    studio.used.add(key)
    ready = studio.kept.find(key)
    if ready:
        return ready
    new = studio.kept.folder / f"{key}.new"
    pages = fold(
        folded.sides,
        folded.texts,
        instructions,
        new,
        title=wanted.title,
        language=wanted.language,
        made=studio.made,
    )
    return new.replace(studio.kept.place(key, pages))
