"""Reading a collection: a folder in, resources and faults out, and nothing raised."""

import tempfile
from pathlib import Path

import pytest
from fingerpost.library.decoding import MOST_BYTES
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers import VOCABULARIES, answer, codes, entry, guide, page, read, steady, the_fault, toolkit, welsh

ONE = "docs/guides/one/index.en.md"
ONE_CY = "docs/guides/one/index.cy.md"


def part(title: str = "A part", **changes: object) -> str:
    return page({"title": title, "part": "activity", **changes}, "Words.\n")


# What is read


def test_a_resource_is_its_folder_its_language_is_in_the_file_s_name(tmp_path: Path) -> None:
    original = guide()
    library = read(tmp_path, {ONE: original, ONE_CY: welsh(original)})
    assert not library.faults
    resource = library.resources["guides/one"]
    assert resource.kind.name == "guide"
    assert resource.main.original == "en"
    assert set(resource.main.texts) == {"en", "cy"}
    assert resource.main.texts["cy"].title == "Teitl"
    assert not resource.main.is_stale("cy")
    assert resource.main.text_for("cy").language == "cy"
    assert resource.main.text_for("fr").language == "en"


def test_an_original_may_be_in_any_language(tmp_path: Path) -> None:
    block = {"from": "cy", "source": "00000000", "status": "draft"}
    english = page({"title": "A", "summary": "B", "translation": block}, "Words.\n")
    library = read(tmp_path, {ONE_CY: guide(), ONE: english})
    assert not library.faults
    assert library.resources["guides/one"].main.original == "cy"


def test_a_translation_of_other_words_is_stale(tmp_path: Path) -> None:
    original = guide("One thing.\n")
    library = read(tmp_path, {ONE: guide("Another thing.\n"), ONE_CY: welsh(original)})
    assert library.resources["guides/one"].main.is_stale("cy")
    assert not library.resources["guides/one"].main.is_stale("en")


def test_line_ends_and_a_byte_order_mark_make_no_difference(tmp_path: Path) -> None:
    text = guide("One\n\nTwo [three](four.md)\n")
    plain = read(tmp_path / "plain", {ONE: text})
    windows = read(tmp_path / "windows", {ONE: b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()})
    old = read(tmp_path / "old", {ONE: text.replace("\n", "\r")})
    texts = [library.resources["guides/one"].main.source for library in (plain, windows, old)]
    assert [text.body for text in texts] == [texts[0].body] * 3
    assert [text.body_line for text in texts] == [texts[0].body_line] * 3
    assert [text.fingerprint for text in texts] == [texts[0].fingerprint] * 3
    assert [dict(text.lines) for text in texts] == [dict(texts[0].lines)] * 3


def test_parts_stand_in_the_order_their_toolkit_gives(tmp_path: Path) -> None:
    order = ["poster-z", "activity-b", "notes-c", "activity-a"]
    files = {f"docs/toolkits/kit/{stem}.en.md": part(stem) for stem in order}
    library = read(tmp_path, {**files, "docs/toolkits/kit/index.en.md": toolkit(order)})
    assert not library.faults
    assert [piece.stem for piece in library.resources["toolkits/kit"].parts] == order


def test_a_part_that_is_named_and_not_there_and_one_that_is_there_and_not_named(tmp_path: Path) -> None:
    kit = toolkit(["activity-a", "activity-gone"])
    files = {
        "docs/toolkits/kit/index.en.md": kit,
        "docs/toolkits/kit/activity-a.en.md": part(),
        "docs/toolkits/kit/poster-new.en.md": part(),
    }
    library = read(tmp_path, files)
    line = kit.split("\n").index("- activity-gone") + 1
    assert codes(library) == [
        ("part-not-there", "docs/toolkits/kit/index.en.md", line),
        ("part-not-named", "docs/toolkits/kit/poster-new.en.md", 1),
    ]
    assert [piece.stem for piece in library.resources["toolkits/kit"].parts] == ["activity-a"]


def test_answers_stand_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    files = {f"docs/questions/q/answer-{number}.en.md": answer(f"{number}\n") for number in (10, 2, 1)}
    library = read(tmp_path, {**files, "docs/questions/q/index.en.md": guide()})
    question = library.resources["questions/q"]
    assert [found.id for found in question.answers] == [f"questions/q/answer-{number}" for number in (1, 2, 10)]
    assert len(list(question.texts)) == 4


