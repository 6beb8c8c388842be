"""The facts a reader needs around a resource, in words of their language."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from babel import Locale
from babel.core import UnknownLocaleError

from fingerpost.gate import RESERVED, WITH_PAGES, Outcome, licence_family, public_holder, public_name
from fingerpost.languages import Words, after_content_notes
from fingerpost.library import Piece, Text, edtf
from fingerpost.library.schema import Answer, Archive, Credit, Directory, Entry, Guide, Rights, Toolkit, Work
from fingerpost.library.values import CONFIRMED_FOR
from fingerpost.stage.stale import stale_state
from fingerpost.stage.view import Scene, View

WORDS_A_MINUTE = 200
STATEMENT = "https://rightsstatements.org/vocab/{family}/1.0/"
LICENCE_ADDRESSES = {
    "CC-BY": "https://creativecommons.org/licenses/by/{version}/",
    "CC-BY-SA": "https://creativecommons.org/licenses/by-sa/{version}/",
    "CC-BY-NC": "https://creativecommons.org/licenses/by-nc/{version}/",
    "CC-BY-NC-SA": "https://creativecommons.org/licenses/by-nc-sa/{version}/",
    "CC-BY-ND": "https://creativecommons.org/licenses/by-nd/{version}/",
    "CC-BY-NC-ND": "https://creativecommons.org/licenses/by-nc-nd/{version}/",
    "CC0": "https://creativecommons.org/publicdomain/zero/{version}/",
    "PDM": "https://creativecommons.org/publicdomain/mark/1.0/",
    "OGL-UK": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/{major}/",
}
NEWEST_VERSIONS = {"OGL-UK": "3.0", "CC0": "1.0"}  # of the licence itself, where an id names none


def language_name(code: str, words: Words) -> str:
    """Return a language's name in the reader's language: ours where we have one, else Unicode's."""
    if words.has(f"language-{code}"):
        return words(f"language-{code}")
    try:
        return Locale.parse(code, sep="-").get_display_name(words.locale) or code
    except (UnknownLocaleError, ValueError):
        return code  # bfi, British Sign Language, is one that Unicode's list lacks


def translation_state(scene: Scene, piece: Piece, text: Text, page: str = "") -> list[str | dict[str, Any]]:
    """Return what a reader should know of the translation of anything with words: that it is missing, unread, old.

    `page` is as `stale_state` takes it.
    """
    words = scene.words
    if text.language != scene.language:
        here, there = language_name(scene.language, words), language_name(text.language, words)
        return [words("state-not-translated", here=here, there=there)]
    if text.translation is None:
        return []
    said: list[str | dict[str, Any]] = []
    if text.translation.machine:
        said.append(words("state-machine"))
    elif text.translation.status == "draft":
        said.append(words("state-draft"))
    if piece.is_stale(scene.language):
        there = language_name(piece.original, words)
        said.append(stale_state(scene, piece, text, there, page))
    return said


def state_of(scene: Scene, view: View) -> list[str | dict[str, Any]]:
    """Return what a reader should know about this text before relying on it, most important first."""
    words, meta = scene.words, view.resource.meta
    page = view.path if scene.edition in WITH_PAGES else ""
    said = translation_state(scene, view.resource.main, view.text, page)
    if view.outcome is Outcome.RECORD or (isinstance(meta, Archive) and meta.work.holding == "record"):
        said.append(words("state-record"))
    if isinstance(meta, Directory) and meta.checked < scene.library.today - CONFIRMED_FOR:
        said.append(words("state-unconfirmed", month=words.month(meta.checked)))
    if isinstance(meta, Entry) and meta.review_by and meta.review_by < scene.library.today:
        said.append(words("state-review-due", day=words.day(meta.review_by)))
    return said


def facts_of(scene: Scene, view: View) -> list[str]:
    """Return the line of facts: kind, who made it and how, date, reading time, size of group."""
    words, meta = scene.words, view.resource.entry
    said = [words(f"kind-{view.resource.kind.name}"), words(f"made-by-{meta.made_by}")]
    if isinstance(meta, Archive):
        said[1:] = [words(f"form-{meta.work.form}"), work_date(meta.work.date, words)]
    elif isinstance(meta, Directory):
        said[1:] = [words("last-confirmed", month=words.month(meta.checked))]
    else:
        said.append(words("reviewed-on", day=words.day(meta.reviewed or meta.published)))
    if isinstance(meta, Guide):
        said.append(words("minutes", count=reading_minutes(view.text.body)))
    if isinstance(meta, Toolkit):
        said += _toolkit_facts(meta, words)
    if view.resource.answers:
        said.append(words("answers", count=len(scene.answers(view.resource))))
    return said


def short_facts_of(scene: Scene, view: View) -> list[str]:
    """Return the facts for a listing: kind or form, time. The languages are in `in_languages`."""
    words, meta = scene.words, view.resource.entry
    said = [words(f"kind-{view.resource.kind.name}")]
    if isinstance(meta, Archive):
        said += [words(f"form-{meta.work.form}"), work_date(meta.work.date, words)]
    elif isinstance(meta, Directory):
        said += [scene.label("regions", term) for term in meta.where]
    elif isinstance(meta, Guide):
        said.append(words("minutes", count=reading_minutes(view.text.body)))
    elif isinstance(meta, Toolkit):
        said += _toolkit_facts(meta, words)
    if view.resource.answers:
        said.append(words("answers", count=len(scene.answers(view.resource))))
    return said


def notes_of(scene: Scene, terms: Iterable[str]) -> list[dict[str, str]]:
    """Return the content notes: each with its id, its label and the sentence that says what a reader will meet."""
    vocabulary = scene.library.vocabularies.get("content-notes")
    return [
        {
            "id": term,
            "label": scene.label("content-notes", term),
            "says": vocabulary.description(term, scene.language) if vocabulary else "",
        }
        for term in terms
    ]


