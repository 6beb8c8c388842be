"""The catalogue: what is here, in data that other programs and people's spreadsheets can read."""

from fingerpost.catalogue.entries import entries_of
from fingerpost.catalogue.exports import as_csv, as_json, write_catalogue

__all__ = ["as_csv", "as_json", "entries_of", "write_catalogue"]
