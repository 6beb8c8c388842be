"""The pages that e-books are made of: staged, and rendered where something that they are made of has changed."""

from pathlib import Path

from fingerpost.editions.collection import Collection
from fingerpost.editions.print.pages import mark_of
from fingerpost.render import render
from fingerpost.stage import Chapter, stage_books, write_tree


def make_pages(collection: Collection, work: Path) -> dict[str, tuple[Chapter, ...]]:
    """Make ``site/`` in the folder `work` hold every page of every book; returns each language's chapters in order.

    Where the staged tree, the templates, the settings and the program are as they were, what stands there stays.
    """
    site, stamp = work / "site", work / "pages.txt"
    tree, chapters = stage_books(collection.library, collection.words, collection.since)
    write_tree(tree, work / "docs")
    mark = mark_of(collection, work / "docs")
    if not (stamp.is_file() and stamp.read_text("utf-8") == mark and site.is_dir()):
        stamp.unlink(missing_ok=True)
        render(work / "docs", site, collection.project)
        stamp.write_text(mark, "utf-8")
    return chapters
