"""How large a small file becomes when it is opened: the pixels of a picture, the shapes of a drawing, an archive.

Nothing is unfolded to find out: only what files say of themselves in their first bytes, names and references.
"""

import re
import warnings
import zipfile
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

MOST_DEPTH = 100
REFERENCE = re.compile(r"url\(\s*[\"']?#([^\"')]{1,200})")
TOO_MANY = 10**12  # stands for what never ends


def pixels_of(file: Path) -> int:
    """Return how many pixels a picture says it has, all in all; 0 if it can't be read."""
    from PIL import Image  # 0.05 s that only collections with pictures have to wait for

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(file) as picture:
                return picture.width * picture.height
    except Image.DecompressionBombError:
        return TOO_MANY
    except Exception:  # Pillow's readers raise many sorts of errors; FP508 says what is amiss
        return 0


def unpacked_size(file: Path) -> int:
    """Return how many bytes a zip says it holds when unpacked; 0 for what is no whole zip."""
    try:
        with zipfile.ZipFile(file) as archive:
            return sum(member.file_size for member in archive.infolist())
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError):
        return 0


@dataclass(slots=True)
class _Drawing:
    """The elements inside each named element (nothing for the whole drawing), and what each refers to."""

    inside: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))
    refers: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    open: list[str] = field(default_factory=list)

    def start(self, _name: str, attributes: dict[str, str]) -> None:
        # What is nested too deep counts as endless, and so nothing has to be remembered of it.
        if len(self.open) > MOST_DEPTH:
            self.inside[""] = TOO_MANY
        self.open.append(attributes.get("id", "") if len(self.open) <= MOST_DEPTH else "")
        named = {"", *self.open[: MOST_DEPTH + 1]}
        used = [value[1:] for key, value in attributes.items() if key.endswith("href") and value.startswith("#")]
        used += [name for value in attributes.values() if "url(" in value for name in REFERENCE.findall(value)]
        for name in named:
            self.inside[name] += 1
            if used:
                self.refers[name] += used

    def end(self, _name: str) -> None:
        self.open.pop()


def shapes_of(raw: bytes) -> int:
    """Return how many elements an SVG drawing has once every reference stands for what it names.

    References inside what is referred to multiply: eight times ten make a hundred million (the "billion laughs" of
    SVG 2, 5.6). One that leads back to itself, and what is nested deeper than 100, counts as endless. 0 for no XML.
    """
    drawing = _Drawing()
    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = drawing.start, drawing.end
    try:
        parser.Parse(raw, True)
    except (expat.ExpatError, ValueError, LookupError):
        return drawing.inside[""] if drawing.inside[""] >= TOO_MANY else 0
    return _unfolded(drawing, "", {}, 0)


def _unfolded(drawing: _Drawing, name: str, known: dict[str, int], depth: int) -> int:
    if depth > MOST_DEPTH:
        return TOO_MANY
    if name not in known:
        known[name] = TOO_MANY  # as long as it is being counted: what leads back here never ends
        more = (_unfolded(drawing, used, known, depth + 1) for used in drawing.refers[name] if used in drawing.inside)
        known[name] = min(drawing.inside[name] + sum(more), TOO_MANY)
    return known[name]
