"""A build that is stopped at any moment leaves a whole site: the one that was there, or the new one."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.helpers import VOCABULARIES, everything, guide, page, surroundings, toolkit, welsh, write

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL and process groups are POSIX's")

KIT = toolkit(["activity-a"])
FILES: dict[str, str | bytes] = {
    **VOCABULARIES,
    "docs/guides/one/index.en.md": guide("The old words.\n"),
    "docs/guides/old/index.en.md": guide("Only in the old site.\n"),
    "docs/toolkits/kit/index.en.md": KIT,
    "docs/toolkits/kit/index.cy.md": welsh(KIT),
    "docs/toolkits/kit/activity-a.en.md": page({"title": "A", "part": "activity"}, "Do this.\n"),
}
KILLS = 8


def build(root: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "fingerpost", "build", "--edition", "web", "--root", str(root)]
    return subprocess.Popen(
        command,
        env=surroundings(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def built(root: Path) -> tuple[dict[str, bytes], float]:
    """Build to the end; returns the site and how long it took."""
    began = time.monotonic()
    process = build(root)
    said, _ = process.communicate()
    assert process.returncode == 0, said
    return dict(everything(root / "site")), time.monotonic() - began


def change(root: Path) -> None:
    """What the people who write did after the last good build."""
    write(
        root, {"docs/guides/one/index.en.md": guide("The new words.\n"), "docs/guides/new/index.en.md": guide("New.\n")}
    )
    shutil.rmtree(root / "docs/guides/old", ignore_errors=True)


def test_killed_at_any_moment_the_site_is_whole(tmp_path: Path) -> None:
    old, _ = built(write(tmp_path / "measured", FILES))
    root = shutil.copytree(tmp_path / "measured", tmp_path / "root")
    change(root)
    change(tmp_path / "measured")
    new, _ = built(tmp_path / "measured")
    again, usual = built(tmp_path / "measured")  # as long as it takes once PDFs are drawn: those of the killed are kept
    assert again == new
    assert old != new
    assert "guides/old/index.html" in old
    assert "guides/new/index.html" in new

    killed = 0
    for number in range(KILLS):
        process = build(root)
        time.sleep(usual * (number + 1) / (KILLS + 1))
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        killed += process.returncode == -signal.SIGKILL
        stands = dict(everything(root / "site"))
        assert stands in (old, new), f"after kill {number + 1}: {sorted(stands.keys() ^ old.keys())}"
        if stands == new:
            write(root / "put-back", old)
            shutil.rmtree(root / "site")
            (root / "put-back").rename(root / "site")
    assert killed >= KILLS // 2
    assert built(root)[0] == new
    assert not list(root.glob(".site*"))


def test_stopped_with_control_c_it_says_that_all_is_as_it_was(tmp_path: Path) -> None:
    root = write(tmp_path, FILES)
    old, _ = built(root)
    change(root)
    process = build(root)
    while not (root / "build/web/docs/cy/guides/new").exists() and process.poll() is None:
        time.sleep(0.01)  # the pages are staged, and are about to be rendered
    os.killpg(process.pid, signal.SIGINT)
    said, _ = process.communicate()
    assert process.returncode == 130
    assert dict(everything(root / "site")) == old
    assert "Traceback" not in said
    assert "What was there before is still there." in said
