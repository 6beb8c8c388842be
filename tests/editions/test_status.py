"""What fingerpost status says at a terminal: what needs somebody first, then all else, in either language and width."""

import json
import os
import re
import shutil
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from fingerpost import status
from fingerpost.editions.board import board_for_everybody, first_days, for_paper
from jsonschema import Draft202012Validator

from tests.conftest import CHECKOUT
from tests.editions.test_promises import collection
from tests.editions.test_since import commit, git
from tests.helpers import EPOCH, MADE, guide, page, read, toolkit, welsh, words

TODAY = MADE.date()
ONE = guide(title="One", topics=["groups"])
AGREED = {"reference": "C-4711", "scope": ["web", "translation"]}
SECRET = "marigold"
FILES = {
    f"docs/guides/{SECRET}/index.en.md": guide(title="Kept", made_by="co-produced", review_by=TODAY, topics=["groups"]),
    "docs/guides/ending/index.en.md": guide(
        title="Ending", topics=["groups"], consent={**AGREED, "review_by": TODAY + timedelta(7)}
    ),
    "docs/guides/later/index.en.md": guide(
        title="Later", topics=["groups"], consent={**AGREED, "review_by": TODAY + timedelta(8)}
    ),
    "docs/guides/old/index.en.md": ONE,
    "docs/guides/old/index.cy.md": welsh(ONE, source="00000000"),
    "docs/guides/aside/index.en.md": guide(
        topics=["groups"], checks={"ignore": {"FP601": "Ask somebody@example.org why."}}
    ),
}


