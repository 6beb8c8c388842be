"""Pictures lose what is about them and not one pixel, nor their colours, nor which way up they are."""

import io
from collections.abc import Iterator

import pytest
from fingerpost.metadata import Sort, look, strip
from PIL import Image, ImageSequence, PngImagePlugin

from tests.metadata import files
from tests.metadata.files import BASE, FILES, PLANTED

PICTURES = ["a.JPG", "a.avif", "a.gif", "a.jpeg", "a.png", "a.webp"]


def opened(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


def frames(content: bytes) -> Iterator[tuple[bytes, int]]:
    for frame in ImageSequence.Iterator(Image.open(io.BytesIO(content))):
        yield frame.convert("RGBA").tobytes(), frame.info.get("duration", 0)


@pytest.mark.parametrize("name", PICTURES)
def test_every_pixel_of_every_frame_stays(name: str) -> None:
    stripped = strip(name, FILES[name])
    assert stripped != FILES[name]
    assert list(frames(stripped)) == list(frames(FILES[name]))


@pytest.mark.parametrize("name", [name for name in PICTURES if name != "a.gif"])
def test_the_colour_profile_stays(name: str) -> None:
    before, after = opened(FILES[name]), opened(strip(name, FILES[name]))
    assert before.info.get("icc_profile") == after.info.get("icc_profile")
    assert name == "a.avif" or after.info["icc_profile"] == files.profile()


@pytest.mark.parametrize("turned", range(1, 9))
@pytest.mark.parametrize("kind", ["jpeg", "png", "webp"])
def test_a_picture_stays_the_same_way_up_and_says_nothing_else(kind: str, turned: int) -> None:
    made = {"jpeg": files.jpeg, "png": files.png, "webp": files.webp}[kind](turned)
    after = opened(strip(f"a.{kind}", made)).getexif()
    expected = {} if turned == 1 else {BASE.Orientation: turned}
    assert dict(after) == expected
    assert not any(after.get_ifd(ifd) for ifd in (files.IFD.Exif, files.IFD.GPSInfo, files.IFD.IFD1))


def test_how_dense_a_png_is_and_how_often_a_gif_goes_round_stay() -> None:
    assert opened(strip("a.png", FILES["a.png"])).info["dpi"] == pytest.approx((300, 300), abs=1)
    assert opened(strip("a.gif", FILES["a.gif"])).info["loop"] == 3


def test_an_animated_png_still_moves() -> None:
    target = io.BytesIO()
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", PLANTED)
    turned = files.picture().rotate(180)
    files.picture().save(target, "PNG", save_all=True, append_images=[turned], duration=70, pnginfo=texts)
    stripped = strip("a.png", target.getvalue())
    assert list(frames(stripped)) == list(frames(target.getvalue()))
    assert PLANTED.encode() not in stripped


def test_an_animated_webp_still_moves() -> None:
    target = io.BytesIO()
    turned = files.picture().rotate(180)
    files.picture().save(target, "WEBP", save_all=True, append_images=[turned], exif=files.exif(), lossless=True)
    stripped = strip("a.webp", target.getvalue())
    assert len(list(frames(stripped))) == 2
    assert list(frames(stripped)) == list(frames(target.getvalue()))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "GIF", "AVIF"])
def test_a_clean_picture_comes_back_as_the_very_same_bytes(form: str) -> None:
    target = io.BytesIO()
    files.picture().save(target, form)
    content = target.getvalue()
    assert look(f"a.{form.lower()}", content) == ()
    assert strip(f"a.{form.lower()}", content) is content


@pytest.mark.parametrize("options", [{"progressive": True}, {"optimize": True}, {"restart_marker_blocks": 1}])
def test_jpegs_of_every_coding_keep_their_pixels(options: dict[str, int]) -> None:
    target = io.BytesIO()
    files.picture().convert("CMYK").save(target, "JPEG", comment=PLANTED.encode(), **options)
    stripped = strip("a.jpg", target.getvalue())
    assert PLANTED.encode() not in stripped
    assert list(frames(stripped)) == list(frames(target.getvalue()))


def segment(marker: int, payload: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(payload) + 2).to_bytes(2) + payload


