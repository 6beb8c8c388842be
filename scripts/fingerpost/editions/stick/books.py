"""The e-books that a copy takes along: of those that were made, what it may offer, in the languages that it has."""

from collections.abc import Sequence

from fingerpost.editions.epub.shelf import BookShelf, offered_books
from fingerpost.gate import Edition
from fingerpost.library import Library
from fingerpost.stage import Books

FOLDER = "epub"
PLACE = f"../{FOLDER}"  # beside the pages, seen from their top


def books_for(library: Library, shelf: BookShelf, codes: Sequence[str]) -> Books:
    """Return the e-books by resource (or everything) and language, each with its place seen from the pages' top."""
    may = offered_books(library, shelf, Edition.USB, PLACE)
    return {(resource, code): book for (resource, code), book in may.items() if code in codes}


def name_in_shelf(place: str) -> str:
    """Return where a book lies in the shelf, and in the copy's folder of them."""
    return place.removeprefix(f"{PLACE}/")
