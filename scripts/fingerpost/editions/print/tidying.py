"""Put right, in a PDF that is about to be written, what WeasyPrint 70 leaves untidy in its tags.

All of it is of the logical structure (ISO 32000-1, 14.7 and 14.8); nothing on the page changes.
"""

from collections.abc import Iterator
from typing import Any

PRINTED = 4  # the third flag of an annotation: ISO 32000-1, table 165
POINTS = 72 / 96  # of a CSS pixel
WITHOUT_MEANING = ("/Span", "/NonStruct", "/Div")
# A running line at the foot is of the paper, not of the text (ISO 32000-1, 14.8.2.2).
AT_THE_FOOT = b"<</Type /Pagination /Subtype /Footer>>"


def tidy_tags(_document: Any, pdf: Any) -> None:
    """Tidy the tags of a PDF: WeasyPrint calls it, with its pydyf.PDF, before it writes.

    Running lines become artifacts: their tags lead nowhere. A link with words in bold is one annotation, not two, so
    that it is told once. Links have the flag of what is printed. Items stand in their list without a row around them.
    Elements that hold nothing are left out. The place of a picture is in points from the lower left corner of its page,
    as the standard measures, and not in CSS pixels.
    """
    root = _there(pdf, pdf.catalog["StructTreeRoot"])
    numbers = _there(pdf, root["ParentTree"])["Nums"]
    _say_links_once(pdf, numbers)
    for reference in root["K"]:
        _leave_out_empty(pdf, _there(pdf, reference))
    for reference in tuple(_references_below(pdf, root)):
        _bring_rows_into_their_list(pdf, reference)
    kept = set(_references_below(pdf, root))
    for reference in sorted(kept):
        _measure_picture(pdf, _there(pdf, reference))
    pages = [_there(pdf, reference) for reference in pdf.page_references]
    for page in pages:
        _make_artifacts(pdf, page, numbers[2 * page["StructParents"] + 1], kept)
        for reference in page.get("Annots", ()):
            _there(pdf, reference)["F"] = PRINTED


def _there(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]


def _below(element: Any) -> Iterator[bytes]:
    return (kid for kid in element.get("K", ()) if isinstance(kid, bytes))


def _references_below(pdf: Any, element: Any) -> Iterator[bytes]:
    for reference in _below(element):
        yield reference
        yield from _references_below(pdf, _there(pdf, reference))


def _say_links_once(pdf: Any, numbers: Any) -> None:
    """Take out each link annotation whose words are within a link to the same place."""
    pages = {reference: _there(pdf, reference) for reference in pdf.page_references}
    for at in reversed(range(2 * len(pages), len(numbers), 2)):
        element = _there(pdf, numbers[at + 1])
        if element["S"] in ("/Link", "/Form"):
            continue
        held = next(kid for kid in _below(element) if _there(pdf, kid).get("Type") == "/OBJR")
        annotation = _there(pdf, held)["Obj"]
        element["K"].remove(held)
        pages[element["Pg"]]["Annots"].remove(annotation)
        del numbers[at : at + 2]
        _there(pdf, held).clear()
        _there(pdf, annotation).clear()


def _leave_out_empty(pdf: Any, element: Any) -> None:
    """Take elements without content out of an element: a line to write on, a gap between two boxes."""
    for reference in tuple(_below(element)):
        kid = _there(pdf, reference)
        _leave_out_empty(pdf, kid)
        if kid.get("S") in WITHOUT_MEANING and not kid["K"] and "Alt" not in kid:
            element["K"].remove(reference)
            kid.clear()


def _bring_rows_into_their_list(pdf: Any, reference: bytes) -> None:
    """Put the items of a list in place of the boxes that they stand in: a list holds items alone (14.8.4.3.3)."""
    element, found = _there(pdf, reference), []
    if element.get("S") != "/L":
        return
    for kid in element["K"]:
        row = _there(pdf, kid)
        if row["S"] != "/Div":
            found.append(kid)
            continue
        for item in _below(row):
            _there(pdf, item)["P"] = reference
            found.append(item)
        row.clear()
    element["K"][:] = found


def _measure_picture(pdf: Any, element: Any) -> None:
    if element.get("S") == "/Figure":
        left, top, right, bottom = (side * POINTS for side in element["A"]["BBox"])
        height = _there(pdf, element["Pg"])["MediaBox"][3]
        element["A"]["BBox"][:] = (left, height - bottom, right, height - top)


def _make_artifacts(pdf: Any, page: Any, elements: Any, kept: set[bytes]) -> None:
    """Mark as artifacts what stands on a page and belongs to no element of the tree.

    `elements` has the element of each piece of marked content, by its number.
    """
    alone = {number for number, reference in enumerate(elements) if reference not in kept}
    if not alone:
        return
    content = _there(pdf, page["Contents"]).stream
    for at, item in enumerate(content):
        if isinstance(item, dict) and item.get("MCID") in alone:
            content[at - 1], content[at] = "/Artifact", AT_THE_FOOT
    for number in alone:
        _there(pdf, elements[number]).clear()
        elements[number] = b"null"
