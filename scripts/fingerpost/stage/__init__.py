"""Staging: library and gate in, one edition's complete tree of plain Markdown out."""

from fingerpost.stage.book import BookPage, Chapter, stage_books
from fingerpost.stage.copy_age import check_by, months
from fingerpost.stage.edition import Changes, stage_sheets, stage_site, write_tree
from fingerpost.stage.files import texts_shown, withheld_files
from fingerpost.stage.tree import Tree, address, relative
from fingerpost.stage.variants import BOTH, BY_NAME, VARIANTS, Variant
from fingerpost.stage.view import (
    EVERYTHING,
    NO_BOOKS,
    BookFile,
    Books,
    PrintFile,
    Prints,
    Section,
    Since,
    see,
    see_on,
    shown_text,
)

__all__ = [
    "BOTH",
    "BY_NAME",
    "EVERYTHING",
    "NO_BOOKS",
    "VARIANTS",
    "BookFile",
    "BookPage",
    "Books",
    "Changes",
    "Chapter",
    "PrintFile",
    "Prints",
    "Section",
    "Since",
    "Tree",
    "Variant",
    "address",
    "check_by",
    "months",
    "relative",
    "see",
    "see_on",
    "shown_text",
    "stage_books",
    "stage_sheets",
    "stage_site",
    "texts_shown",
    "withheld_files",
    "write_tree",
]
