"""How the index is laid out anew: shelves, pieces, and no word made of two."""

import cbor2
import pytest
from fingerpost.editions.proof.looking import look_into
from fingerpost.languages.mutation import CHANGING, forms
from fingerpost.search.bundle import DIGITS, front_coded
from fingerpost.search.packed import packed, packed_json
from fingerpost.search.seams import seams_of, without_seams
from fingerpost.search.shelves import END, in_pieces, on_shelves, shelf_of, words_of
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import CHECKOUT

FIELDS = ["facts", "summary", "title"]
LETTERS = "abcdefghilmnoprstuwyŵŷâ"


WORDS = ("cath", "pen", "tad", "brawd", "desg", "gardd", "llyfr", "rhaglen", "plant", "gwlad", "drws", "clwb", "afal")


@pytest.mark.parametrize("word", WORDS)
def test_the_forms_of_a_word_stand_on_one_shelf(word: str) -> None:
    assert len({shelf_of(form) for form in forms(word)}) == 1


def test_the_one_form_that_stands_apart_costs_another_piece_and_no_more() -> None:
    assert {shelf_of(form) for form in forms("lleoli")} == {"eoli"}
    assert shelf_of("ll") == "ll"  # letters alone are their own shelf


def test_words_are_parted_at_apostrophes_and_hyphens_and_joined_over_hyphens() -> None:
    assert words_of(["Mae'n rhannu’r e-bost, cam-drin"]) == {
        "mae", "n", "rhannu", "r", "e", "bost", "ebost", "cam", "drin", "camdrin",
    }  # fmt: skip


def test_welsh_stands_form_by_form_and_english_by_its_stems() -> None:
    gath, cath = [[0, [-25, 3], []]], [[1, [-25, 4], []]]
    words = [["cath", cath, []], ["gath", gath, []], ["leader", cath, [["lëader", gath]]]]
    assert on_shelves("cy", words, FIELDS, {"cath", "gath"}, {}) == [["ath|", [], [["cath|", cath], ["gath|", gath]]]]
    english = on_shelves("en", words[2:], FIELDS, set(), {})
    assert english == [["leader|", cath, [["lëader", gath]]]]


def test_what_no_search_asks_for_is_left_out_and_pages_keep_their_numbers() -> None:
    only_facts, in_title = [2, [], [-1, 4]], [3, [], [-1, 0, -3, 1]]
    (shelf,) = on_shelves("en", [["word", [only_facts, in_title], []]], FIELDS, set(), {})
    assert shelf == ["word|", [[5, [], [-3, 1]]], []]
    assert on_shelves("en", [["word", [only_facts], []]], FIELDS, set(), {}) == []


def test_a_word_made_of_two_is_not_taken_for_one() -> None:
    pages = [{"content": "maen mae'n maen", "meta": {"title": "Mae’n maen"}}, {"content": "Maen", "meta": {}}]
    seams = seams_of(pages, FIELDS)
    assert seams == {"maen": {(0, -1, 1), (0, 2, 0)}}
    postings = [[0, [-25, 0, 1, 1], [-3, 0, 1]], [1, [-25, 0], []]]
    assert without_seams(postings, seams["maen"]) == [[0, [-25, 0, 2], [-3, 1]], [1, [-25, 0], []]]


def test_a_page_that_only_holds_the_seam_goes_and_the_next_keeps_its_number() -> None:
    seams = frozenset({(0, -1, 7)})
    assert without_seams([[0, [-25, 7], []], [4, [-25, 7], []]], seams) == [[4, [-25, 7], []]]


@given(st.lists(st.lists(st.integers(1, 9), min_size=1, max_size=5), min_size=1, max_size=4))
def test_without_seams_postings_stay_as_they_are(runs: list[list[int]]) -> None:
    places = [place for weight, run in enumerate(runs) for place in (-25 - weight, *run)]
    assert without_seams([[3, places, []]], frozenset({(99, -1, 1)})) == [[3, places, []]]


def test_pieces_hold_every_shelf_in_order_and_one_too_large_has_its_own() -> None:
    large = [[page, [-25, *range(200)], []] for page in range(200)]
    words = [[f"w{number:04}", large if number == 5 else [[0, [-25, number], []]], []] for number in range(3000)]
    shelves = on_shelves("en", words, FIELDS, set(), {})
    pieces = [(first, last, cbor2.loads(content)) for first, last, content in in_pieces(shelves)]
    assert len(pieces) > 3
    assert [shelf for _, _, (piece,) in pieces for shelf in piece] == shelves
    for first, last, (piece,) in pieces:
        assert (first, last) == (piece[0][0], piece[-1][0])
    assert ("w0005" + END, "w0005" + END) in [(first, last) for first, last, _ in pieces]


@given(st.sets(st.text(LETTERS, min_size=1, max_size=50)))
def test_the_list_of_words_comes_back_whole(words: set[str]) -> None:
    before, unfolded = "", []
    for one in front_coded(sorted(words)):
        before = before[: DIGITS.index(one[0])] + one[1:]
        unfolded.append(before)
    assert unfolded == sorted(words)


def test_the_browser_seeks_on_the_same_shelf() -> None:
    script = (CHECKOUT / "overrides" / "assets" / "search-engine.js").read_text("utf-8")
    assert f"const CHANGING = /{CHANGING.pattern}/;" in script


def test_the_proof_of_absence_reads_the_list_of_words_whole() -> None:
    (_, read) = look_into("words.cy.fp", packed_json(front_coded(["cath", "cathod", "tŷ"])))
    assert {"cath", "cathod", "tŷ"} <= read.terms


def test_the_proof_of_absence_knows_a_word_by_the_name_of_its_shelf() -> None:
    """A shelf's name and a form end with a sign that no word has."""
    (piece,) = in_pieces(on_shelves("cy", [["nghath", [[1, [0], []]], []]], [], {"nghath"}, {}))
    (_, read) = look_into("one.pf_index", packed(piece[2]))
    assert {"ath", "nghath"} <= read.terms
