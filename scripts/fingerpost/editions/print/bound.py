"""Bind several resources into one document a language: their pages as they are, one heading further down."""

import hashlib
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

from fingerpost.editions.collection import Collection
from fingerpost.editions.print.choosing import Chosen
from fingerpost.editions.print.drawings import Drawing
from fingerpost.editions.print.wanted import Wanted, layout_of
from fingerpost.gate import Edition, Outcome
from fingerpost.library import Resource
from fingerpost.library.schema import Answer
from fingerpost.render import render_template
from fingerpost.stage import BY_NAME, see

VARIANTS = ("a4", "large")  # what is bound is too thick to be folded
BODY = re.compile(r"<body[^>]*>(.*)</body>", re.DOTALL)
# Our templates and the sanitiser write tags so; what stands in words has its angle brackets escaped.
TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)(?P<rest>(?:\s+[a-z-]+(?:=(?:\"[^\"]*\"|'[^']*'))?)*\s*/?)>")
CONTENTS = re.compile(r'<nav class="when-long">.*?</nav>', re.DOTALL)  # the whole has a list of its own
ID = re.compile(r'\b(id)="([^"]*)"')
ANCHOR = re.compile(r'\b(href)="#([^"]*)"')
SOURCE = re.compile(r'\bsrc="(?!data:|qr:|https?:)([^"]*)"')


def bound_pages(collection: Collection, site: Path, chosen: Chosen) -> tuple[Wanted, ...]:
    """Write a page for each language that has something of what was chosen, and return the PDFs to be drawn from it.

    Returns nothing where one resource was chosen, which has PDFs of its own.
    """
    if not chosen.bound:
        return ()
    wanted = []
    for language in collection.project.site.codes:
        page = _write(collection, site, chosen, language)
        if page is None:
            continue
        for name in VARIANTS:
            variant = BY_NAME[name]
            drawing = Drawing(page, layout_of(variant), f"{chosen.said} ({language}, {name})")
            file = f"{language}/{chosen.name}.{name}.pdf"
            title = chosen.titles[language]
            wanted.append(Wanted(chosen.said, language, variant, file, title, (drawing,), (language,)))
    return tuple(wanted)


def _write(collection: Collection, site: Path, chosen: Chosen, language: str) -> Path | None:
    chapters = list(_chapters(collection, site, chosen, language))
    if not chapters:
        return None
    place, words = collection.project.site, collection.words[language]
    page = site / "bound" / f"{chosen.name}.{language}.html"
    page.parent.mkdir(exist_ok=True)
    context = {
        "lang": language,
        "direction": place.language(language).direction,
        "words": words,
        "site_name": place.language(language).site_name,
        "title": chosen.titles[language],
        "day": words.day(collection.library.made.date()),
        "address": place.url + place.prefix(language),
        "chapters": chapters,
    }
    html = render_template(collection.project, "print-bound.html", context)
    page.write_text(f"{html}<!-- {_mark_of_pictures(html, page)} -->\n", "utf-8")
    return page


def _chapters(collection: Collection, site: Path, chosen: Chosen, language: str) -> Iterator[dict[str, str]]:
    for number, id in enumerate(chosen.ids, start=1):
        resource = collection.library.resources[id]
        page = site / collection.project.site.prefix(language) / id / "index.html"
        if not page.is_file():
            continue
        chapter = f"chapter-{number}"
        up = posixpath.relpath(page.parent.relative_to(site).as_posix(), "bound")
        yield {
            "id": chapter,
            "title": resource.main.text_for(language).title,
            "notes": _notes(collection, resource, language),
            "html": _as_chapter(page.read_text("utf-8"), chapter, up),
        }


def _notes(collection: Collection, resource: Resource, language: str) -> str:
    """Return the content notes of a resource, so that they are met before it is turned to."""
    library, terms = collection.library, list(resource.entry.content_notes)
    for answer in resource.answers:
        view = see(library, answer, language, Edition.PRINT)
        if view and view.outcome is Outcome.FULL and isinstance(answer.meta, Answer):
            terms += answer.meta.content_notes
    labels = [library.label("content-notes", term, language) for term in dict.fromkeys(terms)]
    return collection.words[language]("content-note", notes=", ".join(labels)) if labels else ""


def _as_chapter(html: str, chapter: str, up: str) -> str:
    """Return the body of a page as a chapter: ids of its own, headings one level down, pictures found from `up`."""
    found = BODY.search(html)
    body = CONTENTS.sub("", found[1] if found else "")

    def change(tag: re.Match[str]) -> str:
        name, rest = tag["name"], tag["rest"]
        if re.fullmatch(r"h[1-5]", name):
            name = f"h{int(name[1]) + 1}"
        rest = ID.sub(rf'\1="{chapter}-\2"', rest)
        rest = ANCHOR.sub(rf'\1="#{chapter}-\2"', rest)
        rest = SOURCE.sub(rf'src="{up}/\1"', rest)
        return f"<{tag['end']}{name}{rest}>"

    return TAG.sub(change, body)


def _mark_of_pictures(html: str, page: Path) -> str:
    """Return a mark of the pictures that a page shows: it is drawn again when one of them changes."""
    digest = hashlib.sha256()
    for source in sorted(set(SOURCE.findall(html))):
        file = (page.parent / source).resolve()
        digest.update(source.encode() + b"\0" + (file.read_bytes() if file.is_file() else b""))
    return digest.hexdigest()
