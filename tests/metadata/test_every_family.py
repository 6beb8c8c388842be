"""What holds for every sort of file: what was planted is found, is taken out, and nothing is done twice."""

import base64
import io
import re
import zipfile
import zlib
from collections.abc import Iterator

import pikepdf
import pytest
from fingerpost.library.reading import ATTACHMENTS
from fingerpost.metadata import Sort, look, strip
from fingerpost.metadata.pictures import ending
from fingerpost.metadata.table import FAMILIES, PLAIN
from fingerpost.metadata.trace import LONGEST_VALUE, MOST_OF_A_SORT, few, found

from tests.metadata.files import FILES, PLANTED

NAMES = sorted(FILES)


def inside(content: bytes) -> Iterator[bytes]:
    """Yield the bytes of a file and of everything that is packed in it."""
    yield content
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield name.encode()
                yield from inside(archive.read(name))
    if content.startswith(b"%PDF"):
        with pikepdf.open(io.BytesIO(content)) as document:
            for thing in document.objects:
                yield repr(thing).encode()
                if isinstance(thing, pikepdf.Stream):
                    yield thing.read_raw_bytes()
                    if thing.get("/Filter") != "/DCTDecode":
                        yield thing.read_bytes()
    for packed in re.findall(rb"base64,([A-Za-z0-9+/=]+)", content):
        yield base64.b64decode(packed)
    for text in re.findall(rb"zTXt[^\0]*\0\0(.+)", content, re.DOTALL):
        yield zlib.decompressobj().decompress(text)


def holds_the_name(content: bytes) -> bool:
    forms = [PLANTED.encode(), PLANTED.encode("utf-16-le"), PLANTED.encode("utf-16-be")]
    return any(form in piece for piece in inside(content) for form in forms)


@pytest.mark.parametrize("name", NAMES)
def test_a_planted_name_is_found_and_then_gone(name: str) -> None:
    content = FILES[name]
    assert holds_the_name(content)
    traces = look(name, content)
    assert any(trace.sort == Sort.OWNER and PLANTED in trace.value for trace in traces)
    assert all(trace.strippable for trace in traces)
    stripped = strip(name, content)
    assert not holds_the_name(stripped)
    assert look(name, stripped) == ()


@pytest.mark.parametrize("name", NAMES)
def test_stripping_twice_changes_nothing_and_is_the_same_each_time(name: str) -> None:
    stripped = strip(name, FILES[name])
    assert strip(name, FILES[name]) == stripped
    assert strip(name, stripped) is stripped


@pytest.mark.parametrize("name", [name for name in NAMES if ending(name) in (".avif", ".mp4", ".ogg", ".webm")])
def test_where_places_are_counted_in_bytes_the_length_stays(name: str) -> None:
    assert len(strip(name, FILES[name])) == len(FILES[name])


def test_every_ending_that_may_lie_beside_a_text_is_known() -> None:
    assert set(FAMILIES) | PLAIN == ATTACHMENTS
    assert not set(FAMILIES) & PLAIN
    assert {ending(name) for name in FILES} == set(FAMILIES)


@pytest.mark.parametrize("name", ["a.csv", "a.srt", "a.txt", "a.vtt", "a.unknown", "none", ""])
def test_plain_text_and_what_nobody_knows_is_left_alone(name: str) -> None:
    content = PLANTED.encode()
    assert look(name, content) == ()
    assert strip(name, content) is content


@pytest.mark.parametrize("name", sorted(f"a{kind}" for kind in FAMILIES))
@pytest.mark.parametrize("content", [b"", b"words", b"PK\x03\x04", b"<svg", b"%PDF-1.7\n", b"\xff\xd8\xff", bytes(99)])
def test_what_cannot_be_read_is_said_once_and_left(name: str, content: bytes) -> None:
    (trace,) = look(name, content)
    assert (trace.sort, trace.value, trace.strippable) == (Sort.UNREADABLE, "", False)
    assert strip(name, content) is content


@pytest.mark.parametrize("name", NAMES)
def test_values_are_short_and_can_be_printed(name: str) -> None:
    for trace in look(name, FILES[name]):
        assert len(trace.value) <= LONGEST_VALUE
        assert trace.value == "" or trace.value.isprintable()
        assert "53" not in trace.value  # where on Earth the example was
        assert "0123456" not in trace.value  # its camera's number


def test_a_value_that_is_long_or_cannot_be_printed_is_made_fit() -> None:
    assert found(Sort.OWNER, "a\x1b[31m\n\tb\u202e" + "c" * 99).value == "a [31m b " + "c" * 50 + "…"
    assert found(Sort.OWNER, b"W\xff\xc5\xb7n").value == "W ŷn"


def test_no_more_than_a_handful_of_a_sort_is_told() -> None:
    many = [found(Sort.COMMENT, number) for number in range(99)]
    told = list(few([*many, *many, found(Sort.COMMENT, "by hand", by_hand=True)]))
    assert len(told) == MOST_OF_A_SORT + 1
    assert [trace.strippable for trace in told].count(False) == 1


@pytest.mark.parametrize(
    "words",
    [
        "Created with GIMP", "Created with The GIMP", "Comment: Created with GIMP", "Generator: Sketch 58",
        " Created with Inkscape (http://www.inkscape.org/) ", "CREATOR: gd-jpeg v1.0 (using IJG JPEG v62)",
        "Generator: Adobe Illustrator 24.0.1, SVG Export Plug-In",
    ],
)  # fmt: skip
def test_what_a_program_says_of_itself_is_no_trace(words: str) -> None:
    assert list(few([found(Sort.COMMENT, words)])) == []


@pytest.mark.parametrize(
    "words",
    ["Created with love", f"Made with Krita by {PLANTED}@example.org", "Created by GIMP", "Created with GIMP by A"],
)
def test_what_a_person_says_is_one(words: str) -> None:
    assert len(list(few([found(Sort.COMMENT, words)]))) == 1
