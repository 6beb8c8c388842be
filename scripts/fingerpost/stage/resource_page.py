"""A resource's own pages: itself, its parts, its Easy Read version, or the stone that stands in its place."""

from typing import Any

from fingerpost.gate import Outcome, every_credit, shows_body
from fingerpost.library import Text
from fingerpost.library.kinds import PAGE, RESERVED_PAGES
from fingerpost.library.schema import Answer, Part
from fingerpost.library.schema import Page as PlainPage
from fingerpost.stage.around import (
    card_of,
    crumbs_of,
    easy_of,
    part_facts,
    parts_of,
    taken_away,
    versions_of,
)
from fingerpost.stage.contact import with_contact
from fingerpost.stage.facts import (
    content_notes,
    credited,
    described,
    facts_of,
    licence_of,
    notes_of,
    state_of,
    translation_state,
)
from fingerpost.stage.in_languages import facts_line
from fingerpost.stage.leaving import resource_has_exit
from fingerpost.stage.links import body_of
from fingerpost.stage.near import related_to
from fingerpost.stage.pack import handed_over
from fingerpost.stage.pieces import piece
from fingerpost.stage.rights import origin_of, translation_credits, why_only_a_record
from fingerpost.stage.searched import searched
from fingerpost.stage.status_page import with_status
from fingerpost.stage.tombstone import answers_taken_back
from fingerpost.stage.tree import Copied, Tree, address, relative
from fingerpost.stage.view import Scene, View


def stage_resource(tree: Tree, scene: Scene, view: View) -> None:
    """Put everything of one resource that the gate let through into the tree. Tombstones are made from the ledger."""
    if view.outcome is Outcome.TOMBSTONE:
        return
    if view.resource.kind is PAGE:
        if view.resource.slug not in ("home", *RESERVED_PAGES):
            _stage_plain(tree, scene, view)
        return
    _stage_main(tree, scene, view)
    if view.outcome is not Outcome.FULL:
        return
    for part in view.resource.parts:
        _stage_part(tree, scene, view, part.stem)
    if view.resource.easy:
        _stage_part(tree, scene, view, "easy")
    for file in scene.files.intersection(view.resource.files):
        inside = file.removeprefix("docs/")
        tree.files[f"{scene.language}/{inside}"] = Copied(scene.library.root / file)


def _stage_main(tree: Tree, scene: Scene, view: View) -> None:
    page, words, card = view.path, scene.words, card_of(scene, view)
    notes = notes_of(scene, content_notes(scene, view))
    body = body_of(scene, view.text, page) if shows_body(view.resource, view.outcome) else ""
    fp: dict[str, Any] = {
        "kind": view.resource.kind.name,
        "id": view.resource.id,
        "lang": view.foreign_language,
        "versions": versions_of(scene, view, view.resource.main),
        "summary": view.text.summary,
        "facts": facts_of(scene, view),
        "states": state_of(scene, view),
        "notes": notes,
        "crumbs": crumbs_of(scene, view, page),
        "card": card,
        "taken_back": answers_taken_back(scene, view.resource),
        "spelt": any("spelt" in row for row in card),
        "why_record": why_only_a_record(view, words),
        "parts": parts_of(scene, view, page) if view.outcome is Outcome.FULL else [],
        "easy": easy_of(scene, view, page),
        "take": taken_away(scene, view, page),
        **origin_of(scene, view, page, view.text, view.text.title),
        "related": related_to(scene, view, page),
        **searched(scene, view, view.text, notes),
        "facts_line": facts_line(scene, view),
        "pieces": answers_of(scene, view, page),
        "exit": resource_has_exit(scene.library, view.resource),
        "pack": handed_over(scene, view),
    }
    tree.page(
        scene.language,
        page,
        _front(view.text.title, described(scene, view, view.text), f"{view.resource.kind.name}.html", fp),
        body,
    )


