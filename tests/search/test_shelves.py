"""Words on shelves: every word where a search looks for it, with its pages and places, and no word that is none."""

import re
from collections.abc import Mapping
from typing import Any

import pytest
from fingerpost.editions.proof.looking import look_into
from fingerpost.languages.mutation import CHANGING, forms
from fingerpost.search import handed_over, unfolded
from fingerpost.search.postings import (
    LEAST,
    SIGNS,
    STEP,
    gather,
    in_signs,
    pages_in_signs,
    places_in_signs,
)
from fingerpost.search.reading import PageText, ReadIndex
from fingerpost.search.shelves import PIECE, endings, half, in_pieces, on_shelves, shelf_of
from fingerpost.search.writing import DIGITS, TAKE, front_coded
from fingerpost.search.written_forms import form_at, parts_of
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import CHECKOUT
from tests.helpers import steady

WORDS = st.text(alphabet="abcdefghilmnoprstuwyâŵŷ", min_size=1, max_size=12)
NUMBERS = st.integers(min_value=0, max_value=5000)
ENGINE = (CHECKOUT / "overrides" / "assets" / "search-engine.js").read_text("utf-8")
READER = (CHECKOUT / "overrides" / "assets" / "search-index.js").read_text("utf-8")


def numbers_in(signs: str) -> list[int]:
    """Read the numbers as the browser does."""
    found, value, weight = [], 0, 1
    for sign in map(SIGNS.index, signs):
        value += (sign % 32) * weight
        weight *= 32
        if sign < 32:
            found.append(value)
            value, weight = 0, 1
    return found


class Read(ReadIndex):
    """An index whose words are given."""

    given: tuple[tuple[str, list[Any]], ...] = ()

    def words(self) -> Any:
        """Yield what was given."""
        yield from self.given


def index(language: str, texts: list[str], words: Mapping[str, list[Any]], **fields: str) -> ReadIndex:
    """An index of pages with these texts, the first with these fields, and Pagefind's words with their places."""
    pages = tuple(PageText(f"/{at}.html", fields if not at else {}, text, 10, []) for at, text in enumerate(texts))
    made = Read(language, pages, tuple(fields), {}, ())
    object.__setattr__(made, "given", tuple(words.items()))
    return made


COMMON = ("cath", "pen", "tad", "brawd", "desg", "gardd", "llyfr", "rhaglen", "plant", "gwlad", "drws", "clwb", "afal")


@pytest.mark.parametrize("word", COMMON)
def test_the_forms_of_a_word_stand_on_one_shelf(word: str) -> None:
    assert len({shelf_of(form) for form in forms(word)}) == 1


def test_letters_alone_are_their_own_shelf() -> None:
    assert {shelf_of(form) for form in forms("lleoli")} == {"eoli"}
    assert shelf_of("ll") == "ll"


@pytest.mark.parametrize(
    ("filed", "piece", "language", "form"),
    [
        ("maen", "mae’n", "cy", None),
        ("mae", "Mae'n", "cy", "mae"),
        ("ty", "Tŷ,", "cy", "tŷ"),
        ("rhannu", "rhannu'r", "cy", "rhannu"),
        ("camdrin", "cam-drin", "cy", "camdrin"),
        ("drin", "cam-drin", "cy", "drin"),
        ("polic", "Policing.", "en", "policing"),
        ("dont", "don’t", "en", "dont"),
        ("self", "self-harm", "en", "self"),
        ("harm", "self-harm", "en", "harm"),
        ("selfharm", "self-harm", "en", "selfharm"),
        ("di", "dying", "en", "dying"),
        ("x", "…", "en", None),
        ("x", "self-harm", "en", None),
    ],
)
def test_the_word_at_a_place_is_read_off_the_text(filed: str, piece: str, language: str, form: str | None) -> None:
    assert form_at(filed, piece, language) == form


@steady
@given(st.text(max_size=30), st.sampled_from(["en", "cy"]))
def test_any_text_has_words_in_small_letters_without_signs(text: str, language: str) -> None:
    assert all(re.fullmatch(r"[^\W_]+", part) for piece in text.split() for part in parts_of(piece, language))


def test_a_form_has_its_pages_its_weight_and_its_places() -> None:
    words = {"rest": [[0, [-25, 1, -169, 0], [-1, 0]], [2, [-25, 0], []]]}
    (found,) = gather(index("en", ["Resting rest now", "x", "rested"], words, title="Rests")).values()
    assert found["rest"] == {0: [1.0, [1]]}
    assert found["resting"][0][1] == [0]
    assert found["resting"][0][0] > 3  # in a heading
    assert found["rests"] == {0: [5.0, []]}
    assert found["rested"] == {2: [1.0, [0]]}


def test_what_no_search_asks_for_finds_nothing() -> None:
    assert gather(index("en", ["x"], {"minut": [[0, [], [-1, 0]]]}, facts="minutes")) == {}


