"""How programs are measured and figures are put: no test here looks at how long anything took."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks.checking import OURS, THEIRS, findings, table
from tests.benchmarks.measuring import Program, Run, by_turns, ratio, run, summary
from tests.helpers import CHECKOUT

MEBIBYTE = 2**20


def program(name: str, code: str, folder: Path) -> Program:
    return Program(name, [sys.executable, "-c", code], folder, (0,), {"WORD": "said"})


def test_a_run_holds_what_was_printed_and_how_much_memory_was_taken(tmp_path: Path) -> None:
    code = "import os; held = b'x' * 60_000_000; print(os.environ['WORD'])"
    done = run(program("large", code, tmp_path))
    assert done.printed == "said\n"
    assert 50 * MEBIBYTE < done.memory < 500 * MEBIBYTE
    assert done.processor > 0


def test_a_program_that_breaks_is_not_measured(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match=r"broken ended with 3: no more"):
        run(program("broken", "import sys; print('no more', file=sys.stderr); sys.exit(3)", tmp_path))


def test_programs_run_by_turns_after_one_run_that_is_not_counted(tmp_path: Path) -> None:
    programs = [program(name, f"print('{name}', file=open('order', 'a'))", tmp_path) for name in "AB"]
    taken = by_turns(programs, 2)
    assert (tmp_path / "order").read_text().split() == ["A", "B"] * 3
    assert {name: len(runs) for name, runs in taken.items()} == {"A": 2, "B": 2}


def test_the_figures_are_the_median_with_its_spread() -> None:
    ours = [Run(1, MEBIBYTE, ""), Run(2, 3 * MEBIBYTE, ""), Run(6, MEBIBYTE, "")]
    theirs = [Run(4, MEBIBYTE, ""), Run(4, MEBIBYTE, ""), Run(3, MEBIBYTE, "")]
    assert summary(ours) == {"minimum": 1, "median": 2, "maximum": 6, "memory": 3}
    assert ratio(ours, theirs) == {"of_medians": 0.5, "smallest": 0.25, "largest": 2}


def test_findings_are_counted_as_each_program_prints_them() -> None:
    assert findings(OURS, Run(1, 1, json.dumps({"problems": [{}, {}]}))) == 2
    assert findings(THEIRS, Run(1, 1, "Linting: 9 files\nSummary: 76 issues in 4 files\n")) == 76
    assert findings(THEIRS, Run(1, 1, "Summary: 1 issue in 1 file\n")) == 1


def test_the_table_is_markdown() -> None:
    row = {"minimum": 1.0, "median": 1.5, "maximum": 2.0, "memory": 70.4, "files_a_second": 2000, "findings": 131}
    shares = {"of_medians": 0.3, "smallest": 0.25, "largest": 0.4}
    lines = table([{"resources": 1000, "files": 3000, OURS: row, THEIRS: row, "ratio": shares}]).splitlines()
    assert lines[2] == "| 1,000 | 3,000 | fingerpost check | 1.50 (1.00, 2.00) | 70 MiB | 2,000 | 131 |"
    assert "| 0.30 (from 0.25 to 0.40) |" in lines[4]
    assert {line.count("|") for line in lines} == {8}


@pytest.mark.parametrize(
    ("words", "says"),
    [(["--resources", "many"], "numbers from 1 to 99999"), (["--runs", "0"], "a number from 1 on")],
)
def test_it_says_what_it_cannot_measure(words: list[str], says: str) -> None:
    asked = [sys.executable, "-m", "tests.benchmarks.checking", *words]
    ended = subprocess.run(asked, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert says in ended.stderr
