"""`fingerpost check --fix`: what files carry unseen is taken out, and nothing else is touched."""

from pathlib import Path

from fingerpost.metadata import Sort, look
from PIL import Image

from tests.checks.samples import BAD, overlaid
from tests.helpers import everything, fingerpost

PICTURES = BAD / "FP314_hidden_data_in_picture"
DOCUMENTS = BAD / "FP315_hidden_data_in_document"
FOLDER = "docs/guides/example"


def pixels(file: Path) -> bytes:
    """Return what a picture shows, dot for dot."""
    with Image.open(file) as picture:
        return picture.tobytes()


def test_pictures_lose_what_they_carry_and_look_the_same(tmp_path: Path) -> None:
    root = overlaid(tmp_path, PICTURES)
    before, shown = dict(everything(root)), pixels(root / FOLDER / "photo.jpg")
    done = fingerpost("check", "--fix", "--root", str(root))
    assert done.returncode == 0, done.stdout
    assert f"Took out of {FOLDER}/photo.jpg: location, owner, device" in done.stderr
    assert "Nothing to mend." in done.stdout
    after = dict(everything(root))
    assert {path for path in before if before[path] != after[path]} == {f"{FOLDER}/photo.jpg", f"{FOLDER}/chart.png"}
    assert set(after) == set(before)
    assert pixels(root / FOLDER / "photo.jpg") == shown
    assert b"Example" not in after[f"{FOLDER}/photo.jpg"] + after[f"{FOLDER}/chart.png"]


def test_what_only_a_person_can_decide_stays_and_is_said(tmp_path: Path) -> None:
    root = overlaid(tmp_path, DOCUMENTS)
    done = fingerpost("check", "--fix", "--root", str(root))
    assert done.returncode == 1
    assert "tracked changes" in done.stdout
    assert [trace.sort for trace in look("notes.docx", (root / FOLDER / "notes.docx").read_bytes())] == [
        Sort.TRACKED_CHANGES
    ]
    assert look("leaflet.pdf", (root / FOLDER / "leaflet.pdf").read_bytes()) == ()


def test_only_the_files_that_are_named_are_touched(tmp_path: Path) -> None:
    root = overlaid(tmp_path, PICTURES)
    before = dict(everything(root))
    done = fingerpost("check", f"{FOLDER}/chart.png", "--fix", "--root", str(root))
    assert done.returncode == 0
    after = dict(everything(root))
    assert [path for path in before if before[path] != after[path]] == [f"{FOLDER}/chart.png"]


def test_a_second_run_writes_nothing(tmp_path: Path) -> None:
    root = overlaid(tmp_path, PICTURES)
    fingerpost("check", "--fix", "--root", str(root))
    when = (root / FOLDER / "photo.jpg").stat().st_mtime_ns
    assert fingerpost("check", "--fix", "--root", str(root)).stderr == ""
    assert (root / FOLDER / "photo.jpg").stat().st_mtime_ns == when


def test_without_fix_nothing_is_written(tmp_path: Path) -> None:
    root = overlaid(tmp_path, PICTURES)
    before = dict(everything(root))
    assert fingerpost("check", "--root", str(root)).returncode == 1
    assert dict(everything(root)) == before


def test_a_place_that_can_not_be_written_in_is_one_sentence_and_loses_nothing(tmp_path: Path) -> None:
    root = overlaid(tmp_path, PICTURES)
    (root / FOLDER / ".photo.jpg.part").mkdir()  # where the new file would be put together
    before = dict(everything(root))
    done = fingerpost("check", "--fix", "--root", str(root))
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert before[f"{FOLDER}/photo.jpg"] == dict(everything(root))[f"{FOLDER}/photo.jpg"]
