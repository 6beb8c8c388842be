"""The e-book edition: stage, render, put each book together, into its place."""

import shutil
from pathlib import Path

from fingerpost.editions.collection import Collection
from fingerpost.editions.epub.book import books_of
from fingerpost.editions.epub.cover import Covers
from fingerpost.editions.epub.packing import pack
from fingerpost.editions.epub.pages import make_pages
from fingerpost.editions.epub.shelf import BookShelf, Copy, write_books
from fingerpost.editions.made import Made, Narration
from fingerpost.editions.place import move_in, restore


def build_epub(collection: Collection, narration: Narration) -> BookShelf:
    """Make ``dist/epub/``: for each language a book of everything, and one of each toolkit.

    Raises FingerpostProblem where a page cannot be put into a book.
    """
    work, place = collection.work / "epub", collection.dist / "epub"
    restore(place)
    with narration.step("epub"):
        chapters = make_pages(collection, work)
        new, covers = work / "new", Covers(collection, work)
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir(parents=True)
        copies = []
        for book in books_of(collection, chapters):
            target = new / book.name
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(pack(collection, book, work / "site", covers.cover_of(book)))
            ids = tuple(chapter.id for chapter in book.chapters)
            copies.append(Copy(book.resource, book.language, book.name, target.stat().st_size, ids))
        covers.tidy()
        write_books(tuple(copies), new)
        move_in(new, place)
    return BookShelf(place, tuple(copies))


def made_epub(shelf: BookShelf) -> Made:
    """Return what the e-book edition says of itself."""
    size = sum(copy.size for copy in shelf.copies) / 1_000_000
    first: Path = shelf.folder / shelf.copies[0].name if shelf.copies else shelf.folder
    return Made("epub", shelf.folder, first, f"{len(shelf.copies)} e-books, {size:.1f} MB")
