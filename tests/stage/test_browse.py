"""The lists: what each one holds, what it can be narrowed by, and the page that leads to all of them."""

from datetime import timedelta
from pathlib import Path

from fingerpost.gate import Edition
from fingerpost.stage import PrintFile, Tree

from tests.helpers import MADE, guide, page, welsh
from tests.stage.collection import collection, front_at, items_at, staged

PRINTS = {("toolkits/kit", "en"): (PrintFile("print/kit.pdf", 4, 1000),)}


def titles(tree: Tree, path: str) -> list[str]:
    return [item["title"] for item in items_at(tree, path)]


def test_the_browse_page_leads_to_every_list_and_says_how_long_it_is(tmp_path: Path) -> None:
    tree = staged(collection(tmp_path), prints=PRINTS)
    sections = front_at(tree, "en/browse/index.md")["fp"]["sections"]
    links = [link for section in sections for link in section["links"]]
    assert len(links) > 10
    kinds = front_at(tree, "cy/browse/index.md")["fp"]["sections"][0]["links"]
    assert [link["said"] for link in kinds][:2] == ["2 ganllaw", "1 pecyn cymorth"]
    for link in links:
        path = f"en/browse/{link['url']}".replace("browse/../", "").removesuffix(".html") + ".md"
        assert len(items_at(tree, path)) == link["count"], path


def test_what_can_be_read_in_a_language_is_only_what_has_words_in_it(tmp_path: Path) -> None:
    tree = staged(collection(tmp_path))
    assert "Guide two" not in titles(tree, "en/languages/cy.md")
    assert "Guide two" in titles(tree, "en/languages/en.md")
    assert front_at(tree, "cy/languages/cy.md")["title"] == "Yn Gymraeg"


def test_what_is_printed_offers_its_pdf(tmp_path: Path) -> None:
    tree = staged(collection(tmp_path), prints=PRINTS)
    kit = next(item for item in items_at(tree, "en/browse/to-print.md") if item["title"] == "The kit")
    assert kit["take"][0]["url"] == "../print/kit.pdf"


def test_the_newest_list_says_when_and_whether_it_is_new(tmp_path: Path) -> None:
    day = MADE.date()
    files = {
        "docs/guides/looked-at/index.en.md": guide(title="Looked at", published=day - timedelta(90), reviewed=day),
        "docs/guides/older/index.en.md": guide(title="Older", published=day - timedelta(90)),
    }
    tree = staged(collection(tmp_path, **files))
    groups = front_at(tree, "en/browse/new.md")["fp"]["groups"]
    assert [group["title"] for group in groups] == ["November 2026", "August 2026"]
    facts = {item["title"]: item["facts"][0] for item in items_at(tree, "en/browse/new.md")}
    assert facts["Looked at"] == "reviewed 21 November 2026"
    assert facts["Older"] == "added 23 August 2026"


def test_the_easy_read_list_leads_to_the_easy_read_page_and_that_back(tmp_path: Path) -> None:
    original = guide(title="A guide")
    easy = page({"title": "The guide, easy"}, "Short.\n")
    files = {
        "docs/guides/both/index.en.md": original,
        "docs/guides/both/index.cy.md": welsh(original, title="Canllaw"),
        "docs/guides/both/easy.en.md": easy,
    }
    tree = staged(collection(tmp_path, **files))
    row = next(item for item in items_at(tree, "cy/browse/easy-read.md") if item["title"] == "The guide, easy")
    assert (row["url"], row["lang"]) == ("../guides/both/easy.html", "en")
    assert front_at(tree, "cy/guides/both/index.md")["fp"]["easy"] == {"url": "easy.html", "hreflang": "en"}
    front = front_at(tree, "cy/guides/both/easy.md")
    assert (front["template"], front["fp"]["back"]["url"]) == ("easy.html", "index.html")


def test_a_short_list_is_not_narrowed_and_a_long_one_by_what_differs(tmp_path: Path) -> None:
    assert front_at(staged(collection(tmp_path / "short")), "en/guides/index.md")["fp"]["facets"] == []
    files = {
        f"docs/guides/g{number}/index.en.md": guide(title=f"G {number}", topics=["pay" if number % 2 else "wellbeing"])
        for number in range(8)
    }
    tree = staged(collection(tmp_path / "long", **files))
    facets = {facet["name"]: facet["options"] for facet in front_at(tree, "en/guides/index.md")["fp"]["facets"]}
    assert "kind" not in facets  # they are all guides
    rows = items_at(tree, "en/guides/index.md")
    for name, options in facets.items():
        for option in options:
            assert option["count"] == sum(option["id"] in row["terms"].get(name, []) for row in rows)


def test_what_the_gate_keeps_back_is_in_no_list(tmp_path: Path) -> None:
    secret = guide(title="Kept back", made_by="lived-experience-led")
    tree = staged(collection(tmp_path, **{"docs/guides/secret/index.en.md": secret}), Edition.WEB)
    for path, content in tree.files.items():
        if isinstance(content, bytes):
            assert b"Kept back" not in content, path
