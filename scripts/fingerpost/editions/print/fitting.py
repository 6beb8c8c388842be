"""Fitting a page to its paper: tables with too many columns for it, and what still reaches over the edge."""

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

TOLERANCE = 1.0  # CSS pixels, of which there are 96 to the inch
ABOVE = 8.0  # as many may a letter's own box stand higher than its line
SEEN = ("TextBox", "InlineReplacedBox", "BlockReplacedBox")


def with_wide_tables_as_lists(html: Any, columns: int) -> None:
    """Turn, in a parsed page, each table with more than `columns` columns into one list a row.

    Each cell then stands behind the heading of its column, so that it can be read by itself on any width of paper.
    A table with cells that reach over several columns is left as it is.
    """
    root = html.etree_element
    changed = False
    for above in root.iter():
        for number, table in enumerate(list(above)):
            if table.tag == "table" and _columns(table) > columns and not _spans(table):
                lists = Element("div", {"class": "rows-as-lists"})
                lists.extend(_as_lists(table))
                lists.tail = table.tail
                above[number] = lists
                changed = True
    if changed:
        html.wrapper_element = type(html.wrapper_element).from_html_root(root, content_language=None)


def with_scopes(html: Any) -> None:
    """Say of each heading of a table in a parsed page whether it is its column's or its row's."""
    for table in html.etree_element.iter("table"):
        for above in table:
            for cell in above.iter("th"):
                if not cell.get("scope"):
                    cell.set("scope", "col" if above.tag == "thead" else "row")


def outside_the_margins(document: Any) -> Iterator[str]:
    """Yield what to do about each page of a laid-out document where something reaches over the margins."""
    for number, page in enumerate(document.pages, start=1):
        sheet = page._page_box
        left, right = sheet.content_box_x() - TOLERANCE, sheet.content_box_x() + sheet.width + TOLERANCE
        top, bottom = sheet.content_box_y() - ABOVE, sheet.content_box_y() + sheet.height + TOLERANCE
        for child in sheet.children:
            if type(child).__name__ == "MarginBox":
                continue
            for box in (child, *child.descendants()):
                if type(box).__name__ not in SEEN or not hasattr(box, "position_x"):
                    continue  # what was measured for the other half of a page break has no place
                over = box.position_x < left or box.position_x + box.width > right
                if over or not top <= box.position_y <= bottom:
                    said = (getattr(box, "text", "") or "a picture").strip()[:40]
                    yield (
                        f"on page {number}, “{said}” reaches over the edge of what can be printed. "
                        "Make the table narrower, the picture smaller or the word shorter."
                    )
                    break


def _columns(table: Element) -> int:
    return max((len(_cells(row)) for row in table.iter("tr")), default=0)


def _spans(table: Element) -> bool:
    return any(cell.get("colspan", "1") != "1" or cell.get("rowspan", "1") != "1" for cell in table.iter())


def _cells(row: Element) -> list[Element]:
    return [cell for cell in row if cell.tag in ("th", "td")]


def _as_lists(table: Element) -> Iterator[Element]:
    """Yield one block a row; the first row gives the headings if all of its cells are some."""
    rows = [_cells(row) for row in table.iter("tr")]
    headed = bool(rows) and all(cell.tag == "th" for cell in rows[0])
    headings = ["".join(cell.itertext()).strip() for cell in rows[0]] if headed else []
    for cells in rows[1:] if headed else rows:
        block = Element("div", {"class": "row-as-list"})
        for number, cell in enumerate(cells):
            line = Element("p")
            if number < len(headings) and headings[number]:
                label = Element("strong")
                label.text = f"{headings[number]}:"
                label.tail = f" {cell.text or ''}"
                line.append(label)
            else:
                line.text = cell.text
            line.extend(list(cell))
            block.append(line)
        yield block
