"""PDF (ISO 32000-2), with pikepdf: written anew as a whole, so that earlier versions inside it are gone."""

import io
import logging
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape

import pikepdf

from fingerpost.metadata import jpeg
from fingerpost.metadata.markup import local, read_xml, words
from fingerpost.metadata.trace import Sort, Trace, Unreadable, found
from fingerpost.metadata.xmp import look_at_xmp

# pikepdf's words about damaged files would reach the terminal where nobody listens; ours are said by the check.
logging.getLogger("pikepdf").addHandler(logging.NullHandler())
# What programs write about themselves and the text leads to nobody (ISO 32000-2, table 349).
HARMLESS = frozenset(
    {"/Title", "/Subject", "/Keywords", "/Creator", "/Producer", "/CreationDate", "/ModDate", "/Trapped"}
)
HARMLESS |= {"/PTEX.Fullbanner", "/PDFVersion", "/GTS_PDFXVersion", "/GTS_PDFXConformance"}
REMARKS = frozenset(
    {"/Text", "/FreeText", "/Highlight", "/Underline", "/Squiggly", "/StrikeOut", "/Caret", "/Ink", "/Stamp", "/Sound"}
)
MOST_UNPACKED = 20_000_000
PAGE_EXTRAS = ("/PieceInfo", "/Thumb")
# Claims that readers with assistive technology, and archives, go by (ISO 14289, ISO 19005).
CLAIMS = {"http://www.aiim.org/pdfua/ns/id/": "pdfuaid", "http://www.aiim.org/pdfa/ns/id/": "pdfaid"}
XMP = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"'
    ' xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">{}</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end="r"?>'
)
TITLE = '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt></dc:title>'
LANGUAGE = "<dc:language><rdf:Bag><rdf:li>{}</rdf:li></rdf:Bag></dc:language>"


def look(content: bytes) -> Iterator[Trace]:
    """Yield what a PDF carries; raises Unreadable.

    In a PDF that is signed or protected nothing can be taken out without breaking that, so all is `by_hand`.
    """
    with _opened(content) as pdf:
        sealed = pdf.is_encrypted or _is_signed(pdf)
        for trace in _found(pdf):
            yield replace(trace, by_hand=trace.by_hand or sealed)


def strip(content: bytes) -> bytes:
    """Return the same PDF without what only tells who made it; text, tags, outline, links and forms stay.

    Raises Unreadable.
    """
    with _opened(content) as pdf:
        title, old = _title(pdf), pdf.Root.get("/Metadata")
        claims = _claims(old) if isinstance(old, pikepdf.Stream) else None
        for thing in _things(pdf):
            for name in (*PAGE_EXTRAS, "/Metadata"):
                if name in thing:
                    del thing[name]
            if isinstance(thing, pikepdf.Stream) and _is_jpeg(thing):
                _strip_picture(thing)
        for name in ("/Info", "/ID"):
            if name in pdf.trailer:
                del pdf.trailer[name]
        if title:
            pdf.trailer["/Info"] = pdf.make_indirect(pikepdf.Dictionary(Title=title))
        if claims is not None:
            packet = _packet(title, str(pdf.Root.get("/Lang", "")), claims)
            pdf.Root["/Metadata"] = pdf.make_stream(packet, Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)
        target = io.BytesIO()
        pdf.save(target, deterministic_id=True, fix_metadata_version=False)
        return target.getvalue()


@contextmanager
def _opened(content: bytes) -> Iterator[pikepdf.Pdf]:
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            if len(pdf.pages) == 0:
                raise Unreadable
            yield pdf
    except (pikepdf.PdfError, pikepdf.PasswordError) as error:
        raise Unreadable from error


