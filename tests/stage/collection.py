"""A small collection with one of everything the gate has to tell apart, and ways to look at what was staged."""

from pathlib import Path
from typing import Any

import yaml
from fingerpost.gate import Edition
from fingerpost.library import Library
from fingerpost.stage import Prints, Tree, stage_books, stage_sheets, stage_site
from fingerpost.stage.tree import Copied

from tests.helpers import answer, archive, guide, page, read, toolkit, welsh, words

EVERYWHERE = {"reference": "C-0001", "scope": ["web", "print", "offline", "translation"]}
LINKS = """See [two](../two/index.en.md#why), [Welsh](../two/index.cy.md#pam),
[the kit](../../toolkits/kit/index.en.md),
[a part](../../toolkits/kit/activity-a.en.md#how), [about](../../pages/about.en.md), [home](../../pages/home.en.md),
[an answer](../../questions/q/answer-1.en.md), [outside](https://example.org/a?b=c#d) and [here](#below).

![A picture](picture.png)
"""
ONE = guide(LINKS, title="Guide one", summary="About one.", sources=["record"], stages=["early"])
TWO = guide("Only in English.\n", title="Guide two", summary="About two.")
KIT = toolkit(
    ["notes-b", "activity-a"],
    "Intro.\n",
    title="The kit",
    time=150,
    group_size={"from": 3, "to": 9},
    needs=["pens"],
)
ACTIVITY = page({"title": "Activity", "part": "activity", "minutes": 30}, "Do this.\n\n- [ ] Ready\n\n[lines: 3]\n")
NOTES = page({"title": "Notes", "part": "facilitator-notes"}, "Only in English too.\n")
QUESTION = guide("What do you think?\n", title="A question?")
ANSWER = answer("I think so.\n", title="Yes")
ABOUT = page({"title": "About us", "summary": "Who."}, "See [one](../guides/one/index.en.md).\n")
HOME = page({"title": "Welcome", "summary": "What do you need?"}, "Take what helps.\n")

FILES: dict[str, str | bytes] = {
    "docs/guides/one/index.en.md": ONE,
    "docs/guides/one/index.cy.md": welsh(ONE, LINKS, title="Canllaw un"),
    "docs/guides/one/easy.en.md": page({"title": "One, easy"}, "Short words.\n"),
    "docs/guides/one/picture.png": b"\x89PNG",
    "docs/guides/two/index.en.md": TWO,
    "docs/toolkits/kit/index.en.md": KIT,
    "docs/toolkits/kit/index.cy.md": welsh(KIT, "Rhagair.\n", title="Y pecyn"),
    "docs/toolkits/kit/activity-a.en.md": ACTIVITY,
    "docs/toolkits/kit/activity-a.cy.md": welsh(ACTIVITY, "Gwnewch hyn.\n", title="Gweithgaredd", status="draft"),
    "docs/toolkits/kit/notes-b.en.md": NOTES,
    "docs/questions/q/index.en.md": QUESTION,
    "docs/questions/q/answer-1.en.md": ANSWER,
    "docs/questions/q/answer-2.en.md": answer("Perhaps not.\n", title="No"),
    "docs/archive/record/index.en.md": archive(title="A record", rights={"licence": "InC"}),
    "docs/pages/about.en.md": ABOUT,
    "docs/pages/home.en.md": HOME,
}


def collection(root: Path, **more: str | bytes) -> Library:
    """Write and read the collection with more files; all of it has to be sound."""
    library = read(root, {**FILES, **more})
    assert not library.faults, library.faults
    return library


def staged(library: Library, edition: Edition = Edition.WEB, prints: Prints | None = None) -> Tree:
    """Stage an edition: a site, the sheets for print, or the pages of books."""
    if edition is Edition.PRINT:
        return stage_sheets(library, words())
    if edition is Edition.EPUB:
        return stage_books(library, words(), {})[0]
    return stage_site(library, edition, words(), prints or {})


def text_at(tree: Tree, path: str) -> str:
    """Return a staged page whole."""
    content = tree.files[path]
    assert isinstance(content, bytes)
    return content.decode()


def body_at(tree: Tree, path: str) -> str:
    """Return a staged page's body."""
    return text_at(tree, path).split("\n---\n", 1)[1]


def front_at(tree: Tree, path: str) -> dict[str, Any]:
    """Return a staged page's front matter."""
    front: dict[str, Any] = yaml.safe_load(text_at(tree, path).split("\n---\n", 1)[0])
    return front


def pieces_at(tree: Tree, path: str) -> dict[str, dict[str, Any]]:
    """Return the texts that a staged page holds beside its own, by their ids and in their order."""
    found: dict[str, dict[str, Any]] = front_at(tree, path)["fp"]["pieces"]
    return found


def items_at(tree: Tree, path: str) -> list[dict[str, Any]]:
    """Return the rows of a staged list, in their order."""
    return [item for group in front_at(tree, path)["fp"]["groups"] for item in group["items"]]


def where(tree: Tree, phrase: str) -> list[str]:
    """Return the staged files that hold a phrase, in their name or anywhere in them, in capitals or not."""
    found = []
    for path, content in tree.files.items():
        raw = content.source.read_bytes() if isinstance(content, Copied) else content
        if phrase.lower().encode() in (path.encode() + b"\n" + raw).lower():
            found.append(path)
    return sorted(found)