@pytest.mark.parametrize(
    ("marker", "payload", "sort"),
    [
        (0xE0, b"JFXX\0\x10" + files.small_jpeg(), Sort.THUMBNAIL),
        (0xE0, b"JFIF\0\1\1\0\0\1\0\1\1\1abc", Sort.THUMBNAIL),
        (0xE1, b"http://ns.adobe.com/xmp/extension/\0more", Sort.EDITOR_DATA),
        (0xE1, b"something else", Sort.EDITOR_DATA),
        (0xE2, b"MPF\0MM\0*", Sort.EDITOR_DATA),
        (0xEB, b"JP\0\0a seal", Sort.EDITOR_DATA),
        (0xFE, b"taken at home", Sort.COMMENT),
    ],
)
def test_every_segment_that_does_not_draw_is_told_and_dropped(marker: int, payload: bytes, sort: Sort) -> None:
    clean = files.jpeg(clean=True)
    content = clean[:2] + segment(marker, payload) + clean[2:]
    assert [trace.sort for trace in look("a.jpg", content)] == [sort]
    stripped = strip("a.jpg", content)
    assert payload[14:] not in stripped or payload[14:] == b""
    assert list(frames(stripped)) == list(frames(clean))


def test_photoshop_s_records_tell_who_and_where() -> None:
    def record(number: int, value: bytes) -> bytes:
        return b"\x1c\x02" + bytes((number,)) + len(value).to_bytes(2) + value

    records = record(80, PLANTED.encode()) + record(90, b"Exampleton") + record(120, b"What is seen")
    resources = b"8BIM\x04\x04\0\0" + len(records).to_bytes(4) + records + b"\0" * (len(records) % 2)
    resources += b"8BIM\x04\x0c\0\0" + (4).to_bytes(4) + b"tiny"
    clean = files.jpeg(clean=True)
    traces = look("a.jpg", clean[:2] + segment(0xED, b"Photoshop 3.0\0" + resources) + clean[2:])
    told = {(trace.sort, trace.value) for trace in traces}
    assert told == {
        (Sort.EDITOR_DATA, "Photoshop"), (Sort.OWNER, PLANTED), (Sort.LOCATION, "Exampleton"),
        (Sort.COMMENT, "What is seen"), (Sort.THUMBNAIL, ""),
    }  # fmt: skip


def test_a_date_and_a_program_s_name_alone_are_no_trace() -> None:
    target = io.BytesIO()
    block = Image.Exif()
    block[BASE.Software], block[BASE.DateTime] = "A program 1.0", "2026:11:21 10:00:00"
    files.picture().save(target, "JPEG", exif=block)
    assert look("a.jpg", target.getvalue()) == ()


def test_the_names_of_faces_are_told() -> None:
    regions = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/" xmlns:m="http://www.metadataworkinggroup.com/schemas/regions/">'
        f'<m:Regions><m:RegionList><i m:Name="{PLANTED}"/></m:RegionList></m:Regions></x:xmpmeta>'
    )
    target = io.BytesIO()
    files.picture().save(target, "WEBP", xmp=regions.encode())
    assert [(trace.sort, trace.value) for trace in look("a.webp", target.getvalue())] == [(Sort.OWNER, PLANTED)]


def test_a_damaged_exif_block_is_dropped_too() -> None:
    clean = files.jpeg(clean=True)
    content = clean[:2] + segment(0xE1, b"Exif\0\0" + PLANTED.encode()) + clean[2:]
    assert [trace.sort for trace in look("a.jpg", content)] == [Sort.EDITOR_DATA]
    assert strip("a.jpg", content) == clean


def test_metadata_that_overlaps_the_picture_in_an_avif_is_left() -> None:
    content = FILES["a.avif"]
    place = content.index(b"iloc")
    size = int.from_bytes(content[place - 4 : place])
    table = content[place + 4 : place - 4 + size]
    entry = (len(table) - 8) // 3
    first = table[8 : 8 + entry]
    twisted = table[:8] + first + table[8 + entry : 12 + entry] + first[4:] + table[8 + 2 * entry :]
    damaged = content.replace(table, twisted)
    assert damaged != content
    assert strip("a.avif", damaged) is damaged
