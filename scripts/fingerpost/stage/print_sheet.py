"""The print edition's tree: one page a toolkit and language, everything in reading order, links spelt out."""

from typing import Any

from fingerpost.gate import Outcome
from fingerpost.library import Piece
from fingerpost.library.kinds import TOOLKIT
from fingerpost.library.schema import Part
from fingerpost.stage.around import card_of, part_facts
from fingerpost.stage.contact import contact_on_paper
from fingerpost.stage.facts import described, facts_of, notes_of, state_of, translation_state
from fingerpost.stage.items import item_of
from fingerpost.stage.links import address_online, body_of
from fingerpost.stage.markdown import with_numbered_links
from fingerpost.stage.pieces import piece
from fingerpost.stage.rights import has_unnamed, origin_of, translation_credits
from fingerpost.stage.stale import as_sentence
from fingerpost.stage.tree import Copied, Tree
from fingerpost.stage.view import Scene, View


def printable(scene: Scene) -> tuple[View, ...]:
    """Return what is printed in the scene's language: toolkits with words of their own in it."""
    return tuple(view for view in scene.of_kind(TOOLKIT) if view.outcome is Outcome.FULL and not view.foreign)


def stage_print(tree: Tree, scene: Scene, view: View) -> None:
    """Put one toolkit, whole, into the print tree, with the files it shows."""
    words, meta = scene.words, view.resource.entry
    addresses: list[str] = []
    body = with_numbered_links(body_of(scene, view.text, view.path), addresses)
    parts = [part for part in view.resource.pieces if part is not view.resource.main]
    texts = [view.text, *(scene.shown_text(part, view.resource) for part in parts)]
    newest = address_online(scene, view, view.path)
    fp = {
        "summary": view.text.summary,
        "kind": words(f"kind-{view.resource.kind.name}"),
        "facts": facts_of(scene, view),
        "states": [as_sentence(said) for said in state_of(scene, view)],
        "notes": notes_of(scene, meta.content_notes),
        "card": card_of(scene, view),
        "pieces": {part.stem: _part(scene, view, part, addresses) for part in parts},
        **origin_of(scene, view, view.path, view.text, view.text.title),
        "translated": translation_credits(texts, words),
        "unnamed": words("credit-unnamed") if has_unnamed(meta.credits, texts) else "",
        "contact": contact_on_paper(scene.library.site.contact, words),
        "free": words("print-free") if "-NC" in meta.rights.licence else "",
        "edition": words("print-edition", day=words.day(scene.library.made.date())),
        "newest": newest,
        "qr": _qr_code(newest) if newest else "",
        "addresses": addresses,
    }
    front = {
        "title": view.text.title,
        "description": described(scene, view, view.text),
        "template": "print.html",
        "fp": fp,
    }
    tree.page(scene.language, view.path, front, body)
    for file in scene.files.intersection(view.resource.files):
        tree.files[f"{scene.language}/{file.removeprefix('docs/')}"] = Copied(scene.library.root / file)


def stage_shelf(tree: Tree, scene: Scene, views: tuple[View, ...]) -> None:
    """Put the list of what is printed at the top of the print tree: the engine needs a first page."""
    title = scene.words("usb-print")
    groups = [{"items": [item_of(scene, view, "index.md") for view in views]}] if views else []
    fp = {"noindex": True, "groups": groups}
    tree.page(
        scene.language, "index.md", {"title": title, "description": title, "template": "listing.html", "fp": fp}, ""
    )


def _part(scene: Scene, view: View, part: Piece, addresses: list[str]) -> dict[str, Any]:
    """Return a part, or the Easy Read version, for its toolkit's sheet; addresses it links to go to `addresses`."""
    text, meta = scene.shown_text(part, view.resource), part.source.meta
    return piece(
        with_numbered_links(body_of(scene, text, view.path, easy=part is view.resource.easy), addresses),
        level=2,
        language=text.language if text.language != scene.language else "",
        title=text.title or part.source.title or view.text.title,
        part=meta.part if isinstance(meta, Part) else part.stem,
        facts=" · ".join(
            [*part_facts(scene, meta), *(as_sentence(said) for said in translation_state(scene, part, text))]
        ),
    )


def _qr_code(address: str) -> str:
    import segno  # only printing has to wait for it

    return str(segno.make(address, error="m").svg_data_uri(border=0))
