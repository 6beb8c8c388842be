"""The editors' board."""

from fingerpost.status.board import Item, board

__all__ = ["Item", "board"]
