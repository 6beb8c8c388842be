"""Listings: by kind, by topic, by what people need. Each is an ordinary page of Markdown with a list of links."""

from collections.abc import Callable, Iterable, Sequence
from itertools import zip_longest

from fingerpost.languages import collation_key
from fingerpost.library.kinds import LISTED, TOOLKIT, Kind
from fingerpost.library.schema import Entry
from fingerpost.library.vocabulary import Shows, Term
from fingerpost.stage.around import versions_of
from fingerpost.stage.contact import with_contact
from fingerpost.stage.facts import content_notes, notes_of, short_facts_of, state_of
from fingerpost.stage.leaving import resource_has_exit, topic_has_exit
from fingerpost.stage.links import body_of
from fingerpost.stage.markdown import attributes, escape
from fingerpost.stage.pieces import piece
from fingerpost.stage.tree import Tree, address, relative
from fingerpost.stage.view import Scene, View

NEWEST = 6


def stage_listings(tree: Tree, scene: Scene) -> None:
    """Put every listing page of one language into the tree."""
    words = scene.words
    for kind in LISTED:
        _stage_list(
            tree,
            scene,
            f"{kind.folder}/index.md",
            words(f"kinds-{kind.name}"),
            words(f"about-{kind.name}"),
            scene.of_kind(kind),
            "",
        )
    topics = _used_terms(scene, "topics", lambda meta: meta.topics)
    for term, views in topics:
        title = scene.label("topics", term.id)
        about = term.description.get(scene.language, "")
        _stage_list(
            tree,
            scene,
            f"topics/{term.id}.md",
            title,
            about,
            views,
            "topics/index.md",
            exit=topic_has_exit(scene.library, term.id),
        )
    _stage_topics(tree, scene, topics)
    for way in _ways(scene):
        if not kind_of_way(way.shows):
            title = scene.label("ways", way.id)
            about = way.description.get(scene.language, "")
            _stage_list(tree, scene, way_path(way), title, about, shown_by(scene, way.shows), "")


def stage_home(tree: Tree, scene: Scene) -> None:
    """Put the home page of one language into the tree: one question, plain answers, what is new."""
    home = scene.views.get("pages/home")
    arms = [
        f"- [**{escape(scene.label('ways', way.id))}** {escape(way.description.get(scene.language, ''))}]"
        f"({relative(way_path(way), 'index.md')})"
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
            "pieces": {
                "ways": piece("\n".join(arms)),
                "newest": piece(list_of(scene, newest, "index.md") if newest else ""),
            },
        },
    }
    tree.page(scene.language, "index.md", front, body)


def list_of(scene: Scene, views: Iterable[View], page: str) -> str:
    """Return a Markdown list of resources: title, summary, facts, content notes."""
    items = []
    for view in views:
        text = view.text
        title = f"[{escape(text.title)}]({relative(view.path, page)}){attributes('title', view.foreign_language)}"
        lines = [f"- {title}"]
        if text.summary:
            lines += ["", f"    {escape(text.summary)}"]
            if view.foreign:
                lines.append(f"    {attributes('', view.foreign_language)}")
        facts = " · ".join(escape(fact) for fact in short_facts_of(scene, view))
        notes = notes_of(scene, content_notes(scene, view))
        if notes:
            labels = escape(scene.words("content-note", notes=", ".join(note["label"] for note in notes)))
            facts += f' · <span class="tag">{labels}</span>'
        lines += ["", f"    {facts}", "    { .facts }"]
        items.append("\n".join(lines))
    return '<div class="listing" markdown="1">\n\n' + "\n\n".join(items) + "\n\n</div>"


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
            and (not shows.printable or view.resource.kind is TOOLKIT)
        ):
            found.append(view)
    return found


def kind_of_way(shows: Shows | None) -> Kind | None:
    """Return the kind whose own listing answers a way, where it is only one."""
    if shows is None or shows.topics or shows.stages or shows.printable or len(shows.kinds) != 1:
        return None
    return next((kind for kind in LISTED if kind.folder == shows.kinds[0]), None)


def way_path(way: Term) -> str:
    """Return where a way on the home page leads."""
    kind = kind_of_way(way.shows)
    return f"{kind.folder}/index.md" if kind else f"ways/{way.id}.md"


def _ways(scene: Scene) -> list[Term]:
    vocabulary = scene.library.vocabularies.get("ways")
    terms = vocabulary.terms.values() if vocabulary else []
    return [term for term in terms if shown_by(scene, term.shows)]


def _used_terms(scene: Scene, vocabulary: str, terms_of: Callable[[Entry], list[str]]) -> list[tuple[Term, list[View]]]:
    found = scene.library.vocabularies.get(vocabulary)
    used = []
    for term in found.terms.values() if found else []:
        views = [view for view in scene.listed if term.id in terms_of(view.resource.entry)]
        if views:
            used.append((term, views))
    key = collation_key(scene.language)
    return sorted(used, key=lambda pair: key(scene.label(vocabulary, pair[0].id)))


def _stage_topics(tree: Tree, scene: Scene, topics: list[tuple[Term, list[View]]]) -> None:
    items = [
        f"- [{escape(scene.label('topics', term.id))}]({term.id}.md){{ .title }}\n\n"
        f"    {escape(term.description.get(scene.language, ''))}\n\n"
        f"    {escape(scene.words('resources', count=len(views)))}\n    {{ .facts }}"
        for term, views in topics
    ]
    body = '<div class="listing" markdown="1">\n\n' + "\n\n".join(items) + "\n\n</div>"
    front = _front(scene.words("topics"), scene.words("about-topics"), "topics/index.md", "", scene)
    tree.page(scene.language, "topics/index.md", front, body if items else "")


def _stage_list(
    tree: Tree,
    scene: Scene,
    page: str,
    title: str,
    about: str,
    views: Sequence[View],
    parent: str,
    **more: object,
) -> None:
    key = collation_key(scene.language)
    ordered = sorted(views, key=lambda view: key(view.text.title))
    body = list_of(scene, ordered, page) if ordered else escape(scene.words("nothing-yet"))
    tree.page(scene.language, page, _front(title, about, page, parent, scene, **more), body)


def _front(title: str, about: str, page: str, parent: str, scene: Scene, **more: object) -> dict[str, object]:
    crumbs = [{"title": scene.words("home"), "url": relative(address("index.md"), page)}]
    if parent:
        crumbs.append({"title": scene.words("topics"), "url": relative(address(parent), page)})
    return {
        "title": title,
        "description": about,
        "template": "listing.html",
        "fp": {"summary": about, "crumbs": crumbs, **more},
    }
