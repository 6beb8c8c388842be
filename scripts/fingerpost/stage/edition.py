"""Stage one edition: library and gate in, a complete tree of plain Markdown out, the same in every language."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from fingerpost.gate import WITH_PAGES, Edition
from fingerpost.languages import Words
from fingerpost.library import Library
from fingerpost.library.board import Open
from fingerpost.stage.browse import stage_browse
from fingerpost.stage.known import make_known
from fingerpost.stage.links import NOT_HERE
from fingerpost.stage.listing import stage_home, stage_listings, used_terms
from fingerpost.stage.markdown import escape
from fingerpost.stage.pack import stage_pack
from fingerpost.stage.print_sheet import printable, stage_print, stage_shelf
from fingerpost.stage.resource_page import stage_resource
from fingerpost.stage.scene import scene
from fingerpost.stage.searched import order_of, other_languages, way_to_ask
from fingerpost.stage.status_page import stage_status
from fingerpost.stage.tombstone import stage_tombstones
from fingerpost.stage.tree import Tree
from fingerpost.stage.view import NO_BOOKS, Books, Prints, Scene, Since

Changes = Mapping[str, Since]
UNKNOWN: Changes = MappingProxyType({})


def stage_site(
    library: Library,
    edition: Edition,
    words: Mapping[str, Words],
    prints: Prints,
    since: Changes = UNKNOWN,
    books: Books = NO_BOOKS,
    board: Open | None = None,
) -> Tree:
    """Return the tree of an edition that has pages (web, usb, zim): the same paths in every language.

    `prints` names the PDFs that lie beside the site, by resource id and language, `books` the e-books; `since` says
    what happened to originals since they were translated, by the path of the translation's file; `board` is what the
    editors' page tells, where the edition is to have one.
    """
    if edition not in WITH_PAGES:
        raise ValueError(edition)
    tree = Tree()
    for language in library.site.codes:
        shown = scene(library, edition, language, words[language], prints, since, books, board)
        make_known(tree, shown)
        stage_home(tree, shown)
        for view in shown.views.values():
            stage_resource(tree, shown, view)
        stage_listings(tree, shown)
        stage_browse(tree, shown)
        _stage_helpers(tree, shown)
        stage_pack(tree, shown)
        stage_status(tree, shown)
        stage_tombstones(tree, shown, words)
    return tree


def stage_sheets(library: Library, words: Mapping[str, Words], since: Changes = UNKNOWN) -> Tree:
    """Return the print edition's tree: one page for each PDF."""
    tree = Tree()
    for language in library.site.codes:
        shown = scene(library, Edition.PRINT, language, words[language], {}, since)
        views = printable(shown)
        stage_shelf(tree, shown, views)
        for view in views:
            stage_print(tree, shown, view)
    return tree


def write_tree(tree: Tree, target: Path) -> int:
    """Make the folder `target` hold exactly the tree; returns how many files changed."""
    target.mkdir(parents=True, exist_ok=True)
    return tree.write(target)


def _stage_helpers(tree: Tree, shown: Scene) -> None:
    words = shown.words
    home = [{"title": words("home"), "url": "index.html"}]
    tree.page(
        shown.language,
        "search.md",
        {
            "title": words("search"),
            "description": words("search-about"),
            "template": "search.html",
            # Words to look for stand behind a '#', so that there are no pages of results: nothing here to list.
            "fp": {"noindex": True, "crumbs": home, **_search_page(shown)},
        },
        "",
    )
    tree.page(
        shown.language,
        "reading.md",
        {
            "title": words("reading-title"),
            "description": words("reading-about"),
            "template": "reading.html",
            "fp": {"crumbs": home, "every_note": _every_note(shown)},
        },
        "",
    )
    tree.page(
        shown.language,
        NOT_HERE,
        {
            "title": words("not-here-title"),
            "description": "",
            "template": "page.html",
            "fp": {"noindex": True, "crumbs": home},
        },
        escape(words("not-here")),
    )


def _search_page(shown: Scene) -> dict[str, Any]:
    """Return what the search page needs besides words: orders, other languages, topics to look through, whom to ask."""
    topics = [
        {"title": shown.label("topics", term.id), "url": f"topics/{term.id}.html"}
        for term, _ in used_terms(shown, "topics", lambda meta: meta.topics)
    ]
    return {
        "order": order_of(shown),
        "languages": other_languages(shown),
        "topics": topics,
        "ask": way_to_ask(shown),
    }


def _every_note(shown: Scene) -> list[dict[str, str]]:
    """Return all content notes of the vocabulary, in its order: a reader may choose for each."""
    found = shown.library.vocabularies.get("content-notes")
    return [{"id": term, "label": shown.label("content-notes", term)} for term in found.terms] if found else []
