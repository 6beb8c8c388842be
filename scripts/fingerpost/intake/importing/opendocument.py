"""An OpenDocument text (ODF 1.3) made ready for the converter, and what of it can't be carried over.

Tried with pandoc 3.9 before this pass: text boxes, tables inside tables, the values of fields and the descriptions of
pictures were lost, hidden words were shown, underlined words became stressed ones, links to places in the text led
nowhere, and rejecting tracked changes accepted them.
"""

import xml.etree.ElementTree as ET

from fingerpost.checks.wording import shown
from fingerpost.intake.importing.document import Choices, Left, Picture, Prepared, near, under
from fingerpost.intake.importing.guarding import Source
from fingerpost.intake.importing.opendocument_changes import by_choice, look_at_remarks
from fingerpost.intake.importing.opendocument_styles import Styles, styles_of
from fingerpost.intake.importing.walking import Trail, plain
from fingerpost.intake.importing.xml import above, first, inside, parents_of, parsed, take_out, value, written
from fingerpost.languages.phrases import Phrase, say
from fingerpost.metadata.markup import local
from fingerpost.metadata.zips import Member, pack

KEPT = ("mimetype", "content.xml", "styles.xml", "META-INF/manifest.xml")
NAMESPACES = {
    name: f"urn:oasis:names:tc:opendocument:xmlns:{rest}:1.0"
    for name, rest in {
        "office": "office", "text": "text", "table": "table", "draw": "drawing", "style": "style", "meta": "meta",
        "fo": "xsl-fo-compatible", "svg": "svg-compatible", "number": "datastyle", "form": "form",
    }.items()
} | {"xlink": "http://www.w3.org/1999/xlink", "dc": "http://purl.org/dc/elements/1.1/"}  # fmt: skip
TEXT = f"{{{NAMESPACES['text']}}}"
HREF = f"{{{NAMESPACES['xlink']}}}href"
INDEXES = (
    "table-of-content", "alphabetical-index", "illustration-index", "table-index", "object-index", "user-index",
    "bibliography",
)  # fmt: skip
SHAPES = (
    "custom-shape",
    "rect",
    "ellipse",
    "circle",
    "line",
    "polyline",
    "polygon",
    "path",
    "connector",
    "caption",
    "g",
)
# Fields (ODF 1.3, part 3, 7): what they show is kept as words, but for those that name a person or a file.
FIELDS = (
    "date", "time", "page-number", "page-count", "page-continuation", "chapter", "title", "subject", "keywords",
    "sequence", "variable-get", "variable-set", "user-field-get", "expression", "bookmark-ref", "reference-ref",
    "sequence-ref", "note-ref", "placeholder", "drop-down", "text-input", "creation-date", "modification-date",
    "word-count", "conditional-text",
)  # fmt: skip
PERSONAL = ("author-name", "author-initials", "creator", "initial-creator", "printed-by", "file-name", "template-name")


def prepare_opendocument(source: Source, choices: Choices) -> Prepared:
    """Return an OpenDocument text ready for the converter. Raises Refused where a person has to decide first."""
    for prefix, address in NAMESPACES.items():
        ET.register_namespace(prefix, address)
    parts = {member.name: member.data for member in source.members}
    root = parsed(parts.get("content.xml", b""))
    styled = parsed(parts.get("styles.xml", b"<none/>"))
    styles = styles_of(root, styled)
    look_at_remarks(root, styles.name_of, choices)
    by_choice(root, choices)
    prepared = Prepared(b"", "odt")
    left = prepared.left
    _leave_out_hidden(root, styles, left)
    _leave_out_indexes(root, left)
    _show_fields(root, styles, left)
    prepared.pictures = _pictures(root, parts)
    _leave_out_what_is_drawn(root, styles, left)
    _text_boxes_after(root, styles, left)
    _flatten_tables_in_tables(root, styles, left)
    _open_lists_in_notes(root, left)
    _say_colours(root, styles, left)
    _at_the_edges(styled, left)
    prepared.title = _title(root, styles, left)
    prepared.anchors = _anchors(root)
    styles.plainly()
    parts |= {"content.xml": written(root, NAMESPACES), "styles.xml": written(styled, NAMESPACES)}
    prepared.content = pack(Member(name, parts[name]) for name in KEPT if name in parts)
    return prepared


