"""The Nu HTML checker (vnu) over whole folders of pages, in one process of Java."""

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

JAR = Path(__file__).parents[1] / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
# It reads files without an address, so that it takes 'self' in a policy for another place than the page's own.
# tests/browser/test_policy.py holds in a real browser that no page meets its own policy.
NOT_SO = "Resource violates Content Security Policy"
# The same for data in a script element (type application/json), which never runs.
DATA = "Inline script violates Content Security Policy"


@dataclass(frozen=True, slots=True)
class Checked:
    """What the checker said: faults that have to be mended, and remarks that a person may look at."""

    faults: tuple[str, ...]
    remarks: tuple[str, ...]


def java() -> str:
    """Return the program that runs Java: what FINGERPOST_JAVA names, or what is on the path.

    Raises RuntimeError, in a sentence, where there is none.
    """
    found = shutil.which(os.environ.get("FINGERPOST_JAVA") or "java")
    if not found:
        raise RuntimeError("The HTML checker needs Java: install one, or name it in FINGERPOST_JAVA.")
    return found


def check_html(places: Sequence[Path]) -> Checked:
    """Check files, and every page under folders, as HTML; raise RuntimeError where the checker could not run."""
    command = [java(), "-jar", str(JAR), "--format", "json", "--stdout", "--exit-zero-always", "--skip-non-html"]
    done = subprocess.run([*command, *map(str, places)], capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise RuntimeError(f"The HTML checker ended with {done.returncode}: {done.stderr[-500:] or done.stdout[-500:]}")
    faults: list[str] = []
    remarks: list[str] = []
    for one in json.loads(done.stdout)["messages"]:
        if one["message"].startswith((NOT_SO, DATA)):
            continue
        place = f"{one.get('url', '').removeprefix('file:')}:{one.get('lastLine', '?')}"
        (faults if one["type"] in ("error", "non-document-error") else remarks).append(f"{place}: {one['message']}")
    return Checked(tuple(faults), tuple(remarks))
