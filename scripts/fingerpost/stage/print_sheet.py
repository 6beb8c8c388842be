"""The print edition's tree: the pages that PDFs are drawn from, everything in reading order, links spelt out."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from fingerpost.gate import Outcome, shows_body
from fingerpost.library import Piece, Text
from fingerpost.library.kinds import ARCHIVE, DIRECTORY
from fingerpost.library.schema import Part
from fingerpost.stage.around import card_of, part_facts
from fingerpost.stage.facts import content_notes, described, facts_of, notes_of, state_of, translation_state
from fingerpost.stage.items import item_of
from fingerpost.stage.links import body_of
from fingerpost.stage.markdown import with_numbered_links
from fingerpost.stage.on_every_copy import on_every_copy
from fingerpost.stage.pieces import piece
from fingerpost.stage.resource_page import answers_of
from fingerpost.stage.rights import why_only_a_record
from fingerpost.stage.stale import as_sentence
from fingerpost.stage.tree import Copied, Tree
from fingerpost.stage.view import Scene, View

ON_A_CARD = (ARCHIVE, DIRECTORY)  # their first page has room for their words too


@dataclass(slots=True)
class Numbered:
    """The addresses that one document links to; each gets a number where it is met first, and keeps it."""

    addresses: list[str] = field(default_factory=list)

    def body(self, body: str) -> tuple[str, list[dict[str, Any]]]:
        """Return a text's body with its links numbered, and the rows that spell them out at its end."""
        used: list[int] = []
        numbered = with_numbered_links(body, self.addresses, used)
        return numbered, [{"number": number, "address": self.addresses[number - 1]} for number in sorted(used)]


def printable(scene: Scene) -> tuple[View, ...]:
    """Return what is printed in the scene's language: every listed kind, in words of that language."""
    return tuple(view for view in scene.listed if not view.foreign)


def stage_print(tree: Tree, scene: Scene, view: View) -> None:
    """Put the pages that one resource is drawn from into the print tree, with the files they show."""
    _stage_whole(tree, scene, view)
    if view.outcome is not Outcome.FULL:
        return
    if view.resource.easy and scene.language in view.resource.easy.texts:
        _stage_easy(tree, scene, view, view.resource.easy)
    if view.resource.parts:
        _stage_handouts(tree, scene, view)
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


def _stage_whole(tree: Tree, scene: Scene, view: View) -> None:
    numbered, shown = Numbered(), shows_body(view.resource, view.outcome)
    body, links = numbered.body(body_of(scene, view.text, view.path)) if shown else ("", [])
    parts = view.resource.parts if view.outcome is Outcome.FULL else ()
    states = [as_sentence(said) for said in state_of(scene, view)]
    pieces = {part.stem: _part(scene, view, part, numbered, level=2, said_before=states) for part in parts}
    pieces |= _answers(scene, view, numbered)
    texts = [view.text, *(scene.shown_text(part, view.resource) for part in parts)]
    fp = {
        "summary": view.text.summary,
        "kind": scene.words(f"kind-{view.resource.kind.name}"),
        "on_a_card": view.resource.kind in ON_A_CARD,
        "facts": facts_of(scene, view),
        "states": states,
        "notes": notes_of(scene, content_notes(scene, view)),
        "card": card_of(scene, view),
        "why_record": why_only_a_record(view, scene.words),
        "pieces": pieces,
        "answers": bool(view.resource.answers),
        "links": links,
        "addresses": numbered.addresses,
        **on_every_copy(scene, view, view.path, view.text, texts),
    }
    _page(tree, scene, view.path, view.text, described(scene, view, view.text), "print.html", fp, body)


def _stage_easy(tree: Tree, scene: Scene, view: View, easy: Piece) -> None:
    numbered, text = Numbered(), easy.texts[scene.language]
    path = view.path.replace("index.md", "easy.md")
    body, links = numbered.body(body_of(scene, text, path, easy=True))
    fp = {
        "summary": text.summary,
        "kind": scene.words("easy-read"),
        "easy": True,
        "facts": [],
        "states": [as_sentence(said) for said in translation_state(scene, easy, text)],
        "notes": notes_of(scene, view.resource.entry.content_notes),
        "card": [],
        "pieces": {},
        "links": links,
        **on_every_copy(scene, view, path, text, [text]),
    }
    _page(tree, scene, path, text, described(scene, view, text), "print.html", fp, body, view.text.title)


def _stage_handouts(tree: Tree, scene: Scene, view: View) -> None:
    """Each part stands by itself, so each says of itself what every copy says."""
    path = view.path.replace("index.md", "handouts.md")
    pieces = {}
    for part in view.resource.parts:
        page = view.path.replace("index.md", f"{part.stem}.md")
        text = scene.shown_text(part, view.resource)
        title = text.title or part.source.title or view.text.title
        own = on_every_copy(scene, view, page, text, [text], (title, view.text.title))
        pieces[part.stem] = {**_part(scene, view, part, Numbered(), level=1), "own": own}
    fp = {
        "whole": view.text.title,
        "states": [],
        "notes": notes_of(scene, view.resource.entry.content_notes),
        "pieces": pieces,
    }
    title = scene.words("print-handouts-of", title=view.text.title)
    front = {"title": title, "description": described(scene, view, view.text), "template": "print-handouts.html"}
    tree.page(scene.language, path, {**front, "fp": fp}, "")


def _page(
    tree: Tree,
    scene: Scene,
    path: str,
    text: Text,
    description: str,
    template: str,
    fp: dict[str, Any],
    body: str,
    title: str = "",
) -> None:
    front = {"title": text.title or title, "description": description, "template": template, "fp": fp}
    tree.page(scene.language, path, front, body)


def _part(
    scene: Scene, view: View, part: Piece, numbered: Numbered, *, level: int, said_before: Sequence[str] = ()
) -> dict[str, Any]:
    """Return a part for a sheet, its title a heading of `level`; addresses it links to go to `numbered`.

    What the first page has said of the translation (`said_before`) is not said again of each part.
    """
    text, meta = scene.shown_text(part, view.resource), part.source.meta
    body, links = numbered.body(body_of(scene, text, view.path))
    states = [said for one in translation_state(scene, part, text) if (said := as_sentence(one)) not in said_before]
    return piece(
        body,
        level=level,
        language=text.language if text.language != scene.language else "",
        title=text.title or part.source.title or view.text.title,
        part=meta.part if isinstance(meta, Part) else part.stem,
        facts=" · ".join([*part_facts(scene, meta), *states]),
        links=links,
    )


def _answers(scene: Scene, view: View, numbered: Numbered) -> dict[str, dict[str, Any]]:
    found = answers_of(scene, view, view.path)
    for answer in found.values():
        answer["body"], answer["links"] = numbered.body(answer["body"])
        answer["level"] = 2  # its title is a heading of the second level here
        answer["before"] = [as_sentence(said) for said in answer["before"]]
    return found
