"""One book: which pages are in it, in which order, and what is said of it."""

import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fingerpost.editions.collection import Collection
from fingerpost.library.kinds import TOOLKIT
from fingerpost.stage import EVERYTHING, BookPage, Chapter

WHOLE = "all"  # the file of the whole collection, as the PDF that binds everything is called
FIRST = "index.md"


@dataclass(frozen=True, slots=True)
class Book:
    """An e-book that is to be made: of one toolkit (`resource` is its id), or of everything.

    `name` is its file below the shelf, `addresses` are where the website has each page that any book could hold.
    """

    resource: str
    language: str
    name: str
    title: str
    about: str
    chapters: tuple[Chapter, ...]
    addresses: Mapping[str, str]

    @property
    def whole(self) -> bool:
        """Whether it holds everything."""
        return self.resource == EVERYTHING

    @property
    def paths(self) -> tuple[str, ...]:
        """Return its pages in the order in which they are read, as paths in the language's tree."""
        pages = tuple(page.path for chapter in self.chapters for page in chapter.pages)
        return (FIRST, *pages) if self.whole else pages


def books_of(collection: Collection, chapters: Mapping[str, tuple[Chapter, ...]]) -> Iterator[Book]:
    """Yield the books that can be made: in each language the whole, then each toolkit that has words in it."""
    for language in collection.project.site.codes:
        found = chapters[language]
        if not found:
            continue
        addresses = {page.path: page.address for chapter in found for page in chapter.pages}
        name = collection.project.site.language(language).site_name
        about = collection.words[language]("book-about")
        yield Book(EVERYTHING, language, f"{language}/{WHOLE}.epub", name, about, found, addresses)
        for chapter in found:
            if chapter.kind == TOOLKIT.name and chapter.own:
                yield _alone(language, chapter, addresses)


def _alone(language: str, chapter: Chapter, addresses: Mapping[str, str]) -> Book:
    name = f"{language}/{chapter.kind}-{chapter.id.rpartition('/')[2]}.epub"
    first: BookPage = chapter.pages[0]
    return Book(chapter.id, language, name, first.title, chapter.summary, (chapter,), addresses)


def identifier_of(collection: Collection, book: Book) -> str:
    """Return what a book is known by, the same in every edition of it: reading systems then know a newer one again."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{collection.project.site.url}epub/{book.name}").urn
