"""Word, Excel and PowerPoint files (ECMA-376, Office Open XML), and the pictures and workbooks inside them.

What stands in the text as a remark or a tracked change is somebody's words: it is reported and left.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from xml.sax.saxutils import escape

from fingerpost.metadata.inside import look_inside, strip_inside
from fingerpost.metadata.markup import local, read_xml, words
from fingerpost.metadata.remarks import look_at_remarks
from fingerpost.metadata.trace import Sort, Trace, Unreadable, found
from fingerpost.metadata.zips import Member, pack, unpack

CORE, APP, TYPES = "docProps/core.xml", "docProps/app.xml", "[Content_Types].xml"
# Parts that no other part of the text needs; they go with the entries that name them.
GONE = re.compile(
    r"docProps/(?:thumbnail\.\w{2,5}|custom\.xml)|docMetadata/LabelInfo\.xml|ppt/changesInfos/.*|ppt/revisionInfo\.xml"
)
PEOPLE = re.compile(r"word/people\.xml|ppt/(?:commentAuthors|authors)\.xml|xl/persons/[^/]+\.xml")
NAME_OF_PERSON = re.compile(rb"<[^<>]*?\b(?:author|name|displayName)=\"([^\"<>]{1,200})\"")
INNER_DOCUMENT = re.compile(r".+\.(?:docx|pptx|xlsx)")
DEEPEST = 2
TEMPLATE = b'/attachedTemplate"'
TARGET = re.compile(rb"(\bTarget=\")([^\"<>]*)")
EXCEL_PATH = re.compile(rb"(<(?:\w{1,12}:)?absPath\s[^<>]*?\burl=\")([^\"<>]+)")
SHARING = re.compile(rb"(<(?:\w{1,12}:)?fileSharing\s[^<>]*?\buserName=\")([^\"<>]+)")
RELATIONSHIP = re.compile(rb"<(?:\w{1,12}:)?Relationship\s[^<>]*?(?:/>|></(?:\w{1,12}:)?Relationship>)")
OVERRIDE = re.compile(rb"<(?:\w{1,12}:)?Override\s[^<>]*?(?:/>|></(?:\w{1,12}:)?Override>)")
PART = re.compile(rb"\bPartName=\"/?([^\"<>]*)")
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
CORE_XML = (
    f'{XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">{}</cp:coreProperties>'
)
APP_XML = (
    f'{XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "{}</Properties>"
)


def look(content: bytes, depth: int = 0) -> Iterator[Trace]:
    """Yield what a Word, Excel or PowerPoint file carries; raises Unreadable."""
    members = _members(content)
    remarks = list(look_at_remarks(members))
    yield from remarks
    for member in members:
        if member.name == CORE:
            yield from _look_at_core(member.data)
        elif member.name == APP:
            yield from _look_at_app(member.data)
        elif GONE.fullmatch(member.name):
            yield from _look_at_part(member)
        elif PEOPLE.fullmatch(member.name) and not remarks:
            yield from (found(Sort.OWNER, name) for name in NAME_OF_PERSON.findall(member.data))
        elif INNER_DOCUMENT.fullmatch(member.name) and "/embeddings/" in member.name:
            yield from look(member.data, depth + 1) if depth < DEEPEST else (found(Sort.ATTACHMENT, member.name),)
        else:
            yield from _look_at_paths(member)
            yield from look_inside(member.name, member.data)


def strip(content: bytes, depth: int = 0) -> bytes:
    """Return the same document without what only tells who made it; members it does not touch keep their bytes.

    Raises Unreadable.
    """
    members = _members(content)
    gone = {member.name for member in members if GONE.fullmatch(member.name)}
    remarks = any(True for _ in look_at_remarks(members))
    written: list[Member] = []
    for member in members:
        if member.name in gone:
            continue
        data = member.data
        if member.name == CORE:
            data = _core(data)
        elif member.name == APP:
            data = _app(data)
        elif member.name == TYPES or member.name.endswith(".rels"):
            data = _without(member, gone)
        elif PEOPLE.fullmatch(member.name) and not remarks:
            data = _emptied(data)
        elif INNER_DOCUMENT.fullmatch(member.name) and "/embeddings/" in member.name:
            inside = look(data, depth + 1) if depth < DEEPEST else ()
            data = strip(data, depth + 1) if any(trace.strippable for trace in inside) else data
        elif member.name == "xl/workbook.xml":
            data = SHARING.sub(rb"\1", EXCEL_PATH.sub(rb"\1", data))
        else:
            data = strip_inside(member.name, data)
        written.append(replace(member, data=data))
    return pack(written)


def _members(content: bytes) -> list[Member]:
    members = unpack(content)
    if all(member.name != TYPES for member in members):
        raise Unreadable
    return members


def _look_at_core(data: bytes) -> Iterator[Trace]:
    """Core properties: a title, a language, a subject and keywords lead to nobody and are let be."""
    for element in read_xml(data):
        text, name = words(element), local(element.tag)
        if text and name in ("creator", "lastModifiedBy"):
            yield found(Sort.OWNER, text)
        elif text and name == "description":
            yield found(Sort.COMMENT, text)
        elif text and name == "identifier":
            yield found(Sort.CUSTOM, text)


def _look_at_app(data: bytes) -> Iterator[Trace]:
    for element in read_xml(data):
        text, name = words(element), local(element.tag)
        if text and name == "Company":
            yield found(Sort.COMPANY, text)
        elif text and (name == "Manager" or (name in ("Template", "HyperlinkBase") and re.search(r"[\\/]", text))):
            yield found(Sort.OWNER, text)


def _look_at_part(member: Member) -> Iterator[Trace]:
    if "thumbnail" in member.name:
        yield found(Sort.THUMBNAIL)
    elif member.name.startswith("ppt/"):
        yield found(Sort.HISTORY, posixpath.basename(member.name))
    elif member.name.endswith("LabelInfo.xml"):
        yield found(Sort.COMPANY, "LabelInfo")
    else:
        for element in read_xml(member.data):
            yield found(Sort.CUSTOM, f"{element.get('name', '')}: {words(element)}")


def _look_at_paths(member: Member) -> Iterator[Trace]:
    """A path on somebody's computer often holds their name."""
    if member.name == "word/_rels/settings.xml.rels":
        for relationship in RELATIONSHIP.findall(member.data):
            target = TARGET.search(relationship)
            if TEMPLATE in relationship and target and re.search(rb"[\\/]", target[2]):
                yield found(Sort.OWNER, target[2])
    elif member.name == "xl/workbook.xml":
        for pattern in (EXCEL_PATH, SHARING):
            yield from (found(Sort.OWNER, value) for _, value in pattern.findall(member.data))


