"""How each line of the front matter is written: one example per key, for messages."""

from collections.abc import Mapping

# By the place of the key, without the numbers of list entries.
EXAMPLES: Mapping[str, str] = {
    "title": "title: Looking after the plants",
    "summary": "summary: How to keep plants well, week by week.",
    "topics": "topics: [wellbeing]",
    "stages": "stages: [early]",
    "audiences": "audiences: [allies]",
    "content_notes": "content_notes: [bereavement]",
    "credits": "credits: [{name: Example Group, role: author, as: group}]",
    "credits.as": "credits: [{name: Example Group, role: author, as: group}]",
    "made_by": "made_by: co-produced",
    "sources": "sources: [name-of-an-archive-record]",
    "published": "published: 2026-11-21",
    "reviewed": "reviewed: 2026-11-21",
    "review_by": "review_by: 2027-11-21",
    "rights": "rights: {licence: CC-BY-SA-4.0, holder: Example Group}",
    "rights.licence": "rights: {licence: CC-BY-SA-4.0, holder: Example Group}",
    "consent": "consent: {reference: C-0012, scope: [web, print, offline, translation]}",
    "consent.reference": "consent: {reference: C-0012, scope: [web, print, offline, translation]}",
    "consent.scope": "consent: {reference: C-0012, scope: [web, print, offline, translation]}",
    "consent.review_by": "consent: {review_by: 2027-11-21, …}",
    "exit": "exit: true",
    "checks": "checks: {ignore: {FP402: why the rule is wrong for this file}}",
    "checks.ignore": "checks: {ignore: {FP402: why the rule is wrong for this file}}",
    "parts": "parts: [activity-arriving, handout-notes]",
    "part": "part: activity",
    "minutes": "minutes: 20",
    "time": "time: 90",
    "group_size": "group_size: {from: 4, to: 12}",
    "group_size.from": "group_size: {from: 4, to: 12}",
    "group_size.to": "group_size: {from: 4, to: 12}",
    "needs": "needs: [pens, paper]",
    "work": "work: {title: A book, type: book, languages: [en], confirmed: {in: its-source, on: 2026-11-21}}",
    "work.title": 'work: {title: "Title as published", …}',
    "work.creators": "work: {creators: [Example Group], …}",
    "work.date": 'work: {date: "1986", …}',
    "work.type": "work: {type: book, …}",
    "work.languages": "work: {languages: [en], …}",
    "work.identifiers": 'work: {identifiers: {isbn: "978-0-00-000000-2"}, …}',
    "work.where": 'work: {where: {url: "https://example.org/", access: open}, …}',
    "work.confirmed": "work: {confirmed: {in: its-source, on: 2026-11-21}, …}",
    "work.confirmed.in": "work: {confirmed: {in: its-source, on: 2026-11-21}, …}",
    "work.confirmed.on": "work: {confirmed: {in: its-source, on: 2026-11-21}, …}",
    "work.files": "work: {files: [report.pdf], …}",
    "link": 'link: "https://example.org/"',
    "offers": "offers: [network]",
    "where": "where: [wales]",
    "contact": 'contact: {url: "https://example.org/contact"}',
    "checked": "checked: 2026-11-21",
    "translation": "translation: {from: en, source: '00000000', status: draft}",
    "translation.from": "translation: {from: en, source: '00000000', status: draft}",
    "translation.source": "translation: {from: en, source: '00000000', status: draft}",
    "translation.made": "translation: {made: 2026-11-21, …}",
    "translation.status": "translation: {from: en, source: '00000000', status: draft}",
    "translation.by": "translation: {by: [{name: Example Group, as: group}], …}",
    "translation.by.as": "translation: {by: [{name: Example Group, as: group}], …}",
    "translation.reviewed_by": "translation: {reviewed_by: [{name: Example Group, as: group}], …}",
    "translation.reviewed_by.as": "translation: {reviewed_by: [{name: Example Group, as: group}], …}",
}


def example(key: str) -> str:
    """Return how the line for a key is written, by its place (``credits.0.as``); empty if there is none.

    Inside a list or a group, where there is no example of its own, that of what is around it.
    """
    steps = [step for step in key.split(".") if not step.isdigit()]
    while steps:
        if ".".join(steps) in EXAMPLES:
            return EXAMPLES[".".join(steps)]
        steps.pop()
    return ""
