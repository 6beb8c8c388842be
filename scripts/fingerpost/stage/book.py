"""The e-book edition's tree: a page for each resource, part and Easy Read version, and the order they are read in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from fingerpost.gate import Edition, Outcome, public_name, shows_body
from fingerpost.languages import Words
from fingerpost.library import Library, Piece
from fingerpost.library.kinds import LISTED
from fingerpost.stage.around import card_of, easy_of, part_facts, parts_of
from fingerpost.stage.contact import contact_on_paper
from fingerpost.stage.facts import content_notes, described, facts_of, notes_of, state_of, translation_state
from fingerpost.stage.items import in_order
from fingerpost.stage.links import address_online, body_of
from fingerpost.stage.on_every_copy import on_every_copy
from fingerpost.stage.resource_page import answers_of
from fingerpost.stage.rights import why_only_a_record
from fingerpost.stage.scene import scene
from fingerpost.stage.stale import as_sentence
from fingerpost.stage.tombstone import answers_taken_back
from fingerpost.stage.tree import Copied, Tree, address, relative
from fingerpost.stage.view import Scene, Since, View

FIRST = "index.md"  # says what the whole book is


@dataclass(frozen=True, slots=True)
class BookPage:
    """A page of a book: where it stands in its language's tree, its title, and where the website has it.

    `language` is empty where the title is in the book's own; `address` where the website does not show the page.
    """

    path: str
    title: str
    language: str
    address: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """A resource in a book: its own page first, then its parts and its Easy Read version.

    `own` says that its words are in the book's language: of such a toolkit a book can be made. `creators` are named as
    they chose, `licence` is in words.
    """

    id: str
    kind: str
    pages: tuple[BookPage, ...]
    own: bool
    summary: str
    creators: tuple[str, ...]
    licence: str


def stage_books(
    library: Library, words: Mapping[str, Words], since: Mapping[str, Since]
) -> tuple[Tree, dict[str, tuple[Chapter, ...]]]:
    """Return the tree that e-books are made from, and each language's chapters in the order of the book."""
    tree = Tree()
    chapters = {}
    for language in library.site.codes:
        shown = scene(library, Edition.EPUB, language, words[language], {}, since)
        _stage_first(tree, shown)
        chapters[language] = tuple(_stage_chapter(tree, shown, view) for view in _in_order(shown))
    return tree, chapters


def _in_order(shown: Scene) -> Iterator[View]:
    """Yield what a book holds: each kind in turn, and in it by title."""
    for kind in LISTED:
        yield from in_order(shown, shown.of_kind(kind))


def _stage_first(tree: Tree, shown: Scene) -> None:
    words, site = shown.words, shown.library.site
    title = site.language(shown.language).site_name
    fp = {
        "edition": words("print-edition", day=words.day(shown.library.made.date())),
        "newest": site.url + site.prefix(shown.language),
        "contact": contact_on_paper(site.contact, words),
    }
    front = {"title": title, "description": words("book-about"), "template": "book-first.html", "fp": fp}
    tree.page(shown.language, FIRST, front, "")


def _stage_chapter(tree: Tree, shown: Scene, view: View) -> Chapter:
    """Put the pages of a resource into the tree, with the pictures they show."""
    _stage_main(tree, shown, view)
    pages = [BookPage(view.path, view.text.title, view.foreign_language, address_online(shown, view, view.path))]
    if view.outcome is Outcome.FULL:
        for piece in (*view.resource.parts, *([view.resource.easy] if view.resource.easy else [])):
            pages.append(_stage_piece(tree, shown, view, piece))
        for file in shown.files.intersection(view.resource.files):
            tree.files[f"{shown.language}/{file.removeprefix('docs/')}"] = Copied(shown.library.root / file)
    meta = view.resource.entry
    names = dict.fromkeys(name for credit in meta.credits if (name := public_name(credit)))
    licence = on_every_copy(shown, view, view.path, view.text, [view.text])["licence"]
    said = f"{licence['says']} {licence['name']}."
    kind = view.resource.kind.name
    return Chapter(view.resource.id, kind, tuple(pages), not view.foreign, view.text.summary, tuple(names), said)


def _stage_main(tree: Tree, shown: Scene, view: View) -> None:
    body = body_of(shown, view.text, view.path) if shows_body(view.resource, view.outcome) else ""
    whole = view.outcome is Outcome.FULL
    texts = [view.text, *(shown.shown_text(part, view.resource) for part in view.resource.parts if whole)]
    fp = {
        "lang": view.foreign_language,
        "summary": view.text.summary,
        "kind": shown.words(f"kind-{view.resource.kind.name}"),
        "facts": facts_of(shown, view)[1:],
        "states": [as_sentence(said) for said in state_of(shown, view)],
        "notes": notes_of(shown, content_notes(shown, view)),
        "card": card_of(shown, view),
        "why_record": why_only_a_record(view, shown.words),
        "parts": parts_of(shown, view, view.path) if whole else [],
        "easy": easy_of(shown, view, view.path),
        "pieces": _answers(shown, view),
        "question": view.resource.kind.name == "question",
        "taken_back": answers_taken_back(shown, view.resource),
        **on_every_copy(shown, view, view.path, view.text, texts),
    }
    front = {"title": view.text.title, "description": described(shown, view, view.text), "template": "book.html"}
    tree.page(shown.language, view.path, {**front, "fp": fp}, body)


def _answers(shown: Scene, view: View) -> dict[str, dict[str, Any]]:
    found = answers_of(shown, view, view.path)
    for answer in found.values():
        answer["before"] = [as_sentence(said) for said in answer["before"]]
    return found


def _stage_piece(tree: Tree, shown: Scene, view: View, piece: Piece) -> BookPage:
    """Put a part or the Easy Read version on a page of its own; returns that page."""
    page, text = view.path.replace("index.md", f"{piece.stem}.md"), shown.shown_text(piece, view.resource)
    easy = piece is view.resource.easy
    foreign = text.language if text.language != shown.language else ""
    title = text.title or piece.source.title or view.text.title
    fp = {
        "lang": foreign,
        "easy": {"url": "", "lang": foreign} if easy else {},
        "summary": text.summary,
        "kind": " · ".join(part_facts(shown, piece.source.meta)),
        "facts": [],
        "states": [as_sentence(said) for said in translation_state(shown, piece, text)],
        "notes": notes_of(shown, view.resource.entry.content_notes),
        "card": [],
        "whole": {
            "title": view.text.title,
            "url": relative(address(view.path), page),
            "lang": view.foreign_language,
        },
    }
    front = {"title": title, "description": described(shown, view, text), "template": "book.html", "fp": fp}
    tree.page(shown.language, page, front, body_of(shown, text, page, easy=easy))
    return BookPage(page, title, foreign, address_online(shown, view, page))