def test_an_easy_read_version_and_other_files_belong_to_their_resource(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        ONE: guide(),
        "docs/guides/one/easy.en.md": page({"title": "Easy"}, "Short.\n"),
        "docs/guides/one/picture.png": b"\x89PNG",
        "docs/guides/one/more/table.csv": "a,b\n",
        "docs/guides/one/.notes": "hidden",
    }
    resource = read(tmp_path, files).resources["guides/one"]
    assert resource.easy
    assert resource.files == ("docs/guides/one/more/table.csv", "docs/guides/one/picture.png")


def test_plain_pages_are_files_of_their_own(tmp_path: Path) -> None:
    about = page({"title": "About"}, "Us.\n")
    library = read(tmp_path, {ONE: guide(), "docs/pages/about.en.md": about, "docs/pages/about.cy.md": welsh(about)})
    assert not library.faults
    assert set(library.resources["pages/about"].main.texts) == {"en", "cy"}
    assert [resource.id for resource in library.listed] == ["guides/one"]


def test_resources_stand_in_the_order_of_their_ids(tmp_path: Path) -> None:
    files = {f"docs/{kind}/{name}/index.en.md": guide() for kind in ("questions", "guides") for name in ("b", "a")}
    assert list(read(tmp_path, files).resources) == ["guides/a", "guides/b", "questions/a", "questions/b"]


# What is out of place


@pytest.mark.parametrize(
    ("path", "code", "said"),
    [
        ("docs/stories/one/index.en.md", "unknown-folder", "docs/stories"),
        ("docs/notes.txt", "misplaced-file", "docs/notes.txt"),
        ("docs/guides", "misplaced-file", "docs/guides"),
        ("docs/guides/index.en.md", "misplaced-file", "docs/guides/index.en.md"),
        ("docs/guides/Bad Name/index.en.md", "bad-id", "docs/guides/Bad Name"),
        ("docs/guides/two--three/index.en.md", "bad-id", "docs/guides/two--three"),
        ("docs/guides/one/index.md", "misnamed-file", "docs/guides/one/index.md"),
        ("docs/guides/one/Index.en.md", "misnamed-file", "docs/guides/one/Index.en.md"),
        ("docs/guides/one/part.en.md", "misnamed-file", "docs/guides/one/part.en.md"),
        ("docs/guides/one/activity-a.en.md", "misnamed-file", "docs/guides/one/activity-a.en.md"),
        ("docs/guides/one/answer-1.en.md", "misnamed-file", "docs/guides/one/answer-1.en.md"),
        ("docs/guides/one/more/index.en.md", "misnamed-file", "docs/guides/one/more/index.en.md"),
        ("docs/questions/q/answer-0.en.md", "misnamed-file", "docs/questions/q/answer-0.en.md"),
        ("docs/toolkits/kit/walk-a.en.md", "misnamed-file", "docs/toolkits/kit/walk-a.en.md"),
        ("docs/pages/about.md", "misnamed-file", "docs/pages/about.md"),
        ("docs/pages/more/about.en.md", "misnamed-file", "docs/pages/more"),
        ("docs/guides/one/index.fr.md", "unknown-language", "docs/guides/one/index.fr.md"),
        ("docs/pages/about.fr.md", "unknown-language", "docs/pages/about.fr.md"),
        ("docs/guides/one/easy.en.md", "no-index", "docs/guides/one"),
        ("docs/guides/one/picture.png", "no-index", "docs/guides/one"),
    ],
)
def test_what_stands_in_the_wrong_place_is_named(path: str, code: str, said: str, tmp_path: Path) -> None:
    library = read(tmp_path, {path: guide()})
    assert (code, said, 1) in codes(library)
    assert not library.listed


def test_the_languages_of_the_site_are_said_where_one_is_not_among_them(tmp_path: Path) -> None:
    fault = the_fault(read(tmp_path, {ONE: guide(), "docs/guides/one/index.fr.md": guide()}))
    assert (fault.detail["language"], fault.detail["languages"]) == ("fr", "en, cy")


