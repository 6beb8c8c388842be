"""A pull request from a stranger is tested without secrets, without a right to write, by actions that cannot change."""

import re
import subprocess
import sysconfig
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import CHECKOUT

FOLDER = CHECKOUT / ".github"
WORKFLOWS = sorted((FOLDER / "workflows").glob("*.y*ml"))
# The hash says what runs, the comment says to a person (and to Dependabot) which version that is.
PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
CALLED = "trigger"  # YAML 1.1 reads the key "on" as yes
BAD = """
name: bad
on: pull_request_target
permissions: write-all
jobs:
  test:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v4
        with:
          ref: ${{ github.event.pull_request.head.sha }}
      - uses: actions/cache@v4
      - run: echo "${{ github.event.pull_request.title }}" "${{ secrets.TOKEN }}"
"""


def complaints(text: str) -> set[str]:
    """Return in a word each what a workflow gives away."""
    workflow: dict[Any, Any] = yaml.safe_load(text)
    workflow[CALLED] = workflow.pop(True)
    jobs = list(workflow["jobs"].values())
    steps = [step for job in jobs for step in job["steps"]]
    used = re.findall(r"uses: *(.+)", text)
    checkouts = [step for step in steps if "actions/checkout" in step.get("uses", "")]
    signs = {
        "pull_request_target": "pull_request_target" in str(workflow[CALLED])
        or "workflow_run" in str(workflow[CALLED]),
        "permissions": workflow.get("permissions") != {},
        "rights": any(set(job.get("permissions", {"": "write"}).values()) - {"read"} for job in jobs),
        "secrets": "secrets." in text or "secrets:" in text,
        "pins": not all(PINNED.fullmatch(one) for one in used),
        "credentials": any(step.get("with", {}).get("persist-credentials") is not False for step in checkouts),
        "cache": "cache" in " ".join(used) or any("cache" in step.get("with", {}) for step in steps),
        "words of others": any("${{" in step.get("run", "") for step in steps),
        "endless": any("timeout-minutes" not in job for job in jobs),
    }
    return {name for name, found in signs.items() if found}


def zizmor(folder: Path) -> subprocess.CompletedProcess[str]:
    """Look at workflows with zizmor, at its strictest, without asking the network."""
    program = Path(sysconfig.get_path("scripts")) / "zizmor"
    command = [str(program), "--offline", "--no-progress", "--no-config", "--persona", "auditor", str(folder)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_a_workflow_gives_nothing_away(file: Path) -> None:
    assert complaints(file.read_text("utf-8")) == set()


def test_a_pull_request_is_tested_as_the_readme_says() -> None:
    assert [file.name for file in WORKFLOWS] == ["check.yml"]
    workflow = yaml.safe_load(WORKFLOWS[0].read_text("utf-8"))
    assert set(workflow[True]) == {"pull_request", "push"}
    assert workflow["jobs"]["test"]["steps"][-1]["run"] == ".ci/run"


def test_zizmor_finds_nothing() -> None:
    done = zizmor(FOLDER)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "check.yml" in done.stderr
    assert "dependabot.yml" in done.stderr


def test_a_bad_workflow_is_found(tmp_path: Path) -> None:
    """The guards trip."""
    signs = {"pull_request_target", "permissions", "rights", "secrets", "pins", "credentials", "cache"}
    assert complaints(BAD) == signs | {"words of others", "endless"}
    (tmp_path / ".github" / "workflows").mkdir(parents=True)
    (tmp_path / ".github" / "workflows" / "bad.yml").write_text(BAD, "utf-8")
    done = zizmor(tmp_path)
    assert done.returncode != 0
    for audit in ("dangerous-triggers", "unpinned-uses", "template-injection", "excessive-permissions"):
        assert audit in done.stdout


def test_actions_are_kept_up_to_date() -> None:
    settings = yaml.safe_load((FOLDER / "dependabot.yml").read_text("utf-8"))
    assert [row["package-ecosystem"] for row in settings["updates"]] == ["github-actions"]
