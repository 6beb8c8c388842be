"""The audit of a small site: it tells every fault with its page, ends with 1, and says what it did not look at."""

import subprocess
import sys
from pathlib import Path

from tests.audit.__main__ import summary
from tests.audit.looks import Fault, Part
from tests.conftest import CHECKOUT

HEAD = (
    "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'>"
    "<title>A</title><link rel=icon href=data:,>"
    "<style>:focus-visible { outline: 3px solid } button { min-height: 44px; min-width: 44px }</style>"
)
GOOD = f"{HEAD}<main><h1>A</h1><p>Words</p><button type=button>Press</button></main>"
BAD = f"{HEAD}<main><h1 id=a>A</h1><p id=a style='color: #bbb'>Some words</p><a href=gone.html>on</a><img src=x></main>"


def audit(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the audit of a project as bootstrap does."""
    command = [sys.executable, "-m", "tests.audit", "--root", str(root), *words]
    return subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False)


def site(root: Path, html: str) -> Path:
    """Lay out a project whose site is one page."""
    (root / "site").mkdir()
    (root / "site" / "index.html").write_text(html, "utf-8")
    return root


def test_a_sound_site_is_passed(tmp_path: Path) -> None:
    done = audit(site(tmp_path, GOOD), "--part", "html,links,pages", "--processes", "1")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "== No faults in all" in done.stdout
    assert "screen readers" in done.stdout.split("== Not looked at:")[1]


def test_each_fault_is_told_with_its_page(tmp_path: Path) -> None:
    done = audit(site(tmp_path, BAD), "--part", "html,links,pages", "--processes", "1")
    assert done.returncode == 1, done.stderr
    for said in (
        "Duplicate ID",
        "leads nowhere: gone.html",
        "320 px, dark, folds open: color-contrast: p",
        "1280 px, light, folds closed: image-alt: img",
        "      index.html",
    ):
        assert said in done.stdout, done.stdout
    assert "Traceback" not in done.stderr


def test_what_cannot_be_looked_at_is_told(tmp_path: Path) -> None:
    done = audit(tmp_path)
    assert done.returncode == 2
    assert "holds no site/index.html: build it first" in done.stderr
    assert "there is no part colour: choose of html, links" in audit(tmp_path, "--part", "colour").stderr


def test_the_summary_counts_and_puts_alike_together() -> None:
    faults = tuple(Fault(f"{number}.html", "is wrong") for number in range(25))
    told = summary([Part("Pages", "25 pages", faults), Part("Links", "no links", ())])
    assert "== Pages: 25 pages: 25 faults\n  is wrong\n      0.html\n" in told
    assert "      and 5 more" in told
    assert "== Links: no links: no faults" in told
    assert told.endswith("== 25 faults in all")
