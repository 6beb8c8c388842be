"""A PDF is written anew without its makers; its text, tags, outline, links and forms stay."""

import io
import subprocess
import sys

import pikepdf
import pytest
from fingerpost.metadata import Sort, look, strip

from tests.metadata import files
from tests.metadata.files import FILES, PLANTED


def opened(content: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(content))


def saved(document: pikepdf.Pdf, **options: object) -> bytes:
    target = io.BytesIO()
    document.save(target, **options)  # type: ignore[arg-type]
    return target.getvalue()


def sorts(content: bytes) -> set[Sort]:
    return {trace.sort for trace in look("a.pdf", content)}


def test_what_a_reader_needs_stays() -> None:
    with opened(FILES["a.pdf"]) as before, opened(strip("a.pdf", FILES["a.pdf"])) as after:
        assert len(after.pages) == len(before.pages) == 2
        assert after.pages[0].Contents.read_bytes() == before.pages[0].Contents.read_bytes()
        assert after.pages[0].Annots[0].Subtype == "/Link"
        assert (str(after.Root.Lang), bool(after.Root.MarkInfo.Marked)) == ("cy", True)
        assert after.Root.StructTreeRoot.Type == "/StructTreeRoot"
        with after.open_outline() as outline:
            assert [item.title for item in outline.root] == ["First part"]


def test_the_title_and_the_claim_of_tagging_stay_and_nothing_else_is_said() -> None:
    with opened(strip("a.pdf", FILES["a.pdf"])) as after:
        assert dict(after.docinfo) == {"/Title": "Teitl â tho bach"}
        with after.open_metadata(set_pikepdf_as_editor=False) as metadata:
            assert metadata["dc:title"] == "Teitl â tho bach"
            assert metadata["pdfuaid:part"] == "1"
            assert set(metadata) == {
                "{http://purl.org/dc/elements/1.1/}title", "{http://purl.org/dc/elements/1.1/}language",
                "{http://www.aiim.org/pdfua/ns/id/}part",
            }  # fmt: skip


def test_photographs_in_it_keep_their_pixels() -> None:
    pixels = []
    for content in (FILES["a.pdf"], strip("a.pdf", FILES["a.pdf"])):
        with opened(content) as document:
            photo = document.pages[0].Resources.XObject.Im0
            assert isinstance(photo, pikepdf.Stream)
            pixels.append(pikepdf.PdfImage(photo).as_pil_image().tobytes())
    assert pixels[0] == pixels[1]


def test_an_earlier_version_is_found_and_gone() -> None:
    clean = strip("a.pdf", FILES["a.pdf"])
    content = files.revised(clean)
    assert Sort.HISTORY in sorts(content)
    stripped = strip("a.pdf", content)
    assert PLANTED.encode() in content
    assert stripped.count(b"%%EOF") == 1
    assert sorts(stripped) == set()


def test_a_pdf_made_for_the_web_is_not_taken_for_an_earlier_version() -> None:
    with opened(strip("a.pdf", FILES["a.pdf"])) as document:
        content = saved(document, linearize=True)
    assert look("a.pdf", content) == ()
    assert strip("a.pdf", content) is content


def test_remarks_and_attachments_are_told_and_left_to_people() -> None:
    with opened(FILES["a.pdf"]) as document:
        document.attachments["notes.txt"] = b"notes"
        remark = pikepdf.Dictionary(Subtype=pikepdf.Name.Highlight, T="A reviewer", Contents="Is this so?")
        document.pages[1]["/Annots"] = pikepdf.Array([remark, pikepdf.Dictionary(Subtype=pikepdf.Name.Link)])
        content = saved(document)
    by_hand = {(trace.sort, trace.value) for trace in look("a.pdf", content) if not trace.strippable}
    assert by_hand == {(Sort.COMMENT, "A reviewer"), (Sort.ATTACHMENT, "notes.txt")}
    stripped = strip("a.pdf", content)
    assert {(trace.sort, trace.value) for trace in look("a.pdf", stripped)} == by_hand
    with opened(stripped) as document:
        assert document.attachments["notes.txt"].get_file().read_bytes() == b"notes"
        assert str(document.pages[1].Annots[0].Contents) == "Is this so?"


def test_a_signed_pdf_is_not_touched() -> None:
    with opened(FILES["a.pdf"]) as document:
        document.Root["/Perms"] = pikepdf.Dictionary(
            DocMDP=document.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Sig, ByteRange=[0, 1, 2, 3]))
        )
        content = saved(document)
    assert not any(trace.strippable for trace in look("a.pdf", content))
    assert strip("a.pdf", content) is content


@pytest.mark.parametrize(("password", "sort"), [("", Sort.OWNER), ("example", Sort.UNREADABLE)])
def test_a_protected_pdf_is_not_touched(password: str, sort: Sort) -> None:
    with opened(FILES["a.pdf"]) as document:
        content = saved(document, encryption=pikepdf.Encryption(owner="other", user=password))
    assert sort in sorts(content)
    assert strip("a.pdf", content) is content


def test_nothing_is_printed_over_a_damaged_pdf() -> None:
    program = (
        "import logging, fingerpost.metadata as room\n"
        "print(room.look('a.pdf', b'%PDF-1.7 words')[0].sort)\n"
        "logging.getLogger('pikepdf._core').error('words of a library')"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("unreadable\n", "")
