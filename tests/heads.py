"""What a built page says of itself in its head, read as a search engine would."""

import json
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
HOME = "https://fingerpost.example/"


@dataclass
class Head:
    """A page's canonical address, its alternates by language, its feeds by type, previews' properties, its data."""

    noindex: bool = False
    canonical: list[str] = field(default_factory=list)
    alternates: dict[str, str] = field(default_factory=dict)
    feeds: dict[str, str] = field(default_factory=dict)
    properties: dict[str, list[str]] = field(default_factory=dict)
    data: list[Any] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.head = Head()
        self.written: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = {name: value or "" for name, value in attrs}
        if tag == "meta":
            self.head.noindex |= has.get("name") == "robots" and "noindex" in has["content"]
            name = has.get("property", has.get("name", ""))
            if name.startswith(("og:", "twitter:")):
                self.head.properties.setdefault(name, []).append(has["content"])
        elif tag == "link" and has.get("rel") == "canonical":
            self.head.canonical.append(has["href"])
        elif tag == "link" and has.get("rel") == "alternate":
            if "hreflang" in has:
                assert has["hreflang"] not in self.head.alternates
                self.head.alternates[has["hreflang"]] = has["href"]
            else:
                self.head.feeds[has["type"]] = has["href"]
        elif tag == "script" and has.get("type") == "application/ld+json":
            self.written = ""

    def handle_data(self, data: str) -> None:
        if self.written is not None:
            self.written += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self.written is not None:
            self.head.data.append(json.loads(self.written))
            self.written = None


def head_of(file: Path) -> Head:
    """Return what a page's head says."""
    reader = _Reader()
    reader.feed(file.read_text("utf-8"))
    reader.close()
    assert reader.written is None
    return reader.head


def heads_of(site: Path) -> dict[str, Head]:
    """Return the head of every page of a site by the page's public address."""
    return {address_of(file.relative_to(site).as_posix()): head_of(file) for file in sorted(site.rglob("*.html"))}


def address_of(path: str) -> str:
    """Return the public address of a page from its path."""
    return HOME + path.removesuffix("index.html")


def sitemap_of(site: Path) -> dict[str, tuple[str | None, dict[str, str]]]:
    """Return the sitemap: each address with its day and its alternates."""
    found: dict[str, tuple[str | None, dict[str, str]]] = {}
    for url in ElementTree.fromstring((site / "sitemap.xml").read_text("utf-8")):
        address = url.findtext(f"{SITEMAP}loc")
        assert address
        assert address not in found
        links = url.findall(f"{XHTML}link")
        assert all(link.attrib["rel"] == "alternate" for link in links)
        found[address] = (
            url.findtext(f"{SITEMAP}lastmod"),
            {link.attrib["hreflang"]: link.attrib["href"] for link in links},
        )
    return found


def disagreements(heads: dict[str, Head], listed: dict[str, tuple[str | None, dict[str, str]]]) -> list[str]:
    """Return in sentences where heads, sitemap and pages that there are don't agree (Google: Localized versions)."""
    said = []
    for address, head in heads.items():
        if head.noindex:
            if head.canonical or head.alternates or head.properties or head.data or address in listed:
                said.append(f"{address} is not to be listed, and says where it is.")
            continue
        if len(head.canonical) != 1 or head.canonical[0] not in heads or heads[head.canonical[0]].noindex:
            said.append(f"{address} has no address of its own that is there.")
            continue
        own = head.canonical[0] == address
        if own != (address in listed):
            said.append(f"{address} is in the sitemap and another's copy, or neither.")
        if head.alternates and (not own or address not in head.alternates.values()):
            said.append(f"{address} has alternates and is not among them.")
        if own and address in listed and listed[address][1] != head.alternates:
            said.append(f"{address} has other alternates in the sitemap.")
        for there in head.alternates.values():
            if there not in heads or heads[there].alternates != head.alternates:
                said.append(f"{address} has an alternate that does not answer: {there}")
    return said + [f"{address} is in the sitemap and not there." for address in listed if address not in heads]
