"""The catalogue: what is here, in data that other programs and people's spreadsheets can read."""

from fingerpost.catalogue.entries import entries_of
from fingerpost.catalogue.exports import as_csv, as_json, write_catalogue
from fingerpost.catalogue.feeds import as_atom, as_json_feed, feed_of
from fingerpost.catalogue.sitemap import as_sitemap, robots_file

__all__ = [
    "as_atom",
    "as_csv",
    "as_json",
    "as_json_feed",
    "as_sitemap",
    "entries_of",
    "feed_of",
    "robots_file",
    "write_catalogue",
]
