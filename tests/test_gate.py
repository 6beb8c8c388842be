"""The gate: the tables of the content model, written out by hand, and what holds for any resource at all."""

from datetime import date, timedelta
from itertools import product

import pytest
from fingerpost.gate import Decision, Edition, Outcome, Reason, decide, is_known_licence, licence_family
from fingerpost.library import Piece, Resource, Text, schema
from fingerpost.library.kinds import ANSWER, ARCHIVE, DIRECTORY, GUIDE, KINDS, PAGE, QUESTION, TOOLKIT, Kind
from fingerpost.library.ledger import Withdrawal
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers import steady

TODAY = date(2026, 11, 21)
FULL, RECORD, TOMBSTONE, EXCLUDED = Outcome.FULL, Outcome.RECORD, Outcome.TOMBSTONE, Outcome.EXCLUDED
WEB, PRINT, USB, ZIM, EPUB = Edition.WEB, Edition.PRINT, Edition.USB, Edition.ZIM, Edition.EPUB
SHOWS_LESS = [EXCLUDED, TOMBSTONE, RECORD, FULL]
EVERYTHING = ("web", "print", "offline", "translation")
OPEN = ["CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-SA-3.0", "CC0-1.0", "OGL-UK-3.0", "CC-BY-NC-4.0", "CC-BY-NC-SA-4.0"]
NO_DERIVATIVES = ["CC-BY-ND-4.0", "CC-BY-NC-ND-4.0"]
RESERVED = ["InC", "InC-OW-EU", "UND", "NKC", "CNE", "InC-EDU"]


def consent(*scope: str, until: date | None = None) -> schema.Consent:
    return schema.Consent.model_validate({"reference": "C-0001", "scope": list(scope), "review_by": until})


def resource(
    *,
    licence: str = "CC-BY-SA-4.0",
    permission: str | None = None,
    agreed: schema.Consent | None = None,
    made_by: str = "lived-experience-led",
    kind: Kind = GUIDE,
    holding: str = "record",
    withdrawn: bool = False,
    translated: bool = True,
) -> Resource:
    """Return a resource whose original is English; Welsh is a translation, or not there."""
    front: dict[str, object] = {
        "title": "A title",
        "summary": "A summary.",
        "topics": ["pay"],
        "credits": [{"name": "Example Group", "as": "group"}],
        "made_by": made_by,
        "published": TODAY,
        "rights": {"licence": licence, "permission": permission},
        "consent": agreed,
    }
    work = {
        "title": "W",
        "type": "book",
        "languages": ["en"],
        "confirmed": {"in": "w", "on": TODAY},
        "holding": holding,
    }
    if kind is ARCHIVE:
        front["work"] = work
    if kind is DIRECTORY:
        front |= {"link": "https://example.org", "checked": TODAY}
    if kind is PAGE:
        front = {"title": "A title"}
    if kind is ANSWER:
        front = {key: value for key, value in front.items() if key not in ("summary", "topics")}
    model = schema.Answer if kind is ANSWER else kind.schema
    texts = {"en": Text("en.md", "en", model.model_validate(front), {}, "Words.", 1, "00000000")}
    if translated:
        block = {"title": "T", "translation": {"from": "en", "source": "00000000", "status": "reviewed"}}
        texts["cy"] = Text("cy.md", "cy", schema.Translated.model_validate(block), {}, "Geiriau.", 1, "11111111")
    gone = Withdrawal("guides/one", TODAY, (), 1) if withdrawn else None
    return Resource("guides/one", kind, Piece("index", "en", texts), withdrawn=gone)


def outcome(found: Resource, edition: Edition = WEB, language: str = "en") -> Outcome:
    return decide(found, language, edition, today=TODAY).outcome


# Rule 1: the ledger


@pytest.mark.parametrize(
    ("edition", "expected"), [(WEB, TOMBSTONE), (USB, TOMBSTONE), (ZIM, TOMBSTONE), (EPUB, EXCLUDED), (PRINT, EXCLUDED)]
)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["en", "cy", "fr"])
def test_what_is_in_the_ledger_leaves_a_stone_where_there_are_pages(
    kind: Kind, edition: Edition, language: str, expected: Outcome
) -> None:
    gone = resource(kind=kind, agreed=consent(*EVERYTHING), withdrawn=True)
    assert decide(gone, language, edition, today=TODAY) == Decision(expected, (Reason.WITHDRAWN,))


# Rule 2: consent


