"""What a page is, in data that search engines and catalogues read: schema.org, as JSON-LD.

It says what the page shows, and nothing else. Who is not named on the page is not named here: there is no person called
Anonymous. A published work is the subject of its page and its makers' own, never ours. An entry of the directory is a
thing with a name and an address: it may be a group, a network or a course. Answers stand without their words, because a
search engine would show those without the content note that comes before them. Nobody is called the publisher: the
settings name no group. There is no SearchAction: searching needs a browser that runs the page's scripts.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import urljoin

from fingerpost.gate import Outcome, every_credit
from fingerpost.library import Piece
from fingerpost.library.kinds import ARCHIVE, GUIDE, PAGE, QUESTION, TOOLKIT
from fingerpost.library.schema import Answer, Archive, Directory, Part, Toolkit
from fingerpost.stage.addresses import address_in
from fingerpost.stage.around import versions_of
from fingerpost.stage.published_work import (
    makers_in_data,
    rights_in_data,
    translation_in_data,
    work_in_brief,
    work_in_data,
)
from fingerpost.stage.view import Scene, View

Data = dict[str, Any]
CONTEXT = "https://schema.org"
TYPES = {GUIDE: "Article", TOOLKIT: "LearningResource", QUESTION: "Question"}
OURS = "#words"  # what we wrote, as against the page it stands on


def data_of(scene: Scene, page: str, front: Mapping[str, Any], shown: View | None, piece: Piece | None) -> Data:
    """Return the JSON-LD of a page in the language of its words.

    `shown` and `piece` are the resource and the text it shows; neither for what is made here: start page, listings.
    """
    here = address_in(scene.library.site, scene.language, page)
    if page == "index.md":
        return kept({"@context": CONTEXT, **_site(scene), "description": front.get("description")})
    node: Data = {
        "@context": CONTEXT,
        "@type": "WebPage" if front.get("template") == "page.html" else "CollectionPage",
        "@id": here,
        "url": here,
        "name": front["title"],
        "description": front.get("description"),
        "inLanguage": scene.language,
        "isPartOf": _site(scene),
        "breadcrumb": _breadcrumb(here, front.get("fp", {}).get("crumbs", [])),
        "isAccessibleForFree": True,
    }
    if shown is not None and piece is not None:
        kind = shown.resource.kind
        node["@type"] = "QAPage" if kind is QUESTION and piece is shown.resource.main else "WebPage"
        node |= _translations(scene, shown, piece, "") if kind is PAGE else _of_a_resource(scene, shown, piece, node)
    return kept(node)


def kept(node: Mapping[str, Any]) -> Data:
    """Return a node without what is empty; ``False`` and ``0`` say something."""
    return {key: value for key, value in node.items() if value not in (None, "", [], {})}


def _site(scene: Scene) -> Data:
    home = address_in(scene.library.site, scene.language, "index.md")
    name = scene.library.site.language(scene.language).site_name
    return {"@type": "WebSite", "@id": f"{home}#site", "url": home, "name": name, "inLanguage": scene.language}


def _breadcrumb(here: str, crumbs: list[Mapping[str, str]]) -> Data:
    """Return the way here, as the page shows it."""
    items = [
        {
            "@type": "ListItem",
            "position": place,
            "name": crumb["title"],
            "item": urljoin(here, crumb["url"]).removesuffix("index.html"),
        }
        for place, crumb in enumerate(crumbs, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items} if items else {}


def _of_a_resource(scene: Scene, view: View, piece: Piece, node: Data) -> Data:
    """Return what a resource's page says of it: our words as its main thing, or the work or group it is about.

    `node` is what is said of the page itself; its description, with the content notes first, holds for these too.
    """
    here, description = node["url"], node["description"]
    meta, main = view.resource.entry, piece is view.resource.main
    text = view.text if main else scene.shown_text(piece, view.resource)
    dates = {"datePublished": meta.published.isoformat(), "dateModified": _latest(meta.published, meta.reviewed)}
    page = {**dates, "lastReviewed": meta.reviewed.isoformat() if meta.reviewed else ""}
    words = {
        **makers_in_data(meta.credits),
        **translation_in_data(text),
        "keywords": [scene.label("topics", term) for term in meta.topics],
        "audience": [{"@type": "Audience", "audienceType": scene.label("audiences", term)} for term in meta.audiences],
        "citation": [work_in_brief(scene, found) for found in _sources(scene, view)],
    }
    rights = rights_in_data(meta.rights, every_credit(view.resource), scene.words)
    if isinstance(meta, Archive):
        return {**page, **words, **_translations(scene, view, piece, ""), "about": work_in_data(scene, view, rights)}
    if isinstance(meta, Directory):
        about = {"@type": "Thing", "name": view.text.title, "description": description, "url": meta.link}
        page = {**page, "lastReviewed": meta.checked.isoformat()}
        return {**page, **words, **rights, **_translations(scene, view, piece, ""), "about": about}
    own = {
        "@type": TYPES[view.resource.kind] if main or view.resource.kind is not QUESTION else "CreativeWork",
        "@id": here + OURS,
        "url": here,
        "name": text.title or view.text.title,
        "description": description,
        "inLanguage": text.language,
        "isAccessibleForFree": True if view.outcome is Outcome.FULL else None,
        **dates,
        **words,
        **rights,
        **_translations(scene, view, piece, OURS),
        **(_whole(scene, view) if main else _part(scene, view, piece)),
    }
    return {"lastReviewed": page["lastReviewed"], "description": None, "mainEntity": kept(own)}


def _translations(scene: Scene, view: View, piece: Piece, fragment: str) -> Data:
    """Return links to the same text in other languages: from a translation to its original, from that to them."""
    path = _path_of(view, piece)
    others = {
        code: {"@id": address_in(scene.library.site, code, path) + fragment, "inLanguage": code}
        for code in versions_of(scene, view, piece)
        if code != scene.language
    }
    made_from = piece.texts[scene.language].translation if scene.language in piece.texts else None
    if made_from:
        return {"translationOfWork": others.get(made_from.origin)}
    return {"workTranslation": [others[code] for code in others if piece.texts[code].translation]}


def _whole(scene: Scene, view: View) -> Data:
    """Return what a toolkit or a question holds, and the PDFs that are made of it."""
    meta, site = view.resource.entry, scene.library.site
    found: Data = {
        "encoding": [
            {
                "@type": "MediaObject",
                "name": scene.words(f"print-{one.variant}"),
                "contentUrl": site.url + one.place,
                "encodingFormat": "application/pdf",
                "inLanguage": scene.language,
            }
            for one in scene.prints.get((view.resource.id, scene.language), ())
        ]
    }
    if isinstance(meta, Toolkit):
        found["learningResourceType"] = scene.words("kind-toolkit")
        found["timeRequired"] = f"PT{meta.time}M" if meta.time else ""
        found["hasPart"] = [
            _in_brief(scene, view, part) for part in view.resource.parts if view.outcome is Outcome.FULL
        ]
    if view.resource.kind is QUESTION:
        answers = scene.answers(view.resource)
        found["answerCount"] = len(answers)
        found["suggestedAnswer"] = [_answer(scene, view, answer) for answer in answers]
    return found


def _part(scene: Scene, view: View, piece: Piece) -> Data:
    """Return what a part is of, or the Easy Read version is made of."""
    meta = piece.source.meta
    whole = _in_brief(scene, view, view.resource.main)
    if not isinstance(meta, Part):
        return {"isBasedOn": whole}
    return {
        "isPartOf": whole,
        "learningResourceType": scene.words(f"part-{meta.part}"),
        "timeRequired": f"PT{meta.minutes}M" if meta.minutes else "",
    }


def _in_brief(scene: Scene, view: View, piece: Piece) -> Data:
    text = view.text if piece is view.resource.main else scene.shown_text(piece, view.resource)
    there = address_in(scene.library.site, text.language, _path_of(view, piece))
    return {
        "@type": TYPES[view.resource.kind],
        "@id": there + OURS,
        "url": there,
        "name": text.title or view.text.title,
        "inLanguage": text.language,
    }


def _answer(scene: Scene, question: View, answer: View) -> Data:
    meta = answer.resource.meta
    assert isinstance(meta, Answer)
    there = f"{address_in(scene.library.site, scene.language, question.path)}#{answer.resource.slug}"
    return kept(
        {
            "@type": "Answer",
            "@id": there,
            "url": there,
            "name": answer.text.title,
            "inLanguage": answer.text.language,
            "datePublished": meta.published.isoformat() if meta.published else "",
            "dateModified": _latest(meta.published, meta.reviewed) if meta.published else "",
            **makers_in_data(meta.credits),
            **translation_in_data(answer.text),
            **rights_in_data(meta.rights, every_credit(answer.resource), scene.words),
        }
    )


def _sources(scene: Scene, view: View) -> list[View]:
    found = (scene.shown(f"{ARCHIVE.folder}/{source}") for source in view.resource.entry.sources)
    return [one for one in found if one]


def _path_of(view: View, piece: Piece) -> str:
    return view.path if piece is view.resource.main else view.path.replace("index.md", f"{piece.stem}.md")


def _latest(published: date, reviewed: date | None) -> str:
    return max(published, reviewed or published).isoformat()
