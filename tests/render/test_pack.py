"""What pages hand over to packs: what paper may have of what they show, sanitised, in scripts with nothing else."""

from pathlib import Path
from typing import Any

import pytest
from fingerpost.gate import Edition
from fingerpost.render import open_project, render
from fingerpost.render.pack import CALLS, read_piece
from fingerpost.render.spelt import spelt, with_addresses
from fingerpost.stage import stage_site, write_tree

from tests.conftest import CHECKOUT
from tests.helpers import answer, guide, page, read, welsh, words
from tests.stage.collection import EVERYWHERE, FILES

SECRET = "Whispering marigolds"
MINE = {"made_by": "lived-experience-led"}
HERE = {**EVERYWHERE, "scope": ["web", "translation"]}  # neither paper nor sticks
ONE = guide("Plain words.\n", title="Guide one")
MORE = {
    "docs/guides/one/index.en.md": ONE,
    "docs/guides/one/index.cy.md": welsh(ONE, "Geiriau.\n", title="Canllaw un"),
    "docs/pages/about.en.md": page({"title": "About us", "summary": "Who."}, "Us.\n"),
    "docs/guides/private/index.en.md": guide(f"{SECRET} here.\n", title="Not on paper", consent=HERE, **MINE),
    "docs/questions/q/answer-3.en.md": answer(f"{SECRET} there.\n", title="Third", consent=HERE, **MINE),
    "docs/guides/two/index.en.md": guide(
        'A line\nthat "goes" on, <script>alert(1)</script><b onclick="x()">bold</b>. See [one](../one/index.en.md).\n',
        title="Guide two",
    ),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site, rendered."""
    root = tmp_path_factory.mktemp("packs")
    tree = stage_site(read(root, {**FILES, **MORE}), Edition.WEB, words(), {})
    write_tree(tree, root / "staged")
    render(root / "staged", root / "site", open_project(CHECKOUT))
    return root / "site"


def handed_over(site: Path, path: str) -> dict[str, Any]:
    id, data = read_piece((site / path).read_text("utf-8"))
    assert path.removeprefix("cy/").startswith(f"{id}/")
    found: dict[str, Any] = data
    return found


def test_what_is_not_for_paper_is_on_its_page_and_in_no_script(site: Path) -> None:
    for path in ("guides/private/index.html", "questions/q/index.html", "cy/questions/q/index.html"):
        assert SECRET in (site / path).read_text("utf-8")
    scripts = [file for file in site.rglob("*pack.js") if file.read_text("utf-8").startswith(CALLS)]
    assert len(scripts) > 8
    assert [file.name for file in scripts if SECRET in file.read_text("utf-8")] == []
    assert not (site / "guides/private/pack.js").exists()
    assert 'id="fp-pack"' not in (site / "guides/private/index.html").read_text("utf-8")
    assert "I think so." in handed_over(site, "questions/q/pack.js")["html"]


def test_what_is_handed_over_is_as_sanitised_as_its_page(site: Path) -> None:
    piece = handed_over(site, "guides/two/pack.js")
    assert "A line\nthat “goes” on" in piece["html"] or 'A line\nthat "goes" on' in piece["html"]
    for unsafe in ("<script", "alert", "onclick"):
        assert unsafe not in piece["html"] + piece["end"]
    assert "<h1" not in piece["html"]
    assert 'data-address="fingerpost.example/guides/one/"' in piece["html"]


def test_a_toolkit_s_parts_are_handed_over_by_themselves_in_the_reader_s_language(site: Path) -> None:
    kit = handed_over(site, "cy/toolkits/kit/pack.js")
    assert kit["parts"] == ["notes-b", "activity-a"]
    assert "Gwnewch hyn." in handed_over(site, "cy/toolkits/kit/activity-a.pack.js")["html"]
    assert 'lang="en"' in handed_over(site, "cy/toolkits/kit/notes-b.pack.js")["html"]
    two = handed_over(site, "cy/guides/two/pack.js")
    assert two["lang"] == "en"
    assert (
        two["untranslated"] == "Nid oes cyfieithiad eto, felly bydd y testun gwreiddiol (Saesneg) yn cael ei argraffu."
    )
    assert handed_over(site, "guides/two/pack.js")["untranslated"] == ""


def test_another_script_is_no_piece() -> None:
    for script in ("", "alert(1);", f"{CALLS}[1", f"{CALLS}x);\n"):
        with pytest.raises(ValueError):  # noqa: PT011
            read_piece(script)


def test_an_address_is_spelt_out_only_where_there_is_one() -> None:
    known = {"guides/b/index.html": "x.example/guides/b/"}
    assert spelt("../c/index.html", "guides/a/index.html", known) == ""
    assert spelt("", "guides/b/index.html", known) == ""
    html = '<a class="q" href="../b/index.html#c">b</a><a href="https://b/">x</a><a href="#d">d</a><a id="e">e</a>'
    told = with_addresses(html, "guides/a/index.html", known)
    assert told == html.replace('<a class="q"', '<a data-address="x.example/guides/b/" class="q"')
