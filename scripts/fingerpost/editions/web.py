"""The web edition: stage, render, search, catalogue, into its place."""

import shutil
from pathlib import Path

from fingerpost.catalogue import robots_file, write_catalogue
from fingerpost.editions.board import board_for_everybody
from fingerpost.editions.collection import Collection, shows_anything
from fingerpost.editions.epub.shelf import BookShelf, offered_books
from fingerpost.editions.made import Made, Narration
from fingerpost.editions.place import move_in, restore
from fingerpost.editions.print.shelf import Shelf, offered
from fingerpost.gate import Edition
from fingerpost.library import PublicPage
from fingerpost.render import headers_file, render, write_neutral_page
from fingerpost.search import index_site
from fingerpost.stage import stage_site, write_tree

PRINTS, BOOKS = "print", "epub"


def build_web(collection: Collection, shelf: Shelf, books: BookShelf, narration: Narration) -> Made:
    """Make ``site/``; until the last step, what stood there stands."""
    work = collection.work / "web"
    restore(collection.site)
    with narration.step("stage"):
        pages = stage_web(collection, shelf, books, work / "docs")
    with narration.step("render"):
        render(work / "docs", work / "site", collection.project)
    finish_web(collection, shelf, books, pages, work / "site", narration)
    move_in(work / "site", collection.site)
    count = sum(1 for _ in collection.site.rglob("*.html"))
    return Made("web", collection.site, collection.site / "index.html", f"{count} pages")


def stage_web(collection: Collection, shelf: Shelf, books: BookShelf, target: Path) -> tuple[PublicPage, ...]:
    """Stage the web edition into `target`; returns the pages that search engines may list."""
    prints = offered(collection.library, shelf, Edition.WEB, PRINTS)
    told = offered_books(collection.library, books, Edition.WEB, BOOKS)
    board = board_for_everybody(collection.library, {resource for resource, _ in prints})
    tree = stage_site(collection.library, Edition.WEB, collection.words, prints, collection.since, told, board)
    write_tree(tree, target)
    return tuple(tree.public)


def finish_web(
    collection: Collection,
    shelf: Shelf,
    books: BookShelf,
    pages: tuple[PublicPage, ...],
    site: Path,
    narration: Narration,
) -> None:
    """Add to rendered `pages` what belongs to them: PDFs, e-books, what hosts send, search, catalogue and feeds."""
    for made in offered(collection.library, shelf, Edition.WEB, PRINTS).values():
        for print_file in made:
            _copy(shelf.folder / print_file.place.removeprefix(f"{PRINTS}/"), site / print_file.place)
    for book in offered_books(collection.library, books, Edition.WEB, BOOKS).values():
        _copy(books.folder / book.place.removeprefix(f"{BOOKS}/"), site / book.place)
    write_neutral_page(collection.project, site)
    (site / "_headers").write_text(headers_file(), "utf-8", newline="\n")
    with narration.step("search"):
        # Where everything was withdrawn there is nothing to find, and the pages that say so have to be made.
        if shows_anything(collection, Edition.WEB):
            index_site(site)
    with narration.step("catalogue"):
        write_catalogue(collection.library, collection.words, pages, site)
        (site / "robots.txt").write_text(robots_file(collection.library.site), "utf-8")


def _copy(file: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, target)
