"""The styles as readers get them: one file, made of the theme's files a topic each, in an order that is written down.

One request instead of a dozen: on a slow connection each one that has to come before the first paint costs a turn.
"""

from pathlib import Path

BUNDLE = "site.css"
# What stands later wins where two say something of the same thing.
STYLES = (
    "tokens.css",
    "layout.css",
    "content.css",
    "buttons.css",
    "arms.css",
    "lists.css",
    "notes.css",
    "cards.css",
    "easy.css",
    "search.css",
    "exit.css",
    "choices.css",
    "paper.css",
    "reading.css",
)


def bundle_styles(overrides: Path, site: Path) -> None:
    """Write ``assets/site.css`` into a rendered site, from the theme in `overrides`."""
    parts = [(overrides / "assets" / name).read_text("utf-8") for name in STYLES]
    (site / "assets" / BUNDLE).write_text("\n".join(parts), "utf-8", newline="\n")
