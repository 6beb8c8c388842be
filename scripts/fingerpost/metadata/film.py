"""MP4 (ISO/IEC 14496-12 and 14496-14, QuickTime): who, where and with what, in `udta`, `meta` and `uuid` boxes."""

from collections.abc import Iterator

from fingerpost.metadata.boxes import Box, blank, boxes
from fingerpost.metadata.tags import look_at_tag
from fingerpost.metadata.trace import Sort, Trace, Unreadable, found
from fingerpost.metadata.xmp import look_at_xmp

ABOUT = frozenset({b"udta", b"meta", b"uuid"})
FREE = frozenset({b"free", b"skip"})
# Names of tracks ("with audio description"), what captions are for, chapters: readers need them.
KEPT = frozenset({b"kind", b"name", b"chpl"}) | FREE
XMP = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
# The four letters of a box, in words that tags.py knows.
NAMES = {
    b"\xa9xyz": "location", b"loci": "location", b"\xa9ART": "artist", b"aART": "artist", b"\xa9aut": "author",
    b"auth": "author", b"perf": "performer", b"\xa9prf": "performer", b"\xa9wrt": "composer", b"\xa9com": "composer",
    b"\xa9prd": "producer", b"\xa9dir": "director", b"cprt": "copyright", b"\xa9cpy": "copyright", b"\xa9mak": "make",
    b"\xa9mod": "model", b"manu": "manufacturer", b"modl": "model", b"\xa9cmt": "comment", b"\xa9des": "description",
    b"desc": "description", b"ldes": "description", b"dscp": "description", b"\xa9inf": "information",
    b"covr": "cover", b"thmb": "thumbnail", b"ownr": "owner", b"apID": "account", b"\xa9nam": "title", b"titl": "title",
    b"\xa9too": "encoder", b"\xa9enc": "encoded by", b"\xa9swr": "software", b"\xa9day": "date", b"\xa9alb": "album",
    b"\xa9gen": "genre", b"gnre": "genre", b"trkn": "track", b"disk": "disk", b"CAME": "camera serial",
    b"tmpo": "tempo", b"cpil": "compilation", b"pgap": "gapless", b"hdvd": "hdvd", b"stik": "stik", b"yrrc": "year",
    b"\xa9lyr": "lyrics", b"keyw": "keywords", b"\xa9key": "keywords",
}  # fmt: skip
# Tracks that say, second by second, where a camera was.
PLACE_TRACKS = {b"gpmd": "GoPro", b"camm": "camm", b"mebx": "mebx", b"rtmd": "rtmd", b"priv": "priv"}


def look(content: bytes) -> Iterator[Trace]:
    """Yield what an MP4 carries; raises Unreadable."""
    for box in _about(content):
        if box.kind == b"udta":
            yield from _look_at_user_data(content, box)
        elif box.kind == b"meta":
            yield from _look_at_meta(content, box)
        elif box.kind == b"uuid":
            if content[box.body : box.body + 16] == XMP:
                yield from look_at_xmp(content[box.body + 16 : box.end])
            elif content[box.body : box.end].strip(b"\0"):
                yield found(Sort.EDITOR_DATA, "uuid")
    yield from _look_at_tracks(content)


def strip(content: bytes) -> bytes:
    """Return the same film with what is only about it blanked: no byte moves; raises Unreadable."""
    written = bytearray(content)
    for box in _about(content):
        if box.kind == b"udta":
            inner = _inside(content, box)
            for child in [child for child in inner if child.kind not in KEPT] if inner else [box]:
                blank(written, child)
        else:
            blank(written, box)
    return bytes(written)


def _about(content: bytes) -> Iterator[Box]:
    """Yield the boxes that are only about the film, and its free space."""
    top = list(boxes(content, 0, len(content)))
    if not any(box.kind in (b"ftyp", b"moov") for box in top):
        raise Unreadable
    for box in top:
        if box.kind in ABOUT | FREE:
            yield box
        elif box.kind == b"moov":
            for inner in boxes(content, box.body, box.end):
                if inner.kind in ABOUT | FREE:
                    yield inner
                elif inner.kind == b"trak":
                    yield from (leaf for leaf in boxes(content, inner.body, inner.end) if leaf.kind in ABOUT | FREE)


def _inside(content: bytes, box: Box) -> list[Box]:
    """Return the boxes inside a box; none where they can't be told apart."""
    start = box.body
    if box.kind == b"meta" and content[start + 4 : start + 8] != b"hdlr":
        start += 4  # a version and flags, which QuickTime's own form does not have
    try:
        return list(boxes(content, start, box.end))
    except Unreadable:
        return []


def _look_at_user_data(content: bytes, box: Box) -> Iterator[Trace]:
    inner = _inside(content, box)
    if not inner and content[box.body : box.end].strip(b"\0"):
        yield found(Sort.CUSTOM, "udta")
    for child in inner:
        value = content[child.body : child.end]
        if child.kind == b"meta":
            yield from _look_at_meta(content, child)
        elif child.kind == b"XMP_":
            yield from look_at_xmp(value)
        elif child.kind not in KEPT:
            yield from look_at_tag(_name(child.kind), value[4:1000])


def _name(kind: bytes) -> str:
    return NAMES.get(kind) or kind.decode("latin-1")


def _look_at_meta(content: bytes, box: Box) -> Iterator[Trace]:
    inner = _inside(content, box)
    if not inner and content[box.body : box.end].strip(b"\0"):
        yield found(Sort.CUSTOM, "meta")
    keys: list[str] = []
    for child in inner:
        if child.kind == b"keys":
            row = boxes(content, child.body + 8, child.end)
            keys = [content[key.body : key.end].decode("utf-8", "replace") for key in row]
        elif child.kind == b"xml ":
            yield from look_at_xmp(content[child.body + 4 : child.end])
    for child in inner:
        if child.kind != b"ilst":
            continue
        for item in _inside(content, child):
            number = int.from_bytes(item.kind) - 1
            name = keys[number] if 0 <= number < len(keys) else _name(item.kind)
            for part in _inside(content, item):
                if part.kind == b"name":
                    name = content[part.body + 4 : part.end].decode("utf-8", "replace")
                elif part.kind == b"data":
                    yield from look_at_tag(name, content[part.body + 8 : part.end][:1000])


def _look_at_tracks(content: bytes) -> Iterator[Trace]:
    """Yield tracks that hold places; only the program that cut the film can leave a track out."""
    rows = [Box(b"", 0, 0, len(content))]
    for kind in (b"moov", b"trak", b"mdia", b"minf", b"stbl", b"stsd"):
        rows = [inner for row in rows for inner in boxes(content, row.body, row.end) if inner.kind == kind]
    for description in rows:
        for entry in boxes(content, description.body + 8, description.end):
            if entry.kind in PLACE_TRACKS:
                yield found(Sort.LOCATION, PLACE_TRACKS[entry.kind], by_hand=True)
