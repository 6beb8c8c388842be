"""The one clock: every date that reaches an output comes from here."""

import os
import re
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path


def edition_time(root: Path) -> datetime:
    """Return the moment this edition counts as made, in UTC, to the second.

    `SOURCE_DATE_EPOCH` (reproducible-builds.org) if it is set, else the time of the last commit in
    `root`, else now. The same input then gives the same bytes.
    """
    stated = _stated()
    if stated:
        return stated
    committed = _last_commit(root)
    return datetime.fromtimestamp(committed, UTC) if committed else datetime.now(UTC).replace(microsecond=0)


def edition_date(root: Path) -> date:
    """Return the day of `edition_time`."""
    return edition_time(root).date()


def gate_date(root: Path) -> date:
    """Return the day that consent and reviews are measured by.

    A fixed `SOURCE_DATE_EPOCH` fixes it. Otherwise it is never earlier than today: consent runs out on its
    day, also where nobody has committed anything since.
    """
    made = edition_date(root)
    return made if _stated() else max(made, datetime.now(UTC).date())


def _stated() -> datetime | None:
    stated = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(stated), UTC) if re.fullmatch(r"[0-9]{1,11}", stated) else None


def _last_commit(root: Path) -> int | None:
    try:
        answer = subprocess.run(
            ["git", "-C", str(root), "log", "-1", "--format=%ct"],
            capture_output=True,
            text=True,
            timeout=10,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return int(answer.stdout) if answer.stdout.strip().isdigit() else None
