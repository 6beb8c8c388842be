"""What is lost on paper, and what is not."""

import struct
import zlib
from pathlib import Path

import pytest

from tests.checks.samples import GUIDE, base, check, with_body, write

LONG = "https://example.org/news/2026/11/21/what-we-learned-from-a-year-of-plants"
WORD = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"


def found(root: Path, body: str, id: str) -> list[int]:
    """Return the lines of the body where one check finds something in the good guide with another body."""
    source = with_body(f"{body}\n")
    write(base(root), GUIDE, source)
    above = source.split(body)[0].count("\n")
    return [problem.line - above for problem in check(root).problems if problem.id == id and problem.path == GUIDE]


@pytest.mark.parametrize(
    "body",
    [
        "[Call us](tel:111)",
        "[Ffoniwch ni](tel:01632%20960123)",
        "[Text us](sms:111)",
        '<a href="tel:111">Call us</a>',
        LONG,
        f"<{LONG}>",
        f"[{LONG}](https://example.org/)",
        f"- {LONG}.",
        '<a href="https://example.org/"><img src="leaf.svg" alt=""></a>',
    ],
)
def test_links_that_are_lost_on_paper_are_found(body: str, tmp_path: Path) -> None:
    assert found(tmp_path, body, "FP701") == [1]


@pytest.mark.parametrize(
    "body",
    [
        "[Call 111](tel:111)",
        "[01632 960123](tel:+441632960123)",
        "[Ring **01632 960 123**](tel:01632960123)",
        '<a href="tel:111">Call <b>111</b></a>',
        "[Call us](https://example.org/call)",
        f"[What we learned]({LONG})",
        f"[What we learned][1]\n\n[1]: {LONG}",
        f'<a href="{LONG}">What we learned</a>',
        f"`{LONG}`",
        f"<!-- {LONG} -->",
        "See https://example.org/news/2026.",
        "[below](#water)\n\n## Water",
        '<a href="https://example.org/"><img src="leaf.svg" alt="Example"></a>',
        '<a href="https://example.org/"><img src="leaf.svg" alt=""> Example</a>',
        "![A leaf](leaf.svg)",
    ],
)
def test_links_that_paper_keeps_are_left_alone(body: str, tmp_path: Path) -> None:
    assert found(tmp_path, body, "FP701") == []


def row(*cells: str) -> str:
    """Return one line of a table."""
    return f"| {' | '.join(cells)} |\n"


@pytest.mark.parametrize(
    ("table", "wide"),
    [
        (row(*"ABCDE") + "|-|-|-|-|-|\n" + row(*"abcde"), False),
        (row(*"ABCDEF") + "|-|-|-|-|-|-|\n" + row(*"abcdef"), True),
        ("A | B | C | D | E | F\n--- | :-: | --- | --- | --- | ---\na | b | c | d | e | f\n", True),
        (row("A", "B") + "|-|-|\n" + row(WORD, "plant"), False),
        (row("A", "B") + "|-|-|\n" + row(WORD, "supercalifragilisticexpialidocious"), True),
        (row("A", "B") + "|-|-|\n" + row(WORD, "short") + row("short", WORD), True),
        (row("A", "B") + "|-|-|\n" + row("many words " * 40, "more words " * 40), False),
        (row("A", "B") + "|-|-|\n" + row(f"[words]({LONG})", f"[more]({LONG})"), False),
        (row("A", "B") + "|-|-|\n" + row(r"a \| b \| c \| d \| e", "x"), False),
        (f"```\n{row(*'ABCDEF')}|-|-|-|-|-|-|\n```", False),
        ("Words | with | bars | and | no | table", False),
        ("| |\n|-|", False),
        ("|-|\n|-|", False),
        (f"<table><tr>{'<td>x</td>' * 5}</tr></table>", False),
        (f"<table><tr>{'<td>x</td>' * 6}</tr></table>", True),
        (f"<table><tr>{'<th>x</th>' * 3}</tr><tr>{'<td>x</td>' * 3}</tr></table>", False),
    ],
)
def test_tables_are_too_wide_or_not(table: str, wide: bool, tmp_path: Path) -> None:
    assert found(tmp_path, table, "FP702") == ([1] if wide else [])


def test_each_table_is_said_once(tmp_path: Path) -> None:
    line = f"<tr>{'<td>x</td>' * 6}</tr>"
    wide = f"<table>{line * 3}</table>"
    assert len(found(tmp_path, f"{wide}\n\n{wide}", "FP702")) == 2


def png(width: int, height: int = 20) -> bytes:
    """Return a white picture of this many pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    size = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\xff" * -(-width // 8)) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("pixels", "shown", "coarse"),
    [
        (1000, "![A pot](pot.png)", True),
        (1010, "![A pot](pot.png)", False),
        (600, "![A pot](pot.png)", True),
        (180, "![A pot](pot.png)", False),  # printed narrower than 5 cm
        (600, "![A pot](pot.png){ width=380 }", False),
        (600, '![A pot](pot.png){: width="380px" }', False),
        (600, "![A pot](pot.png){ width=500 }", True),
        (600, "![A pot](pot.png){ width=50% }", False),
        (400, "![A pot](pot.png){ width=100% }", True),
        (600, '<img width="380" src="pot.png" alt="A pot">', False),
        (600, '<img src="pot.png" alt="A pot" width="600">', True),
        (600, "[The pot](pot.png)", False),
        (600, "![A pot](../example/pot.png)", True),
    ],
)
def test_pictures_are_too_coarse_or_not(pixels: int, shown: str, coarse: bool, tmp_path: Path) -> None:
    write(base(tmp_path), "docs/guides/example/pot.png", png(pixels))
    assert found(tmp_path, shown, "FP703") == ([1] if coarse else [])


def test_a_picture_that_is_shown_twice_is_said_once(tmp_path: Path) -> None:
    write(base(tmp_path), "docs/guides/example/pot.png", png(600))
    assert found(tmp_path, "![A pot](pot.png)\n\n![A pot](pot.png)", "FP703") == [1]


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n", png(600)[:30], png(90_000, 4_000)[:60], b"\0" * 100])
def test_a_picture_that_cannot_be_read_stops_nothing(content: bytes, tmp_path: Path) -> None:
    write(base(tmp_path), "docs/guides/example/pot.png", content)
    assert found(tmp_path, "![A pot](pot.png)", "FP703") == []
