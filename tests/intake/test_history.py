"""What changed in an original since it was translated is found in its Git history, and told in words."""

import os
import subprocess
from pathlib import Path

import pytest
from fingerpost.intake import stamp_translation, what_changed
from fingerpost.intake.history import Words, differences
from fingerpost.problems import FingerpostProblem

from tests.helpers import answer, fingerpost, guide, page, read, toolkit, welsh, write

EN, CY = "docs/guides/one/index.en.md", "docs/guides/one/index.cy.md"
FIRST = guide("Water them once. Talk to them.\n\n## Light\n\nPut them outside.\n", title="Plants")
SECOND = guide(
    "Water them twice. Talk to them.\n\n## Light\n\nPut them outside.\n\nBring them in.\n", title="All plants"
)


def git(root: Path, *asked: str) -> None:
    """Run Git without anybody's own settings."""
    quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    who = ["-c", "user.name=Example", "-c", "user.email=example@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(root), *who, *asked], check=True, capture_output=True, env={**os.environ, **quiet})


def commit(root: Path, files: dict[str, str]) -> None:
    """Write files and commit everything."""
    write(root, files)
    if not (root / ".git").exists() and not (root.parent / ".git").exists():
        git(root, "init", "--initial-branch=main")
    git(root, "add", "-A")
    git(root, "commit", "-m", "A change", "--date=2026-11-01T12:00:00")


def told(root: Path, wanted: str = "guides/one") -> str:
    return "\n\n".join(what_changed(read(root), wanted, "cy"))


def test_what_was_said_then_and_what_is_said_now_stand_one_below_the_other(tmp_path: Path) -> None:
    commit(tmp_path, {EN: FIRST, CY: welsh(FIRST)})
    commit(tmp_path, {EN: SECOND})
    line = SECOND.split("\n").index("Put them outside.") + 1
    assert told(tmp_path).split("\n")[3:] == [
        "",
        "From line 1:",
        "- Title: Plants",
        "+ Title: All plants",
        "  Summary: A summary.",
        "- Water them once.",
        "+ Water them twice.",
        "  Talk to them.",
        "",
        f"From line {line}:",
        "  Put them outside.",
        "+ Bring them in.",
    ]


def test_it_is_found_among_many_versions_and_before_a_move(tmp_path: Path) -> None:
    old, older = "docs/guides/once/index.en.md", guide("Older words, and enough of them to be known again.\n")
    commit(tmp_path, {old: older})
    commit(tmp_path, {old: older.replace("Older", "Old")})
    (tmp_path / "docs/guides/one").mkdir()
    git(tmp_path, "mv", old, EN)
    commit(tmp_path, {CY: welsh(older)})
    commit(tmp_path, {EN: older.replace("Older", "New")})
    said = told(tmp_path)
    assert "- Older words, and enough of them to be known again." in said
    assert "+ New words, and enough of them to be known again." in said


def test_it_is_found_where_the_collection_is_a_folder_of_a_larger_repository(tmp_path: Path) -> None:
    root = tmp_path / "collection"
    root.mkdir()
    git(tmp_path, "init", "--initial-branch=main")
    commit(root, {EN: FIRST, CY: welsh(FIRST)})
    commit(root, {EN: SECOND})
    assert "- Water them once." in told(root)


@pytest.mark.parametrize(
    "setting", ["i18n.logOutputEncoding=UTF-16", "diff.relative=true", "log.showSignature=true", "core.quotePath=true"]
)
@pytest.mark.parametrize("folder", ["", "collection"])
def test_nobody_s_settings_of_git_make_a_difference(setting: str, folder: str, tmp_path: Path) -> None:
    root = tmp_path / folder
    root.mkdir(exist_ok=True)
    git(tmp_path, "init", "--initial-branch=main")
    commit(root, {EN: FIRST, CY: welsh(FIRST)})
    commit(root, {EN: SECOND})
    git(tmp_path, "config", *setting.split("="))
    assert "- Water them once." in told(root)


def test_a_day_that_no_calendar_has_is_not_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_COMMITTER_DATE", "@253402300800 +0000")
    commit(tmp_path, {EN: FIRST, CY: welsh(FIRST)})
    commit(tmp_path, {EN: SECOND})
    said = told(tmp_path)
    assert "- as it was then\n" in said
    assert "- Water them once." in said


def test_line_ends_and_a_byte_order_mark_make_no_difference(tmp_path: Path) -> None:
    commit(tmp_path, {EN: "\ufeff" + FIRST.replace("\n", "\r\n"), CY: welsh(FIRST)})
    commit(tmp_path, {EN: SECOND})
    assert "- Water them once." in told(tmp_path)


def test_what_was_decided_in_a_merge_is_found(tmp_path: Path) -> None:
    commit(tmp_path, {EN: guide("One.\n")})
    git(tmp_path, "checkout", "-b", "other")
    commit(tmp_path, {EN: guide("Two.\n")})
    git(tmp_path, "checkout", "main")
    commit(tmp_path, {EN: guide("Three.\n")})
    git(tmp_path, "merge", "--no-commit", "-s", "ours", "other")
    merged = guide("Both.\n")
    commit(tmp_path, {EN: merged, CY: welsh(merged)})
    commit(tmp_path, {EN: guide("Now.\n")})
    assert "- Both." in told(tmp_path)


def test_every_stale_piece_is_told_of_and_no_other(tmp_path: Path) -> None:
    part, easy, kit = (
        page({"title": "A", "part": "activity"}, "Words.\n"),
        page({"title": "E"}, "Short.\n"),
        toolkit(["activity-a"]),
    )
    question, yes = guide(title="Q?"), answer("Yes.\n")
    at, q = "docs/toolkits/kit", "docs/questions/q"
    files = {
        f"{at}/index.en.md": kit,
        f"{at}/index.cy.md": welsh(kit),
        f"{at}/activity-a.en.md": part,
        f"{at}/activity-a.cy.md": welsh(part),
        f"{at}/easy.en.md": easy,
        f"{at}/easy.cy.md": welsh(easy),
        f"{q}/index.en.md": question,
        f"{q}/index.cy.md": welsh(question),
        f"{q}/answer-1.en.md": yes,
        f"{q}/answer-1.cy.md": welsh(yes),
    }
    commit(tmp_path, files)
    commit(
        tmp_path,
        {
            f"{at}/activity-a.en.md": part.replace("Words.", "Other words."),
            f"{at}/easy.en.md": easy.replace("Short.", "Shorter."),
            f"{q}/answer-1.en.md": yes.replace("Yes.", "No."),
        },
    )
    kit_said, question_said = told(tmp_path, "toolkits/kit"), told(tmp_path, "questions/q")
    assert [line for line in kit_said.split("\n") if line.startswith(("- W", "+ O", "- S", "+ S"))] == [
        "- Words.",
        "+ Other words.",
        "- Short.",
        "+ Shorter.",
    ]
    assert f"{at}/index.en.md" not in kit_said
    assert "- Yes.\n+ No." in question_said
    assert told(tmp_path, "toolkits/kit/easy").count("as it is now") == 1


def test_where_nothing_changed_it_says_so(tmp_path: Path) -> None:
    commit(tmp_path, {EN: FIRST, CY: welsh(FIRST)})
    assert told(tmp_path) == "Nothing has changed in the original since the translation was made."


def test_where_only_empty_lines_changed_it_says_so(tmp_path: Path) -> None:
    commit(tmp_path, {EN: FIRST, CY: welsh(FIRST)})
    commit(tmp_path, {EN: FIRST.replace("\n\n## Light", "\n\n\n## Light")})
    assert "only spaces or empty lines have changed" in told(tmp_path)


def test_without_git_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {EN: SECOND, CY: welsh(FIRST)})
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert told(tmp_path) == f"{CY}: There is no Git history here, so what changed can't be shown."
    monkeypatch.setenv("PATH", str(tmp_path))
    assert told(tmp_path) == f"{CY}: Git is not on this computer, so what changed can't be shown."


