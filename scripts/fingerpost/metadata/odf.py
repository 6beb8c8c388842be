"""OpenDocument text (ISO/IEC 26300): `meta.xml`, a thumbnail, earlier versions, the printer's name."""

import re
from collections.abc import Iterator
from dataclasses import replace
from xml.sax.saxutils import escape

from fingerpost.metadata.inside import look_inside, strip_inside
from fingerpost.metadata.markup import local, read_xml, words
from fingerpost.metadata.trace import Sort, Trace, Unreadable, found
from fingerpost.metadata.zips import Member, pack, unpack

META, MANIFEST, SETTINGS, TEXT = "meta.xml", "META-INF/manifest.xml", "settings.xml", "content.xml"
GONE = re.compile(r"Thumbnails/.*|Versions/.*|VersionList\.xml")
ENTRY = re.compile(rb"<manifest:file-entry\s[^<>]*?/>")
PATH = re.compile(rb"\bmanifest:full-path=\"([^\"<>]*)\"")
SETTING = re.compile(rb"(<config:config-item\s[^<>]*>)([^<>]+)")
PRINTER = re.compile(rb"\bconfig:name=\"Printer(?:Name|Setup)\"")
CHANGE, REMARK = re.compile(rb"<text:changed-region[\s>]"), re.compile(rb"<office:annotation[\s>]")
HIDDEN_TEXT = re.compile(rb"<text:hidden-(?:text|paragraph)[\s/>]|text:display=\"none\"")
BY = re.compile(rb"<dc:creator>([^<>]{0,200})<")
NEAR = 600
PERSONS = {"initial-creator", "creator", "printed-by"}
META_XML = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' office:version="{}"><office:meta>{}</office:meta></office:document-meta>'
)
KEPT = (("meta", "generator"), ("dc", "title"), ("dc", "language"))


def look(content: bytes) -> Iterator[Trace]:
    """Yield what an OpenDocument file carries; raises Unreadable."""
    for member in _members(content):
        if member.name == META:
            yield from _look_at_meta(member.data)
        elif member.name == TEXT:
            yield from _look_at_text(member.data)
        elif member.name == SETTINGS:
            if any(PRINTER.search(setting) for setting, _ in SETTING.findall(member.data)):
                yield found(Sort.DEVICE, "Printer")
        elif GONE.fullmatch(member.name):
            if member.name.startswith("Thumbnails/") and member.data:
                yield found(Sort.THUMBNAIL)
            elif member.data:
                yield found(Sort.HISTORY, member.name)
        else:
            yield from look_inside(member.name, member.data)


def strip(content: bytes) -> bytes:
    """Return the same document without what only tells who made it; raises Unreadable."""
    members = _members(content)
    gone = {member.name.encode() for member in members if GONE.fullmatch(member.name)}
    written: list[Member] = []
    for member in members:
        data = member.data
        if member.name.encode() in gone:
            continue
        if member.name == META:
            data = _meta(data)
        elif member.name == SETTINGS:
            data = SETTING.sub(lambda setting: setting[1] if PRINTER.search(setting[1]) else setting[0], data)
        elif member.name == MANIFEST:
            data = ENTRY.sub(lambda entry: b"" if gone & set(PATH.findall(entry[0])) else entry[0], data)
        else:
            data = strip_inside(member.name, data)
        written.append(replace(member, data=data))
    return pack(written)


def _members(content: bytes) -> list[Member]:
    members = unpack(content)
    manifest = next((member.data for member in members if member.name == MANIFEST), None)
    if manifest is None or b"encryption-data" in manifest:
        raise Unreadable
    return members


def _look_at_meta(data: bytes) -> Iterator[Trace]:
    for element in read_xml(data).iter():
        name, text = local(element.tag), words(element)
        if name == "template":
            path = next((value for key, value in element.attrib.items() if local(key) == "href"), "")
            if re.search(r"[\\/]", path):
                yield found(Sort.OWNER, path)
        elif not text:
            continue
        elif name in PERSONS:
            yield found(Sort.OWNER, text)
        elif name == "description":
            yield found(Sort.COMMENT, text)
        elif name == "user-defined":
            label = next((value for key, value in element.attrib.items() if local(key) == "name"), "")
            yield found(Sort.CUSTOM, f"{label}: {text}")


def _look_at_text(data: bytes) -> Iterator[Trace]:
    for sort, pattern in ((Sort.TRACKED_CHANGES, CHANGE), (Sort.COMMENT, REMARK)):
        names = set()
        for place in pattern.finditer(data):
            by = BY.search(data, place.end(), place.end() + NEAR)
            names.add(by[1] if by else b"")
        yield from (found(sort, name, by_hand=True) for name in sorted(names))
    if HIDDEN_TEXT.search(data):
        yield found(Sort.HIDDEN, by_hand=True)


def _meta(data: bytes) -> bytes:
    root = read_xml(data)
    version = next((value for key, value in root.attrib.items() if local(key) == "version"), "1.2")
    texts = {local(element.tag): words(element) for element in root.iter() if local(element.tag) != "user-defined"}
    kept = [f"<{prefix}:{name}>{escape(texts[name])}</{prefix}:{name}>" for prefix, name in KEPT if texts.get(name)]
    return META_XML.format(escape(version, {'"': "&quot;"}), "".join(kept)).encode()
