"""Listings: by kind, by topic, by what people need, and the home page. The rows of a list are data of its page."""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby, zip_longest
from typing import Any

from fingerpost.languages import FIGURES, collation_key, initial
from fingerpost.library.kinds import LISTED, TOOLKIT, Kind
from fingerpost.library.schema import Entry
from fingerpost.library.vocabulary import Shows, Term
from fingerpost.stage.around import versions_of
from fingerpost.stage.contact import with_contact
from fingerpost.stage.facts import state_of
from fingerpost.stage.items import FEWEST, facets_of, in_order, item_of
from fingerpost.stage.leaving import list_has_exit, resource_has_exit
from fingerpost.stage.links import body_of
from fingerpost.stage.tree import Tree, address, relative
from fingerpost.stage.view import Scene, View

NEWEST = 6
MANY = 30  # rows from which on a list has a heading for each letter
BROWSE = "browse/index.md"
TO_PRINT = "browse/to-print.md"
TOPICS = "topics/index.md"


def stage_listings(tree: Tree, scene: Scene) -> None:
    """Put the lists of each kind, topic and way into the tree."""
    words = scene.words
    for kind in LISTED:
        page = f"{kind.folder}/index.md"
        title, about, members = words(f"kinds-{kind.name}"), words(f"about-{kind.name}"), scene.of_kind(kind)
        links = _stage_narrowed(tree, scene, kind) if len(members) >= FEWEST else []
        stage_list(tree, scene, page, title, about, members, links=links)
    topics = used_terms(scene, "topics", lambda meta: meta.topics)
    for term, views in topics:
        about = term.description.get(scene.language, "")
        above = (words("topics"), TOPICS)
        title = scene.label("topics", term.id)
        links = [_to_topic(scene, other) for other, _ in topics if other is not term]
        page = f"topics/{term.id}.md"
        leaving = list_has_exit(scene.library, [term.id])
        stage_list(
            tree, scene, page, title, about, views, above=above, links=links, template="topic.html", exit=leaving
        )
    _stage_topics(tree, scene, topics)
    for way in _ways(scene):
        page = way_path(way)
        if page.startswith("ways/"):
            about, views = way.description.get(scene.language, ""), shown_by(scene, way.shows)
            leaving = list_has_exit(scene.library, way.shows.topics if way.shows else ())
            stage_list(tree, scene, page, scene.label("ways", way.id), about, views, exit=leaving)


def _stage_narrowed(tree: Tree, scene: Scene, kind: Kind) -> list[dict[str, str]]:
    """Put a list into the tree for each topic that some of one kind have, for readers without scripts."""
    links = []
    above = (scene.words(f"kinds-{kind.name}"), f"{kind.folder}/index.md")
    for term, views in used_terms(scene, "topics", lambda meta: meta.topics):
        inside = [view for view in views if view.resource.kind is kind]
        if inside:
            page, label = f"{kind.folder}/topic-{term.id}.md", scene.label("topics", term.id)
            title = f"{above[0]}: {label}"
            about, leaving = term.description.get(scene.language, ""), list_has_exit(scene.library, [term.id])
            stage_list(tree, scene, page, title, about, inside, above=above, exit=leaving)
            links.append({"title": label, "url": f"topic-{term.id}.html"})
    return links


def _to_topic(scene: Scene, term: Term) -> dict[str, str]:
    return {"title": scene.label("topics", term.id), "url": f"{term.id}.html"}


def stage_home(tree: Tree, scene: Scene) -> None:
    """Put the home page of one language into the tree: one question, plain answers, what is new."""
    home = scene.views.get("pages/home")
    arms = [
        {
            "title": scene.label("ways", way.id),
            "about": way.description.get(scene.language, ""),
            "url": relative(address(way_path(way)), "index.md"),
        }
        for way in _ways(scene)
    ]
    body = with_contact(scene, home, body_of(scene, home.text, "index.md")) if home else ""
    newest = newest_first(scene.listed)[:NEWEST]
    title = home.text.title if home else scene.library.site.language(scene.language).site_name
    front = {
        "title": title,
        "description": home.text.summary if home else "",
        "template": "home.html",
        "fp": {
            "summary": home.text.summary if home else "",
            "lang": home.foreign_language if home else "",
            "states": state_of(scene, home) if home else [],
            "versions": versions_of(scene, home, home.resource.main) if home else list(scene.library.site.codes),
            **({"exit": resource_has_exit(scene.library, home.resource)} if home else {}),
            "arms": arms,
            "newest": [item_of(scene, view, "index.md") for view in newest],
        },
    }
    tree.page(scene.language, "index.md", front, body)


