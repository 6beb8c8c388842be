"""Two programs that advise on the accessibility of PDFs: what they find, and why some of it may stand.

pdfua (MIT) tries 16 of the rules of PDF/UA-1; outloud (Apache-2.0) tries more of them, and what a screen reader would
say. Neither says that a PDF conforms, and nor do we. Each runs as a program of its own.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from fingerpost.stage import BY_NAME

FOLDED = tuple(name for name, variant in BY_NAME.items() if variant.folded)
TAGGED = tuple(name for name, variant in BY_NAME.items() if not variant.folded)


@dataclass(frozen=True, slots=True)
class Finding:
    """What an adviser found: in which file, by which of its rules, how it says it, and on what it rests."""

    file: Path
    adviser: str
    rule: str
    said: str
    evidence: str = ""

    def __str__(self) -> str:
        return f"{self.file.name}: {self.adviser} {self.rule}: {self.said} {self.evidence}".strip()


@dataclass(frozen=True, slots=True)
class Explained:
    """A finding that may stand: of which adviser and rule, in which variants, only where `about` is in it, and why."""

    adviser: str
    rule: str
    variants: tuple[str, ...]
    why: str
    about: str = ""

    def explains(self, finding: Finding) -> bool:
        """Whether a finding is this one."""
        variant = finding.file.name.split(".")[-2]
        same = (finding.adviser, finding.rule) == (self.adviser, self.rule) and variant in self.variants
        return same and bool(re.search(self.about, f"{finding.said} {finding.evidence}"))


FOR_PAPER = (
    "Imposing a booklet loses the tags: it is for paper, and its page says so beside the A4 PDF, which has them."
)
EXPLAINED = (
    *(Explained("outloud", rule, FOLDED, FOR_PAPER) for rule in ("DOC-001", "DOC-002", "DOC-012", "NAV-001")),
    *(Explained("pdfua", rule, FOLDED, FOR_PAPER) for rule in ("UA-01-002", "UA-01-005", "UA-28-004")),
    Explained(
        "pdfua",
        "UA-14-001",
        TAGGED,
        "Not a finding: this rule, for headings without words, stops by itself with pikepdf 10. Ours looks for those.",
        about="pikepdf.Object is not a Dictionary or Stream",
    ),
    Explained(
        "outloud",
        "LNK-010",
        (*TAGGED, *FOLDED),
        "Addresses are printed for those who have paper alone. On a screen the words that they belong to are the link; "
        "a second link to the same place would only be one more stop for the Tab key.",
    ),
    Explained(
        "outloud",
        "ORD-001",
        TAGGED,
        "WeasyPrint paints boxes, list markers and what floats in the order of CSS 2.1, appendix E. What is read aloud "
        "follows the tags, and those follow the source (test_tags_are_read_in_the_order_of_the_source).",
    ),
    Explained(
        "outloud",
        "PAG-001",
        ("handouts",),
        "The name above each sheet is of that sheet: it is handed out without the others. Page numbers are artifacts.",
        about="^1 running header",
    ),
    Explained(
        "outloud",
        "TAG-002",
        TAGGED,
        "The line at the foot of each page, which outloud takes for a sentence where a title has a comma in it.",
        about=r"· (Page|Tudalen) \d+",
    ),
)


def unexplained(findings: Iterable[Finding]) -> list[str]:
    """Return what advisers found and no explanation fits."""
    return [str(one) for one in findings if not any(reason.explains(one) for reason in EXPLAINED)]


def asked(files: Sequence[Path], folder: Path) -> list[Finding]:
    """Return what both advisers find in these PDFs; `folder` takes what they write."""
    return [*_pdfua(files), *_outloud(files, folder)]


def _pdfua(files: Sequence[Path]) -> Iterator[Finding]:
    done = _run("pdfua", "check", "--format", "json", *files)
    reader, rest = json.JSONDecoder(), done.stdout.strip()
    while rest:  # one report after the other
        report, end = reader.raw_decode(rest)
        rest = rest[end:].lstrip()
        for one in report["findings"]:
            yield Finding(Path(report["file"]), "pdfua", one["rule_id"], one["message"])
        for one in report["skipped"]:
            yield Finding(Path(report["file"]), "pdfua", one["rule_id"], one["reason"])


def _outloud(files: Sequence[Path], folder: Path) -> Iterator[Finding]:
    report = folder / "outloud.json"
    _run("outloud", "--quiet", "--fail-on", "never", "--json", report, *files)
    for result in json.loads(report.read_text("utf-8"))["results"]:
        if result["error"]:
            yield Finding(Path(result["path"]), "outloud", "unread", result["error"])
        for one in result["findings"]:
            yield Finding(Path(result["path"]), "outloud", one["rule"], one["message"], one.get("evidence") or "")


def _run(program: str, *words: str | Path) -> subprocess.CompletedProcess[str]:
    where = Path(sys.executable).with_name(program + Path(sys.executable).suffix)
    return subprocess.run([where, *words], capture_output=True, text=True, check=False, encoding="utf-8")
