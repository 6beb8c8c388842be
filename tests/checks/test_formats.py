"""The three forms of a report: for people, for GitHub, and as JSON."""

import json
from pathlib import Path
from typing import Any

import fingerpost.checks
import pytest
from fingerpost.checks import Problem, Report, Severity, as_github, as_json, as_sarif, as_text
from fingerpost.languages import NOTHING, say
from jsonschema import Draft202012Validator

CHECKS_FOLDER = Path(fingerpost.checks.__file__).parent
ERROR = Problem(
    "FP112",
    Severity.ERROR,
    "docs/guides/x/index.en.md",
    4,
    1,
    say("{word} is not a topic.", word="'welbeing'"),
    say("Did you mean '{word}'? (topics are listed in docs/_vocabulary/topics.yml)", word="wellbeing"),
)
QUESTION = "docs/questions/y/index.en.md"
WARNING = Problem("FP114", Severity.WARNING, QUESTION, 2, 1, say("One answer."), say("Ask for another."))
LINE = (
    "docs/guides/x/index.en.md:4  FP112  'welbeing' is not a topic. Did you mean 'wellbeing'? "
    "(topics are listed in docs/_vocabulary/topics.yml)"
)


def test_a_line_says_where_what_and_what_to_do() -> None:
    assert as_text(Report((ERROR,)), colour=False) == f"{LINE}\n\n1 problem to mend."


def test_what_has_to_be_mended_comes_first_and_files_stay_together() -> None:
    early = Problem("FP114", Severity.WARNING, "docs/a", 1, 1, say("One."), say("Two."))
    other = Problem("FP401", Severity.ERROR, "docs/z", 9, 3, say("Three."), say("Four."))
    assert as_text(Report((early, ERROR, WARNING, other)), colour=False).split("\n") == [
        LINE,
        "",
        "docs/z:9  FP401  Three. Four.",
        "",
        "Worth a look; nothing is held back because of it:",
        "",
        "docs/a:1  FP114  One. Two.",
        "",
        "docs/questions/y/index.en.md:2  FP114  One answer. Ask for another.",
        "",
        "2 problems to mend. 2 warnings.",
    ]


@pytest.mark.parametrize(
    ("problems", "summary"),
    [
        ((), "Nothing to mend."),
        ((WARNING,), "Nothing to mend. 1 warning."),
        ((ERROR, WARNING), "1 problem to mend. 1 warning."),
    ],
)
def test_the_summary_counts(problems: tuple[Problem, ...], summary: str) -> None:
    assert as_text(Report(problems), colour=False).split("\n")[-1] == summary


def test_colour_adds_nothing_but_colour() -> None:
    report = Report((ERROR, WARNING))
    coloured = as_text(report, colour=True)
    assert "\x1b[" in coloured
    for code in ("\x1b[1;31m", "\x1b[1;33m", "\x1b[2m", "\x1b[0m"):
        coloured = coloured.replace(code, "")
    assert coloured == as_text(report, colour=False)


def test_a_terminal_is_never_told_what_to_do_by_a_name() -> None:
    nasty = Problem("FP107", Severity.ERROR, "docs/\x1b[2Jx\n\udcff", 1, 1, say("Words."), say("More."))
    text = as_text(Report((nasty,)), colour=False)
    assert "\x1b" not in text
    assert text.startswith("docs/?[2Jx??:1".replace("?", "\N{REPLACEMENT CHARACTER}"))
    text.encode()
    as_json(Report((nasty,))).encode()
    as_github(Report((nasty,))).encode()


def test_github_gets_a_command_for_each_problem() -> None:
    assert as_github(Report((ERROR, WARNING))).split("\n")[1] == (
        "::warning file=docs/questions/y/index.en.md,line=2,col=1,title=FP114::One answer. Ask for another."
    )


def test_github_commands_are_escaped() -> None:
    odd = Problem("FP503", Severity.ERROR, "docs/a,b:c%\nd", 1, 2, say("100 %, a: b\r\nc"), NOTHING)
    assert as_github(Report((odd,))) == (
        "::error file=docs/a%2Cb%3Ac%25%0Ad,line=1,col=2,title=FP503::100 %25, a: b%0D%0Ac"
    )


