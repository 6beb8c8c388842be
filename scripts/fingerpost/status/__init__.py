"""The editors' board: whole for a terminal and for programs, and open for a page that everybody may see."""

from fingerpost.status.board import board, open_board
from fingerpost.status.formats import as_json

__all__ = ["as_json", "board", "open_board"]
