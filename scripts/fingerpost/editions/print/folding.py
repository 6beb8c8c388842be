"""Put A5 pages side by side on A4 for a booklet, behind a sheet that says how to print and fold it."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import pikepdf

from fingerpost.editions.print.imposition import Half, Side

A4_LANDSCAPE = (841.89, 595.276)  # points, of which there are 72 to the inch (ISO 216: 297 by 210 mm)


def fold(
    sides: Sequence[Side],
    texts: Sequence[Path],
    instructions: Sequence[Path],
    target: Path,
    *,
    title: str,
    language: str,
    made: datetime,
) -> int:
    """Write to `target` the pages of `instructions`, then `sides` with the pages of `texts`; returns how many pages.

    A page may be smaller than half a sheet: it stands in the middle of its half. What an accessible PDF has beside what
    is drawn (tags, links) is lost in this: a booklet is for paper, and the A4 PDF is for reading on a screen.
    """
    width, height = A4_LANDSCAPE
    half = target.with_suffix(".part")
    with pikepdf.new() as pdf:
        for file in instructions:
            with pikepdf.open(file) as told:
                pdf.pages.extend(told.pages)
        for page in pdf.pages:
            for key in ("/StructParents", "/Annots", "/Tabs"):  # they lead to tags and links that are not copied
                if key in page.obj:
                    del page.obj[key]
        drawn = [_drawings(pdf, text) for text in texts]
        for side in sides:
            page = pdf.add_blank_page(page_size=(width, height))
            content = [_placed(page, one, drawn, at) for at, one in enumerate((side.left, side.right)) if one]
            page.obj.Contents = pdf.make_stream("\n".join(content).encode())
        pdf.Root.Lang = pikepdf.String(language)
        pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True, Duplex=pikepdf.Name.DuplexFlipShortEdge)
        stamp = pikepdf.String(made.strftime("D:%Y%m%d%H%M%SZ"))
        pdf.docinfo = pdf.make_indirect(
            pikepdf.Dictionary(Title=pikepdf.String(title), CreationDate=stamp, ModDate=stamp)
        )
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as about:
            about["dc:title"] = title
        count = len(pdf.pages)
        pdf.save(half, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    half.replace(target)
    return count


def pages_in(file: Path) -> int:
    """Return how many pages a PDF has."""
    with pikepdf.open(file) as pdf:
        return len(pdf.pages)


def _drawings(pdf: pikepdf.Pdf, text: Path) -> list[tuple[pikepdf.Object, float, float]]:
    """Return each page of a PDF as a drawing in `pdf`, with its width and height in points."""
    with pikepdf.open(text) as source:
        found = []
        for page in source.pages:
            left, bottom, right, top = (float(side) for side in page.mediabox)
            form = pdf.copy_foreign(page.as_form_xobject())
            for key in ("/StructParents", "/StructParent"):
                if key in form:
                    del form[key]
            found.append((form, right - left, top - bottom))
        return found


def _placed(page: pikepdf.Page, one: Half, drawn: list[list[tuple[pikepdf.Object, float, float]]], at: int) -> str:
    """Return the drawing operators for a page in the left (0) or right (1) half (ISO 32000-2, 8.3.3)."""
    assert one is not None
    width, height = A4_LANDSCAPE
    form, wide, high = drawn[one.document][one.number - 1]
    # Without a name of ours pikepdf makes one up, another each time.
    name = page.add_resource(form, pikepdf.Name.XObject, (pikepdf.Name.Left, pikepdf.Name.Right)[at])
    x, y = at * width / 2 + (width / 2 - wide) / 2, (height - high) / 2
    matrix = f"-1 0 0 -1 {x + wide:.3f} {y + high:.3f}" if one.turned else f"1 0 0 1 {x:.3f} {y:.3f}"
    return f"q {matrix} cm {name} Do Q"
