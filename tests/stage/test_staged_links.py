"""Links between files become links between pages, in the reader's language, and every one of them leads somewhere."""

import posixpath
from pathlib import Path

import pytest
from fingerpost.gate import Edition
from fingerpost.library.links import find_links
from fingerpost.stage import Tree

from tests.helpers import SITE, answer, archive, guide, page, toolkit, welsh
from tests.stage.collection import ANSWER, QUESTION, body_at, collection, front_at, pieces_at, staged

FROM_GUIDE = {
    "[a](../two/index.en.md)": "../two/index.md",
    "[a](../two/)": "../two/",
    "[a](index.en.md)": "index.md",
    "[a](easy.en.md)": "easy.md",
    "[a](../../toolkits/kit/activity-a.en.md)": "../../toolkits/kit/activity-a.md",
    "[a](../../questions/q/answer-2.en.md)": "../../questions/q/index.md#answer-2",
    "[a](../../questions/q/answer-2.en.md#why)": "../../questions/q/index.md#answer-2-why",
    "[a](../../questions/q/index.en.md#why)": "../../questions/q/index.md#why",
    '<a href="../../questions/q/answer-2.en.md">a</a>': "../../questions/q/index.html#answer-2",
    "[a](../../pages/about.en.md)": "../../about.md",
    "[a](../../pages/home.en.md)": "../../index.md",
    "[a](../two/index.cy.md)": "../two/index.md",
    "[a](https://example.org/x.en.md)": "https://example.org/x.en.md",
    "[a](mailto:hello@example.org)": "mailto:hello@example.org",
    "[a](#below)": "#below",
    "![a](picture.png)": "picture.png",
    "[a][b]\n\n[b]: ../two/index.en.md": "../two/index.md",
    '<a href="../two/index.en.md">a</a>': "../two/index.html",
    '[a](../two/index.en.md "A title")': "../two/index.md",
}


@pytest.mark.parametrize(("written", "expected"), FROM_GUIDE.items())
def test_a_link_in_a_guide_leads_to_the_page(written: str, expected: str, tmp_path: Path) -> None:
    more = {
        "docs/guides/from/index.en.md": guide(written + "\n"),
        "docs/guides/from/easy.en.md": page({"title": "Easy"}),
        "docs/guides/from/picture.png": "x",
    }
    tree = staged(collection(tmp_path, **more))
    for language in SITE.codes:
        assert [link.target for link in find_links(body_at(tree, f"{language}/guides/from/index.md"))] == [expected]


@pytest.mark.parametrize(
    ("link", "english", "welsh_page"),
    [
        ("../two/index.en.md#why", "../two/index.md#why", "../two/index.md#why"),  # both read the English words
        ("../one/index.en.md#why", "../one/index.md#why", "../one/index.md"),
        ("../one/index.cy.md#pam", "../one/index.md", "../one/index.md#pam"),
    ],
)
def test_a_heading_is_kept_only_within_its_language(link: str, english: str, welsh_page: str, tmp_path: Path) -> None:
    tree = staged(collection(tmp_path, **{"docs/guides/from/index.en.md": guide(f"[a]({link})\n")}))
    targets = [find_links(body_at(tree, f"{code}/guides/from/index.md"))[0].target for code in ("en", "cy")]
    assert targets == [english, welsh_page]


@pytest.mark.parametrize("name", ["about", "home"])
def test_a_plain_page_s_links_lead_where_they_did(name: str, tmp_path: Path) -> None:
    body = "[a](../guides/one/index.en.md) ![b](../guides/one/picture.png) [c](about.en.md)\n"
    tree = staged(collection(tmp_path, **{f"docs/pages/{name}.en.md": page({"title": "A", "summary": "B"}, body)}))
    for language in SITE.codes:
        path = f"{language}/{'index' if name == 'home' else name}.md"
        targets = [link.target for link in find_links(body_at(tree, path))]
        assert [target for target in targets if "ways/" not in target][:3] == [
            "guides/one/index.md",
            "guides/one/picture.png",
            "about.md",
        ]


def test_links_from_a_part_and_an_answer_lead_where_they_did(tmp_path: Path) -> None:
    link = "[a](../../guides/two/index.en.md)\n"
    more = {
        "docs/toolkits/more/index.en.md": toolkit(["activity-a"]),
        "docs/toolkits/more/activity-a.en.md": page({"title": "A", "part": "activity"}, link),
        "docs/questions/q/answer-3.en.md": answer(link),
        "docs/questions/q/index.cy.md": welsh(QUESTION),
    }
    tree = staged(collection(tmp_path, **more))
    in_part = body_at(tree, "cy/toolkits/more/activity-a.md")
    in_answer = pieces_at(tree, "cy/questions/q/index.md")["answer-3"]["body"]
    for body in (in_part, in_answer):
        assert "](../../guides/two/index.md)" in body