def _leave_out_hidden(root: ET.Element, styles: Styles, left: list[Left]) -> None:
    parents = parents_of(root)
    found = [
        (element, here.heading)
        for element, here in Trail(root, styles.name_of)
        if local(element.tag) in ("hidden-text", "hidden-paragraph")
        or value(element, "style-name") in styles.hiding
        or (local(element.tag) == "section" and value(element, "display") == "none")
    ]
    for element, heading in found:
        paragraph = above(element, parents, lambda name: name == "p")
        take_out(paragraph if local(element.tag) == "hidden-paragraph" and paragraph is not None else element, parents)
        left.append(Left(say("Hidden words"), under(heading)))


def _leave_out_indexes(root: ET.Element, left: list[Left]) -> None:
    parents = parents_of(root)
    for element in list(inside(root, *INDEXES)):
        take_out(element, parents)
        left.append(Left(say("A table of contents: the site makes its own"), under("")))


def _show_fields(root: ET.Element, styles: Styles, left: list[Left]) -> None:
    for element, here in Trail(root, styles.name_of):
        name = local(element.tag)
        if not element.tag.startswith(TEXT) or not (name in FIELDS or name in PERSONAL or name.startswith("sender-")):
            continue
        if name in FIELDS:
            what = say("A field ({name}): what it showed stands as plain words", name=name)
        else:
            what = say("A field that names a person or a file ({name})", name=name)
            element.text = ""
        left.append(Left(what, under(here.heading)))
        element.tag = f"{TEXT}span"
        element.attrib.clear()


def _pictures(root: ET.Element, parts: dict[str, bytes]) -> dict[str, Picture]:
    """Give each picture an address of its own, and return them by it with their descriptions (title and desc)."""
    found: dict[str, Picture] = {}
    for frame in list(inside(root, "frame")):
        image = first(frame, "image")
        if image is None or first(frame, "object") is not None or first(frame, "object-ole") is not None:
            continue
        path = value(image, "href").removeprefix("./")
        words = [
            " ".join("".join(child.itertext()).split()) for child in frame if local(child.tag) in ("desc", "title")
        ]
        for child in [child for child in frame if local(child.tag) in ("desc", "title")]:
            frame.remove(child)
        name = f"Pictures/{len(found) + 1}"
        desc = [words[-1]] if words else [""]
        image.set(HREF, name)
        found[name] = Picture(parts.get(path, b""), desc[0])
    return found


def _leave_out_what_is_drawn(root: ET.Element, styles: Styles, left: list[Left]) -> None:
    parents = parents_of(root)
    found: list[tuple[ET.Element, Phrase, Phrase]] = []
    for element, here in Trail(root, styles.name_of):
        name = local(element.tag)
        what = None
        if name == "frame" and (first(element, "object") is not None or first(element, "object-ole") is not None):
            what = say("An embedded file, chart or equation")
        elif name in SHAPES and element.tag.startswith(f"{{{NAMESPACES['draw']}}}") and not plain(element):
            what = say("A drawing")
        if what:
            found.append((element, what, near(here.heading, here.paragraph)))
    for element, what, where in found:
        take_out(element, parents)
        left.append(Left(what, where))


