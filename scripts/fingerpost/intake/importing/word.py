"""A Word document (ECMA-376) made ready for the converter, and what of it can't be carried over.

The converter gets the text, its styles, numbers, notes and links, and no other part: what is said about the makers,
headers, embedded files and templates stays behind. Tried with pandoc 3.9 before this pass: a paragraph that a text box
was fastened to lost its own words, hidden words were shown, rows that had been taken out by a tracked change stayed,
and a table without column widths lost its second column.
"""

import xml.etree.ElementTree as ET
from dataclasses import dataclass

from fingerpost.intake.importing.document import Choices, Left, Picture, Prepared, under
from fingerpost.intake.importing.guarding import Source, part
from fingerpost.intake.importing.remarks import Remark, refuse_undecided
from fingerpost.intake.importing.walking import Trail
from fingerpost.intake.importing.word_layout import columns_counted, lists_in_notes, unnumbered, upright
from fingerpost.intake.importing.word_parts import (
    is_coloured,
    leave_out_what_is_drawn,
    say_colours,
    show_what_fields_showed,
    text_boxes_after,
)
from fingerpost.intake.importing.xml import first, inside, parents_of, parsed, take_out, value, written
from fingerpost.languages.phrases import say
from fingerpost.metadata.markup import local
from fingerpost.metadata.zips import Member, pack

MAIN = "word/document.xml"
NOTES = ("word/footnotes.xml", "word/endnotes.xml")
KEPT = {
    "[Content_Types].xml", "_rels/.rels", MAIN, "word/_rels/document.xml.rels", "word/styles.xml", "word/numbering.xml",
    *NOTES, "word/_rels/footnotes.xml.rels", "word/_rels/endnotes.xml.rels",
}  # fmt: skip
NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
W = f"{{{NAMESPACES['w']}}}"
# 17.13.5: revisions. Moves and the insertions and deletions of rows and paragraph marks have the same names.
CHANGES = ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge")
OF_FORM = ("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange", "tblGridChange")


@dataclass(frozen=True, slots=True)
class Styles:
    """What the styles of a document say: each one's name in small letters, and which of them hide or colour words."""

    names: dict[str, str]
    hiding: frozenset[str]
    coloured: frozenset[str]

    def of(self, paragraph: ET.Element) -> str:
        """Return the name of a paragraph's style, in small letters."""
        own = value(first(paragraph, "pPr", "pStyle"), "val")
        return self.names.get(own, own.lower())


def prepare_word(source: Source, choices: Choices) -> Prepared:
    """Return a Word document ready for the converter. Raises Refused where a person has to decide something first."""
    for prefix, address in NAMESPACES.items():
        ET.register_namespace(prefix, address)  # the converter looks for these prefixes
    parts = {member.name: member.data for member in source.members}
    main = parsed(parts.get(MAIN, b""))
    styles = _styles(parts.get("word/styles.xml"))
    notes = {name: parsed(parts[name]) for name in NOTES if name in parts}
    _look_at_remarks(source, [main, *notes.values()], styles, choices)
    prepared = Prepared(b"", "docx")
    for root in (main, *notes.values()):
        _rows_by_choice(root, choices)
        _leave_out_hidden(root, styles, prepared.left)
        leave_out_what_is_drawn(root, styles.of, prepared.left)
        text_boxes_after(root, styles.of, prepared.left)
        show_what_fields_showed(root, styles.of, prepared.left)
        upright(root)
        say_colours(root, styles.of, styles.coloured, prepared.left)
    lists_in_notes(notes, prepared.left)
    _leave_out_lists_of_contents(main, styles, prepared.left)
    prepared.title = _title(main, styles, prepared.left)
    columns_counted(main)
    unnumbered(main, parts.get("word/numbering.xml"))
    _at_the_edges(parts, prepared.left)
    roots = {MAIN: main, **notes}
    parts |= {name: written(root, NAMESPACES) for name, root in roots.items()}
    kept = [Member(name, data) for name, data in parts.items() if name in KEPT]
    # The converter shows no picture whose file is missing, and does not need to see it.
    kept += [Member(name, b"-") for name in parts if name.startswith("word/media/")]
    prepared.content = pack(kept)
    prepared.pictures = {
        name.removeprefix("word/"): Picture(data) for name, data in parts.items() if name.startswith("word/media/")
    }
    return prepared


