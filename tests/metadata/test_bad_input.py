"""Whatever the bytes: nothing is raised, nothing is spoilt, and 1 MB takes less than 2 s."""

import time
import zlib
from collections.abc import Callable

import pytest
from fingerpost.metadata import Sort, look, strip
from fingerpost.metadata.pictures import ending
from fingerpost.metadata.table import FAMILIES
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers import steady
from tests.metadata import files
from tests.metadata.files import FILES, box, docx, element, odt, page, zipped

ENDINGS = sorted(FAMILIES)
MEGABYTE = 1_000_000
MOST_SECONDS = 2.0


def holds(name: str, content: bytes) -> None:
    """Check what is promised of any file."""
    stripped = strip(name, content)
    after = look(name, stripped)
    assert strip(name, stripped) is stripped or any(trace.strippable for trace in after)
    assert strip(name, stripped) == stripped
    if any(trace.sort == Sort.UNREADABLE for trace in look(name, content)):
        assert stripped is content


@steady
@given(st.binary(max_size=400), st.sampled_from(ENDINGS))
def test_any_bytes_under_any_ending(content: bytes, kind: str) -> None:
    holds(f"a{kind}", content)


@steady
@given(st.sampled_from(sorted(FILES)), st.sampled_from(ENDINGS))
def test_any_file_under_another_one_s_ending(name: str, kind: str) -> None:
    holds(f"a{kind}", FILES[name])


@steady
@given(st.sampled_from(sorted(FILES)), st.data())
def test_any_file_with_some_bytes_changed_or_cut_off(name: str, data: st.DataObject) -> None:
    content = bytearray(FILES[name])
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(content)))
    holds(f"a{ending(name)}", bytes(content[: cut or len(content)]))


@steady
@given(st.text(max_size=200))
def test_any_text_in_a_drawing(text: str) -> None:
    for made in (text, f"<svg>{text}</svg>", f"<svg {text}/>", f"<svg><!--{text}--></svg>"):
        holds("a.svg", made.encode("utf-8", "replace"))


@steady
@given(st.text(max_size=200))
def test_any_text_as_the_properties_of_a_document(text: str) -> None:
    for member in ("docProps/core.xml", "docProps/app.xml", "word/document.xml", "_rels/.rels"):
        holds("a.docx", docx({member: text.encode("utf-8", "replace")}))
    holds("a.odt", odt(text.encode("utf-8", "replace").decode()))


def jpeg_of(inner: bytes) -> bytes:
    return b"\xff\xd8" + inner


def svg_of(inner: str, attributes: str = "") -> bytes:
    return f'<svg xmlns:i="http://www.inkscape.org/a" {attributes}>{inner}</svg>'.encode()


