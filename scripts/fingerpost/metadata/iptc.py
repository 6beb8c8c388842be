"""Photoshop's image resources, and the IPTC-IIM records in them: who made a picture, and where."""

from collections.abc import Iterator

from fingerpost.metadata.trace import Sort, Trace, found

IPTC, THUMBNAILS, XMP = 0x0404, (0x0409, 0x040C), 0x0424
RECORD = b"\x1c\x02"
OWNERS = {80, 85, 110, 115, 116, 118, 122}  # by-line, its title, credit, source, copyright, contact, writer
PLACES = {26, 27, 90, 92, 95, 100, 101}
COMMENTS = {5, 25, 40, 105, 120}


def look_at_photoshop(resources: bytes) -> Iterator[Trace]:
    """Yield what a block of Photoshop's resources carries; that Photoshop was there is always one of them."""
    yield found(Sort.EDITOR_DATA, "Photoshop")
    place = 0
    while resources[place : place + 4] == b"8BIM":
        number = int.from_bytes(resources[place + 4 : place + 6])
        name = resources[place + 6] if place + 6 < len(resources) else 0
        place += 6 + (name + 2) // 2 * 2
        size = int.from_bytes(resources[place : place + 4])
        data = resources[place + 4 : place + 4 + size]
        place += 4 + (size + 1) // 2 * 2
        if number in THUMBNAILS:
            yield found(Sort.THUMBNAIL)
        elif number == IPTC:
            yield from look_at_iptc(data)


def look_at_iptc(records: bytes) -> Iterator[Trace]:
    """Yield what records of the application (IPTC-IIM, record 2) carry."""
    place = records.find(RECORD)
    while place >= 0 and place + 5 <= len(records):
        number = records[place + 2]
        size = int.from_bytes(records[place + 3 : place + 5])
        value = records[place + 5 : place + 5 + size]
        if value.strip():
            if number in OWNERS:
                yield found(Sort.OWNER, value)
            elif number in PLACES:
                yield found(Sort.LOCATION, value)
            elif number in COMMENTS:
                yield found(Sort.COMMENT, value)
        place = records.find(RECORD, place + 5 + size)