def _things(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Yield every dictionary and stream that other objects refer to."""
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
            yield thing


def _found(pdf: pikepdf.Pdf) -> Iterator[Trace]:
    yield from _look_at_information(pdf)
    if "/Prev" in pdf.trailer and not pdf.is_linearized:
        yield found(Sort.HISTORY)
    for thing in _things(pdf):
        if "/PieceInfo" in thing:
            yield found(Sort.EDITOR_DATA, ", ".join(name.lstrip("/") for name in _names(thing["/PieceInfo"])))
        if "/Thumb" in thing:
            yield found(Sort.THUMBNAIL)
        if isinstance(metadata := thing.get("/Metadata"), pikepdf.Stream):
            # A description is the PDF's subject, which its maker gave it for readers.
            traces = look_at_xmp(_unpacked(metadata))
            yield from (trace for trace in traces if trace.sort != Sort.COMMENT)
        if isinstance(thing, pikepdf.Stream) and _is_jpeg(thing):
            yield from _look_at_picture(thing)
        if "/EF" in thing:
            yield found(Sort.ATTACHMENT, thing.get("/UF", thing.get("/F", "")))
    for name in pdf.attachments:
        yield found(Sort.ATTACHMENT, name)
    for page in pdf.pages:
        yield from _look_at_remarks(page.obj)


def _unpacked(stream: pikepdf.Stream) -> bytes:
    """Return what a stream holds; raises Unreadable where that is more than `MOST_UNPACKED`, without unpacking it."""
    packed = stream.read_raw_bytes()
    filters = stream.get("/Filter")
    names = [str(name) for name in filters] if isinstance(filters, pikepdf.Array) else [str(filters)] * bool(filters)
    if names and set(names) <= {"/FlateDecode", "/Fl"}:
        for _ in names:
            packed = zlib.decompressobj().decompress(packed, MOST_UNPACKED + 1)
            if len(packed) > MOST_UNPACKED:
                raise Unreadable
    elif names and len(packed) * 1000 > MOST_UNPACKED:  # no other way of packing saves as much
        raise Unreadable
    return stream.read_bytes()


def _names(thing: object) -> list[str]:
    return sorted(thing.keys()) if isinstance(thing, pikepdf.Dictionary) else []


def _look_at_information(pdf: pikepdf.Pdf) -> Iterator[Trace]:
    information = pdf.trailer.get("/Info")
    if not isinstance(information, pikepdf.Dictionary):
        return
    for name in sorted(information.keys()):
        value = str(information[name]) if isinstance(information[name], pikepdf.String) else ""
        if not value.strip() or name in HARMLESS:
            continue
        if name in ("/Author", "/Manager"):
            yield found(Sort.OWNER, value)
        elif name == "/Company":
            yield found(Sort.COMPANY, value)
        else:
            yield found(Sort.CUSTOM, f"{name.lstrip('/')}: {value}")


def _look_at_remarks(page: Any) -> Iterator[Trace]:
    """What readers wrote on a page is content: a person has to take it away."""
    remarks = page.get("/Annots")
    for remark in remarks if isinstance(remarks, pikepdf.Array) else ():
        if isinstance(remark, pikepdf.Dictionary):
            kind = str(remark.get("/Subtype", ""))
            if kind in REMARKS:
                yield found(Sort.COMMENT, remark.get("/T", ""), by_hand=True)
            elif kind == "/FileAttachment":
                yield found(Sort.ATTACHMENT, remark.get("/Contents", ""))


def _is_signed(pdf: pikepdf.Pdf) -> bool:
    return any(thing.get("/Type") == "/Sig" and "/ByteRange" in thing for thing in _things(pdf))


def _is_jpeg(thing: pikepdf.Stream) -> bool:
    filters = thing.get("/Filter")
    if isinstance(filters, pikepdf.Array) and len(filters) == 1:
        filters = filters[0]
    return filters == "/DCTDecode"


def _look_at_picture(thing: pikepdf.Stream) -> Iterator[Trace]:
    try:
        yield from list(jpeg.look(thing.read_raw_bytes()))
    except (Unreadable, IndexError):
        return


def _strip_picture(thing: pikepdf.Stream) -> None:
    if any(trace.strippable for trace in _look_at_picture(thing)):
        settings = thing.get("/DecodeParms")
        thing.write(jpeg.strip(thing.read_raw_bytes()), filter=pikepdf.Name.DCTDecode)
        if settings is not None:
            thing["/DecodeParms"] = settings


def _title(pdf: pikepdf.Pdf) -> str:
    information = pdf.trailer.get("/Info")
    title = information.get("/Title") if isinstance(information, pikepdf.Dictionary) else None
    if isinstance(title, pikepdf.String) and str(title).strip():
        return str(title)
    root = _parsed(pdf.Root.get("/Metadata"))
    elements = root.iter("{http://purl.org/dc/elements/1.1/}title") if root is not None else iter(())
    return next((words(element) for element in elements), "")


def _parsed(metadata: object) -> Element | None:
    if not isinstance(metadata, pikepdf.Stream):
        return None
    try:
        return read_xml(_unpacked(metadata).strip(b"\0 \r\n\t"))
    except Unreadable:
        return None


def _claims(metadata: pikepdf.Stream) -> list[tuple[str, str]]:
    """Return what the PDF says it keeps to, such as `pdfuaid:part` 1."""
    root = _parsed(metadata)
    claims: dict[str, str] = {}
    for element in root.iter() if root is not None else ():
        for tag, value in ((element.tag, words(element)), *element.attrib.items()):
            prefix = CLAIMS.get(str(tag).rpartition("}")[0].lstrip("{"))
            if prefix and value and len(value) < 20:
                claims[f"{prefix}:{local(tag)}"] = value
    return sorted(claims.items())


def _packet(title: str, language: str, claims: list[tuple[str, str]]) -> bytes:
    pieces = [TITLE.format(escape(title))] if title else []
    pieces += [LANGUAGE.format(escape(language))] if language else []
    pieces += [f"<{name}>{escape(value)}</{name}>" for name, value in claims]
    return XMP.format("".join(pieces)).encode()