def repeated(piece: bytes) -> bytes:
    return piece * (MEGABYTE // len(piece))


def many(piece: str) -> str:
    return piece * (MEGABYTE // len(piece))


def member_of(name: str, piece: str) -> bytes:
    return docx({name: many(piece)})


EMPTY_TEXT = bytes(4) + b"tEXt" + zlib.crc32(b"tEXt").to_bytes(4)
LAST = bytes(4) + b"IEND" + zlib.crc32(b"IEND").to_bytes(4)
SCAN = b"\xff\xda\0\2"
XMP = b"http://ns.adobe.com/xap/1.0/\0"
MANIFEST, PRINTER = "META-INF/manifest.xml", 'config:name="PrinterName" '
TEMPLATES = "word/_rels/settings.xml.rels"
NASTY: dict[str, tuple[str, Callable[[], bytes]]] = {
    "jpeg: fill bytes": ("a.jpg", lambda: jpeg_of(repeated(b"\xff"))),
    "jpeg: a scan of fill bytes": ("a.jpg", lambda: jpeg_of(SCAN + repeated(b"\xff"))),
    "jpeg: a scan of stuffed bytes": ("a.jpg", lambda: jpeg_of(SCAN + repeated(b"\xff\0"))),
    "jpeg: empty segments": ("a.jpg", lambda: jpeg_of(repeated(b"\xff\xfe\0\2") + SCAN)),
    "jpeg: scans": ("a.jpg", lambda: jpeg_of(repeated(SCAN))),
    "jpeg: comments": ("a.jpg", lambda: jpeg_of(repeated(b"\xff\xfe\0\3a") + SCAN)),
    "jpeg: blocks of exif": ("a.jpg", lambda: jpeg_of(repeated(b"\xff\xe1\0\x10Exif\0\0II*\0\x08\0\0\0") + SCAN)),
    "jpeg: packets of xmp": ("a.jpg", lambda: jpeg_of(repeated(b"\xff\xe1\0\x22" + XMP + b"<a>") + SCAN)),
    "png: empty chunks": ("a.png", lambda: b"\x89PNG\r\n\x1a\n" + repeated(EMPTY_TEXT) + LAST),
    "webp: empty chunks": ("a.webp", lambda: b"RIFF\x4c\x42\x0f\0WEBP" + b"VP8 \0\0\0\0" + repeated(b"EXIF\0\0\0\0")),
    "gif: comments": ("a.gif", lambda: b"GIF89a" + bytes(7) + repeated(b"!\xfe\1a\0") + b";"),
    "gif: sub-blocks": ("a.gif", lambda: b"GIF89a" + bytes(7) + b"!\xfe" + repeated(b"\1a") + b"\0;"),
    "avif: empty boxes": ("a.avif", lambda: box(b"ftyp", b"avif") + repeated(box(b"uuid", b""))),
    "mp4: empty boxes": ("a.mp4", lambda: box(b"ftyp", b"") + box(b"moov", repeated(box(b"udta", b"")))),
    "mp4: tags": ("a.mp4", lambda: box(b"moov", box(b"udta", repeated(box(b"\xa9ART", b"\0\0\0\0a"))))),
    "mp4: keys": ("a.mp4", lambda: box(b"moov", box(b"meta", bytes(4) + repeated(box(b"keys", bytes(8)))))),
    "mp3: frames": ("a.mp3", lambda: b"ID3\3\0\0\0\x3d\x04\x3c" + repeated(b"TPE1\0\0\0\2\0\0\0a") + files.SOUND),
    "mp3: tags": ("a.mp3", lambda: repeated(b"ID3\3\0\0\0\0\0\0") + files.SOUND),
    "ogg: pages": ("a.ogg", lambda: repeated(page(1, 0, b"", 2))),
    "ogg: comments": ("a.ogg", lambda: page(1, 0, b"", 2) + repeated(b"OggS\0\0" + bytes(20) + b"\xff" + bytes(255))),
    "webm: elements": ("a.webm", lambda: element("1a45dfa3", b"") + repeated(b"\xec\x80")),
    "webm: tags in tags": ("a.webm", lambda: element("1a45dfa3", b"") + element("1254c367", repeated(b"\x67\xc8\x80"))),
    "svg: deep": ("a.svg", lambda: svg_of(many("<g>") + "</g>" * (MEGABYTE // 3))),
    "svg: an editor's elements": ("a.svg", lambda: svg_of(many("<i:a/>"))),
    "svg: an editor's attributes": ("a.svg", lambda: svg_of(many("<g i:a=''/>"))),
    "svg: namespaces": ("a.svg", lambda: svg_of("<g/>", " ".join(f'xmlns:a{n}=""' for n in range(50_000)))),
    "svg: namespaces in namespaces": ("a.svg", lambda: svg_of("".join(f'<g xmlns:a{n}="x">' for n in range(20_000)))),
    "svg: comments": ("a.svg", lambda: svg_of(many("<!--a-->"))),
    "svg: blanks": ("a.svg", lambda: svg_of("<g " + " " * MEGABYTE + "/>")),
    "svg: blanks round a sign": ("a.svg", lambda: svg_of("<g a" + " " * MEGABYTE + "= '' i:b=''/>")),
    "svg: signs in quotes": ("a.svg", lambda: svg_of(f"<g a='{'>' * MEGABYTE}' i:b=''/>")),
    "svg: quotes": ("a.svg", lambda: svg_of("<g a='" + '"' * MEGABYTE + "' i:b=''/>")),
    "svg: pictures": ("a.svg", lambda: svg_of(many("<image a='data:image/png;base64,AAAA'/>"))),
    "svg: line ends in a picture": ("a.svg", lambda: svg_of(f"<image a='data:image/png;base64,{many('a&#10;')}*'/>")),
    "docx: changes": ("a.docx", lambda: member_of("word/document.xml", '<w:ins w:author="')),
    "docx: changes without an end": ("a.docx", lambda: member_of("word/document.xml", "<w:ins ")),
    "docx: attributes": ("a.docx", lambda: docx({"word/document.xml": "<w:ins " + many('w:author="')})),
    "docx: elements": ("a.docx", lambda: member_of("word/document.xml", "<w:")),
    "docx: people": ("a.docx", lambda: member_of("word/people.xml", '<a author="')),
    "docx: names": ("a.docx", lambda: docx({"word/people.xml": "<a " + many("author=")})),
    "docx: relationships": ("a.docx", lambda: member_of("_rels/.rels", "<Relationship ")),
    "docx: declarations": ("a.docx", lambda: member_of("word/people.xml", "<?x?>")),
    "docx: templates": ("a.docx", lambda: docx({TEMPLATES: "<Relationship " + many('/attachedTemplate" ')})),
    "odt: printers": ("a.odt", lambda: zipped({MANIFEST: "", "settings.xml": "<config:config-item " + many(PRINTER)})),
    "odt: entries": ("a.odt", lambda: zipped({MANIFEST: "<manifest:file-entry " + many('manifest:full-path="" ')})),
    "docx: deep properties": ("a.docx", lambda: member_of("docProps/core.xml", "<a>")),
    "docx: deep whole": ("a.docx", lambda: docx({"docProps/core.xml": many("<a>") + "</a>" * (MEGABYTE // 3)})),
    "docx: bomb": ("a.docx", lambda: docx({"word/a.bin": bytes(300 * MEGABYTE)})),
    "xlsx: paths": ("a.xlsx", lambda: docx({"xl/workbook.xml": "<absPath " + many('url="')})),
    "xlsx: sheets": ("a.xlsx", lambda: docx({"xl/workbook.xml": "<sheet " + many('state="hidden"')})),
    "odt: deep properties": ("a.odt", lambda: odt(many("<office:annotation>"))),
    "pdf: objects": ("a.pdf", lambda: b"%PDF-1.7\n" + repeated(b"1 0 obj\n<<>>\nendobj\n")),
    "pdf: brackets": ("a.pdf", lambda: b"%PDF-1.7\n1 0 obj\n" + repeated(b"[")),
    "pdf: dictionaries": ("a.pdf", lambda: b"%PDF-1.7\n1 0 obj\n" + repeated(b"<<")),
    "pdf: ends": ("a.pdf", lambda: b"%PDF-1.7\n" + repeated(b"startxref\n9\n%%EOF\n")),
}  # fmt: skip


@pytest.mark.parametrize("case", sorted(NASTY))
def test_a_megabyte_of_the_nastiest_takes_less_than_two_seconds(case: str) -> None:
    name, make = NASTY[case]
    content = make()
    started = time.process_time()
    look(name, content)
    assert time.process_time() - started < MOST_SECONDS
