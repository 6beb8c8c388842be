"""What stands on every copy on paper: whose it is, what may be done with it, how old it is, where a newer one is."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from fingerpost.library import Text
from fingerpost.library.schema import Directory
from fingerpost.library.values import CONFIRMED_FOR
from fingerpost.stage.contact import contact_on_paper
from fingerpost.stage.links import address_online
from fingerpost.stage.rights import has_unnamed, origin_of, translation_credits
from fingerpost.stage.view import Scene, View

A_YEAR = timedelta(days=365)


def on_every_copy(
    scene: Scene, view: View, page: str, text: Text, texts: Sequence[Text], titles: tuple[str, str] | None = None
) -> dict[str, Any]:
    """Return what a copy says of itself, for the templates of paper.

    `text` is the file that `page` shows on the web, `texts` are all whose translators are credited, `titles` what the
    copy is called and what it is a part of.
    """
    words, meta = scene.words, view.resource.entry
    title, whole = titles or (text.title or view.text.title, "")
    return {
        **origin_of(scene, view, page, text, title, whole),
        "translated": translation_credits(texts, words),
        "unnamed": words("credit-unnamed") if has_unnamed(meta.credits, texts) else "",
        "contact": contact_on_paper(scene.library.site.contact, words),
        "free": words("print-free") if "-NC" in meta.rights.licence else "",
        "edition": words("print-edition", day=words.day(scene.library.made.date())),
        "check_after": words("print-check-after", day=words.day(_check_after(view))),
        "newest": address_online(scene, view, page),
    }


def _check_after(view: View) -> date:
    """Return the day after which a copy may be out of date: its makers' own, else a year after it was looked at."""
    meta = view.resource.entry
    if meta.review_by:
        return meta.review_by
    if isinstance(meta, Directory):
        return meta.checked + CONFIRMED_FOR
    return (meta.reviewed or meta.published) + A_YEAR
