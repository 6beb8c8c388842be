"""The examples in the docstrings are true, and every docstring is a whole reference page."""

import os
from pathlib import Path

import pytest
from fingerpost.checks import CHECKS, is_check, reference_page
from fingerpost.checks.reference import docstring
from fingerpost.checks.registry import Check
from fingerpost.problems import FingerpostProblem

from tests.checks.samples import EXAMPLES, Example, base, check, examples_of, ids


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_examples_are_true(example: Example, tmp_path: Path) -> None:
    if example.id == "FP503" and os.name == "nt":
        pytest.skip("this computer refuses the name")
    example.apply(base(tmp_path))
    report = check(tmp_path)
    if example.word == "Bad":
        assert example.id in ids(report)
    else:
        assert example.id not in ids(report)
        assert report.ok, report.problems


@pytest.mark.parametrize("module", CHECKS, ids=lambda module: module.ID)
def test_a_docstring_is_a_reference_page(module: Check) -> None:
    words = [example.word for example in examples_of(module)]
    assert words[0] == "Bad"
    assert "Good" in words
    first, *rest = docstring(module).split("\n")
    assert first.endswith(".")
    assert rest.index("Why it matters") < rest.index("How to mend it")
    page = reference_page(module.ID)
    assert page.startswith(f"# {module.ID}: ")
    for heading in ("## Why it matters", "**Bad, ", "**Good, ", "## How to mend it"):
        assert heading in page


def test_a_page_is_found_by_its_id_in_small_letters() -> None:
    assert reference_page("fp402") == reference_page("FP402")
    assert is_check("fp402")
    assert not is_check("guides/fp402")


def test_an_unknown_id_is_answered_with_a_sentence() -> None:
    with pytest.raises(FingerpostProblem, match=r"There is no check FP999\."):
        reference_page("FP999")