def _stage_part(tree: Tree, scene: Scene, view: View, stem: str) -> None:
    part = next(part for part in view.resource.pieces if part.stem == stem)
    page = view.path.replace("index.md", f"{stem}.md")
    text = scene.shown_text(part, view.resource)
    foreign = text.language if text.language != scene.language else ""
    meta = part.source.meta
    easy = part is view.resource.easy
    facts = part_facts(scene, meta)
    notes = notes_of(scene, view.resource.entry.content_notes)
    crumbs = [
        *crumbs_of(scene, view, page),
        {"title": view.text.title, "url": relative(address(view.path), page), "lang": view.foreign_language},
    ]
    fp = {
        "kind": "easy" if easy else "part",
        "lang": foreign,
        "versions": versions_of(scene, view, part),
        "facts": facts,
        "states": translation_state(scene, part, text, page),
        "summary": text.summary,
        "notes": notes,
        "crumbs": crumbs,
        "back": crumbs[-1],
        **searched(scene, view, text, notes, easy=easy),
        "facts_line": " · ".join([*facts, view.text.title]),
        "take": taken_away(scene, view, page),
        **origin_of(scene, view, page, text, *_titles_of(scene, view, meta, text)),
        "exit": resource_has_exit(scene.library, view.resource),
    }
    if not easy and handed_over(scene, view):
        fp["pack"] = {"id": view.resource.id, "part": stem}
    title = text.title or view.text.title
    tree.page(
        scene.language,
        page,
        _front(title, described(scene, view, text), "easy.html" if easy else "part.html", fp),
        body_of(scene, text, page, easy=easy),
    )


def _titles_of(scene: Scene, view: View, meta: object, text: Text) -> tuple[str, str]:
    """Return what a part or an Easy Read version is called where it is credited, and what it is a part of."""
    if isinstance(meta, Part):
        return text.title or view.text.title, view.text.title
    title, easy = text.title or view.text.title, scene.words("easy-read")
    return (title if easy.casefold() in title.casefold() else f"{title} ({easy})"), ""


def _stage_plain(tree: Tree, scene: Scene, view: View) -> None:
    fp: dict[str, Any] = {
        "lang": view.foreign_language,
        "versions": versions_of(scene, view, view.resource.main),
        "summary": view.text.summary,
        "states": state_of(scene, view),
        "crumbs": [{"title": scene.words("home"), "url": relative("index.html", view.path)}, *_around(scene, view)],
        "exit": resource_has_exit(scene.library, view.resource),
    }
    if len(fp["crumbs"]) > 1:
        fp["inner"] = True
    front = _front(view.text.title, view.text.summary, "page.html", fp)
    body = with_contact(scene, view, body_of(scene, view.text, view.path))
    tree.page(scene.language, view.path, front, with_status(scene, view, body))


def _around(scene: Scene, view: View) -> list[dict[str, str]]:
    """Return the crumb of the page that a plain page is part of, if it is part of one that is shown."""
    meta = view.resource.meta
    above = scene.views.get(f"{PAGE.folder}/{meta.part_of}") if isinstance(meta, PlainPage) and meta.part_of else None
    if above is None or above.outcome is not Outcome.FULL:
        return []
    return [
        {"title": above.text.title, "url": relative(address(above.path), view.path), "lang": above.foreign_language}
    ]


def _front(title: str, description: str, template: str, fp: dict[str, Any]) -> dict[str, Any]:
    return {"title": title, "description": description, "template": template, "fp": fp}


def answers_of(scene: Scene, view: View, page: str) -> dict[str, dict[str, Any]]:
    """Return every answer with equal weight. Who stands first changes each month by a rule, never by popularity."""
    answers = scene.answers(view.resource)
    day = scene.library.made.date()
    first = (day.year * 12 + day.month) % max(len(answers), 1)
    known = state_of(scene, view)
    ordered = [*answers[first:], *answers[:first]]
    return {answer.resource.slug: _answer(scene, answer, page, known) for answer in ordered}


def _answer(scene: Scene, answer: View, page: str, known: list[str | dict[str, Any]]) -> dict[str, Any]:
    """One answer in its box: what to know first (but not what the page says already), its words, whose they are."""
    words, meta = scene.words, answer.resource.meta
    assert isinstance(meta, Answer)
    states = translation_state(scene, answer.resource.main, answer.text, f"{page}#{answer.resource.slug}")
    before = [said for said in states if said not in known]
    notes = ", ".join(note["label"] for note in notes_of(scene, meta.content_notes))
    if notes:
        before.append(words("before-you-read", notes=notes))
    licence = licence_of(meta.rights, every_credit(answer.resource), words)
    after = [
        words("answer-by", names=", ".join(credited(meta.credits, words))),
        *translation_credits([answer.text], words),
        words(f"made-by-{meta.made_by}-long"),
        f"{words('licence')} {licence['says']} {licence['name']}. {licence['holder']}",
    ]
    return piece(
        body_of(scene, answer.text, page),
        level=3,
        language=answer.foreign_language,
        title=answer.text.title,
        before=before,
        after=" ".join(after),
    )