def stage_list(
    tree: Tree,
    scene: Scene,
    page: str,
    title: str,
    about: str,
    views: Sequence[View],
    *,
    above: tuple[str, str] | None = None,
    groups: Sequence[dict[str, Any]] | None = None,
    links: Sequence[dict[str, str]] = (),
    template: str = "listing.html",
    **more: Any,
) -> None:
    """Put a list of resources into the tree, by title unless `groups` says how they stand.

    A group is ``{"title": …, "items": […]}``. `above` is the title and the path of the page that leads here; `links`
    lead to narrower or neighbouring lists; `more` is for the template.
    """
    crumbs = [{"title": scene.words("home"), "url": relative(address("index.md"), page)}]
    if above:
        crumbs.append({"title": above[0], "url": relative(address(above[1]), page)})
    if groups is None:
        groups = by_letter(scene, views, page) if len(views) >= MANY else plain(scene, views, page)
    front = {
        "title": title,
        "description": about,
        "template": template,
        "fp": {
            "summary": about,
            "crumbs": crumbs,
            "groups": list(groups),
            "facets": facets_of(scene, views),
            "links": list(links),
            **more,
            "letters": [{"id": group["id"], "title": group["title"]} for group in groups if "id" in group],
        },
    }
    tree.page(scene.language, page, front, "")


def plain(scene: Scene, views: Iterable[View], page: str) -> list[dict[str, Any]]:
    """Return views by title as one group without a heading, or no group where there are none."""
    items = [item_of(scene, view, page) for view in in_order(scene, views)]
    return [{"items": items}] if items else []


def by_letter(scene: Scene, views: Iterable[View], page: str) -> list[dict[str, Any]]:
    """Return views by title, in a group for each letter of the reader's alphabet that a title begins with."""

    def letter(view: View) -> str:
        return initial(view.text.title, scene.language)

    return [
        {
            "id": f"fp-{'figures' if first == FIGURES else first.lower()}",
            "title": scene.words("letter-figures") if first == FIGURES else first,
            "items": [item_of(scene, view, page) for view in inside],
        }
        for first, inside in groupby(in_order(scene, views), key=letter)
    ]


def newest_first(views: Sequence[View]) -> list[View]:
    """Return views by the day they were published or last reviewed; of one day, the kinds take turns."""
    days: dict[str, dict[str, list[View]]] = {}
    for view in sorted(views, key=lambda view: view.resource.id):
        meta = view.resource.entry
        day = max(meta.published, meta.reviewed or meta.published).isoformat()
        days.setdefault(day, {}).setdefault(view.resource.kind.name, []).append(view)
    ordered: list[View] = []
    for day in sorted(days, reverse=True):
        by_kind = [days[day].get(kind.name, []) for kind in LISTED]
        ordered += [view for turn in zip_longest(*by_kind) for view in turn if view]
    return ordered


def shown_by(scene: Scene, shows: Shows | None) -> list[View]:
    """Return the resources a way leads to: of its kinds, and with one of its topics, and of its stages."""
    if shows is None:
        return []
    found = []
    for view in scene.listed:
        meta = view.resource.entry
        if (
            (not shows.kinds or view.resource.kind.folder in shows.kinds)
            and (not shows.topics or set(shows.topics) & set(meta.topics))
            and (not shows.stages or set(shows.stages) & set(meta.stages))
            and (not shows.printable or is_printable(scene, view))
        ):
            found.append(view)
    return found


def is_printable(scene: Scene, view: View) -> bool:
    """Whether a resource is made for paper: there is a PDF of it, or it is a toolkit, whose parts are sheets."""
    made = any((view.resource.id, code) in scene.prints for code in scene.library.site.codes)
    return made or view.resource.kind is TOOLKIT


def kind_of_way(shows: Shows | None) -> Kind | None:
    """Return the kind whose own listing answers a way, where it is only one."""
    if shows is None or shows.topics or shows.stages or shows.printable or len(shows.kinds) != 1:
        return None
    return next((kind for kind in LISTED if kind.folder == shows.kinds[0]), None)


def way_path(way: Term) -> str:
    """Return where a way on the home page leads."""
    if way.shows == Shows(printable=True):
        return TO_PRINT
    kind = kind_of_way(way.shows)
    return f"{kind.folder}/index.md" if kind else f"ways/{way.id}.md"


def _ways(scene: Scene) -> list[Term]:
    vocabulary = scene.library.vocabularies.get("ways")
    terms = vocabulary.terms.values() if vocabulary else []
    return [term for term in terms if shown_by(scene, term.shows)]


def used_terms(
    scene: Scene, vocabulary: str, terms_of: Callable[[Entry], list[str]], *, by_label: bool = True
) -> list[tuple[Term, list[View]]]:
    """Return each term of a vocabulary that something has, with what has it: by label, or as the vocabulary goes."""
    found = scene.library.vocabularies.get(vocabulary)
    used = []
    for term in found.terms.values() if found else []:
        views = [view for view in scene.listed if term.id in terms_of(view.resource.entry)]
        if views:
            used.append((term, views))
    if not by_label:
        return used
    key = collation_key(scene.language)
    return sorted(used, key=lambda pair: key(scene.label(vocabulary, pair[0].id)))


def _stage_topics(tree: Tree, scene: Scene, topics: list[tuple[Term, list[View]]]) -> None:
    items = [
        {
            "title": scene.label("topics", term.id),
            "url": f"{term.id}.html",
            "summary": term.description.get(scene.language, ""),
            "facts": [scene.words("resources", count=len(views))],
        }
        for term, views in topics
    ]
    title, about = scene.words("topics"), scene.words("about-topics")
    above = (scene.words("browse-all"), BROWSE)
    groups = [{"items": items}] if items else []
    stage_list(tree, scene, TOPICS, title, about, [], above=above, groups=groups)