def reading_minutes(body: str) -> int:
    """Return whole minutes, at least one, at 200 words a minute: slower than the 238 that Brysbaert (2019) found."""
    return max(1, round(len(body.split()) / WORDS_A_MINUTE))


def credited(credits: Iterable[Credit], words: Words) -> list[str]:
    """Return how each maker chose to be named. A name never appears where the choice was none."""
    said = []
    for credit in credits:
        name = public_name(credit) or words("credit-anonymous")
        role = credit.role or ""
        shown_role = words(f"role-{role}") if words.has(f"role-{role}") else role
        said.append(f"{name} ({shown_role})" if shown_role else name)
    return said


def content_notes(scene: Scene, view: View) -> list[str]:
    """Return the content notes of a resource and of every answer that is shown with it."""
    notes = list(view.resource.entry.content_notes)
    for answer in scene.answers(view.resource):
        if isinstance(answer.resource.meta, Answer):
            notes += answer.resource.meta.content_notes
    return list(dict.fromkeys(notes))


def described(scene: Scene, view: View, text: Text) -> str:
    """Return how a page describes itself to programs: the summary of its words, after what a reader will meet."""
    main = text in view.resource.main.texts.values()
    terms = content_notes(scene, view) if main else view.resource.entry.content_notes
    notes = [note["label"] for note in notes_of(scene, terms)]
    return after_content_notes(text.summary or view.text.summary, notes, scene.words)


def licence_of(rights: Rights, credits: Iterable[Credit], words: Words) -> dict[str, str]:
    """Return a licence in words: its short name, what a reader may do, and the address of its text."""
    family = licence_family(rights.licence)
    stated = rights.licence.removeprefix(family).lstrip("-")
    version = stated or NEWEST_VERSIONS.get(family, "4.0")
    known = words.has(f"licence-{family}")
    holder = public_holder(rights, credits)
    name = rights.licence
    if words.has(f"licence-name-{family}"):
        name = words(f"licence-name-{family}", version=version)
    elif family.startswith("CC"):
        name = f"{family.replace('-', ' ', 1)} {stated}".strip()
    address = STATEMENT if family in RESERVED else LICENCE_ADDRESSES.get(family, "")
    return {
        "name": name,
        "says": words(f"licence-{family}" if known else "licence-reserved"),
        "holder": words("rights-held", holder=holder) if holder else "",
        "address": address.format(family=family, version=version, major=version.split(".")[0]),
    }


def citation(scene: Scene, view: View, address: str, titles: tuple[str, ...] = ()) -> str:
    """Return how to cite this page in one line: makers, year, titles, site, address if it has one.

    `titles` are a part's own and that of what it is in; without them, the resource's.
    """
    words, meta = scene.words, view.resource.meta
    assert isinstance(meta, Entry | Answer)
    names = [public_name(credit) or words("credit-anonymous-cite") for credit in meta.credits]
    site = scene.library.site.language(scene.language).site_name
    published = meta.published or scene.library.today
    named = " ".join(_ended(title) for title in (titles or (view.text.title,)) if title)
    return f"{', '.join(names)} ({published.year}). {named} {site}. {address}".rstrip()


def work_citation(work: Work, words: Words) -> str:
    """Return how to cite a published work in one line: makers, date, title as published, publisher, where it stands."""
    found = work.identifiers
    address = f"https://doi.org/{found.doi}" if found.doi else work.where.url or found.url or ""
    said = [", ".join(work.creators), f"({work_date(work.date, words)}).", _ended(work.title)]
    said += [_ended(work.publisher) if work.publisher else "", address]
    return " ".join(part for part in said if part)


def _ended(title: str) -> str:
    title = title.rstrip(".")
    return title if title.endswith(("?", "!")) else f"{title}."


def work_date(written: str | None, words: Words) -> str:
    """Return an EDTF level 1 date (ISO 8601-2:2019) in words: *about 1986*, *1980s*, *July 2019*, *no date*."""
    if not written:
        return words("date-none")
    decade = edtf.DECADE.fullmatch(written)
    if decade:
        return words("date-decade", decade=f"{decade[1]}0")
    year = edtf.YEAR.fullmatch(written)
    if year:
        key = {"~": "date-about", "?": "date-perhaps", "%": "date-perhaps"}.get(year[2])
        return words(key, year=year[1]) if key else year[1]
    span = edtf.read_edtf(written)
    if span and span.earliest and re.fullmatch(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?", written) and span.earliest[0] > 0:
        day = date(*span.earliest)
        if len(written) == len("1986-05-12"):
            return words.day(day)
        if written[5:] == f"{day.month:02}":  # 21 to 24 are seasons
            return words.month(day)
    return written


def _toolkit_facts(meta: Toolkit, words: Words) -> list[str]:
    said = [words("parts", count=len(meta.parts))] if meta.parts else []
    if meta.time:
        said.append(duration(meta.time, words))
    if meta.group_size:
        size = {"smallest": meta.group_size.smallest, "largest": meta.group_size.largest}
        said.append(words("group-size", **size))
    return said


def duration(minutes: int, words: Words) -> str:
    """Return minutes as people say them: *2 hours 30 minutes*."""
    hours, rest = divmod(minutes, 60)
    said = [words("hours", count=hours)] if hours else []
    if rest or not hours:
        said.append(words("minutes", count=rest))
    return " ".join(said)


def rows(*pairs: tuple[str, Any]) -> list[dict[str, Any]]:
    """Return label and value rows for a record card, empty ones left out."""
    return [{"label": label, "value": value} for label, value in pairs if value]
