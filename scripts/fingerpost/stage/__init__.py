"""Staging: library and gate in, one edition's complete tree of plain Markdown out."""

from fingerpost.stage.edition import Changes, Prints, stage_sheets, stage_site, write_tree
from fingerpost.stage.files import withheld_files
from fingerpost.stage.tree import Tree, address, relative
from fingerpost.stage.view import PrintFile, Section, Since, see, see_on, shown_text

__all__ = [
    "Changes",
    "PrintFile",
    "Prints",
    "Section",
    "Since",
    "Tree",
    "address",
    "relative",
    "see",
    "see_on",
    "shown_text",
    "stage_sheets",
    "stage_site",
    "withheld_files",
    "write_tree",
]
