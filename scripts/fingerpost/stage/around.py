"""What stands around a resource's words: where it is, its card, its parts, what to take away, what is near."""

from typing import Any

from fingerpost.gate import Outcome, translation_refused
from fingerpost.languages import Words
from fingerpost.library import Piece
from fingerpost.library.kinds import ARCHIVE
from fingerpost.library.schema import Archive, Directory, Part, Strict, Toolkit, Work
from fingerpost.stage.contact import email_row
from fingerpost.stage.facts import content_notes, duration, language_name, rows, work_date
from fingerpost.stage.tree import address, relative
from fingerpost.stage.variants import BOTH
from fingerpost.stage.view import PrintFile, Scene, View, see


def crumbs_of(scene: Scene, view: View, page: str) -> list[dict[str, str]]:
    """Return the way here: the kind's listing, then the first topic's."""
    folder = view.resource.kind.folder
    name = scene.words(f"kinds-{view.resource.kind.name}")
    crumbs = [{"title": name, "url": relative(f"{folder}/index.html", page)}]
    topic = view.resource.entry.topics[0]
    vocabulary = scene.library.vocabularies.get("topics")
    if vocabulary is None or topic not in vocabulary.terms:
        return crumbs
    return [*crumbs, {"title": scene.label("topics", topic), "url": relative(f"topics/{topic}.html", page)}]


def versions_of(scene: Scene, view: View, piece: Piece) -> list[str]:
    """Return the languages in which a piece has words of its own that this edition may show.

    Only these are alternates: a page that shows the original in place of a translation is not one.
    """
    found = (see(scene.library, view.resource, code, scene.edition) for code in scene.library.site.codes)
    return [
        seen.language
        for seen in found
        if seen
        and seen.language in piece.texts
        and (piece is not view.resource.main or not seen.foreign)
        and not translation_refused(view.resource, piece.texts[seen.language])
    ]


def parts_of(scene: Scene, view: View, page: str) -> list[dict[str, str]]:
    """Return a toolkit's parts in its own order, each with its page and what it is."""
    listed = []
    for part in view.resource.parts:
        text = scene.shown_text(part, view.resource)
        meta = part.source.meta
        assert isinstance(meta, Part)
        listed.append(
            {
                "title": text.title or part.source.title,
                "url": relative(view.path.replace("index.md", f"{part.stem}.html"), page),
                "facts": " · ".join(part_facts(scene, meta)),
                "lang": text.language if text.language != scene.language else "",
            }
        )
    return listed


def part_facts(scene: Scene, meta: Strict) -> list[str]:
    """Return what a part is and how long it takes; of an Easy Read version, that it is one."""
    if not isinstance(meta, Part):
        return [scene.words("easy-read")]
    facts = [scene.words(f"part-{meta.part}")]
    return [*facts, duration(meta.minutes, scene.words)] if meta.minutes else facts


def taken_away(scene: Scene, view: View, page: str, *, own: bool = False) -> list[dict[str, str]]:
    """What can be taken away: the PDFs and e-books in each language, the reader's own first, and Easy Read.

    With `own`, only PDFs in the reader's language, where there are some.
    """
    up = "../" * (page.count("/") + scene.library.site.prefix(scene.language).count("/"))
    languages = sorted(scene.library.site.codes, key=lambda code: code != scene.language)
    made = [(language, one) for language in languages for one in scene.prints.get((view.resource.id, language), ())]
    if own and any(language == scene.language for language, _ in made):
        made = [(language, one) for language, one in made if language == scene.language]
    taken = [
        {
            "title": print_title(scene, one.variant, language),
            "url": up + one.place,
            "detail": print_detail(scene.words, one),
            "hreflang": language,
        }
        for language, one in made
    ]
    taken += [] if own else books_of(scene, view.resource.id, up)
    easy = easy_of(scene, view, page)
    if not easy or page == easy_page(view):
        return taken
    return [*taken, {**easy, "title": scene.words("easy-read"), "detail": ""}]


def books_of(scene: Scene, id: str, up: str) -> list[dict[str, str]]:
    """Return links to the e-books of a resource, or with EVERYTHING of the whole, the reader's own language first.

    `up` leads from the page to the top of the site.
    """
    languages = sorted(scene.library.site.codes, key=lambda code: code != scene.language)
    found = ((language, scene.books.get((id, language))) for language in languages)
    return [
        {
            "title": book_title(scene, language, "book" if id else "book-all"),
            "url": up + book.place,
            "detail": scene.words("book-size", size=max(1, round(book.size / 1000))),
            "hreflang": language,
        }
        for language, book in found
        if book
    ]


