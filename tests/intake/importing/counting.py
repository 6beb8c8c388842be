"""What stands in a document, counted from its own XML or HTML, by none of the code that imports it."""

import re
import xml.etree.ElementTree as ET
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import markdown
import yaml

from tests.helpers import CHECKOUT

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
T = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TB = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
D = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
S = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
O = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"  # noqa: E741
X = "{http://www.w3.org/1999/xlink}"
WORD = re.compile(r"[^\W_]+")
WITHIN_A_LINE = frozenset({"a", "abbr", "b", "code", "del", "em", "font", "i", "img", "mark", "s", "span", "strong"})
WITHIN_A_LINE |= {"sub", "sup", "u"}


@dataclass
class Counted:
    """The words of each heading, list item, cell and link, how many pictures, and all words."""

    headings: list[str] = field(default_factory=list)
    items: list[str] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    pictures: int = 0
    notes: int = 0
    words: Counter[str] = field(default_factory=Counter)


def flat(text: str) -> str:
    """Words as they can be compared: small figures as figures, spaces as one."""
    text = text.translate(str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "01234567890123456789"))
    return " ".join(text.replace("\u00a0", " ").split())


def counted(file: Path) -> Counted:
    """Count what stands in a .docx or .odt, with its tracked changes accepted."""
    with zipfile.ZipFile(file) as archive:
        if file.suffix == ".docx":
            notes = [name for name in ("word/footnotes.xml", "word/endnotes.xml") if name in archive.namelist()]
            parts = [ET.fromstring(archive.read(name)) for name in ("word/document.xml", *notes)]
            relations = ET.fromstring(archive.read("word/_rels/document.xml.rels"))
            styles = ET.fromstring(archive.read("word/styles.xml"))
            return _of_word(parts, relations, styles)
        both = [ET.fromstring(archive.read(name)) for name in ("content.xml", "styles.xml")]
        return _of_opendocument(both[0], both)


def _of_word(parts: list[ET.Element], relations: ET.Element, styles: ET.Element) -> Counted:
    found = Counted()
    targets = {one.get("Id"): one.get("Target", "") for one in relations}
    names = {
        style.get(f"{W}styleId"): style.find(f"{W}name").get(f"{W}val", "").lower()  # type: ignore[union-attr]
        for style in styles.iter(f"{W}style")
    }
    for number, part in enumerate(parts):
        for gone in (f"{MC}Fallback", f"{W}del", f"{W}moveFrom", f"{W}instrText"):
            _without(part, gone)
        for control in [one for one in part.iter(f"{W}sdt") if one.find(f".//{W}docPartGallery") is not None]:
            control.clear()  # a table of contents
        for block in part.iter(f"{W}p"):
            style = block.find(f"{W}pPr/{W}pStyle")
            name = names.get(style.get(f"{W}val", ""), "") if style is not None else ""
            text = _word_text(block)
            if name.startswith(("toc", "contents")) or name in ("author", "date"):
                continue
            found.words.update(WORD.findall(flat(text)))
            if name.startswith("heading ") and text:
                found.headings.append(text)
            if block.find(f"{W}pPr/{W}numPr") is not None and text:
                found.items.append(text)
        found.cells += [text for cell in part.iter(f"{W}tc") if (text := _words_below(cell, f"{W}p"))]
        for link in part.iter(f"{W}hyperlink"):
            target = targets.get(link.get(f"{R}id", ""), "") or f"#{link.get(f'{W}anchor', '')}"
            if "Toc" not in target and "RefHeading" not in target:
                found.links.append((_word_text(link), target))
        found.pictures += sum(1 for _ in part.iter(f"{A}blip"))
        real = [one for one in part.iter() if one.tag in (f"{W}footnote", f"{W}endnote")]
        found.notes += sum(1 for one in real if "eparator" not in (one.get(f"{W}type") or "")) if number else 0
    return found


def _word_text(block: ET.Element) -> str:
    pieces: list[str] = []

    def gather(element: ET.Element) -> None:
        for child in element:
            if child.tag == f"{W}r" and child.find(f"{W}rPr/{W}vanish") is not None:
                continue
            if child.tag in (f"{W}t", "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"):
                pieces.append(child.text or "")
            elif child.tag in (f"{W}br", f"{W}tab"):
                pieces.append(" ")
            elif child.tag.endswith("txbxContent"):
                continue  # its paragraphs are counted as themselves
            else:
                gather(child)

    gather(block)
    return flat("".join(pieces))


def _words_below(element: ET.Element, tag: str) -> str:
    return " ".join(text for block in element.iter(tag) if (text := _word_text(block)))


