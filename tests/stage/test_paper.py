"""What is staged for paper: everything in reading order, addresses spelt out, room to write."""

import re
from datetime import timedelta
from pathlib import Path

import markdown
import pytest
from fingerpost.gate import Edition
from fingerpost.stage.easy_read import with_words_beside_pictures
from fingerpost.stage.facts import duration, reading_minutes, work_date
from fingerpost.stage.markdown import with_numbered_links, with_room_to_write
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers import MADE, guide, page, steady, toolkit, welsh, words
from tests.stage.collection import body_at, collection, front_at, pieces_at, staged

SHEET = "en/toolkits/kit/index.md"


# Pieces of Markdown


def test_each_address_gets_a_number_and_keeps_it() -> None:
    addresses: list[str] = []
    body = "[a](https://example.org/a) [b](https://example.org/b) [again](https://example.org/a) [in](c.md) [d](#e)"
    numbered = with_numbered_links(body, addresses)
    assert addresses == ["https://example.org/a", "https://example.org/b"]
    assert numbered == (
        '[a](https://example.org/a){ .noted }<sup class="ref">1</sup> '
        '[b](https://example.org/b){ .noted }<sup class="ref">2</sup> '
        '[again](https://example.org/a){ .noted }<sup class="ref">1</sup> [in](c.md) [d](#e)'
    )
    with_numbered_links("[c](https://example.org/c)", addresses)
    assert addresses[2] == "https://example.org/c"


def test_an_image_gets_no_number_and_a_link_around_it_does() -> None:
    addresses: list[str] = []
    assert "![a](https://example.org/a.png)<sup" not in with_numbered_links(
        "![a](https://example.org/a.png)", addresses
    )
    assert addresses == []
    assert with_numbered_links("[![a](b.png)](https://example.org/)", addresses).endswith('<sup class="ref">1</sup>')


def test_a_link_by_reference_is_spelt_out_too() -> None:
    addresses: list[str] = []
    numbered = with_numbered_links("See [the site][s].\n\n[s]: https://example.org/s\n", addresses)
    assert addresses == ["https://example.org/s"]
    assert "[the site][s]" in numbered
    assert '<sup class="ref">1</sup>' in numbered


@steady
@given(
    st.lists(st.sampled_from(["[a](https://example.org/a)", "[b](b.md)", "`[c](https://example.org/c)`", "\n", "x"]))
)
def test_numbering_adds_and_takes_nothing_away(pieces: list[str]) -> None:
    body = " ".join(pieces)
    addresses: list[str] = []
    numbered = with_numbered_links(body, addresses)
    assert numbered.replace('{ .noted }<sup class="ref">1</sup>', "") == body
    assert len(addresses) == len(set(addresses)) <= 1


def test_boxes_and_lines_to_write_on() -> None:
    assert with_room_to_write("- [ ] one\n* [x] two\n  - [X] three\n") == (
        '- <span class="box"></span> one\n* <span class="box"></span> two\n  - <span class="box"></span> three\n'
    )
    ruled = with_room_to_write("[lines: 3]\n")
    assert ruled.count('<span class="rule"></span>') == 3
    assert with_room_to_write("[lines: 99]").count('<span class="rule"></span>') == 30
    assert with_room_to_write("See [lines: 3] here") == "See [lines: 3] here"


def test_in_code_boxes_and_lines_stay_as_they_are_written() -> None:
    code = "```\n- [ ] one\n[lines: 3]\n```\n"
    assert with_room_to_write(code) == code


# The sheet


def test_a_sheet_holds_the_kit_and_its_parts_in_order(tmp_path: Path) -> None:
    tree = staged(collection(tmp_path), Edition.PRINT)
    assert body_at(tree, SHEET).strip() == "Intro."
    pieces = pieces_at(tree, SHEET)
    assert [(name, part["title"]) for name, part in pieces.items()] == [
        ("notes-b", "Notes"),
        ("activity-a", "Activity"),
    ]
    assert pieces["notes-b"]["body"] == "Only in English too."
    activity = pieces["activity-a"]
    assert activity["part"] == "activity"
    assert '<span class="box"></span> Ready' in activity["body"]
    assert activity["body"].count('<span class="rule"></span>') == 3
    front = front_at(tree, SHEET)
    assert front["fp"]["newest"] == "https://fingerpost.example/toolkits/kit/"
    assert front["fp"]["edition"] == "Edition of 21 November 2026"


def test_on_paper_links_are_web_addresses_in_the_reader_s_language(tmp_path: Path) -> None:
    link = "[a](../../guides/one/index.en.md#x) [b](../../pages/about.en.md) [c](../../guides/secret/index.en.md)\n"
    kit = toolkit([], link, title="Linked")
    more = {
        "docs/toolkits/linked/index.en.md": kit,
        "docs/toolkits/linked/index.cy.md": welsh(kit, link),
        "docs/guides/secret/index.en.md": guide(made_by="co-produced"),
    }
    tree = staged(collection(tmp_path, **more), Edition.PRINT)
    base = "https://fingerpost.example/"
    for language, prefix in (("en", ""), ("cy", "cy/")):
        fp = front_at(tree, f"{language}/toolkits/linked/index.md")["fp"]
        assert fp["addresses"] == [
            f"{base}{prefix}guides/one/",
            f"{base}{prefix}about.html",
            f"{base}{prefix}not-here.html",
        ]


