"""What is written is read by the site's engine as it was: the same words, the same lists, in the same places."""

import html
import re
from typing import Any

import pytest
from fingerpost.intake.importing.blocks import blocks
from fingerpost.intake.importing.document import Prepared
from fingerpost.intake.importing.escaping import at_start, escaped
from fingerpost.intake.importing.pictures import Pictures
from fingerpost.intake.importing.state import State
from hypothesis import example, given
from hypothesis import strategies as st

from tests.helpers import steady
from tests.intake.importing.counting import Page, rendered

SIGNS = "#*_-+=~`|:!<>[](){}&^\\/.0123456789@ \"'abcé"
WORDS = st.text(st.sampled_from(SIGNS), min_size=1, max_size=24).map(lambda text: " ".join(text.split())).filter(bool)


def new() -> State:
    return State(Prepared(b"", "docx"), Pictures("picture"), blocks)


def string(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for number, word in enumerate(text.split(" ")):
        found += [{"t": "Space"}] if number else []
        found.append({"t": "Str", "c": word})
    return found


def para(text: str, kind: str = "Para") -> dict[str, Any]:
    return {"t": kind, "c": string(text)}


def cell(text: str) -> list[Any]:
    return [["", [], []], {"t": "AlignDefault"}, 1, 1, [para(text, "Plain")] if text else []]


def row(*texts: str) -> list[Any]:
    return [["", [], []], [cell(text) for text in texts]]


def table(head: list[Any], *rows: list[Any]) -> dict[str, Any]:
    nothing = ["", [], []]
    columns = [[{"t": "AlignDefault"}, {"t": "ColWidthDefault"}]] * 2
    return {
        "t": "Table",
        "c": [nothing, [None, []], columns, [nothing, [head]], [[nothing, 0, [], list(rows)]], [nothing, []]],
    }


def text_of(page: str) -> str:
    """The text of a page, with what an extension puts in another form put back."""
    shown = html.unescape(re.sub(r"<[^>]*>", "", page))
    return " ".join(shown.split())


@steady
@given(WORDS)
@example("1. not a list")
@example("- nor this")
@example(": nor this")
@example("&amp; &#35; &lt;b&gt;")
@example("<b>bold</b> <!-- x -->")
@example("(c) (tm) +/- =/= c/o 1st")
@example("*[HTML]: no abbreviation")
@example("[^1]: no note")
@example("| a | b |")
@example("=== ---")
@example("{: .class }")
@example("\\* \\\\")
def test_a_paragraph_says_what_it_said(words: str) -> None:
    page = rendered(blocks([para(words)], new()))
    assert text_of(page) == words
    assert set(Page(page).tags) <= {"p", "a", "sup"}  # an address becomes a link, 1st has its letters raised


@steady
@given(WORDS, WORDS, WORDS)
@example("a | b", "`c | d`", "e \\")
def test_cells_stay_apart_and_say_what_they_said(one: str, two: str, three: str) -> None:
    page = rendered(blocks([table(row("Head", one), row(two, three))], new()))
    assert [text_of(found) for found in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", page, re.DOTALL)] == [
        "Head", one, two, three,
    ]  # fmt: skip


@steady
@given(WORDS, WORDS, WORDS)
def test_items_stay_items(one: str, two: str, three: str) -> None:
    inner = {"t": "OrderedList", "c": [[1, {"t": "Decimal"}, {"t": "Period"}], [[para(three, "Plain")]]]}
    page = rendered(blocks([{"t": "BulletList", "c": [[para(one, "Plain"), inner], [para(two, "Plain")]]}], new()))
    assert len(Page(page).found.items) == 3, page
    assert text_of(page) == " ".join((one, three, two))


def test_a_list_that_goes_on_counting_is_named() -> None:
    state = new()
    blocks([{"t": "OrderedList", "c": [[3, {"t": "Decimal"}, {"t": "Period"}], [[para("x", "Plain")]]]}], state)
    assert [str(one.what) for one in state.left] == ["A list that begins at 3: on the site it begins at 1"]


@steady
@given(WORDS)
def test_a_heading_says_what_it_said(words: str) -> None:
    page = rendered(blocks([{"t": "Header", "c": [2, ["", [], []], string(words)]}], new()))
    assert text_of(page) == words
    assert page.startswith("<h2")


@pytest.mark.parametrize(
    "parts",
    [
        [("Strong", "bold"), ("Emph", "italic")],
        [("Emph", "italic"), ("Strong", "bold")],
        [("Strong", " with spaces "), ("Str", "after")],
        [("Str", "un"), ("Strong", "believ"), ("Str", "able")],
        [("Strong", ""), ("Str", "nothing before")],
        [("Strikeout", "gone"), ("Str", "here")],
        [("Str", "a"), ("Emph", "b"), ("Strong", "c"), ("Str", "d")],
    ],
)
def test_stress_stays_where_it_was(parts: list[tuple[str, str]]) -> None:
    content = [{"t": kind, "c": words if kind == "Str" else string(words)} for kind, words in parts]
    page = rendered(blocks([{"t": "Para", "c": content}], new()))
    assert text_of(page) == " ".join("".join(words for _, words in parts).split())
    for kind, tag in (("Strong", "strong"), ("Emph", "em"), ("Strikeout", "del")):
        assert page.count(f"<{tag}>") == sum(1 for one, words in parts if one == kind and words.strip())


def test_lists_one_after_the_other_stay_apart() -> None:
    def numbered(*items: str) -> dict[str, Any]:
        about = [1, {"t": "Decimal"}, {"t": "Period"}]
        return {"t": "OrderedList", "c": [about, [[para(item, "Plain")] for item in items]]}

    bullets = {"t": "BulletList", "c": [[para("x", "Plain")]]}
    page = rendered(blocks([bullets, numbered("a", "b"), numbered("c", "d")], new()))
    assert page.count("<ol>") == 2
    assert page.count("<ul>") == 1


def test_what_belongs_to_an_item_stays_in_it() -> None:
    code = {"t": "CodeBlock", "c": [["", [], []], "x = 1\n\ny = ```2```"]}
    item = [para("First"), para("Second"), code, {"t": "BlockQuote", "c": [para("Said")]}, table(row("A", "B"))]
    page = rendered(blocks([{"t": "BulletList", "c": [item, [para("Last")]]}], new()))
    assert page.count("<li>") == 2
    inside = page[page.index("<li>") : page.index("</li>")]
    assert inside.count("<p>") == 3
    assert all(tag in inside for tag in ("<pre>", "<blockquote>", "<table>"))
    assert "y = ```2```" in html.unescape(inside)


def test_words_that_need_no_mark_are_left_as_they_are() -> None:
    plain = "It's 10:30, isn't it? See section 2.1 (below) - a_b, 50% & more; what's new: all of it!"
    assert at_start(escaped(plain)) == plain
