"""The usb edition: one folder that opens by double-click, with search and PDFs, anywhere."""

import json
import shutil
from pathlib import Path
from typing import Any

from fingerpost.editions.collection import Collection, shows_anything
from fingerpost.editions.made import Made, Narration
from fingerpost.editions.place import move_in, restore
from fingerpost.editions.print.shelf import Shelf, offered
from fingerpost.gate import Edition
from fingerpost.languages import collation_key
from fingerpost.render import leaving_of, render, render_template, write_neutral_page
from fingerpost.search import index_site
from fingerpost.stage import PrintFile, Prints, stage_site, write_tree

PRINTS = "../print"  # beside the site, where a person who opens the folder sees it


def build_usb(collection: Collection, shelf: Shelf, narration: Narration) -> Made:
    """Make ``dist/usb/``: first pages in each language, ``site/``, ``print/``, and the ledger as it stands."""
    work = collection.work / "usb"
    place = collection.dist / "usb"
    restore(place)
    prints = offered(collection.library, shelf, Edition.USB, PRINTS)
    with narration.step("usb"):
        tree = stage_site(collection.library, Edition.USB, collection.words, prints, collection.since)
        write_tree(tree, work / "docs")
        folder = work / "new"
        shutil.rmtree(folder, ignore_errors=True)
        render(work / "docs", folder / "site", collection.project, offline=True)
        write_neutral_page(collection.project, folder / "site")
        (folder / "site" / "404.html").unlink(missing_ok=True)  # nothing serves it here
        if shows_anything(collection, Edition.USB):
            index_site(folder / "site")
        (folder / "print").mkdir()
        for made in prints.values():
            for print_file in made:
                target = folder / "print" / _name(print_file)
                target.parent.mkdir(exist_ok=True)
                shutil.copyfile(shelf.folder / _name(print_file), target)
        _write_first_pages(collection, folder, prints)
        _write_ledger(collection, folder)
        move_in(folder, place)
    first = place / f"{collection.words[collection.project.site.codes[0]]('usb-file')}.html"
    size = sum(file.stat().st_size for file in place.rglob("*") if file.is_file())
    return Made("usb", place, first, f"{size / 1_000_000:.1f} MB")


def _write_first_pages(collection: Collection, folder: Path, prints: Prints) -> None:
    """One first page a language, each named in its language and saying the same in all of them."""
    site = collection.project.site
    for first in site.languages:
        languages = [first, *(language for language in site.languages if language is not first)]
        explained = (folder / "site" / site.prefix(first.code) / "leaving.html").is_file()
        context = {
            "leaving": {**leaving_of(site.exit, {}, first.code, offline=True), "explained": explained},
            "languages": [
                {
                    "code": language.code,
                    "direction": language.direction,
                    "words": collection.words[language.code],
                    "root": f"site/{site.prefix(language.code)}",
                    "home": f"site/{site.prefix(language.code)}index.html",
                    "site_name": language.site_name,
                    "prints": _listed(collection, prints, language.code),
                    "day": collection.words[language.code].day(collection.library.made.date()),
                }
                for language in languages
            ],
        }
        name = f"{collection.words[first.code]('usb-file')}.html"
        if (folder / name).exists():  # two languages that call it the same
            name = f"{name.removesuffix('.html')}-{first.code}.html"
        (folder / name).write_text(render_template(collection.project, "usb-start.html", context), "utf-8")


def _name(print_file: PrintFile) -> str:
    """Where a PDF lies in the shelf, and in the stick's folder of them."""
    return print_file.place.removeprefix(f"{PRINTS}/")


def _listed(collection: Collection, prints: Prints, language: str) -> list[dict[str, Any]]:
    """The PDFs in one language, by title in its own alphabet, and of each resource every variant."""
    words = collection.words[language]
    listed = [
        {
            "title": collection.library.resources[resource].main.text_for(language).title,
            "made": [
                {
                    "name": _name(print_file),
                    "title": words(f"print-{print_file.variant}"),
                    "pages": words("pdf-pages", count=print_file.pages),
                }
                for print_file in made
            ],
        }
        for (resource, code), made in prints.items()
        if code == language
    ]
    return sorted(listed, key=lambda row: collation_key(language)(row["title"]))


def _write_ledger(collection: Collection, folder: Path) -> None:
    rows = [{"id": row.id, "on": row.on.isoformat(), "words": dict(row.words)} for row in collection.library.ledger]
    data = {"made": collection.library.made.isoformat(), "withdrawn": rows}
    (folder / "withdrawn.json").write_text(json.dumps(data, ensure_ascii=False, indent=2) + "\n", "utf-8")
