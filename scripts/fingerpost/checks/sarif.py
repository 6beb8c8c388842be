"""A report as SARIF 2.1.0 (OASIS Standard, 27 March 2020), for tools that gather what checkers find."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from fingerpost import __version__
from fingerpost.checks.formats import ENGLISH, words_of
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.reference import paragraphs, section, title_of
from fingerpost.checks.registry import CHECKS, Check
from fingerpost.checks.report import Report
from fingerpost.languages.phrases import SOURCE_LANGUAGE, in_words_of

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
# SARIF 3.27.10: level.
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}


def as_sarif(report: Report, *, language: str = SOURCE_LANGUAGE, catalogue: Mapping[str, str] = ENGLISH) -> str:
    """Return the report as one SARIF run; what was set aside is there too, as suppressed, with the reason."""
    places = {check.ID: place for place, check in enumerate(CHECKS)}
    results = [_result(problem, places, catalogue) for problem in report.problems]
    results += [
        _result(problem, places, catalogue)
        | {"suppressions": [{"kind": "inSource", "status": "accepted", "justification": reason}]}
        for problem, reason in report.ignored
    ]
    driver = {
        "name": "Fingerpost",
        "semanticVersion": __version__,
        "language": language or SOURCE_LANGUAGE,
        "rules": [_rule(check, catalogue) for check in CHECKS],
    }
    run = {
        "tool": {"driver": driver},
        "language": language or SOURCE_LANGUAGE,
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=False)


def _rule(check: Check, catalogue: Mapping[str, str]) -> dict[str, Any]:
    first = next(paragraphs(check))
    name = "".join(word.capitalize() for word in str(title_of(check)).split())
    page = section(check, catalogue)
    return {
        "id": check.ID,
        "name": name,
        "shortDescription": {"text": in_words_of(first.words, catalogue)},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": LEVELS[check.SEVERITY]},
    }


def _result(problem: Problem, places: Mapping[str, int], catalogue: Mapping[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = {
        "ruleId": problem.id,
        "level": LEVELS[problem.severity],
        "message": {"text": words_of(problem, catalogue)},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {
                        "uri": quote(problem.path.encode("utf-8", "replace")),
                        "uriBaseId": "%SRCROOT%",
                    },
                    "region": {"startLine": problem.line, "startColumn": problem.column},
                }
            }
        ],
    }
    return found | ({"ruleIndex": places[problem.id]} if problem.id in places else {})
