"""The ledger and the interface words: what is found, what is left alone, what stops a build."""

import shutil
from pathlib import Path

import pytest
from fingerpost.checks import Severity
from fingerpost.checks.interface import placeholders

from tests.checks.samples import BASE, GUIDE, base, check, with_body, write
from tests.helpers import CHECKOUT, fingerpost

WORDS = "overrides/words"
LEDGER = "docs/_withdrawn.yml"
BOTH = "words: {en: Gone., cy: Wedi mynd.}"


def found(root: Path, id: str) -> list[str]:
    """Return what one check says of a collection, with the line."""
    return [
        f"{problem.path}:{problem.line} {problem.message} {problem.advice}"
        for problem in check(root).problems
        if problem.id == id
    ]


@pytest.mark.parametrize(
    ("rows", "signs"),
    [
        ([f"{{id: guides/gone, on: 2026-11-21, {BOTH}}}"], []),
        (["{id: guides/gone, on: 2026-11-21}"], []),
        (["{id: guides/gone, on: 2026-11-21, words: {}}"], []),
        (["{id: guides/gone, on: 2026-11-21, words: {en: Gone.}}"], [":1 The words for 'guides/gone' are missing"]),
        (["{id: guides/gone, on: 2026-11-21, words: {en: Gone., cy: ' '}}"], [":1 The words"]),
        (["{id: guides/gone, on: 2026-11-22}"], [":1 'guides/gone' was withdrawn on a day that is still to come"]),
        (
            ["{id: guides/gone, on: 2026-11-21}", "{id: guides/gone, on: 2026-11-20}"],
            [":2 'guides/gone' stands in this list twice, first on line 1"],
        ),
    ],
)
def test_lines_of_the_ledger_are_true_in_full_or_in_part(rows: list[str], signs: list[str], tmp_path: Path) -> None:
    write(base(tmp_path), LEDGER, "".join(f"- {row}\n" for row in rows))
    said = found(tmp_path, "FP906")
    assert len(said) == len(signs)
    assert all(sign in one for sign, one in zip(signs, said, strict=True))


def test_what_is_unclear_in_the_ledger_never_holds_a_withdrawal_up(tmp_path: Path) -> None:
    write(base(tmp_path), LEDGER, "- {id: guides/gone, on: 2062-11-21, words: {en: Gone.}}\n" * 2)
    report = check(tmp_path)
    assert {problem.severity for problem in report.problems} == {Severity.WARNING}
    assert report.ok


GOOD = (BASE / WORDS / "cy.yml").read_text("utf-8")


@pytest.mark.parametrize(
    ("changed", "sign"),
    [
        (GOOD.replace("home: Hafan\n", ""), ":1 Phrases are missing here that overrides/words/en.yml has (1): home."),
        (GOOD + "more: Mwy\n", "en.yml:1 Phrases are missing here that overrides/words/cy.yml has (1): more."),
        (GOOD.replace("{day}", "heddiw"), ":3 {day} is filled in by overrides/words/en.yml, and not here."),
        (GOOD.replace("{day}", "{day} {month}"), ":3 {month} stands here and not in overrides/words/en.yml"),
        (GOOD.replace("{day}", "{day"), ":3 There is a curly bracket"),
        (GOOD.replace("{day}", "{}"), ":3 There is a curly bracket"),
        (GOOD.replace("{day}", "{day[0]}"), ":3 There is a curly bracket"),
        (GOOD.replace('few: "{count} tudalen", ', ""), ":2 This phrase counts, and has no form for: few."),
        (GOOD.replace("Hafan", ""), ":1 This phrase has no words."),
        (GOOD.replace("Hafan", "[un, dau]"), ":1 This phrase has no words."),
        (GOOD.replace("Hafan", "{other: {other: Hafan}}"), ":1 This phrase counts, and has no form for"),
        (GOOD + "home: Cartref\n", ":4 The phrase 'home' stands here a second time."),
        (GOOD + "more: [\n", "From here on this file can't be read."),
        (GOOD + "more: *home\n", ":4 From here on this file can't be read."),
        ("", ":1 There are no phrases in this file."),
        ("- Hafan\n", ":1 There are no phrases in this file."),
        ("Hafan\n", ":1 There are no phrases in this file."),
        ("[" * 600_000, ":1 There are no phrases in this file."),
        ("[" * 100_000, ":1 From here on this file can't be read."),
    ],
)
def test_interface_words_that_cannot_be_used_have_a_place(changed: str, sign: str, tmp_path: Path) -> None:
    write(base(tmp_path), f"{WORDS}/cy.yml", changed)
    said = found(tmp_path, "FP904")
    assert len(said) == 1
    assert sign in said[0]


