"""SVG drawings: an allow-list of what draws; anything else is named (house: sanitise, SVG)."""

import re
from collections.abc import Iterator
from xml.parsers import expat

SVG = "http://www.w3.org/2000/svg"
SHAPES = {"circle", "ellipse", "g", "image", "line", "path", "polygon", "polyline", "rect", "svg", "symbol", "use"}
WORDS = {"desc", "text", "textPath", "title", "tspan"}
PAINT = {"clipPath", "defs", "linearGradient", "marker", "mask", "pattern", "radialGradient", "stop", "style"}
FILTERS = {"filter", "feBlend", "feColorMatrix", "feComposite", "feFlood", "feGaussianBlur", "feMerge", "feMergeNode"}
ALLOWED = SHAPES | WORDS | PAINT | FILTERS | {"feOffset", "metadata"}
INSIDE = re.compile(r"\s*(?:#|data:image/(?:png|jpeg|gif|webp);)")
OUTSIDE = re.compile(r"url\(\s*[\"']?(?!#|data:(?:image|font)/)|@import", re.IGNORECASE)


def unknown_in_drawing(raw: bytes) -> Iterator[tuple[int, int, str]]:
    """Yield line, column and name of each thing in an SVG file that is not known to be harmless."""
    if not raw.strip():
        return
    found: list[tuple[int, int, str]] = []
    parser = expat.ParserCreate(namespace_separator=" ")

    def note(name: str) -> None:
        found.append((parser.CurrentLineNumber, parser.CurrentColumnNumber + 1, name))

    def start(name: str, attributes: dict[str, str]) -> None:
        namespace, _, local = name.rpartition(" ")
        # Editors leave notes of their own in other namespaces: they draw nothing, and FP3 looks at them.
        if (namespace in (SVG, "") and local not in ALLOWED) or namespace == "http://www.w3.org/1999/xhtml":
            note(f"<{local}>")
        for key, value in attributes.items():
            short = key.rpartition(" ")[2].lower()
            loads = short in ("href", "src") and not INSIDE.match(value)
            if short.startswith("on") or loads or OUTSIDE.search(value):
                note(short)

    def words(text: str) -> None:
        if OUTSIDE.search(text):
            note("url")

    parser.StartElementHandler = start
    parser.CharacterDataHandler = words
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = lambda *_: note("<!DOCTYPE>")
    parser.EntityDeclHandler = lambda *_: note("<!ENTITY>")
    parser.ProcessingInstructionHandler = lambda target, _data: note(f"<?{target}>")
    try:
        parser.Parse(raw, True)
    except expat.ExpatError as error:
        found.append((error.lineno, error.offset + 1, "what follows"))
    yield from found
