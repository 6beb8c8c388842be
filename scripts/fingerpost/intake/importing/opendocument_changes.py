"""Tracked changes and comments in an OpenDocument text (ODF 1.3, part 3, 5.5 and 14.1)."""

import xml.etree.ElementTree as ET
from collections.abc import Callable

from fingerpost.intake.importing.document import Choices
from fingerpost.intake.importing.guarding import Refused
from fingerpost.intake.importing.remarks import Remark, refuse_undecided
from fingerpost.intake.importing.walking import Trail
from fingerpost.intake.importing.xml import Parents, first, inside, parents_of, take_out, value
from fingerpost.languages.phrases import say
from fingerpost.metadata.markup import local

Style = Callable[[ET.Element], str]


def look_at_remarks(root: ET.Element, style_of: Style, choices: Choices) -> None:
    """Raise Refused where there are tracked changes or comments and nobody said what is to be done with them."""
    changes, comments = [], []
    listed = sum(1 for _ in inside(root, "changed-region"))
    for element, here in Trail(root, style_of):
        name = local(element.tag)
        if name in ("change", "change-start"):
            changes.append(Remark(here.heading))
        elif name == "annotation":
            comments.append(Remark(here.heading))
    changes += [Remark("")] * (listed - len(changes))
    refuse_undecided(changes, comments, choices)


def by_choice(root: ET.Element, choices: Choices) -> None:
    """Carry out what was said of changes, and take out comments. Raises Refused where it can't be done here."""
    parents = parents_of(root)
    if choices.changes == "reject":
        for region in list(inside(root, "changed-region")):
            _reject(root, region, parents)
    for element in list(inside(root, "tracked-changes", "annotation", "annotation-end", "change-start", "change-end")):
        take_out(element, parents)
    for element in list(inside(root, "change")):
        take_out(element, parents)


def _reject(root: ET.Element, region: ET.Element, parents: Parents) -> None:
    id = value(region, "id")
    marks = [mark for mark in inside(root, "change", "change-start", "change-end") if value(mark, "change-id") == id]
    if first(region, "insertion") is not None:
        _undo_insertion(marks, parents)
    deletion = first(region, "deletion")
    if deletion is not None and marks:
        _undo_deletion(deletion, marks[0], parents)


def _undo_insertion(marks: list[ET.Element], parents: Parents) -> None:
    if len(marks) != 2 or parents[marks[0]] is not parents[marks[1]]:
        raise _by_hand()
    holder = parents[marks[0]]
    between = list(holder)[list(holder).index(marks[0]) + 1 : list(holder).index(marks[1])]
    marks[0].tail = ""
    for element in between:
        element.tail = ""
        holder.remove(element)


def _undo_deletion(deletion: ET.Element, mark: ET.Element, parents: Parents) -> None:
    blocks = [child for child in deletion if local(child.tag) != "change-info"]
    if len(blocks) != 1 or local(blocks[0].tag) != "p":
        raise _by_hand()
    block, holder = blocks[0], parents[mark]
    place = list(holder).index(mark) + 1
    after, mark.tail = mark.tail, block.text
    for child in reversed(list(block)):
        holder.insert(place, child)
        parents[child] = holder
    if len(block):
        block[-1].tail = (block[-1].tail or "") + (after or "")
    else:
        mark.tail = (mark.tail or "") + (after or "")


def _by_hand() -> Refused:
    return Refused(
        say("A tracked change goes over more than one paragraph. Open it, reject the changes there, and save it anew.")
    )
