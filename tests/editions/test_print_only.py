"""Printing a part of a collection: what is bound, what is refused, what one broken page costs, what is drawn again."""

import json
import shutil
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from fingerpost.editions.print.draw import Layout
from fingerpost.editions.print.drawings import Drawing, Kept, _paper, drawer
from fingerpost.editions.print.together import Studio
from fingerpost.stage.pack import SIGNS, code_of

from tests.conftest import CHECKOUT, run_fingerpost
from tests.helpers import MADE, guide, welsh, write
from tests.looking.paper import letters_on

BASE = CHECKOUT / "tests/fixtures/base/docs"
FIRST, SECOND = "guides/example", "guides/second"


def lay(root: Path) -> Path:
    """Make the good collection with a second guide on another topic, and styles of its own to change."""
    shutil.copytree(BASE, root / "docs")
    shutil.copytree(CHECKOUT / "overrides", root / "overrides")
    shutil.copyfile(CHECKOUT / "mkdocs.yml", root / "mkdocs.yml")
    second = guide("Second words.\n\n## A heading\n\nMore.\n", title="A second guide", topics=["ownership"])
    return write(
        root,
        {
            f"docs/{SECOND}/index.en.md": second,
            f"docs/{SECOND}/index.cy.md": welsh(second, "Geiriau eraill.\n\n## Pennawd\n\nMwy.\n", title="Ail ganllaw"),
        },
    )


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = lay(tmp_path_factory.mktemp("only") / "collection")
    made(root, SECOND)
    return root


def made(root: Path, *only: str) -> list[dict[str, Any]]:
    """Print what `only` names, and return the list of what was made."""
    done = run_fingerpost(
        "build", "--edition", "print", "--root", str(root), *(w for one in only for w in ("--only", one))
    )
    assert done.returncode == 0, done.stderr
    rows: list[dict[str, Any]] = json.loads((root / "dist/print/prints.json").read_text("utf-8"))["prints"]
    return rows


def code(*ids: str) -> str:
    """Return a pack's code, its last sign found by trying: the one that makes the weighted sum even."""
    signs = "".join(map(code_of, ids))
    for sign in SIGNS:
        rest = 0
        for one in signs + sign:
            rest = (rest * 3 + SIGNS.index(one)) % len(SIGNS)
        if not rest:
            return "-".join((signs + sign)[at : at + 4] for at in range(0, len(signs) + 1, 4))
    raise AssertionError(ids)


def text_of(root: Path, name: str) -> str:
    return "".join(one.text for one in letters_on(root / "dist/print" / name))


def test_a_topic_is_one_pdf_a_language_with_contents_running_titles_and_page_numbers(root: Path) -> None:
    names = {row["name"] for row in made(root, "topic:ownership")}
    assert names == {f"{code}/topic-ownership.{variant}.pdf" for code in ("en", "cy") for variant in ("a4", "large")}
    english, cymraeg = text_of(root, "en/topic-ownership.a4.pdf"), text_of(root, "cy/topic-ownership.a4.pdf")
    assert "WhatisinitAsecondguide,2" in english
    assert "Asecondguide·Page2of" in english
    assert "CynnwysAilganllaw,2" in cymraeg
    assert "Ailganllaw·Tudalen2o" in cymraeg
    with pikepdf.open(root / "dist/print/cy/topic-ownership.large.pdf") as pdf:
        assert str(pdf.Root.Lang) == "cy"
        assert pdf.Root.MarkInfo.Marked
        titles = [str(item.title) for item in pdf.open_outline().root]
    assert titles == ["Perchnogaeth"]  # and its chapters below it


