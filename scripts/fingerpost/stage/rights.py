"""Whose a page is and what may be done with it: credits, translators, licence, the line to credit it by, a citation."""

from collections.abc import Iterable
from typing import Any

from fingerpost.gate import OPEN, Outcome, every_credit, licence_family, public_name
from fingerpost.languages import Words
from fingerpost.library import Text
from fingerpost.library.schema import Archive, Credit
from fingerpost.stage.around import sources_of
from fingerpost.stage.facts import citation, credited, language_name, licence_of, work_citation
from fingerpost.stage.links import address_online
from fingerpost.stage.view import Scene, View

WITHOUT_CREDIT = frozenset({"CC0", "PDM"})


def origin_of(scene: Scene, view: View, page: str, text: Text, title: str, whole: str = "") -> dict[str, Any]:
    """Return what a page says of where it comes from, for `partials/from.html`.

    `text` is the file whose words the page shows: the resource's own, a part's or the Easy Read version's.
    `title` is what the page is called, `whole` what it is a part of, where it is one.
    """
    words, meta = scene.words, view.resource.entry
    address = address_online(scene, view, page)
    licence = licence_of(meta.rights, every_credit(view.resource), words)
    return {
        "made_by": words(f"made-by-{meta.made_by}-long"),
        "credits": credited(meta.credits, words),
        "translated": translation_credits([text], words),
        "unnamed": words("credit-unnamed") if has_unnamed(meta.credits, [text]) else "",
        "sources": sources_of(scene, view, page),
        "licence": {**licence, "more": _shown_by_permission(view, words)},
        "uncredited": words("attribution-none") if licence_family(meta.rights.licence) in WITHOUT_CREDIT else "",
        "attribution": attribution(scene, view, text, (title, whole), address),
        "titles": _in_another_language(scene, view, text, title, whole),
        "cite_work": work_citation(meta.work, words) if isinstance(meta, Archive) else "",
        "cite": citation(scene, view, address, (title, whole)),
    }


def _in_another_language(scene: Scene, view: View, text: Text, title: str, whole: str) -> list[dict[str, str]]:
    """Return the titles that stand in another language inside the lines to cite and to credit a page by."""
    meta = view.resource.entry
    found = [(title, text.language), (whole, view.text.language)]
    if isinstance(meta, Archive):
        found.append((meta.work.title, meta.work.languages[0]))
    return [{"text": name, "lang": language} for name, language in found if name and language != scene.language]


def translation_credits(texts: Iterable[Text], words: Words) -> list[str]:
    """Return in sentences who translated texts and who read the translations, each as they chose to be named."""
    blocks = [text.translation for text in texts if text.translation]
    by = _names((credit for block in blocks for credit in block.by), words)
    readers = _names((credit for block in blocks for credit in block.reviewed_by), words)
    origins = ", ".join(dict.fromkeys(language_name(block.origin, words) for block in blocks))
    said = [words("translated-by", names=by, language=origins)] if by else []
    return [*said, words("translation-read-by", names=readers)] if readers else said


def has_unnamed(credits: Iterable[Credit], texts: Iterable[Text]) -> bool:
    """Whether somebody who is credited here chose not to be named."""
    blocks = [text.translation for text in texts if text.translation]
    others = (credit for block in blocks for credit in (*block.by, *block.reviewed_by))
    return any(credit.shown == "anonymous" for credit in (*credits, *others))


def attribution(scene: Scene, view: View, text: Text, titles: tuple[str, str], address: str) -> str:
    """Return one line to copy that credits a page as its licence asks; empty where the licence lets nobody copy.

    `titles` are the page's own and that of what it is a part of, or an empty one.
    The line has title, author, source and licence, and says that a translation is one (Creative Commons:
    Recommended practices for attribution). For the Open Government Licence it is the licence's own sentence.
    """
    words, meta = scene.words, view.resource.entry
    family = licence_family(meta.rights.licence)
    licence = licence_of(meta.rights, every_credit(view.resource), words)
    if family == "OGL-UK":
        return words("attribution-OGL-UK", licence=licence["name"], address=licence["address"])
    if family in WITHOUT_CREDIT or not family.startswith("CC-"):
        return ""
    if isinstance(meta, Archive):
        source = meta.work.where.url or meta.work.identifiers.url or address
        said = [_work(words, meta.work.title, "", ", ".join(meta.work.creators))]
        names = meta.work.creators
    else:
        source = address
        names = [name for credit in meta.credits if (name := public_name(credit))]
        said = [_work(words, *titles, _named(meta.credits, words))]
        said += _translated(text, words)
    holder = meta.rights.holder if licence["holder"] else None
    if holder and holder not in names:
        said.append(f"© {holder}")
    said.append(words("attribution-licence", licence=licence["name"], address=licence["address"]))
    line = f"{', '.join(said)}."
    return f"{line} {words('attribution-source', address=source)}" if source else line


def why_only_a_record(view: View, words: Words) -> list[str]:
    """Return in sentences why the work itself is not shown, and that we don't know where to get it if so."""
    meta = view.resource.meta
    if view.outcome is Outcome.RECORD:
        said = [words(f"reason-{reason}") for reason in view.decision.reasons if reason == "licence-record"]
    elif isinstance(meta, Archive) and meta.work.holding == "record":
        said = [words("record-not-kept")]
    else:
        return []
    return said if isinstance(meta, Archive) and can_be_had(meta) else [*said, words("record-nowhere")]


def can_be_had(meta: Archive) -> bool:
    """Whether a record says anything of where its work can be had."""
    work = meta.work
    known = (work.where.url, work.identifiers.url, work.identifiers.doi)
    return any(known) or work.where.access != "unknown"


def _work(words: Words, title: str, whole: str, names: str) -> str:
    quoted = words("attribution-part", title=title, whole=whole) if whole else words("attribution-title", title=title)
    return words("attribution-by", work=quoted, names=names) if names else quoted


def _named(credits: Iterable[Credit], words: Words) -> str:
    """Return names for use inside a sentence; those who are not to be named come last, together."""
    credits = tuple(credits)
    names = dict.fromkeys(name for credit in credits if (name := public_name(credit)))
    unnamed = sum(public_name(credit) is None for credit in credits)
    if not unnamed:
        return ", ".join(names)
    others = words("credit-unnamed-one") if unnamed == 1 else words("credit-unnamed-several", count=unnamed)
    return ", ".join([*names, others])


def _translated(text: Text, words: Words) -> list[str]:
    if not text.translation:
        return []
    language = language_name(text.translation.origin, words)
    if not text.translation.by:
        return [words("attribution-translation", language=language)]
    names = _named(text.translation.by, words)
    return [words("attribution-translation-by", language=language, names=names)]


def _names(credits: Iterable[Credit], words: Words) -> str:
    return ", ".join(dict.fromkeys(credited(credits, words)))


def _shown_by_permission(view: View, words: Words) -> str:
    rights = view.resource.entry.rights
    shown = view.outcome is Outcome.FULL and rights.permission
    return words("licence-by-permission") if shown and licence_family(rights.licence) not in OPEN else ""
