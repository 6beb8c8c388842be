"""`verify`: every fault of a stick is found and named for what it is, and the next refresh mends it."""

import os
import random
import shutil
from pathlib import Path

import pytest
from fingerpost.editions.stick.refresh import refresh
from fingerpost.editions.stick.verify import verify

from tests.conftest import run_fingerpost
from tests.editions.stick.conftest import Two
from tests.editions.stick.faults import FAULTS, one_fault, says
from tests.helpers import everything

PLACES = 100


@pytest.fixture
def stick(two: Two, tmp_path: Path) -> Path:
    return Path(shutil.copytree(two.first.folder, tmp_path / "stick"))


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_in_any_place_is_found_and_named(fault: str, two: Two, stick: Path) -> None:
    chance = random.Random(f"{fault} 8")
    files = sorted(two.first.digests)
    assert verify(stick).whole
    for _ in range(PLACES):
        path = chance.choice(files)
        with one_fault(stick, path, fault, chance):
            found = verify(stick)
            assert says(found, fault, path), (path, found)
            assert found.whole is (fault == "added" and "/" not in path)
    assert verify(stick).whole


@pytest.mark.parametrize("fault", FAULTS)
def test_the_next_refresh_mends_every_place_and_the_source_is_as_it_was(fault: str, two: Two, stick: Path) -> None:
    chance = random.Random(f"{fault} 9")
    before = dict(everything(two.first.folder))
    for path in chance.sample(sorted(two.first.digests), PLACES):
        FAULTS[fault](stick / path, chance)
    if fault != "added":
        assert not verify(stick).whole
    refresh(two.first, stick, two.pages, lambda *_: None)
    assert verify(stick).whole
    if fault == "added":  # what lies beside the copy is somebody's own, and stays
        beside = {name for name in dict(everything(stick)).keys() - before.keys() if "/" not in name}
        for name in beside:
            (stick / name).unlink()
    assert dict(everything(stick)) == before
    assert dict(everything(two.first.folder)) == before


def test_a_byte_that_rotted_without_a_trace_is_mended_by_the_same_edition(two: Two, stick: Path) -> None:
    refresh(two.first, stick, two.pages, lambda *_: None)
    page = stick / "data/site/guides/changes/index.html"
    time = page.stat().st_mtime_ns
    page.write_bytes(page.read_bytes().replace(b"old", b"odd"))
    os.utime(page, ns=(time, time))
    assert verify(stick).changed == {"data/site/guides/changes/index.html"}
    assert refresh(two.first, stick, two.pages, lambda *_: None).plan.write == ("data/site/guides/changes/index.html",)
    assert verify(stick).whole


def test_what_computers_leave_on_sticks_is_no_fault(two: Two, stick: Path) -> None:
    for name in ("System Volume Information/IndexerVolumeGuid", ".DS_Store", "data/._site", "data/site/Thumbs.db"):
        (stick / name).parent.mkdir(exist_ok=True)
        (stick / name).write_bytes(b"\0")
    found = verify(stick)
    assert found.whole
    assert found.beside == set()
    refresh(two.second, stick, two.pages, lambda *_: None)
    assert verify(stick).whole


def test_a_link_is_no_file_of_a_copy(stick: Path, tmp_path: Path) -> None:
    page = stick / "data/site/index.html"
    page.rename(tmp_path / "page")
    page.symlink_to(tmp_path / "page")
    assert verify(stick).changed == {"data/site/index.html"}


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "This copy is whole. Nothing was changed"), ("cy", "Mae'r copi hwn yn gyfan. Ni chafodd dim ei newid")],
)
def test_at_the_command_line_it_is_said_in_both_languages(language: str, said: str, two: Two, stick: Path) -> None:
    done = run_fingerpost("verify", str(stick), "--language", language, "--root", str(two.root))
    assert done.returncode == 0
    assert said in done.stdout
    assert two.first.number in done.stdout
    assert "guides/taken" in done.stdout  # withdrawn since this copy was made, as the collection knows
    (stick / "data/site/index.html").unlink()
    done = run_fingerpost("verify", str(stick), "--language", language, "--root", str(two.root))
    assert done.returncode == 1
    assert "data/site/index.html" in done.stdout
    assert said not in done.stdout


def test_where_there_is_no_copy_it_says_so(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "not-here"):
        done = run_fingerpost("verify", str(folder))
        assert done.returncode == 2
        assert "There is no" in done.stderr
