"""Who made something and what may be done with it, as data; and a published work, as it was published.

The names of properties and types are schema.org's.
"""

from collections.abc import Iterable
from typing import Any

from fingerpost.gate import RESERVED, licence_family, public_name
from fingerpost.languages import Words
from fingerpost.library import Text, edtf
from fingerpost.library.schema import Archive, Credit, Rights, Work
from fingerpost.stage.addresses import address_in
from fingerpost.stage.facts import licence_of
from fingerpost.stage.view import Scene, View

Data = dict[str, Any]
ROLES = {"author": "author", "compiler": "author", "": "author", "editor": "editor", "translator": "translator"}
# A magazine may be one issue or all of them, and what is called other may be anything: both are works, no more.
FORMS = {
    "book": "Book",
    "chapter": "Chapter",
    "report": "Report",
    "article": "Article",
    "thesis": "Thesis",
    "website": "WebSite",
    "film": "Movie",
    "audio": "AudioObject",
    "blog": "Blog",
}
FREE = {"open": True, "purchase": False}
WORK = "#work"


def makers_in_data(credits: Iterable[Credit]) -> Data:
    """Return who made something by schema.org's property for their role; who chose not to be named is left out.

    A role that schema.org has no general property for makes a contributor.
    """
    found: Data = {}
    for credit in credits:
        name = public_name(credit)
        if name:
            group = credit.shown == "group"
            role = ROLES.get(credit.role or "", "contributor")
            # schema.org's editors are persons.
            role = "contributor" if group and role == "editor" else role
            found.setdefault(role, []).append({"@type": "Organization" if group else "Person", "name": name})
    return found


def translation_in_data(text: Text) -> Data:
    """Return who translated a text, as they chose to be named, and that nobody else has read it yet if so."""
    made = text.translation
    if made is None:
        return {}
    translators = makers_in_data(credit.model_copy(update={"role": "translator"}) for credit in made.by)
    return {**translators, **({"creativeWorkStatus": "Draft"} if made.status == "draft" else {})}


def rights_in_data(rights: Rights, credits: Iterable[Credit], words: Words) -> Data:
    """Return the licence, or what a rights statement says of the use of a work, and whose the rights are."""
    said = licence_of(rights, credits, words)
    about = "usageInfo" if licence_family(rights.licence) in RESERVED else "license"
    return {about: said["address"], "copyrightNotice": said["holder"]}


def work_in_data(scene: Scene, view: View, rights: Data) -> Data:
    """Return the published work that a record is about: its facts as published, its makers' names as they stand on it.

    The names are the credit line: a record does not say whether a name is a person's or a group's. A date that is not
    exact is left out, because schema.org has no way to say *about 1986*.
    """
    meta = view.resource.entry
    assert isinstance(meta, Archive)
    work = meta.work
    named = {key: value for key, value in rights.items() if value}
    return {**work_in_brief(scene, view), **_facts(work), **_numbers(work), **named}


def work_in_brief(scene: Scene, view: View) -> Data:
    """Return a work by its name, its makers and where our record of it stands: the same in every language."""
    meta = view.resource.entry
    assert isinstance(meta, Archive)
    record = address_in(scene.library.site, view.resource.main.original, view.path)
    found = {"@type": FORMS.get(meta.work.form, "CreativeWork"), "@id": record + WORK, "name": meta.work.title}
    return {**found, "creditText": ", ".join(meta.work.creators)} if meta.work.creators else found


def _facts(work: Work) -> Data:
    languages = work.languages[0] if len(work.languages) == 1 else list(work.languages)
    found: Data = {"inLanguage": languages}
    if work.publisher:
        found["publisher"] = {"@type": "Organization", "name": work.publisher}
    if work.date and _is_exact(work.date):
        found["datePublished"] = work.date
    if work.where.access in FREE:
        found["isAccessibleForFree"] = FREE[work.where.access]
    url = work.where.url or work.identifiers.url
    return {**found, "url": url} if url else found


def _is_exact(written: str) -> bool:
    """Whether an EDTF date is a date in ISO 8601 too: a year, a month or a day, and no season, interval or doubt."""
    span = edtf.read_edtf(written)
    whole = edtf.DATE.fullmatch(written)
    if span is None or whole is None or written.endswith(("~", "?", "%")) or "X" in written:
        return False
    return whole["month"] is None or int(whole["month"]) <= 12


def _numbers(work: Work) -> Data:
    found: Data = {}
    if work.identifiers.doi:
        found["sameAs"] = f"https://doi.org/{work.identifiers.doi}"
    if work.identifiers.isbn:
        isbn = {"@type": "PropertyValue", "propertyID": "ISBN", "value": work.identifiers.isbn}
        found |= {"isbn": work.identifiers.isbn} if work.form == "book" else {"identifier": isbn}
    return found
