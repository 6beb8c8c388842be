"""Particular places where a check must speak, and where it must keep still."""

from dataclasses import replace
from pathlib import Path

import pytest
from fingerpost.checks import unsafe_html, unsafe_name
from fingerpost.checks.forms import example
from fingerpost.checks.unsafe_name import why_unsafe
from fingerpost.checks.wording import any_of, as_date, closest, named, reason, shown
from fingerpost.library import schema
from fingerpost.library.kinds import KINDS

from tests.checks.samples import GUIDE, base, check, ids, read, take_away, with_body, with_front_matter, write

BEFORE = 13  # lines that stand before the good guide's body
SVG = "docs/guides/example/drawing.svg"


def said(root: Path, id: str, path: str = GUIDE) -> list[tuple[int, int]]:
    problems = [problem for problem in check(root).problems if (problem.id, problem.path) == (id, path)]
    return [(problem.line, problem.column) for problem in problems]


@pytest.mark.parametrize(
    ("id", "body", "places"),
    [
        ("FP303", "One\n\nTwo a.b+c@example.org three\n", [(3, 5)]),
        ("FP303", "[x](MAILTO:a%40example.org)\n", [(1, 12)]),
        ("FP303", "<!-- a@example.org -->\n", [(1, 6)]),
        ("FP303", "a@example.org, b@example.org\n", [(1, 1), (1, 16)]),
        ("FP303", "logo@2x.png, @example, user@localhost, https://example.org/@name, @a@example.org\n", []),
        ("FP401", "## A\n\n### B\n\n## C\n\n### D\n\n#### E\n", []),
        ("FP401", "## A\n\n<h4>B</h4>\n", [(3, 1)]),
        ("FP402", '<img\nalt="Two\nleaves" src="leaf.svg">\n', []),
        ("FP402", "![Tŷ](leaf.svg) ![👍](leaf.svg)\n", [(1, 17)]),
        (
            "FP501",
            "[a](#top) [b](#fn:1) [c](index.en.md#water) [d](?x) [e](mailto:x) [f](//example.org)\n",
            [(1, 22)],
        ),
        ("FP501", "[a](leaf%2Esvg) [b](./leaf.svg) [c](../example/leaf.svg#x)\n", []),
        ("FP501", "x[^1]\n\n[^1]: Note\n", []),
        ("FP501", "x `[a](b.md)` <!-- [a](b.md) -->\n", []),
        ("FP501", "* [a](b.md)\n", [(1, 3)]),
        ("FP502", "Data: these are good. Select <formula> and <stylesheet>. Once = one.\n", []),
        ("FP502", "x <a\nhref='x' onFocus = y>\n", [(2, 10)]),
        ("FP502", "`<script>` and\n\n```\n<script>\n```\n", []),
        ("FP502", "[x](&#106;avascript:y())\n", [(1, 5)]),
    ],
)
def test_places_in_a_body(tmp_path: Path, id: str, body: str, places: list[tuple[int, int]]) -> None:
    write(base(tmp_path), GUIDE, with_body(body))
    assert [(line - BEFORE, column) for line, column in said(tmp_path, id)] == places


@pytest.mark.parametrize(
    ("drawing", "found"),
    [
        ('<svg><style>p{}</style><image href="data:image/png;base64,AA"/></svg>', False),
        ('<svg><image href="data:text/html,x"/></svg>', True),
        ('<svg><a xlink:href="javascript:x"/></svg>', True),
        ('<!DOCTYPE svg [<!ENTITY x "y">]><svg/>', True),
        ("<svg><svg:script/></svg>", True),
        ('<svg><path onbegin="x()"/></svg>', True),
        ("", False),
    ],
)
def test_drawings(tmp_path: Path, drawing: str, found: bool) -> None:
    write(base(tmp_path), SVG, drawing)
    assert bool(said(tmp_path, "FP502", SVG)) == found


def test_a_drawing_that_has_gone_meanwhile_stops_nothing(tmp_path: Path) -> None:
    write(base(tmp_path), SVG, "<svg/>")
    resource = read(tmp_path).resources["guides/example"]
    library = read(tmp_path)
    take_away(tmp_path / SVG)
    assert list(unsafe_html.check(resource, library)) == []


@pytest.mark.parametrize(
    ("front_matter", "id", "line"),
    [
        ("topics:\n  - wellbeing\n  - nothing", "FP112", 13),
        ("sources:\n- example\n- nothing", "FP115", 13),
        ("credits:\n  - as: group\n    name: me@example.org", "FP303", 13),
        ("rights:\n  licence: CC0-1.0\n  holder: me@example.org", "FP303", 13),
        ("rights:\n  holder: Example Group\n  licence: GPL-2.0", "FP302", 13),
    ],
)
def test_lines_in_front_matter(tmp_path: Path, front_matter: str, id: str, line: int) -> None:
    write(base(tmp_path), GUIDE, with_front_matter(front_matter))
    assert said(tmp_path, id) == [(line, 1)]


