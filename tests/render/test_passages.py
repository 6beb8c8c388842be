"""Every element that says its language says which way it is written, where that could be in doubt."""

import pytest
from fingerpost.render.passages import with_directions, with_language


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<h1 lang="en">A</h1>', '<h1 lang="en" dir="ltr">A</h1>'),
        ('<a href="x" lang="cy" hreflang="cy">A</a>', '<a href="x" lang="cy" dir="ltr" hreflang="cy">A</a>'),
        ('<p lang="ar" dir="ltr">A</p>', '<p lang="ar" dir="ltr">A</p>'),
        ('<a hreflang="en" href="x">A</a>', '<a hreflang="en" href="x">A</a>'),
        ('<p title=" lang="><b>&lt;i lang="en"></b></p>', '<p title=" lang="><b>&lt;i lang="en"></b></p>'),
        ("<br>\n<p>1 < 2</p>", "<br>\n<p>1 < 2</p>"),
    ],
)
def test_a_language_on_a_page_that_reads_from_right_to_left_says_its_way(html: str, expected: str) -> None:
    assert with_directions(html, ["ar", "en", "cy"]) == expected


def test_where_all_is_written_one_way_only_what_is_not_says_so() -> None:
    html = '<h1 lang="en">A</h1><p lang="he">B</p>'
    assert with_directions(html, ["cy", "en"]) == '<h1 lang="en">A</h1><p lang="he" dir="rtl">B</p>'


def test_a_title_is_marked_as_a_whole_word_only() -> None:
    titles = [{"text": "Art", "lang": "en"}, {"text": "Pam?", "lang": "cy"}]
    assert with_language("Parti. Artist. Art: “Art”. Pam?", titles) == (
        'Parti. Artist. <span lang="en">Art</span>: “<span lang="en">Art</span>”. <span lang="cy">Pam?</span>'
    )


def test_a_title_inside_a_line_is_marked_and_nothing_else_is_html() -> None:
    titles = [{"text": "A <b> & c", "lang": "en"}, {"text": "A", "lang": "cy"}]
    assert str(with_language("X. A <b> & c. A. <i>", titles)) == (
        'X. <span lang="en">A &lt;b&gt; &amp; c</span>. <span lang="cy">A</span>. &lt;i&gt;'
    )
    assert str(with_language("<A>", [])) == "&lt;A&gt;"
