"""Titles and summaries are words: whatever stands in them, a page shows them as they were written."""

import html
import re
from functools import cache
from pathlib import Path
from typing import Any

import markdown
import pytest
import yaml
from fingerpost.gate import Edition
from fingerpost.stage import Tree
from fingerpost.stage.markdown import escape
from hypothesis import example, given
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data

from tests.helpers import CHECKOUT, guide, page, steady, toolkit
from tests.stage.collection import body_at, collection, pieces_at, staged

# What a person may type. Control characters are in no title: no keyboard has them.
TITLES = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co"]), max_size=40)
MARKS = [
    "*a*",
    "__",
    "`",
    "<b>",
    "</p>",
    "&amp;",
    "&lt;",
    "[a](b)",
    "![",
    "]",
    "{ .x }",
    "{: #y }",
    "#",
    "- ",
    "1. ",
    "> ",
]
MARKS += [
    "|",
    "~~",
    "^",
    "==",
    "http://",
    "www.",
    ".org",
    "@",
    ":",
    "(c)",
    "c/o",
    "1st",
    "...",
    "--",
    "\\",
    "    ",
    "[^1]",
]
MARKS += ["+/-", "=/=", "<!--", "-->", "'", '"', "a", "tŷ", "Ẃ", "9", ":::", "[TOC]", "\n\n", "*[a]: b"]
NEARLY = st.lists(st.sampled_from(MARKS), max_size=8).map("".join)


@cache
def extensions() -> tuple[list[str], dict[str, Any]]:
    """Return the Markdown extensions of the shipped settings, as the engine uses them."""
    rows = yaml.safe_load((CHECKOUT / "mkdocs.yml").read_text("utf-8"))["markdown_extensions"]
    settings = {name: options for row in rows if isinstance(row, dict) for name, options in row.items()}
    return [row if isinstance(row, str) else next(iter(row)) for row in rows], settings


def rendered(text: str) -> str:
    names, settings = extensions()
    return str(markdown.markdown(text, extensions=names, extension_configs=settings))


def shown(body: str, *allowed: str) -> str:
    """Return what a reader sees of HTML that holds only the allowed elements."""
    assert set(re.findall(r"</?([a-zA-Z0-9]+)", body)) <= set(allowed), body
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", body)).split())


@steady
@given(st.one_of(TITLES, NEARLY))
@example("1986. A year")
@example("See www.example.org")
@example("c/o the 1st group")
@example("hello@example.org")
@example("A &amp; B")
def test_escaped_text_is_shown_as_it_was_written(text: str) -> None:
    expected = " ".join(text.split())
    # Raised letters in 1st and 2nd are the engine's; the words stay the same.
    assert shown(rendered(escape(text)), "p", "sup") == expected
    assert shown(rendered(f"[{escape(text)}](x.md)"), "p", "a", "sup") == expected


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[a](javascript:alert(1))",
    "</div></div>",
    "`code` *emphasis* **strong** ~~gone~~",
    "{ .x onclick=alert(1) }",
    "# Heading",
    "- item",
    "1. item",
    "> quoted",
    "![a](b.png)",
    "A | B",
    "&lt;b&gt;",
    "--- title: x",
    "{{ config }} {% raw %}",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_in_lists_and_answers_too(text: str, tmp_path: Path) -> None:
    more = {
        "docs/guides/hostile/index.en.md": guide(title=text, summary=text, stages=["early"]),
        "docs/questions/q/answer-3.en.md": page(
            {
                "title": text,
                "credits": [{"name": text, "role": text, "as": "named"}],
                "made_by": "compiled",
                "rights": {"licence": "CC0-1.0"},
            },
            "Words.\n",
        ),
    }
    tree = staged(collection(tmp_path, **more))
    for path, allowed in (
        ("en/guides/index.md", "div ul li p a span"),
        ("en/topics/wellbeing.md", "div ul li p a span"),
        ("en/ways/start.md", "div ul li p a span"),
    ):
        seen = shown(rendered(body_at(tree, path)), *allowed.split())
        assert text in seen, path
    newest = pieces_at(tree, "en/index.md")["newest"]["body"]
    assert text in shown(rendered(newest), "div", "ul", "li", "p", "a", "span")
    # What stands around an answer is no Markdown: the template escapes it.
    assert pieces_at(tree, "en/questions/q/index.md")["answer-3"]["title"] == text


def front_as_the_engine_reads_it(tree: Tree, path: str) -> dict[str, Any]:
    content = tree.files[path]
    assert isinstance(content, bytes)
    _body, front = get_data(content.decode())
    return dict(front)


LIKE_YAML = ["yes", "no", "~", "null", "1", "1.5", "2026-11-21", "0x1f", "a: b", "- a", "# a", "'a", '"a"', "&a", "*a"]
LIKE_YAML += [
    "!!int 1",
    "{a: b}",
    "[a]",
    "| a",
    "> a",
    "? a",
    "@a",
    "`a`",
    "%a",
    "---",
    "...",
    "a\n---\nb",
    "a\n...\nb",
]
LIKE_YAML += ["=", "<<", "1:30", "tŷ ŵy", "😀", "a\u2028b", "\ufeffa", "a" * 300, "Off", "title: x\ntemplate: y"]


@pytest.mark.parametrize("title", LIKE_YAML)
def test_a_title_that_looks_like_yaml_comes_through(title: str, tmp_path: Path) -> None:
    tree = staged(collection(tmp_path, **{"docs/guides/odd/index.en.md": guide(title=title, summary=title)}))
    front = front_as_the_engine_reads_it(tree, "en/guides/odd/index.md")
    assert front["title"] == title
    assert front["description"] == title
    assert front["fp"]["summary"] == title
    assert front["template"] == "resource.html"


LINE_BY_LINE = ["\n", "\r", "\t", " ", "    ", "a", "---", "...", "#", ": ", "- ", "|", "'", "\x85", "\u2028", "\ufeff"]
SEVERAL_LINES = st.lists(st.sampled_from(LINE_BY_LINE), max_size=8).map("".join)


@steady
@given(st.one_of(st.text(max_size=60), SEVERAL_LINES), st.text(max_size=60))
@example("a\n\u2028", "")
@example("a\n\n", "")
def test_whatever_stands_in_front_matter_comes_through(title: str, body: str) -> None:
    tree = Tree()
    tree.page("en", "a.md", {"title": title, "fp": {"list": [title, ""], "on": True}}, body)
    assert front_as_the_engine_reads_it(tree, "en/a.md") == {"title": title, "fp": {"list": [title, ""], "on": True}}


@pytest.mark.parametrize("edition", [Edition.WEB, Edition.PRINT])
def test_a_toolkit_s_parts_are_named_as_they_were_written(edition: Edition, tmp_path: Path) -> None:
    title = "<b>1. *Part*</b> [a](b)"
    more = {
        "docs/toolkits/odd/index.en.md": toolkit(["activity-a"], title=title),
        "docs/toolkits/odd/activity-a.en.md": page({"title": title, "part": "activity"}, "Words.\n"),
    }
    tree = staged(collection(tmp_path, **more), edition)
    fp = front_as_the_engine_reads_it(tree, "en/toolkits/odd/index.md")["fp"]
    part = fp["pieces"]["activity-a"] if edition is Edition.PRINT else fp["parts"][0]
    assert part["title"] == title
