"""What stands in a Word document beside its words: text boxes, drawings, embedded files, fields, colours."""

import xml.etree.ElementTree as ET
from collections.abc import Callable

from fingerpost.checks.wording import shown
from fingerpost.intake.importing.document import Left, near, under
from fingerpost.intake.importing.walking import Trail
from fingerpost.intake.importing.xml import above, first, inside, parents_of, take_out, value
from fingerpost.languages.phrases import Phrase, say
from fingerpost.metadata.markup import local

Style = Callable[[ET.Element], str]
PLAIN_COLOURS = frozenset({"", "auto", "000000", "FFFFFF", "none", "clear", "nil"})
# Fields whose value names a person or a path on somebody's computer (ECMA-376, 17.16.5).
PERSONAL = frozenset({"AUTHOR", "LASTSAVEDBY", "USERNAME", "USERINITIALS", "USERADDRESS", "FILENAME", "TEMPLATE"})
SILENT = frozenset({"HYPERLINK", "TOC", "TC", "XE", "PAGEREF", ""})


def text_boxes_after(root: ET.Element, style_of: Style, left: list[Left]) -> None:
    """Take each text box out of its paragraph, and put its words below that."""
    parents = parents_of(root)
    found: list[tuple[ET.Element, ET.Element, str]] = []
    for element, here in Trail(root, style_of):
        if local(element.tag) == "txbxContent":
            run = above(element, parents, lambda name: name == "r")
            if run is not None and not any(run is known for known, _, _ in found):
                found.append((run, element, here.heading))
    for run, content, heading in found:
        paragraph = above(run, parents, lambda name: name == "p")
        holder = parents.get(paragraph) if paragraph is not None else None
        if paragraph is None or holder is None:
            continue
        words = " ".join("".join(piece.text or "" for piece in inside(content, "t")).split())
        take_out(run, parents)
        place = list(holder).index(paragraph) + 1
        for block in reversed(list(content)):
            holder.insert(place, block)
            parents[block] = holder
        left.append(Left(say("A text box, whose words now stand below: {words}", words=shown(words)), under(heading)))


def leave_out_what_is_drawn(root: ET.Element, style_of: Style, left: list[Left]) -> None:
    """Take out charts, diagrams, shapes and embedded files, and say so."""
    parents = parents_of(root)
    found: list[tuple[ET.Element, Phrase, Phrase]] = []
    for element, here in Trail(root, style_of):
        what = _drawn(element)
        if what:
            found.append((element, what, near(here.heading, here.paragraph)))
    for element, what, where in found:
        run = above(element, parents, lambda name: name == "r")
        take_out(run if run is not None else element, parents)
        left.append(Left(what, where))


def _drawn(element: ET.Element) -> Phrase | None:
    name = local(element.tag)
    if name == "altChunk":
        return say("Another document inside this one")
    if name == "object":
        return say("An embedded file")
    if name == "blip" and value(element, "link") and not value(element, "embed"):
        return say("A picture that is kept elsewhere")
    if name != "graphicData" or next(inside(element, "txbxContent", "blip"), None) is not None:
        return None
    kind = value(element, "uri").rpartition("/")[2]
    return {"chart": say("A chart"), "diagram": say("A diagram (SmartArt)")}.get(kind, say("A drawing"))


def show_what_fields_showed(root: ET.Element, style_of: Style, left: list[Left]) -> None:
    """Say which fields became plain words, and take out the values of those that name a person or a path."""
    parents = parents_of(root)
    open_fields: list[str] = []
    shows = [False]
    gone: list[ET.Element] = []
    for element, here in Trail(root, style_of):
        name = local(element.tag)
        kind = value(element, "fldCharType") if name == "fldChar" else ""
        if kind == "begin":
            open_fields.append("")
            shows.append(False)
        elif kind == "separate" and open_fields:
            shows[-1] = True
            _say_field(open_fields[-1], here.heading, left)
        elif kind == "end" and open_fields:
            open_fields.pop()
            shows.pop()
        elif name == "instrText" and open_fields:
            open_fields[-1] += element.text or ""
        elif name == "fldSimple":
            _say_field(value(element, "instr"), here.heading, left)
            gone += [element] if field_name(value(element, "instr")) in PERSONAL else []
        elif name == "t" and open_fields and shows[-1] and field_name(open_fields[-1]) in PERSONAL:
            gone.append(element)
    for element in gone:
        take_out(element, parents)


def field_name(instruction: str) -> str:
    """Return which field an instruction asks for: the first word, in capitals."""
    return next(iter(instruction.upper().split()), "")


def _say_field(instruction: str, heading: str, left: list[Left]) -> None:
    name = field_name(instruction)
    if name in PERSONAL:
        left.append(Left(say("A field that names a person or a file ({name})", name=name), under(heading)))
    elif name not in SILENT:
        left.append(Left(say("A field ({name}): what it showed stands as plain words", name=name), under(heading)))


def is_coloured(about: ET.Element | None) -> bool:
    """Whether the properties of a run give it a colour, or one behind it."""
    said = [(("color",), "val"), (("highlight",), "val"), (("shd",), "fill")]
    return about is not None and any(value(first(about, *path), name) not in PLAIN_COLOURS for path, name in said)


def say_colours(root: ET.Element, style_of: Style, coloured: frozenset[str], left: list[Left]) -> None:
    """Say where words have a colour: it may mean something, and Markdown has none. Headings may be any colour."""
    for run, here in Trail(root, style_of):
        about = first(run, "rPr")
        if local(run.tag) != "r" or about is None or here.is_heading:
            continue
        words = "".join(piece.text or "" for piece in inside(run, "t"))
        if words.strip() and (is_coloured(about) or value(first(about, "rStyle"), "val") in coloured):
            left.append(Left(say("Colour, which may have meant something"), near(here.heading, words)))
