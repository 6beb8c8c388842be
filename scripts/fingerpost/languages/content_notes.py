"""A summary where nothing else comes before it: in a feed, in a preview of a link, in what search engines show."""

from collections.abc import Sequence

from fingerpost.languages.words import Words


def after_content_notes(summary: str, notes: Sequence[str], words: Words) -> str:
    """Return a summary with what a reader will meet said first; `notes` are the labels of content notes.

    A page warns before its words; elsewhere the summary stands by itself, and may be what hurts.
    """
    return f"{words('content-note', notes=', '.join(notes))}. {summary}".rstrip() if notes else summary