def test_files_that_only_a_system_sees_are_passed_over(tmp_path: Path) -> None:
    hidden = ["docs/.DS_Store", "docs/.git/config", "docs/guides/.DS_Store", "docs/guides/one/.index.en.md.part"]
    assert not read(tmp_path, {ONE: guide(), **dict.fromkeys(hidden, "x"), "docs/pages/.about.en.md": "x"}).faults


@pytest.mark.parametrize(
    "place",
    [
        "docs/guides",
        "docs/guides/other",
        "docs/guides/one/index.cy.md",
        "docs/guides/one/picture.png",
        "docs/guides/one/more",
        "docs/pages/about.en.md",
        "docs/_vocabulary",
    ],
)
@pytest.mark.parametrize("leads", ["out", "in", "nowhere"])
def test_a_symlink_is_refused_wherever_it_leads(place: str, leads: str, tmp_path: Path) -> None:
    root = tmp_path / "root"
    outside = tmp_path / "outside"
    for folder in (outside, root / "docs" / "kept"):
        (folder / "one").mkdir(parents=True)
        (folder / "index.en.md").write_text(guide("A secret.\n"), "utf-8")
    target = {"out": outside, "in": root / "docs" / "kept", "nowhere": tmp_path / "nowhere"}[leads]
    files = {} if place == "docs/guides" else {ONE: guide()}
    library_files = {**({} if place == "docs/_vocabulary" else VOCABULARIES), **files}
    link = root / place
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(target if "." not in link.name else target / "index.en.md")
    library = read(root, library_files, vocabularies=False)
    assert ("symlink", place, 1) in codes(library)
    assert "A secret" not in "".join(text.body for found in library.resources.values() for text in found.texts)
    assert not any("kept" in file or "more" in file for found in library.resources.values() for file in found.files)


# Originals and translations


def test_two_originals_are_said_on_the_later_one(tmp_path: Path) -> None:
    library = read(tmp_path, {ONE: guide(), ONE_CY: guide()})
    fault = the_fault(library)
    assert (fault.code, fault.path, fault.detail["other"]) == ("two-originals", ONE, "index.cy.md")
    assert not library.resources


def test_a_translation_of_nothing_is_said_on_its_block(tmp_path: Path) -> None:
    library = read(tmp_path, {ONE_CY: welsh(guide())})
    assert codes(library) == [("translation-of-nothing", ONE_CY, 4)]
    assert not library.resources


@pytest.mark.parametrize(("original", "other"), [("en", "cy"), ("cy", "en")])
def test_where_the_original_cannot_be_read_only_that_is_said(original: str, other: str, tmp_path: Path) -> None:
    block = {"from": original, "source": "00000000", "status": "draft"}
    files = {
        f"docs/guides/one/index.{original}.md": "---\ntitle: 'not closed\n---\n",
        f"docs/guides/one/index.{other}.md": page({"title": "A", "summary": "B", "translation": block}),
    }
    assert [fault.path for fault in read(tmp_path, files).faults] == [f"docs/guides/one/index.{original}.md"]


def test_a_translation_from_another_language_than_the_original_s_is_said(tmp_path: Path) -> None:
    block = {"from": "cy", "source": "00000000", "status": "draft"}
    library = read(tmp_path, {ONE: guide(), ONE_CY: page({"title": "A", "summary": "B", "translation": block})})
    assert codes(library) == [("translation-from-another", ONE_CY, 5)]


@pytest.mark.parametrize("key", ["title", "summary"])
def test_a_translation_has_the_words_that_its_original_has(key: str, tmp_path: Path) -> None:
    original = guide()
    translation = welsh(original, **{key: None}).replace(f"{key}: null\n", "")
    fault = the_fault(read(tmp_path, {ONE: original, ONE_CY: translation}))
    assert (fault.code, fault.path, fault.detail["key"]) == ("missing-key", ONE_CY, key)


def test_parts_and_answers_have_originals_too(tmp_path: Path) -> None:
    files = {
        "docs/toolkits/kit/index.en.md": toolkit(["activity-a"]),
        "docs/toolkits/kit/activity-a.en.md": part(),
        "docs/toolkits/kit/activity-a.cy.md": part(),
        "docs/questions/q/index.en.md": guide(),
        "docs/questions/q/answer-1.cy.md": welsh(answer("One\n")),
    }
    found = {(code, path) for code, path, _ in codes(read(tmp_path, files))}
    assert ("two-originals", "docs/toolkits/kit/activity-a.en.md") in found
    assert ("translation-of-nothing", "docs/questions/q/answer-1.cy.md") in found