def _text_boxes_after(root: ET.Element, styles: Styles, left: list[Left]) -> None:
    parents = parents_of(root)
    found = []
    for element, here in Trail(root, styles.name_of):
        box = first(element, "text-box") if local(element.tag) == "frame" else None
        if local(element.tag) in SHAPES and element.tag.startswith(f"{{{NAMESPACES['draw']}}}"):
            box = element
        if box is not None:
            found.append((element, box, here.heading))
    for frame, box, heading in found:
        paragraph = above(frame, parents, lambda name: name in ("p", "h"))
        if box is frame and paragraph is None:
            continue
        blocks = [child for child in box if child.tag.startswith((TEXT, f"{{{NAMESPACES['table']}}}"))]
        words = " ".join("".join(box.itertext()).split())
        holder = parents[paragraph] if paragraph is not None else parents[frame]
        anchor = paragraph if paragraph is not None else frame
        place = list(holder).index(anchor) + 1
        take_out(frame, parents)
        place -= 0 if paragraph is not None else 1
        for block in reversed(blocks):
            holder.insert(place, block)
            parents[block] = holder
        left.append(Left(say("A text box, whose words now stand below: {words}", words=shown(words)), under(heading)))


def _flatten_tables_in_tables(root: ET.Element, styles: Styles, left: list[Left]) -> None:
    """Put the words of a table that stands in a cell into that cell: the converter would drop them."""
    parents = parents_of(root)
    found = []
    for element, here in Trail(root, styles.name_of):
        if local(element.tag) == "table" and above(element, parents, lambda name: name == "table-cell") is not None:
            found.append((element, here.heading))
    for table, heading in found:
        cell = parents[table]
        words = [plain(piece) for piece in inside(table, "p") if plain(piece)]
        paragraph = ET.Element(f"{TEXT}p")
        paragraph.text = "; ".join(words)
        cell.insert(list(cell).index(table), paragraph)
        cell.remove(table)
        left.append(Left(say("A table in a cell of a table: its words stand one after the other"), under(heading)))


def _open_lists_in_notes(root: ET.Element, left: list[Left]) -> None:
    """Put the items of lists in notes there as paragraphs: the converter would drop them."""
    for body in inside(root, "note-body"):
        if next(inside(body, "list"), None) is None:
            continue
        paragraphs = [piece for piece in body.iter() if local(piece.tag) in ("p", "h")]
        for child in list(body):
            body.remove(child)
        body.extend(paragraphs)
        left.append(Left(say("A list in a footnote: its items stand as paragraphs"), say("in the notes")))


def _say_colours(root: ET.Element, styles: Styles, left: list[Left]) -> None:
    for element, here in Trail(root, styles.name_of):
        if local(element.tag) == "span" and value(element, "style-name") in styles.coloured and plain(element):
            what = say("Colour, which may have meant something")
            left.append(Left(what, near(here.heading, plain(element))))
        if local(element.tag) == "span" and value(element, "style-name") in styles.underlined and plain(element):
            left.append(Left(say("Underlining"), near(here.heading, plain(element))))


def _at_the_edges(styled: ET.Element, left: list[Left]) -> None:
    for element in inside(styled, "header", "footer"):
        if plain(element):
            head = local(element.tag) == "header"
            what = say("The line at the head of each page") if head else say("The line at the foot of each page")
            left.append(Left(what, say("on every page")))


def _title(root: ET.Element, styles: Styles, left: list[Left]) -> str:
    """Take the title out of the text and return it. Who wrote it, and when, is not for the text to say."""
    parents = parents_of(root)
    title = ""
    for paragraph in list(inside(root, "p")):
        style = styles.name_of(paragraph)
        if style == "title" and plain(paragraph) and not title:
            title = plain(paragraph)
            take_out(paragraph, parents)
        elif style in ("author", "date") and plain(paragraph):
            take_out(paragraph, parents)
            left.append(Left(say("A line in the style {style}: say it at the top of the file", style=style), under("")))
    return title


def _anchors(root: ET.Element) -> dict[str, int]:
    """Return which heading (from 0) each place that links can lead to belongs to; links get those names."""
    found: dict[str, int] = {}
    for number, heading in enumerate(inside(root, "h")):
        found.setdefault(f"{plain(heading)}|outline", number)
        for mark in inside(heading, "bookmark", "bookmark-start", "reference-mark", "reference-mark-start"):
            found[value(mark, "name")] = number
    return found
