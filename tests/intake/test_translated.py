"""Stamping a translation: eight digits change, and nothing else in the whole collection."""

from pathlib import Path

import pytest
from fingerpost.intake import stamp_translation
from fingerpost.library import Library
from fingerpost.problems import FingerpostProblem

from tests.helpers import answer, everything, guide, page, read, toolkit, welsh

ONE = guide("The words as they are now.\n", title="One")
OLD = "0badf00d"
CY = "docs/guides/one/index.cy.md"


def collection(root: Path, translation: str | bytes) -> Library:
    library = read(root, {"docs/guides/one/index.en.md": ONE, CY: translation})
    assert not library.faults, library.faults
    return library


def mark_of(library: Library) -> str:
    return library.resources["guides/one"].main.source.fingerprint


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("start", ["", "\ufeff"])
def test_only_eight_digits_change(start: str, ends: str, tmp_path: Path) -> None:
    text = f"""---
title: Teitl   # a remark that stays
summary: "Crynodeb: ŵy"
translation:
    from: en
    source:   "{OLD}"   # when it was made
    status: draft
---

Geiriau, source: "{OLD}".
"""
    before = (start + text.replace("\n", ends)).encode()
    library = collection(tmp_path, before)
    untouched = {path: raw for path, raw in everything(tmp_path) if path != CY}
    assert stamp_translation(library, "guides/one", "cy") == (CY,)
    after = (tmp_path / CY).read_bytes()
    place = before.index(OLD.encode())
    assert after == before[:place] + mark_of(library).encode() + before[place + 8 :]
    assert {path: raw for path, raw in everything(tmp_path) if path != CY} == untouched
    assert not read(tmp_path).resources["guides/one"].main.is_stale("cy")


@pytest.mark.parametrize("quote", ['"', "'", ""])
@pytest.mark.parametrize("form", ["source: {q}{mark}{q}", "{{from: en, source: {q}{mark}{q}, status: draft}}"])
def test_the_digits_may_stand_in_any_quotation_marks_or_none(form: str, quote: str, tmp_path: Path) -> None:
    inside = form.format(q=quote, mark=OLD)
    block = f" {inside}" if inside.startswith("{") else f"\n  from: en\n  {inside}\n  status: draft"
    before = f"---\ntitle: Teitl\nsummary: Crynodeb\ntranslation:{block}\n---\nGeiriau.\n"
    library = collection(tmp_path, before)
    assert stamp_translation(library, "guides/one", "cy") == (CY,)
    after = (tmp_path / CY).read_text("utf-8")
    # Bare digits may need quotation marks, or YAML would read 12345678 as a number.
    changed = [
        before.replace(f"{quote}{OLD}{quote}", f"{mark}{mark_of(library)}{mark}") for mark in {quote, quote or '"'}
    ]
    assert after in changed
    assert not read(tmp_path).resources["guides/one"].main.is_stale("cy")


@pytest.mark.parametrize("key", ["title", "summary"])
def test_words_that_look_like_a_stamp_are_left_alone(key: str, tmp_path: Path) -> None:
    before = welsh(ONE, **{key: f"Open source: {OLD}", "source": "0badcafe"})
    library = collection(tmp_path, before)
    assert stamp_translation(library, "guides/one", "cy") == (CY,)
    after = (tmp_path / CY).read_text("utf-8")
    assert f"Open source: {OLD}" in after
    assert not read(tmp_path).resources["guides/one"].main.is_stale("cy")


def test_a_second_time_changes_nothing(tmp_path: Path) -> None:
    collection(tmp_path, welsh(ONE, source=OLD))
    assert stamp_translation(read(tmp_path), "guides/one", "cy") == (CY,)
    before = dict(everything(tmp_path))
    assert stamp_translation(read(tmp_path), "guides/one", "cy") == ()
    assert dict(everything(tmp_path)) == before


def test_everything_of_a_resource_is_stamped(tmp_path: Path) -> None:
    part = page({"title": "A", "part": "activity"}, "Words.\n")
    easy = page({"title": "Easy"}, "Short.\n")
    kit = toolkit(["activity-a"])
    question = guide(title="Q?")
    yes = answer("Yes.\n")
    library = read(
        tmp_path,
        {
            "docs/toolkits/kit/index.en.md": kit,
            "docs/toolkits/kit/index.cy.md": welsh(kit, source=OLD),
            "docs/toolkits/kit/activity-a.en.md": part,
            "docs/toolkits/kit/activity-a.cy.md": welsh(part, source=OLD),
            "docs/toolkits/kit/easy.en.md": easy,
            "docs/toolkits/kit/easy.cy.md": welsh(easy, source=OLD),
            "docs/questions/q/index.en.md": question,
            "docs/questions/q/index.cy.md": welsh(question),
            "docs/questions/q/answer-1.en.md": yes,
            "docs/questions/q/answer-1.cy.md": welsh(yes, source=OLD),
        },
    )
    assert sorted(stamp_translation(library, "toolkits/kit", "cy")) == [
        "docs/toolkits/kit/activity-a.cy.md",
        "docs/toolkits/kit/easy.cy.md",
        "docs/toolkits/kit/index.cy.md",
    ]
    # The question's own translation was made from it as it stands, so only the answer's is stamped.
    assert stamp_translation(library, "questions/q", "cy") == ("docs/questions/q/answer-1.cy.md",)
    assert OLD.encode() not in b"".join(raw for _, raw in everything(tmp_path))


def test_one_piece_can_be_stamped_by_itself(tmp_path: Path) -> None:
    kit = toolkit(["activity-a"])
    part = page({"title": "A", "part": "activity"}, "Words.\n")
    library = read(
        tmp_path,
        {
            "docs/toolkits/kit/index.en.md": kit,
            "docs/toolkits/kit/index.cy.md": welsh(kit, source=OLD),
            "docs/toolkits/kit/activity-a.en.md": part,
            "docs/toolkits/kit/activity-a.cy.md": welsh(part, source=OLD),
        },
    )
    before = dict(everything(tmp_path))
    changed = "docs/toolkits/kit/activity-a.cy.md"
    assert stamp_translation(library, "toolkits/kit/activity-a", "cy") == (changed,)
    after = dict(everything(tmp_path))
    assert {path for path in before if before[path] != after[path]} == {changed}


@pytest.mark.parametrize(
    ("resource", "language", "said"),
    [
        ("guides/none", "cy", "There is no resource 'guides/none'."),
        ("toolkits/one", "cy", "There is no resource 'toolkits/one'. Did you mean guides/one?"),
        ("one", "cy", "Did you mean guides/one?"),
        ("guides/one", "fr", "guides/one has no translation into 'fr' to stamp."),
        ("guides/one", "en", "guides/one has no translation into 'en' to stamp."),
        ("", "cy", "There is no resource ''."),
    ],
)
def test_what_cannot_be_stamped_is_said_in_a_sentence(resource: str, language: str, said: str, tmp_path: Path) -> None:
    library = collection(tmp_path, welsh(ONE, source=OLD))
    before = dict(everything(tmp_path))
    with pytest.raises(FingerpostProblem) as problem:
        stamp_translation(library, resource, language)
    assert said in str(problem.value)
    assert dict(everything(tmp_path)) == before
