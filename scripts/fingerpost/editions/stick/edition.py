"""The usb edition: one folder that opens by double-click, with search and PDFs, anywhere; and the same as a zip."""

import json
import shutil
from pathlib import Path

from fingerpost import __version__
from fingerpost.editions.collection import Collection, shows_anything
from fingerpost.editions.epub.shelf import BookShelf
from fingerpost.editions.made import Made, Narration
from fingerpost.editions.place import move_in, restore
from fingerpost.editions.print.shelf import Shelf, offered
from fingerpost.editions.stick.bag import read_payload, seal
from fingerpost.editions.stick.books import books_for, name_in_shelf
from fingerpost.editions.stick.choosing import EPUB, PDF, Choice, narrowed
from fingerpost.editions.stick.current import note_what_was_made
from fingerpost.editions.stick.estimate import Estimate, estimate
from fingerpost.editions.stick.first_pages import START, days, name_of, write_first_pages
from fingerpost.editions.stick.names import AGENT, BOOKS, LEDGER, PRINT, SITE
from fingerpost.editions.stick.zipped import write_zip
from fingerpost.gate import Edition
from fingerpost.languages.phrases import Phrase, say
from fingerpost.render import render, write_neutral_page
from fingerpost.search import index_site
from fingerpost.stage import Books, Prints, stage_site, write_tree

PRINTS = "../print"  # beside the pages, seen from their top
ZIP = "usb.zip"
EVERYTHING = Choice()


def build_usb(
    whole: Collection, shelf: Shelf, library: BookShelf, narration: Narration, choice: Choice = EVERYTHING
) -> Made:
    """Make ``dist/usb/`` and ``dist/usb.zip``: first pages in each language, and in ``data/`` all that they lead to.

    `choice` makes them smaller. Raises Misuse where it names what is not there.
    """
    collection = narrowed(whole, choice)
    work, place = collection.work / "usb", collection.dist / "usb"
    restore(place)
    with narration.step("usb"):
        prints = _prints(collection, shelf, choice)
        books = _books(collection, library, choice)
        tree = stage_site(collection.library, Edition.USB, collection.words, prints, collection.since, books)
        write_tree(tree, work / "docs")
        narration.tell(_said(estimate(work / "docs", prints, books)))
        folder = work / "new"
        shutil.rmtree(folder, ignore_errors=True)
        _write_site(collection, work / "docs", folder / SITE)
        _take_along(prints, books, (shelf, library), folder)
        _write_ledger(collection, folder)
        payload = read_payload(folder)
        number = f"{days(collection)[0].isoformat()}-{payload.number}"
        write_first_pages(collection, folder, prints, books, number)
        seal(folder, payload, _info(collection, number))
        write_zip(folder, collection.dist / ZIP, collection.library.made)
        move_in(folder, place)
        note_what_was_made(whole, choice, number)
    first = place / name_of(collection, START, collection.project.site.codes[0])
    size = sum(file.stat().st_size for file in place.rglob("*") if file.is_file())
    return Made("usb", place, first, f"{size / 1_000_000:.1f} MB, {number}")


def _prints(collection: Collection, shelf: Shelf, choice: Choice) -> Prints:
    if PDF in choice.without:
        return {}
    made = offered(collection.library, shelf, Edition.USB, PRINTS)
    codes = collection.project.site.codes
    held = {f"{PRINTS}/{sheet.name}": sheet.holds for sheet in shelf.sheets}
    kept = {
        (resource, code): tuple(one for one in files if set(held[one.place]) <= set(codes))
        for (resource, code), files in made.items()
        if code in codes
    }
    return {key: files for key, files in kept.items() if files}


def _books(collection: Collection, library: BookShelf, choice: Choice) -> Books:
    if EPUB in choice.without or choice.topics:  # a book of the whole collection holds the other topics too
        return {}
    return books_for(collection.library, library, collection.project.site.codes)


def _write_site(collection: Collection, staged: Path, site: Path) -> None:
    render(staged, site, collection.project, offline=True)
    write_neutral_page(collection.project, site)
    (site / "404.html").unlink(missing_ok=True)  # nothing serves it here
    if shows_anything(collection, Edition.USB):
        index_site(site)


def _take_along(prints: Prints, books: Books, shelves: tuple[Shelf, BookShelf], folder: Path) -> None:
    """Copy PDFs and e-books to where the pages lead."""
    shelf, library = (one.folder for one in shelves)
    wanted = {name: (shelf, PRINT) for files in prints.values() for name in (_name(one.place) for one in files)}
    wanted |= {name_in_shelf(book.place): (library, BOOKS) for book in books.values()}
    for name, (source, below) in wanted.items():
        target = folder / below / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / name, target)


def _name(place: str) -> str:
    """Where a PDF lies in the shelf, and in the copy's folder of them."""
    return place.removeprefix(f"{PRINTS}/")


def _write_ledger(collection: Collection, folder: Path) -> None:
    rows = [{"id": row.id, "on": row.on.isoformat(), "words": dict(row.words)} for row in collection.library.ledger]
    data = {"made": collection.library.made.isoformat(), "withdrawn": rows}
    text = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    (folder / LEDGER).write_text(text, "utf-8", newline="\n")


def _info(collection: Collection, number: str) -> dict[str, str]:
    """Return what a copy says of itself: names of RFC 8493, 2.2.2, and one of ours."""
    made, until = days(collection)
    return {
        "Bag-Software-Agent": f"{AGENT} {__version__}",
        "Bagging-Date": made.isoformat(),
        "External-Description": collection.project.site.languages[0].site_name,
        "External-Identifier": number,
        "Fingerpost-Check-After": until.isoformat(),
        "Fingerpost-Made": f"{int(collection.library.made.timestamp())}",
    }


def _said(size: Estimate) -> Phrase:
    """Return how large a copy will be, before it is written."""
    whole, pages, files, prints, books = (
        f"{bytes / 1_000_000:.1f}" for bytes in (size.whole, size.pages, size.files, size.prints, size.books)
    )
    return say(
        "The copy will take about {whole} MB: pages and search {pages}, pictures and files {files}, PDFs {prints}, "
        "e-books {books}. Its zip will take less.",
        whole=whole,
        pages=pages,
        files=files,
        prints=prints,
        books=books,
    )
