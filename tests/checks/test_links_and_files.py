"""Links in the right language, files that are what they seem: what is found, and what is left alone."""

import io
import random
import zipfile
import zlib
from pathlib import Path

import pytest
from fingerpost.checks.contents import members, sort_of, sort_of_archive
from fingerpost.checks.targets import same_heading

from tests.checks.samples import BASE, GUIDE, base, check, make_large, read, with_body, write

FOLDER = "docs/guides/example"
WELSH = f"{FOLDER}/index.cy.md"
HEADING = "## Water\n\nWords.\n\n### In summer\n\nMore words.\n"


def found(root: Path, id: str) -> list[str]:
    """Return what one check says of a collection."""
    return [f"{problem.message} {problem.advice}" for problem in check(root).problems if problem.id == id]


def said_of(root: Path, body: str, id: str) -> list[str]:
    """Return what one check says of the good guide with another body."""
    write(base(root), GUIDE, with_body(f"{body}\n\n{HEADING}"))
    return found(root, id)


def in_welsh(root: Path, body: str, id: str) -> list[str]:
    """Return what one check says of the good guide's translation with other words."""
    front = (BASE / WELSH).read_text("utf-8").split("---\n", 2)[1]
    write(base(root), WELSH, f"---\n{front}---\n\n{body}\n\n## Dŵr\n\nGeiriau.\n\n### Yn yr haf\n\nMwy.\n")
    return found(root, id)


@pytest.mark.parametrize(
    ("target", "advice"),
    [
        ("../goen/index.en.md", "is not there"),
        ("#dwr", "Did you mean '#water'?"),
        ("#yn-yr-haf", "Did you mean '#in-summer'?"),
        ("index.cy.md#in-summer", "Did you mean '#in-summer'?"),
    ],
)
def test_a_broken_link_says_what_to_put_in_its_place(target: str, advice: str, tmp_path: Path) -> None:
    (said,) = said_of(tmp_path, f"See [there]({target}).", "FP501")
    assert advice in said


@pytest.mark.parametrize(
    ("target", "advice"),
    [
        ("#water", "Did you mean '#dwr'?"),
        ("index.en.md#yn-yr-haf", "Did you mean '#yn-yr-haf'?"),
    ],
)
def test_in_a_welsh_text_the_heading_is_named_in_welsh(target: str, advice: str, tmp_path: Path) -> None:
    (said,) = in_welsh(tmp_path, f"Gweler [yno]({target}).", "FP501")
    assert advice in said


def test_a_heading_is_matched_only_where_both_texts_have_as_many(tmp_path: Path) -> None:
    write(base(tmp_path), GUIDE, with_body("## Water\n\n## Light\n\n## Time\n"))
    library = read(tmp_path)
    texts = library.resources["guides/example"].main.texts
    assert same_heading("light", texts["en"], texts["cy"]) == ""
    assert same_heading("light", texts["cy"], texts["en"]) == "light"


@pytest.mark.parametrize("target", ["../gone/index.en.md", "../gone/index.cy.md#part", "../gone/leaf.png", "../gone"])
def test_a_link_to_what_was_withdrawn_is_told_of_and_holds_nothing_up(target: str, tmp_path: Path) -> None:
    assert said_of(tmp_path / "link", f"See [there]({target}).", "FP501") == []
    (said,) = said_of(tmp_path / "other", f"See [there]({target}).", "FP907")
    assert "'guides/gone' was withdrawn by its makers on 2026-11-21." in said
    assert check(tmp_path / "other").publishable


def test_what_was_withdrawn_is_known_by_its_folder_its_files_and_an_answer(tmp_path: Path) -> None:
    ledger = "- {id: guides/gone, on: 2026-11-21}\n- {id: questions/example/answer-9, on: 2026-11-21}\n"
    write(base(tmp_path), "docs/_withdrawn.yml", f"{ledger}- {{id: pages/old, on: 2026-11-21}}\n")
    library = read(tmp_path)
    gone = ["docs/guides/gone/x.pdf", "docs/guides/gone", "docs/pages/old.cy.md"]
    assert all(library.withdrawn_at(path) for path in [*gone, "docs/questions/example/answer-9.en.md"])
    kept = ["docs/guides/gone-too/index.en.md", "docs/questions/example/index.en.md", "docs/pages/older.en.md"]
    assert not any(library.withdrawn_at(path) for path in kept)


