"""EXIF (CIPA DC-008): what cameras and phones write into a picture. Read with Pillow."""

from collections.abc import Iterator, Mapping
from typing import Any

from PIL import ExifTags, Image

from fingerpost.metadata.trace import Sort, Trace, found, found_number

BASE = ExifTags.Base
OWNERS = frozenset({BASE.Artist, BASE.Copyright, BASE.CameraOwnerName, BASE.XPAuthor, 0xA437, 0xA438, 0xA439})
DEVICES = frozenset({BASE.Make, BASE.Model})
NUMBERS = frozenset({BASE.BodySerialNumber, BASE.LensSerialNumber, BASE.ImageUniqueID, 0xC62F})
# Text of these is about how the picture was made, and leads to nobody. Text in any other tag is reported.
HARMLESS = frozenset(
    {BASE.Software, BASE.DateTime, BASE.DateTimeOriginal, BASE.DateTimeDigitized, BASE.OffsetTime, BASE.ExifVersion}
    | {BASE.OffsetTimeOriginal, BASE.OffsetTimeDigitized, BASE.SubsecTime, BASE.SubsecTimeOriginal}
    | {BASE.SubsecTimeDigitized, BASE.ComponentsConfiguration, BASE.FlashPixVersion, BASE.FileSource, BASE.SceneType}
    | {BASE.CFAPattern, BASE.LensMake, BASE.LensModel, BASE.SpectralSensitivity, BASE.OECF, BASE.PrintImageMatching}
    | {BASE.DeviceSettingDescription, BASE.SpatialFrequencyResponse, BASE.InterColorProfile, 0xA43A, 0xA43B, 0xA43C}
)
MAKER_NOTE, XMP, IPTC, PHOTOSHOP = 0x927C, 0x02BC, 0x83BB, 0x8649
JPEG_THUMBNAIL, STRIPS = 0x0201, 0x0111
GPS_VERSION = 0
UPRIGHT = 1


def look_at_exif(block: bytes) -> Iterator[Trace]:
    """Yield what an EXIF block (with or without its `Exif` signature) carries; a damaged one is editor's data."""
    if not block.strip(b"\0"):
        return
    exif = Image.Exif()
    try:
        exif.load(block)
        inner = exif.get_ifd(ExifTags.IFD.Exif)
        place = exif.get_ifd(ExifTags.IFD.GPSInfo)
        second = exif.get_ifd(ExifTags.IFD.IFD1)
        first = dict(exif.items())
    except Exception:  # Pillow raises many kinds over damaged blocks, and what can't be read may still name someone
        yield found(Sort.EDITOR_DATA, "EXIF")
        return
    if any(tag != GPS_VERSION for tag in place):
        yield found(Sort.LOCATION, "GPS")
    yield from _look_at_tags({**first, **inner})
    if JPEG_THUMBNAIL in second or STRIPS in second:
        yield found(Sort.THUMBNAIL)


def _look_at_tags(tags: Mapping[int, Any]) -> Iterator[Trace]:
    for tag, value in tags.items():
        text = _text(tag, value)
        if tag == MAKER_NOTE:
            yield found(Sort.DEVICE, "MakerNote")
        elif tag in (XMP, IPTC, PHOTOSHOP):
            yield found(Sort.EDITOR_DATA, "XMP" if tag == XMP else "Photoshop")
        elif not text or tag in HARMLESS:
            continue
        elif tag in OWNERS:
            yield found(Sort.OWNER, text)
        elif tag in DEVICES:
            yield found(Sort.DEVICE, text)
        elif tag in NUMBERS:
            yield found_number(Sort.DEVICE, text)
        else:
            yield found(Sort.COMMENT, text)


def _text(tag: int, value: object) -> str:
    """Return a tag's text; nothing for numbers and for padding."""
    if isinstance(value, bytes):
        if BASE.XPTitle <= tag <= BASE.XPSubject:
            value = value.decode("utf-16-le", "replace")
        elif tag == BASE.UserComment:
            wide = value.startswith(b"UNICODE")
            value = value[8:].replace(b"\0", b"") if wide else value[8:]
            value = value.decode("utf-8", "replace")
        else:
            value = value.decode("utf-8", "replace")
    return value.replace("\0", " ").strip() if isinstance(value, str) else ""


def orientation(block: bytes) -> int:
    """Return which way up the picture is to be shown: 1 to 8 as EXIF numbers it, 1 where nothing is said."""
    exif = Image.Exif()
    try:
        exif.load(block)
        turned = exif.get(BASE.Orientation, UPRIGHT)
    except Exception:  # as above: a block that can't be read turns nothing
        return UPRIGHT
    return turned if isinstance(turned, int) and UPRIGHT <= turned <= 8 else UPRIGHT


def only_orientation(turned: int) -> bytes:
    """Return an EXIF block, without signature, that says which way up the picture is and nothing else."""
    entry = BASE.Orientation.to_bytes(2) + (3).to_bytes(2) + (1).to_bytes(4) + turned.to_bytes(2) + bytes(2)
    return b"MM\0*" + (8).to_bytes(4) + (1).to_bytes(2) + entry + bytes(4)
