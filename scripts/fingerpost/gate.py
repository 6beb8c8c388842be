"""The gate: the only place that decides what may go where (content-model: Rights, The gate).

`decide` is a pure function of a resource, a language, an edition and the edition's date. What is not
staged cannot leak: every edition is made only of what its gate let through.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fingerpost.library import Resource, Text
from fingerpost.library.schema import Answer, Archive, Channel, Consent, Credit, Entry, Page, Rights


class Edition(StrEnum):
    """Where a resource may go."""

    WEB = "web"
    PRINT = "print"
    USB = "usb"
    ZIM = "zim"
    EPUB = "epub"


class Outcome(StrEnum):
    """What becomes of a resource in one language of one edition."""

    FULL = "full"
    RECORD = "record"
    TOMBSTONE = "tombstone"
    EXCLUDED = "excluded"


class Reason(StrEnum):
    """Why; interface words hold a sentence for each, as ``reason-<value>``."""

    WITHDRAWN = "withdrawn"
    UNREADABLE = "unreadable"
    NO_CONSENT = "no-consent"
    CONSENT_EXPIRED = "consent-expired"
    CONSENT_CHANNEL = "consent-channel"
    CONSENT_TRANSLATION = "consent-translation"
    LICENCE_TRANSLATION = "licence-translation"
    LICENCE_RECORD = "licence-record"
    NOT_TRANSLATED = "not-translated"
    COMPILED = "compiled"
    RECORD_OF_WORK = "record-of-work"
    CONSENTED = "consented"
    LICENCE_OPEN = "licence-open"
    PERMISSION = "permission"
    PLAIN_PAGE = "plain-page"


@dataclass(frozen=True, slots=True)
class Decision:
    """An outcome and the reasons for it, in the order in which they were found."""

    outcome: Outcome
    reasons: tuple[Reason, ...]

    @property
    def shows_words(self) -> bool:
        """Whether the makers' own text may be shown."""
        return self.outcome is Outcome.FULL


CHANNEL: Mapping[Edition, Channel] = {
    Edition.WEB: "web",
    Edition.USB: "offline",
    Edition.ZIM: "offline",
    Edition.EPUB: "offline",
    Edition.PRINT: "print",
}
WITH_PAGES = frozenset({Edition.WEB, Edition.USB, Edition.ZIM})
OPEN = frozenset({"CC-BY", "CC-BY-SA", "CC0", "OGL-UK", "CC-BY-NC", "CC-BY-NC-SA", "PDM"})
NO_DERIVATIVES = frozenset({"CC-BY-ND", "CC-BY-NC-ND"})
RESERVED = frozenset(
    {
        "InC",
        "InC-OW-EU",
        "InC-EDU",
        "InC-NC",
        "InC-RUU",
        "UND",
        "CNE",
        "NKC",
        "NoC-CR",
        "NoC-NC",
        "NoC-OKLR",
        "NoC-US",
    }
)


# What follows a version changes what it means: in SPDX, "CC-BY-4.0 AND InC" asks for both.
VERSIONED = re.compile(r"(?P<family>.+)-[0-9]+(?:\.[0-9]+)*")


def licence_family(licence: str) -> str:
    """Return a licence's name without its version: ``CC-BY-SA-4.0`` gives ``CC-BY-SA``."""
    versioned = VERSIONED.fullmatch(licence)
    return versioned["family"] if versioned else licence


def is_known_licence(licence: str) -> bool:
    """Whether the licence is one whose rules the gate knows."""
    return licence_family(licence) in OPEN | NO_DERIVATIVES | RESERVED


def decide(resource: Resource, language: str, edition: Edition, *, today: date) -> Decision:
    """Return what becomes of `resource` in `language` in `edition` on the day `today`.

    Where there is no translation, the answer is the original's, with a reason that says so. The order
    of the rules is the order in content-model, The gate.
    """
    if resource.withdrawn:
        return Decision(Outcome.TOMBSTONE if edition in WITH_PAGES else Outcome.EXCLUDED, (Reason.WITHDRAWN,))
    meta, text = resource.meta, resource.main.texts.get(language)
    stands_in = () if text else (Reason.NOT_TRANSLATED,)
    if isinstance(meta, Page):
        return Decision(Outcome.FULL, (*stands_in, Reason.PLAIN_PAGE))
    if not isinstance(meta, Entry | Answer):
        # What could not be read says nothing of what its makers agreed to.
        return Decision(Outcome.EXCLUDED, (Reason.UNREADABLE,))
    refused = _consent_refuses(resource, edition, today)
    if refused:
        return Decision(Outcome.EXCLUDED, (refused,))
    untranslatable = translation_refused(resource, text) if text else None
    if untranslatable:
        return Decision(Outcome.EXCLUDED, (untranslatable,))
    if not allows_full_text(meta.rights):
        return Decision(Outcome.RECORD, (*stands_in, Reason.LICENCE_RECORD))
    translated = bool(text and text.translation)
    return Decision(Outcome.FULL, (*stands_in, _why_agreed(resource), _why_licensed(resource, meta.rights, translated)))