@pytest.mark.parametrize(
    "link",
    [
        "[y dudalen](../../pages/about.en.md)",
        "[y dudalen](<../../pages/about.en.md>)",
        '<a href="../../pages/about.en.md">y dudalen</a>',
        "[y dudalen][1]\n\n[1]: ../../pages/about.en.md",
        "[y dudalen hon](index.en.md)",
        "[isod](index.en.md#water)",
    ],
)
def test_a_welsh_text_links_to_welsh_texts(link: str, tmp_path: Path) -> None:
    (said,) = in_welsh(tmp_path, f"Gweler {link}", "FP504")
    assert ".cy.md" in said


@pytest.mark.parametrize(
    "link",
    [
        "[y dudalen](../../pages/about.cy.md)",
        "[y pecyn](../../toolkits/example/index.en.md)",  # there is no Welsh one
        "`[y dudalen](../../pages/about.en.md)`",
        "<!-- [y dudalen](../../pages/about.en.md) -->",
        "[y wefan](https://example.org/about.en.md)",
        "[dim](../nothing/index.en.md)",
    ],
)
def test_other_links_of_a_welsh_text_are_left_alone(link: str, tmp_path: Path) -> None:
    assert in_welsh(tmp_path, f"Gweler {link}", "FP504") == []


def test_words_that_promise_the_other_language_are_to_be_mended(tmp_path: Path) -> None:
    (said,) = in_welsh(tmp_path, "Gweler [y dudalen (yn Saesneg)](../../pages/about.en.md).", "FP504")
    assert "mend the words" in said


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("pot.png", "![A pot](pot.png)"),
        ("pot.png", '<img src="pot.png" alt="A pot">'),
        ("tall pot.pdf", "[The handout](<tall%20pot.pdf>)"),
        ("pictures/pot.png", "![A pot](pictures/pot.png)"),
        ("pot.png", "![A pot][pot]\n\n[pot]: pot.png"),
        ("film.vtt", "[A film](film.mp4)"),
        ("film.cy.srt", "[A film](film.mp4)"),
    ],
)
def test_a_file_that_a_text_names_is_used(name: str, body: str, tmp_path: Path) -> None:
    write(base(tmp_path), f"{FOLDER}/{name}", "x")
    write(tmp_path, f"{FOLDER}/film.mp4", "x")
    assert not any(name in said for said in said_of(tmp_path, body, "FP505"))


@pytest.mark.parametrize("body", ["", "![A pot](big-pot.png)", "<!-- ![A pot](pot.png) -->", "`pot.png`"])
def test_a_file_that_no_text_names_is_unused(body: str, tmp_path: Path) -> None:
    write(base(tmp_path), f"{FOLDER}/pot.png", "x")
    assert any("'pot.png'" in said for said in said_of(tmp_path, body, "FP505"))


def test_a_file_may_be_used_by_another_resource(tmp_path: Path) -> None:
    write(base(tmp_path), f"{FOLDER}/pot.png", "x")
    assert len(found(tmp_path, "FP505")) == 1
    about = (BASE / "docs/pages/about.en.md").read_text("utf-8")
    write(tmp_path, "docs/pages/about.en.md", f"{about}\n![A pot](../guides/example/pot.png)\n")
    assert found(tmp_path, "FP505") == []


def test_the_files_of_a_work_are_used(tmp_path: Path) -> None:
    record = "docs/archive/example/index.en.md"
    write(base(tmp_path), "docs/archive/example/report.pdf", "%PDF-1.7")
    assert len(found(tmp_path, "FP505")) == 1
    source = (BASE / record).read_text("utf-8")
    write(
        tmp_path,
        record,
        source.replace("\nwork:\n", "\nwork:\n  files: [report.pdf]\n").replace(
            "work: {", "work: {files: [report.pdf], "
        ),
    )
    assert found(tmp_path, "FP505") == []


@pytest.mark.parametrize(
    ("name", "size", "ids"),
    [
        ("photo.jpg", "500 KB", set()),
        ("photo.jpg", "501 KB", {"FP507"}),
        ("report.pdf", "5 MB", set()),
        ("report.pdf", "6 MB", {"FP507"}),
        ("talk.mp3", "20 MB", set()),
        ("talk.mp3", "21 MB", {"FP507"}),
        ("film.mp4", "50 MB", {"FP507"}),
        ("film.mp4", "51 MB", {"FP506"}),
    ],
)
def test_files_may_be_this_large(name: str, size: str, ids: set[str], tmp_path: Path) -> None:
    make_large(base(tmp_path), f"{FOLDER}/{name}", size)
    assert {problem.id for problem in check(tmp_path).problems} - {"FP505", "FP409"} == ids