def test_letters_stored_in_another_way_have_a_place(tmp_path: Path) -> None:
    write(base(tmp_path), f"{WORDS}/cy.yml", b"home: Hafan\nmore: Ll\xe2n\n")
    assert f"{WORDS}/cy.yml:2 The letters of this file" in found(tmp_path, "FP904")[0]


@pytest.mark.parametrize("value", ["Na", "no", "12", "2026-11-21", '"{{"'])
def test_every_value_is_words(value: str, tmp_path: Path) -> None:
    write(base(tmp_path), f"{WORDS}/cy.yml", GOOD.replace("Hafan", value))
    assert found(tmp_path, "FP904") == []


def test_a_collection_without_words_of_its_own_is_left_alone(tmp_path: Path) -> None:
    shutil.rmtree(base(tmp_path) / "overrides")
    assert check(tmp_path).problems == ()


@pytest.mark.parametrize(
    ("line", "same"),
    [
        ("home: Home", True),
        ('home: "Home" # the same', True),
        ("home: Home # same", False),
        ("home: Hafan", False),
    ],
)
def test_a_phrase_may_be_the_same_where_its_line_says_so(line: str, same: bool, tmp_path: Path) -> None:
    write(base(tmp_path), f"{WORDS}/cy.yml", GOOD.replace("home: Hafan", line))
    assert len(found(tmp_path, "FP905")) == same


def test_signs_without_words_are_the_same_in_every_language(tmp_path: Path) -> None:
    for code in ("en", "cy"):
        source = (BASE / WORDS / f"{code}.yml").read_text("utf-8")
        write(base(tmp_path) if code == "en" else tmp_path, f"{WORDS}/{code}.yml", f'{source}between: "{{day}} · 12"\n')
    write(tmp_path, f"{WORDS}/en.yml", (BASE / WORDS / "en.yml").read_text("utf-8") + 'between: "{day} · 12"\n')
    assert found(tmp_path, "FP904") == found(tmp_path, "FP905") == []


def test_what_is_filled_in_has_a_name() -> None:
    assert placeholders("{count} of {all_of_them}") == {"count", "all_of_them"}
    assert placeholders("nothing") == frozenset()
    with pytest.raises(ValueError, match="0"):
        placeholders("{0}")


def test_words_that_stop_a_build_are_listed_by_check_with_everything_else(tmp_path: Path) -> None:
    shutil.copytree(CHECKOUT / "overrides", base(tmp_path) / "overrides", dirs_exist_ok=True)
    shutil.copyfile(CHECKOUT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    (tmp_path / WORDS / "cy.yml").unlink()
    write(tmp_path, GUIDE, with_body("[Gone](gone.en.md)\n"))
    done = fingerpost("check", "--root", str(tmp_path))
    assert done.returncode == 1
    assert f"{WORDS}/cy.yml:1  FP904" in done.stdout
    assert "FP501" in done.stdout
    done = fingerpost("build", "--root", str(tmp_path), "--edition", "web")
    assert done.returncode == 1
    assert "there is no cy.yml in overrides/words" in done.stdout + done.stderr
    assert not (tmp_path / "site").exists()
