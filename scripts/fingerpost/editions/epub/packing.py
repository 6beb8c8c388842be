"""Put one book together: its pages as XHTML with links that lead within it, its pictures, its package document."""

import io
import posixpath
import re
import zipfile
from dataclasses import dataclass, field
from datetime import UTC
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from fingerpost.editions.collection import Collection
from fingerpost.editions.epub.book import FIRST, Book, identifier_of
from fingerpost.editions.epub.xhtml import TOP, NotWholeError, anchored, as_xhtml
from fingerpost.library.kinds import LISTED
from fingerpost.problems import FingerpostProblem
from fingerpost.render import render_template
from fingerpost.stage import address

ALWAYS = (1980, 1, 1, 0, 0, 0)  # of every file inside: the edition's day stands in the package document
STYLE, COVER, CONTENTS = "book.css", "cover.png", "contents.xhtml"
# EPUB 3.3, 3.2: the pictures that every reading system shows. AVIF is not one, so it is put in as PNG.
PICTURES = {
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}
XHTML = "application/xhtml+xml"
ID = re.compile(r'\sid="([^"]*)"')
OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
FEATURES = ("tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability")


@dataclass(slots=True)
class Inside:
    """The files of a book while it is put together: name to bytes, in order; `read` are the pages of the spine."""

    files: dict[str, bytes] = field(default_factory=dict)
    read: list[str] = field(default_factory=list)


def pack(collection: Collection, book: Book, site: Path, cover: bytes) -> bytes:
    """Return a book as the bytes of its file, made of the pages in the folder `site`.

    The same pages give the same bytes. Raises FingerpostProblem where a page is not whole.
    """
    inside = Inside()
    if cover:
        inside.files[COVER] = cover
        _add_ours(collection, book, inside, "cover-page.html", "cover.xhtml", said=_cover_said(collection, book))
    contents = {"parts": _contents(collection, book), "cover": bool(cover), "start": _name(book.paths[0])}
    _add_ours(collection, book, inside, "contents.html", CONTENTS, **contents)
    top = site / collection.project.site.prefix(book.language)
    for path in book.paths:
        html = (top / address(path)).read_text("utf-8")
        led = partial(_led, collection, book, path, top, inside, set(ID.findall(html)))
        _add(inside, _name(path), _xhtml(html, led, path), read=True)
    inside.files[STYLE] = (collection.project.overrides / "epub" / STYLE).read_bytes()
    package = render_template(collection.project, "epub/package.opf", _described(collection, book, inside))
    return _zipped(collection, package, inside)


def _name(path: str) -> str:
    """Return the name of a page in the book: ``toolkits/x/index.md`` gives ``toolkits/x/index.xhtml``."""
    return path.removesuffix(".md") + ".xhtml"


def _add(inside: Inside, name: str, text: str, *, read: bool) -> None:
    style = posixpath.relpath(STYLE, posixpath.dirname(name) or ".")
    linked = text.replace("</title>", f'</title>\n<link rel="stylesheet" type="text/css" href="{style}"/>', 1)
    inside.files[name] = linked.encode()
    if read:
        inside.read.append(name)


def _add_ours(collection: Collection, book: Book, inside: Inside, template: str, name: str, **more: Any) -> None:
    """Add a page that is the same in every book but for its words."""
    language = collection.project.site.language(book.language)
    words = collection.words[book.language]
    context = {"lang": book.language, "direction": language.direction, "words": words, "title": book.title, **more}
    html = render_template(collection.project, f"epub/{template}", context)
    _add(inside, name, _xhtml(html, lambda _name, value: value, name), read=True)


def _xhtml(html: str, led: Any, path: str) -> str:
    try:
        return as_xhtml(html, led)
    except NotWholeError as error:
        said = f"The e-book could not be made: on the page {path} {error}. Look at the HTML in its text."
        raise FingerpostProblem(said) from None


def _led(
    collection: Collection, book: Book, page: str, top: Path, inside: Inside, ids: set[str], name: str, value: str
) -> str:
    """Return where a link leads, in the book or out of it to the website; of a picture where it lies, if it does.

    `ids` are the page's own: a link to one that it has not leads to its top.
    """
    if name == "src":
        return _picture(page, top, inside, value)
    if OUTSIDE.match(value):
        return value
    path, mark, fragment = value.partition("#")
    end = f"#{anchored(unquote(fragment))}" if mark else ""
    if not path:
        return end if unquote(fragment) in ids else f"#{TOP}"
    there = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(path)))
    staged = there.removesuffix(".html") + ".md"
    if staged in book.paths:
        return quote(posixpath.relpath(_name(staged), posixpath.dirname(page) or ".")) + end
    site = collection.project.site
    return book.addresses.get(staged) or f"{site.url}{site.prefix(book.language)}not-here.html"


