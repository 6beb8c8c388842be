"""The ZIM edition: stage, render, index, and put everything into one file a language and one for all."""

import shutil
from functools import partial
from pathlib import Path

from fingerpost.editions.collection import Collection, shows_anything
from fingerpost.editions.made import Made, Narration
from fingerpost.editions.place import move_in, restore
from fingerpost.editions.print.shelf import Shelf, offered
from fingerpost.editions.zim.archive import write_archive
from fingerpost.editions.zim.contents import entries_of
from fingerpost.editions.zim.described import described, name_of, three_letters
from fingerpost.gate import Edition
from fingerpost.render import render, write_neutral_page
from fingerpost.search import index_site
from fingerpost.stage import stage_site, write_tree

PRINTS = "print"
PICTURE = Path("zim", "mark-48.png")


def build_zim(collection: Collection, shelf: Shelf, narration: Narration, *, pdfs: bool = True) -> Made:
    """Make ``dist/zim/``: an archive for each language, and where there are several one for all of them.

    Without `pdfs` the archives hold no PDFs and lead to none. Raises FingerpostProblem where libzim is not there.
    """
    work, place = collection.work / "zim", collection.dist / "zim"
    restore(place)
    with narration.step("zim"):
        _make_site(collection, shelf if pdfs else Shelf(shelf.folder), work)
        new = work / "new"
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir(parents=True)
        codes = collection.project.site.codes
        for languages in [*([codes] if len(codes) > 1 else []), *((code,) for code in codes)]:
            _write(collection, shelf, work / "site", new, languages, pdfs=pdfs)
        move_in(new, place)
    files = sorted(place.glob("*.zim"))
    size = sum(file.stat().st_size for file in files) / 1_000_000
    return Made(
        "zim", place, place / f"{name_of(collection, codes, pdfs=pdfs)}.zim", f"{len(files)} files, {size:.1f} MB"
    )


def _make_site(collection: Collection, shelf: Shelf, work: Path) -> None:
    """Render the edition's pages into ``site/`` with their search index, and lay the PDFs beside them."""
    site, prints = work / "site", offered(collection.library, shelf, Edition.ZIM, PRINTS)
    tree = stage_site(collection.library, Edition.ZIM, collection.words, prints, collection.since)
    write_tree(tree, work / "docs")
    render(work / "docs", site, collection.project, offline=True)
    write_neutral_page(collection.project, site)
    (site / "404.html").unlink(missing_ok=True)  # Kiwix has a page of its own for that
    if shows_anything(collection, Edition.ZIM):
        index_site(site)
    for made in prints.values():
        for print_file in made:
            target = site / print_file.place
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(shelf.folder / print_file.place.removeprefix(f"{PRINTS}/"), target)


def _write(
    collection: Collection, shelf: Shelf, folder: Path, new: Path, languages: tuple[str, ...], *, pdfs: bool
) -> None:
    site = collection.project.site
    on_the_web = offered(collection.library, shelf, Edition.WEB, PRINTS)
    places = {print_file.place for made in on_the_web.values() for print_file in made}
    online = partial(_address, site.url, places)
    said = described(collection, languages, pdfs=pdfs)
    picture = (collection.project.overrides / PICTURE).read_bytes()
    main = f"{site.prefix(languages[0])}index.html"
    entries = entries_of(folder, site, languages, online)
    write_archive(new / f"{said['Name']}.zim", entries, said, picture, main, three_letters(languages[0]))


def _address(url: str, places: set[str], path: str) -> str:
    return url + path if path in places else ""
