"""Languages: interface words, phrases of the program, dates, plurals and sorting."""

from fingerpost.languages.collation import FIGURES, alphabet, collation_key, initial
from fingerpost.languages.content_notes import after_content_notes
from fingerpost.languages.direction import direction
from fingerpost.languages.phrases import NOTHING, Phrase, in_each_language, in_words_of, read_catalogue, say, together
from fingerpost.languages.words import Words, WordsProblem, read_words

__all__ = [
    "FIGURES",
    "NOTHING",
    "Phrase",
    "Words",
    "WordsProblem",
    "after_content_notes",
    "alphabet",
    "collation_key",
    "direction",
    "in_each_language",
    "in_words_of",
    "initial",
    "read_catalogue",
    "read_words",
    "say",
    "together",
]