def test_a_version_that_was_never_committed_is_said_to_be_missing(tmp_path: Path) -> None:
    commit(tmp_path, {EN: SECOND, CY: welsh(FIRST)})
    assert told(tmp_path).startswith(f"{CY}: the {EN} that it was made from was never committed to Git")


def test_what_is_not_there_is_answered_with_a_sentence(tmp_path: Path) -> None:
    commit(tmp_path, {EN: SECOND, CY: welsh(FIRST)})
    with pytest.raises(FingerpostProblem, match=r"There is no resource 'guides/two'\."):
        told(tmp_path, "guides/two")
    with pytest.raises(FingerpostProblem, match="has no translation into 'fr'"):
        list(what_changed(read(tmp_path), "guides/one", "fr"))


def test_nothing_reaches_the_terminal_that_it_could_act_on() -> None:
    before, after = Words("One", "", "Plain."), Words("T\x1b[31mwo", "", "\x1b]0;title\x07Red.")
    said = "\n".join(differences(before, after, first_line=3))
    assert "\x1b" not in said
    assert "\x07" not in said


def test_after_stamping_nothing_is_left_to_show(tmp_path: Path) -> None:
    commit(tmp_path, {EN: FIRST, CY: welsh(FIRST)})
    commit(tmp_path, {EN: SECOND})
    stamp_translation(read(tmp_path), "guides/one", "cy")
    assert told(tmp_path).startswith("Nothing has changed")


def test_the_command_line_shows_the_changes_and_stamps_nothing(tmp_path: Path) -> None:
    commit(tmp_path, {EN: FIRST, CY: welsh(FIRST)})
    commit(tmp_path, {EN: SECOND})
    before = (tmp_path / CY).read_bytes()
    given = ("translated", "guides/one", "--language", "cy", "--root", str(tmp_path))
    shown = fingerpost(*given, "--changes")
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "- Water them once.\n+ Water them twice." in shown.stdout
    assert (tmp_path / CY).read_bytes() == before
    assert "a draft again until a second person reads it" in fingerpost(*given).stdout
    assert "Nothing to stamp" in fingerpost(*given, "--minor").stdout
