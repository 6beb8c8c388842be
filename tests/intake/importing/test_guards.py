"""What is not let in, and what is let in without what it brought along: each guard has a document that trips it."""

import io
import struct
import threading
import zipfile
from collections.abc import Callable
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from fingerpost.intake.importing import Choices, Document, Refused, read_document
from fingerpost.intake.importing.converter import tree_of
from fingerpost.intake.importing.pictures import shown_form
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fixtures.documents.word import DOCUMENTS, document, docx, drawn, field, p, r
from tests.helpers import CHECKOUT, steady
from tests.untrusted import bombs

CORPUS = CHECKOUT / "tests/fixtures/documents"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)
ENTITIES = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


def read(file: Path, choices: Choices = Choices("accept", "drop")) -> Document:  # noqa: B008 - never changed
    return read_document(file, choices, ("en", "cy"), "en", lambda _: "picture")


def again(name: str, change: Callable[[str, bytes], bytes | None], more: dict[str, bytes] | None = None) -> bytes:
    """A document of the corpus with its members changed; those that become nothing are left out."""
    target = io.BytesIO()
    with zipfile.ZipFile(CORPUS / name) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            content = change(member.filename, old.read(member))
            if content is not None:
                new.writestr(member, content)
        for path, content in (more or {}).items():
            new.writestr(path, content)
    return target.getvalue()


def same(_name: str, content: bytes) -> bytes:
    return content


def locked(raw: bytes) -> bytes:
    """The same zip, saying of every member that it is encrypted."""
    changed = bytearray(raw)
    for sign, place in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = changed.find(sign)
        while at >= 0:
            changed[at + place] |= 1
            at = changed.find(sign, at + 4)
    return bytes(changed)


def with_entities(name: str, content: bytes) -> bytes:
    if name not in ("word/document.xml", "content.xml"):
        return content
    end = content.index(b"?>") + 2
    return content[:end] + ENTITIES.encode() + content[end:]


