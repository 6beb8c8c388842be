"""Texts that stand on one page with others: each stays a Markdown document of its own.

What one person names (an abbreviation, a footnote, the label of a link, a heading) then never changes the words of
another, and raw HTML that is left open ends where its text ends. A staged page holds such texts in its front matter,
under `pieces` by their ids; the engine turns each into HTML by itself, and the page's template lays them out.
"""

from typing import Any


def piece(body: str, *, level: int = 1, language: str = "", **shown: Any) -> dict[str, Any]:
    """Return a text for a page's `pieces`: Markdown below a heading of `level`, and what else the template shows.

    `language` is empty where the text is in the page's own.
    """
    return {"lang": language, **shown, "level": level, "body": body.strip()}


def anchor_in(name: str, anchor: str = "") -> str:
    """Return the anchor, on the page, of the piece `name`, or of what has the anchor `anchor` in that piece's text.

    >>> anchor_in("answer-2"), anchor_in("answer-2", "my-first-year")
    ('answer-2', 'answer-2-my-first-year')
    """
    return f"{name}-{anchor}" if anchor else name