def test_one_broken_file_is_not_blamed_on_those_that_lead_to_it(tmp_path: Path) -> None:
    base(tmp_path)
    for path in ("toolkits/example/index.en.md", "archive/example/index.en.md", "pages/about.en.md"):
        write(tmp_path, f"docs/{path}", "---\ntitle: [\n---\n")
    assert ids(check(tmp_path)) == {"FP103"}


def test_an_answer_that_cannot_be_read_is_not_missed(tmp_path: Path) -> None:
    write(base(tmp_path), "docs/questions/example/answer-1.en.md", "Tea.\n")
    assert ids(check(tmp_path)) == {"FP102"}


def test_terms_are_not_asked_of_a_vocabulary_that_is_missing(tmp_path: Path) -> None:
    take_away(base(tmp_path) / "docs/_vocabulary/topics.yml")
    assert ids(check(tmp_path)) == {"FP902"}


def test_a_ledger_cannot_lead_out_of_the_collection(tmp_path: Path) -> None:
    write(base(tmp_path), "docs/_withdrawn.yml", "- {id: ../docs/guides/example, on: 2026-11-21}\n")
    assert said(tmp_path, "FP901", "docs/_withdrawn.yml") == [(1, 1)]


@pytest.mark.parametrize(
    "name",
    [
        "AUX",
        "con.txt",
        "Com1.png",
        "lpt¹.png",
        "nul .png",
        "a:b.png",
        "a?.png",
        "a\\b.png",
        "a\nb",
        "a.",
        "a ",
        " a",
        "a" * 101,
    ],
)
def test_names_that_some_computers_refuse(name: str) -> None:
    assert why_unsafe(name)


@pytest.mark.parametrize(
    "name",
    ["console.png", "aux-1.png", "com10.txt", "tŷ.png", "a b.png", "a.b.c", "a" * 100],
)
def test_names_that_work_everywhere(name: str) -> None:
    assert why_unsafe(name) == ""


def test_names_that_differ_only_in_capitals(tmp_path: Path) -> None:
    library = read(base(tmp_path))
    guide = library.resources["guides/example"]
    folder = "docs/guides/example"
    clashing = replace(
        guide, files=(f"{folder}/Leaf.svg", f"{folder}/leaf.svg", f"{folder}/A/x.png", f"{folder}/a/y.png")
    )
    problems = list(unsafe_name.check(clashing, library))
    assert [problem.path for problem in problems] == [f"{folder}/a", f"{folder}/leaf.svg"]


def test_every_key_that_has_to_be_there_has_an_example() -> None:
    models: list[tuple[str, type[schema.Strict]]] = [("", kind.schema) for kind in KINDS]
    models += [
        ("", schema.Part),
        ("", schema.Answer),
        ("", schema.Translated),
        ("translation.", schema.Translation),
    ]
    models += [
        ("rights.", schema.Rights),
        ("consent.", schema.Consent),
        ("credits.", schema.Credit),
        ("work.", schema.Work),
    ]
    models += [("work.confirmed.", schema.Confirmed), ("group_size.", schema.GroupSize)]
    for before, model in models:
        for name, info in model.model_fields.items():
            key = f"{before}{info.alias or name}"
            if info.is_required():
                assert f"{info.alias or name}:" in example(key), key


def test_words() -> None:
    assert named("credits.0.as") == "'as' in entry 1 of 'credits'"
    assert named("work.confirmed.on") == "'on' under 'confirmed'"
    assert any_of(["a"]) == "a"
    assert any_of(["a", "b", "c"]) == "a, b or c"
    assert closest("Well_being", ["wellbeing", "pay"]) == "wellbeing"
    assert closest("zzz", ["wellbeing", "pay"]) == ""
    assert shown("a\n\x1b[1m" + "b" * 99).startswith("'a \N{REPLACEMENT CHARACTER}[1mbbb")
    assert len(shown("b" * 99)) == 62
    assert reason("x", "anything new") == "'x' is not written as it has to be"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("21/11/2026", "2026-11-21"),
        ("1.2.2026", "2026-02-01"),
        ("2026-1-5", "2026-01-05"),
        ("2026/11/21", "2026-11-21"),
        ("2026-11-21 10:00:00", "2026-11-21"),
        ("31/02/2026", ""),
        ("21/11/26", ""),
        ("soon", ""),
    ],
)
def test_dates_as_people_write_them(written: str, meant: str) -> None:
    assert as_date(written) == meant
