"""A small collection in two editions."""

import shutil
from pathlib import Path

from tests.helpers import VOCABULARIES, guide, page, toolkit, welsh, write

# Words that no other text has: looked for in every byte after what they stand in was withdrawn.
PHRASE = "the quiet heron waits beside the weir"
KIT = toolkit(["activity-a"])
FILES: dict[str, str | bytes] = {
    **VOCABULARIES,
    **{f"docs/guides/one-{number}/index.en.md": guide(f"Words of guide {number}.\n") for number in range(8)},
    "docs/guides/changes/index.en.md": guide("The old words.\n"),
    "docs/guides/changes/index.cy.md": welsh(guide("The old words.\n"), "Yr hen eiriau.\n"),
    "docs/guides/taken/index.en.md": guide(f"{PHRASE.capitalize()}.\n", title="Herons"),
    "docs/toolkits/kit/index.en.md": KIT,
    "docs/toolkits/kit/index.cy.md": welsh(KIT),
    "docs/toolkits/kit/activity-a.en.md": page({"title": "A", "part": "activity"}, "Do this.\n"),
}


def write_first(root: Path) -> Path:
    return write(root, FILES)


def write_second(root: Path) -> Path:
    """Change one guide, add one, and withdraw one."""
    shutil.rmtree(root / "docs/guides/taken")
    words = "{en: Taken back., cy: Tynnwyd yn ôl.}"
    return write(
        root,
        {
            "docs/guides/changes/index.en.md": guide("The new words.\n"),
            "docs/guides/new/index.en.md": guide("New words.\n"),
            "docs/_withdrawn.yml": f"- {{id: guides/taken, on: 2026-11-21, words: {words}}}\n",
        },
    )
