"""Links between files become links between pages in the reader's language."""

from fingerpost.gate import Edition
from fingerpost.library import Library, Resource, Text
from fingerpost.library.kinds import kind_of_folder
from fingerpost.library.links import Link, resolve, rewrite_links
from fingerpost.library.reading import DOCS, NAME
from fingerpost.stage.tree import address, relative
from fingerpost.stage.view import Scene, staged_path

NOT_HERE = "not-here.md"


def localised_body(scene: Scene, text: Text, page: str) -> str:
    """Return a text's body with every link to a file of the collection turned into a link to its page.

    On paper, links become full web addresses. A link to something this edition may not show leads to a
    page that says so.
    """
    return rewrite_links(text.body, lambda link: _target(scene, text, page, link))


def linked_text(library: Library, path: str) -> tuple[Resource, str, str] | None:
    """Return the resource, the stem and the language of a file of the collection, if there is one.

    `path` is relative to the root: ``docs/guides/x/index.en.md``.
    """
    steps = path.split("/")
    name = NAME.fullmatch(steps[-1])
    kind = kind_of_folder(steps[1]) if len(steps) > 1 and steps[0] == DOCS else None
    if not name or kind is None:
        return None
    if len(steps) == 3:
        resource = library.resources.get(f"pages/{name['stem']}")
        return (resource, "index", name["language"]) if resource else None
    resource = library.resources.get("/".join(steps[1:-1]))
    if not resource:
        return None
    stems = {piece.stem for piece in resource.pieces} | {answer.main.stem for answer in resource.answers}
    return (resource, name["stem"], name["language"]) if name["stem"] in stems else None


def public_address(scene: Scene, page: str) -> str:
    """Return the full web address of a page in the scene's language, as it is read off paper."""
    site = scene.library.site
    return site.url + site.prefix(scene.language) + address(page).removesuffix("index.html")


def _target(scene: Scene, text: Text, page: str, link: Link) -> str:
    if not link.inside:
        return link.target
    path = resolve(link.path, text.path)
    found = linked_text(scene.library, path) if path else None
    if not found:
        return link.target
    resource, stem, language = found
    view = scene.views.get(resource.id)
    target = _page_of(resource, stem) if view else NOT_HERE
    if scene.edition is Edition.PRINT:
        return public_address(scene, target)
    # A heading has another anchor in another language, so a fragment only holds within its own.
    same_words = view is not None and view.text.language == language
    fragment = f"#{link.fragment}" if link.fragment and same_words else ""
    return relative(target, page) + fragment


def _page_of(resource: Resource, stem: str) -> str:
    page = staged_path(resource)
    if stem == "index" or stem.startswith("answer-"):
        return page
    return page.replace("index.md", f"{stem}.md")
