"""The editors' board: what is stale, untranslated, running out, or due to be looked at."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from fingerpost.checks.exceptions import stated_in
from fingerpost.gate import consent_of
from fingerpost.library import Library, Piece, Resource
from fingerpost.library.schema import Directory, Entry

SOON = timedelta(days=60)
CONFIRMED_FOR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Item:
    """One thing an editor may want to look at: the sort, the resource, and a sentence."""

    sort: str
    resource: str
    says: str


def board(library: Library) -> tuple[Item, ...]:
    """Return what needs an editor's eye, sorted by sort and id."""
    found = [item for resource in library.resources.values() for item in _items(library, resource)]
    return tuple(sorted(found, key=lambda item: (item.sort, item.resource)))


def _items(library: Library, resource: Resource) -> Iterator[Item]:
    for piece in resource.pieces:
        name = resource.id if piece is resource.main else f"{resource.id}/{piece.stem}"
        yield from _translations(library, piece, name)
        for text in piece.texts.values():
            for check, reason in sorted(stated_in(text).items()):
                yield Item("set aside", resource.id, f"{check} in {text.path.rsplit('/', 1)[-1]}: {reason}")
    meta = resource.meta
    if isinstance(meta, Entry) and meta.review_by and meta.review_by <= library.today + SOON:
        yield Item("review", resource.id, f"is to be looked at by {meta.review_by.isoformat()}")
    consent = consent_of(resource)
    if consent and consent.review_by and consent.review_by <= library.today + SOON:
        yield Item("consent", resource.id, f"the consent runs until {consent.review_by.isoformat()}")
    if isinstance(meta, Directory) and meta.checked < library.today - CONFIRMED_FOR:
        yield Item("unconfirmed", resource.id, f"the facts were last confirmed on {meta.checked.isoformat()}")
    for answer in resource.answers:
        yield from _items(library, answer)


def _translations(library: Library, piece: Piece, name: str) -> Iterator[Item]:
    for language in library.site.codes:
        text = piece.texts.get(language)
        if text is None:
            yield Item("untranslated", name, f"is not in {language} yet")
        elif piece.is_stale(language):
            yield Item("stale", name, f"the {language} translation is older than the original")
        elif text.translation and text.translation.status == "draft":
            yield Item("draft", name, f"no second person has read the {language} translation")
