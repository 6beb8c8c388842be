"""The proof of absence: everything that was made is opened, and searched for what must not be in it."""

from fingerpost.editions.proof.clues import Clue, Sort
from fingerpost.editions.proof.prove import Mention, Proof, prove

__all__ = ["Clue", "Mention", "Proof", "Sort", "prove"]
