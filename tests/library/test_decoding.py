"""Bytes to text, in one way for every text file: what is read, what is odd, and what can't be read."""

from pathlib import Path

import pytest
from fingerpost.library.decoding import decode, decode_file
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers import VOCABULARIES, codes, guide, read, steady


@pytest.mark.parametrize(
    ("raw", "text", "notices"),
    [
        (b"a\nb\n", "a\nb\n", []),
        (b"", "", []),
        (b"\xef\xbb\xbfa\n", "a\n", ["byte-order-mark"]),
        (b"a\r\nb\r\n", "a\nb\n", ["carriage-returns"]),
        (b"a\rb", "a\nb", ["carriage-returns"]),
        (b"\xef\xbb\xbfa\r\n", "a\n", ["byte-order-mark", "carriage-returns"]),
        ("ŵ".encode(), "ŵ", []),
    ],
)
def test_text_is_read_and_what_is_odd_is_kept(raw: bytes, text: str, notices: list[str]) -> None:
    decoded = decode(raw, "docs/x.md")
    assert (decoded.text, decoded.fault) == (text, None)
    assert [notice.code for notice in decoded.notices] == notices


@pytest.mark.parametrize(
    ("raw", "code", "line", "word"),
    [
        (b"one\ntwo caf\xe9 three", "not-utf-8", 2, "café"),
        (b"it\x92s", "not-utf-8", 1, "it’s"),
        (b"\xff", "not-utf-8", 1, ""),
        ("Words".encode("utf-16"), "utf-16", 1, None),
        ("Words".encode("utf-16-le"), "utf-16", 1, None),
        ("Words".encode("utf-16-be"), "utf-16", 1, None),
        ("Words".encode("utf-32"), "utf-16", 1, None),
        (b"a\r\nb\x00c and more words", "not-text", 2, None),
    ],
)
def test_what_is_not_text_is_a_fault_with_its_line(raw: bytes, code: str, line: int, word: str | None) -> None:
    decoded = decode(raw, "docs/x.md")
    assert decoded.text is None
    assert decoded.fault
    assert (decoded.fault.code, decoded.fault.line, decoded.fault.detail.get("word")) == (code, line, word)


def test_a_file_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    decoded = decode_file(tmp_path / "nothing.md", "docs/nothing.md")
    assert decoded.fault
    assert decoded.fault.code == "cannot-be-read"


@steady
@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_a_fault(raw: bytes) -> None:
    decoded = decode(raw, "docs/x.md")
    assert (decoded.text is None) == (decoded.fault is not None)
    assert decoded.text is None or "\r" not in decoded.text


def test_a_mark_and_line_ends_of_windows_are_read_everywhere_and_are_no_faults(tmp_path: Path) -> None:
    topics = "docs/_vocabulary/topics.yml"
    files = {
        "docs/guides/one/index.en.md": ("\ufeff" + guide()).replace("\n", "\r\n"),
        topics: ("\ufeff" + VOCABULARIES[topics]).replace("\n", "\r\n"),
        "docs/_withdrawn.yml": "\ufeff- {id: guides/gone, on: 2026-11-20}\r\n",
    }
    library = read(tmp_path, files)
    assert codes(library) == []
    assert {notice.path for notice in library.notices} == set(files)
    assert len(library.notices) == 6
    assert list(library.resources) == ["guides/one"]
    assert "\ufeff" not in "".join(library.vocabularies["topics"].terms)
    assert library.ledger[0].id == "guides/gone"


def test_an_oddity_alone_does_not_hide_that_there_is_nothing(tmp_path: Path) -> None:
    library = read(tmp_path, {"docs/pages/about.en.md": "---\r\ntitle: A\r\n---\r\nWords.\r\n"})
    assert [fault.code for fault in library.faults] == ["nothing-here"]
