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
    return _last_commit(root) or datetime.now(UTC).replace(microsecond=0)


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
    return moment(stated) if len(stated) <= 11 else None


def moment(seconds: str) -> datetime | None:
    """Return the time that is so many seconds after 1970 began, in UTC; nothing where no calendar has such a day."""
    if not re.fullmatch(r"[0-9]{1,20}", seconds):
        return None
    try:
        return datetime.fromtimestamp(int(seconds), UTC)
    except (OverflowError, OSError, ValueError):
        return None


def _last_commit(root: Path) -> datetime | None:
    try:
        answer = subprocess.run(
            ["git", "-C", str(root), "log", "-1", "--encoding=UTF-8", "--format=%ct"],
            capture_output=True,
            timeout=10,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    # A repository may be set to show who signed a commit: that stands on lines before the time.
    return moment(answer.stdout.decode("utf-8", "replace").strip().split("\n")[-1])
