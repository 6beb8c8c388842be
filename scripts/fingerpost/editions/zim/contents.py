"""What goes into an archive: which files of the rendered site, and where a link leads that leaves them."""

import json
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html import escape, unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

from fingerpost.library import Site
from fingerpost.problems import FingerpostProblem

# The kinds of file of a site, so that what an archive says does not depend on the computer it is made on.
TYPES: Mapping[str, str] = {
    ".avif": "image/avif",
    ".css": "text/css",
    ".csv": "text/csv",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".epub": "application/epub+zip",
    ".gif": "image/gif",
    ".html": "text/html",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".ogg": "audio/ogg",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".srt": "application/x-subrip",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".vtt": "text/vtt",
    ".webm": "video/webm",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
SPOKEN = ("text/css", "text/javascript")  # these lead to other files from where they stand
LINK = re.compile(r'(?P<before><(?:a|img)\b[^<>]*?\s(?:href|src)=")(?P<there>[^"]*)(?P<after>")')
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)">')
OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#|$", re.IGNORECASE)
READ = "data-pagefind-body"  # what the site's own search finds, the archive's finds too
UNREAD = "data-pagefind-ignore"
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
SETTINGS = re.compile(r'(<script id="search-settings" type="application/json">)(.*?)(</script>)', re.DOTALL)
ALSO = re.compile(r'<label><input type="checkbox" name="also".*?</label>', re.DOTALL)
# A script or a tag, or else what stands between them.
PIECE = re.compile(r"(<script\b.*?</script>|<[^<>]*>)|[^<]+", re.DOTALL)
LIKE_A_LINK = re.compile(r"\b(href|src)=")
VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "col", "wbr"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of an archive: its path, its kind, its bytes, and of a page its title and the words to be searched.

    `words` is empty for what is not to be found, such as lists of other pages. What is the same file as another has
    that one's path as `same`, and no bytes.
    """

    path: str
    kind: str
    content: bytes
    title: str = ""
    words: str = ""
    same: str = ""


def entries_of(folder: Path, site: Site, languages: tuple[str, ...], online: Callable[[str], str]) -> Iterator[Entry]:
    """Yield the files below `folder` that an archive in some languages holds, sorted by path.

    `online` gives the address on the web of a file of another language that is no page, perhaps an empty one. A link
    that leaves the archive leads to the web; where the web does not show it, to the page that says so.
    """
    paths = sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())
    inside = {path for path in paths if language_of(site, path) in (*languages, "")}
    known: dict[bytes, str] = {}
    for path in sorted(inside):
        content = (folder / path).read_bytes()
        kind = TYPES.get(f".{path.rpartition('.')[2].lower()}")
        if kind is None:
            raise FingerpostProblem(f"The ZIM file was not made: {path} is of a kind that Kiwix does not know.")
        if kind != "text/html":
            first = known.setdefault(content, path) if kind not in SPOKEN else path
            yield Entry(path, kind, content) if first == path else Entry(path, kind, b"", same=first)
            continue
        html = content.decode("utf-8")
        if len(languages) < len(site.codes):
            html = _alone(_led_out(html, path, folder, site, inside, online))
        html = _as_words(html)
        found = TITLE.search(html)
        title = unescape(found[1]).rpartition(" · ")[0] or unescape(found[1]) if found else ""
        yield Entry(path, kind, html.encode(), title, words_of(html))


def language_of(site: Site, path: str) -> str:
    """Return the language that a file of the site belongs to; empty where it is for every language.

    Pages of the first language stand at the top, those of another in its folder; PDFs and the search index have a
    folder for each.
    """
    first, *rest = path.split("/")
    if first in ("print", "search-index"):
        named = re.match(r"[A-Za-z-]+", rest[0])
        return named[0] if named and named[0] in site.codes else ""
    if first == "assets" or path == "measures.html":
        return ""
    return first if first in site.codes[1:] and rest else site.codes[0]


def _led_out(html: str, page: str, folder: Path, site: Site, inside: set[str], online: Callable[[str], str]) -> str:
    """Return a page in which links to what is not in the archive lead to the web, or to the page that says so."""

    def led(link: re.Match[str]) -> str:
        written = unescape(link["there"])
        if OUTSIDE.match(written):
            return link[0]
        path = unquote(re.split("[?#]", written, maxsplit=1)[0])
        there = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
        if there in inside:
            return link[0]
        return f"{link['before']}{escape(_elsewhere(there, page, folder, site, online))}{link['after']}"

    return LINK.sub(led, html)


def _elsewhere(there: str, page: str, folder: Path, site: Site, online: Callable[[str], str]) -> str:
    file = folder / there
    address = online(there)
    if there.endswith(".html") and file.is_file():
        found = CANONICAL.search(file.read_text("utf-8"))
        address = unescape(found[1]) if found else ""
    own = site.prefix(language_of(site, page))
    return address or posixpath.relpath(f"{own}not-here.html", posixpath.dirname(page) or ".")


def _alone(html: str) -> str:
    """Return the search page without the offer to search other languages, which are not in the archive."""
    settings = SETTINGS.search(html)
    if not settings:
        return html
    said = json.dumps({**json.loads(settings[2]), "languages": []}).replace("<", "\\u003c")
    return ALSO.sub("", SETTINGS.sub(lambda found: f"{found[1]}{said}{found[3]}", html))


def _as_words(html: str) -> str:
    """Return a page in which what reads like an attribute in its words is written so that nothing takes it for one.

    Zimcheck finds links by their signs wherever they stand, and pages that explain HTML have such words.
    """
    return PIECE.sub(lambda found: found[0] if found[1] else LIKE_A_LINK.sub(r"\1&#61;", found[0]), html)


def words_of(html: str) -> str:
    """Return the words of a page that its site's own search finds; empty where it finds none."""
    if READ not in html:
        return ""
    reader = _Reader()
    reader.feed(html)
    return " ".join(" ".join(reader.words).split())


class _Reader(HTMLParser):
    """Hears the words within what is marked to be found, and passes over what is marked in it to be left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.open: list[bool] = [False]  # of each element that is open, whether its words are heard

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = {name for name, _ in attrs}
        heard = (self.open[-1] or READ in names) and UNREAD not in names and tag not in ("script", "style")
        if tag not in VOID:
            self.open.append(heard)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and len(self.open) > 1:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.open[-1]:
            self.words.append(data)
