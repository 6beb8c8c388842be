"""What a reader of a translation is told when its original has changed since: on which day, and which sections."""

from datetime import date
from typing import Any

from fingerpost.languages import Words
from fingerpost.library import Piece, Text
from fingerpost.stage.tree import address
from fingerpost.stage.view import Scene, Section, Since


def stale_state(scene: Scene, piece: Piece, text: Text, there: str, page: str) -> str | dict[str, Any]:
    """Return what is said of a stale translation: one sentence, or one with what changed and a link to the original.

    `there` is the original's language in the reader's words; `page` is where its words stand in its own tree (perhaps
    with an anchor), empty on paper. Where a translation is shown, so is
    its original (the gate asks more of a translation), and its headings may be named.
    """
    since = scene.since.get(text.path, Since())
    says = _says(scene.words, since.day, text)
    if not page:
        return says
    original = scene.library.site.language(piece.original)
    path, mark, anchor = page.partition("#")
    link = {
        "url": _up(scene, page) + scene.library.site.prefix(original.code) + address(path) + mark + anchor,
        "title": scene.words("stale-original", language=there),
        "hreflang": original.code,
    }
    return {"says": says, "groups": _groups(scene, since), "link": link}


def as_sentence(said: str | dict[str, Any]) -> str:
    """Return a state as the one sentence that paper has room for."""
    return said if isinstance(said, str) else str(said["says"])


def _says(words: Words, changed: date | None, text: Text) -> str:
    if changed:
        return words("stale-on", day=words.day(changed))
    made = text.translation.made if text.translation else None
    return words("stale-made", day=words.day(made)) if made else words("state-stale")


def _up(scene: Scene, page: str) -> str:
    return "../" * (page.count("/") + scene.library.site.prefix(scene.language).count("/"))


def _groups(scene: Scene, since: Since) -> list[dict[str, Any]]:
    words = scene.words
    ours = [words(key) for key, true in (("stale-title", since.named), ("stale-beginning", since.beginning)) if true]
    changed = [*({"title": title, "lang": ""} for title in ours), *(_item(scene, one) for one in since.changed)]
    groups = [
        {"says": words("stale-changed"), "items": changed},
        {"says": words("stale-added"), "items": [_item(scene, one) for one in since.added]},
    ]
    found = [group for group in groups if group["items"]]
    return [*found, {"says": words("stale-gone", count=since.gone), "items": []}] if since.gone else found


def _item(scene: Scene, section: Section) -> dict[str, str]:
    title = scene.words("stale-section", title=section.title)
    return {"title": title, "lang": section.language if section.language != scene.language else ""}