def test_words_of_one_stem_stand_together_and_of_another_apart() -> None:
    words: dict[str, Any] = {
        "polic": {"police": {0: [1.0, [0]]}, "policing": {1: [1.0, [0]]}},
        "polici": {"policy": {2: [1.0, [0]]}, "policies": {2: [1.0, [1]]}},
        "die": {"die": {0: [1.0, [3]]}, "dying": {1: [1.0, [4]]}},
    }
    shelves = on_shelves("en", words)
    assert {(row.form, row.stem) for row in shelves["polic"]} == {
        ("police", "polic"), ("policing", "polic"), ("policies", "polici"), ("policy", "polici"),
    }  # fmt: skip
    assert {row.form for row in shelves["dying"]} == {row.form for row in shelves["die"]} == {"die", "dying"}
    assert all(len(name) >= half(row.form) or row.stem == "die" for name, rows in shelves.items() for row in rows)
    assert endings(on_shelves("en", {**words, "stat": {"stating": {0: [1.0, []]}}})) == ["ing"]


def test_a_spelling_with_and_without_marks_is_put_together_and_forms_stay_apart() -> None:
    words = {"gath": {"gath": {0: [1.0, [1]]}}, "nghath": {"nghath": {1: [1.0, [0]]}}, "ty": {"tŷ": {0: [2.0, [5]]}}}
    shelves = on_shelves("cy", words)
    assert [row.form for row in shelves["ath"]] == ["gath", "nghath"]
    twice = on_shelves("en", {"cafe": {"café": {0: [1.0, [1]]}}, "café": {"café": {0: [1.0, [7]], 3: [1.0, [2]]}}})
    assert [(row.form, row.postings) for row in twice["cafe"]] == [("café", {0: [2.0, [1, 7]], 3: [1.0, [2]]})]


@steady
@given(st.dictionaries(NUMBERS, st.floats(min_value=0.01, max_value=500)))
def test_pages_and_frequencies_come_back(pages: dict[int, float]) -> None:
    found, at, last = {}, 0, -1
    signs = in_signs(pages)
    while at < len(signs):
        end = next(place for place in range(at, len(signs)) if SIGNS.index(signs[place]) < 32)
        last += numbers_in(signs[at : end + 1])[0] + 1
        found[last] = LEAST * STEP ** SIGNS.index(signs[end + 1])
        at = end + 2
    assert list(found) == sorted(pages)
    for page, frequency in found.items():
        told = min(max(pages[page], LEAST), LEAST * STEP**63)
        assert told / STEP <= frequency <= told * STEP
    assert numbers_in(pages_in_signs(pages)) == [
        now - before - 1 for before, now in zip([-1, *sorted(pages)], sorted(pages), strict=False)
    ]


@steady
@given(st.dictionaries(NUMBERS, st.lists(NUMBERS, max_size=5)))
def test_places_come_back(given: dict[int, list[int]]) -> None:
    numbers = iter(numbers_in(places_in_signs({page: [1.0, places] for page, places in given.items()})))
    found, page = {}, -1
    for step in numbers:
        page += step + 1
        places, at = [], 0
        for _ in range(next(numbers)):
            at += next(numbers)
            places.append(at)
        found[page] = places
    assert found == {page: sorted(places) for page, places in sorted(given.items()) if places}


@steady
@given(st.dictionaries(WORDS, st.integers(min_value=1, max_value=2 * PIECE)))
def test_pieces_hold_every_shelf_once_in_order_and_are_small(sizes: dict[str, int]) -> None:
    pieces = list(in_pieces(sizes))
    assert [name for piece in pieces for name in piece] == list(sizes)
    assert all(len(piece) == 1 or sum(sizes[name] for name in piece) <= PIECE for piece in pieces)


@given(st.sets(WORDS))
def test_the_list_of_words_comes_back_whole(words: set[str]) -> None:
    coded = front_coded(sorted(words))
    assert unfolded(coded) == sorted(words)
    if words:
        assert coded[0][0] == DIGITS[0]


def test_the_browser_reads_what_is_written() -> None:
    assert f"const CHANGING = /{CHANGING.pattern}/;" in ENGINE
    assert f'const SIGNS = "{SIGNS}";' in READER
    assert f"[LEAST, STEP] = [1 / {1 / LEAST:.0f}, {STEP}]" in READER


SCRIPT = TAKE + '"cy","{}","0f",{});\n'


@pytest.mark.parametrize(
    ("name", "content"),
    [("shelves-0", '{"ath":[["nghath","AB"]]}'), ("words", '["0ath","0nghath"]'), ("page-0", '{"text":"ath nghath"}')],
)
def test_the_proof_of_absence_reads_every_file_of_the_index(name: str, content: str) -> None:
    seen = list(look_into(f"search-index/cy/{name}.js", SCRIPT.format(name, content).encode()))
    assert any({"ath", "nghath"} <= one.terms or "ath nghath" in one.text for one in seen[1:])


def test_what_is_no_file_of_the_index_is_told_apart() -> None:
    assert handed_over(SCRIPT.format("entry", '{"pages":2}')) == {"pages": 2}
    with pytest.raises(ValueError, match="not a file of the search index"):
        handed_over("fingerpostIndex.take(1);")