def test_json_has_the_promised_shape() -> None:
    data = json.loads(as_json(Report((ERROR, WARNING))))
    assert data == {
        "problems": [
            {
                "id": "FP112",
                "severity": "error",
                "path": "docs/guides/x/index.en.md",
                "line": 4,
                "column": 1,
                "message": "'welbeing' is not a topic.",
                "advice": "Did you mean 'wellbeing'? (topics are listed in docs/_vocabulary/topics.yml)",
            },
            {
                "id": "FP114",
                "severity": "warning",
                "path": "docs/questions/y/index.en.md",
                "line": 2,
                "column": 1,
                "message": "One answer.",
                "advice": "Ask for another.",
            },
        ],
        "counts": {"error": 1, "warning": 1, "notice": 0},
    }


def test_nothing_found_is_a_report_too() -> None:
    assert json.loads(as_json(Report(()))) == {
        "problems": [],
        "counts": {"error": 0, "warning": 0, "notice": 0},
    }
    assert as_github(Report(())) == ""
    assert Report(()).ok


CYMRAEG = {
    "{word} is not a topic.": "Nid yw {word} yn bwnc.",
    "1 problem to mend.": "Un peth i'w gywiro.",
    "Did you mean '{word}'? (topics are listed in docs/_vocabulary/topics.yml)": "Ai '{word}' oedd gennych chi?",
}


def test_every_form_speaks_the_language_that_is_asked_for() -> None:
    report = Report((ERROR,))
    said = "Nid yw 'welbeing' yn bwnc."
    assert as_text(report, colour=False, catalogue=CYMRAEG).split("\n") == [
        f"docs/guides/x/index.en.md:4  FP112  {said} Ai 'wellbeing' oedd gennych chi?",
        "",
        "Un peth i'w gywiro.",
    ]
    assert f"::{said} Ai" in as_github(report, catalogue_of=lambda _: CYMRAEG)
    (problem,) = json.loads(as_json(report, catalogue=CYMRAEG))["problems"]
    assert (problem["message"], problem["advice"]) == (said, "Ai 'wellbeing' oedd gennych chi?")


def test_what_was_set_aside_is_counted() -> None:
    assert as_text(Report((), ((WARNING, "why"),)), colour=False) == (
        "Nothing to mend. 1 more was set aside with a reason: fingerpost status shows it."
    )


def test_json_is_what_its_schema_promises() -> None:
    schema = json.loads((CHECKS_FOLDER / "report.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    validator.validate(json.loads(as_json(Report((ERROR, WARNING)))))
    several: tuple[dict[str, Any], ...] = (
        {"problems": []},
        {"problems": [{"id": "FP1"}], "counts": {"error": 0, "warning": 0, "notice": 0}},
    )
    for broken in several:
        assert not validator.is_valid(broken)


@pytest.mark.parametrize(
    "datum",
    ["someone.else@example.org", "07700 900123", "+44 7700 900123", "07700900123", "999 000 0018", "QQ 12 34 56 C"],
)
def test_no_form_repeats_what_is_personal_whatever_check_quotes_it(datum: str) -> None:
    problem = Problem(
        "FP601", Severity.WARNING, "docs/x", 1, 1, say("The sentence {words} is long.", words=datum), NOTHING
    )
    report = Report((problem,), ((problem, "why"),))
    results = json.dumps(json.loads(as_sarif(report))["runs"][0]["results"], ensure_ascii=False)
    for said in (as_text(report, colour=False), as_github(report), as_json(report), results):
        assert datum not in said
        assert "•" in said


@pytest.mark.parametrize(
    "words", ["2026-11-21", "2026-11-21 10:00:00", "978-0-00-000000-2", "C-0012", "116 123", "WCAG 2.2", "21/11/2026"]
)
def test_dates_and_numbers_of_works_can_be_read(words: str) -> None:
    problem = Problem("FP106", Severity.ERROR, "docs/x", 1, 1, say("It is {words}.", words=words), NOTHING)
    assert words in as_text(Report((problem,)), colour=False)
