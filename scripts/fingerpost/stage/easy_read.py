"""Easy Read: a picture on the left, its words on the right (Inclusion Europe, Information for all)."""

import re

BLOCK = re.compile(r"<(?:div|section|details|figure|blockquote|article|aside|table)\b", re.IGNORECASE)
ALONE = re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)(?:\{[^}\n]*\})?[ \t]*")


def with_words_beside_pictures(body: str) -> str:
    """Return an Easy Read body with a box of its own around each idea: a picture and the words that follow it.

    An idea begins at a line that holds one picture and nothing else, and ends before the next one or the next
    heading. Whoever lays out boxes by themselves, in HTML, is left to it.
    """
    if BLOCK.search(body):
        return body
    lines: list[str] = []
    inside = False
    for line in body.split("\n"):
        begins = bool(ALONE.fullmatch(line))
        if inside and (begins or line.startswith("#")):
            lines += ["", "</div>", ""]
            inside = False
        if begins:
            lines += ['<div class="idea" markdown="1">', ""]
            inside = True
        lines.append(line)
    return "\n".join([*lines, *(["", "</div>", ""] if inside else [])])
