"""The catalogue's entries: what each resource is, in data, as far as the gate lets it be known on the web."""

from typing import Any

from fingerpost.gate import Decision, Edition, Outcome, decide
from fingerpost.library import Library, Resource, Text
from fingerpost.library.kinds import ARCHIVE
from fingerpost.library.schema import Credit, Entry

LISTED = (Outcome.FULL, Outcome.RECORD)


def entries_of(library: Library) -> list[dict[str, Any]]:
    """Return one entry for each listed resource that the web edition shows, by id.

    ``languages`` holds only languages with a text of their own, each with title, summary, url and
    status (original, draft or reviewed); ``stale`` marks a translation of an older original.
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
            found.append(_entry(resource, decisions[first], languages))
    shown = {entry["id"] for entry in found}
    for entry in found:
        entry["sources"] = [source for source in entry["sources"] if f"{ARCHIVE.folder}/{source}" in shown]
    return found


def public_address(library: Library, resource: Resource, language: str) -> str:
    """Return the full web address of a resource's page in a language."""
    return f"{library.site.url}{library.site.prefix(language)}{resource.id}/"


def _decide(library: Library, resource: Resource, language: str) -> Decision:
    return decide(resource, language, Edition.WEB, today=library.today)


def _entry(resource: Resource, decision: Decision, languages: dict[str, Any]) -> dict[str, Any]:
    meta = resource.entry
    return {
        "id": resource.id,
        "kind": resource.kind.name,
        "topics": meta.topics,
        "stages": meta.stages,
        "audiences": meta.audiences,
        "content_notes": meta.content_notes,
        "made_by": meta.made_by,
        "credits": [_credit(credit) for credit in meta.credits],
        "sources": meta.sources,
        "published": meta.published.isoformat(),
        "reviewed": meta.reviewed.isoformat() if meta.reviewed else None,
        "review_by": meta.review_by.isoformat() if meta.review_by else None,
        "licence": meta.rights.licence,
        "holder": _holder(meta),
        "shown": decision.outcome.value,
        "original": resource.main.original,
        "languages": languages,
    }


def _credit(credit: Credit) -> dict[str, str | None]:
    """A credit as its maker chose it: without a name where they chose none."""
    name = None if credit.shown == "anonymous" else credit.name
    return {"name": name, "role": credit.role, "as": credit.shown}


def _holder(meta: Entry) -> str | None:
    """Who holds the rights, unless it is somebody who chose not to be named."""
    nameless = {(credit.name or "").casefold() for credit in meta.credits if credit.shown == "anonymous"}
    return None if (meta.rights.holder or "").casefold() in nameless else meta.rights.holder


def _language_entry(library: Library, resource: Resource, text: Text) -> dict[str, Any]:
    return {
        "title": text.title,
        "summary": text.summary,
        "url": public_address(library, resource, text.language),
        "status": text.translation.status if text.translation else "original",
        "stale": resource.main.is_stale(text.language),
    }
