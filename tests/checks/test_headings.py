"""Headings and their anchors are those that the site's engine makes."""

import re

import markdown
import pytest
from fingerpost.checks.headings import anchors, find_headings, slug_of
from hypothesis import given
from hypothesis import strategies as st
from markdown.extensions.toc import slugify

from tests.helpers import steady

EXTENSIONS = ["attr_list", "toc", "pymdownx.betterem", "pymdownx.superfences", "footnotes", "abbr"]


def rendered(body: str) -> tuple[list[int], set[str]]:
    """Return the levels of the headings in finished HTML, and their ids."""
    html = markdown.markdown(body, extensions=EXTENSIONS)
    found = re.findall(r"<h([1-6])[^>]*? id=\"([^\"]*)\"", html)
    return [int(level) for level, _ in found], {name for _, name in found}


@pytest.mark.parametrize(
    "body",
    [
        "## Water\n\n### In summer\n",
        "## Dŵr a golau\n",
        "## Water\n\n## Water\n\n## Water\n",
        "## What's *this*, **now**?\n",
        "## `code` and [a link](x.md) and ![a picture](x.png)\n",
        "## With_underscores_in it\n\n## _Emphasis_ of __two__ kinds\n",
        "## Own {#mine}\n\n## Other {: #theirs .big }\n\n## Class {.big}\n",
        "## Closed ##\n\n##Close\n",
        "## 1. First: 50 % & more\n",
        "## ???\n\n## ???\n",
        "Underlined\n==========\n\nTwice\n-----\n\nNot one\n\n---\n",
        "Text\nUnderlined\n---\n",
        "Text\n## In the middle\nmore\n",
        "```\n# code\n```\n\n    # code\n",
        "A line # with a sign\n\n\\# not a heading\n",
        "## Water_1\n\n## Water\n\n## Water\n",
        "####### Seven\n",
        "## Coping <!-- from Jane --> well\n\n## The sign `<!-- here` in code\n",
    ],
)
def test_headings_are_those_of_the_engine(body: str) -> None:
    levels, names = rendered(body)
    assert [heading.level for heading in find_headings(body)] == levels
    assert anchors(body) == names


@steady
@given(st.text(alphabet=st.sampled_from("abŵé 'ß12.-?&/éŁ—"), min_size=1, max_size=30))
def test_a_slug_is_that_of_the_engine(words: str) -> None:
    assert slug_of(words.strip()) == slugify(words.strip(), "-")


def test_raw_headings_and_ids_are_seen() -> None:
    body = '<h3 class="x">Raw</h3>\n\n<a id="here"></a>\n\nA paragraph.\n{: #there }\n'
    (heading,) = find_headings(body)
    assert (heading.level, heading.text, heading.raw) == (3, "Raw", True)
    assert anchors(body) == {"here", "there"}
