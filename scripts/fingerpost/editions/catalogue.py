"""The catalogue by itself, without pages: dist/catalogue/."""

import shutil

from fingerpost.catalogue import write_catalogue
from fingerpost.editions.collection import Collection, alone
from fingerpost.editions.made import Made
from fingerpost.editions.place import move_in, restore
from fingerpost.gate import Edition
from fingerpost.stage import stage_site


def build_catalogue(collection: Collection) -> Made:
    """Write catalogue.json, catalogue.csv, sitemap.xml and the feeds into ``dist/catalogue/``."""
    with alone(collection):
        return _build(collection)


def _build(collection: Collection) -> Made:
    place = collection.dist / "catalogue"
    new = collection.work / "catalogue"
    restore(place)
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(parents=True)
    pages = stage_site(collection.library, Edition.WEB, collection.words, {}).public
    count = write_catalogue(collection.library, collection.words, pages, new)
    move_in(new, place)
    return Made("catalogue", place, place / "catalogue.json", f"{count} resources")
