"""What is hard to print: it is right on the page all the same, or the build says which resource and what to do."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from fingerpost.editions.print.draw import Layout, PageProblem, draw
from PIL import Image

from tests.conftest import CHECKOUT
from tests.looking.paper import MILLIMETRE, letters_on, sizes_of_pages, tags_of

HEAD = "".join(f"<th>Column {number}</th>" for number in range(20))
ROW = "".join(f"<td>Cell {number}</td>" for number in range(20))
HARD = {
    "a table 20 columns wide": f"<table><thead><tr>{HEAD}</tr></thead><tbody><tr>{ROW}</tr></tbody></table>",
    "a word of 300 letters": f"<p>{'w' * 300}</p>",
    "lines of 200 letters in code": f"<pre><code>{('x' * 200 + chr(10)) * 5}</code></pre>",
    "400 links": "".join(f'<p><a href="https://example.org/{n}">Link</a></p>' for n in range(400)),
    "a large picture": '<p><img src="large.png" alt="Large"></p>',
}


def drawn(folder: Path, body: str, style: str = "a4", columns: int = 6) -> Path:
    for file in (CHECKOUT / "overrides/paper").iterdir():
        (folder / "paper").mkdir(exist_ok=True)
        (folder / "paper" / file.name).write_bytes(file.read_bytes())
    page = folder / "index.html"
    page.write_text(
        f'<!doctype html><html lang="en"><title>x</title><body class="paper"><h1>x</h1>{body}</body></html>', "utf-8"
    )
    layout = Layout(f"paper/{style}.css", columns)
    made = datetime(2026, 11, 21, tzinfo=UTC)
    draw(page, folder / "out.pdf", allowed=folder, address="https://fingerpost.example/", made=made, layout=layout)
    return folder / "out.pdf"


@pytest.mark.parametrize("style", ["a4", "large", "a5"])
@pytest.mark.parametrize("what", HARD)
def test_it_stays_within_the_margins(what: str, style: str, tmp_path: Path) -> None:
    Image.new("1", (12_000, 3_000)).save(tmp_path / "large.png")
    pdf = drawn(tmp_path, HARD[what], style)
    sizes = sizes_of_pages(pdf)
    for one in letters_on(pdf):
        assert one.left > 10 * MILLIMETRE
        assert one.right < sizes[one.page - 1][0] - 10 * MILLIMETRE
    assert pdf.stat().st_size < 1_000_000


def test_what_the_drawer_puts_over_the_upper_edge_is_named(tmp_path: Path) -> None:
    """WeasyPrint 70 does so with a grid in which a page ends."""
    grid = "<div style='display: grid; margin-top: -12mm'><p>Lost words</p></div>"
    with pytest.raises(PageProblem, match="on page 1, “Lost words” reaches over the edge"):
        drawn(tmp_path, f"<style>h1 {{display: none}}</style>{grid}")


def test_each_cell_of_a_wide_table_stands_behind_its_heading(tmp_path: Path) -> None:
    pdf = drawn(tmp_path, HARD["a table 20 columns wide"])
    text = "".join(one.text for one in letters_on(pdf))
    assert "Column7:Cell7" in text
    assert "TD" not in {tag.name for tag in tags_of(pdf)}


def test_a_heading_does_not_stand_alone_at_the_foot_of_a_page(tmp_path: Path) -> None:
    for lines in range(28, 40):
        pdf = drawn(tmp_path, "<p>Words.</p>" * lines + "<h2>Q</h2><p>K</p>")
        page = {one.text: one.page for one in letters_on(pdf) if one.text in "QK"}
        assert page["Q"] == page["K"]


def test_a_letter_that_no_typeface_has_is_named_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(PageProblem, match=r"no typeface on this computer has the letter .* \(U\+10FFFD\)"):
        drawn(tmp_path, "<p>\U0010fffd</p>")