def test_a_kind_a_pack_by_ids_and_by_its_code(root: Path) -> None:
    assert {row["resource"] for row in made(root, "archive")} == {"archive"}
    by_ids = {row["name"].split("/")[1] for row in made(root, f"{SECOND},{FIRST}")}
    assert by_ids == {
        "pack-" + next(iter(by_ids)).split("-")[1].split(".")[0] + f".{one}.pdf" for one in ("a4", "large")
    }
    text = text_of(root, "en/" + next(name for name in by_ids if "a4" in name))
    made(root, f" {code(SECOND, FIRST).lower()} ")
    again = next((root / "dist/print/en").glob("pack-*.a4.pdf"))
    assert "".join(one.text for one in letters_on(again)) == text


def test_one_resource_gets_its_own_pdfs_by_id_and_by_code(root: Path) -> None:
    for asked in (SECOND, code(SECOND)):
        rows = made(root, asked)
        assert {row["resource"] for row in rows} == {SECOND}
        assert {row["variant"] for row in rows} == {"a4", "large", "booklet", "tilt-and-turn"}


@pytest.mark.parametrize(
    ("only", "says"),
    [
        ("topic:ownershp", "There is no topic 'ownershp'. Did you mean 'ownership'? Topics to choose from: "),
        ("topic:", "There is no topic ''. Topics to choose from: "),
        ("guides/secnd", "There is nothing called 'guides/secnd'. Did you mean 'guides/second'? Give a resource ("),
        ("pages/about", "There is nothing called 'pages/about'"),
        ("../../etc/passwd", "There is nothing called '../../etc/passwd'. Give a resource ("),
        (",", "--only names nothing. Give a resource ("),
        (code(FIRST, SECOND)[:-1] + "2", "There is a slip in the code '"),
        (code(FIRST, "guides/gone"), "1 of the 2 that it names are not here: they were taken back, or"),
    ],
)
def test_what_is_not_there_is_said_in_a_sentence_and_nothing_is_touched(only: str, says: str, root: Path) -> None:
    before = (root / "dist/print/prints.json").read_bytes()
    done = run_fingerpost("build", "--edition", "print", "--root", str(root), "--only", only)
    assert done.returncode == 2
    assert says in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    assert (root / "dist/print/prints.json").read_bytes() == before


def test_only_goes_with_print(root: Path) -> None:
    done = run_fingerpost("build", "--root", str(root), "--only", SECOND)
    assert done.returncode == 2
    assert "--only chooses what is printed: give --edition print with it." in done.stderr


def test_one_broken_page_costs_the_others_nothing_and_ends_in_1(tmp_path: Path) -> None:
    root = lay(tmp_path)
    file = root / f"docs/{SECOND}/index.en.md"
    file.write_text(file.read_text("utf-8").replace("Second words.", "Second words: \U0010fffd."), "utf-8")
    done = run_fingerpost("build", "--edition", "print", "--root", str(root))
    assert done.returncode == 1
    assert "Some PDFs could not be made; all the others were." in done.stderr
    assert f"{SECOND} (en, a4): no typeface on this computer has the letter" in done.stderr
    assert "Traceback" not in done.stderr
    folder = root / "dist/print"
    assert not list(folder.glob("en/guide-second.*"))
    assert not list(folder.glob("*/guide-second.tilt-and-turn.pdf"))  # half of it would be missing
    assert (folder / "cy/guide-second.a4.pdf").is_file()
    assert (folder / "en/guide-example.a4.pdf").is_file()


# What is kept, and what is drawn again


def drawn(root: Path) -> dict[str, int]:
    """Return what is kept from the last print, with the moment at which each was drawn."""
    return {file.name: file.stat().st_mtime_ns for file in (root / "build/print/kept").glob("*.pdf")}


def new_in(root: Path, before: dict[str, int]) -> set[str]:
    return {name for name, at in drawn(root).items() if before.get(name) != at}