def said(root: Path, *given: str, width: int = 80) -> str:
    command = [sys.executable, "-m", "fingerpost", "status", "--root", str(root), *given]
    surroundings = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "COLUMNS": str(width)}
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, env=surroundings)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A collection with something of each sort to look at."""
    root = collection(tmp_path_factory.mktemp("status"), FILES)
    shutil.copytree(CHECKOUT / "overrides", root / "overrides")
    shutil.copyfile(CHECKOUT / "mkdocs.yml", root / "mkdocs.yml")
    return root


def week(text: str, language: str = "en") -> str:
    """Return what stands under what needs somebody this week."""
    heading, after = (words()[language](key) for key in ("board-week", "board-texts"))
    return text.split(f"{heading}\n")[1].split(f"\n{after}\n")[0]


def test_what_needs_somebody_this_week_comes_first_and_no_more_than_that(root: Path) -> None:
    text = said(root)
    first = week(text)
    assert text.index(first) < 200
    for there in ("2026-11-28  guides/ending", f"2026-11-21  guides/{SECRET}", "    - guides/old\n"):
        assert there in first
    assert "fingerpost withdraw guides/ending" in first  # for one alone, with its name
    assert "fingerpost translated guides/old --language cy --changes" in first
    assert "guides/later" not in first
    assert "2026-11-29  guides/later" in text


def test_of_many_the_first_stand_there_and_all_of_them_below(root: Path, tmp_path: Path) -> None:
    shutil.copytree(root, tmp_path / "root")
    files = {f"docs/guides/due-{number}/index.en.md": guide(review_by=TODAY, topics=["groups"]) for number in range(9)}
    text = said(collection_over(tmp_path / "root", files))
    assert "5 more below" in week(text)
    assert len(re.findall("guides/due-[0-9]\n", week(text))) == 5
    assert set(re.findall("2026-11-21  guides/(due-[0-9])\n", text)) == {f"due-{number}" for number in range(9)}


def collection_over(root: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True)
        (root / path).write_text(text, "utf-8")
    return root


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("width", [80, 120])
def test_lines_fit_and_columns_stand_below_one_another(width: int, language: str, root: Path) -> None:
    lines = said(root, "--language", language, width=width).splitlines()
    long = [line for line in lines if len(line) > width and " - " not in line and "fingerpost" not in line]
    assert long == []
    rows = [line for line in lines if re.search(r"\w(?: +[0-9]+){2,}$", line)]
    assert len(rows) > 10
    table = [line for line in rows if line.startswith(f"  {words()[language]('board-original')}")]
    draft = next(line for line in rows if line.startswith(f"  {words()[language]('board-draft')}"))
    assert [len(line) for line in table] == [len(draft)]


def test_both_languages_tell_of_the_same_things(root: Path) -> None:
    names = [
        sorted(re.findall(r"[a-z]+/[a-z0-9/-]+|\d{4}-\d\d-\d\d|FP\d{3}", said(root, "--language", code)))
        for code in ("en", "cy")
    ]
    assert names[0] == names[1]
    assert said(root) == said(root, "--language", "en")
    assert words()["en"]("board-week") not in said(root, "--language", "cy")


def test_everything_is_named_here_but_nobody_s_number_or_address(root: Path) -> None:
    text = said(root)
    assert f"guides/{SECRET}" in text
    assert "4711" not in text
    assert "FP601 docs/guides/aside/index.en.md" in text
    assert "somebody@" not in text  # what a computer says may be kept in public logs


def test_programs_get_json_in_any_language(root: Path) -> None:
    schema = json.loads((Path(status.__file__).parent / "board.schema.json").read_text("utf-8"))
    data = json.loads(said(root, "--format", "json"))
    Draft202012Validator(schema).validate(data)
    assert {one["id"] for one in data["consents"]} == {"guides/ending", "guides/later"}
    assert said(root, "--format", "json", "--language", "cy") == said(root, "--format", "json")


def test_another_language_is_refused_in_a_sentence(root: Path) -> None:
    command = [sys.executable, "-m", "fingerpost", "status", "--root", str(root), "--language", "xx"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (2, "This site has no language 'xx'. It has: en, cy.\n")


def test_where_all_is_well_it_says_so(tmp_path: Path) -> None:
    text = said(collection(tmp_path, {}))
    assert words()["en"]("board-week-none") in week(text)


def test_files_that_cannot_be_read_are_told_first(tmp_path: Path) -> None:
    text = said(collection(tmp_path, {"docs/guides/broken/index.en.md": "---\ntitle: [\n---\n"}))
    assert words()["en"]("board-unread") in week(text)
    assert words()["en"]("board-week-none") not in text


# What Git says


def test_a_translation_without_a_day_has_the_day_on_which_it_came(tmp_path: Path) -> None:
    one, dated = "docs/guides/one/index", "docs/guides/dated/index"
    commit(tmp_path, {f"{one}.en.md": ONE, f"{dated}.en.md": ONE}, "2026-09-01")
    commit(tmp_path, {f"{one}.cy.md": welsh(ONE), f"{dated}.cy.md": welsh(ONE, made="2026-09-05")}, "2026-10-02")
    commit(tmp_path, {f"{one}.cy.md": welsh(ONE, status="draft")}, "2026-11-03")
    assert first_days(read(tmp_path)) == {f"{one}.cy.md": date(2026, 10, 2)}


def test_where_git_is_cut_off_or_not_there_nothing_is_guessed(tmp_path: Path) -> None:
    files = {"docs/guides/one/index.en.md": ONE, "docs/guides/one/index.cy.md": welsh(ONE)}
    commit(tmp_path / "whole", files, "2026-09-01")
    commit(tmp_path / "whole", {"docs/guides/two/index.en.md": ONE}, "2026-10-01")
    git(tmp_path, "clone", "--depth", "1", (tmp_path / "whole").as_uri(), "shallow")
    assert first_days(read(tmp_path / "whole"))
    assert first_days(read(tmp_path / "shallow")) == {}
    assert first_days(read(tmp_path / "plain", files)) == {}


def test_toolkits_and_what_has_a_pdf_are_made_for_paper(tmp_path: Path) -> None:
    files = {"docs/toolkits/kit/index.en.md": toolkit([]), "docs/guides/one/index.en.md": guide()}
    library = read(tmp_path, {**files, "docs/pages/about.en.md": page({"title": "About"})})
    assert for_paper(library, ["guides/one"]) == {"toolkits/kit", "guides/one"}
    cells = board_for_everybody(library, ["guides/one"]).shared.cells
    assert sum(cell.count for cell in cells if cell.format == "print") == 2
