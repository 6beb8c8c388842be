"""SARIF 2.1.0: what the standard's own schema accepts, and where each thing stands in it."""

import json
from pathlib import Path
from typing import Any

import pytest
from fingerpost.checks import CHECKS, Problem, Report, Severity, as_sarif
from fingerpost.languages import say
from jsonschema import Draft4Validator

from tests.checks.conftest import Breaker
from tests.checks.samples import overlays
from tests.helpers import CHECKOUT

# The schema of the standard's final text, as Microsoft's matchers for Jest carry it.
SCHEMA = CHECKOUT / "tests/node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
ODD = Problem(
    "FP503", Severity.NOTICE, "docs/a b/\N{LATIN SMALL LETTER W WITH CIRCUMFLEX}%.png", 3, 7, say("Odd."), say("So.")
)


@pytest.fixture(scope="module")
def official() -> Draft4Validator:
    """The standard's schema."""
    return Draft4Validator(json.loads(SCHEMA.read_text("utf-8")))


def run_of(report: Report, **how: Any) -> dict[str, Any]:
    """Return the one run in a log."""
    (run,) = json.loads(as_sarif(report, **how))["runs"]
    assert isinstance(run, dict)
    return run


@pytest.mark.parametrize("overlay", overlays(), ids=lambda overlay: overlay.name)
def test_the_official_schema_accepts_every_report(overlay: Path, broken: Breaker, official: Draft4Validator) -> None:
    log = json.loads(as_sarif(broken(overlay).report))
    official.validate(log)
    report = broken(overlay).report
    assert len(log["runs"][0]["results"]) == len(report.problems) + len(report.ignored)


def test_the_official_schema_is_awake(official: Draft4Validator) -> None:
    log = json.loads(as_sarif(Report((ODD,))))
    log["runs"][0]["results"][0]["level"] = "catastrophe"
    assert not official.is_valid(log)


def test_a_result_names_its_rule_its_level_and_its_place() -> None:
    run = run_of(Report((ODD,)))
    (result,) = run["results"]
    rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
    assert (result["ruleId"], rule["id"], result["level"]) == ("FP503", "FP503", "note")
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "docs/a%20b/%C5%B5%25.png", "uriBaseId": "%SRCROOT%"}
    assert place["region"] == {"startLine": 3, "startColumn": 7}
    assert result["message"]["text"] == "Odd. So."


def test_every_check_is_a_rule_with_its_page() -> None:
    rules = run_of(Report(()))["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [check.ID for check in CHECKS]
    assert all(rule["help"]["markdown"].startswith(f"# {rule['id']}: ") for rule in rules)


def test_what_was_set_aside_is_there_as_suppressed(official: Draft4Validator) -> None:
    report = Report((), ((ODD, "It is meant."),))
    official.validate(json.loads(as_sarif(report)))
    (result,) = run_of(report)["results"]
    assert result["suppressions"] == [{"kind": "inSource", "status": "accepted", "justification": "It is meant."}]


def test_a_run_says_which_language_it_speaks() -> None:
    run = run_of(Report((ODD,)), language="cy", catalogue={"Odd.": "Rhyfedd."})
    assert run["language"] == "cy"
    assert run["results"][0]["message"]["text"] == "Rhyfedd. So."
