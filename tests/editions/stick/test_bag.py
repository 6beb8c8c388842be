"""The copy that `build` makes: a bag that other programs take for one, the same bytes each time, as small as wanted."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from fingerpost.editions.collection import open_collection
from fingerpost.editions.proof.packed import holds_the_same
from fingerpost.editions.stick.bag import manifest_text, read_manifest
from fingerpost.editions.stick.choosing import Choice, narrowed
from fingerpost.editions.stick.limits import alike, check_limits, name_trouble
from fingerpost.editions.stick.plan import Copy, Plan, make_plan, read_copy
from fingerpost.editions.stick.refresh import refresh
from fingerpost.editions.stick.verify import verify
from fingerpost.problems import FingerpostProblem, Misuse

from tests.conftest import run_fingerpost
from tests.editions.stick.conftest import Two
from tests.editions.stick.small import write_first
from tests.helpers import everything

LAST = ("START-HERE.html", "DECHRAU-YMA.html")


def is_a_bag(folder: Path) -> bool:
    """Whether the Library of Congress's own program finds a valid bag."""
    done = subprocess.run([sys.executable, "-m", "bagit", "--validate", str(folder)], capture_output=True, check=False)
    return done.returncode == 0


def test_it_is_a_bag_with_the_edition_s_day_and_number(built: Path) -> None:
    folder = built / "dist" / "usb"
    assert is_a_bag(folder)
    assert verify(folder).whole
    info = verify(folder).info
    mark = hashlib.sha256((folder / "manifest-sha256.txt").read_bytes()).hexdigest()[:8]
    assert info["External-Identifier"] == f"2026-11-21-{mark}"
    assert (info["Bagging-Date"], info["Fingerpost-Check-After"]) == ("2026-11-21", "2027-05-23")
    for page in ("START-HERE.html", "DECHRAU-YMA.html", "READ-ME.txt", "DARLLENWCH-FI.txt"):
        assert info["External-Identifier"] in (folder / page).read_text("utf-8")


def test_that_a_spoilt_bag_is_none(two: Two, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(two.first.folder, tmp_path / "bag"))
    assert is_a_bag(folder)
    (folder / "START-HERE.html").write_bytes(b"")
    assert not is_a_bag(folder)


def test_the_text_to_read_opens_in_old_editors(built: Path) -> None:
    for name, first in (("READ-ME.txt", "Fingerpost: start here"), ("DARLLENWCH-FI.txt", "Mynegbost: dechreuwch yma")):
        content = (built / "dist" / "usb" / name).read_bytes()
        assert content.startswith(b"\xef\xbb\xbf" + first.encode())
        assert content.count(b"\n") == content.count(b"\r\n") > 20
        lines = content.decode("utf-8-sig").split("\r\n")
        assert max(len(line) for line in lines) <= 76
        assert "Fingerpost: start here" in lines
        assert "Mynegbost: dechreuwch yma" in lines  # both languages in each


