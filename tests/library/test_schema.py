"""Front matter against its schema: each thing that does not fit, on its line, with the keys that are known."""

from pathlib import Path

import pytest
from fingerpost.library.faults import Fault

from tests.helpers import codes, guide, read, the_fault, toolkit, welsh

GUIDE = """title: A title
summary: A summary.
topics: [wellbeing]
credits:
  - {name: Example Group, as: group}
made_by: compiled
published: 2026-11-21
rights:
  licence: CC-BY-SA-4.0
"""


def fault_in(tmp_path: Path, front: str, kind: str = "guides") -> Fault:
    library = read(tmp_path, {f"docs/{kind}/one/index.en.md": f"---\n{front}---\nWords.\n"})
    assert not library.resources
    return the_fault(library)


def known(fault: Fault) -> list[str]:
    return fault.detail["known"].split(", ")


def test_the_example_is_sound(tmp_path: Path) -> None:
    assert codes(read(tmp_path, {"docs/guides/one/index.en.md": f"---\n{GUIDE}---\nWords.\n"})) == []


@pytest.mark.parametrize(
    ("after", "more", "line", "key", "some_known"),
    [
        ("rights:\n  licence: CC-BY-SA-4.0\n", "topcis: [pay]\n", 11, "topcis", ["topics", "credits", "rights"]),
        ("title: A title\n", "Summary: B\n", 3, "Summary", ["summary"]),
        ("  licence: CC-BY-SA-4.0\n", "  license: MIT\n", 11, "license", ["licence", "holder", "permission"]),
        ("as: group}\n", "  - {nmae: B, as: named}\n", 7, "nmae", ["name", "role", "as"]),
    ],
)
def test_a_key_that_is_not_known_is_said_with_those_that_are(
    after: str, more: str, line: int, key: str, some_known: list[str], tmp_path: Path
) -> None:
    fault = fault_in(tmp_path, GUIDE.replace(after, after + more))
    assert (fault.code, fault.line, fault.detail["key"]) == ("unknown-key", line, key)
    assert set(some_known) <= set(known(fault))
    assert "shown" not in known(fault)  # `as` is the word that people write


def test_every_fault_of_a_file_is_found_in_one_run(tmp_path: Path) -> None:
    front = GUIDE.replace("title: A title\n", "").replace("compiled", "somebody").replace("published", "publisht")
    library = read(tmp_path, {"docs/guides/one/index.en.md": f"---\n{front}---\n"})
    path = "docs/guides/one/index.en.md"
    assert codes(library) == [
        ("missing-key", path, 1),
        ("missing-key", path, 1),
        ("wrong-value", path, 6),
        ("unknown-key", path, 7),
    ]
    assert {fault.detail["key"] for fault in library.faults} == {"title", "published", "made_by", "publisht"}


@pytest.mark.parametrize("key", ["title", "summary", "topics", "credits", "made_by", "published", "rights"])
def test_a_key_that_is_missing_is_named(key: str, tmp_path: Path) -> None:
    library = read(tmp_path, {"docs/guides/one/index.en.md": guide(**{key: None})})
    fault = the_fault(library)
    assert (fault.code, fault.detail["key"]) == ("missing-key", key)


def test_a_missing_key_inside_a_mapping_is_said_on_the_mapping_s_line(tmp_path: Path) -> None:
    fault = fault_in(tmp_path, GUIDE.replace("  licence: CC-BY-SA-4.0", "  holder: Example Group"))
    assert (fault.code, fault.line, fault.detail["key"]) == ("missing-key", 9, "rights.licence")


