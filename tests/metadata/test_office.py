"""Office and OpenDocument files: only the named members change, and people's words are left to people."""

import io
import zipfile

import pytest
from fingerpost.metadata import Sort, look, strip, zips

from tests.metadata import files
from tests.metadata.files import FILES, PLANTED, docx, odt, zipped

EMPTY = {"docProps/core.xml": "<a/>", "docProps/app.xml": "<a/>", "word/people.xml": "<a/>"}


def members(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def told(name: str, content: bytes, *, by_hand: bool = True) -> set[tuple[Sort, str]]:
    return {(trace.sort, trace.value) for trace in look(name, content) if trace.strippable != by_hand}


def test_a_word_file_s_members_stay_but_for_the_ones_named() -> None:
    before, after = members(FILES["a.docx"]), members(strip("a.docx", FILES["a.docx"]))
    gone = {"docProps/custom.xml", "docProps/thumbnail.jpeg"}
    assert list(after) == [name for name in before if name not in gone]
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {
        "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "docProps/app.xml", "word/people.xml",
        "word/_rels/settings.xml.rels", "word/media/image1.jpg",
    }  # fmt: skip
    assert b"<dc:title>Title &amp; more</dc:title>" in after["docProps/core.xml"]
    assert b"<Application>Words</Application>" in after["docProps/app.xml"]
    assert after["word/people.xml"] == b'<w15:people xmlns:w15="p"></w15:people>'
    assert after["word/media/image1.jpg"] == strip("a.jpg", files.jpeg())
    assert b'Target="Normal.dotm"' in after["word/_rels/settings.xml.rels"]


def test_nothing_names_a_part_that_is_gone() -> None:
    after = members(strip("a.docx", FILES["a.docx"]))
    assert b"custom" not in after["[Content_Types].xml"] + after["_rels/.rels"]
    assert b"thumbnail" not in after["_rels/.rels"]
    assert b'Target="word/document.xml"' in after["_rels/.rels"]
    assert b'PartName="/word/document.xml"' in after["[Content_Types].xml"]


def test_the_same_bytes_whatever_the_time_that_the_zip_says() -> None:
    with zipfile.ZipFile(io.BytesIO(strip("a.docx", FILES["a.docx"]))) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(
    ("member", "content", "expected"),
    [
        ("word/document.xml", '<w:ins w:id="1" w:author="Other"><w:r/></w:ins>', (Sort.TRACKED_CHANGES, "Other")),
        ("word/header1.xml", "<w:p><w:rPr><w:del /></w:rPr></w:p>", (Sort.TRACKED_CHANGES, "")),
        ("word/document.xml", '<w:pPrChange w:author="A. N. Other">', (Sort.TRACKED_CHANGES, "A. N. Other")),
        ("word/comments.xml", '<w:comment w:id="0" w:author="A. N. Other"/>', (Sort.COMMENT, "A. N. Other")),
        ("word/document.xml", "<w:rPr><w:vanish/></w:rPr>", (Sort.HIDDEN, "")),
        ("xl/comments1.xml", "<authors><author>Other</author></authors><comment ref='A1'/>", (Sort.COMMENT, "Other")),
        ("xl/threadedComments/threadedComment1.xml", "<threadedComment ref='A1'/>", (Sort.COMMENT, "")),
        ("xl/workbook.xml", '<sheet name="Names" sheetId="2" state="veryHidden"/>', (Sort.HIDDEN, "Names")),
        ("xl/revisions/revisionHeaders.xml", '<header guid="1" userName="Other">', (Sort.TRACKED_CHANGES, "Other")),
        ("ppt/comments/comment1.xml", '<p:cm authorId="0">', (Sort.COMMENT, "")),
        ("ppt/slides/slide2.xml", '<p:sld xmlns:p="p" show="0">', (Sort.HIDDEN, "slide2")),
    ],
)  # fmt: skip
def test_what_people_wrote_or_hid_is_told_and_left(member: str, content: str, expected: tuple[Sort, str]) -> None:
    made = docx({member: content})
    assert told("a.docx", made) == {expected}
    stripped = strip("a.docx", made)
    assert members(stripped)[member] == content.encode()
    assert told("a.docx", stripped) == {expected}
    assert told("a.docx", stripped, by_hand=False) == set()


@pytest.mark.parametrize(
    "content", ["<w:insideH/>", "<w:instrText> ins </w:instrText>", "a w:ins b", '<w:vanish w:val="0"/>']
)
def test_what_only_looks_like_a_change_is_none(content: str) -> None:
    assert told("a.docx", docx({"word/document.xml": content})) == set()


def test_who_remarked_stays_as_long_as_the_remarks_do() -> None:
    made = docx({"word/comments.xml": '<w:comment w:author="A. N. Other"/>'})
    assert members(strip("a.docx", made))["word/people.xml"] == members(made)["word/people.xml"]


@pytest.mark.parametrize(
    ("content", "value"),
    [
        ('<x15ac:absPath url="{}" xmlns:x15ac="a"/>', f"C:\\Users\\{PLANTED}\\"),
        ('<fileSharing readOnlyRecommended="1" userName="{}"/>', f"{PLANTED} again"),
    ],
)
def test_paths_and_names_in_a_workbook_are_emptied(content: str, value: str) -> None:
    made = docx({**EMPTY, "xl/workbook.xml": content.format(value)})
    assert (Sort.OWNER, value) in told("a.xlsx", made, by_hand=False)
    assert members(strip("a.xlsx", made))["xl/workbook.xml"] == content.format("").encode()


def test_a_file_that_cannot_be_stripped_whole_is_left_and_still_told() -> None:
    made = docx({"xl/workbook.xml": f'<absPath url="url="url="{PLANTED}"/>'})
    assert strip("a.xlsx", made) is made
    assert any(trace.strippable for trace in look("a.xlsx", made))


def test_hidden_numbers_of_a_list_are_no_hidden_text() -> None:
    assert told("a.docx", docx({"word/numbering.xml": "<w:vanish/>", "word/styles.xml": "<w:vanish/>"})) == set()


def test_slides_lose_the_record_of_who_changed_them() -> None:
    made = docx({"ppt/changesInfos/changesInfo1.xml": f'<a name="{PLANTED}"/>', "docMetadata/LabelInfo.xml": "<a/>"})
    assert {(Sort.HISTORY, "changesInfo1.xml"), (Sort.COMPANY, "LabelInfo")} <= told("a.pptx", made, by_hand=False)
    assert not {"ppt/changesInfos/changesInfo1.xml", "docMetadata/LabelInfo.xml"} & set(members(strip("a.pptx", made)))


def test_a_workbook_inside_a_document_is_stripped_too() -> None:
    inner = "word/embeddings/Sheet1.xlsx"
    made = docx({inner: docx()})
    assert members(strip("a.docx", made))[inner] == strip("a.xlsx", docx())


@pytest.mark.parametrize(
    ("name", "member"),
    [("a.svg", "word/media/image2.svg"), ("a.mp4", "ppt/media/media1.mp4"), ("a.png", "word/media/image3.bin")],
)
def test_drawings_films_and_pictures_under_any_name_are_stripped_too(name: str, member: str) -> None:
    made = strip("a.docx", docx({member: FILES[name]}))
    assert members(made)[member] == strip(name, FILES[name])
    assert look("a.docx", made) == ()


def test_a_document_in_a_document_in_a_document_is_left_to_people() -> None:
    made = docx()
    for _ in range(3):
        made = docx({"word/embeddings/a.docx": made})
    assert told("a.docx", made) == {(Sort.ATTACHMENT, "word/embeddings/a.docx")}


def test_a_clean_file_comes_back_as_the_very_same_bytes() -> None:
    for name, content in (("a.docx", FILES["a.docx"]), ("a.odt", FILES["a.odt"]), ("a.epub", FILES["a.epub"])):
        clean = strip(name, content)
        assert clean != content
        assert strip(name, clean) is clean


def test_an_opendocument_s_members_stay_but_for_the_ones_named() -> None:
    before, after = members(FILES["a.odt"]), members(strip("a.odt", FILES["a.odt"]))
    assert set(before) - set(after) == {"Thumbnails/thumbnail.png", "Versions/Version1"}
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {"meta.xml", "settings.xml", "META-INF/manifest.xml", "Pictures/a.png"}
    assert b"<dc:title>Title</dc:title>" in after["meta.xml"]
    assert b'office:version="1.3"' in after["meta.xml"]
    assert b"Words/1.0" in after["meta.xml"]  # LibreOffice lays out by it
    assert after["META-INF/manifest.xml"].count(b"file-entry") == 1
    assert next(iter(after)) == "mimetype"


def test_remarks_and_changes_in_an_opendocument_are_told_and_left() -> None:
    by = "<dc:creator>A. N. Other</dc:creator>"
    body = f"<text:tracked-changes><text:changed-region>{by}</text:changed-region></text:tracked-changes>"
    body += "<office:annotation><text:p>So?</text:p></office:annotation><text:hidden-text/>"
    made = odt(body)
    expected = {(Sort.TRACKED_CHANGES, "A. N. Other"), (Sort.COMMENT, ""), (Sort.HIDDEN, "")}
    assert told("a.odt", made) == expected
    assert members(strip("a.odt", made))["content.xml"] == members(made)["content.xml"]


def test_an_entity_bomb_is_refused() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><a><creator>&b;</creator></a>'
    for core in (bomb.encode(), bomb.encode("utf-16")):
        made = docx({"docProps/core.xml": core})
        assert [trace.sort for trace in look("a.docx", made)] == [Sort.UNREADABLE]
        assert strip("a.docx", made) is made


def test_a_zip_that_would_fill_the_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    made = docx({"word/media/b.bin": bytes(300_000)})
    assert Sort.UNREADABLE not in {trace.sort for trace in look("a.docx", made)}
    monkeypatch.setattr(zips, "MOST_BYTES", 200_000)
    assert [trace.sort for trace in look("a.docx", made)] == [Sort.UNREADABLE]


def test_two_members_of_one_name_and_too_many_members_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("[Content_Types].xml", "earlier")
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("[Content_Types].xml", "later")
    assert [trace.sort for trace in look("a.docx", target.getvalue())] == [Sort.UNREADABLE]
    monkeypatch.setattr(zips, "MOST_MEMBERS", 3)
    assert [trace.sort for trace in look("a.docx", docx())] == [Sort.UNREADABLE]


def test_a_locked_file_is_refused() -> None:
    locked = FILES["a.odt"].replace(b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00")
    assert locked != FILES["a.odt"]
    assert [trace.sort for trace in look("a.odt", locked)] == [Sort.UNREADABLE]
    made = zipped({"META-INF/manifest.xml": "<manifest:encryption-data/>", "content.xml": "?"})
    assert [trace.sort for trace in look("a.odt", made)] == [Sort.UNREADABLE]
