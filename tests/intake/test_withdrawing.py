"""What a withdrawal removes and writes, without building anything: files, ledger, undoing."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from fingerpost.intake.git import ask_git
from fingerpost.intake.ledger_writing import FIRST_WORDS, LEDGER, take_row_out, write_row
from fingerpost.intake.remembered import commits_that_hold, remembered_files
from fingerpost.intake.undoing import RECORD, removals, undo
from fingerpost.intake.withdrawing import Plan, plan_withdrawal, withdraw
from fingerpost.library.ids import id_meant
from fingerpost.library.ledger import read_ledger
from fingerpost.problems import FingerpostProblem, Misuse
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.samples import MADE, read
from tests.editions.planted import ID, KIT, commit, lay, question, run_git, story
from tests.helpers import everything, guide, steady, surroundings

DAY = MADE.date()


def plan(root: Path, wanted: str, **words: str) -> Plan:
    return plan_withdrawal(read(root), wanted, words)


def rows(root: Path) -> list[tuple[str, str, dict[str, str]]]:
    found, faults = read_ledger(root / LEDGER, LEDGER, [])
    assert faults == []
    return [(row.id, row.on.isoformat(), dict(row.words)) for row in found]


# What is meant, and what goes


@pytest.mark.parametrize(
    "wanted",
    [ID, f"{ID}/", f"docs/{ID}", f"./docs/{ID}/index.en.md", f"{ID}/easy.en.md", f"docs\\{ID.replace('/', chr(92))}"],
)
def test_an_id_a_folder_or_a_file_of_it_is_understood(wanted: str) -> None:
    assert id_meant(wanted) == ID


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("toolkits/kitt", "There is no 'toolkits/kitt' in docs/. Did you mean toolkits/kit?"),
        ("kit", "Did you mean toolkits/kit?"),
        ("questions/planted/answer-9", "There is no 'questions/planted/answer-9' in docs/."),
        (f"{ID}/activity-stair", "A part can't be withdrawn by itself. Withdraw toolkits/kit"),
        ("pages/home", "The start page can't be withdrawn."),
        ("../../etc", "There is no '../../etc' in docs/."),
        ("guides", "There is no 'guides' in docs/."),
        ("_vocabulary/topics", "There is no '_vocabulary/topics' in docs/."),
        ("guides/..", "There is no 'guides/..' in docs/."),
    ],
)
def test_what_is_not_there_is_said_and_nothing_is_removed(wanted: str, said: str, tmp_path: Path) -> None:
    root = lay(tmp_path, story() | question(), git=False)
    before = dict(everything(root))
    with pytest.raises(Misuse) as caught:
        plan(root, wanted)
    assert said in str(caught.value)
    assert dict(everything(root)) == before


def test_every_file_of_the_folder_goes_whatever_it_is_and_nothing_behind_a_link(tmp_path: Path) -> None:
    root = lay(tmp_path / "root", story(), git=False)
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "kept.txt").write_text("kept", "utf-8")
    (root / KIT / ".DS_Store").write_bytes(b"x")
    (root / KIT / "inner").mkdir()
    (root / KIT / "inner" / "x.unknown").write_bytes(b"x")
    (root / KIT / "linked").symlink_to(outside)
    (root / KIT / "gone.md").symlink_to(outside / "nothing")
    found = plan(root, ID)
    assert {f"{KIT}/.DS_Store", f"{KIT}/inner/x.unknown", f"{KIT}/linked", f"{KIT}/gone.md"} <= set(found.files)
    withdraw(read(root), found)
    assert not (root / KIT).exists()
    assert (outside / "kept.txt").read_text("utf-8") == "kept"


def test_a_folder_that_is_a_link_loses_the_link_alone(tmp_path: Path) -> None:
    root = lay(tmp_path / "root", {}, git=False)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "index.en.md").write_text(guide(), "utf-8")
    (root / "docs/guides/linked").symlink_to(tmp_path / "elsewhere")
    withdraw(read(root), plan(root, "guides/linked"))
    assert not (root / "docs/guides/linked").is_symlink()
    assert (tmp_path / "elsewhere" / "index.en.md").is_file()


def test_a_page_goes_in_every_language_and_its_namesakes_stay(tmp_path: Path) -> None:
    root = lay(tmp_path, {"docs/pages/about-us.en.md": "---\ntitle: Us\n---\nWords.\n"}, git=False)
    (root / "docs/pages/.about.en.md.swp").write_bytes(b"x")
    found = plan(root, "pages/about")
    assert set(found.files) == {"docs/pages/.about.en.md.swp", "docs/pages/about.cy.md", "docs/pages/about.en.md"}


def test_an_answer_takes_along_what_it_alone_shows(tmp_path: Path) -> None:
    files = question()
    third = files["docs/questions/planted/answer-3.en.md"]
    assert isinstance(third, str)
    files["docs/questions/planted/answer-3.en.md"] = third + "\n![A leaf](quincelike-leaf.png)\n"
    files["docs/questions/planted/answer-2-notes.txt"] = "Notes.\n"
    root = lay(tmp_path, files, git=False)
    found = plan(root, "questions/planted/answer-2")
    assert found.kept == ("docs/questions/planted/quincelike-leaf.png",)
    assert set(found.files) == {
        "docs/questions/planted/answer-2.en.md",
        "docs/questions/planted/answer-2-notes.txt",
    }


# The ledger


@pytest.mark.parametrize(
    "before",
    [
        None,
        "",
        "[]\n",
        "# Words.\n",
        "---\n# Words.\n- {id: guides/a, on: 2026-01-02}\n",
        "- {id: guides/a, on: 2026-01-02}",
        "- {id: guides/a, on: 2026-01-02}\r\n- id: guides/b\r\n  on: 2026-01-03\r\n  words:\r\n    en: Bye.\r\n",
        "\ufeff- {id: guides/a, on: 2026-01-02, words: {en: 'Bye: #1'}}\n\n# The end.\n",
    ],
)
def test_a_line_is_added_and_everything_else_stays(before: str | None, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    if before is not None:
        (tmp_path / LEDGER).write_bytes(before.encode())
    earlier = rows(tmp_path)
    write_row(tmp_path, "guides/new", DAY, {"en": 'We: "moved" on, #1 {x}', "cy": "Rydym wedi symud ymlaen."})
    added = ("guides/new", "2026-11-21", {"en": 'We: "moved" on, #1 {x}', "cy": "Rydym wedi symud ymlaen."})
    assert rows(tmp_path) == [*earlier, added]
    text = (tmp_path / LEDGER).read_bytes().decode("utf-8-sig")
    for line in (before or "").removeprefix("\ufeff").splitlines():
        assert line == "[]" or line in text
    take_row_out(tmp_path, "guides/new")
    assert rows(tmp_path) == earlier


def test_a_second_time_the_line_is_replaced_and_its_neighbours_stay(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    text = "- {id: guides/a, on: 2026-01-02}\n- id: guides/b\n  on: 2026-01-03\n\n# Of c.\n"
    (tmp_path / LEDGER).write_text(text + "- {id: guides/c, on: 2026-01-04}\n", "utf-8")
    write_row(tmp_path, "guides/b", DAY, {"en": "Bye."})
    assert [row[0] for row in rows(tmp_path)] == ["guides/a", "guides/c", "guides/b"]
    assert "\n# Of c.\n- {id: guides/c" in (tmp_path / LEDGER).read_text("utf-8")


@pytest.mark.parametrize(
    "text", ["id: guides/a\n", "- [\n", "- {id: guides/a, on: tomorrow}\n", "[{id: guides/a, on: 2026-01-02}]\n"]
)
def test_a_ledger_that_cannot_be_changed_safely_is_left_and_nothing_is_removed(text: str, tmp_path: Path) -> None:
    root = lay(tmp_path, story())
    (root / LEDGER).write_text(text, "utf-8")
    found = plan(root, ID)
    with pytest.raises(FingerpostProblem) as caught:
        withdraw(read(root), found)
    assert LEDGER in str(caught.value)
    assert (root / LEDGER).read_text("utf-8") == text
    assert all((root / path).is_file() for path in story())


@steady
@given(
    st.dictionaries(
        st.sampled_from(["en", "cy"]), st.text(min_size=1, max_size=60).map(lambda t: " ".join(t.split())), max_size=2
    )
)
def test_whatever_its_makers_say_is_kept_word_for_word(
    tmp_path_factory: pytest.TempPathFactory, words: dict[str, str]
) -> None:
    root = tmp_path_factory.mktemp("words")
    (root / "docs").mkdir()
    said = {code: "".join(letter for letter in text if letter.isprintable()) for code, text in words.items()}
    write_row(root, "guides/new", DAY, said)
    assert rows(root) == [("guides/new", "2026-11-21", said)]


# Undoing


def test_without_git_it_is_said_that_it_cannot_be_undone(tmp_path: Path) -> None:
    root = lay(tmp_path, story(), git=False)
    found = plan(root, ID)
    assert not found.can_be_undone
    withdraw(read(root), found)
    with pytest.raises(FingerpostProblem, match="There is no withdrawal to undo"):
        undo(root)


def test_what_was_never_committed_comes_back_too(tmp_path: Path) -> None:
    root = lay(tmp_path, {})
    for path, content in story().items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content.encode() if isinstance(content, str) else content)
    (root / KIT / "index.en.md").chmod(0o600)
    before = dict(everything(root / "docs"))
    withdraw(read(root), plan(root, ID))
    assert not (root / KIT).exists()
    assert undo(root).id == ID
    assert dict(everything(root / "docs")) == before
    assert (root / KIT / "index.en.md").stat().st_mode & 0o777 == 0o600


def test_several_are_undone_one_by_one_in_any_order(tmp_path: Path) -> None:
    root = lay(tmp_path, story() | question())
    before = dict(everything(root / "docs"))
    for id in (ID, "questions/planted/answer-2", "pages/about"):
        withdraw(read(root), plan(root, id))
    assert [one.id for one in removals(root)] == [ID, "questions/planted/answer-2", "pages/about"]
    assert [undo(root, ID).id, undo(root).id, undo(root).id] == [ID, "pages/about", "questions/planted/answer-2"]
    assert dict(everything(root / "docs")) == before
    assert not list((root / ".git").glob(f"{RECORD}*"))


def test_nothing_of_it_is_kept_beside_git_s_own_store(tmp_path: Path) -> None:
    root = lay(tmp_path, story())
    withdraw(read(root), plan(root, ID))
    kept = [path for path, content in everything(root) if b"Zanthoxylum" in content and not path.startswith(".git/")]
    assert kept == []
    assert b"Zanthoxylum" not in (root / ".git" / RECORD).read_bytes()


def test_what_stands_in_its_place_by_now_is_not_overwritten(tmp_path: Path) -> None:
    root = lay(tmp_path, story())
    withdraw(read(root), plan(root, ID))
    (root / KIT).mkdir()
    (root / KIT / "index.en.md").write_text("Something new.\n", "utf-8")
    with pytest.raises(FingerpostProblem, match="is there again, with other words"):
        undo(root)
    assert [path for path, _ in everything(root / KIT)] == ["index.en.md"]


def test_what_git_has_thrown_away_is_not_half_brought_back(tmp_path: Path) -> None:
    root = lay(tmp_path, {})
    (root / KIT).mkdir(parents=True)
    (root / KIT / "index.en.md").write_text("Never committed.\n", "utf-8")
    withdraw(read(root), plan(root, ID))
    run_git(root, "gc", "-q", "--prune=now")
    with pytest.raises(FingerpostProblem, match="Git no longer has"):
        undo(root)
    assert not (root / KIT).exists()


# What is remembered of it


def test_every_version_that_was_committed_is_remembered(tmp_path: Path) -> None:
    root = lay(tmp_path, story())
    (root / KIT / "index.en.md").write_text("---\ntitle: Later\n---\nLater words.\n", "utf-8")
    commit(root)
    withdraw(read(root), plan(root, ID))
    commit(root)
    remembered = b"".join(remembered_files(root, ID).values())
    assert b"Zanthoxylum whispers" in remembered
    assert b"Later words." in remembered
    assert commits_that_hold(root, ID) == 3
    assert remembered_files(root, "toolkits/ki") == {}
    assert remembered_files(tmp_path / "nowhere", ID) == {}


# Stopped at any moment

KILLS = 8


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL and process groups are POSIX's")
def test_killed_at_any_moment_it_is_finished_by_doing_it_again(tmp_path: Path) -> None:
    """Whatever moment it is: either nothing has happened, or the ledger keeps it out of everything made after."""
    first = lay(tmp_path / "first", story())
    command = [sys.executable, "-m", "fingerpost", "withdraw", ID, "--yes", "--root"]
    began = time.monotonic()
    subprocess.run([*command, str(shutil.copytree(first, tmp_path / "whole"))], env=surroundings(), check=True)
    took = time.monotonic() - began
    before = dict(everything(first / "docs"))
    for turn in range(KILLS):
        root = shutil.copytree(first, tmp_path / f"turn{turn}")
        process = subprocess.Popen([*command, str(root)], env=surroundings(), start_new_session=True)
        time.sleep(took * (turn + 1) / (KILLS + 1))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        if dict(everything(root / "docs")) != before:
            assert (ID, "2026-11-21", {}) in rows(root)
        again = subprocess.run([*command, str(root)], env=surroundings(), capture_output=True, text=True, check=False)
        assert again.returncode == 0, again.stdout + again.stderr
        assert not (root / KIT).exists()
        undo(root)
        assert dict(everything(root / "docs")) == before


def test_git_is_asked_in_a_folder_where_there_is_none(tmp_path: Path) -> None:
    assert ask_git(tmp_path, "rev-parse", "--absolute-git-dir") is None
    assert FIRST_WORDS.startswith("#")


# Links and names that mislead


@pytest.mark.parametrize(("linked", "id"), [("docs", ID), ("docs/toolkits", ID), ("docs/questions/planted", "answer")])
def test_nothing_is_removed_behind_a_link_that_leads_to_it(linked: str, id: str, tmp_path: Path) -> None:
    root = lay(tmp_path / "root", story() | question())
    (root / linked).rename(tmp_path / "elsewhere")
    (root / linked).symlink_to(tmp_path / "elsewhere")
    before = dict(everything(tmp_path / "elsewhere"))
    with pytest.raises(FingerpostProblem, match=f"{linked} is a link to another place, so nothing was removed"):
        plan(root, ID if id == ID else "questions/planted/answer-2")
    assert dict(everything(tmp_path / "elsewhere")) == before


def test_nothing_is_brought_back_into_a_place_behind_a_link(tmp_path: Path) -> None:
    root = lay(tmp_path / "root", story())
    withdraw(read(root), plan(root, ID))
    (root / "docs/toolkits").rename(tmp_path / "elsewhere")
    (root / "docs/toolkits").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FingerpostProblem, match="docs/toolkits is a link to another place by now"):
        undo(root)
    assert not (tmp_path / "elsewhere" / "kit").exists()


@pytest.mark.parametrize("wanted", ["guides/easy", "docs/guides/easy/", "guides/easy/index.en.md", "guides/index"])
def test_a_resource_may_be_called_like_a_file_of_one(wanted: str) -> None:
    assert id_meant(wanted) == ("guides/index" if wanted == "guides/index" else "guides/easy")


def test_in_a_repository_with_two_collections_each_undoes_its_own(tmp_path: Path) -> None:
    one, two = (lay(tmp_path / name, story(), git=False) for name in ("one", "two"))
    run_git(tmp_path, "init", "-q")
    commit(tmp_path)
    before = dict(everything(tmp_path / "one" / "docs"))
    withdraw(read(one), plan(one, ID))
    assert removals(two) == []
    with pytest.raises(FingerpostProblem, match="There is no withdrawal to undo"):
        undo(two)
    withdraw(read(two), plan(two, ID))
    run_git(tmp_path, "add", "two")
    run_git(tmp_path, "commit", "-q", "-m", "Only one of them")
    assert removals(two) == []
    undo(one)
    assert dict(everything(one / "docs")) == before


def test_what_came_back_and_is_taken_out_again_can_be_undone_until_the_next_commit(tmp_path: Path) -> None:
    root = lay(tmp_path, story())
    withdraw(read(root), plan(root, ID))
    commit(root)
    (root / KIT).mkdir()
    (root / KIT / "index.en.md").write_text("Never committed.\n", "utf-8")
    before = dict(everything(root / "docs"))
    withdraw(read(root), plan(root, ID))
    assert b"Never committed.\n" in remembered_files(root, ID).values()
    undo(root)
    assert dict(everything(root / "docs")) == before
    withdraw(read(root), plan(root, ID))
    run_git(root, "commit", "-q", "--allow-empty", "-m", "Words")
    assert removals(root) == []