def test_the_same_collection_gives_the_same_bytes_elsewhere(two: Two, tmp_path: Path) -> None:
    root = write_first(tmp_path / "another place" / "collection")
    words = ("build", "--edition", "usb", "--without", "pdf,epub", "--root", str(root))
    done = run_fingerpost(*words, env={"TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "8"})
    assert done.returncode == 0, done.stderr
    assert dict(everything(root / "dist" / "usb")) == dict(everything(two.first.folder))
    first = (root / "dist" / "usb.zip").read_bytes()
    os.utime(root / "docs/guides/changes/index.en.md", (0, 0))
    assert run_fingerpost(*words).returncode == 0
    assert (root / "dist" / "usb.zip").read_bytes() == first


def test_the_zip_holds_the_copy_and_makes_one_folder(built: Path) -> None:
    packed, folder = built / "dist" / "usb.zip", built / "dist" / "usb"
    assert holds_the_same(packed, folder)
    with zipfile.ZipFile(packed) as archive:
        assert {name.split("/")[0] for name in archive.namelist()} == {"fingerpost"}
        assert {one.date_time for one in archive.infolist()} == {(2026, 11, 21, 0, 0, 0)}


def test_a_zip_that_holds_something_else_is_not_taken_for_the_copy(two: Two, tmp_path: Path) -> None:
    def packed(change: str) -> Path:
        target = tmp_path / f"{change}.zip"
        with zipfile.ZipFile(target, "w") as archive:
            for path, content in everything(two.first.folder):
                kept = b"other" if change == "changed" and path == "bagit.txt" else content
                if not (change == "less" and path == "bagit.txt"):
                    archive.writestr(f"x/{path}", kept)
            if change == "more":
                archive.writestr("x/more.txt", "a story")
            archive.comment = b"a story" if change == "comment" else b""
        return target

    assert holds_the_same(packed("none"), two.first.folder)
    for change in ("changed", "less", "more", "comment"):
        assert not holds_the_same(packed(change), two.first.folder), change
    (tmp_path / "no.zip").write_bytes(b"no zip")
    assert not holds_the_same(tmp_path / "no.zip", two.first.folder)


def test_a_smaller_copy_has_what_was_chosen_and_says_how_large_it_will_be(tmp_path: Path) -> None:
    root = write_first(tmp_path)
    words = ("build", "--edition", "usb", "--root", str(root), "--without", "pdf,epub")
    done = run_fingerpost(*words, "--languages", "cy", "--topics", "pay")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    said = next(line for line in lines if line.startswith("The copy will take about"))
    about = float(said.split("about ")[1].split(" MB")[0])
    folder = root / "dist" / "usb"
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1_000_000
    assert 0.6 * size < about < 1.6 * size
    assert is_a_bag(folder)
    top = {file.name for file in folder.iterdir()}
    assert {"DECHRAU-YMA.html", "GWIRIO-Y-COPI-HWN.html", "DARLLENWCH-FI.txt"} <= top
    assert not {"START-HERE.html", "CHECK-THIS-COPY.html", "READ-ME.txt"} & top
    assert not (folder / "data/print").exists()
    home = (folder / "data/site/index.html").read_text("utf-8")
    assert '<html lang="cy"' in home
    assert 'hreflang="en"' not in home
    assert not (folder / "data/site/guides/changes/index.html").exists()  # its topic is another


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--languages", "xx"), "There is no language 'xx'. There are: en, cy."),
        (("--topics", "welbeing"), "There is no topic 'welbeing'. Did you mean 'wellbeing'?"),
        (("--without", "everything"), "There is no thing to do without 'everything'."),
        (("--edition", "web", "--without", "pdf"), "give --edition usb or --edition zim with them."),
    ],
)
def test_what_is_not_there_is_said_before_anything_is_made(
    words: tuple[str, ...], said: str, two: Two, tmp_path: Path
) -> None:
    before = dict(everything(two.root / "dist"))
    edition = () if "--edition" in words else ("--edition", "usb")
    done = run_fingerpost("build", *edition, *words, "--root", str(two.root))
    assert done.returncode == 2
    assert said in done.stderr.replace("\n", " ")
    assert dict(everything(two.root / "dist")) == before
    assert not list(tmp_path.iterdir())


def test_what_a_smaller_copy_leaves_out_is_in_nothing_of_it(two: Two) -> None:
    collection = narrowed(open_collection(two.root), Choice(languages=("en",), topics=("pay",)))
    assert collection.project.site.codes == collection.library.site.codes == ("en",)
    assert "guides/changes" in collection.library.left_out
    with pytest.raises(Misuse):
        narrowed(collection, Choice(languages=("cy",)))


@pytest.mark.parametrize("path", ["a b", "100%", "a%0Ab", "ŵy/ê", "%25"])
def test_a_manifest_can_be_read_again(path: str) -> None:
    rows = {path: "0" * 64, "other": "1" * 64}
    assert read_manifest(manifest_text(rows)) == rows


@pytest.mark.parametrize("text", ["x", f"{'0' * 64} a\n", f"{'0' * 64}  b\n{'0' * 64}  a\n", f"{'0' * 64}  a"])
def test_what_is_not_written_as_it_is_here_is_no_manifest(text: str) -> None:
    assert read_manifest(text) is None


# Names and limits


