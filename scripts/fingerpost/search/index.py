"""From a folder of finished HTML to its search index, in steps."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from os import cpu_count
from pathlib import Path

from fingerpost.search.engine import run_pagefind
from fingerpost.search.laying_out import lay_out
from fingerpost.search.problem import SearchProblem
from fingerpost.search.reading import languages_of
from fingerpost.search.writing import write_languages

FOLDER = "search-index"
MARK = b"data-pagefind-body"
MANY = 500  # pages from which on a second process is worth its start (0.2 s)


@dataclass(frozen=True)
class SearchIndex:
    """What was indexed.

    `pages` is the number of pages by language code, `words` the number of different words by language code, `bytes` the
    size of all files of the index together.
    """

    pages: Mapping[str, int]
    words: Mapping[str, int]
    bytes: int


def index_site(site: Path) -> SearchIndex:
    """Index the finished HTML in `site` and put what the search page asks for in `site`/search-index/.

    Only what stands inside `data-pagefind-body` is indexed, each page in the language of its `<html lang>`: Pagefind
    reads the pages, finds words and stems and weighs them; `lay_out` puts each language's words where our scripts find
    them. The same site gives the same bytes. The index is made beside the site and moved in when it is whole: after any
    problem the site still holds the index it had.

    Raises SearchProblem, one plain sentence, if there is nothing to index, if Pagefind cannot be started, or
    if it is a version we do not know.
    """
    site = site.resolve()
    _require_marked_pages(site)
    try:
        with _workplace_beside(site) as workplace:
            bundle, new = workplace / "pagefind", workplace / "new"
            run_pagefind(site, bundle, workplace)
            pages = languages_of(bundle)
            done = _lay_out_all(bundle, pages, new)
            write_languages(new, {language: version for language, (_, version) in done.items()})
            size = sum(file.stat().st_size for file in new.rglob("*") if file.is_file())
            _move_in(new, site / FOLDER, workplace / "old")
    except OSError as error:
        raise SearchProblem(f"The search index could not be written: {error.strerror} ({error.filename}).") from error
    return SearchIndex(pages, {language: words for language, (words, _) in done.items()}, size)


def _lay_out_all(bundle: Path, pages: Mapping[str, int], target: Path) -> Mapping[str, tuple[int, str]]:
    """Lay out each language, several at once where there is much to do; return what `lay_out` says of each."""
    jobs = [(bundle, language, target / language) for language in pages]
    if len(jobs) < 2 or sum(pages.values()) < MANY:
        return {language: lay_out(*job) for language, job in zip(pages, jobs, strict=True)}
    with ProcessPoolExecutor(min(len(jobs), cpu_count() or 1)) as pool:
        return dict(zip(pages, pool.map(lay_out, *zip(*jobs, strict=True)), strict=True))


def _require_marked_pages(site: Path) -> None:
    """Raise SearchProblem unless a page is marked: finding no mark, Pagefind would index everything."""
    if not site.is_dir():
        raise SearchProblem(f"There is no site to search at {site}. Build the site first.")
    if not any(MARK in page.read_bytes() for page in site.rglob("*.html")):
        raise SearchProblem(f"No page in {site} is marked for the search (data-pagefind-body).")


@contextmanager
def _workplace_beside(site: Path) -> Iterator[Path]:
    """A folder beside the site, so that moving in is a rename, and never inside what gets published.

    Its name is fixed, so that what a killed run left there is gone after the next one.
    """
    workplace = site.parent / f".{site.name}-search"
    shutil.rmtree(workplace, ignore_errors=True)
    workplace.mkdir()
    try:
        yield workplace
    finally:
        shutil.rmtree(workplace, ignore_errors=True)


def _move_in(new: Path, place: Path, old: Path) -> None:
    """Put `new` in `place`; what was there goes to `old`, and comes back if `new` cannot be moved."""
    try:
        if place.exists():
            place.rename(old)
        new.rename(place)
    except BaseException:
        if old.exists() and not place.exists():
            old.rename(place)
        raise
