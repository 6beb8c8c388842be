"""The lists of the editors' page: texts and days, each with a link to its page and the name that commands know."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from fingerpost.gate import translation_refused
from fingerpost.library.board import Due, Standing
from fingerpost.stage.pieces import anchor_in
from fingerpost.stage.tree import address, relative
from fingerpost.stage.view import Scene, View

# Rows of one list that the page shows. The terminal has them all; with a thousand resources nobody scrolls to the end.
MOST = 25


def folded(
    scene: Scene,
    title: str,
    rows: Iterable[dict[str, str]],
    count: int,
    *,
    says: str = "",
    commands: Sequence[str] = (),
) -> dict[str, Any]:
    """Return a list that is folded away under its title and number: its first rows, and how many more there are."""
    shown = list(islice(rows, MOST))
    more = scene.words("board-more", count=str(count - len(shown))) if count > len(shown) else ""
    return {"title": title, "count": count, "says": says, "commands": list(commands), "rows": shown, "more": more}


def text_rows(scene: Scene, texts: Iterable[Standing], page: str) -> Iterator[dict[str, str]]:
    """Yield a row for each text: its title, its page in its language, its name."""
    for one in texts:
        found = _place(scene, one.id, one.stem)
        if found:
            view, title, language, there = found
            text = _in_language(scene, view, one)
            title, language = text or (title, language)
            up = "../" * (scene.library.site.prefix(scene.language).count("/"))
            url = relative(there, page)
            if one.language != scene.language:
                url = "../" * page.count("/") + up + scene.library.site.prefix(one.language) + there
            yield {"title": title, "lang": language, "url": url, "hreflang": one.language, "name": one.name}


def due_rows(scene: Scene, dues: Iterable[Due], page: str) -> Iterator[dict[str, str]]:
    """Yield a row for each day: what it is about, its page, its name, the day."""
    for due in dues:
        found = _place(scene, due.id, "")
        if found:
            _, title, language, there = found
            day = scene.words.day(due.day)
            yield {"title": title, "lang": language, "url": relative(there, page), "name": due.id, "day": day}


def _place(scene: Scene, id: str, stem: str) -> tuple[View, str, str, str] | None:
    """Return the view of what has an id, the title it has here with its language where that is another, its address."""
    view = scene.views.get(id)
    if view is None:
        question = scene.views.get(id.rpartition("/")[0])
        answers = scene.answers(question.resource) if question else ()
        view = next((answer for answer in answers if answer.resource.id == id), None)
        if view is None or question is None:
            return None
        return view, view.text.title, view.foreign_language, f"{address(question.path)}#{anchor_in(view.resource.slug)}"
    piece = next((one for one in view.resource.pieces if one.stem == stem), view.resource.main)
    text = view.text if piece is view.resource.main else scene.shown_text(piece, view.resource)
    there = view.path.replace("index.md", f"{stem}.md") if stem else view.path
    foreign = text.language if text.language != scene.language else ""
    return view, text.title or view.text.title, foreign, address(there)


def _in_language(scene: Scene, view: View, one: Standing) -> tuple[str, str] | None:
    """Return the title of a text in its own language, where it is there and may be shown, and that language."""
    pieces = {("" if piece is view.resource.main else piece.stem): piece for piece in view.resource.pieces}
    piece = pieces.get(one.stem)
    text = piece.texts.get(one.language) if piece else None
    if text is None or not text.title or translation_refused(view.resource, text):
        return None
    return text.title, text.language if text.language != scene.language else ""