def _styles(content: bytes | None) -> Styles:
    names: dict[str, str] = {}
    hiding, coloured = set(), set()
    for style in parsed(content) if content else ():
        if local(style.tag) == "style":
            names[value(style, "styleId")] = value(first(style, "name"), "val").lower()
            if is_on(first(style, "rPr", "vanish")):
                hiding.add(value(style, "styleId"))
            if value(style, "type") == "character" and "link" not in names[value(style, "styleId")]:
                coloured |= {value(style, "styleId")} if is_coloured(first(style, "rPr")) else set()
    return Styles(names, frozenset(hiding), frozenset(coloured))


def is_on(switch: ET.Element | None) -> bool:
    """Whether a switch (ECMA-376, ST_OnOff) is there and on."""
    return switch is not None and value(switch, "val") not in ("0", "false", "off")


def _look_at_remarks(source: Source, roots: list[ET.Element], styles: Styles, choices: Choices) -> None:
    changes, comments = [], []
    for root in roots:
        for element, trail in Trail(root, styles.of):
            name = local(element.tag)
            if name in CHANGES or name in OF_FORM:
                changes.append(Remark(trail.heading))
            elif name == "commentReference":
                comments.append(Remark(trail.heading))
    remarks = parsed(part(source, "word/comments.xml") or b"<none/>")
    listed = sum(1 for _ in inside(remarks, "comment"))
    comments += [Remark("")] * (listed - len(comments))
    refuse_undecided(changes, comments, choices)


def _rows_by_choice(root: ET.Element, choices: Choices) -> None:
    parents = parents_of(root)
    gone = "ins" if choices.changes == "reject" else "del"
    for row in list(inside(root, "tr")):
        if first(row, "trPr", gone) is not None:
            take_out(row, parents)


def _leave_out_hidden(root: ET.Element, styles: Styles, left: list[Left]) -> None:
    parents = parents_of(root)
    found = []
    for run, trail in Trail(root, styles.of):
        if local(run.tag) != "r" or not run.tag.startswith(W):
            continue
        about = first(run, "rPr")
        own = first(run, "rPr", "vanish")
        hidden = is_on(own) if own is not None else value(first(run, "rPr", "rStyle"), "val") in styles.hiding
        if about is not None and hidden:
            found.append((run, trail.heading))
    for run, heading in found:
        take_out(run, parents)
        left.append(Left(say("Hidden words"), under(heading)))


def _leave_out_lists_of_contents(main: ET.Element, styles: Styles, left: list[Left]) -> None:
    parents = parents_of(main)
    found = [
        sdt
        for sdt in inside(main, "sdt")
        if "contents" in value(first(sdt, "sdtPr", "docPartObj", "docPartGallery"), "val").lower()
    ]
    found += [one for one in inside(main, "p") if styles.of(one).startswith(("toc ", "toc heading", "contents "))]
    for element in found:
        take_out(element, parents)
    if found:
        left.append(Left(say("A table of contents: the site makes its own"), under("")))


def _title(main: ET.Element, styles: Styles, left: list[Left]) -> str:
    """Take the title out of the text and return it. Who wrote it, and when, is not for the text to say."""
    parents = parents_of(main)
    title = ""
    for paragraph in list(inside(main, "p")):
        style = styles.of(paragraph)
        text = words_of(paragraph)
        if style == "title" and text and not title:
            title = text
            take_out(paragraph, parents)
        elif style in ("author", "date") and text:
            take_out(paragraph, parents)
            left.append(Left(say("A line in the style {style}: say it at the top of the file", style=style), under("")))
        elif style in ("title", "subtitle", "abstract"):
            about = first(paragraph, "pPr")
            own = first(paragraph, "pPr", "pStyle")
            if about is not None and own is not None:
                about.remove(own)  # or the converter would keep it back
    return title


def words_of(element: ET.Element) -> str:
    """Return the words in an element."""
    text = "".join(piece.text or "" for piece in inside(element, "t"))
    return " ".join(text.split())


def _at_the_edges(parts: dict[str, bytes], left: list[Left]) -> None:
    for name, data in sorted(parts.items()):
        if name.startswith(("word/header", "word/footer")) and name.endswith(".xml"):
            text = words_of(parsed(data))
            if text:
                what = (
                    say("The line at the head of each page")
                    if "header" in name
                    else say("The line at the foot of each page")
                )
                left.append(Left(what, say("on every page")))