def test_every_name_works_on_every_file_system(built: Path) -> None:
    paths = [path for path, _ in everything(built / "dist" / "usb")]
    assert [path for path in paths if len(path) > 150] == []
    assert [step for path in paths for step in path.split("/") if name_trouble(step)] == []
    assert list(alike(paths)) == []
    assert all(path.isascii() for path in paths)  # so none can be written in two Unicode forms
    assert len(paths) > 500


@pytest.mark.parametrize("name", ["aux.txt", "COM1", "a:b", "a?", "a ", "a.", "x" * 256, "\U0001f600" * 128, "a\x01"])
def test_a_name_that_some_file_system_refuses_is_found(name: str) -> None:
    assert name_trouble(name)


def test_two_names_that_are_one_where_capitals_do_not_count_are_found() -> None:
    assert list(alike(["a/B.html", "c", "A/b.html"])) == [("a/B.html", "A/b.html")]


def large(two: Two, **sizes: int) -> Copy:
    first = two.first
    digests = {**first.digests, **dict.fromkeys(sizes, "0" * 64)}
    return Copy(first.folder, digests, {**first.sizes, **sizes}, first.number, first.made, first.last)


@pytest.mark.parametrize(
    ("sizes", "said"),
    [
        ({"data/film": 2**32}, "data/film is larger than 4 GB"),
        ({f"data/print/{number:0100}": 1 for number in range(8_000)}, "The folder data/print holds more files than"),
        ({"data/aux.txt": 1}, "Not every computer can hold a file with this name"),
        ({"data/film": 2**31, "data/other": 2**50}, ""),
    ],
)
def test_what_the_stick_cannot_hold_is_said_first(
    sizes: dict[str, int], said: str, two: Two, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fingerpost.editions.stick.limits.file_system_of", lambda _: "vfat" if said else "exfat")
    copy = large(two, **sizes)
    plan = Plan((), (), tuple(copy.digests), (), (), trusted=False)
    with pytest.raises(FingerpostProblem, match=said or "There is not enough room"):
        check_limits(copy, plan, tmp_path)


def test_a_stick_with_less_than_is_needed_is_not_touched(two: Two, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    refresh(two.first, stick, two.pages, lambda *_: None)
    before = dict(everything(stick))
    with pytest.raises(FingerpostProblem, match="There is not enough room"):
        refresh(large(two, **{"data/film": 2**45}), stick, two.pages, lambda *_: None)
    assert dict(everything(stick)) == before


# A real FAT32 file system

MTOOLS = shutil.which("mcopy")


@pytest.mark.skipif(not MTOOLS, reason="mtools is not on this machine")
def test_written_into_a_fat32_image_and_read_back_it_is_the_same(built: Path, tmp_path: Path) -> None:
    image, back = tmp_path / "stick.img", tmp_path / "back"
    stick = tmp_path / "stick"
    copy = read_copy(built / "dist" / "usb", LAST)
    refresh(copy, stick, dict.fromkeys(LAST, b"unfinished"), lambda *_: None)
    back.mkdir()

    def run(*words: str) -> None:
        done = subprocess.run(
            words, capture_output=True, text=True, check=False, env={**os.environ, "LC_ALL": "C.UTF-8"}
        )
        assert done.returncode == 0, done.stderr

    run("mformat", "-C", "-F", "-T", str(128 * 2048), "-i", str(image), "::")
    assert image.read_bytes()[82:90] == b"FAT32   "
    run("mcopy", "-s", "-m", "-Q", "-i", str(image), *(str(one) for one in sorted(stick.iterdir())), "::/")
    run("mcopy", "-s", "-m", "-n", "-i", str(image), "::/*", str(back))
    assert dict(everything(back)) == dict(everything(copy.folder))
    assert verify(back).whole
    assert is_a_bag(back)
    # Times are kept to two seconds there, and that is no reason to read or write anything.
    assert make_plan(copy, back).nothing_to_do


def test_the_ledger_is_in_the_copy(two: Two) -> None:
    rows = json.loads((two.second.folder / "data/withdrawn.json").read_text("utf-8"))
    assert [row["id"] for row in rows["withdrawn"]] == ["guides/taken"]
