"""Ways to look through everything: by stage, by whom it is for, by language, on paper, in Easy Read, newest, A to Z."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Any

from fingerpost.gate import Outcome
from fingerpost.library.kinds import LISTED
from fingerpost.library.schema import Entry
from fingerpost.library.vocabulary import Term
from fingerpost.stage.around import books_of, easy_page
from fingerpost.stage.in_languages import own_languages
from fingerpost.stage.items import in_order, item_of, language_title, printed_item
from fingerpost.stage.listing import BROWSE, TO_PRINT, is_printable, newest_first, stage_list, used_terms
from fingerpost.stage.tree import Tree, address, relative
from fingerpost.stage.view import EVERYTHING, Scene, View

NEW = "browse/new.md"
ALL = "browse/all.md"
EASY_READ = "browse/easy-read.md"
MOST_NEW = 60
Link = dict[str, Any]


def stage_browse(tree: Tree, scene: Scene) -> None:
    """Put the page that leads to every list into the tree, and the lists that are not of one kind or topic."""
    words = scene.words
    kinds = [
        _link(scene, words(f"kinds-{kind.name}"), f"{kind.folder}/index.md", len(scene.of_kind(kind)), kind.name)
        for kind in LISTED
        if scene.of_kind(kind)
    ]
    topics = [
        _link(scene, scene.label("topics", term.id), f"topics/{term.id}.md", len(views))
        for term, views in used_terms(scene, "topics", lambda meta: meta.topics)
    ]
    sections = [
        (words("browse-kinds"), kinds),
        (words("browse-topics"), topics),
        (words("browse-stages"), _stage_terms(tree, scene, "stages")),
        (words("browse-audiences"), _stage_terms(tree, scene, "audiences")),
        (words("browse-languages"), _stage_languages(tree, scene)),
        (words("browse-forms"), [*_stage_printed(tree, scene), *_stage_easy(tree, scene)]),
        (words("take-with-you"), books_of(scene, EVERYTHING, _up(scene))),
        (words("browse-order"), [*_stage_new(tree, scene), *_stage_all(tree, scene)]),
    ]
    front = {
        "title": words("browse-all"),
        "description": words("about-browse"),
        "template": "browse.html",
        "fp": {
            "summary": words("about-browse"),
            "crumbs": [{"title": words("home"), "url": "../index.html"}],
            "sections": [{"title": title, "links": links} for title, links in sections if links],
        },
    }
    tree.page(scene.language, BROWSE, front, "")


def _link(scene: Scene, title: str, path: str, count: int, kind: str = "") -> Link:
    """Return a link to a list: how many it holds, and that in words (*2 guides*, *2 ganllaw*)."""
    said = scene.words(f"count-{kind}" if kind else "resources", count=count)
    return {"title": title, "url": relative(address(path), BROWSE), "count": count, "said": said}


def _up(scene: Scene) -> str:
    return "../" * (BROWSE.count("/") + scene.library.site.prefix(scene.language).count("/"))


def _put(
    tree: Tree,
    scene: Scene,
    path: str,
    title: str,
    about: str,
    views: Sequence[View],
    groups: Sequence[dict[str, Any]] | None = None,
    **more: Any,
) -> list[Link]:
    """Put a list below the browse page, if it has anything in it; returns the link to it."""
    if not views:
        return []
    stage_list(tree, scene, path, title, about, views, above=(scene.words("browse-all"), BROWSE), groups=groups, **more)
    return [_link(scene, title, path, len(views))]


def _stage_terms(tree: Tree, scene: Scene, vocabulary: str) -> list[Link]:
    def terms_of(meta: Entry) -> list[str]:
        return meta.stages if vocabulary == "stages" else meta.audiences

    links = []
    for term, views in used_terms(scene, vocabulary, terms_of, by_label=vocabulary != "stages"):
        title, about = scene.label(vocabulary, term.id), _about(scene, term)
        links += _put(tree, scene, f"{vocabulary}/{term.id}.md", title, about, views)
    return links


def _about(scene: Scene, term: Term) -> str:
    return term.description.get(scene.language, "")


def _stage_languages(tree: Tree, scene: Scene) -> list[Link]:
    """One list a language: what can be read in it. Every language of the site has one, if it has anything."""
    links = []
    for language in scene.library.site.languages:
        views = [view for view in scene.listed if language.code in own_languages(scene, view)]
        title = language_title(scene.words, language.code, language.name)
        about = scene.words("about-language")
        links += _put(tree, scene, f"languages/{language.code}.md", title, about, views)
    return links


def _stage_printed(tree: Tree, scene: Scene) -> list[Link]:
    views = [view for view in scene.listed if is_printable(scene, view)]
    groups = [{"items": [printed_item(scene, view, TO_PRINT) for view in in_order(scene, views)]}]
    title, about = scene.words("to-print"), scene.words("about-to-print")
    return _put(tree, scene, TO_PRINT, title, about, views, groups)


def _stage_easy(tree: Tree, scene: Scene) -> list[Link]:
    views = [view for view in scene.listed if view.resource.easy and view.outcome is Outcome.FULL]
    items = []
    for view in in_order(scene, views):
        assert view.resource.easy is not None
        text = scene.shown_text(view.resource.easy, view.resource)
        items.append(
            item_of(
                scene,
                view,
                EASY_READ,
                title=text.title or view.text.title,
                summary=text.summary or view.text.summary,
                lang=text.language if text.language != scene.language else "",
                url=relative(address(easy_page(view)), EASY_READ),
            )
        )
    title, about = scene.words("easy-read"), scene.words("about-easy-read")
    return _put(tree, scene, EASY_READ, title, about, views, [{"items": items}])


def _stage_new(tree: Tree, scene: Scene) -> list[Link]:
    """What was published or looked at again, the newest month first."""
    views = newest_first(scene.listed)[:MOST_NEW]
    groups = [
        {"title": scene.words.month(month), "items": [_dated(scene, view) for view in inside]}
        for month, inside in groupby(views, key=lambda view: _day(view).replace(day=1))
    ]
    title, about = scene.words("new-and-changed"), scene.words("about-new")
    return _put(tree, scene, NEW, title, about, views, groups, feeds=True)


def _dated(scene: Scene, view: View) -> dict[str, Any]:
    item = item_of(scene, view, NEW)
    key = "reviewed-on" if _day(view) > view.resource.entry.published else "published-on"
    return {**item, "facts": [scene.words(key, day=scene.words.day(_day(view))), *item["facts"]]}


def _stage_all(tree: Tree, scene: Scene) -> list[Link]:
    title, about = scene.words("a-to-z"), scene.words("about-a-to-z")
    return _put(tree, scene, ALL, title, about, scene.listed)


def _day(view: View) -> date:
    meta = view.resource.entry
    return max(meta.published, meta.reviewed or meta.published)
