"""Files as programs make them, carrying what nobody meant to publish. The planted name is nobody's."""

import base64
import io
import zipfile
from collections.abc import Mapping
from functools import cache

import pikepdf
from PIL import ExifTags, Image, ImageCms, PngImagePlugin

PLANTED = "Planted Examplename"
PICTURE_SIZE = (24, 16)
BASE, IFD = ExifTags.Base, ExifTags.IFD


def picture() -> Image.Image:
    """A picture in which every pixel is different, so that a turned or re-coded one is noticed."""
    image = Image.new("RGB", PICTURE_SIZE)
    image.putdata([(x * 10, y * 15, (x * y) % 256) for y in range(PICTURE_SIZE[1]) for x in range(PICTURE_SIZE[0])])
    return image


def exif(turned: int = 1) -> Image.Exif:
    block = Image.Exif()
    block[BASE.Make] = "Example Cameras"
    block[BASE.Model] = "Model One"
    block[BASE.Artist] = PLANTED
    block[BASE.Software] = "A program 1.0"
    if turned != 1:
        block[BASE.Orientation] = turned
    block.get_ifd(IFD.Exif).update({BASE.BodySerialNumber: "SN-0123456789", BASE.CameraOwnerName: PLANTED})
    block.get_ifd(IFD.GPSInfo).update({1: "N", 2: (53.0, 8.0, 29.27), 3: "W", 4: (4.0, 16.0, 0.0)})
    return block


@cache  # it says when it was made
def profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def xmp(**more: str) -> bytes:
    """A packet with a maker, a place and a past; `more` is put in as elements of Dublin Core."""
    extra = "".join(f"<dc:{name}>{value}</dc:{name}>" for name, value in more.items())
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:exif="http://ns.adobe.com/exif/1.0/"'
        ' xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"'
        ' exif:GPSLatitude="53,8.5N" pdfuaid:part="1">'
        f"<dc:creator><rdf:Seq><rdf:li>{PLANTED}</rdf:li></rdf:Seq></dc:creator>{extra}"
        '<xmpMM:History><rdf:Seq><rdf:li rdf:parseType="Resource"/></rdf:Seq></xmpMM:History>'
        '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()


def jpeg(turned: int = 6, *, clean: bool = False) -> bytes:
    target = io.BytesIO()
    if clean:
        picture().save(target, "JPEG", icc_profile=profile())
        return target.getvalue()
    picture().save(
        target, "JPEG", progressive=True, exif=with_thumbnail(exif(turned)), icc_profile=profile(), xmp=xmp(),
        comment=f"by {PLANTED}".encode(),
    )  # fmt: skip
    return target.getvalue() + small_jpeg()  # a second picture behind the first, as phones write them


def small_jpeg() -> bytes:
    target = io.BytesIO()
    picture().resize((4, 4)).save(target, "JPEG", comment=PLANTED.encode())
    return target.getvalue()


def with_thumbnail(block: Image.Exif) -> bytes:
    """The EXIF block with a second directory that holds a small JPEG, which Pillow does not write by itself."""
    raw = block.tobytes()[6:]
    order = "little" if raw[:2] == b"II" else "big"

    def number(value: int, size: int) -> bytes:
        return value.to_bytes(size, "little" if order == "little" else "big")

    small = small_jpeg()
    first = int.from_bytes(raw[4:8], "little" if order == "little" else "big")
    count = int.from_bytes(raw[first : first + 2], "little" if order == "little" else "big")
    link = first + 2 + count * 12
    place = len(raw)
    directory = number(2, 2)
    directory += number(0x0201, 2) + number(4, 2) + number(1, 4) + number(place + 30, 4)
    directory += number(0x0202, 2) + number(4, 2) + number(1, 4) + number(len(small), 4) + number(0, 4)
    return b"Exif\0\0" + raw[:link] + number(place, 4) + raw[link + 4 :] + directory + small


def png(turned: int = 6) -> bytes:
    target = io.BytesIO()
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", PLANTED)
    texts.add_text("Comment", f"for {PLANTED}", zip=True)
    texts.add_itxt("XML:com.adobe.xmp", xmp().decode())
    texts.add_text("Software", "A program")
    texts.add(b"prVW", b"a preview of " + PLANTED.encode())
    picture().save(target, "PNG", pnginfo=texts, exif=exif(turned), icc_profile=profile(), dpi=(300, 300))
    return target.getvalue() + PLANTED.encode()


