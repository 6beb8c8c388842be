"""Files that are small and become enormous when they are opened, each made when it is asked for."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping

BLOCK = 1 << 24
GIGABYTE = 1 << 30
OFFICE = {"[Content_Types].xml": "<Types/>", "word/document.xml": "<a/>"}
ODF = {"mimetype": "application/vnd.oasis.opendocument.text", "META-INF/manifest.xml": "<a/>"}
EPUB = {"mimetype": "application/epub+zip", "META-INF/container.xml": "<a/>"}


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(bytes(999))) + chunk(b"IEND", b"")


def gif(width: int, height: int) -> bytes:
    size = struct.pack("<HH", width, height)
    return b"GIF89a" + size + b"\x80\0\0" + bytes(6) + b"," + bytes(4) + size + b"\0\2\2D\1\0;"


def jpeg(width: int, height: int) -> bytes:
    frame = b"\xff\xc0\0\x11\x08" + struct.pack(">HH", height, width) + b"\3\1\x11\0\2\x11\0\3\x11\0"
    return b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0" + frame + b"\xff\xda\0\x0c\3\1\0\2\0\3\0\0\x3f\0\xff\xd9"


def webp(width: int, height: int) -> bytes:
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    pixels = b"\x2f" + ((width - 1) | (height - 1) << 14).to_bytes(4, "little") + bytes(16)
    chunks = b"VP8X\x0a\0\0\0\0\0\0\0" + size + b"VP8L" + struct.pack("<I", len(pixels)) + pixels
    return b"RIFF" + struct.pack("<I", len(chunks) + 5) + b"WEBP" + chunks + b"\0"


def zeros(size: int) -> bytes:
    """Return so many zeros, deflated (RFC 1951): one block that stands by itself, again and again, and an end."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(bytes(BLOCK)) + packer.flush(zlib.Z_FULL_FLUSH)
    return block * (size // BLOCK) + b"\3\0"


def archive(members: Mapping[str, str], size: int, empty: int = 0) -> bytes:
    """Return a zip with some members, one that unpacks to `size` zeros, and empty ones."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content, zipfile.ZIP_STORED if name == "mimetype" else None)
        for number in range(empty):
            made.writestr(f"word/{number}.xml", "")
        made.writestr("word/media/big.bin", zeros(size), zipfile.ZIP_STORED)
    packed = bytearray(target.getvalue())
    # What was stored is said to be deflated, and how large it then is (APPNOTE.TXT, 4.3.7 and 4.3.12).
    here, listed = packed.rfind(b"PK\3\4"), packed.rfind(b"PK\1\2")
    packed[here + 8 : here + 10] = packed[listed + 10 : listed + 12] = struct.pack("<H", zipfile.ZIP_DEFLATED)
    packed[here + 22 : here + 26] = packed[listed + 24 : listed + 28] = struct.pack("<I", size)
    return bytes(packed)


def lying() -> bytes:
    """Return a zip whose list of members says that the large one has ten bytes."""
    made = bytearray(archive(OFFICE, GIGABYTE))
    place = made.rfind(b"PK\1\2")
    made[place + 24 : place + 28] = struct.pack("<I", 10)
    return bytes(made)


def nested() -> bytes:
    inner = archive(OFFICE, GIGABYTE).decode("latin-1")
    return archive({**OFFICE, **{f"word/embeddings/{n}.docx": inner for n in range(3)}}, 0)


def pdf(size: int, filters: int = 1) -> bytes:
    """Return a PDF with a stream, packed once or more often, that unpacks to `size` zeros."""
    packed = b"\x78\xda" + zeros(size) + struct.pack(">I", size % 65521 << 16 | 1)  # RFC 1950, with Adler-32
    for _ in range(filters - 1):
        packed = zlib.compress(packed, 9)
    ways = b"".join([b"/FlateDecode"] * filters)
    about = b"<</Type/Metadata/Subtype/XML/Length %d/Filter[%s]>>stream\n" % (len(packed), ways)
    return document(b"<</Type/Catalog/Pages 2 0 R/Metadata 4 0 R>>", about + packed + b"\nendstream")


def document(root: bytes, fourth: bytes) -> bytes:
    """Return a PDF of one page with this root and this fourth object."""
    objects = [
        root,
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
        fourth,
    ]
    out, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj" % number + content + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer<</Root 1 0 R/Size 5>>\nstartxref\n%d\n%%%%EOF\n" % len(out)
    return out + b"xref\n0 5\n0000000000 65535 f \n" + table + end


def svg(inside: str, before: str = "") -> bytes:
    return f'{before}<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>'.encode()


def laughs() -> bytes:
    """Return a drawing whose entities stand for ten of the one before, ten times over."""
    more = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(10))
    return svg("<text>&k;</text>", f'<!DOCTYPE svg [<!ENTITY a "ha">{more}]>')


def tenfold(piece: str) -> bytes:
    """Return a drawing in which each group holds ten of the one before."""
    groups = (f'<g id="g{n}">{piece.format(n - 1) * 10}</g>' for n in range(1, 12))
    return svg('<g id="g0"><path d="M0 0h1"/></g>' + "".join(groups))


# By the name of the file, with the check that has to say something of it.
BOMBS: Mapping[str, tuple[str, Callable[[], bytes]]] = {
    "wide.png": ("FP506", lambda: png(100_000, 100_000)),
    "two-gigapixels.png": ("FP506", lambda: png(50_000, 40_000)),
    "endless.png": ("FP506", lambda: png(2**31 - 1, 2**31 - 1)),
    "wide.gif": ("FP506", lambda: gif(65_535, 65_535)),
    "wide.jpg": ("FP506", lambda: jpeg(65_500, 65_500)),
    "wide.webp": ("FP506", lambda: webp(16_383, 16_383)),
    "laughs.svg": ("FP502", laughs),
    "used.svg": ("FP506", lambda: tenfold('<use href="#g{}"/>')),
    "painted.svg": ("FP506", lambda: tenfold('<path fill="url(#g{})"/>')),
    "round.svg": ("FP506", lambda: svg('<g id="a"><use href="#a"/></g>')),
    "deep.svg": ("FP506", lambda: svg("<g>" * 50_000 + "</g>" * 50_000)),
    "large.docx": ("FP506", lambda: archive(OFFICE, 3 * GIGABYTE)),
    "large.odt": ("FP506", lambda: archive(ODF, GIGABYTE)),
    "large.epub": ("FP506", lambda: archive(EPUB, GIGABYTE)),
    "large.xlsx": ("FP506", lambda: archive({"[Content_Types].xml": "<a/>", "xl/workbook.xml": "<a/>"}, GIGABYTE)),
    "large.pptx": ("FP506", lambda: archive({"[Content_Types].xml": "<a/>", "ppt/presentation.xml": "<a/>"}, GIGABYTE)),
    "lying.docx": ("FP315", lying),
    "many.docx": ("FP315", lambda: archive(OFFICE, 0, 30_000)),
    "large.pdf": ("FP315", lambda: pdf(2 * GIGABYTE)),
    "twice.pdf": ("FP315", lambda: pdf(4 * GIGABYTE, 2)),
    "round.pdf": ("FP315", lambda: document(b"<</Type/Catalog/Pages 1 0 R>>", b"<<>>")),
    "deep.pdf": (
        "FP315",
        lambda: document(b"<</Type/Catalog/Pages 2 0 R/X " + b"[" * 99_999 + b"]" * 99_999 + b">>", b""),
    ),
}
