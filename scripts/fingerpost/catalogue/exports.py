"""The catalogue's files: JSON and CSV of every resource, and the sitemap."""

import csv
import io
import json
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from fingerpost.catalogue.entries import entries_of
from fingerpost.library import Library

# What a spreadsheet takes for the beginning of a formula; East Asian ones take the wide signs too.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
JOINED = ("topics", "stages", "audiences", "content_notes", "sources")
PLAIN = ("made_by", "published", "reviewed", "review_by", "licence", "holder", "shown", "original")
PER_LANGUAGE = ("title", "summary", "url", "status", "stale")
PEOPLE = ("translators", "readers")


def write_catalogue(library: Library, target: Path) -> int:
    """Write catalogue.json, catalogue.csv and sitemap.xml into `target`; returns how many resources they hold."""
    entries = entries_of(library)
    (target / "catalogue.json").write_text(as_json(entries), "utf-8")
    (target / "catalogue.csv").write_bytes(as_csv(entries, library.site.codes).encode())
    (target / "sitemap.xml").write_text(as_sitemap(library, entries), "utf-8")
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


def as_sitemap(library: Library, entries: list[dict[str, Any]]) -> str:
    """Return a sitemap (sitemaps.org 0.9) of the start pages and resources, alternates only where a text exists."""
    groups = [{code: library.site.url + library.site.prefix(code) for code in library.site.codes}]
    groups += [{code: text["url"] for code, text in entry["languages"].items()} for entry in entries]
    urls = [_sitemap_url(address, group) for group in groups for address in group.values()]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
        + "".join(urls)
        + "</urlset>\n"
    )


def _sitemap_url(address: str, group: dict[str, str]) -> str:
    alternates = "".join(
        f'<xhtml:link rel="alternate" hreflang={quoteattr(code)} href={quoteattr(there)}/>'
        for code, there in group.items()
    )
    return f"<url><loc>{escape(address)}</loc>{alternates if len(group) > 1 else ''}</url>\n"


def _names(credits: list[dict[str, Any]]) -> str:
    return "; ".join(credit["name"] or credit["as"] for credit in credits)


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text
