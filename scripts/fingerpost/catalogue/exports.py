"""The catalogue's files: JSON and CSV of every resource, the feeds of each language, and the sitemap."""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from fingerpost.catalogue.entries import entries_of
from fingerpost.catalogue.feeds import ATOM, JSON, as_atom, as_json_feed, feed_of
from fingerpost.catalogue.sitemap import SITEMAP, as_sitemap
from fingerpost.languages import Words
from fingerpost.library import Library, PublicPage

# What a spreadsheet takes for the beginning of a formula; East Asian ones take the wide signs too.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
JOINED = ("topics", "stages", "audiences", "content_notes", "sources")
PLAIN = ("made_by", "published", "reviewed", "review_by", "licence", "holder", "shown", "original")
PER_LANGUAGE = ("title", "summary", "url", "status", "stale")
PEOPLE = ("translators", "readers")


def write_catalogue(library: Library, words: Mapping[str, Words], pages: Iterable[PublicPage], target: Path) -> int:
    """Write catalogue.json, catalogue.csv, sitemap.xml and each language's feeds into `target`.

    `pages` are those of the web edition. Returns how many resources the catalogue holds.
    """
    entries = entries_of(library)
    (target / "catalogue.json").write_text(as_json(entries), "utf-8")
    (target / "catalogue.csv").write_bytes(as_csv(entries, library.site.codes).encode())
    (target / SITEMAP).write_text(as_sitemap(pages), "utf-8")
    for language in library.site.codes:
        feed = feed_of(library, entries, language, words)
        folder = target / library.site.prefix(language)
        folder.mkdir(exist_ok=True)
        (folder / ATOM).write_text(as_atom(feed), "utf-8")
        (folder / JSON).write_text(as_json_feed(feed), "utf-8")
    return len(entries)


def as_json(entries: list[dict[str, Any]]) -> str:
    """Return the catalogue as JSON: ``{"resources": [...]}``."""
    return json.dumps({"resources": entries}, ensure_ascii=False, indent=2) + "\n"


def as_csv(entries: list[dict[str, Any]], languages: tuple[str, ...]) -> str:
    """Return the catalogue as CSV (RFC 4180): one row a resource, terms separated by semicolons.

    A cell that a spreadsheet would take for a formula starts with an apostrophe (OWASP: CSV injection).
    """
    header = ["id", "kind", *JOINED, "credits", *PLAIN]
    header += [f"{name}_{language}" for language in languages for name in (*PER_LANGUAGE, *PEOPLE)]
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(header)
    for entry in entries:
        row = [entry["id"], entry["kind"], *("; ".join(entry[key]) for key in JOINED), _names(entry["credits"])]
        row += [entry[key] for key in PLAIN]
        for language in languages:
            text = entry["languages"].get(language, {})
            row += [text.get(name, "") for name in PER_LANGUAGE]
            row += [_names(text.get(name, [])) for name in PEOPLE]
        writer.writerow([_cell(value) for value in row])
    return out.getvalue()


def _names(credits: list[dict[str, Any]]) -> str:
    return "; ".join(credit["name"] or credit["as"] for credit in credits)


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text
