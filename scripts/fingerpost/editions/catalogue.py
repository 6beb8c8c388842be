"""The catalogue by itself, without pages: dist/catalogue/."""

import shutil

from fingerpost.catalogue import write_catalogue
from fingerpost.editions.collection import Collection, alone
from fingerpost.editions.made import Made
from fingerpost.editions.place import move_in, restore


def build_catalogue(collection: Collection) -> Made:
    """Write catalogue.json, catalogue.csv and sitemap.xml into ``dist/catalogue/``."""
    with alone(collection):
        return _build(collection)


def _build(collection: Collection) -> Made:
    place = collection.dist / "catalogue"
    new = collection.work / "catalogue"
    restore(place)
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(parents=True)
    count = write_catalogue(collection.library, new)
    move_in(new, place)
    return Made("catalogue", place, place / "catalogue.json", f"{count} resources")