def book_title(scene: Scene, language: str, key: str) -> str:
    """Return what an e-book is called in the reader's words: with its language where that is not theirs."""
    words = scene.words
    if language == scene.language:
        return words(key)
    if words.has(f"{key}-{language}"):
        return words(f"{key}-{language}")
    return words("print-in", name=words(key), language=language_name(language, words))


def easy_page(view: View) -> str:
    """Return where a resource's Easy Read version stands."""
    return view.path.replace("index.md", "easy.md")


def easy_of(scene: Scene, view: View, page: str) -> dict[str, str]:
    """Return the way from `page` to the Easy Read version and the language of its words; empty where there is none."""
    if not view.resource.easy or view.outcome is not Outcome.FULL:
        return {}
    text = scene.shown_text(view.resource.easy, view.resource)
    return {"url": relative(address(easy_page(view)), page), "hreflang": text.language}


def print_title(scene: Scene, variant: str, language: str) -> str:
    """Return what a PDF is called in the reader's words: its variant and, where it is not theirs, its language."""
    words, key = scene.words, f"print-{variant}"
    if language == scene.language or variant == BOTH:
        return words(key)
    if words.has(f"{key}-{language}"):
        return words(f"{key}-{language}")
    return words("print-in", name=words(key), language=language_name(language, words))


def print_detail(words: Words, made: PrintFile) -> str:
    """Return how long and how large a PDF is: *PDF, 4 pages, 52 KB*; a kilobyte is 1,000 bytes (IEC 80000-13)."""
    size = max(1, round(made.size / 1000))
    return words("pdf-size", pages=words("pdf-pages", count=made.pages), size=size)


def sources_of(scene: Scene, view: View, page: str) -> list[dict[str, str]]:
    """Return the archive records that a resource draws on, as links from `page`."""
    listed = []
    for source in view.resource.entry.sources:
        found = scene.shown(f"{ARCHIVE.folder}/{source}")
        if found:
            listed.append(
                {
                    "title": found.text.title,
                    "url": relative(address(found.path), page),
                    "lang": found.foreign_language,
                    "notes": " ".join(content_notes(scene, found)),
                }
            )
    return listed


def card_of(scene: Scene, view: View) -> list[dict[str, Any]]:
    """Return a record's, an entry's or a toolkit's facts as rows of label and value, each kind's own."""
    meta, words = view.resource.entry, scene.words
    if isinstance(meta, Archive):
        work = meta.work
        spoken = work.languages[0] if work.languages[0] != scene.language else ""
        languages = ", ".join(language_name(code, words) for code in work.languages)
        confirmed = scene.shown(f"{ARCHIVE.folder}/{work.confirmed.source}")
        day = words.day(work.confirmed.on)
        seen = words("confirmed-in", title=confirmed.text.title, day=day) if confirmed else day
        inside = {"text": confirmed.text.title, "lang": confirmed.foreign_language} if confirmed else {}
        card = rows(
            (words("work-title"), work.title),
            (words("work-creators"), ", ".join(work.creators)),
            (words("work-publisher"), work.publisher),
            (words("work-date"), work_date(work.date, words)),
            (words("work-form"), words(f"form-{work.form}")),
            (words("work-languages"), languages),
            ("DOI", f"https://doi.org/{work.identifiers.doi}" if work.identifiers.doi else None),
            ("ISBN", work.identifiers.isbn),
            (words("work-access"), _access(work, words)),
            (words("work-address"), work.where.url or work.identifiers.url),
            (words("work-confirmed"), seen),
        )
        card[0]["lang"] = spoken
        card[-1]["inside"] = inside
        return card
    if isinstance(meta, Directory):
        card = rows(
            (words("directory-link"), meta.link),
            (words("directory-offers"), ", ".join(scene.label("offers", term) for term in meta.offers)),
            (words("directory-where"), ", ".join(scene.label("regions", term) for term in meta.where)),
            (words("directory-cost"), words(f"cost-{meta.cost}")),
            (words("directory-phone"), meta.contact.phone if meta.contact else None),
            (words("directory-checked"), words.day(meta.checked)),
        )
        email = meta.contact.email if meta.contact else None
        return [*card[:-1], email_row(words("directory-email"), email, scene), card[-1]] if email else card
    if isinstance(meta, Toolkit):
        return rows(
            (words("toolkit-time"), duration(meta.time, words) if meta.time else None),
            (
                words("toolkit-group"),
                words("group-size", smallest=meta.group_size.smallest, largest=meta.group_size.largest)
                if meta.group_size
                else None,
            ),
            (words("toolkit-needs"), ", ".join(scene.label("materials", term) for term in meta.needs)),
        )
    return []


def _access(work: Work, words: Words) -> str | None:
    """How a work can be had. That we don't know is only said where nothing else leads to it."""
    leads = work.where.url or work.identifiers.url or work.identifiers.doi
    return None if leads and work.where.access == "unknown" else words(f"access-{work.where.access}")
