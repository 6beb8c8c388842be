"""A file of Markdown made ready for the converter: its front matter is left behind, but for the title."""

import re

from fingerpost.checks.wording import listed
from fingerpost.intake.importing.document import Left, Picture, Prepared, under
from fingerpost.intake.importing.guarding import Refused, Source
from fingerpost.intake.importing.web import _picture, decoded
from fingerpost.languages.phrases import say
from fingerpost.library.front_matter import read_front_matter
from fingerpost.library.links import find_links

CODE = re.compile(r"`[^`\n]{1,300}`")


def _bars_kept(line: str) -> str:
    """Return a line of a table in which a bar within code parts no cells: programs differ, and the site's keeps it."""
    return CODE.sub(lambda found: re.sub(r"(?<!\\)\|", r"\\|", found[0]), line)


def prepare_markdown(source: Source) -> Prepared:
    """Return Markdown ready for the converter. Raises Refused where the facts at its top can't be read."""
    text = decoded(source.raw).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    prepared = Prepared(b"", "md")
    if text.startswith("---\n"):
        front = read_front_matter(text, source.file.name)
        if front.fault and front.fault.code != "front-matter-not-closed":
            raise Refused(say("The facts at its top can't be read. Take them out, from --- to ---."))
        if not front.fault:
            text = front.body
            prepared.title = str(front.data.get("title") or "").strip()
            others = [str(key) for key in front.data if key != "title"]
            if others:
                what = say("Facts at the top of the file: {names}", names=listed(others))
                prepared.left.append(Left(what, under("")))
    text = "\n".join(_bars_kept(line) if line.startswith("|") else line for line in text.split("\n"))
    for link in find_links(text):
        if link.image:
            content = _picture(link.target, source.file.parent)
            if content is not None:
                prepared.pictures = {**prepared.pictures, link.target: Picture(content)}
    prepared.content = text.encode("utf-8", "replace")
    return prepared