def needs_consent(resource: Resource) -> bool:
    """Whether people made this for the collection: not a bare record, not compiled from published sources."""
    meta = resource.meta
    return isinstance(meta, Entry | Answer) and meta.made_by != "compiled" and not is_bare_record(resource)


def is_bare_record(resource: Resource) -> bool:
    """Whether everything here is our own words about a published work, and nothing of the work itself."""
    return isinstance(resource.meta, Archive) and resource.meta.work.holding == "record"


def shows_body(resource: Resource, outcome: Outcome) -> bool:
    """Whether the body may be shown: all of it, or our own words where a record is all that may be shown.

    The body of a work that is held whole or in part may be the work's own words.
    """
    return outcome is Outcome.FULL or (outcome is Outcome.RECORD and is_bare_record(resource))


def consent_of(resource: Resource) -> Consent | None:
    """Return the consent block of a resource or an answer, if there is one."""
    return resource.meta.consent if isinstance(resource.meta, Entry | Answer) else None


def consent_has_run_out(consent: Consent, today: date) -> bool:
    """Whether the day until which people agreed is past; on the day itself they still do."""
    return consent.review_by is not None and consent.review_by < today


def public_name(credit: Credit) -> str | None:
    """Return the name that somebody chose to be known by, or nothing where they chose none."""
    return None if credit.shown == "anonymous" else credit.name


def every_credit(resource: Resource) -> tuple[Credit, ...]:
    """Return all credits of a resource and its answers: makers, translators, and who read the translations."""
    made = [
        credit
        for one in (resource, *resource.answers)
        if isinstance(one.meta, Entry | Answer)
        for credit in one.meta.credits
    ]
    blocks = [text.translation for text in resource.texts if text.translation]
    return (*made, *(credit for block in blocks for credit in (*block.by, *block.reviewed_by)))


def public_holder(rights: Rights, credits: Iterable[Credit]) -> str | None:
    """Return who holds the rights, unless somebody who chose not to be named would be named by it."""
    holder = _plain(rights.holder)
    nameless = (_plain(credit.name) for credit in credits if public_name(credit) is None)
    return None if any(f" {name} " in f" {holder} " for name in nameless if name) else rights.holder


def _plain(name: str | None) -> str:
    return " ".join(re.findall(r"[\w'-]+", (name or "").casefold()))


def _consent_refuses(resource: Resource, edition: Edition, today: date) -> Reason | None:
    consent = consent_of(resource)
    if consent is None:
        return Reason.NO_CONSENT if needs_consent(resource) else None
    if consent_has_run_out(consent, today):
        return Reason.CONSENT_EXPIRED
    if CHANNEL[edition] not in consent.scope:
        return Reason.CONSENT_CHANNEL
    return None


def translation_refused(resource: Resource, text: Text) -> Reason | None:
    """Return why a text may not be shown because it is a translation, or nothing. It asks the same of every part."""
    return translating_refused(resource) if text.translation else None


def translating_refused(resource: Resource) -> Reason | None:
    """Return why no translation of a resource or an answer may be shown, or nothing."""
    consent = consent_of(resource)
    if consent and "translation" not in consent.scope:
        return Reason.CONSENT_TRANSLATION
    meta = resource.meta
    if is_bare_record(resource) or not isinstance(meta, Entry | Answer):
        return None
    if licence_family(meta.rights.licence) not in OPEN and not meta.rights.permission:
        return Reason.LICENCE_TRANSLATION
    return None


def allows_full_text(rights: Rights) -> bool:
    """Whether a licence, or a permission beside it, lets a whole text be shown."""
    return licence_family(rights.licence) in OPEN | NO_DERIVATIVES or bool(rights.permission)


def _why_agreed(resource: Resource) -> Reason:
    if consent_of(resource):
        return Reason.CONSENTED
    return Reason.RECORD_OF_WORK if is_bare_record(resource) else Reason.COMPILED


def _why_licensed(resource: Resource, rights: Rights, translated: bool) -> Reason:
    family = licence_family(rights.licence)
    # Our own words about a work are ours to translate, whatever the work's licence.
    unchanged = family in NO_DERIVATIVES and (not translated or is_bare_record(resource))
    return Reason.LICENCE_OPEN if family in OPEN or unchanged else Reason.PERMISSION