DEEP = document("<w:sdt><w:sdtContent>" * 200 + p("x") + "</w:sdtContent></w:sdt>" * 200)
NOT_THAT = "It does not hold what its ending promises."
DAMAGED = "It is damaged or not whole."
LOCKED = "locked with a password"
UNREADABLE = "It can't be read. Open it"
REFUSED: dict[str, tuple[str, bytes, str]] = {
    "empty": ("a.docx", b"", "It is empty."),
    "no zip": ("a.docx", b"%PDF-1.7 and so on", NOT_THAT),
    "a text": ("a.odt", b"Words.", NOT_THAT),
    "a picture as a page": ("a.html", b"\x89PNG\r\n\x1a\n\0\0", NOT_THAT),
    "a program as Markdown": ("a.md", b"MZ" + bytes(70), NOT_THAT),
    "another zip": ("a.docx", (CORPUS / "minutes.odt").read_bytes(), NOT_THAT),
    "the old Word": ("a.docx", OLE, "in the old form of Word, or locked"),
    "another ending": ("a.xyz", b"x", "Only .docx, .odt, .html and .md can be read."),
    "the old ending": ("a.doc", OLE, "Files ending in .doc can't be read."),
    "macros by name": ("a.docm", b"PK\3\4", "It has macros"),
    "macros inside": ("a.docx", again("minutes.docx", same, {"word/vbaProject.bin": b"x"}), "It has macros"),
    "macros in odt": ("a.odt", again("minutes.odt", same, {"Basic/Standard/Module1.xml": b"x"}), "It has macros"),
    "password": ("a.docx", locked((CORPUS / "minutes.docx").read_bytes()), LOCKED),
    "password in odt": (
        "a.odt",
        again("minutes.odt", lambda name, raw: raw + b"<!-- encryption-data -->" if "manifest.xml" in name else raw),
        LOCKED,
    ),
    "cut short": ("a.docx", (CORPUS / "minutes.docx").read_bytes()[:-900], DAMAGED),
    "a byte turned": (
        "a.docx",
        (CORPUS / "minutes.docx").read_bytes().replace(b"word/document.xml", b"word/docXment.xml", 1),
        DAMAGED,
    ),
    "bomb": ("a.docx", bombs.archive(bombs.OFFICE, bombs.GIGABYTE), "It unpacks to more than 200 MB"),
    "many members": ("a.docx", bombs.archive(bombs.OFFICE, 0, empty=10_001), "It unpacks to more than"),
    "lying bomb": ("a.docx", bombs.lying(), DAMAGED),
    "entities": ("a.docx", again("minutes.docx", with_entities), UNREADABLE),
    "entities in odt": ("a.odt", again("minutes.odt", with_entities), UNREADABLE),
    "no text": ("a.docx", again("minutes.docx", lambda n, raw: None if n == "word/document.xml" else raw), UNREADABLE),
    "no words": ("a.docx", docx({"document": document(p(""))}), "There are no words in it"),
    "too deep": ("a.docx", docx({"document": DEEP}), "too deep inside each other"),
    "too deep a page": ("a.html", b"<p>x" + b"<blockquote>" * 150 + b"y", "too deep inside each other"),
    "too long": ("a.md", b"# Title\n\n" + b"Words and words. \n\n" * 60_000, "too long for one page"),
    "an odd declaration": ("a.html", b"<p>Words <!<![a]>[endi x", UNREADABLE),
    "facts that can't be read": ("a.md", b"---\na: &a [*a]\n---\nWords.\n", "The facts at its top can't be read."),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refused_with_a_sentence(case: str, tmp_path: Path) -> None:
    name, content, says = REFUSED[case]
    (tmp_path / name).write_bytes(content)
    with pytest.raises(Refused) as caught:
        read(tmp_path / name)
    assert says in str(caught.value)


def test_a_file_that_is_not_there_and_a_folder_are_refused(tmp_path: Path) -> None:
    (tmp_path / "folder.docx").mkdir()
    for name in ("folder.docx", "nothing.docx"):
        with pytest.raises(Refused, match="There is no such file"):
            read(tmp_path / name)


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    for name, most in (("large.docx", 100), ("large.md", 5)):
        with (tmp_path / name).open("wb") as stream:
            stream.truncate(most * 1_000_000 + 1)  # a hole, which takes no room
        with pytest.raises(Refused, match=f"{most} MB are the most"):
            read(tmp_path / name)


def test_what_word_writes_for_itself_and_odd_addresses_do_no_harm(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text("<h1>T</h1><![endi><p>Words<![if x]> and more.<img src='a%00.png' alt='x'><img src='//[' alt='y'>")
    assert read(page).body == "Words and more.xy\n"


def test_names_that_lead_out_of_a_zip_lead_nowhere(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    file = tmp_path / "in" / "a.docx"
    file.write_bytes(again("pictures.docx", same, {"../../out.txt": b"x", "/tmp/out-of-zip.txt": b"x"}))
    assert read(file).title == "What the garden looks like"
    assert {path.name for path in tmp_path.rglob("*")} == {"in", "a.docx"}
    assert not Path("/tmp/out-of-zip.txt").exists()


def test_the_converter_has_a_limit_to_its_time() -> None:
    with pytest.raises(Refused, match="was given up"):
        tree_of(b"x " * 200_000, "md", Choices(), longest=0.01)


@pytest.mark.parametrize(
    "content",
    [
        bombs.png(60_000, 60_000),
        bombs.gif(60_000, 60_000),
        bombs.jpeg(60_000, 60_000),
        b"\x89PNG\r\n\x1a\nnot really",
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        struct.pack("<I", 1) + bytes(36) + b" EMF" + bytes(200),
        b"",
    ],
)
def test_a_picture_that_can_not_be_shown_is_not_taken(content: bytes) -> None:
    assert shown_form(content) is None


def test_a_picture_that_can_not_be_shown_is_named(tmp_path: Path) -> None:
    bad = again("pictures.docx", lambda name, raw: bombs.png(60_000, 60_000) if name.endswith(".png") else raw)
    (tmp_path / "a.docx").write_bytes(bad)
    document = read(tmp_path / "a.docx")
    assert set(document.pictures) == {"picture-1.jpg"}
    places = [str(one.where) for one in document.left if "can't show" in one.what]
    assert places[0] == "at 'a small sign', under 'Through the year'"


def test_what_browsers_do_not_show_is_drawn_anew() -> None:
    from PIL import Image

    target = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(target, "BMP")
    made = shown_form(target.getvalue())
    assert made is not None
    assert made[0] == ".png"


def test_nothing_is_fetched(tmp_path: Path) -> None:
    asked: list[str] = []

    class Listening(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Listening)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    home = f"http://127.0.0.1:{server.server_port}"
    picture = f'<img src="{home}/1.png" alt="x"><iframe src="{home}/2"></iframe><link rel="stylesheet" href="{home}/3">'
    (tmp_path / "a.html").write_text(f"<h1>T</h1><p>Words.</p>{picture}<object data='{home}/4'></object>", "utf-8")
    (tmp_path / "a.md").write_text(f"# T\n\nWords. ![x]({home}/5.png)\n\n<img src='{home}/6.png'>\n", "utf-8")
    blip = '<a:blip r:link="far"/>'
    relation = f'<Relationship Id="far" Type="image" Target="{home}/7.png" TargetMode="External"/>'
    made = docx({"document": document(p("Words."), p(drawn("picture", blip, "Far")))})
    template = f'<Relationships xmlns="x"><Relationship Id="t" Type="attachedTemplate" Target="{home}/8.dotm" TargetMode="External"/></Relationships>'  # noqa: E501
    (tmp_path / "b.docx").write_bytes(made)
    target = io.BytesIO()
    with zipfile.ZipFile(tmp_path / "b.docx") as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            end = b"</Relationships>"
            new.writestr(
                name, content.replace(end, relation.encode() + end) if "document.xml.rels" in name else content
            )
        new.writestr("word/_rels/settings.xml.rels", template)
    (tmp_path / "a.docx").write_bytes(target.getvalue())
    left = {name: [str(one.what) for one in read(tmp_path / name).left] for name in ("a.html", "a.md", "a.docx")}
    server.shutdown()
    server.server_close()
    assert asked == []
    assert "A picture that is not in the file" in left["a.html"]
    assert "A picture that is not in the file" in left["a.md"]
    assert "A picture that is kept elsewhere" in left["a.docx"]


def test_a_field_that_names_somebody_loses_the_name(tmp_path: Path) -> None:
    made = docx({"document": document(p("Words.", "heading1"), p(r("By ") + field("AUTHOR", "Planted Examplename")))})
    (tmp_path / "a.docx").write_bytes(made)
    document_ = read(tmp_path / "a.docx")
    assert "Planted" not in document_.body
    assert "A field that names a person or a file (AUTHOR)" in [str(one.what) for one in document_.left]


# Tracked changes and comments


@pytest.mark.parametrize(
    ("name", "changes", "where"),
    [
        ("diary.docx", 9, "under 'Why'; under 'How'"),
        ("tracked.docx", 3, "under 'Saying no'"),
        ("tracked.odt", 3, "under 'Saying no'"),
    ],
)
def test_changes_and_comments_are_asked_about(name: str, changes: int, where: str) -> None:
    with pytest.raises(Refused) as caught:
        read(CORPUS / name, Choices())
    assert f"It has tracked changes: {changes} ({where})." in str(caught.value)
    assert "It has comments: 1 (under " in str(caught.value)
    for choices, says in ((Choices(changes="accept"), "comments: 1"), (Choices(comments="drop"), "changes: ")):
        with pytest.raises(Refused, match=says):
            read(CORPUS / name, choices)


@pytest.mark.parametrize("name", ["tracked.docx", "tracked.odt"])
def test_what_was_chosen_is_done(name: str) -> None:
    for choice, word, other in (("accept", "always", "never"), ("reject", "never", "always")):
        body = read(CORPUS / name, Choices(choice, "drop")).body  # type: ignore[arg-type]
        assert f"You can {word} say no, and you need not say why. It is **yours** to decide." in body
        assert other not in body
        assert "what they meant" not in body


def test_rows_paragraphs_and_moves_follow_the_choice() -> None:
    accepted, rejected = (read(CORPUS / "diary.docx", Choices(choice, "drop")).body for choice in ("accept", "reject"))
    assert "A paragraph that came." in accepted
    assert "A paragraph that went." not in accepted
    assert accepted.index("## How") < accepted.index("What was moved.")
    assert "A row that came" in accepted
    assert "A paragraph that went." in rejected
    assert "A paragraph that came." not in rejected
    assert rejected.index("What was moved.") < rejected.index("## How")
    assert "A row that came" not in rejected
    assert accepted.count("What was moved.") == rejected.count("What was moved.") == 1


def test_a_change_over_several_paragraphs_of_opendocument_is_left_to_a_person(tmp_path: Path) -> None:
    two = b'<text:p text:style-name="Standard">never </text:p><text:p>ever</text:p></text:deletion>'

    def longer(name: str, raw: bytes) -> bytes:
        old = b'<text:p text:style-name="Standard">never </text:p></text:deletion>'
        assert name != "content.xml" or old in raw
        return raw.replace(old, two)

    (tmp_path / "a.odt").write_bytes(again("tracked.odt", longer))
    with pytest.raises(Refused, match="goes over more than one paragraph"):
        read(tmp_path / "a.odt", Choices("reject", "drop"))
    assert "always" in read(tmp_path / "a.odt").body


@settings(steady, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    st.sampled_from(["everything.docx", "boxes.odt", "tables.docx", "page.html", "notes.md"]),
    st.integers(0, 10_000), st.integers(1, 400), st.sampled_from([b"", b"<", b"\xff", b"99999999999", b'"', b"[`|"]),
)  # fmt: skip
def test_whatever_is_in_it_it_is_read_or_refused(tmp_path: Path, name: str, start: int, long: int, put: bytes) -> None:
    """A piece is cut out of the text, and something else put there; nothing but Refused is ever raised."""

    def cut(member: str, raw: bytes) -> bytes:
        at = start * len(raw) // 10_000
        return (
            raw[:at] + put + raw[at + long :] if member.endswith(("document.xml", "content.xml", "styles.xml")) else raw
        )

    zipped = name.endswith((".docx", ".odt"))
    (tmp_path / name).write_bytes(again(name, cut) if zipped else cut("content.xml", (CORPUS / name).read_bytes()))
    with suppress(Refused):
        assert read(tmp_path / name).body


def test_the_sources_of_the_corpus_made_by_hand_are_what_is_kept() -> None:
    for name, parts in DOCUMENTS.items():
        with zipfile.ZipFile(io.BytesIO(docx(parts))) as made, zipfile.ZipFile(CORPUS / name) as kept:
            assert {one: made.read(one) for one in made.namelist()} == {one: kept.read(one) for one in kept.namelist()}
