"""Whatever happens while a stick is written, it says what it is when it is opened, and the next run repairs it."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from fingerpost.editions.stick.names import DECLARATION
from fingerpost.editions.stick.reading import digest_from_disk
from fingerpost.editions.stick.refresh import refresh
from fingerpost.editions.stick.verify import state_of, verify
from fingerpost.problems import FingerpostProblem, Misuse

from tests.conftest import CHECKOUT, run_fingerpost
from tests.editions.outputs import where_it_stands
from tests.editions.stick.conftest import Two
from tests.editions.stick.small import PHRASE
from tests.helpers import everything, surroundings

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL, fork and namespaces are POSIX's")
KILLS = 50
START = "START-HERE.html"


def run_helper(module: str, *words: str, before: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    command = [*before, sys.executable, "-m", f"tests.editions.stick.{module}", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=CHECKOUT, env=surroundings())


def killed(two: Two, before: str, seed: int, stick: Path) -> dict[str, Any]:
    pages = {name: text.decode() for name, text in two.pages.items()}
    asked = {"pages": pages, "copy": str(two.second.folder), "stick": str(stick), "before": before}
    done = run_helper("killer", json.dumps({**asked, "seed": seed, "kills": KILLS}))
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


@pytest.mark.parametrize("kind", ["written", "refreshed"])
def test_killed_at_any_moment_it_says_so_and_the_next_run_repairs_it(kind: str, two: Two, tmp_path: Path) -> None:
    before = str(two.first.folder) if kind == "refreshed" else ""
    done = killed(two, before, 8, tmp_path / "stick")
    assert done["source"]  # nothing was lost from where it came from
    assert len(done["told"]) == KILLS
    assert sum(one["killed"] for one in done["told"]) == KILLS
    incomplete = 0
    for one in done["told"]:
        says = one["says"][START]
        incomplete += says == "incomplete"
        # Whole by its first page means whole by the check, and the other way round; never something in between.
        assert (says == "whole") == one["whole"], one
        assert one["number"] in ("", two.first.number, two.second.number)
        assert all(said != "whole" or one["whole"] or says == "incomplete" for said in one["says"].values()), one
        assert one["after"], one
    assert incomplete > KILLS // 2  # or the moments were not those in which it is written


def test_stopped_at_its_very_first_step_it_is_still_known(two: Two, tmp_path: Path) -> None:
    (tmp_path / f"{START}.fingerpost-new").write_bytes(b"<!doc")
    refresh(two.first, tmp_path, two.pages, lambda *_: None)
    assert verify(tmp_path).whole
    assert not list(tmp_path.glob("*.fingerpost-new"))


def test_the_first_pages_of_a_stopped_stick_say_it_in_both_languages(two: Two) -> None:
    for text in two.pages.values():
        assert "This copy is incomplete" in text.decode()
        assert "Mae&#39;r copi hwn yn anghyflawn" in text.decode()
        assert b"src=" not in text  # it may be all that is there
        assert b"href=" not in text


def test_full_on_the_way_it_says_that_it_is_incomplete(two: Two, tmp_path: Path) -> None:
    done = run_helper("small_disk", str(two.second.folder), str(tmp_path), "limit", *two.pages)
    assert done.returncode == 0, done.stderr
    assert "There is no more room on" in done.stdout
    assert state_of(tmp_path / "stick") == "unfinished"
    assert not (tmp_path / "stick" / DECLARATION).exists()
    refresh(two.second, tmp_path / "stick", two.pages, lambda *_: None)
    assert verify(tmp_path / "stick").whole


IN_A_NAMESPACE = ("unshare", "-Urm")
CAN_MOUNT = shutil.which("unshare") and not subprocess.run([*IN_A_NAMESPACE, "true"], check=False).returncode


@pytest.mark.skipif(not CAN_MOUNT, reason="this system lets nobody make a small disk")
@pytest.mark.parametrize(
    ("how", "said"), [("small", "There is not enough room:"), ("filled", "There is no more room on")]
)
def test_a_disk_that_is_too_small_or_fills_up(how: str, said: str, two: Two, tmp_path: Path) -> None:
    done = run_helper("small_disk", str(two.second.folder), str(tmp_path), how, *two.pages, before=IN_A_NAMESPACE)
    assert done.returncode == 0, done.stderr
    assert said in done.stdout
    # What was there: nothing, where it was seen before; and it said so, where it was not.
    assert f"state: {'none' if how == 'small' else 'unfinished'}" in done.stdout
    assert "whole after more room: True" in done.stdout


@pytest.fixture
def anybody_s() -> Iterator[Path]:
    """A folder that every account may use: nobody is as able as root, for whom nothing is read-only."""
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def test_a_read_only_file_is_replaced_and_a_read_only_folder_is_said(two: Two, anybody_s: Path) -> None:
    for name, copy in (("first", two.first), ("second", two.second)):
        shutil.copytree(copy.folder, anybody_s / name)
    shutil.copytree(two.first.folder, anybody_s / "stick")
    done = run_helper("read_only", str(anybody_s), *two.pages)
    assert done.returncode == 0, done.stderr
    said = done.stdout.splitlines()
    assert said[0] == "file: whole"
    assert "could not be written" in said[1]
    assert "changes" in said[1]
    assert said[2] == "folder: unfinished"
    assert said[3] == "mended: whole"


def test_what_was_withdrawn_is_gone_after_a_refresh(two: Two, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    refresh(two.first, stick, two.pages, lambda *_: None)
    assert len(where_it_stands(tmp_path, PHRASE, "stick")) >= 2  # the guard: its page, and more
    done = refresh(two.second, stick, two.pages, lambda *_: None)
    assert where_it_stands(tmp_path, PHRASE, "stick") == []
    assert where_it_stands(tmp_path, "heron", "stick") == []
    assert any("guides/taken" in path for path in done.plan.gone + done.plan.write)
    assert "guides/taken" in (stick / "data/withdrawn.json").read_text("utf-8")


def test_a_refresh_writes_only_what_differs_and_reads_it_back(two: Two, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    refresh(two.first, stick, two.pages, lambda *_: None)
    numbers = {file: file.stat().st_ino for file in (stick / "data").rglob("*") if file.is_file()}
    done = refresh(two.second, stick, two.pages, lambda *_: None)
    assert done.plan.trusted
    assert done.before == two.first.number
    same = [path for path, digest in two.second.digests.items() if two.first.digests.get(path) == digest]
    assert set(done.plan.left) == set(same)
    assert len(done.plan.left) > len(done.plan.write)
    assert all(numbers[stick / path] == (stick / path).stat().st_ino for path in same if path.startswith("data/"))
    assert {round(file.stat().st_mtime) for file in stick.rglob("*") if file.is_file()} == {two.second.made}


def test_where_something_was_touched_everything_is_read(two: Two, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    refresh(two.first, stick, two.pages, lambda *_: None)
    page = stick / "data/site/about-nothing.html"
    page.write_text("mine", "utf-8")
    done = refresh(two.second, stick, two.pages, lambda *_: None)
    assert not done.plan.trusted
    assert done.plan.strange == ("data/site/about-nothing.html",)
    assert not page.exists()


def test_other_people_s_things_are_left_alone(two: Two, tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"mine")
    with pytest.raises(Misuse, match="holds other things"):
        refresh(two.first, tmp_path, two.pages, lambda *_: None)
    assert [file.name for file in tmp_path.iterdir()] == ["photo.jpg"]
    stick = tmp_path / "fingerpost"
    refresh(two.first, stick, two.pages, lambda *_: None)
    (stick / "letter.txt").write_text("mine", "utf-8")
    (stick / "page.html").write_text("mine", "utf-8")
    refresh(two.second, stick, two.pages, lambda *_: None)
    assert (stick / "letter.txt").read_text("utf-8") == "mine"
    assert (stick / "page.html").read_text("utf-8") == "mine"
    assert verify(stick).beside == {"letter.txt", "page.html"}
    assert (tmp_path / "photo.jpg").read_bytes() == b"mine"


def test_a_link_out_of_the_stick_is_not_followed(two: Two, tmp_path: Path) -> None:
    mine, stick = tmp_path / "mine", tmp_path / "stick"
    mine.mkdir()
    (mine / "letter.txt").write_text("mine", "utf-8")
    refresh(two.first, stick, two.pages, lambda *_: None)
    shutil.rmtree(stick / "data" / "site")
    (stick / "data" / "site").symlink_to(mine)
    refresh(two.second, stick, two.pages, lambda *_: None)
    assert [file.name for file in mine.iterdir()] == ["letter.txt"]
    assert verify(stick).whole


def test_a_stick_that_does_not_keep_what_is_written_is_found_out(
    two: Two, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A real file is spoilt between writing and reading back, as a worn stick does it."""
    spoilt = tmp_path / "stick" / "data" / "site" / "index.html"

    def read(file: Path, algorithm: str = "sha256") -> str:
        if file == spoilt:
            file.write_bytes(b"x" + file.read_bytes()[1:])
        return digest_from_disk(file, algorithm)

    monkeypatch.setattr("fingerpost.editions.stick.refresh.digest_from_disk", read)
    with pytest.raises(FingerpostProblem, match=r"did not keep what was written: data/site/index\.html"):
        refresh(two.first, tmp_path / "stick", two.pages, lambda *_: None)
    assert state_of(tmp_path / "stick") == "unfinished"


def test_at_the_command_line_it_ends_by_saying_that_it_is_safe(two: Two, tmp_path: Path) -> None:
    words = ("usb", str(tmp_path / "stick"), "--without", "pdf,epub", "--root", str(two.root))
    for language, said in (("en", "You can pull the stick out now"), ("cy", "Gallwch dynnu'r cof bach allan nawr")):
        done = run_fingerpost(*words, "--language", language)
        assert done.returncode == 0, done.stderr
        assert done.stdout.strip().splitlines()[-1].startswith(said)
    assert verify(tmp_path / "stick").whole
    assert dict(everything(tmp_path / "stick")) == dict(everything(two.second.folder))