def webp(turned: int = 6) -> bytes:
    target = io.BytesIO()
    picture().save(target, "WEBP", lossless=True, exif=exif(turned), xmp=xmp(), icc_profile=profile())
    return target.getvalue()


def gif() -> bytes:
    target = io.BytesIO()
    frames = [picture().convert("P"), picture().rotate(180).convert("P")]
    frames[0].save(target, "GIF", save_all=True, append_images=frames[1:], loop=3, comment=PLANTED.encode())
    trailer = bytes((1, *range(255, -1, -1), 0))  # so that readers who don't know XMP get past it
    packet = b"\x21\xff\x0bXMP DataXMP" + xmp() + trailer
    return target.getvalue()[:-1] + packet + b";"


def avif() -> bytes:
    target = io.BytesIO()
    picture().save(target, "AVIF", exif=exif(), xmp=xmp())
    return target.getvalue()


def pdf() -> bytes:
    """Two pages with tags, an outline, a link, a photograph, and somebody's name in every corner."""
    document = pikepdf.new()
    for _ in range(2):
        document.add_blank_page(page_size=(200, 200))
    page = document.pages[0]
    page.Contents = document.make_stream(b"BT (What the page shows) Tj ET")
    photo = document.make_stream(jpeg(), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image)
    photo["/Filter"] = pikepdf.Name.DCTDecode
    photo["/Width"], photo["/Height"] = PICTURE_SIZE
    photo["/ColorSpace"], photo["/BitsPerComponent"] = pikepdf.Name.DeviceRGB, 8
    page["/Resources"] = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=photo))
    page["/PieceInfo"] = pikepdf.Dictionary(Illustrator=pikepdf.Dictionary(Private=PLANTED))
    page["/Thumb"] = document.make_stream(PLANTED.encode(), Width=1, Height=1)
    page["/Annots"] = pikepdf.Array(
        [pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9])]
    )
    with document.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("First part", 0))
    document.Root["/Lang"] = "cy"
    document.Root["/MarkInfo"] = pikepdf.Dictionary(Marked=True)
    document.Root["/StructTreeRoot"] = document.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot))
    document.Root["/Metadata"] = document.make_stream(xmp(description="about"), Type=pikepdf.Name.Metadata)
    document.docinfo["/Title"], document.docinfo["/Author"] = "Teitl â tho bach", PLANTED
    document.docinfo["/Company"], document.docinfo["/SourceFile"] = "Example Ltd", f"/home/{PLANTED}/a.docx"
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def revised(content: bytes) -> bytes:
    """A PDF with one more object appended and one replaced, as programs save a change."""
    with pikepdf.open(io.BytesIO(content)) as document:
        size, root = len(document.objects) + 1, document.Root.objgen[0]
    before = int(content.rsplit(b"startxref", 1)[1].split()[0])
    place = len(content) + 1
    body = content + b"\n%d 0 obj\n(%s)\nendobj\n" % (size, PLANTED.encode())
    table = b"xref\n%d 1\n%010d 00000 n \ntrailer\n<</Size %d/Root %d 0 R/Prev %d>>\n" % (
        size, place, size + 1, root, before,
    )  # fmt: skip
    return body + table + b"startxref\n%d\n%%%%EOF\n" % len(body)


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target.getvalue()


PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(more: Mapping[str, str | bytes] | None = None, body: str = "<w:p/>") -> bytes:
    """A Word file with its author, company, own properties, thumbnail, template and photograph."""
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="xml" ContentType="a/b"/>'
            '<Override PartName="/word/document.xml" ContentType="a/c"/>'
            '<Override PartName="/docProps/custom.xml" ContentType="a/d"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="r1" Type="{OFFICE}/relationships/officeDocument" Target="word/document.xml"/>'
            f'<Relationship Id="r2" Type="{PACKAGE}/metadata/thumbnail" Target="docProps/thumbnail.jpeg"/>'
            f'<Relationship Id="r3" Type="{OFFICE}/relationships/custom-properties" Target="/docProps/custom.xml"/>'
            "</Relationships>",
            "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
            "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"'
            ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Title &amp; more</dc:title>'
            f"<dc:creator>{PLANTED}</dc:creator><cp:lastModifiedBy>{PLANTED}</cp:lastModifiedBy></cp:coreProperties>",
            "docProps/app.xml": f'<Properties xmlns="{OFFICE}/extended-properties"><Application>Words</Application>'
            f"<Company>Company of {PLANTED}</Company><Manager>{PLANTED}</Manager></Properties>",
            "docProps/custom.xml": f'<Properties xmlns="{OFFICE}/custom-properties"><property name="Client">'
            f"<lpwstr>{PLANTED}</lpwstr></property></Properties>",
            "docProps/thumbnail.jpeg": small_jpeg(),
            "word/people.xml": f'<w15:people xmlns:w15="p"><w15:person w15:author="{PLANTED}"/></w15:people>',
            "word/_rels/settings.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1"'
            f' Type="{OFFICE}/relationships/attachedTemplate" Target="file:///C:\\Users\\{PLANTED}\\x.dotm"'
            ' TargetMode="External"/></Relationships>',
            "word/media/image1.jpg": jpeg(),
            **(more or {}),
        }
    )


