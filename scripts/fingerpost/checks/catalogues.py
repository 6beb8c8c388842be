"""The languages that the checks speak: English as written in the code, others from PO files in checks/words/."""

from collections.abc import Mapping
from pathlib import Path

from fingerpost.languages.phrases import SOURCE_LANGUAGE, read_catalogue
from fingerpost.problems import Misuse

WORDS = Path(__file__).parent / "words"


def known_languages() -> tuple[str, ...]:
    """Return the codes of the languages that the checks speak, English first."""
    return (SOURCE_LANGUAGE, *sorted(folder.name for folder in WORDS.iterdir() if folder.is_dir()))


def catalogue_for(language: str) -> Mapping[str, str]:
    """Return what to say in place of each English phrase; an empty language is English.

    Raises Misuse where the checks don't speak the language.
    """
    known = known_languages()
    if language and language not in known:
        raise Misuse(f"The checks don't speak '{language}'. They speak: {', '.join(known)}.")
    return read_catalogue(WORDS, language or SOURCE_LANGUAGE)
