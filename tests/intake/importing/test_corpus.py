"""Every heading, list item, cell, link, note and picture of the corpus is in the result, or in the list of the rest."""

import re
from functools import cache
from pathlib import Path

import pytest
from fingerpost.intake.importing import Choices, Document, read_document

from tests.helpers import CHECKOUT
from tests.intake.importing.counting import WORD, Counted, Page, counted, flat, rendered

CORPUS = CHECKOUT / "tests/fixtures/documents"
FILES = sorted(file.name for ending in ("docx", "odt", "html", "md") for file in CORPUS.glob(f"*.{ending}"))
PLANTED = re.compile(r"Planted|Examplename|planted-|C:/Users")
# What a table of contents, a form, a list of links around the page and such hold is not to be in the result.
PAGE_LEAVES = {"Home", "About", "us", "A", "film", "Your", "name", "Send"}


@cache
def imported(name: str) -> Document:
    return read_document(CORPUS / name, Choices("accept", "drop"), ("en", "cy"), "", lambda _: "picture")


@cache
def result(name: str) -> Counted:
    return Page(rendered(imported(name).body)).found


def said(document: Document) -> str:
    return "\n".join(f"{one.what} ({one.where})" for one in document.left)


def test_the_corpus_is_large_enough() -> None:
    assert len(FILES) >= 20


def source(name: str) -> Counted:
    if name.endswith((".docx", ".odt")):
        return counted(CORPUS / name)
    raw = (CORPUS / name).read_bytes()
    text = raw.decode("windows-1252" if b"windows-1252" in raw else "utf-8")
    # Read by Python-Markdown: the converter reads it by other code.
    return Page(text if name.endswith(".html") else rendered(text.partition("\n---\n")[2] or text)).found


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith((".docx", ".odt"))])
def test_everything_is_accounted_for(name: str) -> None:
    document, before, after = imported(name), source(name), result(name)
    left = said(document)
    for heading in before.headings:
        assert heading in [*after.headings, document.title], heading
    for item in before.items:
        if item not in after.items:
            in_note_or_cell = "A list in a footnote" in left or "A cell with more than one" in left
            assert in_note_or_cell or item == "With a second paragraph in it.", item
            assert set(WORD.findall(item)) <= set(after.words), item
    for cell in before.cells:
        words = WORD.findall(cell)
        boxed = "A box around words" in left and set(words) <= set(after.words)
        assert boxed or any(set(words) <= set(WORD.findall(shown)) for shown in after.cells), cell
    for text, target in before.links:
        kept = [address for shown, address in after.links if shown == text]
        assert kept or f"at '{text}'" in left, (text, target)
        assert target.startswith("#") or not kept or target in kept, (text, target)
    lost = left.count("picture that is not") + left.count("can't show") + left.count("kept elsewhere")
    assert after.pictures + lost == before.pictures
    assert after.notes == before.notes


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith((".docx", ".odt"))])
def test_every_word_is_there_once_and_no_other(name: str) -> None:
    """Counted both ways, so that nothing is lost, doubled or made up."""
    after = result(name).words.copy()
    after.update(WORD.findall(flat(imported(name).title)))
    assert after == source(name).words


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith((".html", ".md"))])
def test_pages_and_markdown_are_accounted_for(name: str) -> None:
    document, before, after = imported(name), source(name), result(name)
    left = said(document)
    for heading in before.headings:
        assert heading in [*after.headings, document.title], heading
    for item in before.items:
        assert item.removeprefix("[ ] ").removeprefix("[x] ") in [one.lstrip("[ x]") for one in after.items] or (
            "A list of links to other pages" in left and item in ("Home", "About us")
        ), item
    for cell in before.cells:
        assert cell in after.cells, cell
    for words, target in before.links:
        kept = any(text == words for text, _ in after.links)
        nav = "A list of links to other pages" in left and target in ("/", "/about")
        assert kept or nav or f"at '{words}'" in left, (words, target)
    assert after.pictures + left.count("A picture that is not in the file") == before.pictures
    missing = before.words - after.words
    for word in WORD.findall(flat(document.title)):
        missing.pop(word, None)
    assert set(missing) <= (PAGE_LEAVES | {"nothing"} if name == "page.html" else {"http", "https", "script"})


