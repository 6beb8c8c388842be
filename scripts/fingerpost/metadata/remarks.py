"""Remarks, tracked changes and hidden parts in Office files: content, which only a person can decide about."""

import re
from collections.abc import Iterable, Iterator

from fingerpost.metadata.trace import Sort, Trace, found
from fingerpost.metadata.zips import Member

WORD = re.compile(r"word/[^/]+\.xml")
WORD_TEXT = re.compile(r"word/(?:document|header|footer|footnotes|endnotes)\d*\.xml")  # not styles and numbers
WORD_REMARKS = re.compile(r"word/comments\w*\.xml")
EXCEL_REMARKS = re.compile(r"xl/(?:comments[^/]*|threadedComments/[^/]+)\.xml")
POWERPOINT_REMARKS = re.compile(r"ppt/comments/[^/]+\.xml")
SLIDE = re.compile(r"ppt/slides/[^/]+\.xml")
# ECMA-376 part 1, 17.13.5: revisions.
CHANGE = re.compile(
    rb"<(?:\w{1,12}:)?(?:ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge|(?:r|p|sect|tbl|tblGrid|tr|tc)PrChange"
    rb"|tblGridChange|numberingChange)(?=[\s/>])[^<>]*>"
)
REMARK = re.compile(rb"<(?:\w{1,12}:)?(?:comment|threadedComment|cm)(?=[\s/>])[^<>]*>")
AUTHOR = re.compile(rb"\bauthor=\"([^\"<>]{0,200})\"")
EXCEL_AUTHOR = re.compile(rb"<(?:\w{1,12}:)?author>([^<>]{1,200})<")
CHANGED_BY = re.compile(rb"<(?:\w{1,12}:)?header\s[^<>]*?\buserName=\"([^\"<>]{0,200})\"")
HIDDEN_TEXT = re.compile(rb"<w:vanish(?:\s+w:val=\"(?:1|true|on)\")?\s*/>")
SHEET = re.compile(rb"<(?:\w{1,12}:)?sheet\s[^<>]*>")
HIDDEN = re.compile(rb"\bstate=\"(?:hidden|veryHidden)\"")
SHEET_NAME = re.compile(rb"\bname=\"([^\"<>]{0,200})\"")
HIDDEN_SLIDE = re.compile(rb"<p:sld\s[^<>]*?\bshow=\"(?:0|false)\"")


def look_at_remarks(members: Iterable[Member]) -> Iterator[Trace]:
    """Yield what people said about the text, changed in it, or hid; all of it to be taken out by hand."""
    for member in members:
        name, data = member.name, member.data
        if WORD_REMARKS.fullmatch(name):
            yield from _with_author(Sort.COMMENT, REMARK, data)
        elif EXCEL_REMARKS.fullmatch(name) and REMARK.search(data):
            authors = EXCEL_AUTHOR.findall(data)
            yield from (found(Sort.COMMENT, author, by_hand=True) for author in authors or [b""])
        elif POWERPOINT_REMARKS.fullmatch(name) and REMARK.search(data):
            yield found(Sort.COMMENT, by_hand=True)
        elif WORD.fullmatch(name):
            yield from _with_author(Sort.TRACKED_CHANGES, CHANGE, data)
            if WORD_TEXT.fullmatch(name) and HIDDEN_TEXT.search(data):
                yield found(Sort.HIDDEN, by_hand=True)
        elif name == "xl/revisions/revisionHeaders.xml":
            yield from (found(Sort.TRACKED_CHANGES, who, by_hand=True) for who in CHANGED_BY.findall(data))
        elif name == "xl/workbook.xml":
            for sheet in filter(HIDDEN.search, SHEET.findall(data)):
                called = SHEET_NAME.search(sheet)
                yield found(Sort.HIDDEN, called[1] if called else b"", by_hand=True)
        elif SLIDE.fullmatch(name) and HIDDEN_SLIDE.search(data):
            yield found(Sort.HIDDEN, name.rpartition("/")[2].removesuffix(".xml"), by_hand=True)


def _with_author(sort: Sort, pattern: re.Pattern[bytes], data: bytes) -> Iterator[Trace]:
    tags = {AUTHOR.search(tag.group()) for tag in pattern.finditer(data)}
    authors = {author[1] if author else b"" for author in tags}
    yield from (found(sort, author, by_hand=True) for author in sorted(authors))
