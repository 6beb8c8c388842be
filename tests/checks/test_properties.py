"""Whatever people write, the checks answer with problems that have a place, and never break."""

import json
from pathlib import Path

import pytest
from fingerpost.checks import as_github, as_json, as_text
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.samples import GUIDE, base, check, with_body, with_front_matter, write
from tests.helpers import steady

KEYS = st.sampled_from(
    [
        *("title", "summary", "topics", "stages", "credits", "made_by", "sources", "published", "review_by"),
        *("rights", "consent", "translation", "parts"),
    ]
)
PIECES = st.sampled_from(
    [
        *("#", "##", "###", "===", "---", "[](", "](x)", "![", "![](", "[a]:", "```", "`", "<!--", "{", "}"),
        *("<script", "<img", "src=", 'alt=""', "onclick=", "javascript:", "&#106;", "%00", "@", "a@b.cd"),
        *("\\", "ŵ", "\n", "\n\n", " ", "\t", "    ", "\u202e", "\x85"),
    ]
)
BODIES = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=40).map("".join))
ONE_LINE = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n\x00"), max_size=80)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The good collection, whose guide each example writes anew."""
    return base(tmp_path_factory.mktemp("collection"))


def sound(root: Path) -> None:
    """Check the collection, and everything that is said of it."""
    report = check(root)
    guide = (root / GUIDE).read_text("utf-8", errors="replace").replace("\r\n", "\n").replace("\r", "\n")
    for problem in report.problems:
        assert "fault in Fingerpost" not in problem.message, problem
        assert problem.column >= 1
        assert problem.line >= 1
        if problem.path == GUIDE:
            assert problem.line <= guide.count("\n") + 1
        assert "\n" not in problem.message + problem.advice
    text = as_text(report, colour=False)
    text.encode()
    assert all(letter.isprintable() or letter == "\n" for letter in text)
    assert len(as_github(report).splitlines()) == len(report.problems)
    assert len(json.loads(as_json(report))["problems"]) == len(report.problems)


@steady
@given(body=BODIES)
def test_any_body_is_answered(root: Path, body: str) -> None:
    write(root, GUIDE, with_body(body).encode("utf-8", "replace"))
    sound(root)


@steady
@given(key=KEYS, value=ONE_LINE)
def test_any_value_is_answered(root: Path, key: str, value: str) -> None:
    write(root, GUIDE, with_front_matter(f"{key}: {value}"))
    sound(root)


@steady
@given(key=KEYS, value=ONE_LINE)
def test_any_words_in_quotes_are_answered(root: Path, key: str, value: str) -> None:
    write(root, GUIDE, with_front_matter(f"{key}: {json.dumps(value)}"))
    sound(root)


@steady
@given(key=KEYS, inner=st.text("abnmeioas", max_size=8), value=ONE_LINE)
def test_any_list_and_group_is_answered(root: Path, key: str, inner: str, value: str) -> None:
    write(
        root,
        GUIDE,
        with_front_matter(f"{key}: [{{{inner or 'as'}: {json.dumps(value)}}}, {json.dumps(value)}]"),
    )
    sound(root)


@steady
@given(drawing=st.one_of(st.binary(max_size=200), BODIES.map(lambda text: text.encode("utf-8", "replace"))))
def test_any_drawing_is_answered(root: Path, drawing: bytes) -> None:
    write(root, "docs/guides/example/drawing.svg", drawing)
    write(root, GUIDE, with_body(""))
    sound(root)
