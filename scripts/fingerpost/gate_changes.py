"""What would change a decision of the gate, and what would end it.

Both are found by asking the gate itself about the resource as it would then be, so they can never disagree with it.
Nothing here is consent: that is for the makers to give, and everything below is only what would follow.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import combinations
from typing import Any

from fingerpost.gate import CHANNEL, Decision, Edition, Outcome, Reason, consent_has_run_out, consent_of, decide
from fingerpost.library import Resource, schema
from fingerpost.library.ledger import Withdrawal


class Change(StrEnum):
    """Something that people could agree to, allow or make, in the order in which it is asked for."""

    AGREED_ANEW = "agreed-anew"
    CONSENT_RECORDED = "consent-recorded"
    CONSENT_RENEWED = "consent-renewed"
    CHANNEL_AGREED = "channel-agreed"
    TRANSLATION_AGREED = "translation-agreed"
    PERMISSION_GIVEN = "permission-given"
    TRANSLATED = "translated"


class Ending(StrEnum):
    """Something that would end what is shown now."""

    RUNS_OUT = "runs-out"
    CHANNEL_TAKEN_BACK = "channel-taken-back"
    TRANSLATION_TAKEN_BACK = "translation-taken-back"
    PERMISSION_TAKEN_BACK = "permission-taken-back"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class End:
    """What would end it, the outcome from then on, and the first day of that where a date is set."""

    ending: Ending
    outcome: Outcome
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """What the gate is asked about: a resource, a language, an edition, a day."""

    resource: Resource
    language: str
    edition: Edition
    today: date

    @property
    def decision(self) -> Decision:
        """What the gate says."""
        return decide(self.resource, self.language, self.edition, today=self.today)

    def after(self, changes: tuple[Change, ...]) -> "Case":
        """Return the same case as it would be after these changes, made in their own order."""
        resource = self.resource
        for change in Change:
            if change in changes:
                resource = CHANGED[change](replace(self, resource=resource))
        return replace(self, resource=resource)

    def ended(self, ending: Ending) -> "Case":
        """Return the same case as it would be after this ending; for a date, on the first day after it."""
        if ending is Ending.RUNS_OUT:
            consent = consent_of(self.resource)
            if not consent or not consent.review_by or consent.review_by == date.max:
                return self
            return replace(self, today=max(self.today, consent.review_by + timedelta(days=1)))
        return replace(self, resource=ENDED[ending](self))


def is_full(decision: Decision) -> bool:
    """Whether all of it is shown, be it in another language."""
    return decision.outcome is Outcome.FULL


def is_full_in_its_language(decision: Decision) -> bool:
    """Whether all of it is shown, in the language that was asked for."""
    return is_full(decision) and Reason.NOT_TRANSLATED not in decision.reasons


def changes_to(case: Case, goal: Callable[[Decision], bool] = is_full) -> tuple[Change, ...] | None:
    """Return the smallest set of changes that reaches the goal, in the order in which they are asked for.

    Empty where it is reached already; nothing where no change reaches it.
    """
    for number in range(len(Change) + 1):
        for changes in combinations(Change, number):
            if goal(case.after(changes).decision):
                return changes
    return None


def ends_of(case: Case) -> Iterator[End]:
    """Yield what would make the gate show less than now."""
    now = case.decision
    for ending in Ending if now.outcome in (Outcome.FULL, Outcome.RECORD) else ():
        then = case.ended(ending)
        outcome = then.decision.outcome
        if outcome is not now.outcome:
            yield End(ending, outcome, then.today if ending is Ending.RUNS_OUT else None)


def _with(resource: Resource, **values: Any) -> Resource:
    """Return the resource with other values in its original's front matter."""
    source = resource.main.source
    other = replace(source, meta=source.meta.model_copy(update=values))
    return replace(resource, main=replace(resource.main, texts={**resource.main.texts, source.language: other}))


def _recorded(case: Case) -> Resource:
    meta = case.resource.meta
    if not isinstance(meta, schema.Entry | schema.Answer) or meta.consent:
        return case.resource
    consent = schema.Consent(reference="C-0000", scope=[CHANNEL[case.edition]])
    return _with(case.resource, consent=consent)


def _renewed(case: Case) -> Resource:
    consent = consent_of(case.resource)
    if not consent or not consent_has_run_out(consent, case.today):
        return case.resource
    return _with(case.resource, consent=consent.model_copy(update={"review_by": date.max}))


def _scoped(resource: Resource, *, also: str = "", without: str = "") -> Resource:
    consent = consent_of(resource)
    if not consent:
        return resource
    scope: list[str] = [word for word in consent.scope if word != without]
    scope += [also] if also and also not in scope else []
    return _with(resource, consent=consent.model_copy(update={"scope": scope}))


def _permitted(case: Case, number: str | None = "P-0000") -> Resource:
    meta = case.resource.meta
    if not isinstance(meta, schema.Entry | schema.Answer):
        return case.resource
    return _with(case.resource, rights=meta.rights.model_copy(update={"permission": number}))


def _translated(case: Case) -> Resource:
    resource, language = case.resource, case.language
    main = resource.main
    if language in main.texts or not main.texts:
        return resource
    block = {"from": main.original, "source": "00000000", "status": "draft"}
    meta = schema.Translated.model_validate({"title": main.source.title, "translation": block})
    made = replace(main.source, language=language, meta=meta)
    return replace(resource, main=replace(main, texts={**main.texts, language: made}))


def _withdrawn(case: Case) -> Resource:
    row = Withdrawal(case.resource.id, case.today, (), 1)
    return replace(case.resource, withdrawn=case.resource.withdrawn or row)


CHANGED: dict[Change, Callable[[Case], Resource]] = {
    Change.AGREED_ANEW: lambda case: replace(case.resource, withdrawn=None),
    Change.CONSENT_RECORDED: _recorded,
    Change.CONSENT_RENEWED: _renewed,
    Change.CHANNEL_AGREED: lambda case: _scoped(case.resource, also=CHANNEL[case.edition]),
    Change.TRANSLATION_AGREED: lambda case: _scoped(case.resource, also="translation"),
    Change.PERMISSION_GIVEN: _permitted,
    Change.TRANSLATED: _translated,
}
ENDED: dict[Ending, Callable[[Case], Resource]] = {
    Ending.CHANNEL_TAKEN_BACK: lambda case: _scoped(case.resource, without=CHANNEL[case.edition]),
    Ending.TRANSLATION_TAKEN_BACK: lambda case: _scoped(case.resource, without="translation"),
    Ending.PERMISSION_TAKEN_BACK: lambda case: _permitted(case, None),
    Ending.WITHDRAWN: _withdrawn,
}
