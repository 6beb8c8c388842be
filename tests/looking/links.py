"""Links inside a folder of pages, and the headings that they name."""

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


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