def test_there_is_a_sheet_only_in_languages_that_have_the_words(tmp_path: Path) -> None:
    more = {"docs/toolkits/english/index.en.md": toolkit([], "Words.\n", title="English only")}
    tree = staged(collection(tmp_path, **more), Edition.PRINT)
    sheets = sorted(path for path in tree.files if path.endswith("/index.md") and "toolkits" in path)
    assert sheets == ["cy/toolkits/kit/index.md", "en/toolkits/english/index.md", "en/toolkits/kit/index.md"]
    assert {"en/index.md", "cy/index.md"} <= set(tree.files)


def test_a_part_that_is_not_translated_says_so_on_paper_too(tmp_path: Path) -> None:
    notes = pieces_at(staged(collection(tmp_path), Edition.PRINT), "cy/toolkits/kit/index.md")["notes-b"]
    assert notes["lang"] == "en"
    assert words()["cy"]("state-not-translated", here="Cymraeg", there="Saesneg") in notes["facts"]
    assert notes["body"] == "Only in English too."


# Facts in words


@pytest.mark.parametrize(
    ("edtf", "english", "in_welsh"),
    [
        ("1986", "1986", "1986"),
        ("1986~", "about 1986", words()["cy"]("date-about", year="1986")),
        ("1986?", "perhaps 1986", words()["cy"]("date-perhaps", year="1986")),
        ("1986%", "perhaps 1986", words()["cy"]("date-perhaps", year="1986")),
        ("198X", "1980s", words()["cy"]("date-decade", decade="1980")),
        ("2019-07", "July 2019", "Gorffennaf 2019"),
        ("2019-07-04", "4 July 2019", "4 Gorffennaf 2019"),
        ("2019-13", "2019-13", "2019-13"),
        ("soon", "soon", "soon"),
        (None, "no date", words()["cy"]("date-none")),
    ],
)
def test_a_work_s_date_is_said_in_words(edtf: str | None, english: str, in_welsh: str) -> None:
    assert work_date(edtf, words()["en"]) == english
    assert work_date(edtf, words()["cy"]) == in_welsh


def test_times_are_said_in_words() -> None:
    say = words()["en"]
    assert [duration(minutes, say) for minutes in (1, 59, 60, 61, 150)] == [
        "1 minute",
        "59 minutes",
        "1 hour",
        "1 hour 1 minute",
        "2 hours 30 minutes",
    ]
    assert [reading_minutes("word " * count) for count in (0, 1, 200, 1000)] == [1, 1, 1, 5]


def test_facts_that_are_due_are_said_on_paper(tmp_path: Path) -> None:
    kit = toolkit([], title="Due", review_by=MADE.date() - timedelta(1))
    tree = staged(collection(tmp_path, **{"docs/toolkits/due/index.en.md": kit}), Edition.PRINT)
    assert len(front_at(tree, "en/toolkits/due/index.md")["fp"]["states"]) == 1


# Easy Read

EASY = """![A leaf](leaf.svg)

Plants need water:

- [ ] Yes

[lines: 1]

![A sun](sun.svg)

And light.

## More

No picture here.
"""


def test_each_picture_of_easy_read_has_its_words_beside_it_and_a_heading_ends_them() -> None:
    html = markdown.markdown(with_words_beside_pictures(EASY), extensions=["md_in_html"])
    first, second, rest = re.split(r"</div>", html)
    assert first.count('<div class="idea">') == second.count('<div class="idea">') == 1
    assert "leaf.svg" in first
    assert "Plants need water" in first
    assert "[lines: 1]" in first
    assert "sun.svg" in second
    assert "And light." in second
    assert "More</h2>" in rest
    assert "No picture here." in rest


@pytest.mark.parametrize(
    "body", ["Words.\n", "Words ![a](b.svg) around.\n", "<div>\n\n![a](b.svg)\n\n</div>\n", "", "## Heading\n"]
)
def test_easy_read_without_a_picture_alone_on_its_line_stays_as_it_is(body: str) -> None:
    assert with_words_beside_pictures(body) == body


def test_easy_read_is_printed_by_itself(tmp_path: Path) -> None:
    easy = page({"title": "The kit, easy"}, "![A leaf](leaf.svg)\n\nPlants need water.\n\n[lines: 2]\n")
    kit = "docs/toolkits/kit"
    tree = staged(
        collection(tmp_path, **{f"{kit}/easy.en.md": easy, f"{kit}/leaf.svg": "<svg/>"}),
        Edition.PRINT,
    )
    assert "easy" not in pieces_at(tree, SHEET)
    sheet = "en/toolkits/kit/easy.md"
    assert front_at(tree, sheet)["title"] == "The kit, easy"
    assert front_at(tree, sheet)["fp"]["kind"] == words()["en"]("easy-read")
    assert '<div class="idea" markdown="1">\n\n![A leaf](leaf.svg)' in body_at(tree, sheet)
    assert body_at(tree, sheet).count('class="rule"') == 2
    assert "cy/toolkits/kit/easy.md" not in tree.files  # nobody has put it in easy Welsh
    assert "en/toolkits/kit/leaf.svg" in tree.files


def test_a_box_leaves_the_code_after_it_alone() -> None:
    assert with_room_to_write("- [ ] `check` finds nothing") == '- <span class="box"></span> `check` finds nothing'
