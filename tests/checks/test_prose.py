"""A body as people read it: what is a block, what is a sentence, and where it begins."""

import pytest
from fingerpost.checks.prose import Sort, blocks, plain, prose, sentences
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers import steady

BODY = """\
## Water *now*

Once a week is [often](x.md) enough. In summer,
more. Ask Dr. Example!

- One thing. And more
  of it.
- ![A leaf](leaf.svg) Another

> Quoted words.

| a | b |
|---|---|
| c | d |

```
Not words.
```

[label]: https://example.org/
"""


def test_blocks_have_a_sort_a_line_and_plain_words() -> None:
    assert [(block.sort, block.line, block.text) for block in blocks(BODY)] == [
        (Sort.HEADING, 1, "Water now"),
        (Sort.PARAGRAPH, 3, "Once a week is often enough. In summer, more. Ask Dr. Example!"),
        (Sort.ITEM, 6, "One thing. And more of it."),
        (Sort.ITEM, 8, "Another"),
        (Sort.QUOTE, 10, "Quoted words."),
        (Sort.TABLE, 12, "| a | b | |---|---| | c | d |"),
    ]


def test_sentences_begin_on_their_line_and_are_counted() -> None:
    found = [(piece.text, piece.line, piece.words) for piece in sentences(prose(BODY)[0])]
    assert found == [
        ("Once a week is often enough.", 3, 6),
        ("In summer, more.", 3, 3),
        ("Ask Dr. Example!", 4, 3),
    ]


@steady
@given(st.text("#|>-*+_=[]()!<a>{}:. \n\t1`~\\^\"'", max_size=300))
def test_every_line_stays_on_its_line(body: str) -> None:
    assert plain(body).count("\n") == body.count("\n")
    lines = body.count("\n") + 1
    for block in blocks(body):
        assert 1 <= block.line <= lines
        assert all(block.line <= piece.line <= lines for piece in sentences(block))


NASTY = ["#", ".", "a. ", "[", "![", "](", "{a", "<a", "*", "> ", "- ", "|", "https://", "\n"]


@pytest.mark.parametrize("piece", NASTY)
def test_a_megabyte_of_anything_is_read_in_one_pass(piece: str) -> None:
    body = piece * (1_000_000 // len(piece)) + "x"
    assert plain(body).count("\n") == body.count("\n")
    assert sum(piece.words for block in blocks(body) for piece in sentences(block)) >= 0


def test_lines_to_write_on_are_no_words() -> None:
    assert [block.text for block in blocks("Your name:\n\n[lines: 2]\n\nMore.\n[lines: 12]\n")] == [
        "Your name:",
        "More.",
    ]
    assert blocks("[lines: many]\n")[0].text == "[lines: many]"
