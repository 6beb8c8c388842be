"""The print edition's tree: one page a toolkit and language, everything in reading order, links spelt out."""

from fingerpost.gate import Outcome
from fingerpost.library import Text
from fingerpost.library.kinds import TOOLKIT
from fingerpost.library.schema import Part
from fingerpost.stage.around import card_of, part_facts, sources_of
from fingerpost.stage.easy_read import with_words_beside_pictures
from fingerpost.stage.facts import credited, facts_of, licence_of, notes_of, state_of, translation_state
from fingerpost.stage.links import localised_body, public_address
from fingerpost.stage.listing import list_of
from fingerpost.stage.markdown import (
    balanced,
    escape,
    in_language,
    lower_headings,
    scoped,
    with_numbered_links,
    with_room_to_write,
)
from fingerpost.stage.tree import Copied, Tree
from fingerpost.stage.view import Scene, View


def printable(scene: Scene) -> tuple[View, ...]:
    """Return what is printed in the scene's language: toolkits with words of their own in it."""
    return tuple(view for view in scene.of_kind(TOOLKIT) if view.outcome is Outcome.FULL and not view.foreign)


def stage_print(tree: Tree, scene: Scene, view: View) -> None:
    """Put one toolkit, whole, into the print tree, with the files it shows."""
    words, meta = scene.words, view.resource.entry
    addresses: list[str] = []
    body = [_printed(scene, view.text, view.path, addresses)]
    contents = []
    for part in view.resource.pieces:
        if part is view.resource.main:
            continue
        text = scene.shown_text(part, view.resource)
        part_meta = part.source.meta
        sort = part_meta.part if isinstance(part_meta, Part) else part.stem
        title = text.title or part.source.title or view.text.title
        printed = _printed(scene, text, view.path, addresses, beside=part is view.resource.easy)
        inner = lower_headings(scoped(printed, part.stem), 1).strip()
        foreign = text.language if text.language != scene.language else ""
        if foreign:
            inner = in_language(inner, foreign, scene.library.site.language(foreign).direction)
        facts = " · ".join([*part_facts(scene, part_meta), *translation_state(scene, part, text)])
        contents.append({"title": title, "facts": facts, "anchor": part.stem})
        body.append(
            f'<div class="part part-{sort}" markdown="1">\n\n'
            f"## {escape(title)} {{ #{part.stem}{f' lang={foreign}' if foreign else ''} }}\n\n"
            f"{escape(facts)}\n{{ .facts }}\n\n{inner}\n\n</div>"
        )
    newest = public_address(scene, view.path)
    fp = {
        "summary": view.text.summary,
        "kind": words(f"kind-{view.resource.kind.name}"),
        "facts": facts_of(scene, view),
        "states": state_of(scene, view),
        "notes": notes_of(scene, meta.content_notes),
        "card": card_of(scene, view),
        "contents": contents,
        "made_by": words(f"made-by-{meta.made_by}-long"),
        "credits": credited(meta.credits, words),
        "sources": sources_of(scene, view, view.path),
        "free": words("print-free") if "-NC" in meta.rights.licence else "",
        "licence": licence_of(meta.rights, meta.credits, words),
        "edition": words("print-edition", day=words.day(scene.library.made.date())),
        "newest": newest,
        "qr": _qr_code(newest),
        "addresses": addresses,
    }
    front = {"title": view.text.title, "description": view.text.summary, "template": "print.html", "fp": fp}
    tree.page(scene.language, view.path, front, "\n\n".join(body))
    for file in view.resource.files:
        tree.files[f"{scene.language}/{file.removeprefix('docs/')}"] = Copied(scene.library.root / file)


def stage_shelf(tree: Tree, scene: Scene, views: tuple[View, ...]) -> None:
    """Put the list of what is printed at the top of the print tree: the engine needs a first page."""
    title = scene.words("usb-print")
    body = list_of(scene, views, "index.md") if views else escape(scene.words("nothing-yet"))
    front = {"title": title, "description": title, "template": "listing.html", "fp": {"noindex": True}}
    tree.page(scene.language, "index.md", front, body)


def _printed(scene: Scene, text: Text, page: str, addresses: list[str], *, beside: bool = False) -> str:
    body = balanced(localised_body(scene, text, page))
    body = with_room_to_write(with_words_beside_pictures(body) if beside else body)
    return with_numbered_links(body, addresses)


def _qr_code(address: str) -> str:
    import segno  # only printing has to wait for it

    return str(segno.make(address, error="m").svg_data_uri(border=0))