@pytest.mark.parametrize("made_by", ["lived-experience-led", "co-produced"])
@pytest.mark.parametrize(
    ("agreed", "expected", "why"),
    [
        #                                                WEB   USB   ZIM   EPUB  PRINT
        (None, {}, Reason.NO_CONSENT),
        (consent(), {}, Reason.CONSENT_CHANNEL),
        (consent("web"), {WEB}, Reason.CONSENT_CHANNEL),
        (consent("offline"), {USB, ZIM, EPUB}, Reason.CONSENT_CHANNEL),
        (consent("print"), {PRINT}, Reason.CONSENT_CHANNEL),
        (consent("translation"), {}, Reason.CONSENT_CHANNEL),
        (consent("web", "offline"), {WEB, USB, ZIM, EPUB}, Reason.CONSENT_CHANNEL),
        (consent(*EVERYTHING), set(Edition), None),
        (consent(*EVERYTHING, until=TODAY), set(Edition), None),
        (consent(*EVERYTHING, until=TODAY + timedelta(1)), set(Edition), None),
        (consent(*EVERYTHING, until=TODAY - timedelta(1)), {}, Reason.CONSENT_EXPIRED),
    ],
)
def test_what_people_made_goes_where_they_agreed(
    agreed: schema.Consent | None, expected: set[Edition], why: Reason | None, made_by: str
) -> None:
    for edition in Edition:
        found = decide(resource(agreed=agreed, made_by=made_by), "en", edition, today=TODAY)
        assert found.outcome is (FULL if edition in expected else EXCLUDED)
        agreed_to = (Reason.CONSENTED, Reason.LICENCE_OPEN)
        assert found.reasons == (agreed_to if edition in expected else (why,))


@pytest.mark.parametrize("kind", [GUIDE, TOOLKIT, QUESTION, DIRECTORY, ANSWER])
@pytest.mark.parametrize("edition", Edition)
def test_every_kind_that_people_make_needs_consent(kind: Kind, edition: Edition) -> None:
    assert outcome(resource(kind=kind), edition) is EXCLUDED
    assert outcome(resource(kind=kind, agreed=consent(*EVERYTHING)), edition) is FULL


@pytest.mark.parametrize("edition", Edition)
def test_what_is_compiled_needs_nobody_s_consent(edition: Edition) -> None:
    assert decide(resource(made_by="compiled"), "en", edition, today=TODAY) == Decision(
        FULL, (Reason.COMPILED, Reason.LICENCE_OPEN)
    )


@pytest.mark.parametrize("edition", Edition)
@pytest.mark.parametrize("made_by", ["lived-experience-led", "co-produced", "compiled"])
@pytest.mark.parametrize("holding", ["record", "excerpt", "full"])
def test_a_bare_record_needs_nobody_s_consent(holding: str, made_by: str, edition: Edition) -> None:
    found = resource(kind=ARCHIVE, holding=holding, made_by=made_by)
    free = holding == "record" or made_by == "compiled"
    assert outcome(found, edition) is (FULL if free else EXCLUDED)


def test_consent_that_was_asked_for_binds_where_it_was_not_needed_too() -> None:
    """The content model asks for consent only where it is needed; who was asked and said no has still said no."""
    compiled = resource(made_by="compiled", agreed=consent("web"))
    assert [outcome(compiled, edition) for edition in (WEB, PRINT, USB)] == [FULL, EXCLUDED, EXCLUDED]


@pytest.mark.parametrize("edition", Edition)
@pytest.mark.parametrize("language", ["en", "cy", "fr"])
def test_a_plain_page_is_always_shown(edition: Edition, language: str) -> None:
    instead = (Reason.NOT_TRANSLATED,) if language == "fr" else ()
    shown = Decision(FULL, (*instead, Reason.PLAIN_PAGE))
    assert decide(resource(kind=PAGE), language, edition, today=TODAY) == shown


# Rule 3: translation. Rule 4: rights. What may be done, from the table in the content model:
#   licence                                    in full            in translation
TABLE = [
    *((licence, "yes", "yes") for licence in OPEN),
    *((licence, "yes", "with permission") for licence in NO_DERIVATIVES),
    *((licence, "with permission", "with permission") for licence in RESERVED),
]


