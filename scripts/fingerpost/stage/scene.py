"""A scene is set: the gate is asked about everything, once, for one language of one edition."""

from collections.abc import Mapping

from fingerpost.gate import Edition
from fingerpost.languages import Words
from fingerpost.library import Library
from fingerpost.library.board import Open
from fingerpost.stage.files import files_shown
from fingerpost.stage.view import NO_BOOKS, Books, Prints, Scene, Since, View, see


def scene(
    library: Library,
    edition: Edition,
    language: str,
    words: Words,
    prints: Prints,
    since: Mapping[str, Since] | None = None,
    books: Books = NO_BOOKS,
    board: Open | None = None,
) -> Scene:
    """Ask the gate about everything, once, for one language of one edition."""
    views = _views(library, edition, language)
    files = files_shown(library, edition, views.values())
    online, online_files = views, files
    if edition is not Edition.WEB:
        online = _views(library, Edition.WEB, language)
        online_files = files_shown(library, Edition.WEB, online.values())
    return Scene(
        library, edition, language, words, views, prints, since or {}, files, online, online_files, books, board
    )


def _views(library: Library, edition: Edition, language: str) -> dict[str, View]:
    return {
        resource.id: view
        for resource in library.resources.values()
        if (view := see(library, resource, language, edition))
    }
