"""What stands where something was taken back: a page without content, or a sentence among a question's answers."""

from collections.abc import Mapping

from fingerpost.languages import Words
from fingerpost.library import Resource
from fingerpost.library.kinds import KINDS, PAGE, QUESTION, RESERVED_PAGES, Kind, kind_of_folder
from fingerpost.library.ledger import Withdrawal
from fingerpost.library.reading import SLUG
from fingerpost.stage.markdown import escape
from fingerpost.stage.pieces import piece
from fingerpost.stage.tree import Tree, relative
from fingerpost.stage.view import Scene


def stage_tombstones(tree: Tree, scene: Scene, words: Mapping[str, Words]) -> None:
    """Put a page into the tree for each line of the ledger that names a resource or a plain page.

    It says, in the reader's language and then in each other one, that something was taken back, on which day, and
    what its makers wished to say. It holds nothing of what stood there: not the title, not a name.
    """
    for row in scene.library.ledger:
        page = tombstone_path(row)
        if page:
            _stage_tombstone(tree, scene, page, row, words)


def tombstone_path(row: Withdrawal) -> str:
    """Return where the page stands (``guides/x/index.md``), or nothing where no page can have stood."""
    folder, _, slug = row.id.partition("/")
    kind = kind_of_folder(folder)
    if kind is None or not SLUG.fullmatch(slug) or (kind is PAGE and slug in ("home", *RESERVED_PAGES)):
        return ""
    return f"{slug}.md" if kind is PAGE else f"{row.id}/index.md"


def answers_taken_back(scene: Scene, question: Resource) -> list[dict[str, str]]:
    """Return, for each answer to a question that was taken back, its anchor and a sentence that says so."""
    if question.kind is not QUESTION:
        return []
    found = []
    for row in sorted(scene.library.ledger, key=lambda row: row.id):
        above, _, stem = row.id.rpartition("/")
        if above == question.id and QUESTION.stem and QUESTION.stem.fullmatch(stem):
            said = [scene.words("tombstone-answer", day=scene.words.day(row.on)), own_words(row, scene.language)]
            found.append({"id": stem, "says": " ".join(filter(None, said))})
    return found


def own_words(row: Withdrawal, language: str) -> str:
    """Return what its makers wished to say in a language, perhaps nothing."""
    return dict(row.words).get(language, "").strip()


def _stage_tombstone(tree: Tree, scene: Scene, page: str, row: Withdrawal, words: Mapping[str, Words]) -> None:
    ours = scene.words
    body = [*_said(row, ours, scene.language), escape(ours("tombstone-near")), _ways_on(scene, page, row)]
    others = {
        f"stone-{language.code}": piece(
            "\n\n".join(_said(row, words[language.code], language.code)),
            language=language.code,
            title=words[language.code]("tombstone-title"),
        )
        for language in scene.library.site.languages
        if language.code != scene.language
    }
    home = {"title": ours("home"), "url": relative("index.html", page)}
    fp = {"noindex": True, "crumbs": [home], "pieces": others}
    front = {"title": ours("tombstone-title"), "description": "", "template": "tombstone.html", "fp": fp}
    tree.page(scene.language, page, front, "\n\n".join(body))


def _said(row: Withdrawal, words: Words, language: str) -> list[str]:
    said = [words("tombstone", day=words.day(row.on)), own_words(row, language)]
    return [escape(sentence) for sentence in said if sentence]


def _ways_on(scene: Scene, page: str, row: Withdrawal) -> str:
    """Return links to what stands nearest: others of its kind, the topics, the start page."""
    kind: Kind = next(kind for kind in KINDS if kind.folder == row.id.split("/")[0])
    listing = [(scene.words(f"kinds-{kind.name}"), f"{kind.folder}/index.md")] if kind.listed else []
    ways = [*listing, (scene.words("topics"), "topics/index.md"), (scene.words("home"), "index.md")]
    return "\n".join(f"- [{escape(title)}]({relative(target, page)})" for title, target in ways)
