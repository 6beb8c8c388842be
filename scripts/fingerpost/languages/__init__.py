"""Languages: interface words, dates, plurals and sorting."""

from fingerpost.languages.collation import collation_key
from fingerpost.languages.words import Words, WordsProblem, read_words

__all__ = ["Words", "WordsProblem", "collation_key", "read_words"]