@pytest.mark.parametrize(
    ("before", "after", "line", "key"),
    [
        ("title: A title", "title: [a, b]", 2, "title"),
        ("title: A title", "title: ''", 2, "title"),
        ("title: A title", f"title: {'a' * 301}", 2, "title"),
        ("title: A title", "title: 1984", 2, "title"),
        ("title: A title", "title:", 2, "title"),
        ("topics: [wellbeing]", "topics: [wellbeing,\n  Well being]", 5, "topics.1"),
        ("topics: [wellbeing]", "topics: []", 4, "topics"),
        ("topics: [wellbeing]", "topics: wellbeing", 4, "topics"),
        ("as: group", "as: themselves", 6, "credits.0.as"),
        ("made_by: compiled", "made_by: somebody", 7, "made_by"),
        ("published: 2026-11-21", "published: soon", 8, "published"),
        ("published: 2026-11-21", "published: 2026-11-31", 8, "published"),
        ("published: 2026-11-21", "published: 20261121", 8, "published"),
        ("published: 2026-11-21", "published: 86400", 8, "published"),
        ("published: 2026-11-21", "published: 2026-11-21T12:00:00", 8, "published"),
        ("published: 2026-11-21", "published: 2026-W47-6", 8, "published"),
        ("published: 2026-11-21", "published: 1.5", 8, "published"),
        ("published: 2026-11-21", "published: true", 8, "published"),
        ("published: 2026-11-21", "published: ٢٠٢٦-11-21", 8, "published"),
        ("  licence: CC-BY-SA-4.0", "  [a, b]", 9, "rights"),
        ("title: A title", f"title: 0x{'f' * 5000}", 2, "title"),
    ],
)
def test_a_value_that_does_not_fit_is_said_on_its_line(
    before: str, after: str, line: int, key: str, tmp_path: Path
) -> None:
    fault = fault_in(tmp_path, GUIDE.replace(before, after))
    assert (fault.code, fault.line, fault.detail["key"]) == ("wrong-value", line, key)
    assert len(fault.detail["value"]) <= 80


def test_what_may_stand_in_a_value_is_said(tmp_path: Path) -> None:
    fault = fault_in(tmp_path, GUIDE.replace("made_by: compiled", "made_by: somebody"))
    assert "'lived-experience-led', 'co-produced' or 'compiled'" in fault.detail["expected"]


@pytest.mark.parametrize(
    "minutes", ["0", "-5", "soon", "1.5", "60.0", "[1]", "010", "0x10", "1_0", "12:30", "true", "10001"]
)
def test_minutes_are_a_whole_number_and_not_too_many(minutes: str, tmp_path: Path) -> None:
    files = {
        "docs/toolkits/one/index.en.md": toolkit(["activity-a"]),
        "docs/toolkits/one/activity-a.en.md": f"---\ntitle: A\npart: activity\nminutes: {minutes}\n---\nWords.\n",
    }
    fault = next(fault for fault in read(tmp_path, files).faults if fault.path.endswith("activity-a.en.md"))
    assert (fault.code, fault.line) == ("wrong-value", 4)


@pytest.mark.parametrize("key", ["topics", "credits", "rights", "made_by", "published", "consent"])
def test_a_translation_that_repeats_what_is_the_original_s_is_told_so(key: str, tmp_path: Path) -> None:
    original = guide()
    translation = welsh(original).replace("translation:", f"{key}: x\ntranslation:")
    files = {"docs/guides/one/index.en.md": original, "docs/guides/one/index.cy.md": translation}
    fault = the_fault(read(tmp_path, files))
    assert (fault.code, fault.path, fault.line) == ("translation-repeats", "docs/guides/one/index.cy.md", 4)
    assert fault.detail["key"] == key


def test_a_key_that_nothing_knows_is_unknown_in_a_translation_too(tmp_path: Path) -> None:
    original = guide()
    translation = welsh(original).replace("status:", "statsu:")
    library = read(tmp_path, {"docs/guides/one/index.en.md": original, "docs/guides/one/index.cy.md": translation})
    found = {fault.code: fault for fault in library.faults}
    assert set(found) == {"unknown-key", "missing-key"}
    assert (found["unknown-key"].line, found["unknown-key"].detail["key"]) == (7, "statsu")
    assert "from" in known(found["unknown-key"])
    assert found["missing-key"].detail["key"] == "translation.status"


@pytest.mark.parametrize("key", ["1", "~", "2026-11-21", ".nan", "content", "handler"])
def test_a_key_that_is_no_word_of_ours_is_a_fault_with_its_line(key: str, tmp_path: Path) -> None:
    fault = fault_in(tmp_path, f"{GUIDE}{key}: x\n")
    assert fault.line == 11


def test_what_is_read_is_typed_and_as_it_was_written(tmp_path: Path) -> None:
    library = read(tmp_path, {"docs/guides/one/index.en.md": f"---\n{GUIDE}---\nWords.\n"})
    entry = library.resources["guides/one"].entry
    assert entry.published == library.today
    assert entry.credits[0].shown == "group"
    assert entry.rights.licence == "CC-BY-SA-4.0"
    assert library.resources["guides/one"].main.source.line_of("rights", "licence") == 10
    assert library.resources["guides/one"].main.source.line_of("rights", "holder") == 9
    assert library.resources["guides/one"].main.source.line_of("nothing") == 1
