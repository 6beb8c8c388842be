"""Pictures out of a document: named in order, in a form that the site shows, with nothing in them but the picture."""

import hashlib
import io
import warnings
from dataclasses import dataclass, field

from PIL import Image

from fingerpost.checks.contents import sort_of
from fingerpost.metadata import look, strip

ENDINGS = {"png": ".png", "jpeg": ".jpg", "gif": ".gif", "webp": ".webp"}
REDRAWN = frozenset({"BMP", "TIFF"})
MOST_PIXELS = 50_000_000
LARGEST = 50_000_000


@dataclass(slots=True)
class Pictures:
    """The pictures of one document, by the name they get; `word` is what they are called, in its language."""

    word: str
    named: dict[str, bytes] = field(default_factory=dict)
    _known: dict[str, str] = field(default_factory=dict)

    def name_for(self, content: bytes) -> str:
        """Return the name of a picture, the same for the same bytes; empty where it can't be shown."""
        mark = hashlib.sha256(content).hexdigest()
        if mark not in self._known:
            self._known[mark] = self._take(content)
        return self._known[mark]

    def _take(self, content: bytes) -> str:
        made = shown_form(content)
        if made is None:
            return ""
        ending, picture = made
        name = f"{self.word}-{len(self.named) + 1}{ending}"
        stripped = strip(name, picture)
        if any(trace.strippable for trace in look(name, stripped)):
            return ""  # it says who or where, and that can't be taken out
        self.named[name] = stripped
        return name


def shown_form(content: bytes) -> tuple[str, bytes] | None:
    """Return a picture's ending and its bytes in a form that browsers show, or nothing where it has none."""
    if not content or len(content) > LARGEST:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(content)) as image:
                if image.width * image.height > MOST_PIXELS:
                    return None
                if image.format in REDRAWN:
                    target = io.BytesIO()
                    image.convert("RGBA" if "A" in image.getbands() else "RGB").save(target, "PNG")
                    return ".png", target.getvalue()
                image.verify()
    except Exception:  # Pillow raises many kinds over made-up bytes
        return None
    ending = ENDINGS.get(sort_of(content[:4096]))
    return (ending, content) if ending else None
