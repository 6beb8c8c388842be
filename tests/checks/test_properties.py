"""Whatever people write, the checks answer with problems that have a place, and never break."""

import json
from pathlib import Path

import pytest
from fingerpost.checks import Report, as_github, as_json, as_text
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
# What front matter is made of, and what goes wrong in it.
YAML = st.sampled_from(
    [
        *(
            "title",
            "topics",
            "work",
            "checks",
            "ignore",
            "published",
            ":",
            ": ",
            " ",
            "  ",
            "\n",
            "\n",
            "\n  ",
            "- ",
            "\t",
        ),
        *(
            "[",
            "]",
            "{",
            "}",
            ", ",
            '"',
            "'",
            "&a",
            "*a",
            "<<",
            "? ",
            "|",
            ">",
            "#",
            "%",
            "@",
            "`",
            "!!int",
            "...",
            "---",
        ),
        *(
            "010",
            "12:30",
            "1_000",
            "0x1f",
            ".inf",
            "~",
            "true",
            "2026-11-21",
            "\u00a0",
            "\u200b",
            "“",
            "\ufeff",
            "\x07",
        ),
    ]
)
MIXED = st.tuples(st.sampled_from([b"---\n", b"\xef\xbb\xbf---\r\n", b"\xff\xfe"]), st.binary(max_size=100)).map(
    b"".join
)
LISTS = ("docs/_vocabulary/topics.yml", "docs/_withdrawn.yml", "docs/pages/about.cy.md")
# What a pattern that looks back at what it has seen would need an age for, a megabyte of it.
NASTY = [
    *(
        "[",
        "![",
        "[](",
        "`",
        "``a",
        "<",
        "<!--",
        "<a ",
        "*",
        "_a",
        "#",
        "> ",
        "- ",
        "| ",
        "\\",
        "&#",
        "\n",
        "\n#",
        "a ",
        "a. ",
    ),
    *(
        "1. ",
        "[a]: ",
        "[a]:\n",
        "(",
        "a@",
        "http://",
        "\u00ad",
        "\u202e",
        "\u2067",
        "“",
        "title: ",
        "'",
        '"',
        "A",
        "Ŵ",
        "{",
        "{{",
    ),
    *("0123456789 ", "a-", "\t", "  \n", "a\n\n", "~~~\n", "```\n", "|a|\n|-|\n", "07700 ", "SA1 ", "1986/", "/"),
]
LARGE = 950_000  # bytes, with the good guide's front matter below the most that a text may have


def filled(piece: str) -> str:
    """Return a text of nothing but `piece`, as large as a text may be."""
    return piece * (LARGE // len(piece.encode()))


BODIES = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=40).map("".join))
ONE_LINE = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n\x00"), max_size=80)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The good collection, whose guide each example writes anew."""
    return base(tmp_path_factory.mktemp("collection"))


def answered(root: Path) -> Report:
    """Check the collection, and that everything found has a place and is on one line."""
    report = check(root)
    guide = (root / GUIDE).read_text("utf-8", errors="replace").replace("\r\n", "\n").replace("\r", "\n")
    lines = guide.count("\n") + 1
    for problem in report.problems:
        assert "fault in Fingerpost" not in problem.message, problem
        assert problem.column >= 1
        assert problem.line >= 1
        assert problem.path != GUIDE or problem.line <= lines
        assert "\n" not in problem.message + problem.advice
    return report


def sound(root: Path) -> None:
    """Check the collection, and everything that is said of it in each form."""
    report = answered(root)
    text = as_text(report, colour=False)
    text.encode()
    assert all(letter.isprintable() or letter == "\n" for letter in text)
    assert len(as_github(report).splitlines()) == len(report.problems)
    assert len(json.loads(as_json(report))["problems"]) == len(report.problems)


@steady
@given(raw=st.one_of(st.binary(max_size=300), BODIES.map(lambda text: text.encode("utf-16")), MIXED))
@pytest.mark.parametrize("path", [GUIDE, *LISTS])
def test_any_bytes_are_answered(root: Path, path: str, raw: bytes) -> None:
    before = (root / path).read_bytes()
    write(root, path, raw)
    sound(root)
    write(root, path, before)


@steady
@given(front=st.one_of(st.text(max_size=300), st.lists(YAML, max_size=30).map("".join)))
def test_any_front_matter_is_answered(root: Path, front: str) -> None:
    write(root, GUIDE, f"---\n{front}\n---\n\nWords.\n".encode("utf-8", "replace"))
    sound(root)


@pytest.mark.parametrize("nasty", NASTY, ids=lambda nasty: repr(nasty[:12]))
def test_a_megabyte_of_anything_is_answered(root: Path, nasty: str) -> None:
    write(root, GUIDE, with_body(filled(nasty)))
    answered(root)
    write(root, GUIDE, filled(f"---\n{nasty}"))
    assert answered(root).problems


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