def odt(body: str = "<text:p/>") -> bytes:
    names = " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for prefix, name in (("office", "office"), ("meta", "meta"), ("text", "text"), ("config", "config"))
    )
    names += ' xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"'
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {names}>{body}</office:document-content>",
            "meta.xml": f"<office:document-meta {names}><office:meta><dc:title>Title</dc:title>"
            f"<meta:initial-creator>{PLANTED}</meta:initial-creator><dc:creator>{PLANTED}</dc:creator>"
            f'<meta:user-defined meta:name="Client">{PLANTED}</meta:user-defined>'
            f"<meta:generator>Words/1.0</meta:generator></office:meta></office:document-meta>",
            "settings.xml": f'<office:document-settings {names}><config:config-item config:name="PrinterName"'
            f' config:type="string">Printer of {PLANTED}</config:config-item></office:document-settings>',
            "Thumbnails/thumbnail.png": png(),
            "Versions/Version1": f"earlier, by {PLANTED}",
            "Pictures/a.png": png(),
            "META-INF/manifest.xml": '<manifest:manifest xmlns:manifest="m">'
            '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
            '<manifest:file-entry manifest:full-path="Thumbnails/thumbnail.png" manifest:media-type="image/png"/>'
            '<manifest:file-entry manifest:full-path="Versions/Version1" manifest:media-type=""/>'
            "</manifest:manifest>",
        }
    )


def epub() -> bytes:
    return zipped({"mimetype": "application/epub+zip", "META-INF/container.xml": "<container/>", "a.jpg": jpeg()})


def svg() -> bytes:
    inner = base64.b64encode(jpeg()).decode()
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f"<!-- drawn by {PLANTED} -->\n"
        '<svg xmlns="http://www.w3.org/2000/svg"  xmlns:xlink="http://www.w3.org/1999/xlink"\n'
        '  xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"\n'
        '  xmlns:s="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" role="img" viewBox="0 0 9 9"\n'
        f"  inkscape:export-filename=\"C:\\Users\\{PLANTED}\\a.png\" s:docname='a > b.svg'>\n"
        "  <title>A path &amp; a sign</title><desc>Two arms.</desc>\n"
        f"  <metadata><r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>{PLANTED}</r:RDF></metadata>\n"
        f'  <s:namedview id="x" s:a=">"><inkscape:grid a="{PLANTED}"/></s:namedview><inkscape:path-effect/>\n'
        '  <path  d="M0 0L9 9" inkscape:label=" y "  fill="#123"/>\n'
        f'  <image xlink:href="data:image/jpeg;base64,{inner}"/>\n'
        "</svg>\n"
    ).encode()


def box(kind: bytes, body: bytes, *, wide: bool = False) -> bytes:
    if wide:
        return (1).to_bytes(4) + kind + (len(body) + 16).to_bytes(8) + body
    return (len(body) + 8).to_bytes(4) + kind + body


def mp4(*, places: bool = False) -> bytes:
    """A film's boxes: what is about it in `udta`, `meta` and `uuid`, and a picture that is only a word."""
    name = PLANTED.encode()
    data = box(b"data", bytes(8) + name)
    tags = bytes(4) + box(b"hdlr", bytes(24)) + box(b"ilst", box(b"\xa9ART", data) + box(b"\xa9too", data))
    keys = bytes(4) + (1).to_bytes(4) + box(b"mdta", b"com.apple.quicktime.location.ISO6709")
    apple = box(b"hdlr", bytes(24)) + box(b"keys", keys) + box(b"ilst", box((1).to_bytes(4), data))
    about = (
        box(b"\xa9xyz", b"\0\x12\x15\xc7+53.14-004.27/" + name) + box(b"meta", tags) + box(b"name", b"Sain ddisgrifio")
    )
    entry = box(b"gpmd", bytes(8)) if places else box(b"avc1", bytes(8))
    track = box(b"stsd", bytes(4) + (1).to_bytes(4) + entry)
    for kind in (b"stbl", b"minf", b"mdia", b"trak"):
        track = box(kind, track)
    film = box(b"mvhd", bytes(100)) + track + box(b"udta", about) + box(b"meta", apple)
    identity = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
    end = box(b"uuid", identity + xmp(), wide=True)
    return box(b"ftyp", b"isom\0\0\0\0") + box(b"moov", film) + box(b"mdat", b"what is seen", wide=True) + end


