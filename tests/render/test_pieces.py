"""A text that stands with others on a page stays in its box, and keeps its names to itself."""

import re
from functools import partial

import nh3
import pytest
from fingerpost.render.pieces import lowered
from fingerpost.render.sanitise import ATTRIBUTES, TAGS, sanitise
from fingerpost.stage.pieces import anchor_in
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers import steady

TWO = partial(anchor_in, "answer-2")
RAW = [
    "<div>",
    "</div>",
    "</article>",
    "</section></main></body></html>",
    "<ul><li>",
    "<p>",
    "</p>",
    "<table><tr><td>",
    "<details open>",
    "<a href='#x'>",
    "<b>",
    "<!--",
    "-->",
    "<![CDATA[",
    "<h2 title='<h2>'>",
    "</h2>",
    "words ",
]


@steady
@given(st.lists(st.sampled_from(RAW), max_size=10).map("".join))
def test_whatever_a_text_opens_or_closes_it_stays_in_its_box(body: str) -> None:
    whole = f"<section><div>{lowered(sanitise(body, within=TWO), 2)}</div></section><p>after</p>"
    # Read as a browser reads it, and written again: had the text left its box, something would have moved.
    assert nh3.clean(whole, tags={*TAGS, "h1"}, attributes=ATTRIBUTES, link_rel=None) == whole


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('<h2 id="a">A</h2>', '<h2 id="answer-2-a">A</h2>'),
        ('<a href="#a">a</a>', '<a href="#answer-2-a">a</a>'),
        ('<a href="b.html#a">a</a>', '<a href="b.html#a">a</a>'),
        ('<a href="#top">a</a>', '<a href="#top">a</a>'),
        ('<a href="#">a</a>', '<a href="#">a</a>'),
        ('<a href="#:~:text=a">a</a>', '<a href="#:~:text=a">a</a>'),
        (
            '<sup id="fnref:1"><a href="#fn:1">1</a></sup>',
            '<sup id="answer-2-fnref:1"><a href="#answer-2-fn:1">1</a></sup>',
        ),
        ("<h1>A</h1>", "<h1>A</h1>"),
    ],
)
def test_ids_and_the_links_to_them_have_the_name_of_their_text(written: str, expected: str) -> None:
    assert sanitise(written, within=TWO) == expected


def test_the_cells_of_a_table_find_their_headings() -> None:
    table = '<table><tbody><tr><th id="a">A</th><td headers="a b">B</td></tr></tbody></table>'
    assert 'headers="answer-2-a answer-2-b"' in sanitise(table, within=TWO)


def test_an_id_stands_once_on_a_page() -> None:
    taken = {"answer-2"}
    assert (
        sanitise('<p id="answer-2">a</p><p id="b">b</p><p id="b">c</p>', taken=taken)
        == '<p>a</p><p id="b">b</p><p>c</p>'
    )
    assert taken == {"answer-2", "b"}
    assert sanitise('<p id="b">d</p>', taken=taken) == "<p>d</p>"


@pytest.mark.parametrize(
    ("html", "by", "expected"),
    [
        ("<h1>A</h1>", 2, "<h3>A</h3>"),
        ('<h2 id="a" lang="cy">A</h2><h3>B</h3>', 1, '<h3 id="a" lang="cy">A</h3><h4>B</h4>'),
        ("<h5>A</h5>", 2, "<h6>A</h6>"),
        ("<h2>A</h2>", 0, "<h2>A</h2>"),
        ("<pre><code>&lt;h2&gt;</code></pre><hr>", 2, "<pre><code>&lt;h2&gt;</code></pre><hr>"),
    ],
)
def test_headings_go_down(html: str, by: int, expected: str) -> None:
    assert lowered(html, by) == expected


def test_a_heading_in_an_attribute_is_a_word() -> None:
    shown = sanitise('<p title="<h2>">a</p>')
    assert re.sub("&lt;|&gt;", "", lowered(shown, 1)) == re.sub("&lt;|&gt;", "", shown)


@pytest.mark.parametrize(
    "left_open", ["<!-- never closed", "<details>", "<div class='x'>", "<ul><li>", "<table><tr><td>"]
)
def test_what_a_text_leaves_open_does_not_swallow_its_footnotes(left_open: str) -> None:
    notes = '<div class="footnote">\n<hr />\n<ol>\n<li id="fn:1">\n<p>A note.</p>\n</li>\n</ol>\n</div>'
    assert sanitise(f"<p>Words.</p>\n{left_open}\n{notes}").endswith(sanitise(notes))
    hidden = f"<p>Words.</p><!-- {notes} -->"
    assert sanitise(hidden) == "<p>Words.</p>"
