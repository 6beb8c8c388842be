"""A resource's own pages: itself, its parts, its Easy Read version, or the stone that stands in its place."""

from typing import Any

from fingerpost.gate import Outcome
from fingerpost.library.kinds import ARCHIVE, PAGE, QUESTION, RESERVED_PAGES
from fingerpost.library.schema import Answer
from fingerpost.library.schema import Page as PlainPage
from fingerpost.stage.around import (
    card_of,
    crumbs_of,
    filters_of,
    part_facts,
    parts_of,
    related_to,
    sources_of,
    taken_away,
    versions_of,
)
from fingerpost.stage.easy_read import with_words_beside_pictures
from fingerpost.stage.facts import (
    citation,
    content_notes,
    credited,
    facts_of,
    licence_of,
    notes_of,
    short_facts_of,
    state_of,
    translation_state,
    why_record,
)
from fingerpost.stage.links import body_of, localised_body, public_address
from fingerpost.stage.markdown import balanced, escape, in_language, lower_headings, scoped, with_room_to_write
from fingerpost.stage.tree import Copied, Tree, address, relative
from fingerpost.stage.view import Scene, View


def stage_resource(tree: Tree, scene: Scene, view: View) -> None:
    """Put everything of one resource that the gate let through into the tree."""
    if view.outcome is Outcome.TOMBSTONE:
        _stage_tombstone(tree, scene, view)
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
    for file in view.resource.files:
        inside = file.removeprefix("docs/")
        tree.files[f"{scene.language}/{inside}"] = Copied(scene.library.root / file)


def _stage_main(tree: Tree, scene: Scene, view: View) -> None:
    page, meta, words = view.path, view.resource.entry, scene.words
    # A record of someone else's work: our own words about it may always be shown, theirs not.
    shows_body = view.outcome is Outcome.FULL or view.resource.kind is ARCHIVE
    body = body_of(scene, view, page) if shows_body else ""
    if view.resource.kind is QUESTION:
        body = "\n\n".join([body, *_answers(scene, view, page)])
    fp: dict[str, Any] = {
        "kind": view.resource.kind.name,
        "id": view.resource.id,
        "lang": view.foreign_language,
        "versions": versions_of(scene, view, view.resource.main),
        "summary": view.text.summary,
        "facts": facts_of(scene, view),
        "states": state_of(scene, view),
        "notes": notes_of(scene, content_notes(scene, view)),
        "crumbs": crumbs_of(scene, view, page),
        "card": card_of(scene, view),
        "why_record": why_record(view, words) if view.outcome is Outcome.RECORD else [],
        "parts": parts_of(scene, view, page) if view.outcome is Outcome.FULL else [],
        "take": taken_away(scene, view, page),
        "made_by": words(f"made-by-{meta.made_by}-long"),
        "credits": credited(meta.credits, words),
        "sources": sources_of(scene, view, page),
        "licence": licence_of(meta.rights, meta.credits, words),
        "cite": citation(scene, view, public_address(scene, page)),
        "related": related_to(scene, view, page),
        "filters": filters_of(scene, view),
        "facts_line": " · ".join(short_facts_of(scene, view)),
    }
    tree.page(scene.language, page, _front(view.text.title, view.text.summary, "resource.html", fp), body)


def _stage_part(tree: Tree, scene: Scene, view: View, stem: str) -> None:
    piece = next(piece for piece in view.resource.pieces if piece.stem == stem)
    page = view.path.replace("index.md", f"{stem}.md")
    text = scene.shown_text(piece, view.resource)
    foreign = text.language if text.language != scene.language else ""
    body = balanced(localised_body(scene, text, page))
    body = with_room_to_write(with_words_beside_pictures(body) if stem == "easy" else body)
    if foreign:
        body = in_language(body, foreign, scene.library.site.language(foreign).direction)
    meta = piece.source.meta
    facts = part_facts(scene, meta)
    crumbs = [
        *crumbs_of(scene, view, page),
        {"title": view.text.title, "url": relative(address(view.path), page), "lang": view.foreign_language},
    ]
    fp = {
        "kind": "part",
        "lang": foreign,
        "versions": versions_of(scene, view, piece),
        "facts": facts,
        "states": translation_state(scene, piece, text),
        "notes": notes_of(scene, view.resource.entry.content_notes),
        "crumbs": crumbs,
        "back": crumbs[-1],
        "filters": filters_of(scene, view),
        "facts_line": " · ".join([*facts, view.text.title]),
        "take": taken_away(scene, view, page),
    }
    title = text.title or view.text.title
    tree.page(scene.language, page, _front(title, view.text.summary, "part.html", fp), body)


