"""What the links of a text lead to: the file, its piece, and the same heading in another language."""

from fingerpost.checks.headings import anchors, anchors_of_headings
from fingerpost.checks.places import all_pieces
from fingerpost.library import Library, Piece, Resource, Text
from fingerpost.library.kinds import PAGE


def resource_at(path: str, library: Library) -> Resource | None:
    """Return the resource in whose folder a path lies (``docs/guides/x/index.en.md``), or the page."""
    steps = path.split("/")
    if len(steps) == 3 and steps[1] == PAGE.folder:
        return library.resources.get(f"{PAGE.folder}/{steps[2].split('.')[0]}")
    return library.resources.get("/".join(steps[1:3])) if len(steps) > 3 else None


def piece_at(path: str, library: Library) -> tuple[Piece, Text] | None:
    """Return the text at a path and the piece it belongs to, with its other languages."""
    resource = resource_at(path, library)
    for piece in all_pieces(resource) if resource else ():
        for text in piece.texts.values():
            if text.path == path:
                return piece, text
    return None


def same_heading(fragment: str, there: Text, here: Text) -> str:
    """Return the anchor in `here` of the heading that has the anchor `fragment` in `there`; perhaps empty.

    Headings are taken for the same where both texts have as many of them.
    """
    theirs, ours = anchors_of_headings(there.body), anchors_of_headings(here.body)
    if len(theirs) == len(ours) and fragment in theirs:
        return ours[theirs.index(fragment)]
    return fragment if fragment in anchors(here.body) else ""
