"""The catalogue's entries: what each resource is, in data, as far as the gate lets it be known on the web."""

from typing import Any

from fingerpost.gate import Decision, Edition, Outcome, decide, every_credit, public_holder, public_name
from fingerpost.library import Library, Resource, Text
from fingerpost.library.kinds import ARCHIVE
from fingerpost.library.schema import Answer, Credit

LISTED = (Outcome.FULL, Outcome.RECORD)


def entries_of(library: Library) -> list[dict[str, Any]]:
    """Return one entry for each listed resource that the web edition shows, by id.

    ``languages`` holds only languages with a text of their own, each with title, summary, url and
    status (original, draft or reviewed); ``stale`` marks a translation of an older original, and
    ``translators`` and ``readers`` say who made and who read it, as they chose to be named.
    """
    found = []
    for resource in library.listed:
        decisions = {code: _decide(library, resource, code) for code in resource.main.texts}
        languages = {
            code: _language_entry(library, resource, text)
            for code, text in resource.main.texts.items()
            if decisions[code].outcome in LISTED
        }
        if languages:
            first = resource.main.original if resource.main.original in languages else next(iter(languages))
            found.append(_entry(library, resource, decisions[first], languages))
    shown = {entry["id"] for entry in found}
    for entry in found:
        entry["sources"] = [source for source in entry["sources"] if f"{ARCHIVE.folder}/{source}" in shown]
    return found


def public_address(library: Library, resource: Resource, language: str) -> str:
    """Return the full web address of a resource's page in a language."""
    return f"{library.site.url}{library.site.prefix(language)}{resource.id}/"


def _decide(library: Library, resource: Resource, language: str) -> Decision:
    return decide(resource, language, Edition.WEB, today=library.today)


def _entry(library: Library, resource: Resource, decision: Decision, languages: dict[str, Any]) -> dict[str, Any]:
    meta = resource.entry
    return {
        "id": resource.id,
        "kind": resource.kind.name,
        "topics": meta.topics,
        "stages": meta.stages,
        "audiences": meta.audiences,
        "content_notes": _content_notes(library, resource),
        "made_by": meta.made_by,
        "credits": [_credit(credit) for credit in meta.credits],
        "sources": meta.sources,
        "published": meta.published.isoformat(),
        "reviewed": meta.reviewed.isoformat() if meta.reviewed else None,
        "review_by": meta.review_by.isoformat() if meta.review_by else None,
        "licence": meta.rights.licence,
        "holder": public_holder(meta.rights, every_credit(resource)),
        "shown": decision.outcome.value,
        "original": resource.main.original,
        "languages": languages,
    }


def _content_notes(library: Library, resource: Resource) -> list[str]:
    """The resource's notes and those of each answer that may be shown with it."""
    notes = list(resource.entry.content_notes)
    for answer in resource.answers:
        shown = _decide(library, answer, answer.main.original).outcome is Outcome.FULL
        if shown and isinstance(answer.meta, Answer):
            notes += answer.meta.content_notes
    return list(dict.fromkeys(notes))


def _credit(credit: Credit) -> dict[str, str | None]:
    return {"name": public_name(credit), "role": credit.role, "as": credit.shown}


def _language_entry(library: Library, resource: Resource, text: Text) -> dict[str, Any]:
    made = text.translation
    return {
        "title": text.title,
        "summary": text.summary,
        "url": public_address(library, resource, text.language),
        "status": made.status if made else "original",
        "stale": resource.main.is_stale(text.language),
        "translators": [_credit(credit) for credit in made.by] if made else [],
        "readers": [_credit(credit) for credit in made.reviewed_by] if made else [],
    }
