"""Every link inside the site and on the stick leads somewhere, to the heading it names."""

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.ids: list[str] = []
        self.language = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = found.get("lang", "")
        if "id" in found:
            self.ids.append(found["id"])
        # Canonical addresses and alternates are for the web, not for following here.
        if tag != "link" or found.get("rel") in ("stylesheet", "icon"):
            self.targets += [found[name] for name in ("href", "src") if name in found]


def read_pages(folder: Path) -> dict[Path, _Page]:
    """Parse every page under a folder."""
    found = {}
    for file in folder.rglob("*.html"):
        page = _Page()
        page.feed(file.read_text("utf-8"))
        found[file.resolve()] = page
    return found


def broken_links(folder: Path) -> list[str]:
    """Return each link that leads to no file under `folder`, or to no such heading."""
    pages = read_pages(folder)
    broken = []
    for file, page in pages.items():
        for target in page.targets:
            parts = urlsplit(target)
            if parts.scheme or target.startswith("//"):
                continue
            there = (file.parent / unquote(parts.path)).resolve() if parts.path else file
            lost = not there.is_file() or not there.is_relative_to(folder.resolve())
            if lost or (parts.fragment and there in pages and parts.fragment not in pages[there].ids):
                broken.append(f"{file.relative_to(folder.resolve())}: {target}")
    return broken


@pytest.mark.parametrize("edition", ["site", "dist/usb"])
def test_no_link_is_broken(edition: str, built: Path) -> None:
    folder = built / edition
    lost = folder / "404.html"  # its links start at the top of the address, whatever was asked for
    assert [said for said in broken_links(folder) if not said.startswith(lost.name)] == []


@pytest.mark.parametrize("edition", ["site", "dist/usb"])
def test_no_page_uses_an_id_twice_and_each_says_its_language(edition: str, built: Path) -> None:
    for file, page in read_pages(built / edition).items():
        assert len(page.ids) == len(set(page.ids)), file
        assert page.language in ("en", "cy"), file


def test_the_link_check_is_awake(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text('<html lang="en"><p id="x"><a href="b.html"><a href="#y"><a href="#x">', "utf-8")
    assert [said.split(": ")[1] for said in broken_links(tmp_path)] == ["b.html", "#y"]
