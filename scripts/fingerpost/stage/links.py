"""Links between files become links between pages in the reader's language."""

from urllib.parse import unquote

from fingerpost.gate import WITH_PAGES, Edition, Outcome
from fingerpost.library import Library, Resource, Text
from fingerpost.library.kinds import kind_of_folder
from fingerpost.library.ledger import Withdrawal
from fingerpost.library.links import Link, find_links, resolve
from fingerpost.library.reading import DOCS, NAME
from fingerpost.stage.addresses import address_in
from fingerpost.stage.easy_read import with_words_beside_pictures
from fingerpost.stage.markdown import escape, with_room_to_write
from fingerpost.stage.pieces import anchor_in
from fingerpost.stage.tombstone import tombstone_path
from fingerpost.stage.tree import address, relative
from fingerpost.stage.view import Scene, View, staged_path

NOT_HERE = "not-here.md"


def localised_body(scene: Scene, text: Text, page: str) -> str:
    """Return a text's body with every link to a file of the collection turned into a link to its page.

    On paper, links become full web addresses, in a book those that lead out of it. A link to something this edition
    may not show leads to a page that says so; a picture that it may not show leaves its words.
    """
    pieces: list[str] = []
    last = 0
    for link in find_links(text.body):
        target = _target(scene, text, page, link)
        if link.image and target == NOT_HERE and link.before is not None and link.after is not None:
            pieces += [text.body[last : link.before], escape(link.text or "")]
            last = link.after
        else:
            shown = not_here(scene, page) if target == NOT_HERE else target
            pieces += [text.body[last : link.start], shown]
            last = link.end
    return "".join([*pieces, text.body[last:]])


def body_of(scene: Scene, text: Text, page: str, *, easy: bool = False) -> str:
    """Return the words of a text for its page: links resolved, room to write drawn, Easy Read beside its pictures."""
    body = localised_body(scene, text, page)
    return with_room_to_write(with_words_beside_pictures(body) if easy else body)


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
    return address_in(scene.library.site, scene.language, page)


def not_here(scene: Scene, page: str) -> str:
    """Return the way from `page` to the page that says that something is not in this copy; a book has none."""
    return relative(NOT_HERE, page) if scene.edition in WITH_PAGES else public_address(scene, NOT_HERE)


def address_online(scene: Scene, view: View, page: str) -> str:
    """Return the full web address of a page of a resource; an empty string where the website does not show it.

    Where consent is for paper or sticks alone, an address would lead to nothing, and tell whoever keeps the website's
    log that somebody has a copy.
    """
    return public_address(scene, page) if _has_page(scene.online.get(view.resource.id), page == view.path) else ""


def _has_page(view: View | None, main: bool) -> bool:
    """Whether a resource has its main page, or every other one too, where this is its view."""
    return view is not None and (main or view.outcome is not Outcome.RECORD)


def _target(scene: Scene, text: Text, page: str, link: Link) -> str:
    """Return where a link leads: an address, a path from `page`, or NOT_HERE."""
    if not link.inside:
        return link.target
    path = resolve(unquote(link.path), text.path)
    found = linked_text(scene.library, path) if path else None
    if not found:
        row = scene.library.withdrawn_at(path) if path else None
        return _tombstone_target(scene, page, row, link) if row else _file_target(scene, page, path, link)
    resource, stem, language = found
    main = stem in ("index", *_answers(resource))
    there = scene.views.get(resource.id)
    if scene.edition not in WITH_PAGES and not (_is_in_book(scene, there) and _has_page(there, main)):
        # From there an address leads to the web, so the web's gate says what is there.
        return public_address(
            scene, _page_of(resource, stem) if _has_page(scene.online.get(resource.id), main) else NOT_HERE
        )
    if there is None or not _has_page(there, main):
        return NOT_HERE
    target = relative(_page_of(resource, stem), page)
    anchor = _anchor(scene, there, stem, link.fragment, language)
    # The engine turns Markdown links into addresses; raw HTML it leaves as it is.
    return (address(target) if link.text is None else target) + (f"#{anchor}" if anchor else "")


def _is_in_book(scene: Scene, view: View | None) -> bool:
    """Whether the scene is that of a book, and a resource has a chapter in it: every listed kind has one."""
    return scene.edition is Edition.EPUB and view is not None and view.resource.kind.listed


def _anchor(scene: Scene, view: View, stem: str, fragment: str, language: str) -> str:
    """Return where on its page a text of `language`, or the heading `fragment` in it, is found; perhaps empty.

    A heading has another anchor in another language, so a fragment only holds where those words are shown.
    """
    if stem not in _answers(view.resource):
        piece = next(piece for piece in view.resource.pieces if piece.stem == stem)
        shown = view.text if piece is view.resource.main else scene.shown_text(piece, view.resource)
        return fragment if shown.language == language else ""
    answer = next((one for one in scene.answers(view.resource) if one.resource.slug == stem), None)
    if answer is None:
        return ""
    return anchor_in(stem, fragment if answer.text.language == language else "")


def _tombstone_target(scene: Scene, page: str, row: Withdrawal, link: Link) -> str:
    """Return the page that says that something was taken back: a link to it is no mistake, and stops no build."""
    question = scene.library.resources.get(row.id.rpartition("/")[0])
    there = staged_path(question) if question else tombstone_path(row)
    if link.image or not there:
        return NOT_HERE
    if scene.edition not in WITH_PAGES:
        return public_address(scene, there)
    return relative(address(there) if link.text is None else there, page)


def _file_target(scene: Scene, page: str, path: str | None, link: Link) -> str:
    """A picture or a file beside a resource: it is there if the edition shows it."""
    owner = next((resource for resource in scene.library.resources.values() if path in resource.files), None)
    if owner is None or path is None:
        return link.target
    if scene.edition not in WITH_PAGES and not link.image:
        shown = path in scene.online_files
        return public_address(scene, path.removeprefix(f"{DOCS}/") if shown else NOT_HERE)
    elsewhere = scene.edition is Edition.PRINT and not page.startswith(f"{owner.id}/")
    if path not in scene.files or elsewhere or (scene.edition is Edition.EPUB and not owner.kind.listed):
        return NOT_HERE
    return relative(path.removeprefix(f"{DOCS}/"), page)


def _answers(resource: Resource) -> list[str]:
    return [answer.main.stem for answer in resource.answers]


def _page_of(resource: Resource, stem: str) -> str:
    page = staged_path(resource)
    if stem == "index" or stem.startswith("answer-"):
        return page
    return page.replace("index.md", f"{stem}.md")
