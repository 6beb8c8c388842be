"""The web edition when MkDocs itself was started: what happens before it reads and after it has written."""

import shutil
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from fingerpost.editions.collection import Collection, alone, open_sound_collection
from fingerpost.editions.epub.build import build_epub
from fingerpost.editions.epub.shelf import BookShelf, read_books
from fingerpost.editions.made import Narration
from fingerpost.editions.place import move_in
from fingerpost.editions.print.build import build_print
from fingerpost.editions.print.shelf import Shelf, read_shelf
from fingerpost.editions.web import finish_web, stage_web
from fingerpost.library import PublicPage
from fingerpost.render import bundle_styles


@dataclass(slots=True)
class Session:
    """One run of plain MkDocs: the collection, where it is staged, and where the pages go."""

    command: str = "build"
    collection: Collection | None = None
    shelf: Shelf | None = None
    books: BookShelf | None = None
    staged: Path | None = None
    pages: tuple[PublicPage, ...] = ()
    target: Path | None = None
    place: Path | None = None
    lock: ExitStack = field(default_factory=ExitStack)

    def begin(self, root: Path, site: Path) -> None:
        """Check and stage. Raises FingerpostProblem with the report where something has to be mended first."""
        self.collection = open_sound_collection(root)
        work = self.collection.work / "plain"
        building = self.command == "build"
        if building:
            self.lock.enter_context(alone(self.collection))
            self.shelf = build_print(self.collection, Narration())
            self.books = build_epub(self.collection, Narration())
        else:
            # A preview shows the PDFs and e-books that are there: making them would make each change slow.
            self.shelf = read_shelf(self.collection.dist / "print")
            self.books = read_books(self.collection.dist / "epub")
        self.pages = stage_web(self.collection, self.shelf, self.books, work / "docs")
        self.staged = work / "docs"
        self.target, self.place = (work / "site", site) if building else (site, None)

    def finish(self) -> None:
        """Add search, catalogue, PDFs and e-books, and move a build into its place."""
        if not (self.collection and self.shelf and self.books and self.target and self.staged):
            return
        bundle_styles(self.collection.project.overrides, self.target, self.staged)
        finish_web(self.collection, self.shelf, self.books, self.pages, self.target, Narration())
        if self.place:
            move_in(self.target, self.place)
            shutil.rmtree(self.collection.work / "plain", ignore_errors=True)
        self.lock.close()