# What cannot be read


def test_a_file_that_is_not_utf_8_is_said_with_its_line(tmp_path: Path) -> None:
    raw = guide("One\nT\xe2l\n").encode("latin-1")
    line = raw[: raw.index(b"\xe2")].count(b"\n") + 1
    assert codes(read(tmp_path, {ONE: raw})) == [("not-utf-8", ONE, line)]


def test_a_file_with_a_nul_character_is_no_text(tmp_path: Path) -> None:
    text = guide("One\n\x00\n")
    line = text[: text.index("\x00")].count("\n") + 1
    assert codes(read(tmp_path, {ONE: text})) == [("not-text", ONE, line)]


def test_utf_16_is_told_apart(tmp_path: Path) -> None:
    assert codes(read(tmp_path, {ONE: guide().encode("utf-16")})) == [("utf-16", ONE, 1)]


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    head = guide("")
    most = head + "a" * (MOST_BYTES - len(head.encode()))
    assert not read(tmp_path / "most", {ONE: most}).faults
    assert codes(read(tmp_path / "more", {ONE: most + "a"})) == [("file-too-large", ONE, 1)]


def test_a_folder_with_a_page_s_name_cannot_be_read(tmp_path: Path) -> None:
    library = read(tmp_path, {ONE: guide(), "docs/pages/about.en.md/x.txt": "x"})
    assert codes(library) == [("cannot-be-read", "docs/pages/about.en.md", 1)]


def test_one_bad_file_takes_no_other_with_it(tmp_path: Path) -> None:
    library = read(
        tmp_path, {ONE: guide(), "docs/guides/two/index.en.md": b"\xff", "docs/guides/three/index.en.md": "x"}
    )
    assert list(library.resources) == ["guides/one"]
    assert [code for code, _, _ in codes(library)] == ["no-front-matter", "not-utf-8"]


@pytest.mark.parametrize("there", [True, False])
def test_an_empty_collection_is_said(there: bool, tmp_path: Path) -> None:
    if there:
        (tmp_path / "docs").mkdir()
        found = codes(read(tmp_path))
        assert found == [("nothing-here", "docs", 1)]
    found = codes(read(tmp_path, vocabularies=False))
    assert ("nothing-here", "docs", 1) in found


def test_plain_pages_alone_are_an_empty_collection(tmp_path: Path) -> None:
    assert codes(read(tmp_path, {"docs/pages/about.en.md": page({"title": "About"})})) == [("nothing-here", "docs", 1)]


YAML = st.sampled_from(
    [b"---\n", b"title: A\n", b"&a ", b"*a", b"[", b"{", b"content: x\n", b"translation:\n", b"!!int ''"]
)
BYTES = st.one_of(st.binary(max_size=200), st.lists(st.one_of(YAML, st.binary(max_size=8)), max_size=12).map(b"".join))
PLACES = st.sampled_from(
    [
        ONE,
        ONE_CY,
        "docs/guides/one/easy.en.md",
        "docs/toolkits/kit/index.en.md",
        "docs/toolkits/kit/activity-a.en.md",
        "docs/questions/q/answer-1.en.md",
        "docs/pages/about.cy.md",
        "docs/_vocabulary/topics.yml",
        "docs/_withdrawn.yml",
        "docs/stray.md",
    ]
)


@steady
@given(st.dictionaries(PLACES, BYTES, min_size=1, max_size=4))
def test_whatever_bytes_lie_there_reading_never_raises(files: dict[str, bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        library = read(Path(folder), {"docs/guides/sound/index.en.md": page(entry(), "Words.\n"), **files})
    assert "guides/sound" in library.resources
    assert all(fault.path.startswith("docs") and fault.line >= 1 for fault in library.faults)
    read_as_text = {text.path for resource in library.resources.values() for text in resource.texts}
    assert all(files[path].startswith(b"---") for path in read_as_text & set(files))
