"""The pieces of a page: each is rendered and sanitised by itself, and its ids get names of their own."""

import copy
import re
from functools import partial

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from fingerpost.render.marked import without_marked_sections
from fingerpost.render.sanitise import EVERYWHERE, sanitise
from fingerpost.stage.pieces import anchor_in

# A whole tag as the sanitiser writes it, so that what stands in an attribute is never taken for one.
TAG = re.compile(r'<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)(?P<rest>(?:\s+[a-z-]+(?:="[^"]*")?)*)>')
HEADING = re.compile(r"h[1-6]")


def render_pieces(page: Page, config: MkDocsConfig, files: Files) -> set[str]:
    """Put into each piece of a page its `html`, and return all ids that now stand on the page.

    Each is converted by a run of the engine's own, so links are resolved and tested as those of any page. `top` is
    no text's id: on every page it is the page's top.
    """
    pieces = page.meta.get("fp", {}).get("pieces", {})
    taken = {"top", *pieces}
    for name, piece in pieces.items():
        alone = copy.copy(page)
        alone.markdown = without_marked_sections(piece["body"])
        alone.render(config, files)
        _tell(page, name, alone)
        clean = sanitise(alone.content or "", within=partial(anchor_in, name), taken=taken)
        piece["html"] = lowered(clean, piece["level"] - 1)
    _allow_everywhere(page)
    return taken


def lowered(html: str, by: int) -> str:
    """Return sanitised HTML with each heading `by` levels further down, and none below the sixth."""

    def lower(tag: re.Match[str]) -> str:
        if not HEADING.fullmatch(tag["name"]):
            return tag[0]
        return f"<{tag['end']}h{min(int(tag['name'][1]) + by, 6)}{tag['rest']}>"

    return TAG.sub(lower, html)


def _tell(page: Page, name: str, alone: Page) -> None:
    """Tell the page which anchors a piece has and leads to: the engine tests links when all pages are made."""
    anchors = {anchor_in(name, anchor) for anchor in alone.present_anchor_ids or ()}
    page.present_anchor_ids = {*(page.present_anchor_ids or ()), anchor_in(name), *anchors}
    for file, links in (alone.links_to_anchors or {}).items():
        known = _links_of(page).setdefault(file, {})
        for anchor, written in links.items():
            own = written.startswith("#") and not EVERYWHERE.fullmatch(written)
            known.setdefault(anchor_in(name, anchor) if own else anchor, written)


def _links_of(page: Page) -> dict[File, dict[str, str]]:
    found: dict[File, dict[str, str]] = page.links_to_anchors or {}
    page.links_to_anchors = found
    return found


def _allow_everywhere(page: Page) -> None:
    """Let links lead to what needs no id: the engine knows of no such places, and would stop at them."""
    for links in _links_of(page).values():
        for anchor in [anchor for anchor in links if EVERYWHERE.fullmatch(f"#{anchor}")]:
            del links[anchor]