def test_only_what_changed_is_drawn_again(tmp_path: Path) -> None:
    root = lay(tmp_path)
    made(root)
    first = drawn(root)
    bytes_before = {file: file.read_bytes() for file in (root / "dist/print").rglob("*.pdf")}

    made(root)
    assert new_in(root, first) == set()
    assert {file: file.read_bytes() for file in (root / "dist/print").rglob("*.pdf")} == bytes_before

    file = root / f"docs/{SECOND}/index.en.md"
    file.write_text(file.read_text("utf-8").replace("More.", "More, and more."), "utf-8")
    rows = made(root)
    changed = {
        row["name"]
        for row in rows
        if (root / "dist/print" / row["name"]).read_bytes() != bytes_before[root / "dist/print" / row["name"]]
    }
    # The Welsh says on its first page that the original has changed, so its copies are new too.
    assert {row["resource"] for row in rows if row["name"] in changed} == {SECOND}
    second = drawn(root)
    assert len(new_in(root, first)) < len(second) / 2

    style = root / "overrides/paper/sheet.css"
    style.write_text(style.read_text("utf-8") + "\nh1 { letter-spacing: 0.1mm }\n", "utf-8")
    made(root)
    assert new_in(root, second) == set(drawn(root))


def test_what_is_bound_is_drawn_again_when_one_of_its_chapters_changes(tmp_path: Path) -> None:
    root = lay(tmp_path)
    made(root, "guides")
    before = (root / "dist/print/en/guides.a4.pdf").read_bytes()
    made(root, "guides")
    assert (root / "dist/print/en/guides.a4.pdf").read_bytes() == before
    file = root / f"docs/{SECOND}/index.en.md"
    file.write_text(file.read_text("utf-8").replace("More.", "Marigolds."), "utf-8")
    made(root, "guides")
    assert "Marigolds." in text_of(root, "en/guides.a4.pdf")


def drawings(site: Path) -> list[Drawing]:
    """Write some pages and return a drawing of each."""
    (site / "paper").mkdir(parents=True)
    for file in (CHECKOUT / "overrides/paper").iterdir():
        shutil.copyfile(file, site / "paper" / file.name)
    pages = []
    for number in range(4):
        page = site / f"{number}" / "index.html"
        page.parent.mkdir()
        page.write_text(f'<!doctype html><html lang="en"><title>x</title><h1>Page {number}</h1></html>', "utf-8")
        pages.append(Drawing(page, Layout("paper/a4.css"), f"page {number}"))
    return pages


def test_several_processes_draw_the_same_bytes_as_one(tmp_path: Path) -> None:
    wanted = drawings(tmp_path / "site")
    files = {}
    for cores in (1, 2):
        kept = Kept(tmp_path / str(cores), tmp_path / "site")
        kept.folder.mkdir()
        studio = Studio(kept, "https://fingerpost.example/", MADE, lambda _done, _of: None, cores=cores)
        found = studio.draw_all(wanted)
        files[cores] = {one.name: path.read_bytes() for one, path in found.items() if isinstance(path, Path)}
        assert len(files[cores]) == len(wanted)
    assert files[1] == files[2]


def test_a_key_tells_pages_styles_pictures_layouts_and_drawers_apart(tmp_path: Path) -> None:
    wanted = drawings(tmp_path / "site")
    kept = Kept(tmp_path, tmp_path / "site")

    def key() -> str:
        _paper.cache_clear()
        return kept.key(wanted[0])

    keys = [key()]
    (tmp_path / "site/0/leaf.svg").write_text("<svg/>", "utf-8")
    keys.append(key())
    typeface = tmp_path / "site/paper/atkinson-400.woff2"
    typeface.write_bytes(typeface.read_bytes() + b"\0")
    keys.append(key())
    wanted[0].page.write_text("<p>Changed.</p>", "utf-8")
    keys.append(key())
    keys.append(Kept(kept.folder, kept.site, f"{drawer()}, weasyprint 71.0").key(wanted[0]))
    keys += [kept.key(Drawing(wanted[0].page, Layout("paper/large.css"), "x")), kept.key(wanted[1])]
    assert len(set(keys)) == len(keys)
    _paper.cache_clear()