def test_a_heading_of_an_answer_is_kept_only_where_those_words_are_shown(tmp_path: Path) -> None:
    links = "[a](../../questions/q/answer-1.en.md#why) [b](../../questions/q/answer-1.cy.md#pam)\n"
    more = {
        "docs/guides/from/index.en.md": guide(links),
        "docs/questions/q/index.cy.md": welsh(QUESTION),
        "docs/questions/q/answer-1.cy.md": welsh(ANSWER, "## Pam\n"),
    }
    tree = staged(collection(tmp_path, **more))
    there = "../../questions/q/index.md#answer-1"
    for code, expected in (("en", [f"{there}-why", there]), ("cy", [there, f"{there}-pam"])):
        assert [link.target for link in find_links(body_at(tree, f"{code}/guides/from/index.md"))] == expected


def test_a_link_to_an_answer_that_is_kept_back_leads_to_the_question(tmp_path: Path) -> None:
    more = {
        "docs/guides/from/index.en.md": guide("[a](../../questions/q/answer-3.en.md#why)\n"),
        "docs/questions/q/answer-3.en.md": answer("## Why\n", made_by="co-produced"),
    }
    tree = staged(collection(tmp_path, **more))
    assert body_at(tree, "en/guides/from/index.md").strip() == "[a](../../questions/q/index.md)"


@pytest.mark.parametrize("edition", [Edition.WEB, Edition.USB])
def test_code_is_left_as_it_was_written(edition: Edition, tmp_path: Path) -> None:
    body = "`[a](../two/index.en.md)`\n\n```\n[a](../two/index.en.md)\n- [ ] b\n[lines: 3]\n```\n"
    tree = staged(collection(tmp_path, **{"docs/guides/from/index.en.md": guide(body)}), edition)
    assert body_at(tree, "en/guides/from/index.md").strip() == body.strip()


def ends(tree: Tree) -> list[tuple[str, str]]:
    """Return each relative link of a staged site that leads to no staged file: its page and its target."""
    lost = []
    for path, content in tree.files.items():
        if not isinstance(content, bytes):
            continue
        pieces = front_at(tree, path).get("fp", {}).get("pieces", {})
        for link in find_links("\n\n".join([body_at(tree, path), *(piece["body"] for piece in pieces.values())])):
            there = posixpath.normpath(posixpath.join(posixpath.dirname(path), link.path)) if link.path else path
            page = f"{there.removesuffix('.html')}.md" if there.endswith(".html") else f"{there.rstrip('/')}/index.md"
            if link.inside and there not in tree.files and page not in tree.files:
                lost.append((path, link.target))
    return lost


REFERENCES = "[a](../secret/index.en.md) ![b](../secret/picture.png) [c](../../archive/held/index.en.md)\n"
NEEDS_CONSENT = {"made_by": "co-produced"}


@pytest.mark.parametrize("edition", [Edition.WEB, Edition.USB, Edition.ZIM])
def test_no_link_of_the_staged_site_leads_nowhere(edition: Edition, tmp_path: Path) -> None:
    assert ends(staged(collection(tmp_path), edition)) == []


@pytest.mark.parametrize(
    "more",
    [
        pytest.param(
            {"docs/archive/held/index.en.md": archive("![a](cover.png)\n", holding="full", rights={"licence": "InC"})},
            id="a picture in our words about a work that is kept back",
        ),
        pytest.param(
            {"docs/guides/from/index.en.md": guide(REFERENCES), "docs/archive/held/index.en.md": archive()},
            id="a picture of a guide that is kept back",
        ),
        pytest.param(
            {
                "docs/_withdrawn.yml": "- {id: guides/secret, on: 2026-11-20}\n",
                "docs/guides/from/index.en.md": guide(REFERENCES),
            },
            id="a picture of a guide that was withdrawn",
        ),
    ],
)
def test_a_file_that_is_kept_back_leaves_no_link_that_leads_nowhere(
    more: dict[str, str | bytes], tmp_path: Path
) -> None:
    """The engine stops at a link that leads nowhere, so one such picture would stop every edition."""
    files: dict[str, str | bytes] = {
        "docs/archive/held/index.en.md": archive(),
        "docs/archive/held/cover.png": "x",
        "docs/guides/secret/index.en.md": guide(**NEEDS_CONSENT),
        "docs/guides/secret/picture.png": "x",
    }
    assert ends(staged(collection(tmp_path, **{**files, **more}))) == []
