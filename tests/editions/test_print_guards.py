"""What nobody would see at once: small letters, edges, blank pages, tags. And that each of these guards trips."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
import segno
from fingerpost.editions.print.draw import PageProblem
from fingerpost.stage import BY_NAME

from tests.conftest import CHECKOUT
from tests.editions.test_print_bad_input import drawn
from tests.looking.paper import faults_of_file, letters_on, tags_of, words_in_source, words_in_tags
from tests.looking.print_faults import (
    WELSH,
    Margins,
    complaints_of_qpdf,
    faults_of_catalogue,
    faults_of_tags,
    margins_of,
    over_the_margins,
    pages_without_words,
    smaller_than,
)

PAPER = CHECKOUT / "overrides/paper"
SCALE = 4  # pixels to the point
TAGGED = [variant for variant in BY_NAME.values() if not variant.folded]
needs_qpdf = pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not installed")
needs_poppler = pytest.mark.skipif(not shutil.which("pdfinfo"), reason="poppler-utils is not installed")


def files(built: Path, *variants: str) -> list[tuple[Path, str]]:
    rows = json.loads((built / "dist/print/prints.json").read_text("utf-8"))["prints"]
    found = [(built / "dist/print" / row["name"], row["variant"]) for row in rows]
    return [one for one in found if not variants or one[1] in variants]


@needs_qpdf
def test_qpdf_complains_of_none(built: Path) -> None:
    assert complaints_of_qpdf((file for file, _ in files(built)), shutil.which("qpdf") or "") == {}


@needs_poppler
def test_poppler_complains_of_none(built: Path) -> None:
    said: dict[str, str] = {}
    for file, _ in files(built):
        done = subprocess.run(["pdfinfo", "-struct", str(file)], capture_output=True, text=True, check=True)
        said |= {file.name: done.stderr} if done.stderr else {}
    assert said == {}


def test_each_says_its_language_and_its_title(built: Path) -> None:
    wrong = {file.name: faults for file, _ in files(built) if (faults := faults_of_catalogue(file, file.parent.name))}
    assert wrong == {}


@pytest.mark.parametrize("variant", [one.name for one in TAGGED])
def test_all_is_tagged_or_an_artifact_and_tags_are_whole(variant: str, built: Path) -> None:
    wrong = {file.name: faults for file, _ in files(built, variant) if (faults := faults_of_tags(file))}
    assert wrong == {}


@pytest.mark.parametrize("variant", [one.name for one in TAGGED])
def test_nothing_stands_outside_the_margins_of_its_variant(variant: str, built: Path) -> None:
    margins = margins_of(PAPER / BY_NAME[variant].style)
    assert min(margins.top, margins.side, margins.foot) >= 10
    wrong = {file.name: over for file, _ in files(built, variant) if (over := over_the_margins(file, margins))}
    assert wrong == {}


def modules_of(pdf: Path, address: str) -> tuple[list[list[bool]], list[list[bool]]]:
    """Return which modules of the QR code on the first page are dark, as it is drawn and as they should be."""
    wanted = [[bool(module) for module in row] for row in segno.make(address, error="m").matrix]
    with pypdfium2.PdfDocument(pdf) as document, pikepdf.open(pdf) as tags:
        left, _, right, top = (SCALE * float(side) for side in element(tags, "/Figure").A.BBox)
        picture = document[0].render(scale=SCALE, grayscale=True).to_pil()
        step = (right - left) / len(wanted)
        middles = [(number + 0.5) * step for number in range(len(wanted))]
        return [
            [picture.getpixel((left + x, picture.height - top + y)) < 128 for x in middles] for y in middles
        ], wanted


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_qr_code_on_the_first_page_is_that_of_the_address_beside_it(language: str, built: Path) -> None:
    pdf = built / f"dist/print/{language}/guide-setting-limits.a4.pdf"
    address = f"https://fingerpost.example/{'cy/' if language == 'cy' else ''}guides/setting-limits/"
    drawn_there, wanted = modules_of(pdf, address)
    assert drawn_there == wanted
    drawn_there, wanted = modules_of(pdf, address.replace("limits", "limity"))
    assert drawn_there != wanted


@pytest.mark.parametrize("style", ["a4", "large", "a5", "easy", "handouts"])
def test_every_welsh_letter_is_in_our_typeface_and_can_be_copied(style: str, tmp_path: Path) -> None:
    pdf = drawn(tmp_path, f"<p>{WELSH}</p><p><strong>{WELSH}</strong></p>", style)
    assert "".join(one.text for one in letters_on(pdf)).count(WELSH) == 2
    assert faults_of_file(pdf) == []


# Each guard trips


def changed(pdf: Path, change: Callable[[Any], None]) -> Path:
    """Return a copy of a PDF in which something was changed."""
    copy = pdf.with_name("changed.pdf")
    with pikepdf.open(pdf) as document:
        change(document)
        document.save(copy)
    return copy


def element(document: Any, name: str) -> Any:
    """Return the first structure element of a type."""
    return next(one for one in document.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == name)


@needs_qpdf
def test_qpdf_complains_of_a_pdf_that_was_cut_short(tmp_path: Path) -> None:
    pdf = drawn(tmp_path, "<p>Words.</p>")
    assert complaints_of_qpdf([pdf], shutil.which("qpdf") or "") == {}
    pdf.write_bytes(pdf.read_bytes()[:-200])
    assert list(complaints_of_qpdf([pdf], shutil.which("qpdf") or "")) == [pdf.name]


def test_a_letter_that_is_too_small_is_found(tmp_path: Path) -> None:
    pdf = drawn(tmp_path, '<p>Large.</p><p style="font-size: 11.9pt">i</p>')
    assert smaller_than(letters_on(pdf), 12) == ["page 1: i of 11.9 points"]


def test_a_page_without_words_is_found(tmp_path: Path) -> None:
    pdf = drawn(tmp_path, '<div style="break-before: page; height: 1cm"></div><p style="break-before: page">Words.</p>')
    assert pages_without_words(letters_on(pdf), 3) == {2}


LINE = f"<p>{'Words and more of them. ' * 20}</p>"
BOX = '<div style="border: 1pt solid; height: 230mm"></div>'


@pytest.mark.parametrize(
    ("body", "narrower"),
    [
        (LINE, Margins(15, 23, 21)),
        (LINE, Margins(35, 19, 21)),
        (BOX, Margins(15, 23, 21)),
        (BOX, Margins(35, 19, 21)),
        (BOX, Margins(15, 19, 50)),
    ],
)
def test_what_stands_in_a_margin_is_found(body: str, narrower: Margins, tmp_path: Path) -> None:
    """The page is the same, and the margins that are asked for are larger: what crosses an edge stops the build."""
    pdf = drawn(tmp_path, body)
    assert over_the_margins(pdf, margins_of(PAPER / "a4.css")) == []
    assert over_the_margins(pdf, narrower) != []


@pytest.mark.parametrize("where", ["margin-left: -10mm", "margin-left: 175mm", "margin-top: -40mm"])
def test_what_is_laid_over_an_edge_stops_the_pdf(where: str, tmp_path: Path) -> None:
    with pytest.raises(PageProblem, match="“i” reaches over the edge of what can be printed"):
        drawn(tmp_path, f'<p style="{where}; white-space: nowrap">i</p>')


FAULTS = {
    "a heading H4 after one of level 1": "<h4>Deep</h4>",
    "a cell that no heading of its table belongs to": "<table><tr><td>1</td><td>2</td></tr></table>",
    "Link holds nothing": '<p><a class="noted" href="https://example.org/"></a></p>',
}


def test_the_rows_of_a_card_are_items_of_one_list(tmp_path: Path) -> None:
    card = "<dl><div><dt>Time</dt><dd>1 hour</dd></div><div><dt>Cost</dt><dd>Nothing</dd></div></dl>"
    names = [tag.name for tag in tags_of(drawn(tmp_path, card)) if tag.name in ("L", "LI", "Div")]
    assert names == ["L", "LI", "LI", "LI", "LI"]


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_wrong_in_a_page_is_found_in_its_tags(fault: str, tmp_path: Path) -> None:
    assert faults_of_tags(drawn(tmp_path, FAULTS[fault]))[:1] == [fault]


def lose_tags(document: Any) -> None:
    del document.Root.StructTreeRoot


def lose_words_of_picture(document: Any) -> None:
    del element(document, "/Figure").Alt


def lose_association(document: Any) -> None:
    element(document, "/TD").A.Headers = pikepdf.Array([pikepdf.String("nowhere")])


def lose_heading(document: Any) -> None:
    element(document, "/H1").K = pikepdf.Array()


CHANGES = {
    "it is not tagged": lose_tags,
    "a picture without words": lose_words_of_picture,
    "a cell that no heading of its table belongs to": lose_association,
    "H1 holds nothing": lose_heading,
}


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sound")
    (folder / "dot.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9"><path d="M1 1h7v7z"/></svg>'
    )
    table = "<table><thead><tr><th>Day</th></tr></thead><tbody><tr><td>Monday</td></tr></tbody></table>"
    return drawn(folder, f'<p><img src="dot.svg" alt="A dot"></p>{table}')


@pytest.mark.parametrize("fault", CHANGES)
def test_what_tags_have_lost_is_found(fault: str, sound: Path) -> None:
    assert faults_of_tags(sound) == []
    assert fault in faults_of_tags(changed(sound, CHANGES[fault]))


@pytest.mark.parametrize(
    ("key", "fault"),
    [
        ("/Lang", "its language is not said"),
        ("/Metadata", "its title is not said, or twice and not alike"),
        ("/ViewerPreferences", "its file name is shown and not its title"),
    ],
)
def test_what_a_pdf_does_not_say_of_itself_is_found(key: str, fault: str, sound: Path) -> None:
    def lose(document: Any) -> None:
        del document.Root[key]

    assert faults_of_catalogue(sound, "en") == []
    assert faults_of_catalogue(sound, "cy") == ["its language is not said"]
    assert faults_of_catalogue(changed(sound, lose), "en") == [fault]


def test_what_is_neither_tagged_nor_an_artifact_is_found(sound: Path) -> None:
    def write_beside_the_tags(document: Any) -> None:
        document.pages[0].contents_add(b"BT /F1 12 Tf (x) Tj ET")

    assert faults_of_tags(changed(sound, write_beside_the_tags)) == ["page 1: words neither tagged nor an artifact"]


def test_a_tag_that_leads_nowhere_is_found(sound: Path) -> None:
    def cut_the_tree(document: Any) -> None:
        element(document, "/Document").K = pikepdf.Array(list(element(document, "/Document").K)[:1])

    assert "page 1: a tag that the tree does not have" in faults_of_tags(changed(sound, cut_the_tree))


@needs_poppler
def test_tags_in_another_order_than_the_source_are_found(tmp_path: Path) -> None:
    pdf, pdfinfo = drawn(tmp_path, "<p>First.</p><p>Then.</p>"), shutil.which("pdfinfo") or ""
    assert words_in_source(tmp_path / "index.html") == "x" + words_in_tags(pdf, pdfinfo) == "xxFirstThen"  # its title

    def turn_round(document: Any) -> None:
        whole = element(document, "/Document")
        whole.K = pikepdf.Array(reversed(list(whole.K)))

    assert words_in_tags(changed(pdf, turn_round), pdfinfo) == "ThenFirstx"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('<p style="colour: red">Words.</p>', "Ignored `colour: red`"),  # a warning
        ('<p><a href="#nowhere">Words</a></p>', "No anchor #nowhere"),  # an error
        ('<p><img src="data:image/png;base64,AAAA" alt="x"></p>', "Failed to load image"),
        ('<p><img src="dot.svg"></p>', "no required alt description"),  # said only while the tags are written
    ],
)
def test_what_weasyprint_warns_of_stops_the_pdf_and_leaves_none(body: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "dot.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>', "utf-8")
    with pytest.raises(PageProblem, match=said):
        drawn(tmp_path, body)
    assert not [file for file in tmp_path.iterdir() if file.suffix in (".pdf", ".part")]
