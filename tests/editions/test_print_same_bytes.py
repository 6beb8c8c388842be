"""The same input gives the same PDFs, byte for byte: in another folder, time zone and language, on another day."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from tests.conftest import run_fingerpost
from tests.editions.planted import DOCUMENT, lay, story

# Python reads a file of this name as it starts. It moves the clock on, and leaves one core to draw on.
ANOTHER_DAY = """
import datetime, os, time
LATER = datetime.timedelta(days=40, hours=11)
real_date, real_datetime, real_time = datetime.date, datetime.datetime, time.time
class Kind(type):
    def __instancecheck__(cls, thing):
        return isinstance(thing, cls.__mro__[1])
class Date(real_date, metaclass=Kind):
    @classmethod
    def today(cls):
        return (real_datetime.now() + LATER).date()
class DateTime(real_datetime, metaclass=Kind):
    @classmethod
    def now(cls, tz=None):
        return real_datetime.now(tz) + LATER
    @classmethod
    def today(cls):
        return cls.now()
    @classmethod
    def utcnow(cls):
        return cls.now(datetime.timezone.utc).replace(tzinfo=None)
datetime.date, datetime.datetime = Date, DateTime
time.time = lambda: real_time() + LATER.total_seconds()
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
"""


@pytest.fixture(scope="module")
def roots(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two folders in which the same collection was printed, once here and now, once as elsewhere as can be."""
    top = tmp_path_factory.mktemp("same")
    here = lay(top / "one", story(), git=False)
    there = lay(top / "another/folder, with a longer name", dict(reversed(story().items())), git=False)
    (top / "another/sitecustomize.py").write_text(ANOTHER_DAY, "utf-8")
    path = os.pathsep.join(filter(None, (str(top / "another"), os.environ.get("PYTHONPATH"))))
    elsewhere = {
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "LANG": "cy_GB.UTF-8",
        "PYTHONHASHSEED": "7",
        "PYTHONPATH": path,
        "HOME": str(top / "another"),
    }
    for root, env in ((here, {"TZ": "America/Nome", "LC_ALL": "C.UTF-8"}), (there, elsewhere)):
        done = run_fingerpost("build", "--edition", "print", "--root", str(root), env=env)
        assert done.returncode == 0, done.stderr
    return here, there


def test_every_pdf_is_the_same_to_the_byte(roots: tuple[Path, Path]) -> None:
    first, second = (
        {file.relative_to(root / "dist/print"): file.read_bytes() for file in (root / "dist/print").rglob("*.*")}
        for root in roots
    )
    assert [str(name) for name in first | second if first.get(name) != second.get(name)] == []
    variants = {file.name.split(".")[-2] for file in first if file.suffix == ".pdf"}
    assert variants == {"a4", "large", "booklet", "tilt-and-turn", "easy", "handouts"}


def test_the_clock_of_the_other_day_is_another(tmp_path: Path) -> None:
    """Without the day of the edition, which both builds are told, the build there would take another one."""
    (tmp_path / "sitecustomize.py").write_text(ANOTHER_DAY, "utf-8")
    ask = "from pathlib import Path; from fingerpost.library.clock import edition_date; print(edition_date(Path('.')))"
    path = os.pathsep.join(filter(None, (str(tmp_path), os.environ.get("PYTHONPATH"))))
    days = []
    for more in ({}, {"PYTHONPATH": path}):
        env = {**os.environ, "SOURCE_DATE_EPOCH": "", **more}
        done = subprocess.run(
            [sys.executable, "-c", ask], cwd=tmp_path, env=env, capture_output=True, text=True, check=True
        )
        days.append(date.fromisoformat(done.stdout.strip()))
    assert (days[1] - days[0]).days in (40, 41)


def test_a_pdf_tells_nothing_of_the_computer(roots: tuple[Path, Path]) -> None:
    """A picture was named after its path, and a link to a file beside the text was a path of the computer."""
    for root in roots:
        with pikepdf.open(root / "dist/print/en/toolkit-kit.a4.pdf") as pdf:
            strings = [repr(thing) for thing in pdf.objects]
        assert not [text for text in strings if "file:" in text or str(root) in text]
        assert [text for text in strings if f"https://fingerpost.example/toolkits/kit/{DOCUMENT}" in text]