def _of_opendocument(content: ET.Element, parts: list[ET.Element]) -> Counted:
    found = Counted()
    hidden = {
        style.get(f"{S}name")
        for part in parts
        for style in part.iter(f"{S}style")
        if (about := style.find(f"{S}text-properties")) is not None and about.get(f"{T}display") == "none"
    }
    body = next(content.iter(f"{O}text"))
    gone = (f"{T}tracked-changes", f"{O}annotation", f"{T}table-of-content", f"{T}sequence-decls", f"{T}note-citation")
    for tag in gone:
        _without(body, tag)
    for span in [span for span in body.iter(f"{T}span") if span.get(f"{T}style-name") in hidden]:
        span.clear()  # the words after it, its tail, were never inside
    by_hand = ("Author", "Date")
    for block in _blocks(body):
        text = _odt_text(block)
        if block.get(f"{T}style-name") in by_hand:
            continue
        found.words.update(WORD.findall(flat(text)))
        if block.tag == f"{T}h" and text:
            found.headings.append(text)
    for item in body.iter(f"{T}list-item"):
        first = next((child for child in item if child.tag == f"{T}p"), None)
        if first is not None and _odt_text(first):
            found.items.append(_odt_text(first))
    for cell in body.iter(f"{TB}table-cell"):
        noted = {block for note in cell.iter(f"{T}note") for block in _blocks(note)}
        text = " ".join(filter(None, (_odt_text(block) for block in _blocks(cell) if block not in noted)))
        found.cells += [text] if text else []
    found.links = [(flat("".join(link.itertext())), link.get(f"{X}href", "")) for link in body.iter(f"{T}a")]
    found.pictures = sum(1 for frame in body.iter(f"{D}frame") if frame.find(f"{D}image") is not None)
    found.notes = sum(1 for _ in body.iter(f"{T}note"))
    return found


def _blocks(element: ET.Element) -> Iterator[ET.Element]:
    yield from (block for block in element.iter() if block.tag in (f"{T}p", f"{T}h"))


def _odt_text(block: ET.Element) -> str:
    pieces = [block.text or ""]

    def gather(element: ET.Element) -> None:
        for child in element:
            if child.tag not in (f"{T}note", f"{D}frame", f"{T}bookmark"):
                pieces.append(child.text or "")
                pieces.extend([" "] if child.tag in (f"{T}s", f"{T}line-break", f"{T}tab") else [])
                gather(child)
            pieces.append(child.tail or "")

    gather(block)
    return flat("".join(pieces))


def _without(root: ET.Element, tag: str) -> None:
    for parent in list(root.iter()):
        for place, child in enumerate(list(parent)):
            if child.tag == tag:
                if child.tail:
                    before = parent[place - 1] if place else None
                    if before is not None:
                        before.tail = (before.tail or "") + child.tail
                    else:
                        parent.text = (parent.text or "") + child.tail
                parent.remove(child)


class Page(HTMLParser):
    """A rendered page, or a document in HTML: the same things, counted the same way."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found = Counted()
        self.open: list[tuple[str, list[str], str]] = []
        self.tags: set[str] = set()
        self.line: list[str] = []
        self.feed(html)
        self.close()
        self._end_line()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag not in WITHIN_A_LINE:
            self._end_line()
        given = dict(attrs)
        if tag == "img":
            self.found.pictures += 1
        if tag == "a" and "footnote-ref" in (given.get("class") or ""):
            self.found.notes += 1
        if tag in ("ul", "ol"):
            self._close_own()
        if tag in ("h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "a", "sup", "script", "style", "title"):
            self.open.append((tag, [], given.get("href") or given.get("class") or given.get("id") or ""))

    def _close_own(self) -> None:
        for tag, pieces, _ in reversed(self.open):
            if tag == "li":
                pieces.append("\0")
                return

    def _end_line(self) -> None:
        self.found.words.update(WORD.findall(flat("".join(self.line))))
        self.line.clear()

    def handle_endtag(self, tag: str) -> None:
        if tag not in WITHIN_A_LINE:
            self._end_line()
        if tag == "p":
            self._close_own()
        for number in range(len(self.open) - 1, -1, -1):
            if self.open[number][0] == tag:
                _, pieces, about = self.open.pop(number)
                self._take(tag, "".join(pieces), about)
                return

    def _take(self, tag: str, text: str, about: str) -> None:
        if tag.startswith("h") and flat(text):
            self.found.headings.append(flat(text))
        elif tag == "li":
            self.found.items.append(flat(text.partition("\0")[0]))
        elif tag in ("td", "th") and flat(text):
            self.found.cells.append(flat(text))
        elif tag == "a" and "footnote" not in about and not about.startswith("#fn"):
            self.found.links.append((flat(text), about))

    def handle_data(self, data: str) -> None:
        tags = [tag for tag, _, _ in self.open]
        notes = any(tag == "a" and ("footnote" in about or "#fn" in about) for tag, _, about in self.open)
        if notes or "script" in tags or "style" in tags or "title" in tags:
            return
        for _, pieces, _ in self.open:
            pieces.append(data)
        self.line.append(data)


def rendered(body: str) -> str:
    """The HTML of a body, made with the extensions that mkdocs.yml names."""
    settings = yaml.safe_load((CHECKOUT / "mkdocs.yml").read_text("utf-8"))["markdown_extensions"]
    names = [next(iter(one)) if isinstance(one, dict) else one for one in settings]
    options = {name: value for one in settings if isinstance(one, dict) for name, value in one.items()}
    html: str = markdown.markdown(body, extensions=names, extension_configs=options)
    return html
