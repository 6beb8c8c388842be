"""Words spelt nearly alike, as the search page offers them."""

from collections.abc import Iterator
from itertools import product

import pytest
from fingerpost.languages.mutation import MUTATIONS, forms
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from tests.helpers import steady

from .site import ASSETS

SCRIPT = (ASSETS / "search-near.js").read_text("utf-8")
ENGLISH = [
    "burnout",
    "meet",
    "meeting",
    "meetings",
    "pay",
    "paid",
    "peer",
    "recording",
    "rest",
    "the",
    "welcome",
    "20mph",
]
WELSH = ["cefnogaeth", "cymuned", "gwaith", "gweithio", "grŵp", "llesiant", "nghymuned", "tŷ", "tâl", "dŵr", "pobl"]


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """An empty page with nothing but the script."""
    page = browser.new_page()
    page.add_script_tag(content=SCRIPT)
    yield page
    page.close()


def near(page: Page, word: str, held: list[str], language: str = "en") -> list[str]:
    found: list[str] = page.evaluate(
        "([word, held, language]) => fingerpostNear(word, held, language)", [word, held, language]
    )
    return found


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("burnuot", "burnout"),  # two letters that changed places
        ("burnput", "burnout"),  # the key beside it
        ("burnnout", "burnout"),  # a letter twice
        ("metting", "meeting"),
        ("welcom", "welcome"),
        ("wellcome", "welcome"),
        ("recordin", "recording"),  # not finished
        ("recordi", "recording"),
        ("teh", "the"),
        ("MEETNG", "meeting"),
    ],
)
def test_a_slip_leads_to_the_word(typed: str, meant: str, page: Page) -> None:
    assert near(page, typed, ENGLISH)[0] == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("grŵo", "grŵp"),
        ("grwo", "grŵp"),
        ("dŵt", "dŵr"),
        ("cymunde", "cymuned"),
        ("gymunde", "cymuned"),  # in another of its forms, and misspelt
        ("gefnogeth", "cefnogaeth"),
        ("llesaint", "llesiant"),
        ("lesaint", "llesiant"),
        ("mhovl", "pobl"),
    ],
)
def test_a_slip_leads_to_the_welsh_word(typed: str, meant: str, page: Page) -> None:
    assert near(page, typed, WELSH, "cy")[0] == meant


@pytest.mark.parametrize(
    "typed", ["", "x", "pa", "pya2", "20mhp", "xylophone", "zzzz", "p" * 100, "🙂🙂🙂", "\ud800\ud800\ud800"]
)
def test_nothing_is_offered_for_what_is_short_far_or_no_word(typed: str, page: Page) -> None:
    assert near(page, typed, ENGLISH) == []


def test_of_the_forms_of_a_welsh_word_one_is_offered_and_of_others_three_at_most(page: Page) -> None:
    assert near(page, "cymunde", WELSH, "cy") == ["cymuned"]
    assert near(page, "bails", [f"{letter}ails" for letter in "fghnrsv"]) == ["gails", "hails", "nails"]


def test_the_nearest_comes_first(page: Page) -> None:
    assert near(page, "meetin", ["meet", "melting", "meetings", "meeting"]) == ["meeting", "meetings"]
    assert near(page, "tal", ["tôl", "tâl"], "cy") == ["tâl"]


def test_the_families_of_first_letters_are_those_of_the_rules(page: Page) -> None:
    """For every radical and form of the rules, a word misspelt in one form is found in the other."""
    pairs = [(radical, form) for radical, changed in MUTATIONS.items() for form in changed if form]
    assert len(pairs) > 15
    for radical, form in pairs:
        assert form + "efnogaeth" in forms(radical + "efnogaeth")
        assert near(page, form + "efnogateh", [radical + "efnogaeth"], "cy") == [radical + "efnogaeth"]


@steady
@given(
    held=st.lists(st.text(alphabet="aâcdeghiŵlnrtwyŷ", max_size=12), max_size=6),
    typed=st.text(max_size=14),
    language=st.sampled_from(["en", "cy"]),
)
def test_what_is_offered_is_held_and_is_another_word(held: list[str], typed: str, language: str, page: Page) -> None:
    found = near(page, typed, held, language)
    assert set(found) <= set(held)
    assert typed not in found
    assert len(found) <= 3


def test_many_words_take_no_time(page: Page) -> None:
    held = ["".join(letters) for letters in product("abcdeghilnorst", repeat=4)][:30_000]
    took = page.evaluate(
        "(held) => { const from = performance.now(); fingerpostNear('hsot', held, 'cy');"
        " return performance.now() - from; }",
        held,
    )
    assert took < 2000  # milliseconds, for 30,000 words on a busy machine