def zipped(**files: str) -> bytes:
    """Return a zip archive of these files; a double underscore stands for a slash, a single one for a full stop."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name.replace("__", "/").replace("_", ".")), content)
    return held.getvalue()


def office(folder: str, **more: str) -> bytes:
    """Return something that looks like a document of Word, Excel or PowerPoint."""
    held = io.BytesIO(zipped(**{f"{folder}__document_xml": "<d/>", **more}))
    with zipfile.ZipFile(held, "a") as archive:
        archive.writestr(zipfile.ZipInfo("[Content_Types].xml"), "<Types/>")
    return held.getvalue()


SOUND = {
    "a.png": b"\x89PNG\r\n\x1a\n\0\0",
    "a.jpg": b"\xff\xd8\xff\xdb",
    "a.JPEG": b"\xff\xd8\xff\xe1",
    "a.gif": b"GIF87a",
    "a.webp": b"RIFF\0\0\0\0WEBPVP8 ",
    "a.avif": b"\0\0\0\x20ftypavif",
    "a.pdf": b"\n\n%PDF-1.4\n",
    "a.docx": office("word"),
    "a.xlsx": office("xl"),
    "a.pptx": office("ppt"),
    "a.odt": zipped(mimetype="application/vnd.oasis.opendocument.text"),
    "a.epub": zipped(mimetype="application/epub+zip"),
    "a.svg": b'<?xml version="1.0"?>\n<!-- A leaf -->\n<svg xmlns="http://www.w3.org/2000/svg"></svg>',
    "b.svg": '<?xml version="1.0" encoding="UTF-16"?><svg xmlns="http://www.w3.org/2000/svg"/>'.encode("utf-16"),
    "a.mp3": b"ID3\x04",
    "b.mp3": b"\xff\xfb\x90\x64",
    "a.mp4": b"\0\0\0\x18ftypisom",
    "a.ogg": b"OggS\0",
    "a.webm": b"\x1aE\xdf\xa3\x01",
    "a.txt": "Geiriau â tô bach\n".encode(),
    "b.txt": "Geiriau".encode("utf-16"),
    "c.txt": "Caf\xe9\r\n".encode("latin-1"),
    "d.txt": b"MZ is how some files begin.\n",
    "a.csv": b"a,b\n1,2\n",
    "a.srt": b"1\n00:00:01,000 --> 00:00:02,000\nWater.\n",
    "a.vtt": b"\xef\xbb\xbfWEBVTT\n",
}


@pytest.mark.parametrize("name", SOUND)
def test_files_that_are_what_their_names_say_are_left_alone(name: str, tmp_path: Path) -> None:
    write(base(tmp_path), f"{FOLDER}/{name}", SOUND[name])
    assert found(tmp_path, "FP508") == []
    assert found(tmp_path, "FP509") == []


@pytest.mark.parametrize("name", SOUND)
def test_the_same_contents_under_another_ending_are_found(name: str, tmp_path: Path) -> None:
    other = "x.pdf" if name.rsplit(".", 1)[1] != "pdf" else "x.png"
    write(base(tmp_path), f"{FOLDER}/{other}", SOUND[name])
    assert len(found(tmp_path, "FP508")) == 1


@pytest.mark.parametrize("name", SOUND)
def test_nothing_and_noise_are_found_and_stop_nothing(name: str, tmp_path: Path) -> None:
    noise = random.Random(name).randbytes(5000)
    write(base(tmp_path), f"{FOLDER}/{name}", b"")
    assert "is empty" in found(tmp_path, "FP508")[0]
    write(tmp_path, f"{FOLDER}/{name}", b"\0" + noise)
    assert len(found(tmp_path, "FP508")) == 1


def test_archives_are_looked_into_without_being_unpacked(tmp_path: Path) -> None:
    for name, content in SOUND.items():
        if sort_of(content) == "zip":
            (tmp_path / name).write_bytes(content)
            assert sort_of_archive(tmp_path / name) == name.rsplit(".", 1)[1]
    (tmp_path / "cut.docx").write_bytes(SOUND["a.docx"][:60])
    assert members(tmp_path / "cut.docx") == ()
    assert sort_of_archive(tmp_path / "cut.docx") == "zip"


def packed(content: bytes) -> bytes:
    """Return a PDF with one stream of objects (ISO 32000-2, 7.5.7)."""
    stream = zlib.compress(content)
    return b"%PDF-1.7\n5 0 obj <</Type /ObjStm /Filter /FlateDecode>>\nstream\n" + stream + b"\nendstream endobj\n"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"%PDF-1.7\n<</S/JavaScript/JS(app.alert)>>"),
        ("a.pdf", b"%PDF-1.7\n<< /JS 12 0 R >>"),
        ("a.pdf", b"%PDF-1.7\n<< /S /L#61unch >>"),
        ("a.pdf", packed(b"<< /S /JavaScript >>")),
        ("a.docx", office("word", word__vbaProject_bin="x")),
        ("a.xlsx", office("xl", xl__activeX__activeX1_bin="x")),
        ("a.odt", zipped(mimetype="application/vnd.oasis.opendocument.text", Basic__Standard__Module1_xml="x")),
        ("a.epub", zipped(mimetype="application/epub+zip", OEBPS__read_js="x")),
    ],
)
def test_documents_that_can_run_are_found(name: str, content: bytes, tmp_path: Path) -> None:
    write(base(tmp_path), f"{FOLDER}/{name}", content)
    assert len(found(tmp_path, "FP509")) == 1


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"%PDF-1.7\n<< /OpenAction [3 0 R /Fit] /Names << /Dests 4 0 R >> >>"),
        ("a.pdf", b"%PDF-1.7\n<< /Title (All about /JavaScript) >>"),
        ("a.pdf", b"%PDF-1.7\n<< /Length 30 >>\nstream\n/S /JavaScript /JS (chance)\nendstream endobj\n"),
        ("a.pdf", packed(b"<< /S /GoTo /D [1 0 R /Fit] >>")),
        ("a.odt", zipped(mimetype="application/vnd.oasis.opendocument.text", Basic__Standard__content_xml="x")[:20]),
        ("a.txt", b"vbaProject.bin and /S /JavaScript"),
    ],
)
def test_documents_that_run_nothing_are_left_alone(name: str, content: bytes, tmp_path: Path) -> None:
    write(base(tmp_path), f"{FOLDER}/{name}", content)
    assert found(tmp_path, "FP509") == []


def test_a_stream_that_unpacks_without_end_is_read_in_part(tmp_path: Path) -> None:
    write(base(tmp_path), f"{FOLDER}/a.pdf", packed(b"\0" * 40_000_000 + b"<< /S /JavaScript >>"))
    assert found(tmp_path, "FP509") == []


def test_names_that_look_the_same_are_said_to_look_the_same(tmp_path: Path) -> None:
    write(base(tmp_path), f"{FOLDER}/d\u0175r.txt", "x")
    write(tmp_path, f"{FOLDER}/dw\u0302r.txt", "x")
    if len([*(tmp_path / FOLDER).glob("*.txt")]) < 2:
        pytest.skip("on this computer they are one file")
    (said,) = found(tmp_path, "FP503")
    assert "look the same" in said


def test_names_that_differ_in_capitals_are_said_to_clash(tmp_path: Path) -> None:
    write(base(tmp_path), f"{FOLDER}/pot.txt", "x")
    write(tmp_path, f"{FOLDER}/Pot.txt", "x")
    if len([*(tmp_path / FOLDER).glob("*.txt")]) < 2:
        pytest.skip("on this computer they are one file")
    (said,) = found(tmp_path, "FP503")
    assert "differ only in capitals" in said


def test_the_whole_way_to_a_file_has_a_limit(tmp_path: Path) -> None:
    start = f"{FOLDER}/{'a' * 60}"
    write(base(tmp_path), f"{start}/{'b' * (155 - len(start))}.txt", "x")
    assert found(tmp_path, "FP503") == []
    write(tmp_path, f"{start}/{'c' * (156 - len(start))}.txt", "x")
    (said,) = found(tmp_path, "FP503")
    assert "161 letters" in said


def test_a_drawing_that_is_none_is_said_once(tmp_path: Path) -> None:
    write(base(tmp_path), f"{FOLDER}/leaf.svg", "<div>Words</div>")
    assert {problem.id for problem in check(tmp_path).problems} == {"FP508"}
