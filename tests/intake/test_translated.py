"""Stamping a translation: eight digits change, the day is written down, and nothing else in the whole collection."""

from pathlib import Path

import pytest
from fingerpost.intake import stamp_translation
from fingerpost.library import Library
from fingerpost.problems import FingerpostProblem

from tests.helpers import MADE as MADE_AT
from tests.helpers import answer, everything, guide, page, read, toolkit, welsh

ONE = guide("The words as they are now.\n", title="One")
OLD = "0badf00d"
MADE_ON = MADE_AT.date()
CY = "docs/guides/one/index.cy.md"


def collection(root: Path, translation: str | bytes) -> Library:
    library = read(root, {"docs/guides/one/index.en.md": ONE, CY: translation})
    assert not library.faults, library.faults
    return library


def stamped(library: Library, wanted: str, language: str, *, minor: bool = True) -> tuple[str, ...]:
    """Stamp, and return the files; minor unless told otherwise, so that nothing but the digits changes."""
    return tuple(file.path for file in stamp_translation(library, wanted, language, minor=minor))


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
    assert stamped(library, "guides/one", "cy") == (CY,)
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
    assert stamped(library, "guides/one", "cy") == (CY,)
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
    assert stamped(library, "guides/one", "cy") == (CY,)
    after = (tmp_path / CY).read_text("utf-8")
    assert f"Open source: {OLD}" in after
    assert not read(tmp_path).resources["guides/one"].main.is_stale("cy")


def test_a_second_time_changes_nothing(tmp_path: Path) -> None:
    collection(tmp_path, welsh(ONE, source=OLD))
    assert stamped(read(tmp_path), "guides/one", "cy", minor=False) == (CY,)
    before = dict(everything(tmp_path))
    assert stamped(read(tmp_path), "guides/one", "cy", minor=False) == ()
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
    assert sorted(stamped(library, "toolkits/kit", "cy")) == [
        "docs/toolkits/kit/activity-a.cy.md",
        "docs/toolkits/kit/easy.cy.md",
        "docs/toolkits/kit/index.cy.md",
    ]
    # The question's own translation was made from it as it stands, so only the answer's is stamped.
    assert stamped(library, "questions/q", "cy") == ("docs/questions/q/answer-1.cy.md",)
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
    assert stamped(library, "toolkits/kit/activity-a", "cy") == (changed,)
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


BLOCKS = {
    "flow": 'translation: {{from: en, source: "{mark}"{made}, status: {status}}}   # remark',
    "flow over lines": 'translation:\n  {{\n    from: en,\n    source: "{mark}"{made},\n    status: {status} }}',
    "lines": 'translation:\n    from: en\n    source: "{mark}"   # remark\n{made}    status: {status}',
    "source last": 'translation:\n  status: {status}\n  from: en\n  source: "{mark}"{made}',
}
MADE = {
    "flow": ", made: 2026-11-21",
    "flow over lines": ", made: 2026-11-21",
    "lines": "    made: 2026-11-21\n",
    "source last": "\n  made: 2026-11-21",
}


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("form", BLOCKS)
def test_the_day_is_written_beside_the_digits(form: str, ends: str, tmp_path: Path) -> None:
    def file(**values: str) -> bytes:
        text = f"---\ntitle: Teitl\nsummary: Crynodeb\n{BLOCKS[form].format(**values)}\n---\nGeiriau.\n"
        return text.replace("\n", ends).encode()

    library = collection(tmp_path, file(mark=OLD, made="", status="draft"))
    assert stamped(library, "guides/one", "cy", minor=False) == (CY,)
    expected = file(mark=mark_of(library), made=MADE[form], status="draft")
    assert (tmp_path / CY).read_bytes() == expected
    assert read(tmp_path).resources["guides/one"].main.texts["cy"].translation is not None


def test_a_day_that_is_there_is_replaced(tmp_path: Path) -> None:
    before = welsh(ONE, source=OLD, status="draft", made="2025-01-01")
    library = collection(tmp_path, before)
    assert stamped(library, "guides/one", "cy", minor=False) == (CY,)
    block = read(tmp_path).resources["guides/one"].main.texts["cy"].translation
    assert block is not None
    assert block.made == MADE_ON


def test_what_a_second_person_had_read_is_a_draft_again(tmp_path: Path) -> None:
    library = collection(tmp_path, welsh(ONE, source=OLD))
    (file,) = stamp_translation(library, "guides/one", "cy")
    assert file.unread
    block = read(tmp_path).resources["guides/one"].main.texts["cy"].translation
    assert block is not None
    assert (block.status, len(block.reviewed_by)) == ("draft", 1)


def test_after_a_minor_change_it_stays_as_it_was_read(tmp_path: Path) -> None:
    before = welsh(ONE, source=OLD)
    library = collection(tmp_path, before)
    (file,) = stamp_translation(library, "guides/one", "cy", minor=True)
    assert not file.unread
    assert (tmp_path / CY).read_text("utf-8") == before.replace(OLD, f'"{mark_of(library)}"')


def test_a_line_that_cannot_be_changed_safely_is_left_as_it_is(tmp_path: Path) -> None:
    before = (
        f'---\ntitle: T\nsummary: C\n"translation": {{from: en, "source": "{OLD}", status: draft}}\n---\nGeiriau.\n'
    )
    library = collection(tmp_path, before)
    with pytest.raises(FingerpostProblem, match='Write: source: "'):
        stamp_translation(library, "guides/one", "cy")
    assert (tmp_path / CY).read_text("utf-8") == before
