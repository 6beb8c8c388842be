"""Withdrawal from beginning to end: told, asked, removed, built again, and proved."""

from fingerpost.editions.withdrawal.conversation import Request, prove, undo, withdraw

__all__ = ["Request", "prove", "undo", "withdraw"]
