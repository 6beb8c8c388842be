"""The kinds of resource, one row each. Adding a kind is adding a row, a schema and a template."""

import re
from dataclasses import dataclass

from fingerpost.library import schema

# Pages that are made here, in whose place no plain page may stand.
RESERVED_PAGES = ("index", "search", "reading", "pack", "not-here", "404", "measures")
PART_PREFIXES = ("activity", "handout", "checklist", "notes", "poster")


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of content: its name in data, its folder, the schema of its front matter.

    `stem` says which file names may stand in a resource's folder beside ``index`` and ``easy``.
    """

    name: str
    folder: str
    schema: type[schema.Strict]
    stem: re.Pattern[str] | None = None

    @property
    def listed(self) -> bool:
        """Whether the kind has listings, topics and a place in the catalogue."""
        return issubclass(self.schema, schema.Entry)


GUIDE = Kind("guide", "guides", schema.Guide)
TOOLKIT = Kind("toolkit", "toolkits", schema.Toolkit, re.compile(rf"(?:{'|'.join(PART_PREFIXES)})-[a-z0-9-]+"))
ARCHIVE = Kind("archive", "archive", schema.Archive)
QUESTION = Kind("question", "questions", schema.Question, re.compile(r"answer-[1-9][0-9]*"))
DIRECTORY = Kind("directory", "directory", schema.Directory)
PAGE = Kind("page", "pages", schema.Page)
ANSWER = Kind("answer", "", schema.Answer)

KINDS: tuple[Kind, ...] = (GUIDE, TOOLKIT, ARCHIVE, QUESTION, DIRECTORY, PAGE)
LISTED: tuple[Kind, ...] = tuple(kind for kind in KINDS if kind.listed)


def kind_of_folder(folder: str) -> Kind | None:
    """Return the kind whose folder this is, or nothing."""
    return next((kind for kind in KINDS if kind.folder == folder), None)
