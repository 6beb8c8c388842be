"""How a page is known outside the site: its address, itself in other languages, and what programs are told of it.

It is said here, once for every page that is staged, whoever stages it: the page's head and the sitemap are both made
of it, so they can't disagree. Only the web edition tells programs what a page is: nothing collects pages from a stick,
and links that are passed on lead to the web.
"""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from fingerpost.gate import Edition, Outcome
from fingerpost.library import Piece, PublicPage
from fingerpost.library.kinds import PAGE, RESERVED_PAGES
from fingerpost.library.schema import Answer, Entry
from fingerpost.stage.addresses import address_in, alternates_of
from fingerpost.stage.links import address_online
from fingerpost.stage.structured import data_of
from fingerpost.stage.tree import Tree
from fingerpost.stage.view import Scene, View

CARD = "assets/card.png"
Here = Mapping[str, tuple[View, Piece]]


def make_known(tree: Tree, scene: Scene) -> None:
    """Have every page of the scene's language that is put into the tree from now on say how it is known."""
    here = _what_stands_where(scene)

    def add(page: str, front: Mapping[str, Any]) -> Mapping[str, Any]:
        shown, public = known_as(scene, here, page, front)
        if public and public.address == shown["canonical"]:
            tree.public.append(public)
        return shown

    tree.add = add


def known_as(scene: Scene, here: Here, page: str, front: Mapping[str, Any]) -> tuple[dict[str, Any], PublicPage | None]:
    """Return what a page's front matter holds of how it is known, and its line in the sitemap.

    Neither for noindex, nor for what the website does not show.

    A page that shows the original in place of a translation has the original's address as its own (`canonical`), and
    no alternates: Google, Localized versions of your pages.
    """
    fp = front.get("fp", {})
    view, piece = here.get(page, (None, None))
    if fp.get("noindex") or (view and not address_online(scene, view, page)):
        return {}, None
    site, language = scene.library.site, scene.language
    of_words = fp.get("lang") or language
    alternates = alternates_of(site, page, [] if fp.get("lang") else fp.get("versions", site.codes))
    shown: dict[str, Any] = {"canonical": address_in(site, of_words, page), "alternates": alternates}
    changed = changed_on(scene, view, piece)
    if scene.edition is Edition.WEB:
        shown["share"] = {
            "type": "article" if view and isinstance(view.resource.meta, Entry) else "website",
            "languages": [of_words, *(code for code in alternates if code in site.codes and code != of_words)],
            "image": site.url + CARD,
        }
        if of_words == language:
            # As one string: as a mapping, YAML makes more of it: 216 pages take 0.38 s to stage, and not 0.31 s.
            data = data_of(scene, page, front, view, piece)
            shown["data"] = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return shown, PublicPage(address_in(site, language, page), alternates, changed)


def changed_on(scene: Scene, view: View | None, piece: Piece | None) -> date | None:
    """Return the day on which a page's words were last published, looked at or translated, where that is known."""
    if view is None or piece is None or not isinstance(view.resource.meta, Entry):
        return None
    days = [view.resource.meta.published, view.resource.meta.reviewed]
    text = view.text if piece is view.resource.main else scene.shown_text(piece, view.resource)
    days.append(text.translation.made if text.translation else None)
    for answer in scene.answers(view.resource):
        if isinstance(answer.resource.meta, Answer):
            days += [answer.resource.meta.published, answer.resource.meta.reviewed]
    return max(day for day in days if day)


def _what_stands_where(scene: Scene) -> Here:
    found = {}
    for view in scene.views.values():
        if view.outcome is Outcome.TOMBSTONE or (view.resource.kind is PAGE and view.resource.slug in RESERVED_PAGES):
            continue
        found[view.path] = (view, view.resource.main)
        if view.outcome is Outcome.FULL:
            for piece in view.resource.pieces:
                if piece is not view.resource.main:
                    found[view.path.replace("index.md", f"{piece.stem}.md")] = (view, piece)
    return found
