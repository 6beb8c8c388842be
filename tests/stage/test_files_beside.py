"""A file beside the texts goes where a text goes that uses it: what is kept back keeps its files with it."""

from pathlib import Path
from typing import Any

import pytest
from fingerpost.editions.withdrawal.absence import _refused
from fingerpost.gate import Edition
from fingerpost.stage import Tree

from tests.helpers import answer, archive, guide, page, toolkit, welsh
from tests.stage.collection import EVERYWHERE, body_at, collection, pieces_at, staged, text_at, where

SITES = [Edition.WEB, Edition.USB, Edition.ZIM]
ALL = [*SITES, Edition.PRINT]
PHRASE = "marigold"
SHOWN = "![A leaf on a stem]({name})\n"
PEOPLE_S: dict[str, Any] = {"made_by": "lived-experience-led"}
NOT_TRANSLATED = {**PEOPLE_S, "consent": {**EVERYWHERE, "scope": ["web", "print", "offline"]}}


def files_in(tree: Tree, folder: str) -> list[str]:
    """Return the files of a resource that were copied, with their languages."""
    return sorted(path for path in tree.files if f"/{folder}/" in path and not path.endswith(".md"))


# Answers


@pytest.mark.parametrize("edition", ALL)
@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("leaf.png", SHOWN.format(name="leaf.png")),
        ("leaf.pdf", "[The leaf](leaf.pdf)\n"),
        ("leaf.pdf", "[The leaf](lea%66.pdf)\n"),
        ("leaf.png", '<img src="leaf.png" alt="A leaf">\n'),
        ("answer-3-leaf.png", "Words.\n"),
        ("answer-3.mp3", "Words.\n"),
        ("film.vtt", "[A film](film.mp4)\n"),
    ],
)
def test_the_file_of_an_answer_that_is_kept_back_is_nowhere(
    name: str, body: str, edition: Edition, tmp_path: Path
) -> None:
    pointing = f"[a](../../questions/q/{name}) and {SHOWN.format(name=f'../../questions/q/{name}')}"
    files: dict[str, str | bytes] = {
        "docs/questions/q/answer-3.en.md": answer(body, **PEOPLE_S),
        f"docs/questions/q/{name}": PHRASE,
        "docs/guides/pointing/index.en.md": guide(pointing),
    }
    tree = staged(collection(tmp_path / "root", **files), edition)
    assert where(tree, PHRASE) == []
    if edition in SITES:
        assert body_at(tree, "cy/guides/pointing/index.md").strip() == "[a](../../not-here.md) and A leaf on a stem"


@pytest.mark.parametrize("edition", SITES)
def test_the_file_of_an_answer_that_is_shown_is_there_in_every_language(edition: Edition, tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "docs/questions/q/answer-3.en.md": answer(SHOWN.format(name="leaf.png")),
        "docs/questions/q/leaf.png": PHRASE,
    }
    tree = staged(collection(tmp_path / "root", **files), edition)
    assert where(tree, PHRASE) == ["cy/questions/q/leaf.png", "en/questions/q/leaf.png"]
    assert "](leaf.png)" in pieces_at(tree, "cy/questions/q/index.md")["answer-3"]["body"]


def test_consent_of_an_answer_to_one_channel_lets_its_file_into_no_other(tmp_path: Path) -> None:
    consent = {**EVERYWHERE, "scope": ["offline"]}
    files: dict[str, str | bytes] = {
        "docs/questions/q/answer-3.en.md": answer(SHOWN.format(name="leaf.png"), **PEOPLE_S, consent=consent),
        "docs/questions/q/leaf.png": PHRASE,
    }
    library = collection(tmp_path / "root", **files)
    assert [bool(where(staged(library, edition), PHRASE)) for edition in (Edition.WEB, Edition.USB)] == [False, True]


def test_a_file_that_another_text_of_the_folder_shows_stays(tmp_path: Path) -> None:
    picture = SHOWN.format(name="leaf.png")
    files: dict[str, str | bytes] = {
        "docs/questions/q/answer-1.en.md": answer(picture),
        "docs/questions/q/answer-3.en.md": answer(picture, **PEOPLE_S),
        "docs/questions/q/leaf.png": PHRASE,
    }
    assert where(staged(collection(tmp_path / "root", **files)), PHRASE)


def test_a_file_of_the_same_name_in_another_folder_lets_nothing_out(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "docs/questions/q/answer-1.en.md": answer(SHOWN.format(name="../../guides/one/leaf.png")),
        "docs/questions/q/answer-3.en.md": answer(SHOWN.format(name="leaf.png"), **PEOPLE_S),
        "docs/questions/q/leaf.png": PHRASE,
        "docs/guides/one/leaf.png": "x",
    }
    tree = staged(collection(tmp_path / "root", **files))
    assert where(tree, PHRASE) == []
    assert files_in(tree, "guides/one") == [
        f"{code}/guides/one/{name}" for code in ("cy", "en") for name in ("leaf.png", "picture.png")
    ]


# Translations, parts and Easy Read


