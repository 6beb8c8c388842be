"""What a page hands over to a pack: its words for paper, in a small script beside it.

A script and no fetch, because a page that was opened by double-click may run the scripts beside it and read nothing.
It is made with the page, of the same sanitised words, so that it holds nothing that the page does not show.
"""

import json
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from fingerpost.render.passages import with_directions
from fingerpost.render.pieces import lowered

if TYPE_CHECKING:
    import jinja2

CALLS = "fingerpostPiece("  # how each such script begins; the proof of absence looks into what follows
ENDS = ");\n"


def write_piece(
    environment: "jinja2.Environment", context: dict[str, Any], site: Path, place: str, languages: list[str]
) -> None:
    """Write the script of the page at `place` into `site`, if the page hands anything over.

    ``guides/x/index.html`` has ``guides/x/pack.js``, and a part of a toolkit ``toolkits/y/activity-a.pack.js``.
    """
    pack, fp = context["fp"].get("pack"), context["fp"]
    if not pack:
        return

    def drawn(name: str) -> str:
        html = environment.get_template(f"partials/pack-{name}.html").render(context)
        return with_directions(lowered(html.strip(), 1), languages)

    page = PurePosixPath(place)
    if "part" in pack:
        data = {"html": drawn("part")}
        name = f"{page.stem}.pack.js"
    else:
        data = {
            "title": context["page"].meta["title"],
            "lang": fp.get("lang") or "",
            "untranslated": pack["untranslated"],
            "facts": fp["facts"],
            "notes": fp["notes"],
            "pages": pack["pages"],
            "pdf": pack["pdf"],
            "address": fp.get("canonical", "").removeprefix("https://"),
            "html": drawn("piece"),
            "parts": pack["parts"],
            "end": drawn("end"),
        }
        name = "pack.js"
    said = json.dumps([pack["id"], data], ensure_ascii=False, separators=(",", ":"))
    (site / page.with_name(name)).parent.mkdir(parents=True, exist_ok=True)
    (site / page.with_name(name)).write_text(f"{CALLS}{said}{ENDS}", "utf-8", newline="\n")


def read_piece(script: str) -> Any:
    """Return what such a script holds. Raises ValueError where it is another one."""
    if not (script.startswith(CALLS) and script.endswith(ENDS)):
        raise ValueError(script[:20])
    return json.loads(script.removeprefix(CALLS).removesuffix(ENDS))