@pytest.mark.parametrize("name", FILES)
def test_nobody_is_named_and_nothing_hidden_comes_out(name: str) -> None:
    document = imported(name)
    assert not PLANTED.search(document.body + document.title + said(document))
    for picture in document.pictures.values():
        assert b"Examplename" not in picture


@pytest.mark.parametrize("name", FILES)
def test_the_markdown_is_the_house_s(name: str) -> None:
    document = imported(name)
    body = re.sub(r"```.*?```", "", document.body, flags=re.DOTALL)
    assert not re.search(r"<(?!!-- -->|https?://)[a-z/!]", body), "HTML"
    levels = [len(found) for found in re.findall(r"^(#+) ", body, re.MULTILINE)]
    assert all(2 <= level <= 6 for level in levels)
    assert all(after <= before + 1 for before, after in zip([1, *levels], levels, strict=False))
    page = rendered(document.body)
    ids = set(re.findall(r'id="([^"]+)"', page))
    assert {target[1:] for _, target in Page(page).found.links if target.startswith("#")} <= ids


WHAT_IS_LEFT = {
    "everything.docx": (
        "Hidden words", "A chart", "A diagram", "An embedded file", "A text box", "A field (PAGE)", "Colour",
        "A table of contents", "style author", "foot of each page", "head of each page", "left out a level",
        "An equation", "Underlining", "A link to a file", "counted by letters", "Merged cells",
    ),
    "boxes.docx": ("Hidden words", "A text box", "A field (DATE)", "Colour", "A table of contents", "foot of each"),
    "boxes.odt": ("Hidden words", "A text box", "A field (date)", "Colour", "A table of contents", "foot of each"),
    "tables.docx": ("Merged cells", "more than one paragraph", "A box around words"),
    "tables.odt": ("Merged cells", "more than one paragraph", "A box around words", "A table in a cell"),
    "footnotes.docx": ("A list in a footnote",),
    "lists.docx": ("A list that begins at 3", "A list that begins at 5", "counted by letters"),
    "lists.odt": ("A list that begins at 3", "counted by letters"),
    "minutes.odt": ("Underlining",),
    "page.html": (
        "A script", "A list of links", "Colour", "Another page", "A film", "A form", "A picture that is not",
        "left out a level", "A link to a file",
    ),
    "notes.md": ("Facts at the top of the file: author, tags", "'<span>'", "'<script>'"),
    "plain.md": ("to a place that is no heading", "A picture that is not in the file"),
}  # fmt: skip


@pytest.mark.parametrize("name", WHAT_IS_LEFT)
def test_what_is_left_is_named(name: str) -> None:
    for what in WHAT_IS_LEFT[name]:
        assert what in said(imported(name))


@pytest.mark.parametrize("name", ["minutes.docx", "minutes.odt", "welsh.docx", "pictures.docx", "from-word.html"])
def test_of_a_plain_document_little_is_left(name: str) -> None:
    assert {str(one.what) for one in imported(name).left} <= {"Underlining", "Colour, which may have meant something"}


def test_the_language_of_each_is_recognised() -> None:
    assert {name: imported(name).language for name in FILES if imported(name).language != "en"} == {
        "welsh.docx": "cy",
        "welsh.odt": "cy",
    }


def test_pictures_beside_a_page_are_taken_from_there_and_from_nowhere_else(tmp_path: Path) -> None:
    outside = tmp_path / "outside.png"
    outside.write_bytes((CORPUS / "sign.png").read_bytes())
    (tmp_path / "in").mkdir()
    page = tmp_path / "in" / "page.html"
    images = '<img src="../outside.png" alt="a"><img src="linked.png" alt="b"><img src="//example.org/x.png" alt="c">'
    page.write_text(f"<h1>Title</h1><p>This is what we have of it, and the rest is with you.</p>{images}", "utf-8")
    (tmp_path / "in" / "linked.png").symlink_to(outside)
    document = read_document(page, Choices(), ("en", "cy"), "en", lambda _: "picture")
    assert document.pictures == {}
    assert said(document).count("A picture that is not in the file") == 3
