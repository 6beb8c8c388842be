"""MP3: ID3v2 before the sound, ID3v1, APE and Lyrics3 tags after it."""

from collections.abc import Iterator

from fingerpost.metadata.tags import look_at_tag
from fingerpost.metadata.trace import Sort, Trace, Unreadable, found

NAMES = {
    b"TPE1": "artist", b"TPE2": "artist", b"TPE3": "conductor", b"TPE4": "remixer", b"TCOM": "composer",
    b"TEXT": "lyricist", b"TOPE": "artist", b"TOLY": "lyricist", b"TOWN": "owner", b"TENC": "encoded by",
    b"TCOP": "copyright", b"TPUB": "publisher", b"TRSN": "organisation", b"TRSO": "owner", b"TSRC": "identifier",
    b"COMM": "comment", b"USLT": "lyrics", b"SYLT": "lyrics", b"APIC": "picture", b"WXXX": "", b"TXXX": "",
    b"GEOB": "", b"PRIV": "", b"UFID": "identifier", b"OWNE": "owner", b"TP1": "artist", b"TP2": "artist",
    b"TCM": "composer", b"TCR": "copyright", b"TEN": "encoded by", b"COM": "comment", b"PIC": "picture",
    b"ULT": "lyrics", b"IPLS": "performer", b"TIPL": "performer", b"TMCL": "performer", b"TPB": "publisher",
}  # fmt: skip
# Besides those: frames of text (T…) that are not in the table, and how loud, how long, which record, which address.
HARMLESS = frozenset({b"RVA2", b"RVAD", b"EQU2", b"MCDI", b"SEEK", b"ASPI", b"MLLT", b"ETCO", b"SYTC", b"WOAS"})
CHAPTERS = frozenset({b"CHAP", b"CTOC"})
# What listeners use stays: the title, the language, chapters and their titles.
KEPT = frozenset({b"TIT2", b"TLAN", b"TLEN"}) | CHAPTERS
ID3V1, APE, LYRICS = b"TAG", b"APETAGEX", b"LYRICS200"

Frame = tuple[bytes, bytes]  # its four letters, and the whole of it with its header


def look(content: bytes) -> Iterator[Trace]:
    """Yield what an MP3 carries; raises Unreadable."""
    start, end = _sound(content)
    for frames, header in _tags(content[:start]):
        for name, frame in frames:
            yield from _look_at(name, frame[header:])
    after = content[end:]
    if after:
        yield from _look_at_the_end(after)


def strip(content: bytes) -> bytes:
    """Return the same sound without tags but a title, a language and chapters; raises Unreadable."""
    start, end = _sound(content)
    kept: list[bytes] = []
    if content.startswith((b"ID3\3", b"ID3\4")):
        plain = content[5] & 0xC0 == 0  # neither unsynchronised nor extended: frames can be copied as they are
        frames = next(_tags(content[:start]), ([], 10))[0] if plain else []
        kept = [frame for name, frame in frames if name in KEPT]
    size = sum(map(len, kept))
    header = b"ID3" + content[3:5] + b"\0" + bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))
    return (header + b"".join(kept) if kept else b"") + content[start:end]


def _sound(content: bytes) -> tuple[int, int]:
    """Return where the sound starts and ends; raises Unreadable where no sound is."""
    start, end = 0, len(content)
    while content[start : start + 3] == b"ID3" and start + 10 <= end:
        start += _length(content, start)
    for _ in range(8):
        before = end
        if content[end - 128 : end - 125] == ID3V1:
            end -= 128
        elif content[end - 32 : end - 24] == APE:
            size = int.from_bytes(content[end - 20 : end - 16], "little")
            has_header = content[end - 9] & 0x80
            end -= size + (32 if has_header else 0)
        elif content[end - 9 : end] == LYRICS and content[end - 15 : end - 9].isdigit():
            end -= int(content[end - 15 : end - 9]) + 15
        if end == before:
            break
    sound = content[start : max(start, end)].lstrip(b"\0")[:2]
    if end - start < 4 or len(sound) < 2 or sound[0] != 0xFF or sound[1] & 0xE0 != 0xE0:
        raise Unreadable
    return start, end


def _length(content: bytes, start: int) -> int:
    """Return how long the ID3v2 tag is that begins here, its header included (sizes have seven bits a byte)."""
    size = 0
    for byte in content[start + 6 : start + 10]:
        size = size << 7 | byte & 0x7F
    return size + (20 if content[start + 5] & 0x10 else 10)


def _tags(head: bytes) -> Iterator[tuple[list[Frame], int]]:
    """Yield the frames of each ID3v2 tag, and how long a frame's header is in it."""
    place = 0
    while place + 10 <= len(head):
        end = min(place + _length(head, place), len(head))
        version = head[place + 3]
        yield list(_frames(head[place + 10 : end], version)), 6 if version == 2 else 10
        place = end


def _frames(body: bytes, version: int) -> Iterator[Frame]:
    letters, header, bits = (3, 6, 8) if version == 2 else (4, 10, 7 if version == 4 else 8)
    place = 0
    while place + header <= len(body) and body[place]:
        size = 0
        for byte in body[place + letters : place + letters * 2]:
            size = size << bits | byte
        end = place + header + size
        yield body[place : place + letters], body[place:end]
        place = end


def _look_at(name: bytes, value: bytes) -> Iterator[Trace]:
    if name in CHAPTERS or not value.strip(b"\0"):
        return
    text = value[1:].decode("utf-16" if value[:1] == b"\1" else "utf-8", "replace")
    known = NAMES.get(name)
    if known == "picture":
        yield found(Sort.THUMBNAIL)
    elif known == "comment" or known == "lyrics":
        yield found(Sort.COMMENT, text[3:])
    elif known:
        yield from look_at_tag(known, text)
    elif name == b"TXXX":
        key, _, rest = text.partition("\0")
        yield from look_at_tag(key, rest)
    elif not name.startswith(b"T") and name not in HARMLESS:
        yield found(Sort.CUSTOM, name)


def _look_at_the_end(after: bytes) -> Iterator[Trace]:
    old = after[-128:] if after[-128:-125] == ID3V1 else b""
    if old[33:63].strip(b"\0 "):
        yield found(Sort.OWNER, old[33:63])
    if old[97:125].strip(b"\0 "):
        yield found(Sort.COMMENT, old[97:125])
    rest = after[: len(after) - len(old)]
    if APE in rest or LYRICS in rest:
        yield found(Sort.CUSTOM, "APE" if APE in rest else "Lyrics3")
