"""What people find at the top of a copy, in each language: where to start, how to check it, and what it is."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from textwrap import wrap
from typing import Any

from fingerpost.editions.collection import Collection
from fingerpost.editions.stick.books import name_in_shelf
from fingerpost.editions.stick.names import BOOKS, PRINT, SITE
from fingerpost.gate import Edition
from fingerpost.languages import collation_key
from fingerpost.render import leaving_of, render_template
from fingerpost.stage import EVERYTHING, Books, Prints, check_by, months

START, CHECK, READ = "usb-file", "usb-check-file", "usb-read-file"
ENDS = {START: "html", CHECK: "html", READ: "txt"}
BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"  # or old editors of Windows take UTF-8 for something else
WIDTH = 76
SAID_BY_THE_CHECK = (
    *("none", "running", "whole", "broken", "unfinished", "no-copy", "changed", "lost", "added", "renamed", "beside"),
    *("more", "clock", "real"),
)


def write_first_pages(collection: Collection, folder: Path, prints: Prints, books: Books, number: str) -> None:
    """Write the pages into a finished folder: each names its language first, and says the same in all of them."""
    for code, context in _contexts(collection, folder, prints, books, number):
        for key, template in ((START, "usb-start.html"), (CHECK, "usb-check.html")):
            text = render_template(collection.project, template, context)
            (folder / name_of(collection, key, code)).write_text(text, "utf-8", newline="\n")
        text = BYTE_ORDER_MARK + _wrapped(render_template(collection.project, "usb-read-me.txt", context, plain=True))
        (folder / name_of(collection, READ, code)).write_text(text, "utf-8", newline="\r\n")


def _wrapped(text: str) -> str:
    """Return a text in lines that no window cuts off: old editors do not wrap them."""
    return "\n".join(
        "\n".join(wrap(line, WIDTH, break_long_words=False, break_on_hyphens=False)) for line in text.split("\n")
    )


def unfinished_pages(collection: Collection) -> dict[str, bytes]:
    """Return what stands in the place of each start page, by name, while a stick is being written. First is first."""
    site = collection.project.site
    found = {}
    for first in site.languages:
        languages = [first, *(language for language in site.languages if language is not first)]
        rows = [
            {"code": one.code, "direction": one.direction, "words": collection.words[one.code]} for one in languages
        ]
        text = render_template(collection.project, "usb-unfinished.html", {"languages": rows})
        found[name_of(collection, START, first.code)] = text.encode()
    return found


def name_of(collection: Collection, key: str, code: str) -> str:
    """Return the name of a first page in a language; with its code where another calls it the same."""
    name = collection.words[code](key)
    before = collection.project.site.codes[: collection.project.site.codes.index(code)]
    same = any(collection.words[one](key).casefold() == name.casefold() for one in before)
    return f"{name}-{code}.{ENDS[key]}" if same else f"{name}.{ENDS[key]}"


def _contexts(
    collection: Collection, folder: Path, prints: Prints, books: Books, number: str
) -> Iterator[tuple[str, dict[str, Any]]]:
    site = collection.project.site
    rows = {
        language.code: {
            **_about(collection, language.code),
            "direction": language.direction,
            "name": language.name,
            "site_name": language.site_name,
            "prints": _listed(collection, prints, language.code),
            "books": _books(collection, books, language.code),
        }
        for language in site.languages
    }
    for first in site.languages:
        explained = (folder / SITE / site.prefix(first.code) / "leaving.html").is_file()
        languages = [rows[first.code], *(row for code, row in rows.items() if code != first.code)]
        leaving = {**leaving_of(site.exit, {}, first.code, offline=True), "explained": explained}
        yield first.code, {"languages": languages, "leaving": leaving, "number": number}


def _about(collection: Collection, code: str) -> dict[str, Any]:
    """Return what the pages say in a language: its words, its addresses, its days, and what the check may say."""
    words, prefix = collection.words[code], collection.project.site.prefix(code)
    said = {key: words(f"usb-check-{key}") for key in SAID_BY_THE_CHECK}
    said |= {"made": words("usb-edition"), "after": words("usb-check-after"), "old": words("copy-old")}
    said |= {"number": words("usb-number"), "ask": words("copy-ask")}
    return {
        "code": code,
        "words": words,
        "root": f"{SITE}/{prefix}",
        "home": f"{SITE}/{prefix}index.html",
        "day": words.day(collection.library.made.date()),
        "until": words.day(check_by(collection.library, Edition.USB)),
        "start": name_of(collection, START, code),
        "check": name_of(collection, CHECK, code),
        "said": json.dumps({**said, "months": months(words)}, ensure_ascii=False, sort_keys=True),
    }


def _listed(collection: Collection, prints: Prints, language: str) -> list[dict[str, Any]]:
    """The PDFs in one language, by title in its own alphabet, and of each resource every variant."""
    words = collection.words[language]
    listed = [
        {
            "title": collection.library.resources[resource].main.text_for(language).title,
            "made": [
                {
                    "name": f"{PRINT}/{print_file.place.split('/print/')[-1]}",
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


def days(collection: Collection) -> tuple[date, date]:
    """Return the day on which a copy counts as made, and the one after which to look for a newer one."""
    return collection.library.made.date(), check_by(collection.library, Edition.USB)


def _books(collection: Collection, books: Books, language: str) -> list[dict[str, str]]:
    """The e-books in one language: everything first, then each of a resource by title in its own alphabet."""
    words, resources = collection.words[language], collection.library.resources
    rows = {
        resource: {
            "name": f"{BOOKS}/{name_in_shelf(book.place)}",
            "title": resources[resource].main.text_for(language).title if resource else words("book-all"),
            "detail": words("book-size", size=max(1, round(book.size / 1000))),
        }
        for (resource, code), book in books.items()
        if code == language
    }
    return sorted(
        rows.values(), key=lambda row: (row is not rows.get(EVERYTHING), collation_key(language)(row["title"]))
    )