@pytest.mark.parametrize("edition", Edition)
@pytest.mark.parametrize("permission", [None, "P-0001"])
@pytest.mark.parametrize(("licence", "in_full", "translated"), TABLE)
def test_the_licence_says_what_may_be_shown_and_translated(
    licence: str, in_full: str, translated: str, permission: str | None, edition: Edition
) -> None:
    for made_by, agreed in (("compiled", None), ("co-produced", consent(*EVERYTHING))):
        found = resource(licence=licence, permission=permission, made_by=made_by, agreed=agreed)
        original = FULL if in_full == "yes" or permission else RECORD
        assert outcome(found, edition, "en") is original
        # Where it may be translated it is shown as much as the original is; otherwise not at all.
        assert outcome(found, edition, "cy") is (original if translated == "yes" or permission else EXCLUDED)
        # Where there is no translation, the original stands in its place.
        untranslated = resource(
            licence=licence, permission=permission, made_by=made_by, agreed=agreed, translated=False
        )
        assert outcome(untranslated, edition, "cy") is original


@pytest.mark.parametrize(("licence", "shown"), [("InC", RECORD), ("CC-BY-ND-4.0", FULL), ("CC-BY-4.0", FULL)])
def test_our_words_about_a_work_may_be_translated_whatever_its_licence(licence: str, shown: Outcome) -> None:
    record = resource(kind=ARCHIVE, holding="record", licence=licence, made_by="compiled")
    assert [outcome(record, WEB, language) for language in ("en", "cy")] == [shown, shown]
    whole = resource(kind=ARCHIVE, holding="full", licence="InC", made_by="compiled")
    assert outcome(whole, WEB, "cy") is EXCLUDED


@pytest.mark.parametrize("edition", Edition)
@pytest.mark.parametrize("licence", OPEN)
def test_a_translation_needs_consent_to_it_where_there_is_consent(licence: str, edition: Edition) -> None:
    without = resource(licence=licence, agreed=consent("web", "print", "offline"))
    assert outcome(without, edition, "en") is FULL
    assert decide(without, "cy", edition, today=TODAY) == Decision(EXCLUDED, (Reason.CONSENT_TRANSLATION,))
    assert outcome(resource(licence=licence, agreed=consent(*EVERYTHING)), edition, "cy") is FULL
    permitted = resource(licence=licence, permission="P-0001", agreed=consent("web", "print", "offline"))
    assert outcome(permitted, edition, "cy") is EXCLUDED


@pytest.mark.parametrize("licence", ["Beerware", "", "cc-by-4.0", "All rights reserved"])
def test_a_licence_that_nobody_knows_allows_nothing(licence: str) -> None:
    found = resource(licence="X", made_by="compiled")
    unknown = resource(licence=licence or "?", made_by="compiled")
    assert not is_known_licence(licence)
    assert [outcome(one, WEB, language) for one in (found, unknown) for language in ("en", "cy")] == [
        RECORD,
        EXCLUDED,
    ] * 2


@pytest.mark.parametrize(
    ("licence", "family"),
    [
        ("CC-BY-SA-4.0", "CC-BY-SA"),
        ("CC0-1.0", "CC0"),
        ("InC", "InC"),
        ("InC-OW-EU", "InC-OW-EU"),
        ("", ""),
        ("4.0", "4.0"),
        ("-4.0", "-4.0"),
        ("CC-BY-4.0 AND InC", "CC-BY-4.0 AND InC"),
        ("CC-BY-4", "CC-BY"),
        ("CC-BY-4.0, but ask us", "CC-BY-4.0, but ask us"),
        ("CC-BY-\u00b2", "CC-BY-\u00b2"),
    ],
)
def test_a_licence_s_family_is_its_name_without_the_version(licence: str, family: str) -> None:
    assert licence_family(licence) == family


def test_the_order_of_the_rules_is_the_content_model_s() -> None:
    """Everything at once that would keep it back: each rule taken away shows the next."""
    past = consent("print", until=TODAY - timedelta(1))
    narrow = consent("print")
    steps = [
        (resource(withdrawn=True, agreed=past, licence="InC"), Reason.WITHDRAWN),
        (resource(agreed=past, licence="InC"), Reason.CONSENT_EXPIRED),
        (resource(agreed=narrow, licence="InC"), Reason.CONSENT_CHANNEL),
        (resource(agreed=consent("web"), licence="InC"), Reason.CONSENT_TRANSLATION),
        (resource(agreed=consent("web", "translation"), licence="InC"), Reason.LICENCE_TRANSLATION),
        (resource(agreed=consent("web", "translation"), licence="InC", translated=False), Reason.NOT_TRANSLATED),
    ]
    assert [decide(found, "cy", WEB, today=TODAY).reasons[0] for found, _ in steps] == [reason for _, reason in steps]
    last = decide(steps[-1][0], "cy", WEB, today=TODAY)
    assert last == Decision(RECORD, (Reason.NOT_TRANSLATED, Reason.LICENCE_RECORD))
    assert not last.shows_words


