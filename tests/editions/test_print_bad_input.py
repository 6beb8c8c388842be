"""What is hard to print: it is right on the page all the same, or the build says which resource and what to do."""

import io
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest
from fingerpost.editions.print.draw import DOTS, Layout, PageProblem, draw
from fingerpost.stage import BY_NAME
from PIL import Image

from tests.conftest import CHECKOUT, run_fingerpost
from tests.editions.planted import lay
from tests.helpers import guide
from tests.looking.paper import letters_on, tags_of
from tests.looking.print_faults import faults_of_tags, margins_of, over_the_margins

HEAD = "".join(f"<th>Column {number}</th>" for number in range(20))
ROW = "".join(f"<td>Cell {number}</td>" for number in range(20))
HARD = {
    "a table 20 columns wide": f"<table><thead><tr>{HEAD}</tr></thead><tbody><tr>{ROW}</tr></tbody></table>",
    "a word of 300 letters": f"<p>{'w' * 300}</p>",
    "lines of 200 letters in code": f"<pre><code>{('x' * 200 + chr(10)) * 5}</code></pre>",
    "code as Pygments gives it": f'<div class="highlight"><pre><span></span><code>{"x" * 200}\n</code></pre></div>',
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


@pytest.mark.parametrize("style", ["a4", "large", "a5", "easy", "handouts"])
@pytest.mark.parametrize("what", HARD)
def test_it_stays_within_the_margins_and_nothing_is_lost(what: str, style: str, tmp_path: Path) -> None:
    Image.new("1", (12_000, 3_000)).save(tmp_path / "large.png")
    pdf = drawn(tmp_path, HARD[what], style)
    assert over_the_margins(pdf, margins_of(CHECKOUT / f"overrides/paper/{style}.css")) == []
    assert faults_of_tags(pdf) == []
    assert pdf.stat().st_size < 1_000_000
    text = "".join(one.text for one in letters_on(pdf)).replace("\x02", "")  # PDFium's sign for a word cut in two
    told = {"a word of 300 letters": "w" * 300, "lines of 200 letters in code": "x" * 1000}
    told["code as Pygments gives it"] = "x" * 200
    assert told.get(what, "") in text
    if what == "400 links":
        assert [number for number in range(400) if f"(https://example.org/{number})" not in text] == []


@pytest.mark.parametrize("size", [(12_000, 6_600), (12_000, 40), (40, 12_000)])
def test_a_picture_of_12000_pixels_is_made_as_small_as_paper_shows_it(size: tuple[int, int], tmp_path: Path) -> None:
    Image.new("1", size).save(tmp_path / "large.png")
    pdf = drawn(tmp_path, HARD["a large picture"])
    assert over_the_margins(pdf, margins_of(CHECKOUT / "overrides/paper/a4.css")) == []
    with pikepdf.open(pdf) as document:
        [picture] = (one for one in document.objects if isinstance(one, pikepdf.Stream) and "/Width" in one)
        assert max(int(picture.Width), int(picture.Height)) <= 11.7 * DOTS + 1  # inches: the height of A4


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


@pytest.fixture(scope="module")
def hard(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """A collection in which one guide holds all that is hard to print, and another a script that no typeface has."""
    table = "\n".join(f"|{f' {cell} |' * 20}" for cell in ("Head", "---", "Cell"))
    links = " ".join(f"[a{number}](https://example.org/{number})" for number in range(400))
    code = "\n".join(["```", *["x" * 200] * 5, "```"])
    body = f"{table}\n\n{'w' * 300}\n\n{code}\n\n{links}\n\n![A wide field](field.png)\n"
    picture = io.BytesIO()
    Image.new("1", (12_000, 3_000)).save(picture, "PNG")
    files: dict[str, str | bytes] = {
        "docs/guides/hard/index.en.md": guide(body, title="Hard to print"),
        "docs/guides/hard/field.png": picture.getvalue(),
        "docs/guides/signs/index.en.md": guide("## Signs\n\nA sign: \U00013142.\n", title="Signs"),
    }
    root = lay(tmp_path_factory.mktemp("hard"), files, git=False)
    return root, run_fingerpost("build", "--edition", "print", "--root", str(root))


def test_one_that_cannot_be_printed_does_not_cost_the_others_their_pdfs(
    hard: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    root, done = hard
    assert done.returncode == 1
    told = " ".join(done.stderr.split())
    assert "Some PDFs could not be made; all the others were." in told
    assert (
        "guides/signs (en, a4): no typeface on this computer has the letter \U00013142 (U+13142). Write it in other "
        "letters, or put a typeface that has it into overrides/paper/ and name it in sheet.css."
    ) in told
    assert "Traceback" not in told
    assert told.count("guides/hard") == 0
    names = {file.name for file in (root / "dist/print").rglob("*")}
    assert not [name for name in names if "signs" in name or not name.endswith((".pdf", ".json", "en", "cy"))]
    assert {f"guide-hard.{variant}.pdf" for variant in ("a4", "large", "booklet")} <= names
    assert {"guide-example.a4.pdf", "toolkit-example.handouts.pdf", "question-example.booklet.pdf"} <= names


@pytest.mark.parametrize("variant", ["a4", "large"])
def test_what_is_hard_to_print_is_right_on_paper(
    variant: str, hard: tuple[Path, subprocess.CompletedProcess[str]]
) -> None:
    pdf = hard[0] / f"dist/print/en/guide-hard.{variant}.pdf"
    assert over_the_margins(pdf, margins_of(CHECKOUT / f"overrides/paper/{BY_NAME[variant].style}")) == []
    assert faults_of_tags(pdf) == []
    text = "".join(one.text for one in letters_on(pdf)).replace("\x02", "")
    assert text.count("Head:Cell") == 20
    assert "w" * 300 in text
    assert text.count("x") >= 1000  # the lines go on over a page
    assert [number for number in range(400) if f"[{number + 1}]https://example.org/{number}" not in text] == []