def _stage_plain(tree: Tree, scene: Scene, view: View) -> None:
    fp: dict[str, Any] = {
        "lang": view.foreign_language,
        "versions": versions_of(scene, view, view.resource.main),
        "summary": view.text.summary,
        "states": state_of(scene, view),
        "crumbs": [{"title": scene.words("home"), "url": relative("index.html", view.path)}, *_around(scene, view)],
    }
    if len(fp["crumbs"]) > 1:
        fp["inner"] = True
    front = _front(view.text.title, view.text.summary, "page.html", fp)
    tree.page(scene.language, view.path, front, body_of(scene, view, view.path))


def _around(scene: Scene, view: View) -> list[dict[str, str]]:
    """Return the crumb of the page that a plain page is part of, if it is part of one that is shown."""
    meta = view.resource.meta
    above = scene.views.get(f"{PAGE.folder}/{meta.part_of}") if isinstance(meta, PlainPage) and meta.part_of else None
    if above is None or above.outcome is not Outcome.FULL:
        return []
    return [
        {"title": above.text.title, "url": relative(address(above.path), view.path), "lang": above.foreign_language}
    ]


def _stage_tombstone(tree: Tree, scene: Scene, view: View) -> None:
    withdrawal = view.resource.withdrawn
    assert withdrawal is not None
    stage_tombstone(tree, scene, view.path, withdrawal.on, dict(withdrawal.words))


def stage_tombstone(tree: Tree, scene: Scene, page: str, on: Any, own_words: dict[str, str]) -> None:
    """Put a page without content where something was withdrawn: that it was, when, and the makers' words if any."""
    words = scene.words
    said = [escape(words("tombstone", day=words.day(on)))]
    if own_words.get(scene.language):
        said.append(escape(own_words[scene.language]))
    said.append(f"[{escape(words('tombstone-onward'))}]({relative('index.md', page)})")
    fp = {"noindex": True, "crumbs": [{"title": words("home"), "url": relative("index.html", page)}]}
    front = _front(words("tombstone-title"), "", "page.html", fp)
    tree.page(scene.language, page, front, "\n\n".join(said))


def _front(title: str, description: str, template: str, fp: dict[str, Any]) -> dict[str, Any]:
    return {"title": title, "description": description, "template": template, "fp": fp}


def _answers(scene: Scene, view: View, page: str) -> list[str]:
    """Every answer with equal weight. Who stands first changes each month by a rule, never by popularity."""
    answers = scene.answers(view.resource)
    if not answers:
        return [escape(scene.words("no-answers"))]
    day = scene.library.made.date()
    first = (day.year * 12 + day.month) % len(answers)
    said = [f"## {scene.words('answers-heading')}", escape(scene.words("answers-order"))]
    known = state_of(scene, view)
    return [*said, *(_answer(scene, answer, page, known) for answer in [*answers[first:], *answers[:first]])]


def _answer(scene: Scene, answer: View, page: str, known: list[str]) -> str:
    """One answer in its box: what to know first (but not what the page says already), its words, whose they are."""
    words, meta = scene.words, answer.resource.meta
    assert isinstance(meta, Answer)
    language = f" {{ lang={answer.foreign_language} }}" if answer.foreign else ""
    before = [said for said in translation_state(scene, answer.resource.main, answer.text) if said not in known]
    notes = ", ".join(note["label"] for note in notes_of(scene, meta.content_notes))
    if notes:
        before.append(words("before-you-read", notes=notes))
    licence = licence_of(meta.rights, meta.credits, words)
    after = [
        words("answer-by", names=", ".join(credited(meta.credits, words))),
        words(f"made-by-{meta.made_by}-long"),
        f"{words('licence')} {licence['says']} {licence['name']}.",
    ]
    body = lower_headings(scoped(body_of(scene, answer, page), answer.resource.slug), 2)
    return "\n\n".join(
        [
            '<div class="answer" markdown="1">',
            f"### {escape(answer.text.title)}{language}",
            *(f"{escape(line)}\n{{ .before }}" for line in before),
            body.strip(),
            f"{escape(' '.join(after))}\n{{ .facts }}",
            "</div>",
        ]
    )