# What holds for anything

CONSENTS = st.one_of(
    st.none(),
    st.builds(
        lambda scope, until: consent(*sorted(scope), until=until),
        st.sets(st.sampled_from(EVERYTHING)),
        st.one_of(st.none(), st.dates()),
    ),
)
RESOURCES = {
    "licence": st.one_of(
        st.sampled_from(OPEN + NO_DERIVATIVES + RESERVED), st.text(min_size=1, max_size=8).filter(str.strip)
    ),
    "permission": st.one_of(st.none(), st.just("P-0001")),
    "agreed": CONSENTS,
    "made_by": st.sampled_from(["lived-experience-led", "co-produced", "compiled"]),
    "kind": st.sampled_from([*KINDS, ANSWER]),
    "holding": st.sampled_from(["full", "excerpt", "record"]),
    "withdrawn": st.booleans(),
    "translated": st.booleans(),
}
LANGUAGES = st.sampled_from(["en", "cy", "fr"])
CHOICES = st.fixed_dictionaries(RESOURCES)


@steady
@given(CHOICES, LANGUAGES, st.dates())
def test_it_always_decides_and_always_says_why(choice: dict[str, object], language: str, today: date) -> None:
    found = resource(**choice)  # type: ignore[arg-type]
    for edition in Edition:
        decision = decide(found, language, edition, today=today)
        assert decision.outcome in SHOWS_LESS
        assert decision.reasons
        assert decision == decide(found, language, edition, today=today)
        assert decision.shows_words == (decision.outcome is FULL)


@steady
@given(CHOICES, LANGUAGES, st.sampled_from(EVERYTHING))
def test_agreeing_to_more_never_shows_less(choice: dict[str, object], language: str, more: str) -> None:
    agreed = choice["agreed"]
    scope = agreed.scope if isinstance(agreed, schema.Consent) else []
    until = agreed.review_by if isinstance(agreed, schema.Consent) else None
    before = resource(**{**choice, "agreed": consent(*scope, until=until)})  # type: ignore[arg-type]
    after = resource(**{**choice, "agreed": consent(*sorted({*scope, more}), until=until)})  # type: ignore[arg-type]
    for edition in Edition:
        assert shown(before, edition, language) <= shown(after, edition, language)


@steady
@given(CHOICES, LANGUAGES)
def test_taking_back_never_shows_more(choice: dict[str, object], language: str) -> None:
    before = resource(**{**choice, "withdrawn": False})  # type: ignore[arg-type]
    after = resource(**{**choice, "withdrawn": True})  # type: ignore[arg-type]
    for edition in Edition:
        now = outcome(after, edition, language)
        assert now in (TOMBSTONE, EXCLUDED)
        # A stone says only that something stood here, so it may stand where nothing was shown before.
        assert now is TOMBSTONE or shown(after, edition, language) <= shown(before, edition, language)


@steady
@given(CHOICES, LANGUAGES)
def test_permission_never_shows_less(choice: dict[str, object], language: str) -> None:
    before = resource(**{**choice, "permission": None})  # type: ignore[arg-type]
    after = resource(**{**choice, "permission": "P-0001"})  # type: ignore[arg-type]
    for edition in Edition:
        assert shown(before, edition, language) <= shown(after, edition, language)


@steady
@given(CHOICES, LANGUAGES, st.dates(), st.dates())
def test_time_alone_never_shows_more(choice: dict[str, object], language: str, one: date, other: date) -> None:
    found = resource(**choice)  # type: ignore[arg-type]
    for edition in Edition:
        sooner, later = (decide(found, language, edition, today=day).outcome for day in sorted((one, other)))
        assert SHOWS_LESS.index(later) <= SHOWS_LESS.index(sooner)


def shown(found: Resource, edition: Edition, language: str) -> int:
    return SHOWS_LESS.index(outcome(found, edition, language))


def test_what_people_made_is_never_shown_anywhere_without_their_word() -> None:
    """Every combination there is, without consent."""
    licences = [OPEN[0], NO_DERIVATIVES[0], RESERVED[0]]
    kinds = [GUIDE, TOOLKIT, QUESTION, DIRECTORY, ANSWER]
    for licence, permission, kind, translated in product(licences, [None, "P-0001"], kinds, [True, False]):
        found = resource(licence=licence, permission=permission, kind=kind, translated=translated)
        for edition, language in product(Edition, ["en", "cy", "fr"]):
            assert outcome(found, edition, language) is EXCLUDED