def _picture(page: str, top: Path, inside: Inside, value: str) -> str:
    there = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(value)))
    file = top / there
    if not file.is_file() or not file.resolve().is_relative_to(top.resolve()):
        return ""
    content = file.read_bytes()
    if file.suffix.lower() not in PICTURES:
        there, content = f"{there}.png", _as_png(content)
    inside.files[there] = content
    return quote(posixpath.relpath(there, posixpath.dirname(page) or "."))


def _as_png(content: bytes) -> bytes:
    from PIL import Image

    stream = io.BytesIO()
    with Image.open(io.BytesIO(content)) as picture:
        picture.save(stream, "PNG")
    return stream.getvalue()


def _contents(collection: Collection, book: Book) -> list[dict[str, Any]]:
    """Return the table of contents: a toolkit's parts, or each kind with its chapters and what they are made of."""
    rows = {
        chapter.id: [
            {"title": page.title, "lang": page.language, "href": quote(_name(page.path))} for page in chapter.pages
        ]
        for chapter in book.chapters
    }
    if not book.whole:
        return [{"title": "", "rows": rows[book.resource]}]
    words = collection.words[book.language]
    first = {"title": words("book-first"), "lang": "", "href": _name(FIRST)}
    parts: list[dict[str, Any]] = [{"title": "", "rows": [first]}]
    for kind in LISTED:
        inner = [rows[chapter.id] for chapter in book.chapters if chapter.kind == kind.name]
        if inner:
            listed = [{**pages[0], "rows": pages[1:]} for pages in inner]
            parts.append({"title": words(f"kinds-{kind.name}"), "rows": listed})
    return parts


def _cover_said(collection: Collection, book: Book) -> str:
    words, site = collection.words[book.language], collection.project.site
    said = words("book-cover-says", title=book.title, site=site.language(book.language).site_name)
    return book.title if book.whole else said


def _described(collection: Collection, book: Book, inside: Inside) -> dict[str, Any]:
    """Return what the package document says: of the book, of what helps people to read it, and of its files."""
    site, words, made = collection.project.site, collection.words[book.language], collection.library.made
    pictures = [name for name in inside.files if _kind(name) in PICTURES.values() and name != COVER]
    only = book.chapters[0]
    language = site.language(book.language)
    return {
        "lang": book.language,
        "direction": language.direction,
        "languages": [book.language],
        "identifier": identifier_of(collection, book),
        "title": book.title,
        "site_name": language.site_name,
        "about": book.about,
        "creators": () if book.whole else only.creators,
        "rights": words("book-licences") if book.whole else only.licence,
        "source": site.url + site.prefix(book.language) if book.whole else only.pages[0].address,
        "day": made.date().isoformat(),
        "modified": made.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "whole": book.whole,
        "pictures": bool(pictures),
        "features": [*FEATURES, *(["alternativeText"] if pictures else [])],
        # A picture that moves may flash; nobody has looked at it.
        "hazard": "unknown" if any(name.lower().endswith(".gif") for name in pictures) else "none",
        "summary": words("book-access"),
        "files": _manifest(inside),
    }


def _manifest(inside: Inside) -> list[dict[str, Any]]:
    properties = {CONTENTS: "nav", COVER: "cover-image"}
    return [
        {
            "id": f"f{number}",
            "href": quote(name),
            "kind": _kind(name),
            "properties": properties.get(name, ""),
            "read": name in inside.read,
        }
        for number, name in enumerate(inside.files, start=1)
    ]


def _kind(name: str) -> str:
    ending = f".{name.rpartition('.')[2].lower()}"
    return {".xhtml": XHTML, ".css": "text/css"}.get(ending) or PICTURES[ending]


def _zipped(collection: Collection, package: str, inside: Inside) -> bytes:
    """Return the files as a container (EPUB 3.3, 4.2): the first is its media type, as it is."""
    stream = io.BytesIO()
    container = render_template(collection.project, "epub/container.xml", {})
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        _put(archive, "mimetype", b"application/epub+zip", zipfile.ZIP_STORED)
        _put(archive, "META-INF/container.xml", container.encode())
        _put(archive, "EPUB/package.opf", package.encode())
        for name, content in inside.files.items():
            _put(archive, f"EPUB/{name}", content)
    return stream.getvalue()


def _put(archive: zipfile.ZipFile, name: str, content: bytes, how: int = zipfile.ZIP_DEFLATED) -> None:
    member = zipfile.ZipInfo(name, ALWAYS)
    member.compress_type = how
    member.external_attr = 0o644 << 16
    member.create_system = 3  # Unix, also where it is made on Windows
    archive.writestr(member, content)
