"""From a folder of finished HTML to its search bundle, in steps."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from fingerpost.search.bundle import (
    keep_what_readers_need,
    languages_of,
    lay_out,
    make_script_ordinary,
)
from fingerpost.search.engine import run_pagefind
from fingerpost.search.offline import OFFLINE, write_offline_part
from fingerpost.search.problem import SearchProblem

BUNDLE = "pagefind"
MARK = b"data-pagefind-body"


@dataclass(frozen=True)
class SearchIndex:
    """What was indexed.

    `pages` is the number of pages by language code, `words` the number of different words in all languages
    together, `bytes` the size of the whole bundle, `offline_bytes` how much of that is there only for readers
    who open the site without a server.
    """

    pages: Mapping[str, int]
    words: int
    bytes: int
    offline_bytes: int


def index_site(site: Path, *, offline: bool = True) -> SearchIndex:
    """Index the finished HTML in `site` and put the search bundle in `site`/pagefind/.

    Only what stands inside `data-pagefind-body` is indexed, each page in the language of its `<html lang>`.
    With `offline` the bundle also answers when the site is opened by double-click (`file://`), at the price
    of every index file being there twice. The same site gives the same bytes. The bundle is made beside the
    site and moved in when it is whole: after any problem the site still holds the bundle it had.

    Raises SearchProblem, one plain sentence, if there is nothing to index, if Pagefind cannot be started, or
    if it is a version we do not know.
    """
    site = site.resolve()
    _require_marked_pages(site)
    try:
        with _workplace_beside(site) as workplace:
            bundle = workplace / "new"
            words = run_pagefind(site, bundle, workplace)
            pages = languages_of(bundle)
            keep_what_readers_need(bundle)
            lay_out(bundle)
            make_script_ordinary(bundle)
            if offline:
                write_offline_part(bundle)
            total, offline_bytes = _size(bundle), _size(bundle / OFFLINE)
            _move_in(bundle, site / BUNDLE, workplace / "old")
    except OSError as error:
        raise SearchProblem(f"The search index could not be written: {error.strerror} ({error.filename}).") from error
    return SearchIndex(pages=pages, words=words, bytes=total, offline_bytes=offline_bytes)


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


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
