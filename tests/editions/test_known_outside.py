"""What programs are told of a collection that has something of everything to keep: built whole, and read as they would.

The real collection is looked at page by page in tests/browser/test_known.py.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from fingerpost.editions.collection import open_collection
from fingerpost.editions.epub.shelf import BookShelf
from fingerpost.editions.made import Narration
from fingerpost.editions.print.shelf import Shelf
from fingerpost.editions.web import build_web

from tests.conftest import EPOCH
from tests.editions.test_promises import collection
from tests.heads import HOME, Head, disagreements, head_of, heads_of, sitemap_of
from tests.helpers import answer, archive, guide, page, toolkit, welsh
from tests.schema_org import amiss, nodes_in

NASTY = "</script><!-- <script>alert(1)</script> ]]> & 'quoted' \"twice\""
CONSENT = {"reference": "C-0001", "scope": ["web", "print", "offline"]}
HIDDEN = "Marigold"
SECRET = "Quillon Featherstonehaugh"
CREDITS = [
    {"name": SECRET, "role": "author", "as": "anonymous"},
    {"name": "Wren", "role": "author", "as": "pseudonym"},
    {"name": "Example Writers", "role": "editor", "as": "group"},
    {"name": "Pat Example", "role": "drawings", "as": "named"},
]
BOTH = guide("Words.\n", title="Both", credits=CREDITS, reviewed="2026-11-20", published="2026-11-02")
KIT = toolkit(["activity-a"], "Words.\n", title="The kit", time=90)
PART = page({"title": "Part one", "part": "activity", "minutes": 30}, "Words.\n")
LIMITED = guide("Words.\n", title="No translation", made_by="co-produced", consent=CONSENT)
FILES: dict[str, str | bytes] = {
    "docs/guides/both/index.en.md": BOTH,
    "docs/guides/both/index.cy.md": welsh(
        BOTH, title="Y ddau", status="draft", reviewed_by=[], by=[{"name": SECRET, "as": "anonymous"}]
    ),
    "docs/guides/english/index.en.md": guide("Words.\n", title="English alone", credits=CREDITS[:1]),
    "docs/guides/nasty/index.en.md": guide("Words.\n", title=NASTY, summary=f"A summary {NASTY}"),
    "docs/guides/limited/index.en.md": LIMITED,
    "docs/guides/limited/index.cy.md": welsh(LIMITED, title="Heb gytuno"),
    "docs/guides/kept/index.en.md": guide(f"{HIDDEN}.\n", title=HIDDEN, made_by="lived-experience-led"),
    "docs/toolkits/kit/index.en.md": KIT,
    "docs/toolkits/kit/index.cy.md": welsh(KIT, title="Y pecyn"),
    "docs/toolkits/kit/activity-a.en.md": PART,
    "docs/questions/q/index.en.md": guide("What now?\n", title="A question?"),
    "docs/questions/q/answer-1.en.md": answer("Words of an answer.\n", title="One", credits=CREDITS[:1]),
    "docs/questions/q/answer-2.en.md": answer("Other words.\n", title="Two"),
    "docs/questions/q/answer-3.en.md": answer(f"{HIDDEN}.\n", title=HIDDEN, made_by="co-produced"),
    "docs/archive/about-then/index.en.md": archive(title="A record", seen_in="about-then", rights={"licence": "InC"}),
    "docs/_withdrawn.yml": "- {id: guides/gone, on: 2026-11-20}\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The collection as a site, past the checks, which would stop it; it is looked at and not changed."""
    root = collection(tmp_path_factory.mktemp("known"), FILES)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        opened = open_collection(root)
        build_web(opened, Shelf(opened.dist / "print"), BookShelf(opened.dist / "epub"), Narration())
    return opened.site


@pytest.fixture(scope="module")
def heads(site: Path) -> dict[str, Head]:
    return {address: head for address, head in heads_of(site).items() if not address.endswith("/404.html")}


def data_at(site: Path, path: str) -> dict[str, Any]:
    (data,) = head_of(site / path).data
    assert isinstance(data, dict)
    return data


