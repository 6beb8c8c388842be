"""Collections for the tests of checks: the good one, overlays that break it, and examples from docstrings."""

import re
import shutil
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from fingerpost.checks import Report, run_checks
from fingerpost.checks.reference import EXAMPLE, docstring
from fingerpost.checks.registry import CHECKS, Check
from fingerpost.library import Language, Library, Site, read_library
from PIL import Image

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
BASE = FIXTURES / "base"
BAD = FIXTURES / "bad"
GUIDE = "docs/guides/example/index.en.md"
MADE = datetime(2026, 11, 21, tzinfo=UTC)
SITE = Site(
    "https://example.org/",
    (Language("en", "English", "Example"), Language("cy", "Cymraeg", "Enghraifft")),
)

# Files in an overlay that say what a folder of files can't, or what not every Git checkout can carry.
WITHOUT = "without.txt"  # paths to take away
EMPTY = "empty-files.txt"  # paths of files to make, with nothing in them but how such a file begins
SIZES = "sizes.txt"  # paths of files to make, each with a size: docs/guides/example/film.mp4 60 MB

ALSO = "also.txt"  # ids that are tripped as well, because one thing can't be had without the other


def _drawn(form: str) -> bytes:
    stream = BytesIO()
    Image.new("L", (1, 1)).save(stream, form)
    return stream.getvalue()


# The smallest whole file of a sort, which stays whole when nothing but NULs follows.
BEGINNINGS = {
    "gif": _drawn("GIF"),
    "jpg": _drawn("JPEG"),
    "mp3": b"\xff\xfb\x90\0" + bytes(413),
    "mp4": b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom\0\0\0\0free",
    "pdf": b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
    b"trailer<</Root 1 0 R/Size 5>>\nstartxref\n0\n%%EOF\n",
    "png": _drawn("PNG"),
    "txt": b"Words.\n",
}


def read(root: Path) -> Library:
    """Read a collection as it stood on the day of the tests."""
    return read_library(root, SITE, MADE)


def check(root: Path) -> Report:
    """Read a collection and run every check."""
    return run_checks(read(root))


def ids(report: Report) -> set[str]:
    """Return the ids of what was found."""
    return {problem.id for problem in report.problems}


def base(root: Path) -> Path:
    """Put the good collection into `root` and give `root` back."""
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    return root


def overlaid(root: Path, overlay: Path) -> Path:
    """Put the good collection into `root`, and an overlay over it."""
    base(root)
    for path in _listed(overlay / WITHOUT):
        take_away(root / path)
    for folder in ("docs", "overrides"):
        if (overlay / folder).is_dir():
            shutil.copytree(overlay / folder, root / folder, dirs_exist_ok=True)
    for path in _listed(overlay / EMPTY):
        write(root, path, beginning(path))
    for line in _listed(overlay / SIZES):
        path, _, size = line.partition(" ")
        make_large(root, path, size)
    return root


def _listed(file: Path) -> list[str]:
    return file.read_text("utf-8").split("\n")[:-1] if file.exists() else []


def take_away(path: Path) -> None:
    """Remove a file or a folder."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()


def write(root: Path, path: str, content: str | bytes) -> None:
    """Write one file below `root`."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)


def expected(overlay: Path) -> set[str]:
    """Return the ids that an overlay trips: the one in its name, and those that come with it."""
    return {overlay.name[:5], *_listed(overlay / ALSO)}


def beginning(path: str) -> bytes:
    """Return how a file with this ending begins; nothing where that is not known."""
    return BEGINNINGS.get(path.rsplit(".", 1)[-1].lower(), b"")


def make_large(root: Path, path: str, size: str) -> None:
    """Write a file of a size such as ``60 MB`` or ``600 KB``, with a hole in it, or a picture of ``600 pixels``."""
    number, unit = size.split()
    write(root, path, beginning(path))
    if unit == "pixels":
        Image.new("1", (int(number), 20)).save(root / path)
        return
    with (root / path).open("r+b") as stream:
        stream.truncate(int(number) * {"KB": 1_000, "MB": 1_000_000}[unit])


def with_body(body: str) -> str:
    """Return the good guide with another body."""
    front, _ = _split(GUIDE)
    return f"---\n{front}---\n\n{body}"


def with_front_matter(lines: str) -> str:
    """Return the good guide with top-level keys replaced or added: those that `lines` begin with."""
    front, body = _split(GUIDE)
    replaced = set(re.findall(r"^(\w+):", lines, re.MULTILINE))
    kept = [line for line in front.splitlines() if line.split(":")[0] not in replaced]
    return "---\n" + "\n".join([*kept, lines.rstrip("\n")]) + f"\n---\n{body}"


def _split(path: str) -> tuple[str, str]:
    _, front, body = (BASE / path).read_text("utf-8").split("---\n", 2)
    return front, body


@dataclass(frozen=True)
class Example:
    """One example in a check's docstring: how it is applied to the good collection, and its content."""

    id: str
    word: str
    how: str
    path: str
    content: str

    def __str__(self) -> str:
        return f"{self.id}-{self.word}-{self.how.split(' ')[0]}"

    def apply(self, root: Path) -> None:
        """Change the good collection in `root` as the example says."""
        match self.how.split(" ")[0]:
            case "front":
                write(root, GUIDE, with_front_matter(self.content))
            case "body":
                write(root, GUIDE, with_body(self.content))
            case "file":
                write(root, self.path, self.content)
            case "bytes":
                write(root, self.path, self.content.encode().decode("unicode_escape").encode("latin-1"))
            case "size":
                make_large(root, self.path, self.content)
            case "without":
                take_away(root / self.path)


def examples_of(check: Check) -> Iterator[Example]:
    """Yield the examples in a check's docstring, in order."""
    lines = docstring(check).split("\n")
    for number, line in enumerate(lines):
        found = EXAMPLE.fullmatch(line)
        if found:
            content = textwrap.dedent("\n".join(_indented(lines[number + 1 :]))).strip("\n") + "\n"
            yield Example(check.ID, found["word"], found["how"], found["path"] or "", content)


def _indented(lines: list[str]) -> Iterator[str]:
    for line in lines:
        if line.strip() and not line.startswith("    "):
            return
        yield line


def overlays() -> list[Path]:
    """Return the folders of tests/fixtures/bad."""
    return sorted(BAD.iterdir())


EXAMPLES = [example for check in CHECKS for example in examples_of(check)]