@pytest.mark.parametrize("edition", ALL)
@pytest.mark.parametrize("text", ["index", "activity-a", "easy"])
def test_the_file_of_a_translation_that_is_kept_back_is_nowhere(text: str, edition: Edition, tmp_path: Path) -> None:
    kit = toolkit(["activity-a"], title="Kit", **NOT_TRANSLATED)
    originals = {
        "index": kit,
        "activity-a": page({"title": "Part", "part": "activity"}, "Words.\n"),
        "easy": page({"title": "Easy"}, "Words.\n"),
    }
    at = "docs/toolkits/kept"
    files: dict[str, str | bytes] = {f"{at}/{stem}.en.md": original for stem, original in originals.items()}
    files |= {
        f"{at}/{text}.cy.md": welsh(originals[text], SHOWN.format(name="leaf.png")),
        f"{at}/leaf.png": PHRASE,
    }
    tree = staged(collection(tmp_path / "root", **files), edition)
    assert "en/toolkits/kept/index.md" in tree.files
    assert where(tree, PHRASE) == []


@pytest.mark.parametrize("edition", ALL)
def test_files_of_parts_and_of_each_language_are_there(edition: Edition, tmp_path: Path) -> None:
    kit = toolkit(["activity-a"], SHOWN.format(name="english.png"), title="Kit")
    part = page({"title": "Part", "part": "activity"}, SHOWN.format(name="part.png"))
    files: dict[str, str | bytes] = {
        "docs/toolkits/more/index.en.md": kit,
        "docs/toolkits/more/index.cy.md": welsh(kit, SHOWN.format(name="welsh.png")),
        "docs/toolkits/more/activity-a.en.md": part,
        "docs/toolkits/more/easy.en.md": page({"title": "Easy"}, SHOWN.format(name="easy.png")),
    }
    files |= {f"docs/toolkits/more/{name}.png": name for name in ("english", "welsh", "part", "easy")}
    found = files_in(staged(collection(tmp_path / "root", **files), edition), "toolkits/more")
    assert found == [
        *(f"cy/toolkits/more/{name}.png" for name in ("easy", "part", "welsh")),
        *(f"en/toolkits/more/{name}.png" for name in ("easy", "english", "part")),
    ]


def test_a_welsh_text_may_lead_to_a_file_that_only_the_english_page_beside_it_shows(tmp_path: Path) -> None:
    one = guide("[The leaf](leaf.pdf)\n", title="One")
    files: dict[str, str | bytes] = {
        "docs/guides/more/index.en.md": one,
        "docs/guides/more/index.cy.md": welsh(one),
        "docs/guides/more/leaf.pdf": "x",
        "docs/guides/from/index.en.md": guide("[The leaf](../more/leaf.pdf)\n"),
    }
    tree = staged(collection(tmp_path, **files))
    assert files_in(tree, "guides/more") == ["cy/guides/more/leaf.pdf", "en/guides/more/leaf.pdf"]


# Files that nobody uses, and those that are used without a link


def test_a_file_that_no_text_uses_is_nowhere(tmp_path: Path) -> None:
    body = "<!-- ![A leaf](leaf.png) -->\n\n`leaf.png`\n"
    files: dict[str, str | bytes] = {"docs/guides/two/index.en.md": guide(body), "docs/guides/two/leaf.png": PHRASE}
    assert where(staged(collection(tmp_path / "root", **files)), PHRASE) == []


def test_a_file_that_only_another_folder_s_text_shows_is_there(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "docs/guides/two/leaf.png": PHRASE,
        "docs/pages/about.en.md": page({"title": "A"}, SHOWN.format(name="../guides/two/leaf.png")),
    }
    assert len(where(staged(collection(tmp_path / "root", **files)), PHRASE)) == 2


def test_the_files_of_a_work_and_captions_are_there(tmp_path: Path) -> None:
    held = archive("[A film](film.mp4)\n", holding="full", title="Held").replace("work:\n", "work:\n  files: [a.pdf]\n")
    files: dict[str, str | bytes] = {"docs/archive/held/index.en.md": held}
    names = ["a.pdf", "film.cy.vtt", "film.mp4", "film.srt"]
    files |= {f"docs/archive/held/{name}": "x" for name in [*names, "other.vtt"]}
    tree = staged(collection(tmp_path, **files))
    assert files_in(tree, "archive/held") == [f"{code}/archive/held/{name}" for code in ("cy", "en") for name in names]


# On paper, and in the proof


def test_on_paper_no_address_leads_to_a_file_that_is_not_online(tmp_path: Path) -> None:
    body = "[a](../../questions/q/leaf.pdf)\n[b](../../guides/one/picture.png)\n"
    files: dict[str, str | bytes] = {
        "docs/questions/q/answer-3.en.md": answer("[x](leaf.pdf)\n", **PEOPLE_S),
        "docs/questions/q/leaf.pdf": "x",
        "docs/toolkits/more/index.en.md": toolkit([], body),
    }
    sheet = text_at(staged(collection(tmp_path, **files), Edition.PRINT), "en/toolkits/more/index.md")
    assert "leaf.pdf" not in sheet
    assert "https://fingerpost.example/guides/one/picture.png" in sheet


@pytest.mark.parametrize("id", ["questions/q", "questions/q/answer-3"])
def test_the_file_of_an_answer_that_is_kept_back_is_looked_for(id: str, tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "docs/questions/q/answer-1.en.md": answer(SHOWN.format(name="other.png")),
        "docs/questions/q/answer-3.en.md": answer(SHOWN.format(name="leaf.png"), **PEOPLE_S),
        "docs/questions/q/leaf.png": "x",
        "docs/questions/q/other.png": "y",
    }
    library = collection(tmp_path, **files)
    resource = library.with_id(id)
    assert resource is not None
    sought = _refused(library, resource, Edition.WEB).files
    assert sorted(sought) == ["docs/questions/q/answer-3.en.md", "docs/questions/q/leaf.png"]
