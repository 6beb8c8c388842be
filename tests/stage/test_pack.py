"""What may be put into a pack: only what paper may have too, under signs that stay; what was taken back has no name."""

import json
from pathlib import Path
from typing import Any

import pytest
from fingerpost.gate import Edition
from fingerpost.stage.pack import SIGNS, code_of
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers import answer, guide, steady
from tests.stage.collection import EVERYWHERE, collection, front_at, staged

NOT_PAPER = {**EVERYWHERE, "scope": ["web", "offline", "translation"]}
MADE = {"made_by": "lived-experience-led"}
STORY = "docs/guides/three/index.en.md"
SITES = [Edition.WEB, Edition.USB]


def pack_of(root: Path, place: str, files: dict[str, str]) -> dict[str, Any]:
    """Return the front matter of a staged page under `fp`, of the collection with more files."""
    found: dict[str, Any] = front_at(staged(collection(root, **files)), place)["fp"]
    return found


@pytest.mark.parametrize("edition", SITES)
def test_what_its_makers_did_not_agree_to_on_paper_is_in_no_pack(edition: Edition, tmp_path: Path) -> None:
    for name, consent, offered in (("no", NOT_PAPER, False), ("yes", EVERYWHERE, True)):
        files = {STORY: guide("Mine.\n", title="Three", consent=consent, **MADE)}
        tree = staged(collection(tmp_path / name, **files), edition)
        for language in ("en", "cy"):
            page = front_at(tree, f"{language}/guides/three/index.md")["fp"]
            assert bool(page["pack"]) is offered
            assert ("guides/three" in front_at(tree, f"{language}/pack.md")["fp"]["ids"]) is offered


def test_an_answer_that_is_not_for_paper_is_left_out_of_its_question_s_piece(tmp_path: Path) -> None:
    files = {"docs/questions/q/answer-3.en.md": answer("Not on paper.\n", title="Third", consent=NOT_PAPER, **MADE)}
    page = pack_of(tmp_path, "en/questions/q/index.md", files)
    assert "answer-3" in page["pieces"]
    assert page["pack"]["without"] == ["answer-3"]


def test_a_toolkit_hands_over_its_parts_and_its_easy_read_version_none(tmp_path: Path) -> None:
    tree = staged(collection(tmp_path))
    assert front_at(tree, "en/toolkits/kit/index.md")["fp"]["pack"]["parts"] == ["notes-b", "activity-a"]
    assert front_at(tree, "cy/toolkits/kit/activity-a.md")["fp"]["pack"] == {"id": "toolkits/kit", "part": "activity-a"}
    assert "pack" not in front_at(tree, "en/guides/one/easy.md")["fp"]
    assert "pack" not in front_at(tree, "en/about.md")["fp"]


def test_of_what_was_taken_back_the_page_knows_the_signs_alone(tmp_path: Path) -> None:
    ledger = "- {id: guides/gone, on: 2026-11-01}\n- {id: pages/old, on: 2026-11-01}\n"
    page = pack_of(tmp_path, "cy/pack.md", {"docs/_withdrawn.yml": ledger})
    assert page["gone"] == [code_of("guides/gone")]
    assert "guides/gone" not in page["ids"]
    assert page["noindex"]


def test_signs_come_from_the_id_alone_and_never_change() -> None:
    """On paper for years: were these to change, codes that people have written down would name other things."""
    known = {"guides/setting-limits": "S7Q8", "toolkits/asking-for-consent": "XXDK", "archive/stopsim": "82G7"}
    assert {id: code_of(id) for id in known} == known
    assert not set(SIGNS) & set("0O1IL")
    assert len(SIGNS) == len(set(SIGNS)) == 31


@steady
@given(st.text(max_size=60))
def test_every_id_has_four_signs(id: str) -> None:
    assert len(code_of(id)) == 4
    assert set(code_of(id)) <= set(SIGNS)


def test_of_a_thousand_ids_few_share_their_signs() -> None:
    codes = [code_of(f"guides/resource-{number}") for number in range(1000)]
    assert len(codes) - len(set(codes)) <= 3
    assert json.dumps(codes).isascii()