def test_heads_and_sitemap_agree_where_much_is_not_translated(site: Path, heads: dict[str, Head]) -> None:
    listed = sitemap_of(site)
    assert disagreements(heads, listed) == []
    assert listed[f"{HOME}guides/english/"] == ("2026-11-21", {})
    assert f"{HOME}cy/guides/english/" not in listed
    assert heads[f"{HOME}cy/guides/english/"].canonical == [f"{HOME}guides/english/"]
    assert set(listed[f"{HOME}cy/guides/both/"][1]) == {"en", "cy"}
    # A part without a translation in a kit that has one, and a translation that nobody agreed to.
    assert listed[f"{HOME}toolkits/kit/activity-a.html"][1] == {}
    assert f"{HOME}cy/toolkits/kit/activity-a.html" not in listed
    assert f"{HOME}cy/guides/limited/" not in listed


def test_a_day_stands_where_it_is_known(site: Path) -> None:
    listed = sitemap_of(site)
    assert listed[f"{HOME}guides/both/"][0] == "2026-11-20"
    assert listed[f"{HOME}guides/"][0] is None


def test_a_stone_is_in_no_list_and_has_no_data(site: Path, heads: dict[str, Head]) -> None:
    for address in (f"{HOME}guides/gone/", f"{HOME}cy/guides/gone/"):
        assert heads[address].noindex
        assert heads[address].data == []
        assert heads[address].properties == {}
        assert address not in sitemap_of(site)


def test_all_data_is_schema_org_s(heads: dict[str, Head]) -> None:
    found = {address: said for address, head in heads.items() for data in head.data if (said := amiss(data))}
    assert found == {}
    # A page that shows the original is the original's copy: what it is stands there.
    for address, head in heads.items():
        if not head.noindex:
            assert len(head.data) == (head.canonical == [address]), address


@pytest.mark.parametrize("phrase", [SECRET, HIDDEN, "Anonymous", "C-0001"])
def test_who_and_what_is_not_shown_is_in_no_data_and_no_feed(phrase: str, site: Path, heads: dict[str, Head]) -> None:
    said = json.dumps([[head.data, head.properties] for head in heads.values()], ensure_ascii=False)
    assert "English alone" in said
    assert phrase not in said
    for name in ("feed.xml", "feed.json", "cy/feed.xml", "cy/feed.json", "sitemap.xml"):
        text = (site / name).read_text("utf-8")
        assert phrase.casefold() not in text.casefold(), name
        assert "english" in text


def test_makers_stand_as_they_chose_and_by_what_they_did(site: Path) -> None:
    (article,) = nodes_in(data_at(site, "guides/both/index.html"), "Article")
    assert article["author"] == [{"@type": "Person", "name": "Wren"}]
    contributors = [(one["@type"], one["name"]) for one in article["contributor"]]
    assert contributors == [("Organization", "Example Writers"), ("Person", "Pat Example")]
    (alone,) = nodes_in(data_at(site, "guides/english/index.html"), "Article")
    assert "author" not in alone


def test_a_translation_and_its_original_know_each_other(site: Path) -> None:
    (english,) = nodes_in(data_at(site, "guides/both/index.html"), "Article")
    (welsh_one,) = nodes_in(data_at(site, "cy/guides/both/index.html"), "Article")
    assert [one["@id"] for one in english["workTranslation"]] == [welsh_one["@id"]]
    assert welsh_one["translationOfWork"]["@id"] == english["@id"]
    assert welsh_one["creativeWorkStatus"] == "Draft"
    assert "creativeWorkStatus" not in english
    (alone,) = nodes_in(data_at(site, "guides/limited/index.html"), "Article")
    assert "workTranslation" not in alone


def test_only_answers_that_are_shown_are_counted(site: Path) -> None:
    question = data_at(site, "questions/q/index.html")["mainEntity"]
    assert question["answerCount"] == 2
    assert [one["name"] for one in question["suggestedAnswer"]] == ["One", "Two"]
    assert "author" not in question["suggestedAnswer"][0]


def test_a_date_that_is_not_exact_is_left_out(site: Path) -> None:
    work = data_at(site, "archive/about-then/index.html")["about"]
    assert work["name"] == "As published"
    assert "datePublished" not in work  # 1986~


def test_no_title_ends_the_data_before_its_end(site: Path) -> None:
    file = site / "guides" / "nasty" / "index.html"
    data = data_at(site, "guides/nasty/index.html")
    assert data["name"] == data["mainEntity"]["name"] == NASTY
    head = file.read_text("utf-8").split("</head>")[0]
    written = head.split('<script type="application/ld+json">')[1].split("</script>")[0]
    assert json.loads(written) == data
    assert "<" not in written
    assert head_of(file).properties["og:title"] == [NASTY]
    listing = (site / "guides" / "index.html").read_text("utf-8")
    assert "<script>alert" not in listing
