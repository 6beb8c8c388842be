"""A text stays in the box it stands in, whatever raw HTML it holds."""

from pathlib import Path

import pytest
from fingerpost.library.links import without_code
from fingerpost.stage.markdown import BLOCK, balanced
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers import answer, steady
from tests.stage.collection import body_at, collection, staged

PIECES = [
    "<div>",
    "</div>",
    "<DIV class='x'>",
    "</div >",
    "<details>",
    "</details>",
    "<div/>",
    "`</div>`",
    "words",
    "\n",
]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Words.", "Words."),
        ("a</div>b", "ab"),
        ("<div>a", "<div>a\n\n</div>"),
        ("<div><details>a</div>b", "<div><details>a</details></div>b"),
        ("`</div>` <!-- <div> -->", "`</div>` <!-- <div> -->"),
        ("```\n</div>\n```", "```\n</div>\n```"),
    ],
)
def test_what_is_opened_is_closed_and_nothing_else(body: str, expected: str) -> None:
    assert balanced(body) == expected


@steady
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_no_text_leaves_its_box(body: str) -> None:
    done = balanced(body)
    depth = 0
    for match in BLOCK.finditer(without_code(done)):
        if match["name"].lower() == "div":
            depth += -1 if match["end"] else 1
        assert depth >= 0
    assert depth == 0
    assert balanced(done) == done


def test_an_answer_cannot_end_its_own_box_nor_swallow_the_next(tmp_path: Path) -> None:
    more = {"docs/questions/q/answer-1.en.md": answer("One.\n\n</div>\n\n<details>\n\nMore.\n", title="Yes")}
    body = body_at(staged(collection(tmp_path, **more)), "en/questions/q/index.md")
    assert body.count("<div") == body.count("</div>") == 2
    assert body.count("<details>") == body.count("</details>") == 1
