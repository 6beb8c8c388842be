"""My pack: what each page hands over to be printed with others, and the page on which readers put a pack together.

A pack is a list of ids on the reader's own device. Nothing but the list of what may be in one reaches its page; the
words stand in a script beside each resource (`fingerpost.render.pack`), made of what this edition shows of it.
"""

import re
from typing import Any

from fingerpost.gate import Edition, Outcome
from fingerpost.library.kinds import kind_of_folder
from fingerpost.stage.copy_age import age_of
from fingerpost.stage.facts import language_name
from fingerpost.stage.links import public_address
from fingerpost.stage.tree import Tree
from fingerpost.stage.view import Scene, View, see

PACK = "pack.md"
# Signs that are hard to take for one another when they are read off paper: no 0 and O, no 1, I and L. There are 31 of
# them, a prime number, so that a check sign finds every wrong sign and every two that changed places.
SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
SIGNS_EACH = 4
BETWEEN_SIGNS = re.compile(r"[\s._\u2010-\u2015-]")


def code_of(id: str) -> str:
    """Return the four signs that stand for a resource in a pack's code: the same in every collection and for good.

    They come from the id alone (FNV-1a of 32 bits, The FNV Non-Cryptographic Hash Algorithm), so that a code on paper
    keeps its meaning when the collection grows. Of a thousand resources, about one shares its signs with another; the
    page then offers both. `overrides/assets/pack-code.js` does the same in the browser.

    >>> code_of("guides/setting-limits")
    'S7Q8'
    """
    number = 0x811C9DC5
    for byte in id.encode():
        number = ((number ^ byte) * 0x01000193) & 0xFFFFFFFF
    signs = []
    for _ in range(SIGNS_EACH):
        number, rest = divmod(number, len(SIGNS))
        signs.append(SIGNS[rest])
    return "".join(signs)


def read_code(typed: str) -> list[str] | None:
    """Return the signs of each resource that a pack's code names; nothing where it is no code, or has a slip in it.

    The last sign checks the others, as `overrides/assets/pack-code.js` writes it. Spaces, hyphens and small letters are
    as good as none and capitals.

    >>> read_code("s7q8 w"), read_code("S7Q8-X")
    (['S7Q8'], None)
    """
    signs = BETWEEN_SIGNS.sub("", typed.upper())
    if len(signs) <= SIGNS_EACH or len(signs) % SIGNS_EACH != 1 or not set(signs) <= set(SIGNS):
        return None
    rest = 0
    for sign in signs:
        rest = (rest * 3 + SIGNS.index(sign)) % len(SIGNS)
    return None if rest else [signs[at : at + SIGNS_EACH] for at in range(0, len(signs) - 1, SIGNS_EACH)]


def handed_over(scene: Scene, view: View) -> dict[str, Any]:
    """Return what a page needs to be put into packs; nothing where the print edition would not show the same.

    A pack is for paper, so the gate for paper has to be open too. `without` are answers whose makers did not agree to
    paper; `pages` and `pdf` are of the A4 PDF in the reader's language, where there is one.
    """
    if not _same_on_paper(scene, view):
        return {}
    words = scene.words
    prints = scene.prints.get((view.resource.id, scene.language), ())
    made = next((one for one in prints if one.variant == "a4"), None)
    up = "../" * scene.library.site.prefix(scene.language).count("/")
    return {
        "id": view.resource.id,
        "parts": [part.stem for part in view.resource.parts] if view.outcome is Outcome.FULL else [],
        "without": [one.resource.slug for one in scene.answers(view.resource) if not _same_on_paper(scene, one)],
        "pages": words("pdf-pages", count=made.pages) if made else "",
        "pdf": up + made.place if made else "",
        "untranslated": words("pack-untranslated", language=language_name(view.text.language, words))
        if view.foreign
        else "",
    }


def _same_on_paper(scene: Scene, view: View) -> bool:
    there = see(scene.library, view.resource, scene.language, Edition.PRINT)
    return there is not None and there.outcome is view.outcome and there.text is view.text


def stage_pack(tree: Tree, scene: Scene) -> None:
    """Put the page of the pack into the tree: which resources there are, with their signs, and what was taken back."""
    words = scene.words
    there = [view.resource.id for view in scene.listed if _same_on_paper(scene, view)]
    gone = [row.id for row in scene.library.ledger if (kind := kind_of_folder(row.id.split("/")[0])) and kind.listed]
    fp = {
        # What is in a pack stands behind a '#' or on the reader's device: nothing here to list.
        "noindex": True,
        "crumbs": [{"title": words("home"), "url": "index.html"}],
        "ids": sorted(there),
        "gone": sorted({code_of(id) for id in gone}),  # not by their names: nothing of what was taken back is here
        "address": public_address(scene, PACK),
        "edition": words("print-edition", day=words.day(scene.library.made.date())),
    }
    age = age_of(scene)
    fp |= {"age": age} if age else {}
    front = {"title": words("pack"), "description": words("pack-about"), "template": "pack.html", "fp": fp}
    tree.page(scene.language, PACK, front, "")