def _core(data: bytes) -> bytes:
    kept = {local(element.tag): words(element) for element in read_xml(data)}
    return CORE_XML.format(
        "".join(f"<dc:{name}>{escape(kept[name])}</dc:{name}>" for name in ("title", "language") if kept.get(name))
    ).encode()


def _app(data: bytes) -> bytes:
    kept = {local(element.tag): words(element) for element in read_xml(data)}
    names = ("Application", "AppVersion")
    return APP_XML.format(
        "".join(f"<{name}>{escape(kept[name])}</{name}>" for name in names if kept.get(name))
    ).encode()


def _without(member: Member, gone: Iterable[str]) -> bytes:
    """Return a list of parts or of relationships without the parts that went, and without a template's path."""
    if member.name == TYPES:
        return OVERRIDE.sub(lambda entry: b"" if _part(entry[0]) in gone else entry[0], member.data)
    base = posixpath.dirname(posixpath.dirname(member.name))

    def kept(entry: re.Match[bytes]) -> bytes:
        target = TARGET.search(entry[0])
        path = target[2].decode("utf-8", "replace") if target else ""
        if TEMPLATE in entry[0]:
            return TARGET.sub(rb"\1Normal.dotm", entry[0])
        full = path.lstrip("/") if path.startswith("/") else posixpath.normpath(posixpath.join(base, path))
        return b"" if full in gone and b'"External"' not in entry[0] else entry[0]

    return RELATIONSHIP.sub(kept, member.data)


def _part(entry: bytes) -> str:
    part = PART.search(entry)
    return part[1].decode("utf-8", "replace") if part else ""


def _emptied(data: bytes) -> bytes:
    """Return a list of people without the people: its outermost element alone."""
    root = re.match(rb"(?:\s*<[?!][^<>]*>)*\s*<[^<>?!]+>", data)
    end = data.rfind(b"</")
    return data[: root.end()] + data[end:] if root and end >= root.end() else data
