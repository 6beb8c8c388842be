"""Sound and film lose their tags, and not one byte of what is heard and seen moves."""

import pytest
from fingerpost.metadata import Sort, look, strip

from tests.metadata import files
from tests.metadata.files import FILES, PLANTED, box, element, frame


def sorts(name: str, content: bytes) -> set[tuple[Sort, str]]:
    return {(trace.sort, trace.value) for trace in look(name, content)}


def test_only_what_is_about_a_film_is_blanked_and_where_it_was() -> None:
    before, after = FILES["a.mp4"], strip("a.mp4", FILES["a.mp4"])
    assert len(before) == len(after)
    for kept in (b"what is seen", b"Sain ddisgrifio", b"mvhd", b"stsd"):
        assert after.index(kept) == before.index(kept)
    assert after.count(b"free") == 4  # a place, tags, Apple's tags, XMP
    assert b"+53.14" not in after


def test_a_track_that_follows_the_camera_is_told_and_left() -> None:
    content = files.mp4(places=True)
    assert (Sort.LOCATION, "GoPro") in sorts("a.mp4", content)
    left = look("a.mp4", strip("a.mp4", content))
    assert [(trace.sort, trace.value, trace.strippable) for trace in left] == [(Sort.LOCATION, "GoPro", False)]


@pytest.mark.parametrize(
    ("child", "expected"),
    [
        (box(b"\xa9mak", b"\0\7\0\0Example"), {(Sort.DEVICE, "Example")}),
        (box(b"CAME", b"0123456789"), {(Sort.DEVICE, "…789")}),
        (box(b"cprt", bytes(6) + b"Holder"), {(Sort.OWNER, "Holder")}),
        (box(b"SDLN", b"1234what"), {(Sort.CUSTOM, "SDLN")}),
        (box(b"XMP_", files.xmp()), {(Sort.LOCATION, "GPS"), (Sort.OWNER, PLANTED), (Sort.HISTORY, "History")}),
        (box(b"\xa9nam", b"\0\5\0\0Title"), set()),
        (box(b"kind", b"urn:mpeg:dash:role:2011"), set()),
        (b"\xff\xff\xff\xff", set()),
        (b"\xff\xff\xff\xffnoone", {(Sort.CUSTOM, "udta")}),
    ],
)
def test_what_stands_in_a_film_s_user_data(child: bytes, expected: set[tuple[Sort, str]]) -> None:
    content = box(b"ftyp", b"isom") + box(b"moov", box(b"udta", child))
    if child == b"\xff\xff\xff\xff":
        expected = {(Sort.CUSTOM, "udta")}
    assert sorts("a.mp4", content) == expected
    stripped = strip("a.mp4", content)
    assert sorts("a.mp4", stripped) == set()
    assert (stripped is content) == (expected == set())


@pytest.mark.parametrize(
    "content", [box(b"ftyp", b"isom") + b"\0\0\0\7moov", box(b"ftyp", b"") + b"\0\0\1\0moov", b"\0" * 99]
)
def test_boxes_of_impossible_sizes_are_not_read(content: bytes) -> None:
    assert sorts("a.mp4", content) == {(Sort.UNREADABLE, "")}


def test_an_mp3_keeps_its_sound_its_title_and_its_chapters() -> None:
    after = strip("a.mp3", FILES["a.mp3"])
    assert after.endswith(files.SOUND)
    assert after.startswith(b"ID3\3\0\0")
    assert frame(b"TIT2", "Title") in after
    assert frame(b"CHAP", "one") in after
    assert len(after) == 10 + after[9] + len(files.SOUND)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (frame(b"APIC", "a picture"), (Sort.THUMBNAIL, "")),
        (frame(b"TXXX", f"Recorded by device\0{PLANTED}"), (Sort.DEVICE, PLANTED)),
        (frame(b"TXXX", f"own\0{PLANTED}"), (Sort.CUSTOM, "own")),
        (frame(b"TPUB", "Example Records"), (Sort.COMPANY, "Example Records")),
        (frame(b"GEOB", "a file"), (Sort.CUSTOM, "GEOB")),
    ],
)
def test_frames_of_an_mp3(made: bytes, expected: tuple[Sort, str]) -> None:
    content = b"ID3\4\0\0" + bytes((0, 0, 0, len(made))) + made + files.SOUND
    assert sorts("a.mp3", content) == {expected}
    assert strip("a.mp3", content) == files.SOUND


def test_tags_after_the_sound_are_cut_off() -> None:
    old = b"TAG" + bytes(30) + PLANTED.encode().ljust(30, b"\0") + bytes(65)
    lyrics = b"LYRICSBEGIN" + b"x" * 20 + b"000031" + b"LYRICS200"
    assert sorts("a.mp3", files.SOUND + lyrics + old) == {(Sort.OWNER, PLANTED), (Sort.CUSTOM, "Lyrics3")}
    assert strip("a.mp3", files.SOUND + lyrics + old) == files.SOUND


def test_an_mp3_without_tags_comes_back_as_the_very_same_bytes() -> None:
    for content in (files.SOUND, b"ID3\3\0\0" + bytes(3) + b"\x10" + frame(b"TIT2", "Title") + files.SOUND):
        assert strip("a.mp3", content) is content


def test_the_pages_of_an_ogg_keep_their_places_and_have_the_right_checksums() -> None:
    before, after = FILES["a.ogg"], strip("a.ogg", FILES["a.ogg"])
    assert after.index(b"what is heard") == before.index(b"what is heard")
    place, pages = 0, 0
    while place < len(after):
        size = 27 + after[place + 26] + sum(after[place + 27 : place + 27 + after[place + 26]])
        whole = bytearray(after[place : place + size])
        said = int.from_bytes(whole[22:26], "little")
        whole[22:26] = bytes(4)
        assert files.ogg_checksum(bytes(whole)) == said
        place, pages = place + size, pages + 1
    assert pages == 3


def test_a_webm_keeps_its_length_and_its_tags_become_void() -> None:
    before, after = FILES["a.webm"], strip("a.webm", FILES["a.webm"])
    assert len(before) == len(after)
    assert after.index(b"what is seen") == before.index(b"what is seen")
    assert after.count(b"\xec") == 2


@pytest.mark.parametrize("length", [1, 100, 108, 109, 110, 111, 300, 20_000])
def test_tags_of_any_length_become_void_of_that_length(length: int) -> None:
    tag = element("67c8", element("45a3", b"COMMENT") + element("4487", b"x" * length))
    clusters = element("1f43b675", b"")
    segment = element("18538067", element("1254c367", element("7373", tag)) + clusters)
    content = element("1a45dfa3", b"") + segment
    stripped = strip("a.webm", content)
    assert len(stripped) == len(content)
    assert stripped.endswith(clusters)
    assert look("a.webm", stripped) == ()


def test_a_file_attached_to_a_film_is_left_to_people() -> None:
    content = files.webm(attached=True)
    assert (Sort.ATTACHMENT, "notes.txt") in sorts("a.webm", content)
    assert sorts("a.webm", strip("a.webm", content)) == {(Sort.ATTACHMENT, "notes.txt")}