def frame(name: bytes, text: str) -> bytes:
    body = b"\3" + text.encode()
    return name + len(body).to_bytes(4) + b"\0\0" + body


SOUND = b"\xff\xfb\x90\x00" + bytes(413)


def mp3() -> bytes:
    frames = frame(b"TIT2", "Title") + frame(b"TPE1", PLANTED) + frame(b"COMM", f"eng\0{PLANTED}")
    frames += frame(b"PRIV", f"x\0{PLANTED}") + frame(b"CHAP", "one")
    size = len(frames)
    head = b"ID3\3\0\0" + bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0)) + frames
    ape = b"APETAGEX" + (2000).to_bytes(4, "little") + (32 + 50).to_bytes(4, "little") + bytes(16)
    old = b"TAG" + bytes(30) + PLANTED.encode().ljust(30, b"\0") + bytes(65)
    return head + SOUND + PLANTED.encode().ljust(50, b"\0") + ape + old


def page(serial: int, number: int, packet: bytes, first: int = 0) -> bytes:
    """One page of Ogg holding one packet; its checksum is worked out bit by bit, in another way than ours."""
    row = bytes([255] * (len(packet) // 255) + [len(packet) % 255])
    head = b"OggS\0" + bytes((first,)) + bytes(8) + serial.to_bytes(4, "little") + number.to_bytes(4, "little")
    whole = head + bytes(4) + bytes((len(row),)) + row + packet
    return whole[:22] + ogg_checksum(whole).to_bytes(4, "little") + whole[26:]


def ogg_checksum(whole: bytes) -> int:
    value = int.from_bytes(whole + bytes(4))
    for bit in range(len(whole) * 8 + 31, 31, -1):
        if value >> bit & 1:
            value ^= 0x104C11DB7 << (bit - 32)
    return value


def ogg() -> bytes:
    comments = [f"ARTIST={PLANTED}".encode(), b"TITLE=Title", b"DESCRIPTION=" + b"x" * 300]
    row = b"".join(len(comment).to_bytes(4, "little") + comment for comment in comments)
    tags = b"OpusTags" + (4).to_bytes(4, "little") + b"opus" + len(comments).to_bytes(4, "little") + row
    return page(7, 0, b"OpusHead" + bytes(11), 2) + page(7, 1, tags) + page(7, 2, b"what is heard")


def element(kind: str, body: bytes, *, unknown: bool = False) -> bytes:
    size = b"\x01" + b"\xff" * 7 if unknown else (1 << 56 | len(body)).to_bytes(8)
    return bytes.fromhex(kind) + size + body


def webm(*, attached: bool = False) -> bytes:
    tag = element("67c8", element("45a3", b"ARTIST") + element("4487", PLANTED.encode()))
    body = element("1549a966", element("4d80", b"muxer") + element("7384", f"{PLANTED}.mkv".encode()))
    body += element("1f43b675", element("a3", b"what is seen"), unknown=True)
    body += element("1254c367", element("7373", tag))
    if attached:
        body += element("1941a469", element("61a7", element("466e", b"notes.txt")))
    return element("1a45dfa3", element("4282", b"webm")) + element("18538067", body, unknown=True)


FILES: dict[str, bytes] = {
    "a.avif": avif(), "a.docx": docx(), "a.epub": epub(), "a.gif": gif(), "a.jpeg": jpeg(), "a.JPG": jpeg(1),
    "a.mp3": mp3(), "a.mp4": mp4(), "a.odt": odt(), "a.ogg": ogg(), "a.pdf": pdf(), "revised.pdf": revised(pdf()),
    "a.png": png(), "a.pptx": docx(), "a.svg": svg(), "a.webm": webm(), "a.webp": webp(), "a.xlsx": docx(),
}  # fmt: skip
