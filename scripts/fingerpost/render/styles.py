"""The styles as readers get them: one file, made of the theme's files a topic each, in an order that is written down.

One request instead of a dozen: on a slow connection each one that has to come before the first paint costs a turn.
"""

import json
from pathlib import Path
from typing import Any

import yaml

from fingerpost.render.copy_age import style_of, write_age
from fingerpost.stage.pack import PACK

BUNDLE = "site.css"
EDITION = """@media print {
  .newest:lang(%s)::before {
    content: %s ". ";
  }
}
"""
COPY = "copy.css"  # only copies that are carried away need it
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
    COPY,
    "choices.css",
    "pack.css",
    "board.css",
    "paper.css",
    "reading.css",
)


def bundle_styles(overrides: Path, site: Path, staged: Path) -> None:
    """Write ``assets/site.css`` into a site that was rendered from `staged`, from the theme in `overrides`.

    Printed pages say of which day their edition is. That stands here, once, so that a page that is as it was
    yesterday is the same file as yesterday.
    """
    parts: list[str] = []
    ages: dict[str, Any] = {}
    for page in sorted(staged.glob(f"*/{PACK}")):
        front = yaml.safe_load(page.read_text("utf-8").split("---\n")[1])
        parts.append(EDITION % (page.parent.name, json.dumps(front["fp"]["edition"], ensure_ascii=False)))
        ages |= {page.parent.name: front["fp"]["age"]} if "age" in front["fp"] else {}
    kept = [name for name in STYLES if ages or name != COPY]
    parts = [*((overrides / "assets" / name).read_text("utf-8") for name in kept), *parts]
    parts += [style_of(language, age) for language, age in ages.items()]
    write_age(ages, site)
    (site / "assets" / BUNDLE).write_text("\n".join(parts), "utf-8", newline="\n")
