"""The editors' page as it is staged: the same in every language, for nobody to find, and of what everybody may see."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from fingerpost.gate import Edition
from fingerpost.library import Library
from fingerpost.stage import Tree, stage_site
from fingerpost.stage.status_lists import MOST
from fingerpost.status import open_board
from fingerpost.status.board import FEWEST_CONSENTS

from tests.helpers import MADE, Files, entry, guide, page, welsh, words
from tests.stage.collection import EVERYWHERE, body_at, collection, front_at, staged, text_at, where
from tests.stage.test_nothing_leaks import PEOPLE_S, PHRASE, secret

TODAY = MADE.date()
PAGE = "status/index.md"


def with_board(library: Library, edition: Edition = Edition.WEB) -> Tree:
    board = open_board(library, {"toolkits/kit"}, {})
    return stage_site(library, edition, words(), {}, board=board)


def fp(tree: Tree, language: str) -> dict[str, Any]:
    found: dict[str, Any] = front_at(tree, f"{language}/{PAGE}")["fp"]
    return found


def test_it_is_there_in_each_language_and_only_where_an_edition_has_it(tmp_path: Path) -> None:
    library = collection(tmp_path)
    tree = with_board(library)
    assert [path for path in tree.files if path.endswith(PAGE)] == [f"en/{PAGE}", f"cy/{PAGE}"]
    assert [path for path in staged(library).files if "status" in path] == []
    # All else is as it is without it.
    assert {path: data for path, data in tree.files.items() if not path.endswith(PAGE)} == staged(library).files


def test_nothing_collects_it(tmp_path: Path) -> None:
    tree = with_board(collection(tmp_path))
    for code in ("en", "cy"):
        shown = fp(tree, code)
        assert shown["noindex"] is True
        assert not {"canonical", "alternates", "data", "share", "filters"} & set(shown)
    assert [page.address for page in tree.public if "status" in page.address] == []
    assert tree.public


def numbers(value: Any) -> Any:
    """Return what is there without its words: numbers, names of resources, commands, and how much of each there is."""
    if isinstance(value, dict):
        kept = {"name", "check", "commands", "count", "counts", "rows", "lists", "tables", "width", "heat", "columns"}
        return {key: numbers(one) for key, one in value.items() if key in kept}
    return [numbers(one) for one in value] if isinstance(value, list) else value


def test_it_says_the_same_in_both_languages(tmp_path: Path) -> None:
    tree = with_board(collection(tmp_path, **{"docs/guides/due/index.en.md": guide(review_by=TODAY, title="Due")}))
    for part in ("totals", "languages", "due", "reviews", "facts", "aside", "growth"):
        assert numbers(fp(tree, "en")[part]) == numbers(fp(tree, "cy")[part]), part
    maps = [
        [[sorted(map(str, row["counts"])) for row in table["rows"]] for table in fp(tree, code)["gaps"]["tables"]]
        for code in ("en", "cy")
    ]
    assert sorted(maps[0][0]) == sorted(maps[1][0])  # topics stand as each alphabet has them


def test_how_far_texts_are_and_what_to_do_next(tmp_path: Path) -> None:
    files = {"docs/guides/two/index.cy.md": welsh(guide("x\n"), status="draft", source="00000000", title="Hen")}
    tree = with_board(collection(tmp_path, **files))
    totals = {row["title"]: row["counts"] for row in fp(tree, "en")["totals"]["rows"]}
    assert totals["Draft translations"] == [0, 1]
    assert totals["Out of date"] == [0, 1]
    assert sum(count for counts in totals.values() for count in counts) == 2 * totals["Originals"][0]
    stale, draft, missing = fp(tree, "en")["languages"][1]["lists"]
    assert stale["rows"] == [
        {"title": "Hen", "lang": "cy", "url": "../cy/guides/two/index.html", "hreflang": "cy", "name": "guides/two"}
    ]
    assert stale["commands"] == [
        "fingerpost translated ID --language cy --changes",
        "fingerpost translated ID --language cy",
    ]
    assert [row["name"] for row in draft["rows"]] == ["toolkits/kit/activity-a"]
    assert missing["commands"] == ["fingerpost translate ID --to cy"]
    answer = next(row for row in missing["rows"] if row["name"] == "questions/q/answer-1")
    assert (answer["title"], answer["url"]) == ("Yes", "../cy/questions/q/index.html#answer-1")
    (there,) = (row for row in fp(tree, "cy")["languages"][1]["lists"][0]["rows"])
    assert (there["title"], there["lang"], there["url"]) == ("Hen", "", "../guides/two/index.html")


def test_of_long_lists_the_first_are_shown_and_the_rest_is_counted(tmp_path: Path) -> None:
    many = {f"docs/guides/many-{number:03}/index.en.md": guide(review_by=TODAY) for number in range(MOST + 7)}
    shown = fp(with_board(collection(tmp_path, **many)), "en")
    assert (len(shown["reviews"]["rows"]), shown["reviews"]["count"]) == (MOST, MOST + 7)
    assert shown["reviews"]["more"].startswith("7 more.")


def test_what_is_due_stands_by_month(tmp_path: Path) -> None:
    days = [TODAY - timedelta(1), TODAY, date(2026, 11, 30), date(2027, 1, 1), date(2027, 10, 31), date(2027, 11, 1)]
    files: dict[str, str | bytes] = {
        f"docs/guides/due-{number}/index.en.md": guide(review_by=day) for number, day in enumerate(days)
    }
    for number in range(FEWEST_CONSENTS):
        consent = {**EVERYWHERE, "review_by": date(2027, 1, 5) if number else date(2029, 1, 1)}
        files[f"docs/guides/agreed-{number}/index.en.md"] = guide(consent=consent, **PEOPLE_S)
    due = fp(with_board(collection(tmp_path, **files)), "en")["due"]
    assert [(row["title"], [one["count"] for one in row["counts"]]) for row in due["rows"]] == [
        ("Overdue", [1, 0]),
        ("November 2026", [2, 0]),
        ("January 2027", [1, FEWEST_CONSENTS - 1]),
        ("October 2027", [1, 0]),
        ("Later", [1, 1]),
    ]
    assert [one["width"] for one in due["rows"][2]["counts"]] == [25, 100]


def test_few_consents_leave_no_column(tmp_path: Path) -> None:
    consent = {**EVERYWHERE, "review_by": TODAY}
    files = {"docs/guides/agreed/index.en.md": guide(consent=consent, review_by=TODAY, **PEOPLE_S)}
    due = fp(with_board(collection(tmp_path, **files)), "en")["due"]
    assert due["heads"] == [words()["en"]("board-reviews")]
    assert due["says"] == words()["en"]("board-few")
    assert [len(row["counts"]) for row in due["rows"]] == [1]


def test_the_map_says_where_nothing_is(tmp_path: Path) -> None:
    gaps = fp(with_board(collection(tmp_path)), "en")["gaps"]
    assert gaps["heads"] == ["Early", "No stage named"]
    everything, paper, easy = gaps["tables"]
    assert [(row["title"], row["counts"][0]) for row in everything["rows"]] == [
        ("Pay", {"count": 0, "heat": 0}),
        ("Wellbeing", {"count": 1, "heat": 1}),
    ]
    assert everything["rows"][0]["counts"][1] == {"count": 0, "heat": "none"}  # no gap: nothing has to be for no stage
    assert [table["says"] for table in (everything, paper, easy)] == [
        f"Empty fields: {count} of 2" for count in (1, 2, 1)
    ]


def planted(front: dict[str, Any]) -> Files:
    days = {"review_by": TODAY, "topics": ["pay"], "checks": {"ignore": {"FP601": f"A {PHRASE} is a poem."}}}
    directory = entry(link="https://example.org/", checked="2025-01-01", title=PHRASE, **days, **front)
    files = {path: text for path, text in secret({**days, **front}).items() if "pointing" not in path}
    return {**files, f"docs/directory/{PHRASE}/index.en.md": page(directory, "Words.\n")}


@pytest.mark.parametrize(
    "front",
    [PEOPLE_S, {**PEOPLE_S, "consent": {**EVERYWHERE, "scope": ["print", "offline"]}}],
    ids=["no consent", "consent for paper and sticks"],
)
def test_what_is_held_back_changes_not_a_letter_of_it(front: dict[str, Any], tmp_path: Path) -> None:
    plain = with_board(collection(tmp_path / "plain"))
    tree = with_board(collection(tmp_path / "held", **planted(front)))
    for code in ("en", "cy"):
        assert text_at(tree, f"{code}/{PAGE}") == text_at(plain, f"{code}/{PAGE}")
    assert where(tree, PHRASE) == []


def test_the_same_with_consent_is_on_it(tmp_path: Path) -> None:
    tree = with_board(collection(tmp_path, **planted({**PEOPLE_S, "consent": EVERYWHERE})))
    assert {f"en/{PAGE}", f"cy/{PAGE}"} <= set(where(tree, PHRASE))
    assert where(tree, "is a poem") == []


@pytest.mark.parametrize("edition", [Edition.WEB, Edition.USB])
def test_the_guide_leads_to_it_where_it_is(edition: Edition, tmp_path: Path) -> None:
    files = {"docs/pages/editors.en.md": page({"title": "Guide"}, "Before.\n\n[status]\n\nAfter.\n")}
    library = collection(tmp_path, **files)
    tree = with_board(library) if edition is Edition.WEB else staged(library, edition)
    body = body_at(tree, "en/editors.md")
    assert ('<p class="to-board"><a href="status/index.html">The editors&#x27; board</a></p>' in body) == (
        edition is Edition.WEB
    )
    assert "[status]" not in body
    foreign = body_at(tree, "cy/editors.md")
    assert '<p class="to-board" lang="cy" dir="ltr">' in foreign
    crumbs = fp(tree, "cy")["crumbs"] if edition is Edition.WEB else []
    assert [crumb["url"] for crumb in crumbs] == (["../index.html", "../editors.html"] if crumbs else [])
